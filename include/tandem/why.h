// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "tandem/journal.h"
#include "tandem/study.h"

// Causes: what one event did, and where two runs part.
namespace tandem {

/// How far the difference of two runs has spread by the end of a day.
struct Ripple {
  int day = 0;
  int choosing = 0;   ///< seats whose own decisions have differed
  int people = 0;     ///< seats to whom something else has happened
  int deals = 0;      ///< deals with another course
  int customers = 0;  ///< accounts that came, asked or left otherwise
  double won = 0;     ///< list value won so far, second run less first, money
};

/// Where the journals of two runs on one luck part. Decisions are choices of effort and hours, and
/// the weekly state of mind; everything else is an event.
struct Divergence {
  /// The earliest entry that only one of the runs has, or has otherwise: places in their journals.
  struct First {
    int day = 0;
    std::optional<std::size_t> in_first, in_second;
  };
  std::optional<First> decision, event;  ///< none: the same in both
  std::vector<Ripple> ripples;           ///< from the first difference on, at growing distances
  [[nodiscard]] bool identical() const { return !decision && !event; }
};
[[nodiscard]] Divergence diverge(const Journal& first, const Journal& second);

/// One metric of a run with and without an event.
struct MetricEffect {
  Metric metric{};
  std::optional<double> with, without;
};

/// What one event did.
struct Effect {
  JournalEntry event;
  std::vector<MetricEffect> metrics;  ///< on the luck of the run itself: exact, one luck
  Divergence after;                   ///< from the run without the event to the run with it
  /// Difference made by the event (with less without), by metric, over futures whose luck after
  /// the event's day is another, the same in both runs of a pair. Empty without futures.
  std::vector<std::optional<Estimate>> over_futures;
  int futures = 0;
};

/// Plays the replication with and without the event of the id, then from the end of its day on as
/// often again on other luck as `futures` says. Throws std::invalid_argument where the run has no
/// such event or it cannot be undone.
[[nodiscard]] Effect effect_of(const Scenario& scenario, std::uint64_t seed,
                               std::uint32_t replication, std::string_view id, int futures);

}  // namespace tandem
