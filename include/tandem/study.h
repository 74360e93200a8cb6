// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <vector>

#include "tandem/registry.h"
#include "tandem/scenario.h"
#include "tandem/world.h"

namespace tandem {

class Store;

/// How far a batch or comparison has come.
struct Progress {
  int done = 0;      ///< replications finished
  int of = 0;        ///< replications asked for; with a stop rule about as many as it will take
  double share = 0;  ///< 0 .. 1, counting the days of those under way
};

/// When there are enough replications. Asked after each, in their order, of intervals that hold at
/// every number of replications at once: where it stops depends on the values alone, and stopping
/// there makes no interval wrong (docs/statistics.md).
struct StopRule {
  std::vector<Metric> metrics;      ///< all of these must be known well enough
  std::optional<double> precision;  ///< half the interval within this share of the mean (BASE's)
  bool until_clear = false;         ///< compare(): or else there is a verdict
};

/// How a batch is run. Results do not depend on `threads`.
struct BatchOptions {
  int replications = 100;  ///< at most so many where there is a stop rule
  std::optional<StopRule> until;
  std::optional<std::uint64_t> seed;  ///< none: the scenario's own
  int threads = 0;                    ///< 0 = all cores
  bool weekly = false;
  bool people = false;
  bool deals = false;  ///< each record with a row of every deal that closed
  /// By what compare() of several variants tells the best; none: profit. Not one that is better
  /// neither way.
  std::optional<Metric> best;
  bool journal = false;  ///< each record comes with its journal; results are the same
  bool rows = true;  ///< keep every replication's values in the batch: 16 bytes a metric and run
  /// Runs that it holds are taken from it instead of being played; each one that finishes, in any
  /// order, is kept in it at once, with weekly series and people. Deals are not kept: with `deals`
  /// every run is played. Null: nothing is kept.
  Store* store = nullptr;
  /// Asked every day: replications under way are given up at once, finished ones are kept.
  std::stop_token stop;
  std::function<void(const Progress&)> progress;  ///< called by one thread at a time
  /// Each finished replication of run_batch(), in the order of replications, by one thread at a
  /// time.
  std::function<void(int replication, const RunRecord&)> each;
  /// Each finished replication of compare(): BASE first, then the variants. Likewise in order.
  std::function<void(int replication, std::span<const RunRecord>)> each_pair;
};

/// A fault of the program met while a replication was played. what() tells where and how to meet it
/// again.
class RunFailure : public std::logic_error {
 public:
  RunFailure(std::string scenario, std::uint64_t seed, int replication, const std::string& cause);
  [[nodiscard]] const std::string& scenario() const { return scenario_; }
  [[nodiscard]] std::uint64_t seed() const { return seed_; }
  [[nodiscard]] int replication() const { return replication_; }  ///< from 0

