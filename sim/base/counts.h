// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tandem {

/// The smallest k with F(k) >= u, for a Poisson count of this mean: one uniform, and a higher mean or
/// a higher u never gives less. Means beyond 1e9 count as 1e9.
[[nodiscard]] int poisson_quantile(double mean, double u);

/// The same for the number of successes in n trials of this chance.
[[nodiscard]] int binomial_quantile(int n, double chance, double u);

}  // namespace tandem
