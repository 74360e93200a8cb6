// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <csignal>
#include <stop_token>
#include <thread>

namespace tandem {

/// Outside a batch Ctrl-C ends the program with code 130; a reader that goes away (`| head`) is
/// seen as an error of writing, not as a signal.
void install_signal_handlers();

/// While it lives, Ctrl-C (and a polite kill) asks for a stop instead of ending the program. Made
/// before any other thread, so that all of them leave the signal to the one that waits for it.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  [[nodiscard]] std::stop_token token() const { return source_.get_token(); }
  [[nodiscard]] bool caught() const { return source_.stop_requested(); }

 private:
  sigset_t waited_for_, before_;
  std::stop_source source_;
  std::jthread watcher_;
};

}  // namespace tandem