 private:
  std::string scenario_;
  std::uint64_t seed_;
  int replication_;
};

/// Mean of n observations with a two-sided 95 % interval. n = 1 gives low = high = mean.
struct Estimate {
  double mean = 0, low = 0, high = 0, sd = 0;
  int n = 0;
};
/// With the t-interval: for a number of observations fixed beforehand.
[[nodiscard]] Estimate estimate(const std::vector<double>& observations);
/// With the interval that holds at every number of observations at once (docs/statistics.md).
[[nodiscard]] Estimate anytime_estimate(const std::vector<double>& observations);

/// A quantile over runs with the ends of its 95 % interval; an end that so few runs cannot give is
/// none.
struct Quantile {
  double value = 0;
  std::optional<double> low, high;
};

/// Where one metric lay in one run of ten, in half and in nine of ten (of the first 10,000 runs).
struct Spread {
  Quantile p10, p50, p90;
};

/// A batch. Without `rows` its size does not depend on the number of runs.
struct Batch {
  int replications = 0;  ///< finished ones, the first n without a gap
  bool stopped = false;
  std::uint64_t seed = 0;
  double seconds = 0;
  std::int64_t rep_days = 0;  ///< played in that time; runs from a store are not counted
  std::uint64_t hash = 0;  ///< one run: the state's own; more: over the runs' hashes in their order
  std::int64_t soft_limits = 0;
  std::optional<int> remaining;  ///< with a stop rule: about how many more it takes; 0 = reached
  /// [metric]; none = no run had an observation. Always valid with a stop rule, else for a fixed
  /// number.
  std::vector<std::optional<Estimate>> estimates;
  std::vector<Spread> spreads;                             ///< [metric], intervals of the same kind
  std::vector<std::vector<std::optional<double>>> values;  ///< [replication][metric], with `rows`
  std::vector<std::vector<double>> weekly_mean;            ///< [metric][week], NaN = no observation
  [[nodiscard]] std::optional<Estimate> metric(Metric m) const;
};

/// Runs replications over all cores. Throws RunFailure where the engine finds a fault of its own.
[[nodiscard]] Batch run_batch(const Scenario& scenario, const BatchOptions& options);

enum class Verdict { higher, lower, unclear };

/// Paired difference variant - base of one metric on the same luck. [low, high] is always valid: it
/// holds with 95 % at every number of pairs at once, so verdicts may be asked for after each pair.
struct Difference {
  Metric metric{};
  int pairs = 0;  ///< replications in which both sides have an observation
  double base_mean = 0, variant_mean = 0;
  double difference = 0, low = 0, high = 0;
  double fixed_low = 0, fixed_high = 0;  ///< t-interval, for one look at a number fixed beforehand
  double relative = 0;  ///< difference over the size of the base's mean; 0 where that is 0
  Verdict verdict = Verdict::unclear;
  int pairs_needed = 0;  ///< about how many more pairs until the verdict; 0 = clear or identical
  /// Variance of the difference on independent seeds over that on the same luck, at most 1e9.
  double variance_reduction = 1;
  bool identical = false;  ///< equal in every pair
  double base_sd = 0, variant_sd = 0;
  Spread base_spread, variant_spread;
};

/// What a change means for the holder of one seat. Intervals are always valid.
struct SeatDifference {
  SeatLabel seat;
  double base_pay = 0;  ///< mean money paid over the horizon to the seat's people under BASE
  Estimate pay;         ///< difference of that money
  Estimate quit;        ///< difference of the number of quits from the seat
  Verdict pay_verdict = Verdict::unclear, quit_verdict = Verdict::unclear;
};

struct Comparison {
  std::string variant;
  int pairs = 0;
  std::vector<Difference> metrics;   ///< those with at least one pair
  std::vector<SeatDifference> reps;  ///< seats both have, by name, in the order of BASE
};

/// Whether a firm can be the best of those compared, 95 % sure of all of them together.
enum class Standing { best, possible, beaten };

/// One of the firms compared beside the best of the others.
struct Candidate {
  std::string name;
  double mean = 0;
  double difference = 0, low = 0, high = 0;  ///< its mean less that of the best of the others
  Standing standing = Standing::possible;
};

/// Multiple comparison with the best (Hsu 1984) by one metric: BASE and all variants.
struct BestOfSet {
  Metric metric{};
  int pairs = 0;                      ///< replications in which all have an observation
  std::vector<Candidate> candidates;  ///< BASE first
};

struct ComparisonSet {
  std::string base;
  int replications = 0;  ///< finished ones, the first n without a gap
  bool stopped = false;
  std::uint64_t seed = 0;
  double seconds = 0;
  std::int64_t rep_days = 0;
  std::optional<int> remaining;  ///< with a stop rule: about how many more it takes; 0 = reached
  std::vector<Comparison> comparisons;
  std::optional<BestOfSet> best;  ///< with two variants or more
};

/// Runs BASE and each variant on the same luck, pair by pair. Seed, horizon and replications are
/// BASE's; a variant that names another seed or lasts another time is a fault.
[[nodiscard]] Result<ComparisonSet> compare(const Scenario& base,
                                            const std::vector<Scenario>& variants,
                                            const BatchOptions& options);

/// Loads what is to be compared with `base`: a file that does not name a horizon takes the base's.
[[nodiscard]] Result<std::vector<Scenario>> load_variants(
    const Scenario& base, const std::vector<std::filesystem::path>& files,
    const Overrides& overrides = {});

}  // namespace tandem
