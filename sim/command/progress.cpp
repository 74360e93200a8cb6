// SPDX-License-Identifier: Apache-2.0
#include "sim/command/progress.h"

#include <fmt/format.h>

#include <cmath>

#include "sim/command/numbers.h"

namespace tandem {

ProgressBar::ProgressBar(const Console& console, bool quiet)
    : console_(console), on_(console.error_terminal() && !quiet) {}

ProgressBar::~ProgressBar() { wipe(); }

void ProgressBar::show(const Progress& progress) {
  using namespace std::chrono_literals;
  if (!on_) return;
  const auto now = Clock::now();
  if (now - start_ < 400ms || now - last_ < 100ms) return;
  last_ = now;
  constexpr int kWidth = 30;
  const int full = static_cast<int>(std::lround(progress.share * kWidth));
  std::string bar;
  for (int i = 0; i < kWidth; ++i) {
    bar += console_.unicode() ? (i < full ? "━" : "─") : (i < full ? "#" : ".");
  }
  const double spent = std::chrono::duration<double>(now - start_).count();
  std::string left;
  if (progress.share > 0.01) {
    const double seconds = std::ceil(spent / progress.share - spent);
    left = (seconds < 10 ? fmt::format("{} s", seconds) : duration(seconds)) + " left";
  }
  console_.say(fmt::format("\r\033[K {} {:3.0f} %  {} of {}  {}", bar, 100 * progress.share,
                           grouped(progress.done), grouped(progress.of), left));
  drawn_ = true;
}

void ProgressBar::wipe() {
  if (drawn_) console_.say("\r\033[K");
  drawn_ = false;
}

}  // namespace tandem
