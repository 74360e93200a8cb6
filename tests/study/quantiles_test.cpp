// SPDX-License-Identifier: Apache-2.0
#include "sim/study/quantiles.h"

#include <gtest/gtest.h>

#include <numeric>
#include <vector>

namespace tandem {
namespace {

std::vector<double> numbers_to(int n) {
  std::vector<double> out(static_cast<std::size_t>(n));
  std::iota(out.begin(), out.end(), 1.0);
  return out;
}

// Printed tables of the sign interval of the median (Conover 1999; Hollander and Wolfe 1999, A.2):
// of 10 the 2nd and 9th, of 20 the 6th and 15th, of 25 the 8th and 18th, of 100 the 40th and 61st.
TEST(Quantiles, MedianIntervalsAreThoseOfThePrintedTables) {
  const int tables[][3] = {{6, 1, 6}, {10, 2, 9}, {20, 6, 15}, {25, 8, 18}, {100, 40, 61}};
  for (const auto& [n, low, high] : tables) {
    const Quantile q = quantile_interval(numbers_to(n), 0.5, Looks::one);
    EXPECT_EQ(q.low, low) << n;
    EXPECT_EQ(q.high, high) << n;
  }
}

// 0.9^35 is above 2.5 %, 0.9^36 below: with fewer than 36 runs all may lie above the tenth.
TEST(Quantiles, AnEndThatTheRunsCannotGiveIsLeftOut) {
  EXPECT_FALSE(quantile_interval(numbers_to(35), 0.1, Looks::one).low);
  EXPECT_TRUE(quantile_interval(numbers_to(36), 0.1, Looks::one).low);
  EXPECT_FALSE(quantile_interval(numbers_to(35), 0.9, Looks::one).high);
  EXPECT_TRUE(quantile_interval(numbers_to(36), 0.9, Looks::one).high);
  EXPECT_FALSE(quantile_interval(numbers_to(5), 0.5, Looks::one).low);
  EXPECT_FALSE(quantile_interval({}, 0.5, Looks::any).low);
}

// All that the beta-binomial mixture calls wonders has, exactly, a chance below 5 % at any one n
// (Markov's inequality), and the ranks are those of the mirrored quantile turned round.
TEST(Quantiles, RanksForAllLooksAreWiderAndSymmetric) {
  for (const int n : {20, 100, 1000, 10000}) {
    for (const double p : {0.1, 0.5, 0.9}) {
      const Ranks one = plausible_ranks(n, p, Looks::one), any = plausible_ranks(n, p, Looks::any);
      EXPECT_LE(any.fewest, one.fewest) << n << " " << p;
      EXPECT_GE(any.most, one.most) << n << " " << p;
      const Ranks mirrored = plausible_ranks(n, 1 - p, Looks::any);
      EXPECT_EQ(any.fewest, n - mirrored.most) << n << " " << p;
    }
  }
}

/// Exactly: the chance that the number of observations below the p-quantile leaves the ranks at some
/// n from `first` to `last`.
double chance_to_miss(double p, int first, int last, Looks looks) {
  std::vector<double> at{1};  // [s]: s below so far, and never left the ranks
  for (int n = 1; n <= last; ++n) {
    at.push_back(0);
    for (std::size_t s = at.size() - 1; s > 0; --s) at[s] = at[s] * (1 - p) + at[s - 1] * p;
    at[0] *= 1 - p;
    if (n < first) continue;
    const Ranks ranks = plausible_ranks(n, p, looks);
    for (int s = 0; s <= n; ++s) {
      if (s < ranks.fewest || s > ranks.most) at[static_cast<std::size_t>(s)] = 0;
    }
  }
  return 1 - std::accumulate(at.begin(), at.end(), 0.0);
}

// The promise without any simulation: the interval for one look misses at most 5 % at that n, and as
// ranks are whole hardly less than 2 %; the one for all looks at most 5 % over 2,000 of them
// together. Looked at like that the other one misses many times as often.
TEST(Quantiles, IntervalsHoldTheTrueQuantile) {
  for (const double p : {0.1, 0.5, 0.9}) {
    for (const int n : {36, 100, 1000}) {
      const double miss = chance_to_miss(p, n, n, Looks::one);
      EXPECT_LE(miss, 0.05) << p << " " << n;
      EXPECT_GE(miss, 0.02) << p << " " << n;
    }
    const double miss = chance_to_miss(p, 1, 2000, Looks::any);
    EXPECT_LE(miss, 0.05) << p;
    EXPECT_GE(miss, 0.01) << p;
    EXPECT_GE(chance_to_miss(p, 30, 2000, Looks::one), 0.2) << p;
  }
}

}  // namespace
}  // namespace tandem
