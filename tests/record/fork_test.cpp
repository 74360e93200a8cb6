// SPDX-License-Identifier: Apache-2.0
// Another future of the same past: a fork is the run of the changed scenario, and of nothing else.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/record/runs.h"

namespace tandem {
namespace {

using testing::HasSubstr;

Scenario with(const Scenario& scenario, const std::string& list, const std::string& entry) {
  auto changed = scenario.with(list, entry);
  if (!changed) throw std::runtime_error(describe(changed.faults()));
  return std::move(changed).value();
}

World forked(const World& origin, const Scenario& other) {
  auto world = fork(origin, other);
  if (!world) throw std::runtime_error(describe(world.faults()));
  return std::move(world).value();
}

// What one may do to a running firm on day 62: forking then equals a run that knew it all along, and
// the past stays.
TEST(Forks, EqualTheRunOfTheChangedScenario) {
  const std::pair<const char*, const char*> entries[] = {
      {"changes", "{at: 62d, set: {pricing.discount: 10%}}"},
      {"changes", "{at: 62d, scope: {team: A}, set: {effort.conscience: 1.2}}"},
      {"changes", "{at: 62d, until: 80d, set: {market.marketing: 1.5}}"},
      {"changes", "{at: 75d, set: {quota.stretch: 30%}}"},
      {"changes",
       "{at: 62d, set: {plan: [{salary: 50000, per: year}, {commission: own revenue, per: "
       "month, rate: 7%}]}}"},
      {"events", "{at: 62d, downturn: all, severity: 40%}"},
      {"events", "{at: 70d, key person leaves: B/generalist/2}"}};
  for (const char* text :
       {test::kEverything, "tandem: 1\nextends: quickstart.yaml\nhorizon: 120d\n"}) {
    const Scenario scenario = test::firm(text);
    World origin(scenario, 3, 1);
    test::play(origin, 62);
    World unchanged = origin;
    unchanged.run_to_end();
    for (const auto& [list, entry] : entries) {
      SCOPED_TRACE(std::string(entry) + " of " + scenario.name());
      const Scenario changed = with(scenario, list, entry);
      World fork = forked(origin, changed);
      EXPECT_EQ(fork.day(), 62);
      World all_along(changed, 3, 1);
      test::play(all_along, 62);
      EXPECT_EQ(all_along.record({}).values, origin.record({}).values) << "the past has moved";
      fork.run_to_end();
      all_along.run_to_end();
      test::expect_same(fork, all_along);
      EXPECT_NE(fork.hash(), unchanged.hash()) << "nothing came of it";
    }
  }
}

TEST(Forks, WithoutAChangeEqualTheirOrigin) {
  const Scenario scenario = test::firm(test::kEverything);
  World origin(scenario, 3, 1);
  test::play(origin, 40);
  World fork = forked(origin, scenario);
  origin.run_to_end();
  fork.run_to_end();
  test::expect_same(fork, origin);
}

// An event that was to come is undone; one that came cannot be.
TEST(Forks, UndoWhatIsStillToCome) {
  const std::string firm = "tandem: 1\nextends: quickstart.yaml\nhorizon: 120d\n";
  const Scenario plain = test::firm(firm);
  const Scenario planned = with(plain, "events", "{at: 80d, downturn: all, severity: 50%}");
  World origin(planned, 3, 1), all_along(plain, 3, 1);
  test::play(origin, 62);
  World fork = forked(origin, plain);
  fork.run_to_end();
  all_along.run_to_end();
  test::expect_same(fork, all_along);
  test::play(origin, 90);
  const auto too_late = tandem::fork(origin, plain);
  ASSERT_FALSE(too_late);
  EXPECT_THAT(describe(too_late.faults()), HasSubstr("its past is another one"));
  EXPECT_THAT(describe(too_late.faults()), HasSubstr("before day 90"));
}

TEST(Forks, OfAnotherFirmAreRefused) {
  World origin(test::shipped("quickstart.yaml"), 1, 0);
  test::play(origin, 20);
  EXPECT_FALSE(fork(origin, test::shipped("base/software-vendor.yaml")));
  EXPECT_FALSE(fork(origin, test::shipped("quickstart.yaml", {"market.deal_size=40000"})));
  EXPECT_FALSE(fork(origin, test::shipped("quickstart.yaml", {}, 10)));
}

TEST(Entries, ComeLastAndMistakesHaveTheirPlace) {
  const Scenario scenario = test::shipped("quickstart.yaml", {}, 50);
  const Scenario once = with(scenario, "changes", "{at: 30d, set: {pricing.discount: 10%}}");
  const Scenario twice = with(once, "changes", "{at: 30d, set: {pricing.discount: 20%}}");
  const Scenario event = with(twice, "events", "{at: 40d, outage: all, severity: 50%}");
  EXPECT_EQ(event.days(), 50);
  EXPECT_LT(twice.resolved().find("10%"), twice.resolved().rfind("20%"));
  EXPECT_NE(once.digest(), twice.digest());
  const auto wrong = scenario.with("changes", "{at: 30d, set: {pricing.discont: 10%}}");
  ASSERT_FALSE(wrong);
  EXPECT_THAT(describe(wrong.faults()), HasSubstr("did you mean"));
  EXPECT_FALSE(scenario.with("changes", "{at: 300d, set: {pricing.discount: 10%}}"));
  EXPECT_FALSE(scenario.with("changes", "{"));
  EXPECT_FALSE(scenario.with("chnges", "{at: 30d}"));
}

}  // namespace
}  // namespace tandem
