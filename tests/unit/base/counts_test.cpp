// SPDX-License-Identifier: Apache-2.0
#include "sim/base/counts.h"

#include <gtest/gtest.h>

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <cmath>

#include "sim/base/luck.h"

namespace tandem {
namespace {

namespace bm = boost::math;

const Luck kLuck(11, 0);

double uniform(int i) { return kLuck.uniform(Purpose::test, static_cast<std::uint64_t>(i), 0, 0); }

// k is the quantile of u if F(k - 1) < u <= F(k), by an independent distribution function.
template <class Law>
void expect_quantile(const Law& law, int k, double u) {
  constexpr double kRounding = 1e-12;
  EXPECT_GE(bm::cdf(law, k), u - kRounding) << k;
  if (k == 0) return;
  EXPECT_LT(bm::cdf(law, k - 1), u + kRounding) << k;
}

TEST(Counts, PoissonIsTheQuantileOfItsLaw) {
  for (const double mean : {1e-4, 0.3, 1.0, 7.5, 42.0, 199.0, 201.0, 750.0, 3e4, 1e6}) {
    const bm::poisson_distribution<> law(mean);
    for (int i = 0; i < 300; ++i)
      expect_quantile(law, poisson_quantile(mean, uniform(i)), uniform(i));
    for (const double u : {1e-9, 1 - 1e-9}) expect_quantile(law, poisson_quantile(mean, u), u);
  }
}

TEST(Counts, BinomialIsTheQuantileOfItsLaw) {
  for (const int n : {1, 2, 9, 40, 230, 1000, 100'000})
    for (const double chance : {1e-5, 0.02, 0.3, 0.5, 0.77, 0.98, 0.99999}) {
      const bm::binomial_distribution<> law(n, chance);
      for (int i = 0; i < 200; ++i)
        expect_quantile(law, binomial_quantile(n, chance, uniform(i)), uniform(i));
      for (const double u : {1e-9, 1 - 1e-9})
        expect_quantile(law, binomial_quantile(n, chance, u), u);
    }
}

// Same luck: who has a better chance, or more to try, never counts less.
TEST(Counts, RiseWithMeanChanceTrialsAndLuck) {
  for (int i = 0; i < 4000; ++i) {
    const double u = uniform(i), x = uniform(i + 10'000), more = x + (1 - x) * uniform(i + 20'000);
    const double scale = i % 2 == 0 ? 20 : 2000;
    EXPECT_LE(poisson_quantile(scale * x, u), poisson_quantile(scale * more, u));
    EXPECT_LE(poisson_quantile(scale * x, u), poisson_quantile(scale * x, u + (1 - u) * more));
    const int n = static_cast<int>(scale);
    EXPECT_LE(binomial_quantile(n, x, u), binomial_quantile(n, more, u));
    EXPECT_LE(binomial_quantile(n, x, u), binomial_quantile(n + i % 7, x, u));
    EXPECT_LE(binomial_quantile(n, x, u), binomial_quantile(n, x, u + (1 - u) * more));
  }
}

// E min(X, m) = sum over k < m of P(X > k).
TEST(Counts, AMeanThatIsCutOffIsTheSumOfItsTails) {
  for (const double mean : {0.2, 6.0, 60.0, 199.0, 230.0, 900.0})
    for (const double part : {0.5, 0.9, 1.0, 1.1, 3.0}) {
      const int most = static_cast<int>(part * mean) + 1;
      double sum = 0;
      for (int k = 0; k < most; ++k)
        sum += bm::cdf(bm::complement(bm::poisson_distribution<>(mean), k));
      EXPECT_NEAR(poisson_mean_upto(mean, most) / sum, 1, 1e-11) << mean << " " << most;
    }
  EXPECT_EQ(poisson_mean_upto(0, 5), 0);
  EXPECT_EQ(poisson_mean_upto(5, 0), 0);
  EXPECT_EQ(poisson_mean_upto(5, 1'000'000), 5);
}

TEST(Counts, EndsAreExact) {
  EXPECT_EQ(poisson_quantile(0, 0.5), 0);
  EXPECT_EQ(binomial_quantile(0, 0.5, 0.5), 0);
  EXPECT_EQ(binomial_quantile(30, 0, 1 - 1e-12), 0);
  EXPECT_EQ(binomial_quantile(30, 1, 1e-12), 30);
  EXPECT_LE(binomial_quantile(30, 1e-12, 1 - 1e-15), 30);
  EXPECT_GT(poisson_quantile(1e12, 0.5), 999'000'000);  // a mean beyond the range
}

}  // namespace
}  // namespace tandem
