// SPDX-License-Identifier: Apache-2.0
#include "sim/study/anytime.h"

#include <gtest/gtest.h>

#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/quadrature/exp_sinh.hpp>
#include <boost/math/quadrature/sinh_sinh.hpp>
#include <boost/random/exponential_distribution.hpp>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <cmath>
#include <functional>
#include <vector>

namespace tandem {
namespace {

// The closed form against what it is said to be: the likelihood of a non-central t, averaged over
// its effect Normal(0, 1/c), over that of the central t.
TEST(Anytime, MixtureIsTheAveragedLikelihoodOfTheTStatistic) {
  boost::math::quadrature::sinh_sinh<double> over_all;
  for (const double c : {1.0, 8.0, 30.0}) {
    for (const int n : {3, 10, 40}) {
      for (const double t : {0.0, 0.7, -2.1, 4.5}) {
        const auto weighed = [&](double z) {
          const double effect = z / std::sqrt(c),
                       weight = std::exp(-z * z / 2) / std::sqrt(2 * M_PI);
          if (weight < 1e-14) return 0.0;
          return weight * pdf(boost::math::non_central_t(n - 1, effect * std::sqrt(n)), t);
        };
        const double ratio =
            over_all.integrate(weighed, 1e-10) / pdf(boost::math::students_t(n - 1), t);
        EXPECT_NEAR(mixture_martingale(n, t, c) / ratio, 1, 1e-6) << c << " " << n << " " << t;
      }
    }
  }
}

// A published value: averaged further over c = 1/g with g inverse-gamma (1/2, r^2/2) the mixture is
// the Bayes factor of Rouder et al. 2009 with scale r. For Student's sleep data and r = sqrt(2)/2
// the manual of the R package BayesFactor prints 17.259.
TEST(Anytime, MixtureGivesThePublishedBayesFactorOfTheSleepData) {
  const Moments sleep = moments_of({1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4});
  const double t = sleep.mean() / sleep.sd() * std::sqrt(10.0), r = std::sqrt(0.5);
  boost::math::quadrature::exp_sinh<double> from_zero;
  const auto weighed = [&](double g) {
    const double weight = r / std::sqrt(2 * M_PI) * std::pow(g, -1.5) * std::exp(-r * r / (2 * g));
    return weight > 0 ? weight * mixture_martingale(10, t, 1 / g) : 0.0;
  };
  EXPECT_NEAR(from_zero.integrate(weighed), 17.259, 0.0005);
}

// The interval ends where the mixture reaches 1 over its share of the misses. Before, 0.5 % in all
// is spent on t-quantiles, 0.25 % of it on two observations: tan(pi/2 (1 - 0.0025)).
TEST(Anytime, QuantileSolvesTheMixture) {
  for (const int n : {40, 100, 1000, 1'000'000}) {
    EXPECT_NEAR(mixture_martingale(n, anytime_quantile(n)), 1 / 0.045, 1e-5) << n;
    EXPECT_NEAR(mixture_martingale(n, anytime_quantile(n, 0.01)), 1 / 0.009, 1e-5) << n;
  }
  EXPECT_NEAR(anytime_quantile(2), std::tan(M_PI / 2 * (1 - 0.0025)), 1e-6);
}

// One more observation of the same spread never widens it, however small the misses allowed.
TEST(Anytime, WidthFallsWithTheNumberOfObservations) {
  for (const double miss : {0.05, 0.05 / 9, 0.0005}) {
    for (const double skewness : {0.0, 3.0}) {
      double before = anytime_half_width(2, 1, skewness, miss);
      EXPECT_TRUE(std::isfinite(before));
      for (int n = 3; n < 3000; ++n) {
        const double now = anytime_half_width(n, 1, skewness, miss);
        ASSERT_LT(now, before) << n << " " << miss;
        before = now;
      }
    }
  }
}

/// Of `sequences` of observations of mean 0, how many are ever taken for something else when one
/// looks after each of 1,000; and how many by plain t-intervals from ten observations on.
struct Wrong {
  int anytime = 0, plain = 0;
};
Wrong wrong_when_peeking(int sequences, const std::function<double()>& draw) {
  std::vector<double> plain(1001);
  for (int n = 2; n <= 1000; ++n) plain[static_cast<std::size_t>(n)] = t_quantile(n - 1);
  Wrong out;
  for (int s = 0; s < sequences; ++s) {
    Moments moments;
    bool anytime_wrong = false, plain_wrong = false;
    for (int n = 1; n <= 1000; ++n) {
      moments.add(draw());
      anytime_wrong = anytime_wrong || verdict(moments) != Verdict::unclear;
      plain_wrong =
          plain_wrong || (n >= kFirstLook && std::abs(moments.mean()) * std::sqrt(n) >
                                                 plain[static_cast<std::size_t>(n)] * moments.sd());
    }
    out.anytime += anytime_wrong;
    out.plain += plain_wrong;
  }
  return out;
}

// The promise itself: 1,000 sequences of nothing, looked at 1,000 times each. Plain t-intervals
// looked at like that are wrong several times as often as they say.
TEST(Anytime, WrongAtMostOneTimeInTwentyHoweverOftenOneLooks) {
  boost::random::mt19937_64 bits(1);
  boost::random::normal_distribution<double> normal;
  const Wrong wrong = wrong_when_peeking(1000, [&] { return normal(bits); });
  EXPECT_LE(wrong.anytime, 50);
  EXPECT_GE(wrong.anytime, 5);  // not by never saying anything
  EXPECT_GE(wrong.plain, 200);
}

// Run figures are not quite Gaussian: the correction for skewness holds the promise for a law as
// skewed as the exponential, for lognormal ones and for rare counts.
TEST(Anytime, HoldsForSkewedAndDiscreteFigures) {
  boost::random::mt19937_64 bits(2);
  boost::random::normal_distribution<double> normal;
  boost::random::exponential_distribution<double> exponential;
  EXPECT_LE(wrong_when_peeking(1000, [&] { return exponential(bits) - 1; }).anytime, 50);
  EXPECT_LE(wrong_when_peeking(1000, [&] { return std::exp(normal(bits) / 2) - std::exp(0.125); })
                .anytime,
            50);
  const auto rare = [&] { return exponential(bits) > std::log(5.0) ? 1.0 : 0.0; };  // one in five
  EXPECT_LE(wrong_when_peeking(1000, [&] { return rare() - 0.2; }).anytime, 50);
  EXPECT_LE(wrong_when_peeking(1000, [&] { return rare() - rare(); }).anytime, 50);
}

// The promise of pairs_needed: so many more and there is a verdict, one fewer and there is none.
TEST(Anytime, MoreNeededIsTheFirstNumberThatIsEnough) {
  const Moments m =
      moments_of({1, -2, 3, -1, 2, 0.5, -1.5, 2.5, 0.3, -0.2, 1.1, 0.4, -0.7, 0.9, -1.1});
  const int more = more_needed(m);
  ASSERT_GT(more, 0);
  const auto half = [&](int n) { return anytime_half_width(n, m.sd(), m.skewness()); };
  EXPECT_LT(half(m.n() + more), std::abs(m.mean()));
  EXPECT_GE(half(m.n() + more - 1), std::abs(m.mean()));
}

// Clear already, nothing to find, a difference of exactly 0 that no number of runs would show; and
// never a verdict from fewer than ten, or from fewer than thirty that are all the same.
TEST(Anytime, MoreNeededKnowsItsLimits) {
  std::vector<double> clear;
  for (int i = 0; i < 10; ++i) clear.push_back(1 + 0.01 * (i % 3));
  EXPECT_EQ(more_needed(moments_of(clear)), 0);
  EXPECT_EQ(verdict(moments_of(clear)), Verdict::higher);
  clear.pop_back();
  EXPECT_EQ(more_needed(moments_of(clear)), 1);
  EXPECT_EQ(verdict(moments_of(clear)), Verdict::unclear);
  EXPECT_EQ(more_needed(moments_of({0, 0, 0})), 0);
  EXPECT_EQ(more_needed(moments_of({1, -1})), 1'000'000'000);
  EXPECT_EQ(more_needed(moments_of({1})), 9);
  EXPECT_EQ(more_needed(moments_of(std::vector<double>(12, -4.0))), 18);
  EXPECT_EQ(verdict(moments_of(std::vector<double>(30, -4.0))), Verdict::lower);
}

}  // namespace
}  // namespace tandem
