// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

#include "sim/state/state.h"
#include "tests/support/random_firms.h"

namespace tandem {
namespace {

// Plays both day by day; the first difference, or nothing.
std::string in_lockstep(World& a, World& b) {
  while (!a.finished()) {
    a.run_day();
    b.run_day();
    std::string difference = World::first_difference(a, b);
    if (!difference.empty()) return difference;
  }
  return {};
}

// Copying a World forks its future; without a change both futures are one.
TEST(Lockstep, ACopyGoesTheSameWay) {
  const Scenario scenario = test::shipped("base/software-vendor.yaml", {}, 150);
  World world(scenario, 1, 0);
  while (world.day() < 70) world.run_day();
  World copy = world;
  EXPECT_EQ(in_lockstep(world, copy), "");
  EXPECT_EQ(world.hash(), copy.hash());
}

// A policy that draws and never acts meets everybody's luck unchanged: chance is addressed, not
// drawn in sequence.
TEST(Lockstep, APlaceboPolicyChangesNothingForAnyone) {
  const Scenario base = test::shipped("base/software-vendor.yaml");
  const Scenario placebo = test::shipped("base/software-vendor.yaml", {"policies.placebo=yes"});
  World a(base, 1, 0), b(placebo, 1, 0);
  EXPECT_EQ(in_lockstep(a, b), "");
  EXPECT_EQ(a.hash(), b.hash());
}

// A placebo that comes on a date for one team splits its seats from the others' policy and still
// changes nothing.
TEST(Lockstep, APlaceboOnADateChangesNothing) {
  const std::string text = "tandem: 1\nextends: quickstart.yaml\n";
  const Scenario base = test::firm(text);
  const Scenario later =
      test::firm(text + "changes: [{at: 30d, scope: {team: A}, set: {policies.placebo: yes}}]\n");
  World a(base, 1, 0), b(later, 1, 0);
  EXPECT_EQ(in_lockstep(a, b), "");
}

// The same in 500 random firms with whatever mechanisms: from the start, and on a date for one team.
TEST(Lockstep, APlaceboChangesNothingInRandomFirms) {
  for (std::uint32_t number = 0; number < 500; ++number) {
    const auto hash = [&](const std::string& how) {
      std::vector<std::string> settings = test::random_settings(number);
      std::erase_if(settings,
                    [](const std::string& s) { return s.starts_with("policies.placebo"); });
      settings.push_back("policies.placebo=" + how);
      const Scenario scenario = test::firm(test::random_firm(number), settings);
      World world(scenario, 1, 0);
      world.run_to_end();
      return world.hash();
    };
    ASSERT_EQ(hash("no"), hash("yes")) << "firm " << number;
  }
}

// A planted difference is named with its day, agent and field.
TEST(Lockstep, ADifferenceIsNamedWithDayAgentAndField) {
  const std::string text = "tandem: 1\nextends: quickstart.yaml\n";
  const Scenario base = test::firm(text);
  const Scenario lazy =
      test::firm(text + "changes: [{at: 30d, scope: {team: B}, set: {effort.conscience: 0.5}}]\n");
  World a(base, 1, 0), b(lazy, 1, 0);
  const std::string difference = in_lockstep(a, b);
  // Effort is chosen on the first day of a week: day 30 is one. The state shown is the one after
  // that day.
  EXPECT_EQ(difference.substr(0, difference.find(':')), "day 31, seat 7, effort") << difference;
}

// The n-th opportunity of an account and the n-th person of a seat are the same under every policy.
TEST(Lockstep, OpportunitiesAndPeopleKeepTheirIdentity) {
  const Scenario base = test::shipped("quickstart.yaml");
  const Scenario other = test::shipped("plans/quickstart-accelerator.yaml",
                                       {"quitting.rate=1", "market.marketing=1.3"});
  World a(base, 1, 0), b(other, 1, 0);
  a.watch_deals();
  b.watch_deals();
  a.run_to_end();
  b.run_to_end();
  const State &sa = a.state(), &sb = b.state();
  int same_person = 0, later_person = 0;
  for (std::size_t seat = 0; seat < sa.people.person.size(); ++seat) {
    if (sa.people.person[seat] != sb.people.person[seat]) {
      ++later_person;
      continue;
    }
    ++same_person;
    EXPECT_EQ(sa.people.id[seat], sb.people.id[seat]);
    EXPECT_EQ(sa.people.log_ability[seat], sb.people.log_ability[seat]);
  }
  EXPECT_GT(same_person, 0);
  EXPECT_GT(later_person, 0) << "the policies should differ in who quits";
  // What is common to both is equal in value; the busier market has brought more.
  std::vector<double> va, vb;
  for (const auto& deal : a.record({}).deals) va.push_back(deal.value);
  for (const auto& deal : b.record({}).deals) vb.push_back(deal.value);
  std::sort(va.begin(), va.end());
  std::sort(vb.begin(), vb.end());
  std::vector<double> common;
  std::set_intersection(va.begin(), va.end(), vb.begin(), vb.end(), std::back_inserter(common));
  EXPECT_GT(common.size(), va.size() * 3 / 4);
}

}  // namespace
}  // namespace tandem
