// SPDX-License-Identifier: Apache-2.0
#include "sim/day/offers.h"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/base/math.h"
#include "sim/day/day.h"
#include "sim/rules/offers.h"
#include "tests/support/firms.h"

// Changes that people accept or not.
namespace tandem {
namespace {

const char* const kFirm = R"(
tandem: 1
seed: 5
horizon: 189
territories: [{name: P, accounts: 1200}]
teams:
  - {name: A, territory: P, seats: {generalist: 40}}
  - {name: B, territory: P, seats: {generalist: 20}}
plan: [{salary: 60000}, {commission: own revenue, per: quarter, rate: 3%}]
plans:
  steep: [{salary: 50000}, {commission: own revenue, per: quarter, rate: 8%}]
  same: [{salary: 60000}, {commission: own revenue, per: quarter, rate: 3%}]
hiring: {delay: 5}
)";

struct Played {
  explicit Played(const std::string& changes, const std::string& more = "")
      : scenario(test::firm(kFirm + more + "changes: [" + changes + "]\n")),
        firm(scenario.model()) {
    start(firm, state, 3, 0);
  }
  void until(int day) {
    while (state.day < day) run_day(firm, state);
  }
  [[nodiscard]] bool in(int seat) const { return (state.scopes.in[seat] & 1) != 0; }
  [[nodiscard]] int number_in() const {
    int n = 0;
    for (int seat = 0; seat < firm.model.seats; ++seat) n += in(seat);
    return n;
  }
  Scenario scenario;
  Firm firm;
  State state;
};

// Straight commission b on credit r a day at effort e0, cost kappa e^2 / 2: looking ahead makes b r
// e0 + (b r)^2 / (2 kappa) of a day (EVIDENCE A7 where nothing bends), and risk takes its part.
TEST(Offers, AYearUnderAPlanIsWorthWhatTheClosedFormSays) {
  const Played played("");
  const Firm& firm = played.firm;
  for (const int seat : {0, 7, 50}) {
    const PolicySet& set = firm.of_seat(played.state, seat);
    const double r = firm.model.seat_credit[seat] * std::exp(played.state.people.log_ability[seat]);
    const double b = 0.03, kappa = set.p.effort_cost;
    const double pay = 60000 + 252 * (b * r * set.p.conscience + b * r * b * r / (2 * kappa));
    const double variable = 1 - 60000 / pay;
    const double spread = std::sqrt(firm.model.seat_credit_var[seat] / 252) / r;
    const double risk = played.state.people.risk_aversion[seat];
    const double worth = pay * (1 - risk * variable * spread * variable * spread / 2);
    EXPECT_NEAR(plan_worth(firm, played.state, seat, set), worth, 1e-6 * worth) << seat;
  }
}

TEST(Offers, TheSamePlanIsAMatterOfHabitAlone) {
  Played played("{at: 10d, offer: {plan: same}}", "offers: {friends: 0, habit: 1}\n");
  played.until(11);
  const double expected = 60 * math::logistic(-1.0);
  EXPECT_NEAR(played.number_in(), expected, 3 * std::sqrt(expected));
  EXPECT_EQ(played.state.today.offers + 0, 60);
  EXPECT_EQ(played.state.today.accepted, played.number_in());
}

TEST(Offers, TheAbleTakeTheSteepPlanAndItIsTheirsUntilItEnds) {
  Played played("{at: 10d, until: 100d, scope: {team: A}, offer: {plan: steep}}",
                "offers: {pay: 100}\n");
  played.until(11);
  double in = 0, out = 0, able_in = 0, able_out = 0;
  for (int seat = 0; seat < 40; ++seat) {
    if (!played.state.people.present[seat]) continue;
    (played.in(seat) ? in : out) += 1;
    (played.in(seat) ? able_in : able_out) += played.state.people.log_ability[seat];
    EXPECT_EQ(played.state.people.plan[seat] != 0, played.in(seat));
  }
  ASSERT_GT(in, 3);
  ASSERT_GT(out, 3);
  EXPECT_GT(able_in / in, able_out / out + 0.05);
  for (int seat = 40; seat < 60; ++seat) EXPECT_FALSE(played.in(seat));
  played.until(102);
  for (int seat = 0; seat < 60; ++seat) EXPECT_EQ(played.state.people.plan[seat], 0);
}

TEST(Offers, WhoeverComesLaterDecidesOnTheFirstDay) {
  Played played("{at: 10d, offer: {plan: steep}}", "quitting: {rate: 0.9}\n");
  played.until(11);
  const std::vector<int> first = played.state.people.person;
  played.until(150);
  int in = 0, out = 0;
  for (int seat = 0; seat < 60; ++seat) {
    if (!played.state.people.present[seat] || played.state.people.person[seat] == first[seat])
      continue;
    (played.in(seat) ? in : out) += 1;
    EXPECT_EQ(played.state.people.plan[seat] != 0, played.in(seat));
  }
  EXPECT_GT(in, 3);
  EXPECT_GT(out, 3);
}

TEST(Offers, FriendsInsideDrawOthersIn) {
  const std::string change = "{at: 10d, offer: {policies.crm.discipline: 80%}}";
  Played alone(change, "offers: {friends: 0}\n"), together(change, "offers: {friends: 4}\n");
  alone.until(11);
  together.until(11);
  EXPECT_GT(together.number_in(), alone.number_in() + 5);
}

// A course: its hours cost, what it teaches draws those who miss much and feel it.
TEST(Offers, CoursesDrawThoseWhoFeelAGap) {
  PolicySet set{};
  set.p.ask_insight = 1;
  rules::OfferCase of;
  of.learning = 2;
  const auto gain = [&](double known) {
    of.known = known;
    return rules::offer_terms(set, of).learning;
  };
  EXPECT_EQ(gain(1), 0);
  EXPECT_GT(gain(0.25), gain(0));  // who knows nothing does not feel it
  EXPECT_GT(gain(0.5), gain(0.75));
  EXPECT_LT(rules::offer_terms(set, of).standing, 0);
}

}  // namespace
}  // namespace tandem
