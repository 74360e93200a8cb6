// SPDX-License-Identifier: Apache-2.0
#include "sim/study/pairing.h"

#include <gtest/gtest.h>

#include <optional>
#include <vector>

namespace tandem {
namespace {

using Values = std::vector<std::optional<double>>;

Difference difference_of(const Values& base, const Values& variant) {
  PairedMetric metric;
  for (std::size_t i = 0; i < base.size(); ++i) metric.add(base[i], variant[i]);
  return metric.result(static_cast<Metric>(0));
}

// The sleep data as two columns: the difference is that of the pairs, mean 1.58, and the saving is
// (3.2006 + 4.0090) / 1.5129, the two columns' variances over that of the differences.
TEST(Pairing, DifferenceAndSavingAreThoseOfTheSleepData) {
  const Values first{0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
  const Values second{1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};
  const Difference d = difference_of(first, second);
  EXPECT_EQ(d.pairs, 10);
  EXPECT_NEAR(d.base_mean, 0.75, 1e-12);
  EXPECT_NEAR(d.variant_mean, 2.33, 1e-12);
  EXPECT_NEAR(d.difference, 1.58, 1e-12);
  EXPECT_NEAR(d.fixed_low, 0.7001142, 1e-7);
  EXPECT_LT(d.low, d.fixed_low);
  EXPECT_NEAR(d.relative, 1.58 / 0.75, 1e-12);
  EXPECT_NEAR(d.variance_reduction, (3.200556 + 4.009) / 1.512889, 1e-5);
  EXPECT_FALSE(d.identical);
}

// A change that changes nothing is told apart from one that is lost in luck.
TEST(Pairing, EqualInEveryPairIsIdentical) {
  const Difference d = difference_of({1, 2, std::nullopt}, {1, 2, std::nullopt});
  EXPECT_TRUE(d.identical);
  EXPECT_EQ(d.pairs, 2);
  EXPECT_EQ(d.difference, 0);
  EXPECT_EQ(d.verdict, Verdict::unclear);
  EXPECT_EQ(d.pairs_needed, 0);
}

// A pair counts only where both sides have an observation; one that only one side has is a
// difference.
TEST(Pairing, PairWithoutAnObservationIsDropped) {
  const Difference d = difference_of({1, 2, 3, 4}, {1, std::nullopt, 3, 4});
  EXPECT_EQ(d.pairs, 3);
  EXPECT_FALSE(d.identical);
  PairedMetric none;
  none.add(std::nullopt, 1);
  EXPECT_FALSE(none.observed());
}

Values repeated(const Values& values, int times) {
  Values out;
  for (int i = 0; i < times; ++i) out.insert(out.end(), values.begin(), values.end());
  return out;
}

// A verdict is given exactly where the interval leaves 0 out; the plain t-interval, which it would
// take if this were the only look, does so sooner.
TEST(Pairing, VerdictFollowsTheInterval) {
  EXPECT_EQ(difference_of(repeated({2, 3, 4}, 4), repeated({1, 2.1, 2.9}, 4)).verdict,
            Verdict::lower);
  const Values base = repeated({2, 3, 4, 5}, 5), variant = repeated({2.1, 2.6, 5, 6}, 5);
  const Difference unclear = difference_of(base, variant);
  EXPECT_EQ(unclear.verdict, Verdict::unclear);
  EXPECT_LT(unclear.low, 0);
  EXPECT_GT(unclear.fixed_low, 0);
  EXPECT_GT(unclear.high, 0);
  EXPECT_GT(unclear.pairs_needed, 0);
}

// One pair has no interval, so it cannot be clear whatever its difference.
TEST(Pairing, OnePairTellsNothing) {
  const Difference d = difference_of({1}, {100});
  EXPECT_EQ(d.verdict, Verdict::unclear);
  EXPECT_EQ(d.low, d.high);
  EXPECT_GE(d.pairs_needed, 1);
}

// Infinite savings would not be a number in JSON.
TEST(Pairing, SavingIsFiniteWhereTheDifferenceNeverVaries) {
  EXPECT_EQ(difference_of({1, 2, 4}, {2, 3, 5}).variance_reduction, 1e9);
  EXPECT_EQ(difference_of({1, 1, 1}, {2, 2, 2}).variance_reduction, 1);
}

}  // namespace
}  // namespace tandem
