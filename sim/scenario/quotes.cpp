// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/quotes.h"

#include <algorithm>
#include <string>
#include <vector>

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

namespace {

/// Walks over a text and tells what stands outside of words and comments: `quote(i)` for an opening
/// quote gives the bytes to pass over, 0 = stop; `bracket(i)` is told brackets of any kind.
template <class Quote, class Bracket>
void walk(std::string_view text, std::size_t from, Quote quote, Bracket bracket) {
  // A quote opens a text only where a value may start; inside words it is a letter.
  bool start = true;
  for (std::size_t i = from; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '#' && (i == 0 || text[i - 1] == ' ' || text[i - 1] == '\n')) {
      i = std::min(text.find('\n', i), text.size()) - 1;
    } else if (start && (c == '"' || c == '\'')) {
      const std::size_t length = quote(i);
      if (length == 0) return;
      i += length - 1;
      start = false;
    } else if (c == '\n' || c == '[' || c == '{' || c == ',') {
      start = true;
    } else if ((c == ':' || c == '-' || c == '?') && i + 1 < text.size() && text[i + 1] == ' ') {
      start = true;
    } else if (c != ' ') {
      start = false;
    }
    if (c == '[' || c == '{' || c == ']' || c == '}') bracket(i);
  }
}

}  // namespace

std::optional<Fault> find_open_quote(const Source& source, std::size_t from) {
  const std::string_view text = source.text();
  std::optional<Fault> found;
  const auto quote = [&](std::size_t at) -> std::size_t {
    found = check_quotes(source, at);
    return found ? 0 : quoted_length(text, at);
  };
  walk(text, from, quote, [](std::size_t) {});
  return found;
}

std::size_t find_open_bracket(std::string_view text, std::size_t from) {
  std::vector<std::size_t> open;
  const auto quote = [&text](std::size_t at) {
    const std::size_t length = quoted_length(text, at);
    return length == std::string_view::npos ? 0 : length;
  };
  walk(text, from, quote, [&](std::size_t at) {
    if (text[at] == '[' || text[at] == '{')
      open.push_back(at);
    else if (!open.empty())
      open.pop_back();
  });
  return open.empty() ? std::string_view::npos : open.back();
}

}  // namespace tandem
