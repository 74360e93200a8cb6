// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/import/text.h"

#include <algorithm>
#include <array>

namespace tandem::crm {

namespace {

bool is_letter(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
}
bool is_digit(unsigned char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

/// ASCII and Latin-1 letters in lower case: the UTF-8 of A-grave .. Thorn is C3 80 .. C3 9E.
std::string lowered(std::string_view text) {
  std::string result(text);
  for (std::size_t i = 0; i < result.size(); ++i) {
    result[i] = lower(result[i]);
    const auto c = static_cast<unsigned char>(result[i]);
    if (i > 0 && result[i - 1] == '\xC3' && c >= 0x80 && c <= 0x9E && c != 0x97)
      result[i] = static_cast<char>(c + 0x20);
  }
  return result;
}

/// Bytes of the white space character that `text` starts with; 0 = none.
std::size_t space_at(std::string_view text) {
  if (text.empty()) return 0;
  if (text[0] == ' ' || (text[0] >= '\t' && text[0] <= '\r')) return 1;
  if (text.starts_with("\xC2\xA0")) return 2;  // no-break
  if (text.starts_with("\xE2\x80\xAF") || text.starts_with("\xE2\x80\x89"))
    return 3;  // narrow, thin
  return 0;
}

/// Length of the UTF-8 sequence at the start of `text`; 0 = not UTF-8.
std::size_t sequence_at(std::string_view text) {
  const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) return 1;
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if ((byte(i) & 0xC0) != 0x80) return 0;
  if ((first == 0xE0 && byte(1) < 0xA0) || (first == 0xED && byte(1) > 0x9F)) return 0;
  if ((first == 0xF0 && byte(1) < 0x90) || (first == 0xF4 && byte(1) > 0x8F)) return 0;
  return length;
}

bool valid_utf8(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size();) {
    if (static_cast<unsigned char>(bytes[i]) < 0x80) {
      ++i;
      continue;
    }
    const std::size_t length = sequence_at(bytes.substr(i, 4));
    if (length == 0) return false;
    i += length;
  }
  return true;
}

std::size_t edits(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1)});
      corner = above;
    }
  }
  return row[b.size()];
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (const std::size_t n = space_at(text)) text.remove_prefix(n);
  while (!text.empty()) {
    std::size_t n = 0;
    for (std::size_t back = 1; back <= 3 && back <= text.size() && n == 0; ++back)
      if (space_at(text.substr(text.size() - back)) == back) n = back;
    if (n == 0) break;
    text.remove_suffix(n);
  }
  return text;
}

std::string name_key(std::string_view spelling) {
  constexpr std::string_view kIgnored = " -_.,;:'\"`()[]{}/\\\t\r\n";
  const std::string low = lowered(spelling);
  std::string_view name = low;
  std::string key;
  key.reserve(name.size());
  while (!name.empty()) {
    if (const std::size_t n = space_at(name)) {
      name.remove_prefix(n);
      continue;
    }
    if (kIgnored.find(name[0]) == std::string_view::npos) key += name[0];
    name.remove_prefix(1);
  }
  return key.empty() ? std::string("?") : key;
}

std::string header_key(std::string_view header) {
  header = trimmed(header);
  if (header.ends_with("__c") || header.ends_with("__C")) header.remove_suffix(3);
  std::string key;
  for (const char c : lowered(header))
    if (is_letter(static_cast<unsigned char>(c)) || is_digit(static_cast<unsigned char>(c)))
      key += c;
  return key;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  bool inside = false;
  for (const char c : lowered(text)) {
    const bool letter = is_letter(static_cast<unsigned char>(c));
    if (letter && !inside) words.emplace_back();
    if (letter) words.back() += c;
    inside = letter;
  }
  return words;
}

