// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

#include "sim/command/console.h"
#include "tandem/study.h"

namespace tandem {

/// A bar with the time left on standard error, on a terminal only. Appears after a moment, so that
/// short work does not flash, and is wiped at the end.
class ProgressBar {
 public:
  ProgressBar(const Console& console, bool quiet);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void show(const Progress& progress);
  void wipe();

 private:
  using Clock = std::chrono::steady_clock;
  const Console& console_;
  bool on_;
  bool drawn_ = false;
  Clock::time_point start_ = Clock::now(), last_ = start_;
};

}  // namespace tandem
