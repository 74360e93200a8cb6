// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "sim/study/statistics.h"

namespace tandem {

/// Multiple comparison with the best (Hsu 1984) of several firms on the same luck (Nelson and
/// Matejcik 1995), with intervals that hold at every number of pairs at once.
///
/// Only the differences from the firm that is the best in truth matter, k - 1 of them, so each
/// pairwise interval gets 5 %/(k - 1) of the misses: whichever firm that is, all of them hold
/// together with 95 %. Then it is never called beaten, and every interval given holds
/// (docs/statistics.md).
class BestOf {
 public:
  BestOf(Metric metric, std::size_t firms);
  /// One replication, a record for each firm. Counts where all have an observation.
  void add(std::span<const RunRecord> records);
  void add(std::span<const double> values);
  [[nodiscard]] BestOfSet result(const std::vector<std::string>& names) const;

 private:
  /// What is known of how much better firm a is than firm b.
  struct Gap {
    double mean = 0, half = 0;
  };
  [[nodiscard]] Gap gap(std::size_t a, std::size_t b) const;
  [[nodiscard]] double most(std::size_t firm) const;  ///< upper end beside the best of the others

  Metric metric_;
  double sign_;  // less is better: everything is turned round
  std::size_t firms_;
  std::vector<Moments> means_;
  std::vector<Moments> pairs_;  // [a * firms + b], a < b
};

}  // namespace tandem
