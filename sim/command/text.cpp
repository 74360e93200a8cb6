// SPDX-License-Identifier: Apache-2.0
#include "sim/command/text.h"

#include <algorithm>
#include <numeric>

namespace tandem {

namespace {

/// The code point at `at`, and `at` moved behind it; broken bytes count as one each.
char32_t next_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at++);
  const int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc0 ? 1 : 0;
  char32_t point = more == 0 ? first : first & (0x3f >> more);
  for (int i = 0; i < more && at < text.size() && (byte(at) & 0xc0) == 0x80; ++i) {
    point = (point << 6) | (byte(at++) & 0x3f);
  }
  return point;
}

int columns(char32_t point) {
  if (point >= 0x300 && point < 0x370) return 0;  // combining marks
  const bool wide = (point >= 0x1100 && point < 0x1160) || (point >= 0x2e80 && point < 0xa4d0) ||
                    (point >= 0xac00 && point < 0xd7a4) || (point >= 0xf900 && point < 0xfb00) ||
                    (point >= 0xfe30 && point < 0xfe70) || (point >= 0xff00 && point < 0xff61) ||
                    (point >= 0x1f300 && point < 0x1fa00) || (point >= 0x20000 && point < 0x3fffe);
  return wide ? 2 : 1;
}

/// Letters to insert, drop, change or swap with their neighbour to get from one word to the other.
int distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<int>> d(a.size() + 1, std::vector<int>(b.size() + 1));
  std::iota(d[0].begin(), d[0].end(), 0);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    d[i][0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      d[i][j] =
          std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

/// No line begins with one of these.
bool closes(char32_t point) {
  constexpr std::u32string_view kClosing = U"，。；：、！？）》」』”’…%";
  return kClosing.find(point) != kClosing.npos;
}

/// Where the text that begins at `at` and stays on one line ends: before a blank, or between wide
/// letters.
std::size_t end_of_piece(std::string_view text, std::size_t at) {
  bool wide = columns(next_point(text, at)) > 1;
  while (at < text.size() && text[at] != ' ') {
    std::size_t next = at;
    const char32_t point = next_point(text, next);
    const bool breaks = wide || columns(point) > 1;
    if (breaks && !closes(point)) break;
    wide = columns(point) > 1;
    at = next;
  }
  return at;
}

}  // namespace

int display_width(std::string_view text) {
  int width = 0;
  for (std::size_t at = 0; at < text.size();) width += columns(next_point(text, at));
  return width;
}

std::string shortened(std::string_view text, int width) {
  if (display_width(text) <= width) return std::string(text);
  std::size_t end = 0;
  for (int used = 0; end < text.size();) {
    std::size_t at = end;
    used += columns(next_point(text, at));
    if (used > width - 2) break;
    end = at;
  }
  return std::string(text.substr(0, end)) + "..";
}

std::string wrapped(std::string_view text, int width, int indent) {
  std::string out;
  int used = 0;
  for (std::size_t at = 0; at < text.size();) {
    const bool spaced = text[at] == ' ';
    if (spaced && (++at == text.size() || text[at] == ' ')) continue;
    const std::size_t end = end_of_piece(text, at);
    const std::string_view piece = text.substr(at, end - at);
    at = end;
    const int size = display_width(piece), gap = spaced && used > 0 ? 1 : 0;
    if (used > 0 && used + gap + size > width) {
      out += "\n" + std::string(static_cast<std::size_t>(indent), ' ');
      used = 0;
    } else if (gap > 0) {
      out += ' ';
      ++used;
    }
    out += piece;
    used += size;
  }
  return out;
}

std::string nearest_name(std::string_view name, std::span<const std::string> known) {
  const std::string* best = nullptr;
  int least = std::max(1, static_cast<int>(name.size()) / 3) + 1;
  for (const std::string& candidate : known) {
    const bool begins = name.size() >= 3 && candidate.compare(0, name.size(), name) == 0;
    const int away = begins ? 1 : distance(name.substr(0, 64), candidate);
    if (away < least) {
      least = away;
      best = &candidate;
    }
  }
  return best == nullptr ? std::string() : *best;
}

std::string joined(std::span<const std::string> parts, std::string_view between) {
  std::string out;
  for (const std::string& part : parts) {
    if (&part != parts.data()) out += between;
    out += part;
  }
  return out;
}

}  // namespace tandem
