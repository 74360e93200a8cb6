// SPDX-License-Identifier: Apache-2.0
#include "sim/study/best.h"

#include <gtest/gtest.h>

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <vector>

namespace tandem {
namespace {

const Metric kProfit = *find_metric("profit"), kTurnover = *find_metric("turnover");
const std::vector<std::string> kNames{"base", "a", "b", "c"};

/// Firms whose figures share most of their luck.
class Firms {
 public:
  Firms(std::vector<double> means, std::uint64_t seed) : means_(std::move(means)), bits_(seed) {}
  std::vector<double> draw() {
    const double shared = 3 * normal_(bits_);
    std::vector<double> out;
    for (const double mean : means_) out.push_back(mean + shared + normal_(bits_));
    return out;
  }

 private:
  std::vector<double> means_;
  boost::random::mt19937_64 bits_;
  boost::random::normal_distribution<double> normal_;
};

BestOfSet after(Firms firms, int pairs, Metric metric = kProfit) {
  BestOf best(metric, 4);
  for (int i = 0; i < pairs; ++i) best.add(firms.draw());
  return best.result(kNames);
}

// Far apart: one is the best, the others are beaten, and the intervals say by how much.
TEST(Best, FarApartOneIsTheBest) {
  const BestOfSet set = after(Firms({1, 5, 0, 3}, 1), 100);
  EXPECT_EQ(set.pairs, 100);
  const Standing expected[] = {Standing::beaten, Standing::best, Standing::beaten,
                               Standing::beaten};
  const double truth[] = {-4, 2, -5, -2};
  for (std::size_t i = 0; i < 4; ++i) {
    const Candidate& c = set.candidates[i];
    EXPECT_EQ(c.name, kNames[i]);
    EXPECT_EQ(c.standing, expected[i]) << i;
    EXPECT_LE(c.low, truth[i]) << i;
    EXPECT_GE(c.high, truth[i]) << i;
    EXPECT_NEAR(c.difference, truth[i], 0.5) << i;
  }
  EXPECT_LT(set.candidates[0].high, 0);
  EXPECT_GT(set.candidates[1].low, 0);
}

// Where less is better the lowest is the best, and its difference from the next is negative.
TEST(Best, LessIsBetterWhereTheMetricSaysSo) {
  const BestOfSet set = after(Firms({1, 5, 0, 3}, 1), 1000, kTurnover);
  EXPECT_EQ(set.candidates[2].standing, Standing::best);
  EXPECT_NEAR(set.candidates[2].difference, -1, 0.3);
  EXPECT_LT(set.candidates[2].high, 0);
  EXPECT_GT(set.candidates[1].low, 0);
}

// Nobody is out of the running before ten pairs, or for having the same figures as another.
TEST(Best, TooFewPairsOrEqualFiguresLeaveAllPossible) {
  for (const Candidate& c : after(Firms({1, 50, 0, 3}, 1), 9).candidates) {
    EXPECT_EQ(c.standing, Standing::possible);
  }
  BestOf best(kProfit, 4);
  for (int i = 0; i < 50; ++i) best.add(std::vector<double>{1.0 * i, 1.0 * i, 1.0 * i, 1.0 * i});
  for (const Candidate& c : best.result(kNames).candidates) {
    EXPECT_EQ(c.standing, Standing::possible);
    EXPECT_EQ(c.low, 0);
    EXPECT_EQ(c.high, 0);
  }
}

// The promise: looked at again and again up to 400 pairs, all four intervals hold in at least 95 %
// of 400 studies, and the best in truth (of equals the first) is called beaten in at most 5 %.
TEST(Best, AllIntervalsHoldTogetherAtEveryLook) {
  const std::vector<std::vector<double>> cases{{0, 0, 0, 0}, {0.3, 0.25, 0, -1}};
  for (const std::vector<double>& means : cases) {
    int wrong = 0, beaten = 0;
    for (std::uint64_t study = 0; study < 400; ++study) {
      Firms firms(means, study);
      BestOf best(kProfit, 4);
      bool missed = false, called_beaten = false;
      for (int pair = 1; pair <= 400; ++pair) {
        best.add(firms.draw());
        if (pair < 10 || (pair > 50 && pair % 10 != 0)) continue;
        const BestOfSet set = best.result(kNames);
        called_beaten = called_beaten || set.candidates[0].standing == Standing::beaten;
        for (std::size_t i = 0; i < 4; ++i) {
          const double truth = means[i] - means[i == 0 ? 1 : 0];
          missed = missed || truth < set.candidates[i].low || truth > set.candidates[i].high;
        }
      }
      wrong += missed;
      beaten += called_beaten;
    }
    EXPECT_LE(wrong, 20) << means[1];
    EXPECT_LE(beaten, 20) << means[1];
  }
}

}  // namespace
}  // namespace tandem
