// SPDX-License-Identifier: Apache-2.0
#include "sim/study/statistics.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace tandem {
namespace {

// Printed tables of Student's t, two-sided 95 %; the last is the normal law's 1.959964.
TEST(Statistics, QuantilesAreThoseOfThePrintedTables) {
  EXPECT_NEAR(t_quantile(1), 12.706205, 1e-5);
  EXPECT_NEAR(t_quantile(9), 2.262157, 1e-5);
  EXPECT_NEAR(t_quantile(29), 2.045230, 1e-5);
  EXPECT_NEAR(t_quantile(99), 1.984217, 1e-5);
  EXPECT_NEAR(t_quantile(100'000'000), 1.959964, 1e-5);
}

// Hours of sleep gained by two drugs (Cushny and Peebles 1905), the example of Student 1908: R's
// t.test(paired = TRUE) gives the mean 1.58 and the interval 0.7001142 to 2.4598858.
TEST(Statistics, PairedIntervalIsStudentsOwnExample) {
  const Estimate e = estimate({1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4});
  EXPECT_EQ(e.n, 10);
  EXPECT_NEAR(e.mean, 1.58, 1e-12);
  EXPECT_NEAR(e.low, 0.7001142, 1e-7);
  EXPECT_NEAR(e.high, 2.4598858, 1e-7);
  EXPECT_NEAR(e.sd, 1.2299955, 1e-7);
}

// One observation says nothing about its spread.
TEST(Statistics, OneObservationHasNoWidth) {
  const Estimate e = estimate({3.5});
  EXPECT_EQ(e.mean, 3.5);
  EXPECT_EQ(e.low, 3.5);
  EXPECT_EQ(e.high, 3.5);
  EXPECT_EQ(e.sd, 0);
}

// 4, 7, 13, 16 have variance 30; the naive sum of squares gives nonsense with 1e9 in front.
TEST(Statistics, VarianceKeepsItsDigitsFarFromZero) {
  EXPECT_EQ(moments_of({1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16}).variance(), 30);
}

// numpy.quantile(range(1, 11), [.1, .5, .9]).
TEST(Statistics, QuantilesOfASampleAreNumpys) {
  Sample sample;
  for (int i = 10; i >= 1; --i) sample.add(i);
  const Spread spread = sample.spread(Looks::one);
  EXPECT_NEAR(spread.p10.value, 1.9, 1e-12);
  EXPECT_NEAR(spread.p50.value, 5.5, 1e-12);
  EXPECT_NEAR(spread.p90.value, 9.1, 1e-12);
}

// 1, 1, 4: deviations -1, -1, 2, so G1 = sqrt(6)/1 * (6/3) / (6/3)^(3/2) = sqrt(3), the most three
// numbers can have; a constant added far away changes nothing.
TEST(Statistics, SkewnessIsThatOfTheDeviations) {
  EXPECT_NEAR(moments_of({1, 1, 4}).skewness(), std::sqrt(3.0), 1e-12);
  EXPECT_NEAR(moments_of({1e6 + 1, 1e6 + 1, 1e6 + 4}).skewness(), std::sqrt(3.0), 1e-9);
  EXPECT_NEAR(moments_of({-1, -1, -4}).skewness(), -std::sqrt(3.0), 1e-12);
  EXPECT_EQ(moments_of({2, 2, 2}).skewness(), 0);
  EXPECT_EQ(moments_of({1, 4}).skewness(), 0);
}

// The hash of one run is the state's own, so that `run --out` and `run --hash` agree.
TEST(Statistics, ChainOfOneIsThatOne) {
  Chain one, two, swapped;
  one.add(0xabcdef0123456789u);
  EXPECT_EQ(one.value(), 0xabcdef0123456789u);
  two.add(1), two.add(2);
  swapped.add(2), swapped.add(1);
  EXPECT_NE(two.value(), swapped.value());
}

}  // namespace
}  // namespace tandem
