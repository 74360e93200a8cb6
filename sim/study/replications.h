// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "tandem/study.h"

namespace tandem {

/// What came of playing replications.
struct Played {
  int replications = 0;  ///< finished and handed on, the first n without a gap
  bool stopped = false;  ///< asked to, before there were enough
  double seconds = 0;
  std::int64_t rep_days = 0;  ///< played now: runs from a store are not counted
};

/// The record as it is handed on: a figure that is no number is a fault of the engine and throws, as
/// it would poison every mean it enters; of the two zeros there is one, as text and a store know one.
[[nodiscard]] RunRecord checked(RunRecord record);

/// Called with each finished replication and one record per scenario, in the order of replications.
/// False: that is enough; what is under way is given up.
using Consumer = std::function<bool(int replication, std::span<const RunRecord>)>;

/// Plays every replication on all scenarios side by side, each on the luck (seed, replication).
///
/// One pipeline: replications are dealt out in order, played by any thread, and handed on in order
/// again. Only a few are in flight at once, so memory does not grow with their number; each thread
/// keeps one World per scenario and restarts it. What is handed on depends on nothing but
/// (scenarios, seed, replication).
[[nodiscard]] Played play_replications(const std::vector<Scenario>& scenarios, std::uint64_t seed,
                                       const BatchOptions& options, const Consumer& consume);

}  // namespace tandem
