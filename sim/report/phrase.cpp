// SPDX-License-Identifier: Apache-2.0
#include "sim/report/phrase.h"

namespace tandem {

namespace {

std::vector<std::string_view>& patterns() {
  static std::vector<std::string_view> all;
  return all;
}

}  // namespace

bool list_pattern(std::string_view pattern) {
  patterns().push_back(pattern);
  return true;
}

std::vector<std::string_view> journal_patterns() {
  std::vector<std::string_view> all = patterns();
  std::ranges::sort(all);
  return all;
}

std::string Phrase::told(const std::function<std::string(const Phrase&)>& wording) const {
  std::string own = wording(*this);
  if (pattern.empty()) return own;
  std::string out;
  for (std::size_t i = 0; i < own.size(); ++i) {
    if (own[i] != '{') {
      out += own[i];
      continue;
    }
    out += values.at(static_cast<std::size_t>(own.at(i + 1) - '0')).told(wording);
    i += 2;
  }
  return out;
}

std::string Phrase::english() const {
  return told([](const Phrase& phrase) {
    return phrase.pattern.empty() ? phrase.text : std::string(phrase.pattern);
  });
}

}  // namespace tandem
