// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/nearest.h"

#include <algorithm>
#include <cstddef>

namespace tandem {

namespace {

constexpr std::size_t kLongest = 48;  // longer texts are no mistyped names
constexpr std::size_t kMostNamed = 12;

/// Letters in lower case, blanks, dashes and underscores alike.
std::string folded(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    if (c == '-' || c == ' ') c = '_';
  }
  return out;
}

}  // namespace

int edit_distance(std::string_view left, std::string_view right) {
  const std::string a = folded(left), b = folded(right);
  std::vector<int> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int replace = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      now[j] = std::min({replace, last[j] + 1, now[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        now[j] = std::min(now[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, now);
  }
  return last[b.size()];
}

std::string nearest(std::string_view wrong, std::span<const std::string> known) {
  if (wrong.empty() || wrong.size() > kLongest) return {};
  int best = static_cast<int>(wrong.size()) / 3 + 1;
  const std::string* found = nullptr;
  for (const std::string& name : known) {
    if (name.size() > kLongest) continue;
    const int distance = edit_distance(wrong, name);
    // A name that shares no letter with the wrong one is no suggestion.
    const bool near = distance < static_cast<int>(std::max(name.size(), wrong.size()));
    if (near && distance <= best && (found == nullptr || distance < best)) {
      best = distance;
      found = &name;
    }
  }
  return found == nullptr ? std::string() : *found;
}

std::string one_of(std::span<const std::string> known) {
  std::string out;
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (i == kMostNamed && known.size() > kMostNamed + 1) return out + ", ...";
    if (i > 0) out += i + 1 == known.size() ? " or " : ", ";
    out += known[i];
  }
  return out;
}

}  // namespace tandem
