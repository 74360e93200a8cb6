// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/source.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>
#include <utility>

#include "sim/scenario/describe.h"

namespace tandem {

namespace {

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// Bytes that are no UTF-8 become question marks, control characters spaces.
std::string printable(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t length = utf8_length(text);
    if (length == 0) {
      out += '?';
    } else if (static_cast<unsigned char>(text[0]) < 0x20 && text[0] != '\t') {
      out += ' ';
    } else {
      out += text.substr(0, length);
    }
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return out;
}

/// The first `count` characters of a printable text.
std::string_view first_characters(std::string_view text, std::size_t count) {
  std::size_t end = 0;
  for (; end < text.size() && count > 0; --count)
    end += std::max<std::size_t>(utf8_length(text.substr(end)), 1);
  return text.substr(0, end);
}

}  // namespace

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !continues(c); }));
}

std::size_t utf8_length(std::string_view text) {
  if (text.empty()) return 0;
  const auto byte = [&text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if (!continues(text[i])) return 0;
  // Overlong forms, surrogates and what lies beyond U+10FFFF.
  if (first == 0xE0 && byte(1) < 0xA0) return 0;
  if (first == 0xED && byte(1) > 0x9F) return 0;
  if (first == 0xF0 && byte(1) < 0x90) return 0;
  if (first == 0xF4 && byte(1) > 0x8F) return 0;
  return length;
}

std::string shown(std::string_view text) {
  constexpr std::size_t kLongest = 60;
  std::string clean = printable(text.substr(0, 4 * kLongest + 4));
  if (characters(clean) > kLongest) {
    clean = first_characters(clean, kLongest - 3);
    clean += "...";
  }
  return '"' + clean + '"';
}

Source::Source(std::string name, std::string text, int first_line)
    : name_(std::move(name)), text_(std::move(text)), starts_{0}, first_line_(first_line) {
  for (std::size_t i = 0; i < text_.size(); ++i)
    if (text_[i] == '\n') starts_.push_back(i + 1);
}

std::size_t Source::line_of(std::size_t offset) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return static_cast<std::size_t>(after - starts_.begin()) - 1;
}

std::string_view Source::line(std::size_t index) const {
  const std::size_t start = starts_[index];
  const std::size_t end = index + 1 < starts_.size() ? starts_[index + 1] - 1 : text_.size();
  return std::string_view(text_).substr(start, end - start);
}

Fault Source::fault(std::size_t offset, std::size_t length, std::string message,
                    std::string expected) const {
  // A place at the very end (something is missing) is shown behind the last line with words.
  offset = std::min(offset, text_.size());
  if (offset == text_.size() && offset > 0) {
    const std::size_t last = text_.find_last_not_of(" \n");
    if (last != std::string::npos) offset = last + 1;
    length = 1;
  }
  const std::size_t index = line_of(offset);
  const std::string_view whole = line(index);
  const std::size_t before = offset - starts_[index];
  Fault fault;
  fault.file = name_;
  fault.line = first_line_ + static_cast<int>(index);
  const std::size_t column = characters(printable(whole.substr(0, before)));
  fault.column = static_cast<int>(column) + 1;
  const std::string_view marked = whole.substr(std::min(before, whole.size()), length);
  fault.width = static_cast<int>(std::max<std::size_t>(characters(printable(marked)), 1));
  fault.source = excerpt(printable(whole), column);
  fault.message = std::move(message);
  fault.expected = std::move(expected);
  return fault;
}

Result<std::string> read_text(const std::filesystem::path& file, const std::string& name,
                              std::size_t most) {
  const auto fault = [&name](std::string message, std::string expected) {
    Fault out;
    out.file = name;
    out.message = std::move(message);
    out.expected = std::move(expected);
    return out;
  };
  const bool table = most > kLargestFile;
  const std::string limit = std::to_string(most / 1'000'000) + " MB";
  const std::string want = (table ? "a table of at most " : "a scenario file of at most ") + limit;
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  if (!std::filesystem::exists(status))
    return fault("there is no such file",
                 table ? "the path of a CSV file" : "the path of a scenario file");
  if (std::filesystem::is_directory(status)) return fault("this is a folder", want);
  if (!std::filesystem::is_regular_file(status)) return fault("this is no ordinary file", want);
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    const std::string why = std::strerror(errno);
    return fault("the file cannot be read: " + why, "a file that you may read");
  }
  std::string text;
  text.resize(most + 1);
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (in.bad()) return fault("reading the file failed", "a file that can be read to its end");
  if (text.size() > most)
    return fault("the file is larger than " + limit,
                 want + (table ? "" : "; larger tables go in CSV files"));
  return text;
}

}  // namespace tandem
