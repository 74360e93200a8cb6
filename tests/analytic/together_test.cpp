// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "sim/base/math.h"
#include "sim/day/day.h"
#include "sim/rules/conflict.h"
#include "sim/rules/help.h"
#include "sim/rules/knowledge.h"
#include "sim/rules/leaving.h"
#include "sim/rules/sharing.h"
#include "tandem/study.h"
#include "tests/support/firms.h"

// What people do for each other, where it can be said in closed form.
namespace tandem {
namespace {

constexpr int kHelping = static_cast<int>(Activity::helping);

State played(const Firm& firm, int days) {
  State state;
  start(firm, state, 5, 0);
  for (int day = 0; day < days; ++day) run_day(firm, state);
  return state;
}

std::vector<std::string> helpers(const std::string& plan) {
  return {"teams=[{name: A, territory: T, seats: {generalist: 3}}]",
          "mechanisms.pay_response=yes",
          "mechanisms.helping=yes",
          "effort.conscience=0",
          "effort.low=0",
          "effort.substitution=0%",
          "effort.time.helping=5%",
          "effort.returns.helping=0%",
          "helping.yield=40%",
          "plan=[{salary: 50000, per: year}, " + plan + "]"};
}

// EVIDENCE A3: help h costs c_h h^2 / 2 and is worth k to mates. Paid on the own result alone nobody
// helps; paid b / N of the team's, each helps h = k b / (N c_h).
TEST(Help, FollowsWhatMatesResultsPay) {
  const Scenario own =
      test::firm(test::kBare, helpers("{commission: own revenue, per: quarter, rate: 6%}"));
  const Firm alone(own.model());
  EXPECT_EQ(played(alone, 30).people.hours[kHelping], 0);

  const Scenario pool = test::firm(
      test::kBare, helpers("{pool: team revenue, per: quarter, rate: 6%, split: equal}"));
  const Firm together(pool.model());
  const State state = played(together, 30);
  const PolicySet& set = together.of_seat(state, 0);
  const double k = together.model.seat_credit[0] * 0.4, share = 0.06 / 3;
  EXPECT_NEAR(state.people.mate_pull[0], share, 1e-9);
  EXPECT_NEAR(state.people.hours[kHelping] / 8, k * share / set.activity_cost, 1e-9);
}

// Prizes depend on who is ahead of whom: what an own unit wins, all rivals' units together cost.
TEST(Help, ARivalsUnitCostsItsShareOfWhatAnOwnOneWins) {
  const Scenario scenario = test::firm(
      test::kBare, helpers("{contest: own revenue, per: quarter, among: all, prizes: [9000]}"));
  const Firm firm(scenario.model());
  const State state = played(firm, 6);
  for (int seat = 0; seat < 3; ++seat) {
    EXPECT_GT(state.people.pull[seat], 0);
    EXPECT_LT(state.people.mate_pull[seat], 0);
    EXPECT_GT(state.people.mate_pull[seat], -state.people.pull[seat]);
    EXPECT_EQ(state.people.hours[seat * kActivities + kHelping], 0);
  }
}

// What was learned from others above what one finds out alone fades only where it is not used, and
// never at the ramp's rate.
TEST(Sharing, OutlivesTheOccasion) {
  PolicySet set{};
  set.p.forgetting = 0.001;
  set.p.week_use = 8;
  const double own = 0.5;
  for (const double use : {0.0, 0.25, 1.0}) {
    const double after = rules::after_practice(set, 0.8, own, 1, use * 8, 2, 5);
    EXPECT_NEAR(after, 0.8 * (1 - 0.001 * 5 * (1 - use)), 1e-12);
  }
}

// One learns, the other loses nothing (EVIDENCE K10), and nobody learns what the teacher does not
// know.
TEST(Sharing, IsOneSided) {
  const double teacher[] = {0.9, 0.2};
  const double asked[] = {0.5, 0.5};
  double learner[] = {0.3, 0.6};
  rules::be_taught(learner, teacher, asked, 2, 0.5);
  EXPECT_GT(learner[0], 0.3);
  EXPECT_LT(learner[0], 0.9);
  EXPECT_EQ(learner[1], 0.6);
}

// Common ground: knowing more of the same passes on all, knowing only other things nothing.
TEST(Sharing, NeedsCommonGround) {
  const double learner[] = {0.4, 0.0}, more[] = {0.8, 0.0}, other[] = {0.0, 0.8};
  EXPECT_EQ(rules::common_ground(learner, more, 2), 1);
  EXPECT_EQ(rules::common_ground(learner, other, 2), 0);
}

// A share of the gap: half of it at taken = 1, however often the same in small steps less than that
// of one.
TEST(Sharing, ClosesAShareOfTheGap) {
  EXPECT_DOUBLE_EQ(rules::after_sharing(0.2, 0.8, 1), 0.5);
  EXPECT_DOUBLE_EQ(rules::after_sharing(0.2, 0.8, 0), 0.2);
  EXPECT_DOUBLE_EQ(rules::after_sharing(0.8, 0.2, 1), 0.8);
}

// Advice mixes in: (1 - a) own + a (known x (1 - what does not fit)).
TEST(Advice, IsMixedIn) {
  PolicySet set{};
  set.p.reliance = 0.6;
  EXPECT_DOUBLE_EQ(rules::with_advice(set, 0.5, rules::advice_value(0.9, 0.1)),
                   0.4 * 0.5 + 0.6 * 0.81);
  EXPECT_DOUBLE_EQ(rules::with_advice(set, 0.5, -1), 0.5);
}

// Backgrounds on a ring: the mean likeness of two people is 0, so homophily moves no mean trust.
TEST(Trust, HomophilySplitsWithoutMovingTheMean) {
  double sum = 0;
  for (int i = 0; i < 100; ++i) sum += rules::likeness(0.3, i / 100.0);
  EXPECT_NEAR(sum, 0, 1e-9);
  EXPECT_DOUBLE_EQ(rules::likeness(0.1, 0.1), 1);
  EXPECT_DOUBLE_EQ(rules::likeness(0.1, 0.6), -1);
  EXPECT_NEAR(rules::likeness(0.95, 0.05), rules::likeness(0.5, 0.6), 1e-12);
}

// A dispute that nobody settles lasts as long as it says if it does not grow: its days are
// exponential with that mean.
TEST(Disputes, LastAsLongAsTheProcessSays) {
  const auto days = [](const std::string& process) {
    const Scenario scenario =
        test::firm(test::kBare, {"teams=[{name: A, territory: T, seats: {generalist: 8}}]",
                                 "mechanisms.conflict=yes", "conflict.rate=3", "conflict.growth=0",
                                 "conflict.alone=30", "policies.conflict.days=6",
                                 "policies.conflict.process=" + process, "horizon=2000"});
    BatchOptions options;
    options.replications = 12;
    const Batch batch = run_batch(scenario, options);
    return batch.metric(*find_metric("dispute_days")).value();
  };
  for (const auto& [process, mean] : {std::pair("none", 30.0), {"mediator", 6.0}}) {
    const Estimate found = days(process);
    // Whole days, at least one: max(1, floor(T)) of an exponential T.
    const double expected = 1 / std::expm1(1 / mean) - std::expm1(-1 / mean);
    EXPECT_NEAR(found.mean, expected, 3.5 * found.sd / std::sqrt(12)) << process;
  }
}

// Friction is a hazard: so many disputes a person and year at trust and clarity of one half.
TEST(Disputes, BeginAtTheirRate) {
  const Scenario scenario =
      test::firm(test::kBare, {"teams=[{name: A, territory: T, seats: {generalist: 8}}]",
                               "mechanisms.conflict=yes", "conflict.rate=0.7", "conflict.alone=0.5",
                               "policies.conflict.process=none", "horizon=2520"});
  BatchOptions options;
  options.replications = 30;
  const Batch batch = run_batch(scenario, options);
  const Estimate found = batch.metric(*find_metric("disputes")).value();
  EXPECT_NEAR(found.mean, 70, 3.5 * found.sd / std::sqrt(30) + 0.7);
}

// What a successor finds of a relation: the least without records, all of it with full records
// handed over with full care.
// Exits are forgotten at their own pace, whether trust moves or not.
TEST(Leaving, ExitsNearbyFadeWithoutTrust) {
  const Scenario scenario = test::firm(
      test::kBare, {"teams=[{name: A, territory: T, seats: {generalist: 3}}]",
                    "mechanisms.trust=no", "mechanisms.quitting=no", "quitting.peers_fade=2%"});
  const Firm firm(scenario.model());
  State state;
  start(firm, state, 5, 0);
  state.people.exits_near[0] = 1;
  for (int day = 0; day < 50; ++day) run_day(firm, state);
  EXPECT_NEAR(state.people.exits_near[0], std::pow(0.9, 10), 1e-12);
}

TEST(Leaving, RecordsAndCareKeepRelations) {
  PolicySet set{};
  set.p.newcomer_relation = 0.25;
  set.p.handover_care = 1;
  EXPECT_DOUBLE_EQ(rules::relation_kept(set, 0), 0.25);
  EXPECT_DOUBLE_EQ(rules::relation_kept(set, 1), 1);
  set.p.handover_care = 0;
  EXPECT_DOUBLE_EQ(rules::relation_kept(set, 1), 0.625);
}

}  // namespace
}  // namespace tandem
