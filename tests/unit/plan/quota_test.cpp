// SPDX-License-Identifier: Apache-2.0
#include "sim/plan/quota.h"

#include <gtest/gtest.h>

#include "sim/plan/contest.h"

namespace tandem {
namespace {

TEST(Quota, UniformGivesEverySeatTheSame) {
  // The market's mean counts where no amount is given; stretch and growth lie on top.
  QuotaSpec spec;
  spec.method = QuotaSpec::uniform;
  spec.stretch = 0.1;
  spec.growth = 0.5;
  EXPECT_NEAR(quota(spec, {.potential = 10, .mean_potential = 1000}), 1100, 1e-9);
  EXPECT_NEAR(quota(spec, {.potential = 10, .mean_potential = 1000, .years = 2}), 2475, 1e-9);
  spec.amount = 400;
  EXPECT_NEAR(quota(spec, {.potential = 10, .mean_potential = 1000}), 440, 1e-9);
}

TEST(Quota, ByPotentialAsksInProportionAsFarAsItsWeightSays) {
  // A seat with 150 % of the mean potential.
  QuotaSpec spec;
  spec.amount = 400;
  EXPECT_NEAR(quota(spec, {.potential = 1500, .mean_potential = 1000}), 600, 1e-9);
  spec.potential_weight = 0.5;
  EXPECT_NEAR(quota(spec, {.potential = 1500, .mean_potential = 1000}), 500, 1e-9);
  spec.potential_weight = 0;
  EXPECT_NEAR(quota(spec, {.potential = 1500, .mean_potential = 1000}), 400, 1e-9);
}

TEST(Quota, BottomUpTakesWhatPeopleNameAndAddsPartOfTheShadingBack) {
  // 1,000 expected, 10 % held back, half of it added back.
  QuotaSpec spec;
  spec.method = QuotaSpec::bottom_up;
  EXPECT_NEAR(quota(spec, {.forecast = 1000}), 900, 1e-9);
  spec.correction = 0.5;
  EXPECT_NEAR(quota(spec, {.forecast = 1000}), 950, 1e-9);
  spec.shading = 0;
  EXPECT_NEAR(quota(spec, {.forecast = 1000}), 1000, 1e-9);
}

TEST(Quota, TheRatchetMovesUpAndDownByItsOwnShares) {
  // q' = q + d + .5 (x - q) above, - .25 (q - x) below.
  QuotaSpec spec;
  spec.step = 10;
  EXPECT_NEAR(ratchet_next(spec, 100, 140), 130, 1e-12);
  EXPECT_NEAR(ratchet_next(spec, 100, 60), 100, 1e-12);
  EXPECT_NEAR(ratchet_next(spec, 100, 100), 110, 1e-12);
}

TEST(Quota, TheRatchetsDragIsWeitzmans) {
  // EVIDENCE A9: with D = 1 / (1 + r) the slope left is b r / (r + lambda).
  for (const double r : {0.01, 0.1, 0.5}) {
    for (const double strength : {0.0, 0.1, 0.5, 1.0}) {
      EXPECT_NEAR(1 - ratchet_drag(strength, 1 / (1 + r)), r / (r + strength), 1e-14);
    }
  }
}

TEST(Quota, TheDragIsTheDiscountedSumOfAllLaterQuotas) {
  // One unit more today raises the quota k periods on by l (1 - l)^(k - 1): summed by hand over
  // 4,000 periods.
  const double D = 0.95, l = 0.3;
  double sum = 0, weight = D, rise = l;
  for (int k = 1; k <= 4000; ++k) {
    sum += weight * rise;
    weight *= D;
    rise *= 1 - l;
  }
  EXPECT_NEAR(ratchet_drag(l, D), sum, 1e-14);
}

TEST(Quota, TomorrowBendsAtTheQuota) {
  // Slope b times the drag of up above, of down below; nothing at the quota itself.
  QuotaSpec spec;
  EXPECT_EQ(tomorrow(spec, 0.1, 0.9, 100, 100), 0);
  EXPECT_NEAR(tomorrow(spec, 0.1, 0.9, 100, 110), -1 * ratchet_drag(0.5, 0.9), 1e-14);
  EXPECT_NEAR(tomorrow(spec, 0.1, 0.9, 100, 90), 1 * ratchet_drag(0.25, 0.9), 1e-14);
}

TEST(Quota, TheSeasonsOfAYearAddUpToIt) {
  // Whatever the weights and wherever the cuts.
  const Calendar calendar;
  QuotaSpec spec;
  spec.season = {3, 1, 0, 2, 5};
  double sum = 0;
  for (int day = -252; day < 0; day += 7) sum += season_share(spec, calendar, day, day + 6);
  EXPECT_NEAR(sum, 1, 1e-12);
  EXPECT_NEAR(season_share(spec, calendar, 0, 503), 2, 1e-12);
  spec.season = {1, 1, 2, 2};
  EXPECT_NEAR(season_share(spec, calendar, 0, 62), 1.0 / 6, 1e-12);
  EXPECT_NEAR(season_share(spec, calendar, 126, 188), 1.0 / 3, 1e-12);
}

TEST(Contest, TheExpectedPrizeIsTheSumOverRanks) {
  // Two equal rivals and a result at their mean: ranks 1, 2, 3 have chances 1/4, 1/2, 1/4.
  const std::vector<Rival> rivals{{100, 10}, {100, 10}};
  const std::vector<double> prizes{1000, 400};
  EXPECT_NEAR(expected_prize(prizes, rivals, 100), 250 + 200, 1e-9);
  EXPECT_NEAR(expected_prize(prizes, rivals, 1000), 1000, 1e-9);
  EXPECT_NEAR(expected_prize(prizes, rivals, -1000), 0, 1e-9);
  // Unequal rivals: beaten with chances .5 and .8413: first .4207, second .5 x .1587 + .5 x .8413 =
  // .5.
  const std::vector<Rival> two{{100, 10}, {80, 20}};
  EXPECT_NEAR(expected_prize(prizes, two, 100), 420.672 + 200, 1e-3);
}

TEST(Contest, TheCurveFollowsTheExactPrizeAndNeverFalls) {
  // Eight knots: within 4 % of the prize everywhere, exact at the inner knots.
  std::vector<Rival> rivals;
  for (int i = 0; i < 7; ++i) rivals.push_back({100.0 + 5 * i, 10.0 + i});
  const std::vector<double> prizes{3000, 2000, 1000};
  const Curve curve = contest_curve(prizes, rivals);
  EXPECT_LE(curve.segments, 9);
  double before = 0;
  for (double x = 0; x < 300; x += 0.5) {
    EXPECT_NEAR(curve(x), expected_prize(prizes, rivals, x), 0.04 * 3000) << x;
    EXPECT_GE(curve(x), before - 1e-9);
    before = curve(x);
  }
  for (int j = 2; j + 1 < curve.segments; ++j) {
    const double x = curve.at[static_cast<std::size_t>(j)];
    EXPECT_NEAR(curve(x), expected_prize(prizes, rivals, x), 1e-6);
  }
  EXPECT_EQ(contest_curve(prizes, rivals, 120)(119.9), 0);
  EXPECT_NEAR(contest_curve(prizes, rivals, 120)(125), curve(125), 1e-9);
}

TEST(Contest, RivalsWithoutSpreadMakeAStep) {
  // Known results: one unit more than the best wins everything.
  const std::vector<Rival> rivals{{100, 0}, {50, 0}};
  const std::vector<double> prizes{1000, 300};
  const Curve curve = contest_curve(prizes, rivals);
  EXPECT_NEAR(curve(101), 1000, 1e-6);
  EXPECT_NEAR(curve(40), 0, 1e-6);
  EXPECT_NEAR(expected_prize(prizes, rivals, 75), 300, 1e-9);
}

}  // namespace
}  // namespace tandem
