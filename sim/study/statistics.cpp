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

}  // namespace tandem
