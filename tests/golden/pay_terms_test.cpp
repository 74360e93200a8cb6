// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/golden/pay_case.h"

// Salary, draws, guarantees, clawbacks, windfalls, service, ladders, currency, parts of periods,
// joining and leaving.
namespace tandem::pay_case {
namespace {

TEST(PaySalary, ASalaryIsPaidInEqualPartsOfItsPeriod) {
  // 60,000 a year: 5,000 in each of twelve months; a week is 5 of 252 days; 200 a day are 4,200 in
  // 21 days.
  Firm monthly({salary(60'000)});
  EXPECT_EQ(monthly.open().play(19).paid(), 0);
  EXPECT_EQ(monthly.play(20).paid(), 5000'00);
  EXPECT_EQ(monthly.play(251).paid(), 60'000'00);
  P weekly = salary(60'000);
  weekly.paid = P::week;
  EXPECT_EQ(Firm({weekly}).open().play(4).paid(), 1190'48);  // 60,000 x 5 / 252
  P daily = element(P::salary, [](P& e) {
    e.amount = 200;
    e.per = P::day;
  });
  EXPECT_EQ(Firm({daily}).open().play(20).paid(), 4200'00);  // 21 days
}

TEST(PaySalary, APartOfAMonthIsPaidByDaysByMonthsOrWhole) {
  // 2,100 a month; joining with 7, 10 and 11 of 21 days to go.
  const auto pay = [](int prorate, int days) {
    P e = element(P::salary, [&](P& s) {
      s.amount = 2100;
      s.per = P::month;
      s.prorate = prorate;
    });
    Firm firm({e});
    firm.since[0] = 21 - days;
    return firm.open().play(20).paid();
  };
  EXPECT_EQ(pay(P::by_days, 7), 700'00);
  EXPECT_EQ(pay(P::by_days, 10), 1000'00);
  EXPECT_EQ(pay(P::by_days, 11), 1100'00);
  EXPECT_EQ(pay(P::by_months, 7), 0);
  EXPECT_EQ(pay(P::by_months, 10), 0);        // not more than half
  EXPECT_EQ(pay(P::by_months, 11), 2100'00);  // more than half
  EXPECT_EQ(pay(P::none, 7), 2100'00);
}

TEST(PayProrate, APartOfAQuarterAsksForAPartOfTheQuotaAndPaysAPartOfTheBonus) {
  // Here for 42 of 63 days: quota 66,666.67, bonus 3,000 x 2/3.
  const auto pay = [](int prorate, int since, double sold) {
    P e = element(P::bonus, [&](P& b) {
      b.pays = 3000;
      b.prorate = prorate;
    });
    Firm firm({e});
    firm.since[0] = since;
    return firm.open().play(62, {{50, 0, sold}}).paid();
  };
  EXPECT_EQ(pay(P::by_days, 21, 66'666.66), 0);
  EXPECT_EQ(pay(P::by_days, 21, 66'666.67), 2000'00);
  EXPECT_EQ(pay(P::by_days, 31, 51'000),
            1523'81);  // 32 of 63: 3,000 x 32 / 63 = 1,523.81; quota 50,793.65
  EXPECT_EQ(pay(P::by_months, 31, 66'667), 2000'00);  // 11 days of the second month: two months
  EXPECT_EQ(pay(P::by_months, 32, 33'334), 1000'00);  // 10 days: one month
  EXPECT_EQ(pay(P::none, 31, 99'999), 0);
  EXPECT_EQ(pay(P::none, 31, 100'000), 3000'00);
}

TEST(PayQuota, RampAndSeasonShapeThePeriodsQuota) {
  // 120,000 a year: season 1:1:2:2 makes quarters of 20,000, 20,000, 40,000, 40,000.
  QuotaSpec spec;
  spec.season = {1, 1, 2, 2};
  P e = element(P::bonus, [](P& b) { b.pays = 100; });
  Firm firm(Plans{{e}}, 1, spec);
  firm.quota = {120'000'00};
  const std::vector<Sale> sales{
      {1, 0, 20'000}, {70, 0, 19'999}, {130, 0, 40'000}, {190, 0, 39'999}};
  EXPECT_EQ(firm.open().play(62, sales).paid(), 100'00);
  EXPECT_EQ(firm.play(125, sales).paid(), 100'00);
  EXPECT_EQ(firm.play(188, sales).paid(), 200'00);
  EXPECT_EQ(firm.play(251, sales).paid(), 200'00);
  // A newcomer's first three months at 0, 50 and 100 %: half of 100,000 on average.
  QuotaSpec ramp;
  ramp.ramp = {0, 0.5, 1};
  Firm newcomer(Plans{{e}}, 1, ramp);
  EXPECT_EQ(newcomer.open().play(62, {{1, 0, 49'999.99}}).paid(), 0);
  Firm reached(Plans{{e}}, 1, ramp);
  EXPECT_EQ(reached.open().play(62, {{1, 0, 50'000}}).paid(), 100'00);
  EXPECT_EQ(reached.play(125, {{70, 0, 99'999}}).paid(), 100'00);  // ramp over: 100,000 asked
}

P draw(bool recoverable, double recovery) {
  return element(P::draw, [&](P& e) {
    e.amount = 2000;
    e.recoverable = recoverable;
    e.recovery = recovery;
  });
}

P monthly(double rate) {
  P e = commission(rate);
  e.per = P::month;
  return e;
}

TEST(PayDraw, ARecoverableDrawIsTakenBackFromLaterCheques) {
  // 2,000 a month. Commission 500, 1,000, 6,000.
  const std::vector<Sale> sales{{5, 0, 5000}, {30, 0, 10'000}, {50, 0, 60'000}};
  Firm whole({monthly(0.10), draw(true, 1)});
  EXPECT_EQ(whole.open().play(20, sales).paid(), 2000'00);  // 500 + 2,000 - 500
  EXPECT_EQ(whole.play(41, sales).paid(), 4000'00);         // + 1,000 + 2,000 - 1,000
  // + 6,000 + 2,000 - balance of 1,500 + 1,000 + 2,000 = 4,500
  EXPECT_EQ(whole.play(62, sales).paid(), 7500'00);
  EXPECT_EQ(whole.book.draw_balance[0], 0);

  Firm half({monthly(0.10), draw(true, 0.5)});
  EXPECT_EQ(half.open().play(20, sales).paid(), 2250'00);  // 500 + 2,000 - 250
  EXPECT_EQ(half.play(41, sales).paid(), 4750'00);         // + 1,000 + 2,000 - 500
  EXPECT_EQ(half.play(62, sales).paid(), 9750'00);         // + 6,000 + 2,000 - 3,000
  EXPECT_EQ(half.book.draw_balance[0], 2250'00);           // 6,000 - 250 - 500 - 3,000

  Firm never({monthly(0.10), draw(false, 1)});
  EXPECT_EQ(never.open().play(62, sales).paid(), 13'500'00);  // 7,500 + 3 x 2,000
}

TEST(PayDraw, AShortfallDrawOnlyFillsUpAndTakesBackFromWhatExceedsIt) {
  // 2,000 a month; commission 500, 1,000, 6,000.
  P e = draw(true, 1);
  e.advance = P::shortfall;
  const std::vector<Sale> sales{{5, 0, 5000}, {30, 0, 10'000}, {50, 0, 60'000}};
  Firm firm({monthly(0.10), e});
  EXPECT_EQ(firm.open().play(20, sales).paid(), 2000'00);  // 500 + 1,500
  EXPECT_EQ(firm.play(41, sales).paid(), 4000'00);         // 1,000 + 1,000
  EXPECT_EQ(firm.play(62, sales).paid(), 7500'00);         // 6,000 - 2,500 (4,000 exceed the draw)
  EXPECT_EQ(firm.book.drawn, 2500'00);
}

TEST(PayDraw, ADrawLastsAsLongAsThePlanSays) {
  // Two months of 2,000, then none.
  P e = draw(false, 1);
  e.lasts = 42;
  Firm firm({e});
  EXPECT_EQ(firm.open().play(41).paid(), 4000'00);
  EXPECT_EQ(firm.play(62).paid(), 4000'00);
  firm.play(125);
  EXPECT_EQ(firm.paid(), 4000'00);
}

TEST(PayDraw, OnExitTheBalanceIsOwedOrForgiven) {
  // After two months without sales 4,000 are advanced; the last 10 days bring 300.
  for (const auto& [on_exit, paid, forgiven] : std::vector<std::tuple<int, Money, Money>>{
           {P::owed, 300'00, 0}, {P::forgiven, 4000'00, 3700'00}}) {
    P e = draw(true, 1);
    e.on_exit = on_exit;
    Firm firm({monthly(0.10), e});
    firm.open().play(51, {{45, 0, 3000}}).exit(0, 51);
    EXPECT_EQ(firm.paid(), paid);  // 4,000 + 300 - what goes back
    EXPECT_EQ(firm.book.forgiven, forgiven);
    EXPECT_EQ(firm.book.drawn, firm.book.recovered + firm.book.forgiven);
  }
}

TEST(PayGuarantee, PayIsFilledUpAndNeverTakenBack) {
  // 3,000 a month of incentive pay, or of all pay with a salary of 2,500, for two months.
  const std::vector<Sale> sales{{5, 0, 10'000}, {30, 0, 40'000}, {50, 0, 1000}};
  P e = element(P::guarantee, [](P& g) {
    g.amount = 3000;
    g.lasts = 42;
  });
  Firm incentive({monthly(0.10), e});
  EXPECT_EQ(incentive.open().play(20, sales).paid(), 3000'00);  // 1,000 + 2,000
  EXPECT_EQ(incentive.play(41, sales).paid(), 7000'00);         // 4,000
  EXPECT_EQ(incentive.play(62, sales).paid(), 7100'00);         // over
  e.covers = P::all_pay;
  Firm all({salary(30'000), monthly(0.10), e});
  EXPECT_EQ(all.open().play(20, sales).paid(), 3500'00);  // 2,500 + 1,000: enough
  Firm none({salary(30'000), monthly(0.10), e});
  EXPECT_EQ(none.open().play(20).paid(), 3000'00);
}

P clawback(int rate, bool removes) {
  return element(P::clawback, [&](P& e) {
    e.window = 126;
    e.claw_rate = rate;
    e.removes_credit = removes;
  });
}

P two_rates() {
  return element(P::commission, [](P& c) { c.tiers = {{0, 0.05}, {1, 0.10}}; });
}

TEST(PayClawback, ADealOfTheRunningPeriodIsStruckOut) {
  // 30,000 and 20,000 booked, the second cancelled before the quarter ends: 30,000 x 5 %.
  Firm firm({two_rates(), clawback(P::original, true)});
  firm.open().play(40, {{3, 0, 30'000}, {8, 0, 20'000}});
  firm.cancel_deal(2, 8, 41).play(62);
  EXPECT_EQ(firm.paid(), 1500'00);
  EXPECT_EQ(firm.paid(0, P::clawback), 0);
}

TEST(PayClawback, EarlierPayIsTakenBackAtTheRateItWasEarned) {
  // 150,000 pay 5,000 + 5,000 = 10,000, on average 6 2/3 %; 60,000 of it: 4,000.
  Firm firm({two_rates(), clawback(P::original, false)});
  firm.open().play(70, {{3, 0, 90'000}, {8, 0, 60'000}});
  EXPECT_EQ(firm.paid(), 10'000'00);
  firm.cancel_deal(2, 8, 71);
  EXPECT_EQ(firm.paid(0, P::clawback), -4000'00);
  firm.cancel_deal(2, 8, 71);  // once only
  EXPECT_EQ(firm.paid(0, P::clawback), -4000'00);
  firm.cancel_deal(1, 3, 71);
  EXPECT_EQ(firm.paid(), 0);  // everything cancelled: everything back
}

TEST(PayClawback, OrAtWhatTheDealWouldBePaidNow) {
  // Now 95,000 are sold in the new quarter: 5,000 more at 5 % and 55,000 at 10 % = 5,750.
  Firm firm({two_rates(), clawback(P::current, false)});
  firm.open().play(80, {{3, 0, 90'000}, {8, 0, 60'000}, {75, 0, 95'000}});
  firm.cancel_deal(2, 8, 81);
  EXPECT_EQ(firm.paid(0, P::clawback), -5750'00);
  Firm empty({two_rates(), clawback(P::current, false)});
  empty.open().play(80, {{3, 0, 90'000}, {8, 0, 60'000}});
  empty.cancel_deal(2, 8, 81);
  EXPECT_EQ(empty.paid(0, P::clawback), -3000'00);  // 60,000 x 5 %
  Firm high({two_rates(), clawback(P::current, false)});
  high.open().play(80, {{3, 0, 90'000}, {8, 0, 60'000}, {75, 0, 100'000}});
  high.cancel_deal(2, 8, 81);
  EXPECT_EQ(high.paid(0, P::clawback), -6000'00);  // 60,000 x 10 %
}

TEST(PayClawback, TheWindowEnds) {
  // Booked on day 8: day 134 is the last of 126 days.
  Firm firm({commission(0.10), clawback(P::original, false)});
  firm.open().play(133, {{8, 0, 1000}, {9, 0, 1000}});
  firm.cancel_deal(1, 8, 134);
  EXPECT_EQ(firm.paid(0, P::clawback), -100'00);
  firm.play(135).cancel_deal(2, 9, 136);
  EXPECT_EQ(firm.paid(0, P::clawback), -100'00);
  Firm without({commission(0.10)});
  without.open().play(70, {{8, 0, 1000}}).cancel_deal(1, 8, 71);
  EXPECT_EQ(without.paid(), 100'00);  // no clawback in the plan: nothing happens
}

TEST(PayClawback, ACancelledDealMayCountAgainstTheRunningAttainment) {
  // 60,000 cancelled: the 10 % band of the second quarter now begins at 160,000.
  const auto second = [](bool removes, double sold) {
    Firm firm({two_rates(), clawback(P::original, removes)});
    firm.open().play(70, {{3, 0, 90'000}, {8, 0, 60'000}});
    firm.cancel_deal(2, 8, 71);
    const Money before = firm.paid();
    return firm.play(125, {{80, 0, sold}}).paid() - before;
  };
  EXPECT_EQ(second(false, 150'000), 10'000'00);  // 5,000 + 50,000 x 10 %
  EXPECT_EQ(second(true, 150'000), 7500'00);     // all at 5 %
  EXPECT_EQ(second(true, 170'000), 9000'00);     // 160,000 x 5 % + 10,000 x 10 %
  // A quota bonus needs the cancelled credit on top.
  P bonus = element(P::bonus, [](P& b) { b.pays = 100; });
  Firm firm({bonus, clawback(P::original, true)});
  firm.open().play(70, {{3, 0, 100'000}});
  firm.cancel_deal(1, 3, 71);
  EXPECT_EQ(firm.play(125, {{80, 0, 199'999}}).paid(), 100'00);
}

TEST(PayWindfall, AGiantDealIsCappedSharedLiftsTheQuotaOrIsReviewed) {
  // One deal of 300,000 against a trigger of 200 % of 100,000; 100,000 are excess, factor 50 %; 10
  // % commission.
  const auto pay = [](int treatment, double sold, int until) {
    P e = element(P::windfall, [&](P& w) { w.treatment = treatment; });
    Firm firm({monthly(0.10), e});
    return firm.open().play(until, {{5, 0, sold}}).paid();
  };
  EXPECT_EQ(pay(P::cap_it, 300'000, 62), 20'000'00);
  EXPECT_EQ(pay(P::cap_it, 200'000, 62), 20'000'00);
  EXPECT_EQ(pay(P::cap_it, 150'000, 62), 15'000'00);
  EXPECT_EQ(pay(P::share_it, 300'000, 62), 25'000'00);
  EXPECT_EQ(pay(P::share_it, 199'999, 62), 19'999'90);
  EXPECT_EQ(pay(P::review, 300'000, 20), 20'000'00);
  EXPECT_EQ(pay(P::review, 300'000, 41), 25'000'00);  // credited on day 26
  // Lifting: 50,000 more asked. 5 % / 10 % beyond 100 %: 150,000 x 5 % + 150,000 x 10 %.
  P lift = element(P::windfall, [&](P& w) { w.treatment = P::lift_quota; });
  Firm firm({two_rates(), lift});
  EXPECT_EQ(firm.open().play(62, {{5, 0, 300'000}}).paid(), 22'500'00);
  EXPECT_EQ(firm.play(125, {{70, 0, 110'000}}).paid(),
            28'500'00);  // the next quarter asks 100,000 again
}

TEST(PayLongService, AFullYearOfServiceAddsItsAmount) {
  // 300 for each full year, from three years on, twenty at most, paid at the year's end.
  P e = element(P::long_service, [](P& s) {
    s.amount = 300;
    s.cliff = 3 * 252;
    s.most_years = 20;
  });
  const auto pay = [&](int years_before) {
    Firm firm({e});
    firm.since[0] = -252 * years_before;
    return firm.open().play(251).paid();
  };
  EXPECT_EQ(pay(0), 0);
  EXPECT_EQ(pay(1), 0);       // two years at the end
  EXPECT_EQ(pay(2), 900'00);  // three
  EXPECT_EQ(pay(19), 6000'00);
  EXPECT_EQ(pay(30), 6000'00);
}

TEST(PayPromotion, CreditSinceJoiningRaisesTheSalaryForGood) {
  // 24,000 a year; from 100,000 of credit 1,200 more, from 300,000 6,000 more (not on top). Checked
  // by quarters.
  P e = element(P::promotion, [](P& p) { p.levels = {{100'000, 1200}, {300'000, 6000}}; });
  const std::vector<Sale> sales{{5, 0, 99'999}, {70, 0, 1}, {140, 0, 250'000}};
  Firm firm({salary(24'000), e});
  EXPECT_EQ(firm.open().play(125, sales).paid(),
            12'000'00);  // reached on day 125, paid from then on
  EXPECT_EQ(firm.play(146, sales).paid(), 14'100'00);
  EXPECT_EQ(firm.play(188, sales).paid(0, P::promotion), 300'00);
  EXPECT_EQ(firm.play(209, sales).paid(0, P::promotion), 800'00);  // + 6,000 / 12
}

TEST(PayExchange, ThePaidCurrencyFollowsTheRateThePlanNames) {
  // Plan rate 2; the market: 2 to day 30, then 3. 1,000 on day 10, 3,000 on day 40; 10 %.
  const auto pay = [](int fx_at, int rounding) {
    P e = element(P::exchange, [&](P& x) {
      x.currency = "CHF";
      x.fx_rate = 2;
      x.fx_rates = {{30, 3}};
      x.fx_at = fx_at;
      x.rounding = rounding;
    });
    EXPECT_TRUE(faults(e).empty());
    Firm firm({commission(0.10), e});
    firm.open().play(62, {{10, 0, 1000}, {40, 0, 3000}});
    EXPECT_EQ(firm.paid(), 400'00);
    return firm.paid_local();
  };
  EXPECT_EQ(pay(P::plan_rate, P::per_line), 800'00);
  EXPECT_EQ(pay(P::booking, P::per_line), 1100'00);         // 100 x 2 + 300 x 3
  EXPECT_EQ(pay(P::period_average, P::per_line), 1009'52);  // (30 x 2 + 33 x 3) / 63 = 2.52381
  EXPECT_EQ(pay(P::period_average, P::per_total), 1009'52);
}

TEST(PayExchange, LinesOrTheirSumAreRounded) {
  // Three lines of 0.01, 0.01, 0.02 at 1.3: 0.013 + 0.013 + 0.026 is 0.01 + 0.01 + 0.03, in sum
  // 0.052 = 0.05.
  const auto pay = [](int rounding, std::vector<double> amounts) {
    P e = element(P::exchange, [&](P& x) {
      x.currency = "CHF";
      x.fx_rate = 1.3;
      x.rounding = rounding;
    });
    std::vector<P> plan{e};
    for (const double amount : amounts)
      plan.push_back(element(P::salary, [&](P& s) {
        s.amount = amount;
        s.per = s.paid = P::day;
      }));
    Firm firm(plan);
    return firm.open().play(0).paid_local();
  };
  EXPECT_EQ(pay(P::per_line, {0.01, 0.01, 0.02}), 5);
  EXPECT_EQ(pay(P::per_line, {0.01, 0.01, 0.01, 0.01}), 4);
  EXPECT_EQ(pay(P::per_total, {0.01, 0.01, 0.01, 0.01}), 5);  // 0.052
  EXPECT_EQ(pay(P::per_total, {0.02, 0.02, 0.02}), 8);        // 0.078
  EXPECT_EQ(pay(P::per_line, {0.02, 0.02, 0.02}), 9);
}

TEST(PayLeave, WhoLeavesIsPaidToTheDay) {
  // Day 30: 10 of 21 days of the second month; quarter's sales 40,000 of a quota of 31/63 x 100,000
  // = 49,206.35.
  P tiers = element(P::commission, [](P& c) { c.tiers = {{0, 0.05}, {1, 0.10}}; });
  Firm firm({element(P::salary,
                     [](P& s) {
                       s.amount = 2100;
                       s.per = P::month;
                     }),
             tiers});
  firm.open().play(30, {{3, 0, 40'000}, {20, 0, 19'206.35}});
  firm.exit(0, 30);
  EXPECT_EQ(firm.paid(0, P::salary), 3100'00);  // 2,100 + 2,100 x 10 / 21
  // 49,206.35 x 5 % = 2,460.3175, + 10,000 x 10 % = 3,460.3175
  EXPECT_EQ(firm.paid(0, P::commission), 3460'32);
  // The next person starts at nothing.
  firm.play(40).enter(0, 41);
  EXPECT_EQ(firm.play(62, {{50, 0, 1000}}).paid(0, P::commission), 3510'32);
}

TEST(PayLeave, SharedPayAndContestsNeedPresenceAtThePeriodsEnd) {
  // Seat 1 sold most and leaves: the pool of 1 % of 90,000 goes to seat 0, the prize too.
  P pool = element(P::pool, [](P& p) { p.rate = 0.01; });
  P contest = element(P::contest, [](P& c) { c.prizes = {500}; });
  Firm firm({pool, contest}, 2);
  firm.open().play(40, {{1, 0, 10'000}, {2, 1, 80'000}}).exit(1, 40).play(62);
  EXPECT_EQ(firm.paid(0), 1400'00);
  EXPECT_EQ(firm.paid(1), 0);
  Firm stays({pool, contest}, 2);
  stays.open().play(62, {{1, 0, 10'000}, {2, 1, 80'000}});
  EXPECT_EQ(stays.paid(0), 450'00);
  EXPECT_EQ(stays.paid(1), 950'00);
}

TEST(PayLeave, LaggedPayIsPaidOnTheLastDay) {
  // Earned on day 62, due on day 92, paid on day 70 with the exit.
  P e = commission(0.10);
  e.pay_lag = 30;
  Firm firm({e});
  firm.open().play(70, {{3, 0, 1000}});
  EXPECT_EQ(firm.paid(), 0);
  firm.exit(0, 70);
  EXPECT_EQ(firm.paid(), 100'00);
  firm.play(125);
  EXPECT_EQ(firm.paid(), 100'00);
}

TEST(PayChange, ARaiseInTheMiddleOfAMonthPaysEachPartAtItsRate) {
  // 2,100 for days 0..6, 4,200 for days 7..20: 700 + 2,800. The commission goes on undisturbed.
  const auto month = [](double amount) {
    return element(P::salary, [&](P& s) {
      s.amount = amount;
      s.per = P::month;
    });
  };
  Firm firm(Plans{{month(2100), two_rates()}, {month(4200), two_rates()}}, 1);
  firm.open().play(6, {{3, 0, 90'000}}).replan({0}, 1, 7);
  EXPECT_EQ(firm.paid(), 700'00);
  EXPECT_EQ(firm.play(20).paid(), 3500'00);
  EXPECT_EQ(firm.play(62, {{40, 0, 20'000}}).paid(0, P::commission),
            6000'00);  // 100,000 x 5 % + 10,000 x 10 %
}

TEST(PayChange, AChangedElementIsSettledForItsPartAndStartsAnew) {
  // 21 days at 5 / 10 %: quota 33,333.33, 43,333.33 sold = 1,666.67 + 1,000; then 20 % on 42 days.
  Firm firm(Plans{{two_rates()}, {commission(0.20)}}, 1);
  firm.open().play(20, {{3, 0, 43'333.33}}).replan({0}, 1, 21);
  EXPECT_EQ(firm.paid(), 2666'67);
  EXPECT_EQ(firm.play(62, {{40, 0, 1000}}).paid(), 2866'67);
  // A team pool is divided for its part, then starts anew: 1 % of 90,000, then 2 % of 60,000.
  P one = element(P::pool, [](P& p) { p.rate = 0.01; });
  P two = element(P::pool, [](P& p) { p.rate = 0.02; });
  Firm team(Plans{{one}, {two}}, 2);
  team.open().play(20, {{3, 0, 90'000}}).replan({0, 1}, 1, 21);
  EXPECT_EQ(team.paid(0), 450'00);
  EXPECT_EQ(team.paid(1), 450'00);
  team.play(62, {{40, 1, 60'000}});
  EXPECT_EQ(team.paid(0), 1050'00);
  EXPECT_EQ(team.paid(1), 1050'00);
}

}  // namespace
}  // namespace tandem::pay_case
