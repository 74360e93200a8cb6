// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/golden/pay_case.h"

// Quota 100,000 a quarter throughout. Amounts in whole units; every answer is worked out in its
// comment.
namespace tandem::pay_case {
namespace {

void expect_rows(const P& e, const std::vector<Row>& rows) {
  EXPECT_TRUE(faults(e).empty()) << faults(e).front();
  for (const Row& row : rows) EXPECT_EQ(quarter_pay(e, row.sold), cents(row.pays)) << row.what;
}

const Points kTiers{{0, 0.04}, {0.8, 0.06}, {1.0, 0.09}};

P tiered(int method) {
  return element(P::commission, [&](P& e) {
    e.tiers = kTiers;
    e.tiers_are = method;
  });
}

TEST(PayCommission, AFlatRatePaysItsShareOfEverySale) {
  // Without bands there is nothing but the rate times the credit.
  expect_rows(commission(0.05),
              {
                  {"nothing sold", {}, 0},
                  {"5 % of 1,000", {1000}, 50},
                  {"5 % of 100.10 + 0.10 = 100.20: 5.01", {100.10, 0.10}, 5.01},
                  {"5 % of 10.10 = 0.505: half a cent goes to the even cent", {10.10}, 0.50},
                  {"5 % of 10.30 = 0.515: half a cent goes to the even cent", {10.30}, 0.52},
              });
}

TEST(PayCommission, MarginalTiersPayEachBandItsOwnRate) {
  // Raising a tier's rate must not change what lies below it.
  expect_rows(tiered(P::marginal),
              {
                  {"50,000 x 4 %", {50'000}, 2000},
                  {"80,000 x 4 % + 10,000 x 6 % = 3,200 + 600", {60'000, 30'000}, 3800},
                  {"3,200 + 20,000 x 6 % + 50,000 x 9 % = 3,200 + 1,200 + 4,500", {150'000}, 8900},
                  {"on the edge: 80,000 x 4 %", {80'000}, 3200},
              });
}

TEST(PayCommission, RetroactiveTiersPayTheBandReachedFromTheFirstUnit) {
  // "Back to the first dollar": the rate of the band reached counts for everything.
  expect_rows(tiered(P::retroactive), {
                                          {"79,999.99 x 4 % = 3,199.9996", {79'999.99}, 3200.00},
                                          {"80,000 x 6 %", {80'000}, 4800},
                                          {"99,000 x 6 %", {99'000}, 5940},
                                          {"100,000 x 9 %", {40'000, 60'000}, 9000},
                                      });
}

TEST(PayCommission, TheEdgeRuleDecidesForAResultExactlyOnAnEdge) {
  // Only an exact hit may differ between the two rules.
  P lower = tiered(P::retroactive);
  lower.edge = P::lower;
  expect_rows(lower, {
                         {"80,000 still pays 4 %", {80'000}, 3200},
                         {"80,000.01 x 6 % = 4,800.0006", {80'000.01}, 4800},
                         {"100,000 still pays 6 %", {100'000}, 6000},
                         {"100,000.01 x 9 % = 9,000.0009", {100'000.01}, 9000},
                     });
}

TEST(PayCommission, StraightLinesJoinThePointsOfPay) {
  // A pay curve through (50 %, 2 % of 50,000 = 1,000), (100 %, 5 % of 100,000 = 5,000), (150 %, 6 %
  // of 150,000 = 9,000).
  P e = element(P::commission, [](P& c) {
    c.tiers = {{0.5, 0.02}, {1.0, 0.05}, {1.5, 0.06}};
    c.curve = P::linear;
  });
  expect_rows(e, {
                     {"below the first point its rate: 25,000 x 2 %", {25'000}, 500},
                     {"halfway: (1,000 + 5,000) / 2", {75'000}, 3000},
                     {"a quarter of the way: 5,000 + 4,000 / 4", {112'500}, 6000},
                     {"beyond the last point its rate: 9,000 + 10,000 x 6 %", {160'000}, 9600},
                 });
}

TEST(PayCommission, TiersMayBeCountedInMoneyOrAsAttainment) {
  // 30,000 of credit is 30 % of this quota, so the two plans must pay the same.
  P money = element(P::commission, [](P& c) {
    c.tiers = {{0, 0.02}, {30'000, 0.05}};
    c.unit = P::money;
  });
  P share = money;
  share.tiers = {{0, 0.02}, {0.3, 0.05}};
  share.unit = P::attainment;
  const std::vector<Row> rows{
      {"20,000 x 2 %", {20'000}, 400},
      {"30,000 x 2 %", {30'000}, 600},
      {"600 + 20,000 x 5 %", {50'000}, 1600},
  };
  expect_rows(money, rows);
  expect_rows(share, rows);
}

TEST(PayCommission, ACountPaysForEachAndItsTiersAreCounts) {
  // Deals won: 100 each up to the third, 200 each from there.
  P e = element(P::commission, [](P& c) {
    c.measure = P::deals_won;
    c.tiers = {{0, 100}, {3, 200}};
    c.unit = P::count;
  });
  expect_rows(e, {
                     {"2 x 100", {1, 1}, 200},
                     {"3 x 100", {1, 1, 1}, 300},
                     {"3 x 100 + 2 x 200", {1, 1, 1, 1, 1}, 700},
                 });
}

TEST(PayCommission, CreditBelowAThresholdIsLostOrPaidOnReachingIt) {
  // Both wait for 50 %; they differ by the pay on the first 50,000.
  P lost = commission(0.10);
  lost.threshold = 0.5;
  expect_rows(lost, {
                        {"not reached", {49'999.99}, 0},
                        {"just reached: nothing above it yet", {50'000}, 0},
                        {"30,000 above it x 10 %", {80'000}, 3000},
                    });
  P reached = lost;
  reached.below = P::paid_on_reaching;
  expect_rows(reached, {
                           {"not reached", {49'999.99}, 0},
                           {"50,000 x 10 %", {50'000}, 5000},
                           {"80,000 x 10 %", {80'000}, 8000},
                       });
  P lower = reached;
  lower.edge = P::lower;
  expect_rows(lower, {{"on the edge it is not reached", {50'000}, 0},
                      {"a cent above: 5,000.001", {50'000.01}, 5000}});
}

TEST(PayCommission, AcceleratorsAndDeceleratorsMultiplyTheRateFromTheirPointOn) {
  // x 0.65 under 80 %, x 1 to 100 %, x 1.5 above, x 0.5 beyond excellence at 200 %; rate 5 %.
  P e = commission(0.05);
  e.multipliers = {{0, 0.65}, {0.8, 1}, {1, 1.5}, {2, 0.5}};
  expect_rows(
      e,
      {
          {"40,000 x 5 % x .65", {40'000}, 1300},
          {"80,000 x 5 % x .65 + 20,000 x 5 % = 2,600 + 1,000", {100'000}, 3600},
          {"3,600 + 50,000 x 7.5 %", {150'000}, 7350},
          {"3,600 + 100,000 x 7.5 % + 40,000 x 2.5 % = 3,600 + 7,500 + 1,000", {240'000}, 12'100},
      });
  P back = e;
  back.tiers_are = P::retroactive;
  expect_rows(back, {
                        {"79,000 x 5 % x .65", {79'000}, 2567.5},
                        {"80,000 x 5 %", {80'000}, 4000},
                        {"150,000 x 5 % x 1.5", {150'000}, 11'250},
                    });
}

TEST(PayCommission, AMissedHurdleMultipliesThePay) {
  // Full pay needs two new accounts, else three quarters of it.
  P e = commission(0.10);
  e.hurdle_measure = P::new_accounts;
  e.hurdle_at = 1;
  e.hurdle_goal = 2;
  e.hurdle_factor = 0.75;
  const auto pay = [&](int accounts) {
    Firm firm({e});
    firm.open();
    std::vector<Sale> sales{{5, 0, 8000}, {6, 0, 1000}, {7, 0, 1000}};
    for (int i = 0; i < accounts; ++i) sales[static_cast<std::size_t>(i)].new_account = true;
    return firm.play(62, sales).paid();
  };
  EXPECT_EQ(pay(0), 750'00);   // 10,000 x 10 % x .75
  EXPECT_EQ(pay(1), 750'00);   // one is not two
  EXPECT_EQ(pay(2), 1000'00);  // 10,000 x 10 %
  EXPECT_EQ(pay(3), 1000'00);
}

TEST(PayCommission, ACapOnAttainmentEndsThePayThere) {
  // Beyond 120 % a sale pays nothing.
  P e = commission(0.05);
  e.cap = 1.2;
  expect_rows(e, {
                     {"119,000 x 5 %", {119'000}, 5950},
                     {"120,000 x 5 %", {120'000}, 6000},
                     {"capped at 120,000", {300'000}, 6000},
                 });
}

TEST(PayCommission, ACapOnPayLimitsTheAmountOfAPeriod) {
  // The limit binds the sum, not the credit.
  P e = commission(0.05);
  e.cap_pay = 4000;
  expect_rows(
      e, {{"3,000", {60'000}, 3000}, {"4,000", {80'000}, 4000}, {"not 5,000", {100'000}, 4000}});
}

TEST(PayCommission, ACapOnTheRateLimitsPayAgainstCredit) {
  // Retroactive 9 % would pay 9,000 at quota; no more than 7 % of the credit may be paid.
  P e = tiered(P::retroactive);
  e.cap_rate = 0.07;
  expect_rows(e, {{"50,000 x 4 %", {50'000}, 2000},
                  {"90,000 x 6 %", {90'000}, 5400},
                  {"100,000 x 7 %", {100'000}, 7000}});
}

TEST(PayCommission, ACapPerDealLimitsWhatOneDealCounts) {
  // 50,000 of any deal count, so one big deal cannot make the quarter.
  P e = commission(0.05);
  e.cap_deal = 50'000;
  expect_rows(e, {{"30,000 x 5 %", {30'000}, 1500},
                  {"50,000 of 200,000 count", {200'000}, 2500},
                  {"50,000 + 50,000 + 10,000 count", {80'000, 60'000, 10'000}, 5500}});
}

TEST(PayCommission, WhatLiesBeyondACapIsLostOrCarriedOn) {
  // 150,000 then 60,000 with a cap at 100 %: the 50,000 above it are lost, or are credit of the
  // second quarter.
  P e = commission(0.10);
  e.cap = 1;
  const std::vector<Sale> sales{{10, 0, 150'000}, {70, 0, 60'000}};
  Firm lost({e});
  EXPECT_EQ(lost.open().play(62, sales).paid(), 10'000'00);
  EXPECT_EQ(lost.play(125, sales).paid(), 16'000'00);  // + 60,000 x 10 %
  e.excess = P::excess_carried;
  Firm carried({e});
  EXPECT_EQ(carried.open().play(62, sales).paid(), 10'000'00);
  // 60,000 + 50,000 carried = 110,000: 10,000 paid, 10,000 of credit carried on again.
  EXPECT_EQ(carried.play(125, sales).paid(), 20'000'00);
  EXPECT_EQ(carried.play(188, sales).paid(), 21'000'00);  // 10,000 x 10 %
  EXPECT_EQ(carried.play(251, sales).paid(), 21'000'00);
}

TEST(PayCommission, PayBeyondACapOnPayIsCarriedOnWhenThePlanSaysSo) {
  // 10 % of 70,000 = 7,000 against a limit of 5,000: 2,000 wait for the next quarter.
  P e = commission(0.10);
  e.cap_pay = 5000;
  e.excess = P::excess_carried;
  Firm firm({e});
  const std::vector<Sale> sales{{10, 0, 70'000}, {70, 0, 10'000}, {130, 0, 60'000}};
  EXPECT_EQ(firm.open().play(62, sales).paid(), 5000'00);
  EXPECT_EQ(firm.play(125, sales).paid(), 8000'00);    // + 1,000 + 2,000 carried
  EXPECT_EQ(firm.play(188, sales).paid(), 13'000'00);  // + 5,000 of 6,000
  EXPECT_EQ(firm.play(251, sales).paid(), 14'000'00);  // the rest
}

TEST(PayCommission, AYearToDateReckonsTheYearSoFarAndTakesOffWhatWasPaid) {
  // Retroactive 4 % / 9 % at 100 % of the quota so far (100,000, 200,000, ...).
  P e = element(P::commission, [](P& c) {
    c.tiers = {{0, 0.04}, {1, 0.09}};
    c.tiers_are = P::retroactive;
    c.basis = P::year_to_date;
  });
  const std::vector<Sale> sales{
      {10, 0, 50'000}, {70, 0, 150'000}, {130, 0, 0.01}, {190, 0, 300'000}, {260, 0, 50'000}};
  Firm firm({e});
  EXPECT_EQ(firm.open().play(62, sales).paid(), 2000'00);  // 50,000 x 4 %
  EXPECT_EQ(firm.play(125, sales).paid(), 18'000'00);      // 200,000 of 200,000: 200,000 x 9 %
  // 200,000.01 of 300,000: 8,000 would be due, 18,000 were paid: nothing is taken back.
  EXPECT_EQ(firm.play(188, sales).paid(), 18'000'00);
  EXPECT_EQ(firm.play(251, sales).paid(), 45'000'00);  // 500,000.01 of 400,000: x 9 %
  EXPECT_EQ(firm.play(314, sales).paid(), 47'000'00);  // a new year: + 50,000 x 4 %
}

TEST(PayCommission, EachPeriodStandsAloneOnThePeriodBasis) {
  // The same credit as above, period by period: 2,000, 150,000 x 9 %, 0, 300,000 x 9 %.
  P e = element(P::commission, [](P& c) {
    c.tiers = {{0, 0.04}, {1, 0.09}};
    c.tiers_are = P::retroactive;
  });
  const std::vector<Sale> sales{{10, 0, 50'000}, {70, 0, 150'000}, {190, 0, 300'000}};
  Firm firm({e});
  EXPECT_EQ(firm.open().play(62, sales).paid(), 2000'00);
  EXPECT_EQ(firm.play(125, sales).paid(), 15'500'00);
  EXPECT_EQ(firm.play(251, sales).paid(), 42'500'00);
}

TEST(PayCommission, ThePeriodIsTheOneThePlanNames) {
  // 12,600 sold in the first month and 10 % paid: it comes at the end of the day, week, month,
  // quarter or year.
  const std::vector<Sale> sales{{7, 0, 12'600}};
  const std::vector<std::pair<int, int>> ends{
      {P::day, 7}, {P::week, 9}, {P::month, 20}, {P::quarter, 62}, {P::year, 251}};
  for (const auto& [per, day] : ends) {
    P e = commission(0.10);
    e.per = per;
    Firm firm({e});
    EXPECT_EQ(firm.open().play(day - 1, sales).paid(), 0) << day;
    EXPECT_EQ(firm.play(day, sales).paid(), 1260'00) << day;
    EXPECT_EQ(firm.play(260, sales).paid(), 1260'00) << day;
  }
}

TEST(PayCommission, AnElementsOwnGoalReplacesTheQuota) {
  // Goal 20,000 of margin a quarter: 2 % up to it, 10 % above.
  P e = element(P::commission, [](P& c) {
    c.measure = P::own_margin;
    c.tiers = {{0, 0.02}, {1, 0.10}};
    c.goal = 20'000;
  });
  const auto pay = [&](double margin) {
    Firm firm({e});
    return firm.open().play(62, {{9, 0, 90'000, margin}}).paid();
  };
  EXPECT_EQ(pay(10'000), 200'00);
  EXPECT_EQ(pay(20'000), 400'00);
  EXPECT_EQ(pay(35'000), 1900'00);  // 400 + 15,000 x 10 %
}

TEST(PayCommission, OnlyTheTopicAndProductNamedCount) {
  // Three deals of 10,000: cloud/basic, security/basic, security/plus; 10 %.
  const std::vector<Sale> sales{
      {3, 0, 10'000, 0, 0, 0}, {4, 0, 10'000, 0, 1, 0}, {5, 0, 10'000, 0, 1, 1}};
  const auto pay = [&](const char* topic, const char* product) {
    P e = commission(0.10);
    e.topic = topic;
    e.product = product;
    Firm firm({e});
    return firm.open().play(62, sales).paid();
  };
  EXPECT_EQ(pay("", ""), 3000'00);
  EXPECT_EQ(pay("security", ""), 2000'00);
  EXPECT_EQ(pay("security", "plus"), 1000'00);
  EXPECT_EQ(pay("cloud", "plus"), 0);
}

TEST(PayCommission, CreditComesWithTheEventThePlanNames) {
  // Booked on day 50, paid by the customer 40 days later: the second quarter's credit; lines appear
  // on pay day.
  P e = commission(0.10);
  e.credited = P::customer_paid;
  e.after = 40;
  e.pay_lag = 10;
  Firm firm({e});
  const std::vector<Sale> sales{{50, 0, 1000}, {10, 0, 500}};
  EXPECT_EQ(firm.open().play(71, sales).paid(), 0);
  EXPECT_EQ(firm.play(72, sales).paid(),
            50'00);  // day 10 + 40 = 50: first quarter, ends on 62, paid on 72
  EXPECT_EQ(firm.play(134, sales).paid(), 50'00);
  EXPECT_EQ(firm.play(135, sales).paid(), 150'00);  // day 90: second quarter, ends on 125
  EXPECT_EQ(firm.lines.back().earned, 125);
  EXPECT_EQ(firm.lines.back().paid, 135);
  P invoiced = commission(0.10);
  invoiced.credited = P::invoiced;
  invoiced.after = 12;  // day 62: still the first quarter
  Firm other({invoiced});
  EXPECT_EQ(other.open().play(62, sales).paid(), 150'00);
}

}  // namespace
}  // namespace tandem::pay_case
