// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "sim/scenario/source.h"

// What yaml-cpp would swallow or choke on is found here first, in one pass over the text.
namespace tandem {

namespace {

constexpr int kDeepest = 256;         // open brackets at one time, quoted ones counted too
constexpr int kMostTokens = 150'000;  // brackets, commas, line ends: bounds yaml-cpp's look-ahead

std::string hex(unsigned char byte) {
  const char* digits = "0123456789ABCDEF";
  return {'0', 'x', digits[byte >> 4], digits[byte & 15]};
}

std::optional<Fault> check_encoding(const Source& source) {
  const std::string& text = source.text();
  const std::string want = "text in UTF-8";
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
    return source.fault(0, 1, "the file is UTF-16", want + "; save it as UTF-8");
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == 0) return source.fault(i, 1, "a NUL byte: this is a binary file or UTF-16", want);
    if ((byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F)
      return source.fault(i, 1, "a control character, " + hex(byte), want);
    const std::size_t length = utf8_length(std::string_view(text).substr(i));
    if (length == 0)
      return source.fault(i, 1, "byte " + hex(byte) + " is not UTF-8", want + "; save it as UTF-8");
    i += length;
  }
  return {};
}

std::optional<Fault> check_indentation(const Source& source) {
  const std::string& text = source.text();
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view line = std::string_view(text).substr(start, end - start);
    const std::size_t first = line.find_first_not_of(" \t");
    const std::size_t tab = line.substr(0, first).find('\t');
    if (first != std::string_view::npos && line[first] != '#' && tab != std::string_view::npos)
      return source.fault(start + tab, 1, "a tab indents this line", "spaces as indentation");
    start = end + 1;
  }
  return {};
}

std::optional<Fault> check_directives(const Source& source) {
  const std::string& text = source.text();
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view line = std::string_view(text).substr(start, end - start);
    const std::size_t first = line.find_first_not_of(' ');
    const bool empty = first == std::string_view::npos || line[first] == '#';
    if (!empty && line[0] != '%') return {};
    if (!empty && !line.starts_with("%YAML 1."))
      return source.fault(start, line.size(), "a line that starts with % is not read",
                          "`key: value`");
    start = end + 1;
  }
  return {};
}

std::optional<Fault> check_size(const Source& source) {
  const std::string& text = source.text();
  int depth = 0, tokens = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '[' || c == '{') ++depth;
    if ((c == ']' || c == '}') && depth > 0) --depth;
    if (c == '[' || c == '{' || c == ',' || c == '\n') ++tokens;
    if (depth > kDeepest)
      return source.fault(i, 1, "more than 256 brackets are open here", "brackets that close");
    if (tokens > kMostTokens)
      return source.fault(i, 1, "the file holds too many values",
                          "at most 50000 values; larger tables go in CSV files");
  }
  return {};
}

}  // namespace

std::string plain_text(std::string text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    text[kept++] = text[i];
  }
  text.resize(kept);
  return text;
}

std::optional<Fault> check_text(const Source& source) {
  if (source.text().size() > kLargestFile)
    return source.fault(0, 1, "the text is larger than 1 MB", "at most 1 MB");
  if (source.text().find_first_not_of(" \n\t") == std::string::npos) {
    Fault fault = source.fault(0, 1, "the file is empty", "a scenario: at least `tandem: 1`");
    return fault;
  }
  if (auto fault = check_encoding(source)) return fault;
  if (auto fault = check_indentation(source)) return fault;
  if (auto fault = check_directives(source)) return fault;
  return check_size(source);
}

}  // namespace tandem
