// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "sim/study/statistics.h"

namespace tandem {

/// How many of n observations may lie below the p-quantile without it being a wonder.
struct Ranks {
  int fewest = 0, most = 0;
};

/// Looks::one: the binomial law, 2.5 % on each side. Looks::any: where the beta mixture of binomial
/// likelihood ratios, a martingale, stays below 1/5 % (Robbins 1970; Howard and Ramdas 2022).
[[nodiscard]] Ranks plausible_ranks(int n, double p, Looks looks);

/// The value below which share `p` of the sorted numbers lies, interpolated (type 7 of Hyndman and
/// Fan 1996, what R and numpy take).
[[nodiscard]] double quantile(const std::vector<double>& sorted, double p);

/// That value with the 95 % interval for the quantile of the law the numbers come from, whatever
/// law that is: the numbers at the ends of the plausible ranks.
[[nodiscard]] Quantile quantile_interval(const std::vector<double>& sorted, double p, Looks looks);

}  // namespace tandem
