// SPDX-License-Identifier: Apache-2.0
#include "sim/study/statistics.h"

#include <boost/math/distributions/students_t.hpp>
#include <cmath>

namespace tandem {

double Moments::sd() const { return std::sqrt(variance()); }

double Moments::skewness() const {
  if (n_ < 3 || squares_ == 0) return 0;
  const double n = n_;
  return std::sqrt(n * (n - 1)) / (n - 2) * std::sqrt(n) * cubes_ /
         (squares_ * std::sqrt(squares_));
}

double t_quantile(int degrees_of_freedom, double tail) {
  const boost::math::students_t law(degrees_of_freedom);
  return boost::math::quantile(boost::math::complement(law, tail));
}

Moments moments_of(const std::vector<double>& observations) {
  Moments moments;
  for (const double x : observations) moments.add(x);
  return moments;
}

Estimate around_mean(const Moments& moments, double half) {
  const double mean = moments.mean();
  return {
      .mean = mean, .low = mean - half, .high = mean + half, .sd = moments.sd(), .n = moments.n()};
}

Estimate estimate(const Moments& moments) {
  const int n = moments.n();
  return around_mean(moments, n < 2 ? 0 : t_quantile(n - 1) * moments.sd() / std::sqrt(n));
}

Estimate estimate(const std::vector<double>& observations) {
  return estimate(moments_of(observations));
}

}  // namespace tandem
