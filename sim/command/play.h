// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "sim/command/interrupt.h"
#include "sim/command/options.h"
#include "sim/command/out_store.h"
#include "sim/command/progress.h"
#include "tandem/study.h"

// What run and compare do alike.
namespace tandem {

/// The value, or Mistakes with every fault described.
template <class T>
[[nodiscard]] T value_or_throw(Result<T> result) {
  if (!result) throw Mistakes(describe(result.faults()));
  return std::move(result).value();
}

[[nodiscard]] Overrides overrides(const PlayOptions& play);

/// Batch options that watch for Ctrl-C and drive the bar.
[[nodiscard]] BatchOptions batch_options(const PlayOptions& play, const Interrupt& interrupt,
                                         ProgressBar& bar);

/// What the goals of the options ask for; none without goals.
[[nodiscard]] std::optional<StopRule> stop_rule(const PlayOptions& play, bool until_clear);

/// "2 % of revenue", "a verdict on revenue and profit": the goal in words.
[[nodiscard]] std::string goal_in_words(const StopRule& rule, bool compared);

/// The line under a table that tells when the goal was reached.
[[nodiscard]] std::string goal_reached(const StopRule& rule, bool compared, int done,
                                       const Console& console);

/// Says on standard error that the goal was not reached, and what would.
void tell_not_reached(const Console& console, const StopRule& rule, bool compared, int done,
                      int remaining);

/// A fault of the engine as the end of the command, with the line that meets it again; with a store
/// (may be null) also the bundle that does.
[[nodiscard]] Failure with_recipe(const RunFailure& fault, const std::string& file,
                                  const PlayOptions& play, OutStore* kept = nullptr);

/// Working days of a week, from the number of weeks that cover the horizon.
[[nodiscard]] int week_length(int days, std::size_t weeks);

/// "0.42 s on 2 threads, 1,234,567 rep-days a second".
[[nodiscard]] std::string speed(double seconds, std::int64_t rep_days, int threads);

/// Says on standard error how much was finished when Ctrl-C came.
void tell_interrupted(const Console& console, int done, int of, const std::string& out);

}  // namespace tandem
