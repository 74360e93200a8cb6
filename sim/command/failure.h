// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>

namespace tandem {

/// What the command tells the shell.
enum ExitCode {
  kDone = 0,
  kFailed = 1,           ///< disk, display
  kBadInput = 2,         ///< bad option, missing or mistaken file
  kBrokenInvariant = 3,  ///< a fault of the program
  kInterrupted = 130,    ///< Ctrl-C; what was finished is kept
};

/// The end of a command with one line for the person and a code for the shell.
class Failure : public std::runtime_error {
 public:
  Failure(ExitCode code, const std::string& message) : std::runtime_error(message), code_(code) {}
  [[nodiscard]] ExitCode code() const { return code_; }

 private:
  ExitCode code_;
};

/// Mistakes in what a person wrote, as text that names every one with its place.
class Mistakes : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The reader of our output has gone (`| head`): nothing more to say, and nothing failed.
class ReaderGone : public std::exception {};

}  // namespace tandem
