// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "sim/day/contests.h"
#include "sim/day/day.h"
#include "sim/day/merits.h"
#include "sim/day/pulls.h"
#include "sim/plan/outlook.h"
#include "sim/plan/quota.h"
#include "tests/support/firms.h"

// What a plan pulls, where it can be said in closed form.
namespace tandem {
namespace {

State played(const Firm& firm, int days) {
  State state;
  start(firm, state, 5, 0);
  for (int day = 0; day < days; ++day) run_day(firm, state);
  return state;
}

// EVIDENCE A9: a ratchet takes D l / (1 - D (1 - l)) off the slope of linear pay, above and below
// the quota alike when both strengths are l.
TEST(Pull, ARatchetTakesWeitzmansPartOffTheSlope) {
  for (const double strength : {0.0, 0.3, 1.0}) {
    const std::string l = std::to_string(strength);
    const Scenario scenario = test::firm(
        test::kBare,
        {"mechanisms.pay_response=yes", "effort.next_period=0.8", "quota.method=ratchet",
         "quota.ratchet.up=" + l, "quota.ratchet.down=" + l,
         "plan=[{salary: 50000, per: year}, {commission: own revenue, per: quarter, rate: 2%}]"});
    const Firm firm(scenario.model());
    const State state = played(firm, 30);
    EXPECT_NEAR(state.people.pull[0], 0.02 * (1 - ratchet_drag(strength, 0.8)), 1e-6);
  }
}

// A linear pool divided by credit is P c / C = b c where all credit is direct: the slope of a
// commission of b on own revenue, and a mate's sale changes nothing for one's own pay.
TEST(Pull, ALinearPoolByCreditPullsAsACommissionDoes) {
  const auto pulls = [](const char* element) {
    const Scenario scenario = test::firm(
        test::kBare,
        {"teams=[{name: A, territory: T, seats: {generalist: 4}}]", "mechanisms.pay_response=yes",
         std::string("plan=[{salary: 50000, per: year}, ") + element + "]"});
    const Firm firm(scenario.model());
    const State state = played(firm, 30);
    return std::pair(state.people.pull, state.people.mate_pull);
  };
  const auto [by_credit, of_mates] =
      pulls("{pool: team revenue, per: quarter, rate: 2%, split: by credit}");
  const auto [equal, of_equals] =
      pulls("{pool: team revenue, per: quarter, rate: 2%, split: equal}");
  for (int seat = 0; seat < 4; ++seat) {
    EXPECT_NEAR(by_credit[seat], 0.02, 1e-9);
    EXPECT_NEAR(of_mates[seat], 0, 1e-9);
    EXPECT_NEAR(equal[seat], 0.02 / 4, 1e-9);
    EXPECT_NEAR(of_equals[seat], 0.02 / 4, 1e-9);
  }
}

// One linear rate on an hour of help: an hour is worth it, whatever has been given.
TEST(Pull, AnHourOfHelpIsWorthItsRate) {
  const Scenario scenario = test::firm(
      test::kBare, {"mechanisms.pay_response=yes", "mechanisms.helping=yes", "effort.impatience=0",
                    "plan=[{salary: 50000, per: year}, {commission: help given, per: month, rate: "
                    "30}]"});
  const Firm firm(scenario.model());
  const State state = played(firm, 30);
  EXPECT_NEAR(state.merits.help_pull[0], 30, 1e-9);
  EXPECT_EQ(state.people.pull[0], 0);
  // An effort of one day on helping is worth eight hours of it while none lies unused.
  State fresh = state;
  fresh.people.help_left[0] = 0;
  EXPECT_NEAR(look_at_merits(firm, fresh, 0).help, 8 * 30, 1e-9);
  fresh.people.help_left[0] = 1e9;
  EXPECT_EQ(look_at_merits(firm, fresh, 0).help, 0);
}

// In base weeks credit costs what growth will pay less: D b (days of a period / days of the base).
// Behind them growth pulls by its rate.
TEST(Pull, BaseWeeksPullBack) {
  const Scenario scenario = test::firm(
      test::kBare,
      {"mechanisms.pay_response=yes", "effort.next_period=0.8",
       "plan=[{salary: 50000, per: year}, {commission: own revenue, per: quarter, rate: 2%, "
       "curve: linear, base_weeks: 20}]"});
  const Firm firm(scenario.model());
  const int left = std::min(0, -firm.model.warm_up) + 100;  // of a base that began at the start
  ASSERT_GT(left, 20);
  State state = played(firm, 10);
  const double steep = 0.02 / 2;  // flat below the base, 2 % above
  EXPECT_NEAR(state.people.pull[0], -0.8 * steep * 63 / 100, 1e-9);
  while (state.day < left + 40) run_day(firm, state);
  EXPECT_GT(state.people.pull[0], 0);
  EXPECT_LE(state.people.pull[0], 0.02 + 1e-12);
}

// A rate of nothing changes nothing, bit for bit: of two states all is the same but the book of pay
// with its further meters.
TEST(Pull, ARateOfNothingChangesNothing) {
  const std::string own = "{commission: own revenue, per: quarter, rate: 4%}";
  for (const char* element :
       {"{commission: help given, per: month, tiers: [[0, 0]]}",
        "{commission: own satisfaction, per: quarter, tiers: [[0, 0]]}",
        "{bonus: firm satisfaction, per: quarter, goal: 50, tiers: [[0, 0]]}",
        "{commission: score, per: quarter, tiers: [[0, 0]]}",
        "{commission: own revenue, per: month, base_weeks: 4, tiers: [[0%, 0%]]}"}) {
    const auto half_a_year = [&](const std::string& plan) {
      const Scenario scenario =
          test::shipped("quickstart.yaml", {"evaluation.method=kpi", "plan=[" + plan + "]"});
      const Firm firm(scenario.model());
      State state = played(firm, 126);
      state.pay = {};
      state.merits = {};
      return hash_of(state);
    };
    EXPECT_EQ(half_a_year(own), half_a_year(own + ", " + element)) << element;
  }
}

const std::vector<std::string> kContest = {
    "teams=[{name: A, territory: T, seats: {generalist: 3}}]", "mechanisms.pay_response=yes",
    "plan=[{salary: 50000, per: year}, {contest: own revenue, per: quarter, among: all, prizes: "
    "[9000]}]"};

// Three equals and one prize: each sees the same curve, and a prize twice as large pulls twice as
// much where it is small against K (EVIDENCE A5).
TEST(Pull, AContestPullsByTheChanceThatMoreCreditGives) {
  const Scenario scenario = test::firm(test::kBare, kContest);
  const Firm firm(scenario.model());
  State state = played(firm, 6);
  const int seat = 1;
  SeatPulls pulls;
  make_pulls(firm, state, seat, pulls);
  ASSERT_EQ(pulls.n, 1);
  const Pull& pull = pulls.part[0];
  // The curve is the expected prize against the two others as seen at the start of the week.
  const std::vector<Rival> others = {state.contests.seen[0], state.contests.seen[2]};
  const double prizes[] = {9000};
  const double middle = (others[0].mean + others[1].mean) / 2;
  for (const double x : {0.9 * middle, middle, 1.1 * middle})
    EXPECT_NEAR(pull.curve(x), expected_prize(prizes, others, x), 0.03 * 9000) << x;
  EXPECT_GT(state.people.pull[seat], 0);
}

// Who is far ahead or hopelessly behind rests; who is close to the others works.
TEST(Pull, AContestPullsMostWhereItIsClose) {
  const Scenario scenario = test::firm(test::kBare, kContest);
  const Firm firm(scenario.model());
  State state = played(firm, 50);
  const auto pull_at = [&](double lead) {
    State other = state;
    other.contests.week = kNobody;
    for (int seat = 0; seat < 3; ++seat)
      other.pay.total(firm.pay.plans[0].elements[1].meter, seat) =
          cents(5e5 + (seat == 0 ? lead : 0));
    see_rivals(firm, other);
    reset_pulls(firm, other);
    other.pulls.fields_sighting = 0;
    const SeatPulls& pulls = pulls_of(firm, other, 0);
    const Pull& pull = pulls.part[0];
    return outlook(pull.curve, other.contests.seen[0].mean, 1e-3, firm.model.seat_credit_var[0], 14)
        .slope;
  };
  EXPECT_GT(pull_at(0), 10 * pull_at(1e6));
  EXPECT_GT(pull_at(0), 10 * pull_at(-4e5));
}

}  // namespace
}  // namespace tandem
