// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "tandem/study.h"

namespace tandem {

/// Mean and variance of a stream of numbers in constant memory (Welford's recurrence, which does
/// not lose digits where the spread is small beside the mean).
class Moments {
 public:
  void add(double x) {
    ++n_;
    const double from_old = x - mean_;
    mean_ += from_old / n_;
    squares_ += from_old * (x - mean_);
  }
  [[nodiscard]] int n() const { return n_; }
  [[nodiscard]] double mean() const { return mean_; }
  [[nodiscard]] double variance() const { return n_ > 1 ? squares_ / (n_ - 1) : 0; }
  [[nodiscard]] double sd() const;

 private:
  int n_ = 0;
  double mean_ = 0;
  double squares_ = 0;  // sum of squared deviations from the mean
};

/// Quantiles of a stream in constant memory: the first 10,000 values are as good a sample as any,
/// since replications are independent.
class Sample {
 public:
  void add(double x) {
    if (values_.size() < kKept) values_.push_back(x);
  }
  [[nodiscard]] Spread spread() const;

 private:
  static constexpr std::size_t kKept = 10000;
  std::vector<double> values_;
};

/// The point a t-distributed variable exceeds with probability 2.5 %.
[[nodiscard]] double t_quantile(int degrees_of_freedom);

/// Mean with its two-sided 95 % interval.
[[nodiscard]] Estimate estimate(const Moments& moments);

/// About how many more observations the interval of `moments` needs to leave 0 out if mean and
/// spread stayed as they are. 0 = it does already, or all are 0; at most one thousand million.
[[nodiscard]] int more_needed(const Moments& moments);

/// The value below which share `p` of the sorted numbers lies, interpolated (type 7 of Hyndman and
/// Fan 1996, what R and numpy take).
[[nodiscard]] double quantile(const std::vector<double>& sorted, double p);

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
