// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/describe.h"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "sim/scenario/source.h"

namespace tandem {

namespace {

constexpr std::size_t kWholeLine = 160;  // a line up to here is shown whole
constexpr std::size_t kBefore = 40;      // characters shown before the place in a long line
constexpr std::size_t kAfter = 80;
constexpr std::size_t kMostShown = 50;
constexpr std::string_view kCut = "...";

std::size_t next_character(std::string_view text, std::size_t at) {
  return at + std::max<std::size_t>(utf8_length(text.substr(at)), 1);
}

std::size_t byte_of(std::string_view text, std::size_t character) {
  std::size_t at = 0;
  for (; character > 0 && at < text.size(); --character) at = next_character(text, at);
  return at;
}

/// East Asian wide characters take two columns of a terminal; the ranges of wcwidth, coarsely.
bool wide(std::string_view character) {
  if (character.size() < 3) return false;
  const auto byte = [&character](std::size_t i) { return character[i] & 0x3Fu; };
  const unsigned code =
      character.size() == 3 ? ((character[0] & 0x0Fu) << 12) | (byte(1) << 6) | byte(2) : 0x10000u;
  return character.size() == 4 || (code >= 0x1100 && code <= 0x115F) ||
         (code >= 0x2E80 && code <= 0xA4CF) || (code >= 0xAC00 && code <= 0xD7A3) ||
         (code >= 0xF900 && code <= 0xFAFF) || (code >= 0xFE30 && code <= 0xFE6F) ||
         (code >= 0xFF00 && code <= 0xFF60) || (code >= 0xFFE0 && code <= 0xFFE6);
}

/// The line under the source line: blanks of the same width, then ^~~~.
std::string caret(std::string_view source, std::size_t column, std::size_t width) {
  std::string out;
  std::size_t at = 0;
  for (; column > 0 && at < source.size(); --column) {
    const std::size_t next = next_character(source, at);
    out += source[at] == '\t' ? "\t" : wide(source.substr(at, next - at)) ? "  " : " ";
    at = next;
  }
  out.append(column, ' ');
  std::size_t columns = 0;
  for (; width > 0 && at < source.size(); --width) {
    const std::size_t next = next_character(source, at);
    columns += wide(source.substr(at, next - at)) ? 2 : 1;
    at = next;
  }
  out += '^';
  if (columns > 1) out.append(columns - 1, '~');
  return out;
}

}  // namespace

std::string excerpt(const std::string& line, std::size_t column) {
  const std::size_t length = characters(line);
  if (length <= kWholeLine) return line;
  if (column + kBefore <= kWholeLine) {
    std::string out = line.substr(0, byte_of(line, kWholeLine));
    out += kCut;
    return out;
  }
  const std::size_t from = byte_of(line, column - kBefore);
  const std::string_view rest = std::string_view(line).substr(from);
  std::string out(kCut);
  out += rest.substr(0, byte_of(rest, kBefore + kAfter));
  if (characters(rest) > kBefore + kAfter) out += kCut;
  return out;
}

std::string describe(const Fault& fault) {
  std::string out = fault.file;
  if (!out.empty()) out += ':';
  if (fault.line > 0) out += std::to_string(fault.line) + ":";
  if (fault.line > 0 && fault.column > 0) out += std::to_string(fault.column) + ":";
  if (!out.empty()) out += ' ';
  out += "error: ";
  if (!fault.field.empty()) out += fault.field + ": ";
  out += fault.message + '\n';
  if (!fault.source.empty() && fault.column > 0) {
    // The part of a long line that excerpt() cuts out has its place after "..." and kBefore.
    const auto column = static_cast<std::size_t>(fault.column - 1);
    const bool part = column > kWholeLine - kBefore && fault.source.starts_with(kCut);
    const auto width = static_cast<std::size_t>(std::max(fault.width, 1));
    out += "  " + fault.source + '\n';
    out += "  " + caret(fault.source, part ? kCut.size() + kBefore : column, width) + '\n';
  }
  if (!fault.expected.empty()) out += "  expected: " + fault.expected + '\n';
  if (!fault.nearest.empty()) out += "  did you mean \"" + fault.nearest + "\"?\n";
  return out;
}

std::string describe(const Faults& faults) {
  std::string out;
  for (std::size_t i = 0; i < faults.size() && i < kMostShown; ++i) out += describe(faults[i]);
  if (faults.size() > kMostShown)
    out += "and " + std::to_string(faults.size() - kMostShown) + " more\n";
  return out;
}

void sort_by_place(Faults& faults) {
  std::vector<std::string> files;
  for (const Fault& fault : faults)
    if (std::find(files.begin(), files.end(), fault.file) == files.end())
      files.push_back(fault.file);
  const auto order = [&files](const Fault& fault) {
    const auto file = std::find(files.begin(), files.end(), fault.file);
    return std::tuple(file - files.begin(), fault.line, fault.column);
  };
  std::stable_sort(faults.begin(), faults.end(),
                   [&order](const Fault& a, const Fault& b) { return order(a) < order(b); });
}

}  // namespace tandem
