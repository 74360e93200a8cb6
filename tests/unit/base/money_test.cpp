// SPDX-License-Identifier: Apache-2.0
#include "sim/base/money.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include "sim/base/check.h"
#include "sim/base/luck.h"

namespace tandem {
namespace {

std::vector<Money> split(Money total, const std::vector<double>& weights) {
  std::vector<Money> out(weights.size());
  apportion(total, weights, out);
  return out;
}

// Halves go to the even cent, so that rounding many payments has no drift.
TEST(Money, RoundsHalvesToEven) {
  EXPECT_EQ(cents(12.34), 1234);
  EXPECT_EQ(cents(0.125), 12);
  EXPECT_EQ(cents(0.375), 38);
  EXPECT_EQ(cents(-0.125), -12);
  EXPECT_EQ(cents(-0.375), -38);
  EXPECT_EQ(cents(-0.005), 0);
  EXPECT_EQ(cents(1e15), 100'000'000'000'000'000);
  EXPECT_EQ(whole_units(1234), 12.34);
}

// NaN and overflow are faults of the program: they must not become a large number in the books.
TEST(Money, RefusesWhatIsNoAmount) {
  EXPECT_THROW((void)cents(std::nan("")), BrokenInvariant);
  EXPECT_THROW((void)cents(std::numeric_limits<double>::infinity()), BrokenInvariant);
  EXPECT_THROW((void)cents(1e17), BrokenInvariant);
}

// Largest remainder: whole parts first, the odd cents by size of the rest, ties to the lower index.
TEST(Money, SplitsByLargestRemainder) {
  EXPECT_EQ(split(100, {1, 1, 1}), (std::vector<Money>{34, 33, 33}));
  EXPECT_EQ(split(-100, {1, 1, 1}), (std::vector<Money>{-34, -33, -33}));
  EXPECT_EQ(split(101, {0, 1, 1}), (std::vector<Money>{0, 51, 50}));
  EXPECT_EQ(split(10, {0, 0, 0, 0}), (std::vector<Money>{3, 3, 2, 2}));
  EXPECT_EQ(split(3, {0.6, 0.3, 0.1}), (std::vector<Money>{2, 1, 0}));
  EXPECT_EQ(split(0, {}), (std::vector<Money>{}));
}

// A pool is paid out to the cent whatever the weights, and nobody is off by a cent or more from the
// exact share.
TEST(Money, SplitsConserveTheCent) {
  Stream words(Luck(5, 5), Purpose::test, 0, 0);
  for (int round = 0; round < 2000; ++round) {
    std::vector<double> weights(1 + words() % 20);
    for (double& weight : weights)
      weight = words() % 4 == 0 ? 0.0 : std::pow(uniform32(words()), 8);
    const auto total = static_cast<Money>(words() * std::uint64_t{words()} >> (words() % 60)) *
                       (words() % 2 == 0 ? 1 : -1);
    const auto parts = split(total, weights);
    EXPECT_EQ(std::accumulate(parts.begin(), parts.end(), Money{0}), total);
    const long double sum = std::accumulate(weights.begin(), weights.end(), 0.0L);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (sum == 0) continue;
      const long double exact = static_cast<long double>(total) * weights[i] / sum;
      EXPECT_LT(std::abs(static_cast<long double>(parts[i]) - exact),
                1.01L + std::abs(static_cast<long double>(total)) * 0x1p-55L);
      if (weights[i] == 0) {
        EXPECT_EQ(parts[i], 0);
      }
    }
  }
}

// The arithmetic is done in 128 bits: the largest sums split like the small ones.
TEST(Money, SplitsTheLargestSums) {
  const Money most = std::numeric_limits<Money>::max(), least = std::numeric_limits<Money>::min();
  EXPECT_EQ(split(most, {1}), (std::vector<Money>{most}));
  EXPECT_EQ(split(least, {1}), (std::vector<Money>{least}));
  EXPECT_EQ(split(most, {3e-310, 3e-310}), (std::vector<Money>{most / 2 + 1, most / 2}));
}

TEST(Money, RefusesWeightsThatAreNoShares) {
  // A negative share would make someone pay for others: a fault of the caller.
  EXPECT_THROW(split(1, {1, -1}), BrokenInvariant);
  EXPECT_THROW(split(1, {1, std::nan("")}), BrokenInvariant);
  EXPECT_THROW(split(1, {}), BrokenInvariant);
}

}  // namespace
}  // namespace tandem
