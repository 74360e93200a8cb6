// SPDX-License-Identifier: Apache-2.0
#include "sim/study/quantiles.h"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <cmath>

#include "sim/study/anytime.h"

namespace tandem {

namespace {

/// log of the chance of one outcome with s of n below, its probability drawn from beta(a, b), over
/// that where it is p.
double log_mixture(int n, int s, double p) {
  const double a = kMixture * p, b = kMixture * (1 - p);
  const auto log_beta = [](double x, double y) {
    return std::lgamma(x) + std::lgamma(y) - std::lgamma(x + y);
  };
  return log_beta(a + s, b + n - s) - log_beta(a, b) - s * std::log(p) - (n - s) * std::log1p(-p);
}

bool plausible(int n, int s, double p, Looks looks) {
  if (looks == Looks::any) return log_mixture(n, s, p) < -std::log(kMiss);
  const boost::math::binomial law(n, p);
  const double at_least = s == 0 ? 1 : cdf(complement(law, s - 1));
  return cdf(law, s) > kMiss / 2 && at_least > kMiss / 2;
}

}  // namespace

Ranks plausible_ranks(int n, double p, Looks looks) {
  const int middle = static_cast<int>(p * n);  // plausible, if anything is
  // The first plausible one at or below the middle, and the last at or above.
  int low = -1, inside = middle;
  while (inside - low > 1) {
    const int half = low + (inside - low) / 2;
    (plausible(n, half, p, looks) ? inside : low) = half;
  }
  Ranks out{.fewest = inside, .most = 0};
  int high = n + 1;
  inside = middle;
  while (high - inside > 1) {
    const int half = inside + (high - inside) / 2;
    (plausible(n, half, p, looks) ? inside : high) = half;
  }
  out.most = inside;
  return out;
}

double quantile(const std::vector<double>& sorted, double p) {
  if (sorted.empty()) return 0;
  const double place = p * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  if (below + 1 >= sorted.size()) return sorted.back();
  return sorted[below] + (place - static_cast<double>(below)) * (sorted[below + 1] - sorted[below]);
}

Quantile quantile_interval(const std::vector<double>& sorted, double p, Looks looks) {
  Quantile out{.value = quantile(sorted, p), .low = {}, .high = {}};
  const int n = static_cast<int>(sorted.size());
  if (n == 0) return out;
  const Ranks ranks = plausible_ranks(n, p, looks);
  if (ranks.fewest > 0) out.low = sorted[static_cast<std::size_t>(ranks.fewest - 1)];
  if (ranks.most < n) out.high = sorted[static_cast<std::size_t>(ranks.most)];
  return out;
}

Spread Sample::spread(Looks looks) const {
  std::vector<double> sorted = values_;
  std::sort(sorted.begin(), sorted.end());
  return {.p10 = quantile_interval(sorted, 0.1, looks),
          .p50 = quantile_interval(sorted, 0.5, looks),
          .p90 = quantile_interval(sorted, 0.9, looks)};
}

}  // namespace tandem