bool blank(std::string_view cell) {
  cell = trimmed(cell);
  if (cell.empty()) return true;
  if (cell.size() > 10) return false;
  std::string low;
  for (const char c : cell) low += lower(c);
  constexpr std::array<std::string_view, 12> kNothing{
      "-", "--", "n/a", "#n/a", "na", "null", "none", "nan", "nil", "nat", "(blank)", "0000-00-00"};
  return std::find(kNothing.begin(), kNothing.end(), low) != kNothing.end();
}

std::string nearest_name(std::string_view name, const std::vector<std::string>& known) {
  const std::string key = name_key(name).substr(0, 100);
  std::size_t best = std::max<std::size_t>(2, key.size() / 3) + 1;
  std::string nearest;
  for (const std::string& candidate : known) {
    const std::string other = name_key(candidate).substr(0, 100);
    const std::size_t distance =
        other.find(key) != std::string::npos && key.size() > 2 ? 1 : edits(key, other);
    if (distance < best) {
      best = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

std::string grouped(std::int64_t number) {
  std::string digits = std::to_string(number);
  const std::ptrdiff_t first = number < 0 ? 1 : 0;
  for (std::ptrdiff_t at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > first; at -= 3)
    digits.insert(static_cast<std::size_t>(at), 1, ',');
  return digits;
}

std::string money_text(std::int64_t cents) {
  const std::int64_t size = cents < 0 ? -cents : cents;
  const std::int64_t part = size % 100;
  return (cents < 0 ? "-" : "") + grouped(size / 100) + (part < 10 ? ".0" : ".") +
         std::to_string(part);
}

std::string shown(std::string_view text, std::size_t width) {
  std::string line;
  std::size_t characters = 0;
  while (!text.empty()) {
    const std::size_t length = std::max<std::size_t>(1, sequence_at(text));
    if (++characters > width) return line + "...";
    const bool control = static_cast<unsigned char>(text[0]) < 0x20 || text[0] == 0x7F;
    line += control ? std::string(1, ' ') : std::string(text.substr(0, length));
    text.remove_prefix(length);
  }
  return line;
}

std::string count_of(std::int64_t number, std::string_view one, std::string_view many) {
  return grouped(number) + " " + std::string(number == 1 ? one : many);
}

Encoding encoding_of(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return Encoding::utf16;
  std::array<std::size_t, 256> counts{};
  for (const char c : bytes) ++counts[static_cast<unsigned char>(c)];
  std::size_t controls = 0, high = 0, letters = 0;
  for (unsigned c = 0; c < 256; ++c) {
    const bool plain = c >= 0x20 || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == 0x1A;
    if (!plain) controls += counts[c];
    if (c >= 0x80) high += counts[c];
    if (is_letter(static_cast<unsigned char>(c))) letters += counts[c];
  }
  const std::size_t zeros = counts[0];
  const std::size_t undefined =
      counts[0x81] + counts[0x8D] + counts[0x8F] + counts[0x90] + counts[0x9D];
  if (zeros > 1 && zeros * 3 > bytes.size() && zeros == controls) return Encoding::utf16;
  if (zeros > 0 || controls * 1000 > bytes.size()) return Encoding::binary;
  if (valid_utf8(bytes)) return Encoding::utf8;
  return undefined > 0 || high * 3 > letters ? Encoding::unknown : Encoding::western;
}

std::string utf8_from_western(std::string_view bytes) {
  constexpr std::array<int, 32> kHigh{
      0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char byte : bytes) {
    const auto c = static_cast<unsigned char>(byte);
    const int code = c >= 0x80 && c < 0xA0 ? kHigh[c - 0x80u] : c;
    if (code < 0x80) {
      text += static_cast<char>(code);
    } else if (code < 0x800) {
      text += static_cast<char>(0xC0 | (code >> 6));
      text += static_cast<char>(0x80 | (code & 63));
    } else {
      text += static_cast<char>(0xE0 | (code >> 12));
      text += static_cast<char>(0x80 | ((code >> 6) & 63));
      text += static_cast<char>(0x80 | (code & 63));
    }
  }
  return text;
}

}  // namespace tandem::crm
