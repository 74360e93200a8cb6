// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "tandem/study.h"

namespace tandem {

/// Mean, variance and skewness of a stream of numbers in constant memory (Welford's recurrence,
/// which does not lose digits where the spread is small beside the mean; Pebay 2008 for the cubes).
class Moments {
 public:
  void add(double x) {
    const double before = n_++;
    const double from_old = x - mean_, step = from_old / n_;
    mean_ += step;
    const double grown = from_old * (x - mean_);
    cubes_ += step * (grown * (before - 1) - 3 * squares_);
    squares_ += grown;
  }
  [[nodiscard]] int n() const { return n_; }
  [[nodiscard]] double mean() const { return mean_; }
  [[nodiscard]] double variance() const { return n_ > 1 ? squares_ / (n_ - 1) : 0; }
  [[nodiscard]] double sd() const;
  /// G1, the estimate of the skewness that is unbiased for Gaussian data; 0 where there is none.
  [[nodiscard]] double skewness() const;

 private:
  int n_ = 0;
  double mean_ = 0;
  double squares_ = 0, cubes_ = 0;  // sums of powers of the deviations from the mean
};

[[nodiscard]] Moments moments_of(const std::vector<double>& observations);

/// The mean with the interval of that half-width.
[[nodiscard]] Estimate around_mean(const Moments& moments, double half);

/// For what an interval holds: one look at a number of observations fixed beforehand, or all looks
/// at any number.
enum class Looks { one, any };

/// Quantiles of a stream in constant memory: the first 10,000 values are as good a sample as any,
/// since replications are independent.
class Sample {
 public:
  void add(double x) {
    if (values_.size() < kKept) values_.push_back(x);
  }
  [[nodiscard]] Spread spread(Looks looks) const;

 private:
  static constexpr std::size_t kKept = 10000;
  std::vector<double> values_;
};

/// The point a t-distributed variable exceeds with probability `tail`.
[[nodiscard]] double t_quantile(int degrees_of_freedom, double tail = 0.025);

/// Mean with its two-sided 95 % t-interval: for a number of observations fixed beforehand.
[[nodiscard]] Estimate estimate(const Moments& moments);

/// FNV-1a over a sequence of 64-bit numbers.
class Chain {
 public:
  void add(std::uint64_t x) {
    for (int byte = 0; byte < 8; ++byte) {
      value_ = (value_ ^ ((x >> (8 * byte)) & 0xff)) * 0x100000001b3u;
    }
    last_ = x;
    ++n_;
  }
  /// The only element itself while there is one.
  [[nodiscard]] std::uint64_t value() const { return n_ == 1 ? last_ : value_; }

 private:
  std::uint64_t value_ = 0xcbf29ce484222325u;
  std::uint64_t last_ = 0;
  int n_ = 0;
};

}  // namespace tandem
