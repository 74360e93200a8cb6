// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <span>
#include <vector>

#include "sim/plan/curve.h"

// A contest is a curve too: what a result is expected to win against rivals whose final results are
// uncertain. MODEL 6.
namespace tandem {

namespace record {
struct Inside;
}

/// A rival's final result as last seen: Normal. In whole units of the contest's score.
struct Rival {
  double mean = 0;
  double sd = 0;
};

/// P(x) = sum of prize_k Pr(rank k | final result x), rivals independent. Ties have no weight.
/// O(rivals x prizes).
[[nodiscard]] double expected_prize(std::span<const double> prizes, std::span<const Rival> rivals,
                                    double x);

/// All who compete, as last seen, with what the curve of each of them has in common: worked out
/// once for everybody.
class ContestField {
 public:
  static constexpr int kKnots = 8;

  /// Knots are placed where the prize moves: where it has made 0.2 %, 5 %, 18 %, ... 99.8 % of its
  /// way up; for those likely to win and for the others apart, as the former do not compete against
  /// themselves. O(rivals x prizes).
  void see(std::span<const double> prizes, std::span<const Rival> rivals);

  /// What a final result is expected to win somebody who is rival number `self` (-1: none of them).
  /// Exact at the inner knots, flat beyond the outer ones. `minimum`: nothing is won below it.
  /// Beyond 250 rivals everybody sees the same curve.
  [[nodiscard]] Curve curve(std::span<const double> prizes, int self, double minimum = 0) const;

 private:
  friend struct record::Inside;  // snapshots keep all fields

  struct Knots {
    std::array<double, kKnots> at;
    int n = 0;
    std::vector<double> beats;  ///< [knot x rival]
    void place(std::span<const double> prizes, std::span<const Rival> among,
               std::span<const Rival> rivals);
  };
  Knots outside_,
      inside_;  ///< for those who would not win as things stand, and for those who would
  std::vector<double> means_;
  std::vector<Rival> all_but_first_;  ///< room to work in
};

/// The curve of somebody who is none of the rivals.
[[nodiscard]] Curve contest_curve(std::span<const double> prizes, std::span<const Rival> rivals,
                                  double minimum = 0);

}  // namespace tandem
