// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/golden/pay_case.h"

// Pay for help, satisfaction, scores and growth. Weeks of 5 days, months of 21, quarters of 63.
namespace tandem::pay_case {
namespace {

P paid_on(int measure, double rate, int per = P::quarter) {
  return element(P::commission, [&](P& e) {
    e.measure = measure;
    e.rate = rate;
    e.per = per;
  });
}

P goal_bonus(int measure, double goal, double pays) {
  return element(P::bonus, [&](P& e) {
    e.measure = measure;
    e.goal = goal;
    e.pays = pays;
  });
}

/// A firm of one team in which each day has its points: `first` up to day 30, `then` from day 31.
Firm& with_points(Firm& firm, Quantity quantity, Holder holder, double first, double then,
                  int last = 62) {
  const int holders = holder == Holder::seat ? static_cast<int>(firm.team.size()) : 1;
  for (int day = firm.book.settled + 1; day <= last; ++day) {
    for (int index = 0; index < holders; ++index)
      firm.enter(quantity, holder, index, day, day < 31 ? first : then);
    firm.play(day);
  }
  return firm;
}

TEST(PayHelp, HoursArePaidByTheHundredth) {
  // 0.6 + 1.25 + 0.8 = 2.65 hours at 30: 79.50, and nothing for a quarter without.
  Firm firm({paid_on(P::help_given, 30)});
  firm.open();
  for (const auto& [day, hours] : {std::pair{3, 0.6}, {20, 1.25}, {62, 0.8}}) {
    firm.play(day - 1);
    firm.enter(Quantity::help, Holder::seat, 0, day, hours);
  }
  EXPECT_EQ(firm.play(62).paid(), 79'50);
  EXPECT_EQ(firm.play(125).paid(), 79'50);
  EXPECT_DOUBLE_EQ(firm.lines[0].credit, 2.65);
}

TEST(PayHelp, BandsAndPrizesCountHours) {
  // Nothing for the first 2 hours, 20 for each further one: 5.5 hours pay 70. A spiff of 25 an hour
  // up to 100: 5.5 hours pay 100. The most hours win 300; 0 hours never do.
  P bands = paid_on(P::help_given, 0);
  bands.tiers = {{2, 20}};
  bands.unit = P::count;
  const P spiff = element(P::spiff, [](P& e) {
    e.measure = P::help_given;
    e.pays = 25;
    e.cap_pay = 100;
  });
  const P contest = element(P::contest, [](P& e) {
    e.measure = P::help_given;
    e.prizes = {300, 100};
  });
  for (const P& e : {bands, spiff, contest}) EXPECT_TRUE(faults(e).empty());
  Firm firm({bands, spiff, contest}, 2);
  firm.open();
  firm.enter(Quantity::help, Holder::seat, 0, 0, 5.5);
  firm.play(62);
  EXPECT_EQ(firm.paid(0, P::commission), 70'00);
  EXPECT_EQ(firm.paid(0, P::spiff), 100'00);
  EXPECT_EQ(firm.paid(0, P::contest), 300'00);
  EXPECT_EQ(firm.paid(1), 0);
}

TEST(PaySatisfaction, TheMeanOverTheDaysIsPaid) {
  // 31 days of 60 points and 32 of 75.5: 4,276 / 63 = 67.873. At 10 a point: 678.73.
  Firm firm({paid_on(P::own_satisfaction, 10)});
  EXPECT_EQ(with_points(firm.open(), Quantity::satisfaction, Holder::seat, 60, 75.5).paid(),
            678'73);
}

TEST(PaySatisfaction, AGoalIsReachedOnTheMean) {
  for (const auto& [goal, pays] : {std::pair{67.8, 900'00}, {67.9, 0}}) {
    Firm firm({goal_bonus(P::own_satisfaction, goal, 900)});
    EXPECT_EQ(with_points(firm.open(), Quantity::satisfaction, Holder::seat, 60, 75.5).paid(),
              pays);
  }
}

TEST(PaySatisfaction, WhoIsThereForAPartHasThatPartOfPayAndGoal) {
  // From day 42 on, 21 of 63 days at 80 points: a third of 80 at 30 a point is 800, and a goal of
  // 75 is reached, for a third of 900. The same for who leaves on day 20.
  Firm firm({paid_on(P::own_satisfaction, 30), goal_bonus(P::own_satisfaction, 75, 900)}, 2);
  firm.since = {kNobody, 0};
  firm.open();
  for (int day = 0; day <= 62; ++day) {
    if (day == 42) firm.enter(0, day);
    for (const int seat : {0, 1})
      if (firm.since[static_cast<std::size_t>(seat)] != kNobody)
        firm.enter(Quantity::satisfaction, Holder::seat, seat, day, 80);
    firm.play(day);
    if (day == 20) firm.exit(1, day);
  }
  for (const int seat : {0, 1}) {
    EXPECT_EQ(firm.paid(seat, P::commission), 800'00);
    EXPECT_EQ(firm.paid(seat, P::bonus), 300'00);
  }
}

TEST(PaySatisfaction, ATeamsIsOneForAllAndMayBeDivided) {
  P e = goal_bonus(P::team_satisfaction, 67, 1000);
  e.split = P::equal;
  EXPECT_TRUE(faults(e).empty());
  Firm firm({e}, 3);
  with_points(firm.open(), Quantity::satisfaction, Holder::team, 60, 75.5);
  EXPECT_EQ(firm.paid(0) + firm.paid(1) + firm.paid(2), 1000'00);
  EXPECT_EQ(firm.paid(0), 333'34);
}

TEST(PaySatisfaction, IsAHurdleToo) {
  // 100,000 at 5 %, half where the customers are below 70 of 100.
  for (const auto& [then, pays] : {std::pair{75.5, 2'500'00}, {95.0, 5'000'00}}) {
    P e = commission(0.05);
    e.hurdle_measure = P::own_satisfaction;
    e.hurdle_at = 1;
    e.hurdle_goal = 70;
    e.hurdle_factor = 0.5;
    EXPECT_TRUE(faults(e).empty());
    Firm firm({e});
    firm.open().sell({0, 0, 100'000});
    EXPECT_EQ(with_points(firm, Quantity::satisfaction, Holder::seat, 60, then).paid(), pays);
  }
}

TEST(PayScore, PaysByTheScoreOfTheDays) {
  // 100 for 31 days, then 125: 7,100 / 63 = 112.698. From 110 on 2,000, 150 on 5,000, straight
  // lines: 2,000 + 3,000 x 2.698 / 40 = 2,202.38.
  P e = goal_bonus(P::score, 100, 0);
  e.tiers = {{1.1, 2000}, {1.5, 5000}};
  e.curve = P::linear;
  EXPECT_TRUE(faults(e).empty());
  Firm firm({e});
  EXPECT_EQ(with_points(firm.open(), Quantity::score, Holder::seat, 100, 125).paid(), 2'202'38);
}

/// 3,000 and 5,000 in the weeks of days 10 .. 19, the base weeks before day 21: 4,000 a week, and
/// 4.2 weeks or 16,800 a month. Then 20,000 in the second month, 10,000 in the third.
const std::vector<Sale> kGrowing{{2, 0, 90'000},  {12, 0, 3000}, {17, 0, 5000},
                                 {25, 0, 12'000}, {41, 0, 8000}, {50, 0, 10'000}};

P growth(int kind) {
  return element(kind, [](P& e) {
    e.measure = P::own_revenue;
    e.per = P::month;
    e.base_weeks = 2;
    e.from = 21;
  });
}

Money growth_pay(const P& e, int last = 62) {
  EXPECT_TRUE(faults(e).empty()) << faults(e).front();
  Firm firm({e});
  return firm.open().play(last, kGrowing).paid();
}

TEST(PayGrowth, WhatExceedsTheBaseWeeksIsPaid) {
  // 20,000 - 16,800 = 3,200 at 10 %; the third month lies below the base.
  P e = growth(P::commission);
  e.rate = 0.1;
  EXPECT_EQ(growth_pay(e, 20), 0);
  EXPECT_EQ(growth_pay(e, 41), 320'00);
  EXPECT_EQ(growth_pay(e), 320'00);
  // 5 % up to a growth of 10 %, 1,680, and 10 % beyond.
  e.rate = 0;
  e.tiers = {{0, 0.05}, {0.1, 0.1}};
  EXPECT_EQ(growth_pay(e), 236'00);
}

TEST(PayGrowth, ABonusIsPaidForGrowthInPerCent) {
  P e = growth(P::bonus);  // 3,200 of 16,800: 19.05 %
  e.pays = 500;
  e.at = 0.19;
  EXPECT_EQ(growth_pay(e), 500'00);
  e.at = 0.2;
  EXPECT_EQ(growth_pay(e), 0);
}

TEST(PayGrowth, WithoutADayTheBaseIsOnesOwnFirstWeeks) {
  // Days 0 .. 9 bring 8,000; of the month 11 days are left, for which 4,000 a week are 8,800.
  P e = growth(P::commission);
  e.from = 0;
  e.rate = 0.1;
  Firm firm({e});
  firm.open().play(20, {{1, 0, 3000}, {8, 0, 5000}, {11, 0, 10'000}});
  EXPECT_EQ(firm.paid(), 120'00);
  firm.play(41, {{30, 0, 16'900}});
  EXPECT_EQ(firm.paid(), 130'00);
  // Who comes later has base weeks of one's own: days 45 .. 54.
  firm.exit(0, 41).enter(0, 43);
  firm.play(62, {{44, 0, 99'000}, {46, 0, 1000}, {56, 0, 1700}});
  EXPECT_EQ(firm.paid(), 220'00);  // 1,700 less 100 a day for 8 days: 900
}

TEST(PayGrowth, ThePartsThatBothPlansHaveKeepTheirBase) {
  P e = growth(P::commission);
  e.rate = 0.1;
  Firm firm(Plans{{salary(12'000), e}, {e, salary(24'000)}}, 1);
  firm.open().play(30, kGrowing).replan({0}, 1, 31);
  EXPECT_EQ(firm.play(62, kGrowing).paid(0, P::commission), 320'00);
}

TEST(PayGrowth, AContestRanksByGrowth) {
  // 50 % on 4,200 beats 19 % on 16,800, though it is less money.
  P e = growth(P::contest);
  e.prizes = {1000};
  for (const auto& [unit, winner] : {std::pair<int, int>{P::attainment, 1}, {P::money, 0}}) {
    e.unit = unit;
    EXPECT_TRUE(faults(e).empty());
    Firm firm({e}, 2);
    std::vector<Sale> sales = kGrowing;
    sales.insert(sales.end(), {{11, 1, 2000}, {30, 1, 6300}});
    firm.open().play(41, sales);
    EXPECT_EQ(firm.paid(winner), 1000'00);
    EXPECT_EQ(firm.paid(1 - winner), 0);
  }
}

TEST(PayGrowth, NothingGrowsFromNothing) {
  P e = growth(P::bonus);
  e.pays = 500;
  e.at = 0.1;
  Firm firm({e});
  EXPECT_EQ(firm.open().play(62, {{30, 0, 50'000}}).paid(), 0);
}

}  // namespace
}  // namespace tandem::pay_case
