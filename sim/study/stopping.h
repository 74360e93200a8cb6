// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <atomic>
#include <optional>

#include "sim/study/anytime.h"

namespace tandem {

/// How far a batch is from what its stop rule asks for.
class Stopping {
 public:
  explicit Stopping(const BatchOptions& options) : options_(options) {}

  /// The options with a progress that reckons with the rule instead of the most there may be.
  [[nodiscard]] BatchOptions guided() const {
    BatchOptions out = options_;
    if (!options_.until || !options_.progress) return out;
    out.progress = [this](Progress progress) {
      const int left = std::min(left_.load(), options_.replications - progress.done);
      progress.of = progress.done + left;
      progress.share = static_cast<double>(progress.done) / std::max(1, progress.of);
      options_.progress(progress);
    };
    return out;
  }

  /// Tells whether to go on. `remaining` gives about how many more replications a metric takes.
  template <class Remaining>
  [[nodiscard]] bool goes_on(const Remaining& remaining) {
    if (!options_.until) return true;
    int left = 0;
    for (const Metric metric : options_.until->metrics) {
      left = std::max(left, remaining(static_cast<std::size_t>(metric), *options_.until));
    }
    left_ = left;
    return left > 0;
  }

  [[nodiscard]] std::optional<int> remaining() const {
    return options_.until ? std::optional(left_.load()) : std::nullopt;
  }

 private:
  const BatchOptions& options_;
  std::atomic<int> left_ = 0;
};

}  // namespace tandem
