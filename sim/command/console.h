// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tandem {

enum class Style { plain, bold, dim, heading, up, down, warning };

/// Where output goes and what can be shown there.
class Console {
 public:
  /// Looks at standard output and error, NO_COLOR, TERM and the locale.
  Console();

  /// Writes to standard output. Throws Failure when the disk is full, ReaderGone on a closed pipe.
  void put(std::string_view text) const;
  void flush() const;
  /// Writes to standard error, where nothing can be done about a failure.
  void say(std::string_view text) const;

  [[nodiscard]] std::string paint(Style style, std::string_view text) const;
  [[nodiscard]] bool colour() const { return colour_; }
  [[nodiscard]] bool unicode() const { return unicode_; }    ///< the locale is UTF-8
  [[nodiscard]] bool terminal() const { return terminal_; }  ///< standard output is one
  [[nodiscard]] bool error_terminal() const { return error_terminal_; }
  [[nodiscard]] int width() const { return width_; }  ///< columns; 100 where there is no terminal

 private:
  bool terminal_, error_terminal_, colour_, unicode_;
  int width_ = 100;
};

}  // namespace tandem
