// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/golden/pay_case.h"

// Bonuses, team pay, pools, overrides, contests, recognition, profit shares. Everybody's quota:
// 100,000 a quarter.
namespace tandem::pay_case {
namespace {

P bonus(double pays) {
  return element(P::bonus, [&](P& e) { e.pays = pays; });
}

/// Pay of each seat of one team after the first quarter.
std::vector<Money> team_pay(const P& e, int seats, const std::vector<Sale>& sales,
                            const std::vector<double>& salaries = {}) {
  EXPECT_TRUE(faults(e).empty()) << faults(e).front();
  std::vector<P> plan{e};
  if (!salaries.empty()) plan.push_back(salary(salaries[0]));
  Firm firm(plan, seats);
  firm.open().play(62, sales);
  std::vector<Money> out;
  for (int seat = 0; seat < seats; ++seat) out.push_back(firm.paid(seat, e.kind));
  return out;
}

using All = std::vector<Money>;

TEST(PayBonus, ABonusIsPaidWhereItsPointIsReached) {
  // All or nothing at 100 %, whatever lies above.
  EXPECT_EQ(quarter_pay(bonus(4000), {99'999.99}), 0);
  EXPECT_EQ(quarter_pay(bonus(4000), {100'000}), 4000'00);
  EXPECT_EQ(quarter_pay(bonus(4000), {250'000}), 4000'00);
  P lower = bonus(4000);
  lower.edge = P::lower;
  EXPECT_EQ(quarter_pay(lower, {100'000}), 0);
  EXPECT_EQ(quarter_pay(lower, {100'000.01}), 4000'00);
}

TEST(PayBonus, StepsPayTheHighestPointReachedAndLinesWhatLiesBetween) {
  // 2,000 at 80 %, 4,000 at 100 %, 10,000 at 150 %.
  P steps = element(P::bonus, [](P& e) { e.tiers = {{0.8, 2000}, {1, 4000}, {1.5, 10'000}}; });
  EXPECT_EQ(quarter_pay(steps, {79'999}), 0);
  EXPECT_EQ(quarter_pay(steps, {90'000}), 2000'00);
  EXPECT_EQ(quarter_pay(steps, {125'000}), 4000'00);
  EXPECT_EQ(quarter_pay(steps, {400'000}), 10'000'00);
  P lines = steps;
  lines.curve = P::linear;
  EXPECT_EQ(quarter_pay(lines, {79'999}), 0);
  EXPECT_EQ(quarter_pay(lines, {90'000}), 3000'00);   // halfway from 2,000 to 4,000
  EXPECT_EQ(quarter_pay(lines, {125'000}), 7000'00);  // halfway from 4,000 to 10,000
  EXPECT_EQ(quarter_pay(lines, {400'000}), 10'000'00);
}

TEST(PayBonus, AYearToDateBonusCatchesUp) {
  // 1,000 a quarter: missed with 60,000, made good when 210,000 of 200,000 are reached.
  P e = bonus(1000);
  e.basis = P::year_to_date;
  Firm firm({e});
  const std::vector<Sale> sales{
      {5, 0, 60'000}, {70, 0, 150'000}, {130, 0, 10'000}, {200, 0, 400'000}};
  EXPECT_EQ(firm.open().play(62, sales).paid(), 0);
  EXPECT_EQ(firm.play(125, sales).paid(), 2000'00);
  EXPECT_EQ(firm.play(188, sales).paid(), 2000'00);  // 220,000 of 300,000
  EXPECT_EQ(firm.play(251, sales).paid(), 4000'00);  // 620,000 of 400,000: four quarters
}

TEST(PayBonus, AMissedHurdleAndACapBindABonusToo) {
  // 10,000 at 150 %, limited to 6,000; with margin under 30,000 it counts half before the limit.
  P e = element(P::bonus, [](P& b) {
    b.tiers = {{1, 4000}, {1.5, 10'000}};
    b.cap_pay = 6000;
    b.hurdle_measure = P::own_margin;
    b.hurdle_at = 1;
    b.hurdle_goal = 30'000;
    b.hurdle_factor = 0.5;
  });
  const auto pay = [&](double amount, double margin) {
    Firm firm({e});
    return firm.open().play(62, {{9, 0, amount, margin}}).paid();
  };
  EXPECT_EQ(pay(100'000, 30'000), 4000'00);
  EXPECT_EQ(pay(150'000, 29'999), 5000'00);
  EXPECT_EQ(pay(150'000, 30'000), 6000'00);
}

TEST(PayTeam, EachMemberMayGetTheWholeAmount) {
  // Three members, team quota 300,000: nobody alone could reach it.
  P e = bonus(900);
  e.measure = P::team_revenue;
  EXPECT_EQ(team_pay(e, 3, {{1, 0, 150'000}, {2, 1, 149'999}}), (All{0, 0, 0}));
  EXPECT_EQ(team_pay(e, 3, {{1, 0, 150'000}, {2, 1, 150'000}}), (All{900'00, 900'00, 900'00}));
  P rate = commission(0.01);
  rate.measure = P::team_revenue;
  EXPECT_EQ(team_pay(rate, 3, {{1, 0, 50'000}, {2, 2, 10'000}}), (All{600'00, 600'00, 600'00}));
}

TEST(PayTeam, AnEqualSplitSharesOneSumToTheCent) {
  // 1,000 among three: 333.34 + 333.33 + 333.33, the odd cent to the first.
  P e = bonus(1000);
  e.measure = P::team_revenue;
  e.split = P::equal;
  EXPECT_EQ(team_pay(e, 3, {{1, 0, 300'000}}), (All{333'34, 333'33, 333'33}));
  e.pays = 900;
  EXPECT_EQ(team_pay(e, 3, {{1, 0, 300'000}}), (All{300'00, 300'00, 300'00}));
  EXPECT_EQ(team_pay(e, 3, {{1, 0, 299'999}}), (All{0, 0, 0}));
}

TEST(PayTeam, ASplitByCreditFollowsEachMembersOwnPart) {
  // A pool of 2 % of 100,000 = 2,000 on credits of 50,000, 30,000, 20,000.
  P e = element(P::pool, [](P& p) {
    p.rate = 0.02;
    p.split = P::by_credit;
  });
  EXPECT_EQ(team_pay(e, 3, {{1, 0, 50'000}, {2, 1, 30'000}, {3, 2, 20'000}}),
            (All{1000'00, 600'00, 400'00}));
  // 2 % of 40,000 = 800: thirds and two thirds.
  EXPECT_EQ(team_pay(e, 2, {{1, 0, 10'000}, {2, 1, 20'000}, {3, 0, 3333.33}, {4, 1, 6666.67}}),
            (All{266'67, 533'33}));
  EXPECT_EQ(team_pay(e, 3, {{1, 1, 50'000}}), (All{0, 1000'00, 0}));
}

TEST(PayTeam, ASplitByBaseFollowsTheSalaries) {
  // Salary 30,000; seat 0 is promoted to 60,000 after the first quarter: pools of 900 go 450 + 450,
  // then 600 + 300.
  P e = element(P::pool, [](P& p) {
    p.rate = 0.01;
    p.split = P::by_base;
  });
  P ladder = element(P::promotion, [](P& p) { p.levels = {{90'000, 30'000}}; });
  Firm firm({salary(30'000), ladder, e}, 2);
  const std::vector<Sale> sales{{1, 0, 90'000}, {70, 1, 90'000}};
  firm.open().play(62, sales);
  EXPECT_EQ(firm.paid(0, P::pool), 450'00);
  EXPECT_EQ(firm.paid(1, P::pool), 450'00);
  firm.play(125, sales);
  EXPECT_EQ(firm.paid(0, P::pool), 1050'00);
  EXPECT_EQ(firm.paid(1, P::pool), 750'00);
  // Who was there for a third of the quarter has a third of the weight: 1,200 go 900 + 300.
  Firm late({salary(60'000), e}, 2);
  late.since[1] = 42;
  late.open().play(62, {{1, 0, 120'000}});
  EXPECT_EQ(late.paid(0, P::pool), 900'00);
  EXPECT_EQ(late.paid(1, P::pool), 300'00);
}

TEST(PayTeam, TheMembersAverageOrBestMayBePaidInsteadOfTheTotal) {
  // Own quotas 100,000; results 140 %, 100 %, 30 %: average 90 %, best 140 %.
  P e = bonus(600);
  e.measure = P::team_revenue;
  const std::vector<Sale> sales{{1, 0, 140'000}, {2, 1, 100'000}, {3, 2, 30'000}};
  e.gathered = P::average;
  e.at = 0.9;
  EXPECT_EQ(team_pay(e, 3, sales), (All{600'00, 600'00, 600'00}));
  e.at = 0.91;
  EXPECT_EQ(team_pay(e, 3, sales), (All{0, 0, 0}));
  e.gathered = P::maximum;
  e.at = 1.4;
  EXPECT_EQ(team_pay(e, 3, sales), (All{600'00, 600'00, 600'00}));
  e.at = 1.41;
  EXPECT_EQ(team_pay(e, 3, sales), (All{0, 0, 0}));
  // Per head in money: 1 % of the average of 90,000, then of the best of 140,000.
  P rate = commission(0.01);
  rate.measure = P::team_revenue;
  rate.unit = P::money;
  rate.gathered = P::average;
  EXPECT_EQ(team_pay(rate, 3, sales), (All{900'00, 900'00, 900'00}));
  rate.gathered = P::maximum;
  EXPECT_EQ(team_pay(rate, 3, sales), (All{1400'00, 1400'00, 1400'00}));
}

TEST(PayTeam, TerritoryAndFirmResultsReachAsFarAsTheirName) {
  // Seats 0 and 1 in territory 0, seat 2 in territory 1; 1 % of 10,000 and of 5,000.
  for (const auto& [measure, pays] :
       std::vector<std::pair<int, All>>{{P::territory_revenue, {100'00, 100'00, 50'00}},
                                        {P::firm_revenue, {150'00, 150'00, 150'00}},
                                        {P::team_revenue, {100'00, 50'00, 50'00}},
                                        {P::own_revenue, {100'00, 0, 50'00}}}) {
    P e = commission(0.01);
    e.measure = measure;
    Firm firm({e}, 3);
    firm.team = {0, 1, 1};
    firm.territory = {0, 0, 1};
    firm.open().play(62, {{1, 0, 10'000}, {2, 2, 5000}});
    EXPECT_EQ((All{firm.paid(0), firm.paid(1), firm.paid(2)}), pays);
  }
}

TEST(PayTeam, WhoJoinsLateGetsAPartOfTheSharedPay) {
  // 1 % of the team's 90,000 = 900 for the full quarter; 21 of 63 days: 300.
  P e = commission(0.01);
  e.measure = P::team_revenue;
  Firm firm({e}, 2);
  firm.since[1] = 42;
  firm.open().play(62, {{1, 0, 90'000}});
  EXPECT_EQ(firm.paid(0), 900'00);
  EXPECT_EQ(firm.paid(1), 300'00);
  e.prorate = P::none;
  Firm whole({e}, 2);
  whole.since[1] = 42;
  whole.open().play(62, {{1, 0, 90'000}});
  EXPECT_EQ(whole.paid(1), 900'00);
}

TEST(PayOverride, AManagerIsPaidOnTheResultsOfTheReports) {
  // Seat 2 leads 0 and 1 (quota of both: 200,000): 1 %, 2 % from 100 %.
  P e = element(P::override_pay, [](P& o) { o.tiers = {{0, 0.01}, {1, 0.02}}; });
  const auto pay = [&](double a, double b) {
    Firm firm({e}, 3);
    firm.manager = {2, 2, -1};
    firm.open().play(62, {{1, 0, a}, {2, 1, b}, {3, 2, 70'000}});
    EXPECT_EQ(firm.paid(0), 0);
    return firm.paid(2);
  };
  EXPECT_EQ(pay(50'000, 30'000), 800'00);
  EXPECT_EQ(pay(120'000, 80'000), 2000'00);
  EXPECT_EQ(pay(150'000, 100'000), 3000'00);  // 2,000 + 50,000 x 2 %
}

TEST(PaySpiff, ExtraPayRunsForAWhileOnItsTopicOrProduct) {
  // 500 for each security deal booked on days 21..41, paid monthly.
  P e = element(P::spiff, [](P& s) {
    s.per = P::month;
    s.pays = 500;
    s.topic = "security";
    s.from = 21;
    s.until = 42;
  });
  Firm firm({e});
  const std::vector<Sale> sales{{20, 0, 900, 0, 1},
                                {21, 0, 900, 0, 1},
                                {22, 0, 900, 0, 0},
                                {41, 0, 900, 0, 1},
                                {42, 0, 900, 0, 1}};
  EXPECT_EQ(firm.open().play(20, sales).paid(), 0);
  EXPECT_EQ(firm.play(41, sales).paid(), 1000'00);
  EXPECT_EQ(firm.play(125, sales).paid(), 1000'00);
  // As a rate on a product: 3 % of 2,000 + 3,000.
  P rate = element(P::spiff, [](P& s) {
    s.measure = P::own_revenue;
    s.rate = 0.03;
    s.product = "plus";
    s.cap_pay = 120;
  });
  Firm other({rate});
  other.open().play(62, {{1, 0, 2000, 0, 0, 1}, {2, 0, 9000, 0, 0, 0}});
  EXPECT_EQ(other.paid(), 60'00);
  other.play(125, {{70, 0, 5000, 0, 0, 1}});
  EXPECT_EQ(other.paid(), 180'00);  // + 150, limited to 120
}

P contest(int ties) {
  return element(P::contest, [&](P& e) {
    e.prizes = {3000, 1000};
    e.ties = ties;
  });
}

TEST(PayContest, PrizesGoByRank) {
  // Only two prizes, and a result of nothing wins nothing.
  EXPECT_EQ(team_pay(contest(P::shared), 3, {{1, 0, 10}, {2, 1, 30}, {3, 2, 20}}),
            (All{0, 3000'00, 1000'00}));
  EXPECT_EQ(team_pay(contest(P::shared), 3, {{1, 2, 5}}), (All{0, 0, 3000'00}));
  EXPECT_EQ(team_pay(contest(P::shared), 3, {}), (All{0, 0, 0}));
}

TEST(PayContest, TiesShareAllWinOrTheEarlierIsFirst) {
  // Seats 1 and 2 tie for first, seat 0 is third.
  const std::vector<Sale> sales{{1, 0, 10}, {9, 1, 30}, {3, 2, 30}};
  EXPECT_EQ(team_pay(contest(P::shared), 3, sales), (All{0, 2000'00, 2000'00}));
  EXPECT_EQ(team_pay(contest(P::all_win), 3, sales), (All{0, 3000'00, 3000'00}));
  EXPECT_EQ(team_pay(contest(P::earlier_first), 3, sales), (All{0, 1000'00, 3000'00}));
  // Three tie for second behind seat 3: 1,000 / 3.
  const std::vector<Sale> four{{1, 0, 10}, {2, 1, 10}, {3, 2, 10}, {4, 3, 50}};
  EXPECT_EQ(team_pay(contest(P::shared), 4, four), (All{333'34, 333'33, 333'33, 3000'00}));
  EXPECT_EQ(team_pay(contest(P::all_win), 4, four), (All{1000'00, 1000'00, 1000'00, 3000'00}));
  EXPECT_EQ(team_pay(contest(P::earlier_first), 4, four), (All{1000'00, 0, 0, 3000'00}));
}

TEST(PayContest, AMinimumKeepsTheUnworthyOut) {
  // By attainment: 50 % needed; seat 1 sells more but has the higher quota.
  P e = contest(P::shared);
  e.unit = P::attainment;
  e.minimum = 0.5;
  const auto pay = [&](double a, double b) {
    Firm firm({e}, 2);
    firm.quota = {400'000'00, 800'000'00};
    firm.open().play(62, {{1, 0, a}, {2, 1, b}});
    return All{firm.paid(0), firm.paid(1)};
  };
  EXPECT_EQ(pay(80'000, 120'000), (All{3000'00, 1000'00}));  // 80 % against 60 %
  EXPECT_EQ(pay(49'000, 120'000), (All{0, 3000'00}));
  EXPECT_EQ(pay(49'000, 99'000), (All{0, 0}));
}

TEST(PayContest, RivalsAreTheTeamTheTerritoryOrEverybody) {
  // Teams {0, 1} and {2}; territories {0} and {1, 2}.
  P e = contest(P::shared);
  e.prizes = {100};
  for (const auto& [among, pays] :
       std::vector<std::pair<int, All>>{{P::in_team, {0, 100'00, 100'00}},
                                        {P::in_territory, {100'00, 0, 100'00}},
                                        {P::in_firm, {0, 0, 100'00}}}) {
    e.among = among;
    Firm firm({e}, 3);
    firm.team = {0, 0, 1};
    firm.territory = {0, 1, 1};
    firm.open().play(62, {{1, 0, 10}, {2, 1, 20}, {3, 2, 30}});
    EXPECT_EQ((All{firm.paid(0), firm.paid(1), firm.paid(2)}), pays);
  }
}

TEST(PayContest, PrizesMayStandOutsideTheCostOfSales) {
  // The line says whether it counts; the money is the same.
  for (const bool in_cost : {true, false}) {
    P e = contest(P::shared);
    e.in_cost = in_cost;
    Firm firm({e});
    firm.open().play(62, {{1, 0, 10}});
    ASSERT_EQ(firm.lines.size(), 1u);
    EXPECT_EQ(firm.lines[0].amount, 3000'00);
    EXPECT_EQ(firm.lines[0].in_cost, in_cost);
  }
}

TEST(PayRecognition, PraiseGoesByRankAndCostsNothing) {
  // Points instead of money; a tie for one place shares the point unless all win.
  const auto points = [](int winners, int ties) {
    P e = element(P::recognition, [&](P& r) {
      r.winners = winners;
      r.ties = ties;
      r.points = 2;
    });
    Firm firm({e}, 3);
    firm.open().play(62, {{1, 0, 10}, {2, 1, 30}, {3, 2, 30}});
    std::vector<double> out(3, 0);
    for (const PayLine& line : firm.lines) {
      EXPECT_EQ(line.amount, 0);
      out[static_cast<std::size_t>(line.seat)] += line.points;
    }
    return out;
  };
  EXPECT_EQ(points(1, P::shared), (std::vector<double>{0, 1, 1}));
  EXPECT_EQ(points(1, P::all_win), (std::vector<double>{0, 2, 2}));
  EXPECT_EQ(points(1, P::earlier_first), (std::vector<double>{0, 2, 0}));
  EXPECT_EQ(points(3, P::shared), (std::vector<double>{2, 2, 2}));
}

TEST(PayProfit, AProfitShareIsPaidOnMarginLessPayAndExpense) {
  // Margin 30,000; salaries 2 x 1,000 a month x 3 = 6,000; expense 4,000: profit 20,000, 10 % =
  // 2,000 for two.
  P share = element(P::profit_share, [](P& e) {
    e.per = P::quarter;
    e.rate = 0.10;
  });
  const auto pay = [&](double margin, double expense) {
    Firm firm({salary(12'000), share}, 2);
    firm.open();
    add_expense(firm.book, firm.plans, 0, cents(expense));
    firm.play(62, {{1, 0, 90'000, margin}});
    return firm.paid(1, P::profit_share);
  };
  EXPECT_EQ(pay(30'000, 4000), 1000'00);
  EXPECT_EQ(pay(30'000, 0), 1200'00);
  EXPECT_EQ(pay(9000, 4000), 0);  // a loss of 1,000
  P team = share;
  team.measure = P::team_profit;
  team.split = P::each;
  team.threshold = 5000;
  Firm firm({salary(12'000), team}, 3);
  firm.team = {0, 0, 1};
  firm.open().play(62, {{1, 0, 90'000, 16'000}, {2, 2, 5000, 7000}});
  EXPECT_EQ(firm.paid(0, P::profit_share),
            500'00);                            // 16,000 - 6,000 - 5,000 threshold = 5,000 x 10 %
  EXPECT_EQ(firm.paid(2, P::profit_share), 0);  // 7,000 - 3,000 = 4,000: below it
}

TEST(PayCredit, SplitsCountOnceAndDoubleCreditOnlyForItsOwnSeat) {
  // A deal of 10,000 split 60/40, with an overlay of 10,000 for seat 2 and a roll-up for seat 3.
  P own = commission(0.10);
  P team = commission(0.01);
  team.measure = P::team_revenue;
  Firm firm({own, team}, 4);
  firm.open();
  firm.play(62, {{1, 0, 6000, 0, -1, -1, false, CreditKind::split, 0.6},
                 {1, 1, 4000, 0, -1, -1, false, CreditKind::split, 0.4},
                 {1, 2, 10'000, 0, -1, -1, false, CreditKind::overlay},
                 {1, 3, 10'000, 0, -1, -1, false, CreditKind::rollup}});
  EXPECT_EQ(firm.paid(0), 700'00);  // 600 own + 1 % of the team's 10,000
  EXPECT_EQ(firm.paid(1), 500'00);
  EXPECT_EQ(firm.paid(2), 1100'00);
  EXPECT_EQ(firm.paid(3), 1100'00);
}

TEST(PayCredit, ASplitDealAddsUpToTheCent) {
  // 100.00 by thirds, 0.01 by halves, 99.99 by 60/40.
  Firm firm({commission(0.1)});
  firm.open();
  const auto split = [&](Money amount, std::vector<double> shares) {
    std::vector<CreditLine> lines(shares.size());
    split_credit(firm.book, amount, amount / 2, shares, lines);
    All out;
    for (const CreditLine& line : lines) out.push_back(line.amount);
    return out;
  };
  EXPECT_EQ(split(100'00, {1 / 3.0, 1 / 3.0, 1 / 3.0}), (All{33'34, 33'33, 33'33}));
  EXPECT_EQ(split(1, {0.5, 0.5}), (All{1, 0}));
  EXPECT_EQ(split(99'99, {0.6, 0.4}), (All{59'99, 40'00}));  // 59.994 and 39.996
  std::vector<CreditLine> two(2);
  EXPECT_ANY_THROW(split_credit(firm.book, 100, 0, std::vector<double>{0.6, 0.5}, two));
}

/// Four people in pairs: 0 with 1, 2 with 3; each pair is asked for 200,000 a quarter.
Firm pairs(const P& e) {
  EXPECT_TRUE(faults(e).empty()) << faults(e).front();
  Firm firm({e}, 4);
  firm.group = {0, 0, 2, 2};
  return std::move(firm.open());
}

TEST(PayGroups, ABonusForAPairIsPaidOnWhatThePairSells) {
  P e = bonus(1001);
  e.measure = P::group_revenue;
  e.split = P::equal;
  Firm firm = pairs(e);
  // One of the first pair sells it all; the second pair is a cent short.
  firm.play(62, {{5, 1, 200'000}, {9, 2, 100'000}, {60, 3, 99'999.99}});
  EXPECT_EQ(firm.paid(0), 500'50);
  EXPECT_EQ(firm.paid(1), 500'50);
  EXPECT_EQ(firm.paid(2), 0);
  EXPECT_EQ(firm.paid(3), 0);
  // Made anew at the quarter's end: 0 with 3, 1 with 2, who alone has a larger quota.
  firm.group = {3, 1, 1, 3};
  firm.quota[1] = 800'000'00;
  regroup(firm.book, firm.roster());
  firm.play(125, {{70, 0, 120'000}, {71, 3, 80'000}, {72, 1, 299'999}});
  EXPECT_EQ(firm.paid(0), 1001'00);
  EXPECT_EQ(firm.paid(3), 500'50);
  EXPECT_EQ(firm.paid(1), 500'50);
  EXPECT_EQ(firm.paid(2), 0);
}

TEST(PayGroups, APoolOfAPairIsDividedByCredit) {
  P e = element(P::pool, [](P& p) {
    p.measure = P::group_revenue;
    p.split = P::by_credit;
    p.rate = 0.1;
  });
  Firm firm = pairs(e);
  firm.play(62, {{5, 0, 30'000}, {6, 1, 10'000}, {7, 3, 50'000}});
  EXPECT_EQ(firm.paid(0), 3000'00);
  EXPECT_EQ(firm.paid(1), 1000'00);
  EXPECT_EQ(firm.paid(2), 0);
  EXPECT_EQ(firm.paid(3), 5000'00);
}

TEST(PayGroups, WhoIsInNoGroupIsOneAlone) {
  P e = element(P::commission, [](P& p) {
    p.measure = P::group_revenue;
    p.rate = 0.1;
  });
  Firm firm({e}, 3);
  firm.group = {0, 1, 1};
  firm.open().play(62, {{5, 0, 1000}, {6, 1, 2000}});
  EXPECT_EQ(firm.paid(0), 100'00);
  EXPECT_EQ(firm.paid(1), 200'00);  // each the whole: no split
  EXPECT_EQ(firm.paid(2), 200'00);
}

}  // namespace
}  // namespace tandem::pay_case
