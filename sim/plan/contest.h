// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "sim/plan/curve.h"

// A contest is a curve too: what a result is expected to win against rivals whose final results are
// uncertain. MODEL 6.
namespace tandem {

/// A rival's final result as last seen: Normal. In whole units of the contest's score.
struct Rival {
  double mean = 0;
  double sd = 0;
};

/// P(x) = sum of prize_k Pr(rank k | final result x), rivals independent. Ties have no weight.
/// O(rivals x prizes).
[[nodiscard]] double expected_prize(std::span<const double> prizes, std::span<const Rival> rivals,
                                    double x);

/// The same as a curve through 8 knots, placed where the prize moves: where it has made 0.2 %, 5 %,
/// 18 %, ... 99.8 % of its way up. Exact at the inner knots, flat beyond the outer ones. `minimum`:
/// nothing is won below it.
[[nodiscard]] Curve contest_curve(std::span<const double> prizes, std::span<const Rival> rivals,
                                  double minimum = 0);

}  // namespace tandem
