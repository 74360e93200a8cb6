// SPDX-License-Identifier: Apache-2.0
#include "sim/base/counts.h"

#include <algorithm>
#include <cmath>

#include "sim/base/math.h"

// Both laws are summed up from below until they pass u. Far from zero the sum starts more than nine
// standard deviations under the mean: what lies below is less than a uniform can tell from nothing.
namespace tandem {

namespace {

constexpr double kDeviations = 9,
                 kFewer = 30;  // a rare event's law has a longer tail than a Normal

/// log k! less Stirling's k log k - k + log(2 pi k) / 2; from k = 10 on to the last bit or so.
double stirling_rest(double k) {
  const double r = 1 / (k * k);
  return (1.0 / 12 - r * (1.0 / 360 - r * (1.0 / 1260 - r * (1.0 / 1680 - r / 1188)))) / k;
}

/// k log(k / mean) - k + mean, without cancellation where k is near the mean.
double deviance(double k, double mean) {
  const double d = (k - mean) / mean;
  return mean * ((1 + d) * math::log1p(d) - d);
}

double log_size(double k) { return math::log(math::kSqrt2Pi * std::sqrt(k)) + stirling_rest(k); }

int first_term(double mean, double variance) {
  constexpr double kFew = 200;  // up to here the chance of none is a number that doubles hold
  if (mean < kFew) return 0;
  return static_cast<int>(std::max(0.0, mean - kDeviations * std::sqrt(variance) - kFewer));
}

double poisson_chance(double mean, int k) {
  return math::exp(k == 0 ? -mean : -deviance(k, mean) - log_size(k));
}

}  // namespace

int poisson_quantile(double mean, double u) {
  if (!(mean > 0)) return 0;
  mean = std::min(mean, 1e9);
  int k = first_term(mean, mean);
  double chance = poisson_chance(mean, k);
  const double last = mean + 2 * kDeviations * std::sqrt(mean) + 60;
  for (double sum = chance; sum < u && k < last; sum += chance) chance *= mean / ++k;
  return k;
}

double poisson_mean_upto(double mean, int most) {
  if (!(mean > 0) || most <= 0) return 0;
  mean = std::min(mean, 1e9);
  int k = first_term(mean, mean);
  double chance = poisson_chance(mean, k), missing = 0;  // most - count, where the count is less
  const double last = mean + 2 * kDeviations * std::sqrt(mean) + 60;
  for (; k < most && k < last; chance *= mean / ++k) missing += (most - k) * chance;
  return k < most ? mean : most - missing;
}

int binomial_quantile(int n, double chance, double u) {
  if (n <= 0 || !(chance > 0)) return 0;
  if (chance >= 1) return n;
  const double fail = 1 - chance, odds = chance / fail, mean = n * chance;
  int k = first_term(mean, mean * fail);
  double part;
  if (k < 10 || n - k < 10) {
    k = 0;
    part = math::exp(n * math::log1p(-chance));
    // Where not even that is a number that doubles hold, failures are counted instead.
    if (part < 1e-290) return n - binomial_quantile(n, fail, 1 - u);
  } else {
    const double rest = n - k;
    part = math::exp(log_size(n) - log_size(k) - log_size(rest) - deviance(k, mean) -
                     deviance(rest, n * fail));
  }
  for (double sum = part; sum < u && k < n; sum += part) {
    part *= odds * (n - k) / (k + 1);
    ++k;
  }
  return k;
}

}  // namespace tandem
