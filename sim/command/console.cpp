// SPDX-License-Identifier: Apache-2.0
#include "sim/command/console.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "sim/command/failure.h"

namespace tandem {

namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

/// The first of LC_ALL, LC_CTYPE and LANG that is set decides, as in the C library.
bool utf8_locale() {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    std::string value = environment(name);
    if (value.empty()) continue;
    std::transform(value.begin(), value.end(), value.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return value.find("utf-8") != std::string::npos || value.find("utf8") != std::string::npos;
  }
  return false;
}

int terminal_width() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 100;
  return std::clamp<int>(size.ws_col, 60, 200);
}

const char* code(Style style) {
  switch (style) {
    case Style::plain:
      return "";
    case Style::bold:
      return "\033[1m";
    case Style::dim:
      return "\033[2m";
    case Style::heading:
      return "\033[1;36m";
    case Style::up:
      return "\033[1;32m";
    case Style::down:
      return "\033[1;35m";
    case Style::warning:
      return "\033[33m";
  }
  return "";
}

[[noreturn]] void cannot_write(int error) {
  if (error == EPIPE) throw ReaderGone();
  throw Failure(kFailed, std::string("cannot write to standard output: ") + std::strerror(error));
}

}  // namespace

Console::Console()
    : terminal_(isatty(STDOUT_FILENO) == 1),
      error_terminal_(isatty(STDERR_FILENO) == 1 && environment("TERM") != "dumb"),
      colour_(terminal_ && environment("NO_COLOR").empty() && environment("TERM") != "dumb"),
      unicode_(utf8_locale()) {
  if (terminal_) width_ = terminal_width();
}

void Console::put(std::string_view text) const {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) cannot_write(errno);
}

void Console::flush() const {
  if (std::fflush(stdout) != 0) cannot_write(errno);
}

void Console::say(std::string_view text) const {
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fflush(stderr);
}

std::string Console::paint(Style style, std::string_view text) const {
  if (!colour_ || style == Style::plain || text.empty()) return std::string(text);
  return code(style) + std::string(text) + "\033[0m";
}

}  // namespace tandem
