// SPDX-License-Identifier: Apache-2.0
#include "sim/study/statistics.h"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

namespace tandem {

double Moments::sd() const { return std::sqrt(variance()); }

double t_quantile(int degrees_of_freedom) {
  const boost::math::students_t law(degrees_of_freedom);
  return boost::math::quantile(boost::math::complement(law, 0.025));
}

Estimate estimate(const Moments& moments) {
  Estimate out{.mean = moments.mean(),
               .low = moments.mean(),
               .high = moments.mean(),
               .sd = moments.sd(),
               .n = moments.n()};
  if (out.n < 2) return out;
  const double half = t_quantile(out.n - 1) * out.sd / std::sqrt(out.n);
  out.low -= half;
  out.high += half;
  return out;
}

Estimate estimate(const std::vector<double>& observations) {
  Moments moments;
  for (const double x : observations) moments.add(x);
  return estimate(moments);
}

int more_needed(const Moments& moments) {
  constexpr int kMost = 1'000'000'000;
  const int n = moments.n();
  const double size = std::abs(moments.mean());
  const double sd = moments.sd();
  if (n == 0 || (size == 0 && sd == 0)) return 0;
  if (n == 1) return 1;
  const auto clear_at = [&](int total) {
    return t_quantile(total - 1) * sd / std::sqrt(total) < size;
  };
  if (clear_at(n)) return 0;
  if (!clear_at(kMost)) return kMost;
  // The half-width falls with the number of observations: bisect for the first that is small
  // enough.
  int low = n, high = kMost;
  while (high - low > 1) {
    const int middle = low + (high - low) / 2;
    (clear_at(middle) ? high : low) = middle;
  }
  return high - n;
}

double quantile(const std::vector<double>& sorted, double p) {
  if (sorted.empty()) return 0;
  const double place = p * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  if (below + 1 >= sorted.size()) return sorted.back();
  return sorted[below] + (place - static_cast<double>(below)) * (sorted[below + 1] - sorted[below]);
}

Spread Sample::spread() const {
  std::vector<double> sorted = values_;
  std::sort(sorted.begin(), sorted.end());
  return {.p10 = quantile(sorted, 0.1), .p50 = quantile(sorted, 0.5), .p90 = quantile(sorted, 0.9)};
}

}  // namespace tandem
