// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/study/statistics.h"

// Intervals that hold at every number of observations at once, so that one may look as early and as
// often as one likes and stop because of what one saw. Formulas, proof and price:
// docs/statistics.md.
namespace tandem {

/// 1 - 95 %: how often an interval may miss, over all looks together.
inline constexpr double kMiss = 0.05;

/// Fewest observations for a verdict or a stop: before, means of skewed or discrete figures are not
/// near enough to Gaussian.
inline constexpr int kFirstLook = 10;

/// Fewest where all observations are the same number. What comes in one run of ten would have shown
/// in 30 with 95 %.
inline constexpr int kFirstLookConstant = 30;

/// Fewest observations of that spread for a verdict.
[[nodiscard]] inline int first_look(double sd) { return sd > 0 ? kFirstLook : kFirstLookConstant; }

/// Precision of the mixture: with 8 the interval is narrowest, among those of its kind, near 70
/// observations.
inline constexpr double kMixture = 8;

/// The Gaussian mixture of t-statistics (Wang and Ramdas 2023): likelihood of the t-statistic of n
/// observations where the mean over the spread is Normal(0, 1/mixture), over that where it is 0.
/// Under the latter a martingale in n that starts at 1, so it ever reaches x with probability 1/x
/// at most (Ville 1939).
[[nodiscard]] double mixture_martingale(int n, double t, double mixture = kMixture);

/// Half the width of the interval over the standard error, for Gaussian observations of unknown
/// mean and spread: P(|mean - truth| <= anytime_quantile(n) sd / sqrt(n) for all n >= 2) >= 1 -
/// miss. Nine tenths of `miss` go to the mixture; one to t-quantiles, which are narrower below a
/// dozen observations.
[[nodiscard]] double anytime_quantile(int n, double miss = kMiss);

/// Half the width of the interval at `n` observations of that spread: anytime_quantile, widened for
/// skewness (first term of the expansion of Hall 1992 for the t-statistic).
[[nodiscard]] double anytime_half_width(int n, double sd, double skewness, double miss = kMiss);

/// Mean with its always-valid interval. n = 1 gives low = high = mean.
[[nodiscard]] Estimate anytime_estimate(const Moments& moments, double miss = kMiss);

/// On which side of 0 the mean lies: given where there are enough observations and the interval
/// leaves 0 out.
[[nodiscard]] Verdict verdict(const Moments& moments, double miss = kMiss);

/// About how many more observations until half the interval is below `half`, if spread and skewness
/// stayed as they are; at most one thousand million. 0 = it is already, and there are enough
/// observations for a verdict.
[[nodiscard]] int needed_within(const Moments& moments, double half);

/// About how many more observations until a verdict if mean, spread and skewness stayed as they
/// are. 0 = there is one already, or all are 0; at most one thousand million.
[[nodiscard]] int more_needed(const Moments& moments);

}  // namespace tandem
