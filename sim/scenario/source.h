// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <deque>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tandem/result.h"

namespace tandem {

inline constexpr std::size_t kLargestFile = 1'000'000;  // bytes; larger tables go in CSV files

/// A text that messages point into: a scenario file, or one `--set`.
class Source {
 public:
  /// `first_line` is the number of the text's first line: the n-th `--set` is line n.
  Source(std::string name, std::string text, int first_line = 1);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const std::string& text() const { return text_; }
  /// Index of the line that holds the byte at `offset`, from 0.
  [[nodiscard]] std::size_t line_of(std::size_t offset) const;
  [[nodiscard]] std::size_t line_start(std::size_t line) const { return starts_[line]; }
  /// The line without its end.
  [[nodiscard]] std::string_view line(std::size_t index) const;

  /// A fault at `length` bytes from `offset`: line, column, source line and width are filled in.
  [[nodiscard]] Fault fault(std::size_t offset, std::size_t length, std::string message,
                            std::string expected) const;

 private:
  std::string name_, text_;
  std::vector<std::size_t> starts_;
  int first_line_;
};

/// Sources keep their address while a scenario is read: places point at them.
using Sources = std::deque<Source>;

inline constexpr std::size_t kLargestTable = 20'000'000;  // bytes

/// Reads a whole file of at most `most` bytes, a scenario's or a table's.
[[nodiscard]] Result<std::string> read_text(const std::filesystem::path& file,
                                            const std::string& name,
                                            std::size_t most = kLargestFile);

/// What keeps a text from being read at all: size, encoding, control characters, tabs as
/// indentation, brackets without end. Byte order mark and carriage returns are taken away first.
[[nodiscard]] std::optional<Fault> check_text(const Source& source);
[[nodiscard]] std::string plain_text(std::string text);

/// A text of the user as shown inside a message: at most about 60 characters, quoted.
[[nodiscard]] std::string shown(std::string_view text);

/// Number of characters (code points) of UTF-8 text.
[[nodiscard]] std::size_t characters(std::string_view text);

/// Length of the valid UTF-8 sequence at the start of `text`; 0 = none.
[[nodiscard]] std::size_t utf8_length(std::string_view text);

}  // namespace tandem
