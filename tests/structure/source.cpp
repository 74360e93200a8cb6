// SPDX-License-Identifier: Apache-2.0
#include "tests/structure/source.h"

#include <algorithm>
#include <cctype>

namespace structure {

namespace {

bool starts_name(char c) { return std::isalpha(static_cast<unsigned char>(c)) || c == '_'; }
bool in_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

/// Where the comment or literal that starts at `i` ends; `i` itself if none starts there.
std::size_t skip(std::string_view text, std::size_t i) {
  const auto end_of = [&](std::string_view mark, std::size_t from) {
    const auto found = text.find(mark, from);
    return found == std::string_view::npos ? text.size() : found + mark.size();
  };
  const std::string_view rest = text.substr(i);
  if (rest.starts_with("//")) return std::min(text.find('\n', i), text.size());
  if (rest.starts_with("/*")) return end_of("*/", i + 2);
  if (rest.starts_with("R\"") && (i == 0 || !in_name(text[i - 1]))) {
    const auto open = std::min(text.find('(', i), text.size());
    return end_of(")" + std::string(text.substr(i + 2, open - i - 2)) + "\"", open);
  }
  const bool digit_separator = rest[0] == '\'' && i > 0 && in_name(text[i - 1]);
  if ((rest[0] != '"' && rest[0] != '\'') || digit_separator) return i;
  std::size_t end = i + 1;
  while (end < text.size() && text[end] != rest[0] && text[end] != '\n')
    end += text[end] == '\\' ? 2 : 1;
  return std::min(end + 1, text.size());
}

/// Whether the last line of `text`, as far as it goes, is an include.
bool is_include(std::string_view text) {
  std::string line(text.substr(text.rfind('\n') + 1));
  std::erase_if(line, [](char c) { return c == ' ' || c == '\t'; });
  return line == "#include";
}

/// The name that starts at `i`, with all its "::"; its end.
std::size_t end_of_name(std::string_view code, std::size_t i) {
  while (i < code.size()) {
    if (in_name(code[i]))
      ++i;
    else if (code.substr(i).starts_with("::") && i + 2 < code.size() && starts_name(code[i + 2]))
      i += 2;
    else
      break;
  }
  return i;
}

}  // namespace

std::string code_of(std::string_view text) {
  std::string code(text);
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = skip(text, i);
    if (end == i) {
      ++i;
      continue;
    }
    const bool keep = text[i] == '"' && is_include(text.substr(0, i));  // the name of a header
    for (; i < end; ++i)
      if (!keep && code[i] != '\n') code[i] = ' ';
  }
  return code;
}

std::vector<Name> names_of(std::string_view code) {
  std::vector<Name> names;
  int line = 1;
  for (std::size_t i = 0; i < code.size();) {
    if (code[i] == '\n') ++line;
    const bool global =
        code.substr(i).starts_with("::") && i + 2 < code.size() && starts_name(code[i + 2]);
    if (!global && !starts_name(code[i])) {
      // A number such as 1e9 or 0x1p-53 is not a name.
      i = std::isdigit(static_cast<unsigned char>(code[i])) ? end_of_name(code, i) : i + 1;
      continue;
    }
    const std::size_t end = end_of_name(code, i);
    const std::size_t before = code.find_last_not_of(" \t\n", i == 0 ? 0 : i - 1);
    const std::string_view left = i == 0 || before == std::string_view::npos
                                      ? std::string_view{}
                                      : code.substr(0, before + 1);
    const std::size_t next = std::min(code.find_first_not_of(" \t\n", end), code.size());
    std::string after;
    for (std::size_t k = next; k < code.size() && after.size() < 10; ++k)
      if (code[k] != ' ' && code[k] != '\n') after += code[k];
    names.push_back({std::string(code.substr(i, end - i)), line,
                     left.ends_with('.') || left.ends_with("->") || (global && left.ends_with('>')),
                     next < code.size() && code[next] == '(', after});
    i = end;
  }
  return names;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace structure
