// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "tandem/scenario.h"
#include "tandem/world.h"

namespace tandem {

/// How a batch is run. Results do not depend on `threads`.
struct BatchOptions {
  int replications = 100;
  std::uint64_t seed = 1;
  int threads = 0;  ///< 0 = all cores
  bool weekly = false;
  bool people = false;
  std::stop_token stop;                        ///< asked between replications
  std::function<void(int done, int of)> progress;  ///< called from one thread at a time
  /// Each finished replication, in the order of replications, from one thread at a time; may be empty.
  std::function<void(int replication, const RunRecord&)> each;
};

/// Mean of n observations with its two-sided 95 % t-interval. n = 1 gives low = high = mean.
struct Estimate {
  double mean = 0, low = 0, high = 0, sd = 0;
  int n = 0;
};
[[nodiscard]] Estimate estimate(const std::vector<double>& observations);

/// A batch: the values of every metric per replication (empty optional = no observation).
struct Batch {
  int replications = 0;  ///< finished ones, the first n without a gap
  bool stopped = false;
  double seconds = 0;
  std::int64_t rep_days = 0;
  std::vector<std::vector<std::optional<double>>> values;  ///< [replication][metric]
  std::vector<std::vector<double>> weekly_mean;            ///< [metric][week], mean over replications
  [[nodiscard]] std::optional<Estimate> metric(Metric m) const;
};

/// Runs replications over all cores. Memory does not grow with the number of runs beyond one row of metrics each.
[[nodiscard]] Batch run_batch(const Scenario& scenario, const BatchOptions& options);

enum class Verdict { higher, lower, unclear };

/// Paired difference variant - base of one metric on the same luck.
struct Difference {
  Metric metric;
  double base_mean = 0, variant_mean = 0;
  double difference = 0, relative = 0, low = 0, high = 0;
  Verdict verdict = Verdict::unclear;
  int pairs_needed = 0;           ///< about how many more pairs until the verdict; 0 = clear or identical
  double variance_reduction = 1;  ///< variance of the difference on independent seeds / on the same luck
  bool identical = false;         ///< equal in every pair
};

/// What a change means for the holder of one seat.
struct SeatDifference {
  SeatLabel seat;
  Estimate pay;   ///< difference of money paid over the horizon to the seat's people
  Estimate quit;  ///< difference of the number of quits from the seat
};

struct Comparison {
  std::string variant;
  int pairs = 0;
  std::vector<Difference> metrics;
  std::vector<SeatDifference> reps;
};

struct ComparisonSet {
  std::string base;
  bool stopped = false;
  double seconds = 0;
  std::int64_t rep_days = 0;
  std::vector<Comparison> comparisons;
};

/// Runs BASE and each variant on the same luck, pair by pair. Seed, horizon and replications are BASE's.
[[nodiscard]] Result<ComparisonSet> compare(const Scenario& base, const std::vector<Scenario>& variants,
                                            const BatchOptions& options);

}  // namespace tandem
