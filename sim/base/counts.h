// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tandem {

/// The smallest k with F(k) >= u, for a Poisson count of this mean: one uniform, and a higher mean or
/// a higher u never gives less. Means beyond 1e9 count as 1e9.
[[nodiscard]] int poisson_quantile(double mean, double u);

/// The mean of a Poisson count of which no more than `most` are counted.
[[nodiscard]] double poisson_mean_upto(double mean, int most);

/// The quantile of the number of successes in n trials of this chance.
[[nodiscard]] int binomial_quantile(int n, double chance, double u);

}  // namespace tandem
