// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/quotes.h"

#include <algorithm>
#include <string>

namespace tandem {

namespace {

bool word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == ' ' || c == '.';
}

/// Does the line read like `key: ...` or `- key: ...`?
bool looks_like_key(std::string_view line) {
  const std::size_t first = std::min(line.find_first_not_of(" -"), line.size());
  line.remove_prefix(first);
  const std::size_t colon = line.find(':');
  if (colon == 0 || colon == std::string_view::npos) return false;
  const bool ends = colon + 1 == line.size() || line[colon + 1] == ' ';
  const std::string_view key = line.substr(0, colon);
  return ends && std::all_of(key.begin(), key.end(), word_character) &&
         std::count(key.begin(), key.end(), ' ') <= 2;
}

}  // namespace

std::size_t quoted_length(std::string_view text, std::size_t offset) {
  const char quote = text[offset];
  for (std::size_t i = offset + 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      if (quote == '\'' && i + 1 < text.size() && text[i + 1] == '\'') {
        ++i;
      } else {
        return i + 1 - offset;
      }
    }
  }
  return std::string_view::npos;
}

std::optional<Fault> check_quotes(const Source& source, std::size_t offset) {
  const std::string_view text = source.text();
  const std::size_t line = source.line_of(offset);
  const std::size_t rest = source.line_start(line) + source.line(line).size() - offset;
  const std::size_t length = quoted_length(text, offset);
  if (length == std::string_view::npos)
    return source.fault(offset, rest, "this quote is not closed", "a closing quote");
  const std::size_t last = source.line_of(offset + length - 1);
  for (std::size_t i = line + 1; i <= last; ++i) {
    const std::string_view inside = source.line(i);
    if (looks_like_key(inside))
      return source.fault(offset, rest,
                          "this quote closes only " + std::to_string(last - line) +
                              (last - line == 1 ? " line" : " lines") + " below and takes in " +
                              shown(inside.substr(inside.find_first_not_of(' '))),
                          "a closing quote on the same line");
  }
  return {};
}

std::optional<Fault> find_open_quote(const Source& source, std::size_t from) {
  // A quote opens a text only where a value may start; inside words it is a letter.
  const std::string_view text = source.text();
  bool start = true;  // only blanks and openers since the last place where a value may start
  for (std::size_t i = from; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '#' && (i == 0 || text[i - 1] == ' ' || text[i - 1] == '\n')) {
      i = std::min(text.find('\n', i), text.size()) - 1;
    } else if (start && (c == '"' || c == '\'')) {
      if (auto fault = check_quotes(source, i)) return fault;
      i += quoted_length(text, i) - 1;
      start = false;
    } else if (c == '\n' || c == '[' || c == '{' || c == ',') {
      start = true;
    } else if ((c == ':' || c == '-' || c == '?') && i + 1 < text.size() && text[i + 1] == ' ') {
      start = true;
    } else if (c != ' ') {
      start = false;
    }
  }
  return {};
}

}  // namespace tandem
