// SPDX-License-Identifier: Apache-2.0
#include "sim/study/anytime.h"

#include <algorithm>
#include <cmath>

#include "sim/base/math.h"

namespace tandem {

namespace {

// Of the misses allowed, for t-quantiles that share it: the n-th gets 1/(n(n-1)) of it, in sum 1.
constexpr double kEarlyShare = 0.1;
constexpr int kEarly = 40;  // from here on the mixture is the narrower one

/// Where the martingale of mixture_martingale() reaches 1/miss; without end at few observations.
double mixture_quantile(int n, double miss) {
  const double share = kMixture / (n + kMixture);
  const double grown = math::expm1(-(2 * math::log(miss) + math::log(share)) / n);
  const double rest = 1 - share * (1 + grown);
  return rest > 0 ? std::sqrt((n - 1) * grown / rest) : math::kInfinity;
}

}  // namespace

double mixture_martingale(int n, double t, double mixture) {
  const double share = mixture / (n + mixture), squared = t * t / (n - 1);
  return std::sqrt(share) * math::pow((1 + squared) / (1 + share * squared), 0.5 * n);
}

double anytime_quantile(int n, double miss) {
  if (n < 2) return math::kInfinity;
  const double mixed = mixture_quantile(n, (1 - kEarlyShare) * miss);
  if (n >= kEarly) return mixed;
  return std::min(mixed, t_quantile(n - 1, kEarlyShare * miss / (n * (n - 1.0)) / 2));
}

double anytime_half_width(int n, double sd, double skewness, double miss) {
  if (sd == 0) return 0;
  const double quantile = anytime_quantile(n, miss), root = std::sqrt(n);
  return (quantile + std::abs(skewness) * (2 * quantile * quantile + 1) / (6 * root)) * sd / root;
}

Estimate anytime_estimate(const Moments& moments, double miss) {
  const int n = moments.n();
  return around_mean(moments,
                     n < 2 ? 0 : anytime_half_width(n, moments.sd(), moments.skewness(), miss));
}

Estimate anytime_estimate(const std::vector<double>& observations) {
  return anytime_estimate(moments_of(observations));
}

Verdict verdict(const Moments& moments, double miss) {
  const Estimate e = anytime_estimate(moments, miss);
  if (e.n < first_look(e.sd)) return Verdict::unclear;
  return e.low > 0 ? Verdict::higher : e.high < 0 ? Verdict::lower : Verdict::unclear;
}

int needed_within(const Moments& moments, double half) {
  constexpr int kMost = 1'000'000'000;
  const int n = moments.n();
  if (n < 2) return kFirstLook - n;
  const double sd = moments.sd(), skewness = moments.skewness();
  const auto enough = [&](int total) {
    return total >= first_look(sd) && (sd == 0 || anytime_half_width(total, sd, skewness) < half);
  };
  if (enough(n)) return 0;
  if (!enough(kMost)) return kMost;
  // The half-width falls with the number of observations: bisect for the first that is small
  // enough.
  int low = n, high = kMost;
  while (high - low > 1) {
    const int middle = low + (high - low) / 2;
    (enough(middle) ? high : low) = middle;
  }
  return high - n;
}

int more_needed(const Moments& moments) {
  const bool nothing = moments.mean() == 0 && moments.sd() == 0;
  return nothing ? 0 : needed_within(moments, std::abs(moments.mean()));
}

}  // namespace tandem
