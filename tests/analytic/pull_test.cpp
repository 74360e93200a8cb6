// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "sim/day/contests.h"
#include "sim/day/day.h"
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
