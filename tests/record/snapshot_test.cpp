// SPDX-License-Identifier: Apache-2.0
// A run stopped and restored goes on as if nothing had been: in its state, in what the hash leaves
// out, and in everything that is told of it later.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "sim/record/state_fields.h"
#include "tandem/record.h"
#include "tests/record/runs.h"
#include "tests/support/random_firms.h"

namespace tandem {
namespace {

using testing::HasSubstr;
using testing::ValuesIn;

// Every scenario in the library, once so: stopped in the middle, carried as bytes into a world that
// was somewhere else, and played to the end.
class EveryScenario : public testing::TestWithParam<std::string> {};

TEST_P(EveryScenario, StoppedAndRestoredEqualsUndisturbed) {
  const Scenario scenario = test::shipped(GetParam());
  const int stop = scenario.days() / 2 + 3;  // in the middle of a week
  World undisturbed(scenario, scenario.seed(), 0);
  undisturbed.watch_deals();
  test::play(undisturbed, stop);
  const auto snapshot = Snapshot::load(Snapshot(undisturbed).bytes());
  ASSERT_TRUE(snapshot) << describe(snapshot.faults());

  World restored(scenario, scenario.seed() + 1, 5);
  test::play(restored, stop + 9);
  const Faults faults = restored.restore(snapshot.value());
  ASSERT_TRUE(faults.empty()) << describe(faults);
  EXPECT_EQ(restored.day(), stop);
  test::expect_same(restored, undisturbed);
  undisturbed.run_to_end();
  restored.run_to_end();
  test::expect_same(restored, undisturbed);
}

INSTANTIATE_TEST_SUITE_P(Shipped, EveryScenario, ValuesIn(test::shipped_paths()),
                         [](const auto& param) { return test::test_name(param.param); });

TEST(Snapshots, ThereAreScenarios) { EXPECT_GE(test::shipped_paths().size(), 4u); }

// At every single day; one world hops from day to day, each time over what it just was.
TEST(Snapshots, AtAnyDayTheFutureStaysTheSame) {
  const Scenario scenario = test::firm(test::kEverything);
  World run(scenario, 3, 1);
  World end = run;
  end.run_to_end();
  World hopping(scenario, 8, 2);
  for (; !run.finished(); run.run_day()) {
    ASSERT_TRUE(hopping.restore(Snapshot(run)).empty()) << run.day();
    ASSERT_EQ(Snapshot(hopping).bytes(), Snapshot(run).bytes()) << run.day();
    hopping.run_to_end();
    ASSERT_EQ(Snapshot(hopping).bytes(), Snapshot(end).bytes()) << "from day " << run.day();
  }
  test::expect_same(hopping, end);
}

// Stopped and restored again and again, every day: nothing wears off.
TEST(Snapshots, ManyStopsEqualNone) {
  const Scenario scenario = test::firm(test::kEverything);
  World undisturbed(scenario, 4, 0), stopped(scenario, 4, 0);
  undisturbed.run_to_end();
  while (!stopped.finished()) {
    World fresh(scenario, 1, 1);
    ASSERT_TRUE(fresh.restore(Snapshot(stopped)).empty());
    stopped = std::move(fresh);
    stopped.run_day();
  }
  test::expect_same(stopped, undisturbed);
}

// Any firm, any settings, any day.
TEST(Snapshots, RandomFirmsStoppedAnywhereGoOnTheSame) {
  for (std::uint32_t number = 0; number < 60; ++number) {
    const Scenario scenario = test::random_scenario(number);
    World undisturbed(scenario, scenario.seed(), number), restored(scenario, 1, 0);
    test::Picks pick(number);
    test::play(undisturbed, static_cast<int>(pick.below(90)));
    ASSERT_TRUE(restored.restore(Snapshot(undisturbed)).empty()) << "firm " << number;
    undisturbed.run_to_end();
    restored.run_to_end();
    SCOPED_TRACE("firm " + std::to_string(number));
    test::expect_same(restored, undisturbed);
    if (HasFailure()) return;
  }
}

// Copying is the other way to stop: a copy without a change equals its origin, and neither knows of
// the other.
TEST(Snapshots, ACopyWithoutAChangeEqualsItsOrigin) {
  const Scenario scenario = test::firm(test::kEverything);
  World origin(scenario, 6, 0), alone(scenario, 6, 0);
  alone.run_to_end();
  std::vector<World> copies;
  for (; !origin.finished(); origin.run_day())
    if (origin.day() % 10 == 0) copies.push_back(origin);
  test::expect_same(origin, alone);
  for (World& copy : copies) {
    copy.run_to_end();
    test::expect_same(copy, alone);
  }
}

// A policy that draws and never acts, switched on in one branch: the same firm.
TEST(Snapshots, ABranchWithAPlaceboEqualsItsOrigin) {
  const Scenario plain = test::firm(test::kEverything);
  const Scenario placebo = test::firm(test::kEverything, {"policies.placebo=true"});
  World a(plain, 6, 0), b(placebo, 6, 0);
  test::play(a, 60);
  test::play(b, 60);
  World c(placebo, 1, 0);
  ASSERT_TRUE(c.restore(Snapshot(b)).empty());
  a.run_to_end();
  c.run_to_end();
  EXPECT_EQ(a.hash(), c.hash());
}

TEST(Snapshots, TellWhatTheyAreOf) {
  const Scenario scenario = test::shipped("quickstart.yaml");
  World world(scenario, 12, 7);
  test::play(world, 34);
  const Snapshot snapshot(world);
  EXPECT_EQ(snapshot.day(), 34);
  EXPECT_EQ(snapshot.seed(), 12u);
  EXPECT_EQ(snapshot.replication(), 7u);
  EXPECT_EQ(snapshot.hash(), world.hash());
  EXPECT_EQ(snapshot.scenario(), scenario.digest());
}

TEST(Snapshots, AnotherScenarioOrHorizonIsRefusedAndNothingMoves) {
  const Scenario scenario = test::shipped("quickstart.yaml");
  World world(scenario, 1, 0);
  const Snapshot snapshot(world);
  World other(test::shipped("quickstart.yaml", {"market.deal_size=40000"}), 1, 0);
  World longer(test::shipped("quickstart.yaml", {}, 400), 1, 0);
  for (World* wrong : {&other, &longer}) {
    test::play(*wrong, 12);
    const auto before = Snapshot(*wrong).bytes();
    EXPECT_FALSE(wrong->restore(snapshot).empty());
    EXPECT_EQ(Snapshot(*wrong).bytes(), before);
  }
  EXPECT_THAT(describe(other.restore(snapshot)), HasSubstr("another scenario"));
  EXPECT_THAT(describe(longer.restore(snapshot)), HasSubstr("400 days"));
}

std::string refusal_of(std::string bytes) {
  const auto loaded = Snapshot::load(std::move(bytes), "firm.snapshot");
  return loaded ? "" : describe(loaded.faults());
}

TEST(DamagedSnapshots, SayWhatIsWrong) {
  World world(test::shipped("quickstart.yaml"), 1, 0);
  const std::string good = Snapshot(world).bytes();
  EXPECT_EQ(refusal_of(good), "");
  EXPECT_THAT(refusal_of(""), HasSubstr("cut short"));
  EXPECT_THAT(refusal_of("name: Acme\nseed: 7\n"), HasSubstr("no snapshot"));
  EXPECT_THAT(refusal_of(good.substr(0, 20)), HasSubstr("cut short"));
  EXPECT_THAT(refusal_of(good.substr(0, good.size() / 2)), HasSubstr("not whole"));
  EXPECT_THAT(refusal_of(good + "more"), HasSubstr("not whole"));
  std::string bad = good;
  bad[8] = 9;
  EXPECT_THAT(refusal_of(bad), HasSubstr("format version 9"));
  bad = good;
  bad[good.size() / 2] ^= 1;
  EXPECT_THAT(refusal_of(bad), HasSubstr("checksum"));
  EXPECT_THAT(refusal_of(test::sealed(test::with_build(good, "0123456789abcdef"))),
              HasSubstr("another build of the engine, 0123456789abcdef"));
  EXPECT_THAT(refusal_of(bad), HasSubstr("firm.snapshot"));
}

// No flipped bit and no cut is overlooked.
TEST(DamagedSnapshots, EveryFlipAndEveryCutIsFound) {
  World world(test::firm(test::kEverything), 1, 0);
  test::play(world, 30);
  const std::string good = Snapshot(world).bytes();
  test::Picks pick(1);
  for (int i = 0; i < 2000; ++i) {
    std::string bad = good;
    bad[pick.below(bad.size())] ^= static_cast<char>(1 << pick.below(8));
    ASSERT_NE(refusal_of(bad), "");
    ASSERT_NE(refusal_of(good.substr(0, pick.below(good.size()))), "");
  }
}

// Even with a checksum that fits, damaged bytes are read without harm: either they are refused and
// the world stays as it was, or what was read is of the scenario's shape.
TEST(DamagedSnapshots, BehindAFittingChecksumDoNoHarm) {
  const Scenario scenario = test::firm(test::kEverything);
  World world(scenario, 1, 0), target(scenario, 2, 0);
  test::play(world, 30);
  const std::string good = Snapshot(world).bytes();
  const auto untouched = Snapshot(target).bytes();
  test::Picks pick(2);
  int refused = 0, tried = 0;
  for (int i = 0; i < 2000; ++i) {
    std::string bad = good;
    if (i % 2 == 0) {
      // A word of all ones, or a small one, is what lengths trip over.
      const std::size_t at =
          test::kSnapshotHead + pick.below(good.size() - test::kSnapshotHead - 8);
      for (std::size_t k = 0; k < 8; ++k) bad[at + k] = i % 4 == 0 ? '\xff' : '\0';
      if (i % 4 != 0) bad[at] = static_cast<char>(pick.below(256));
    } else {
      bad = test::cut(good, pick.below(good.size() - test::kSnapshotHead - 8));
    }
    auto loaded = Snapshot::load(test::sealed(bad));
    if (!loaded) continue;
    ++tried;
    World copy = target;
    if (copy.restore(loaded.value()).empty()) continue;
    ++refused;
    ASSERT_EQ(Snapshot(copy).bytes(), untouched);
  }
  EXPECT_GT(tried, 1500);
  EXPECT_GT(refused, 700);
}

// The layout follows every list of fields.
struct Small {
  int a = 0;
  std::vector<double> b;
};
struct Other {
  int a = 0;
  std::vector<float> b;
};
void fields(record::Any<Small> auto& x, auto& visit) { visit(x.a, x.b); }
void fields(record::Any<Other> auto& x, auto& visit) { visit(x.a, x.b); }

TEST(SnapshotLayout, FollowsTheFields) {
  const auto of = [](const auto& x) {
    record::Layout layout;
    layout(x);
    return layout.value();
  };
  EXPECT_EQ(of(Small{}), of(Small{3, {1, 2}}));
  EXPECT_NE(of(Small{}), of(Other{}));
  EXPECT_NE(of(Small{}.a), of(Small{}.b));
  EXPECT_EQ(of(State{}), of(World(test::firm(test::kEverything), 1, 0).state()));
}

}  // namespace
}  // namespace tandem
