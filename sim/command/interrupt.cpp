// SPDX-License-Identifier: Apache-2.0
#include "sim/command/interrupt.h"

#include <unistd.h>

#include "sim/command/failure.h"

namespace tandem {

namespace {

extern "C" void end_interrupted(int) { _exit(kInterrupted); }

}  // namespace

void install_signal_handlers() {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // a limit on the size of files is told as a full disk is
  // Also where the parent ignored it: a shell script starts background jobs that way.
  std::signal(SIGINT, end_interrupted);
}

Interrupt::Interrupt() {
  sigemptyset(&waited_for_);
  sigaddset(&waited_for_, SIGINT);
  sigaddset(&waited_for_, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &waited_for_, &before_);
  watcher_ = std::jthread([this](const std::stop_token& end) {
    for (int signal = 0; sigwait(&waited_for_, &signal) == 0 && !end.stop_requested();) {
      source_.request_stop();
    }
  });
}

Interrupt::~Interrupt() {
  watcher_.request_stop();
  // NOLINTNEXTLINE(bugprone-bad-signal-to-kill-thread): the watcher blocks it and waits for it
  pthread_kill(watcher_.native_handle(), SIGTERM);  // wakes it, and it alone
  watcher_.join();
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

}  // namespace tandem
