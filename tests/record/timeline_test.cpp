// SPDX-License-Identifier: Apache-2.0
// The way back: any day of a run, in any order, in bounded memory, exactly.
#include <gtest/gtest.h>

#include "tests/record/runs.h"

namespace tandem {
namespace {

/// The hash of every day of the undisturbed run.
std::vector<std::uint64_t> straight(const Scenario& scenario, std::uint64_t seed,
                                    std::uint32_t replication) {
  World world(scenario, seed, replication);
  std::vector<std::uint64_t> hashes = {world.hash()};
  while (!world.finished()) {
    world.run_day();
    hashes.push_back(world.hash());
  }
  return hashes;
}

// A thousand moves to and fro end where the straight run is, with much, little and no memory.
TEST(Timelines, AThousandMovesLeaveTheRunAsItIs) {
  const Scenario scenario = test::firm(test::kEverything);
  const auto hashes = straight(scenario, 9, 2);
  World undisturbed(scenario, 9, 2);
  const std::size_t frame = Snapshot(undisturbed).bytes().size();
  undisturbed.run_to_end();
  for (const std::size_t memory : {Timeline::kMemory, 5 * frame, std::size_t{0}}) {
    Timeline timeline(World(scenario, 9, 2), memory);
    test::Picks pick(memory);
    for (int move = 0; move < (memory > 0 ? 1000 : 100); ++move) {
      const int day = static_cast<int>(pick.below(hashes.size()));
      const World& there = timeline.go_to(day);
      ASSERT_EQ(there.day(), day);
      ASSERT_EQ(there.hash(), hashes[static_cast<std::size_t>(day)]) << "move " << move;
      ASSERT_LE(timeline.bytes(), memory);
    }
    test::expect_same(timeline.go_to(scenario.days()), undisturbed);
  }
}

TEST(Timelines, OneStepBackAndForthAtEveryDay) {
  const Scenario scenario = test::shipped("quickstart.yaml", {}, 63);
  const auto hashes = straight(scenario, 1, 0);
  Timeline timeline(World(scenario, 1, 0));
  for (int day = 1; day <= scenario.days(); ++day) {
    EXPECT_EQ(timeline.go_to(day).hash(), hashes[static_cast<std::size_t>(day)]);
    EXPECT_EQ(timeline.go_to(day - 1).hash(), hashes[static_cast<std::size_t>(day) - 1]);
    EXPECT_EQ(timeline.go_to(day).hash(), hashes[static_cast<std::size_t>(day)]);
  }
}

TEST(Timelines, DaysOutsideTheRunAreItsEnds) {
  Timeline timeline(World(test::shipped("quickstart.yaml", {}, 30), 1, 0));
  EXPECT_EQ(timeline.last_day(), 30);
  EXPECT_EQ(timeline.go_to(99).day(), 30);
  EXPECT_EQ(timeline.go_to(-3).day(), 0);
}

// A branch has a timeline of its own that begins where it branches off.
TEST(Timelines, MayBeginInTheMiddle) {
  const Scenario scenario = test::shipped("quickstart.yaml", {}, 90);
  const auto hashes = straight(scenario, 1, 0);
  World middle(scenario, 1, 0);
  test::play(middle, 33);
  Timeline timeline(std::move(middle));
  EXPECT_EQ(timeline.first_day(), 33);
  EXPECT_EQ(timeline.go_to(80).hash(), hashes[80]);
  EXPECT_EQ(timeline.go_to(34).hash(), hashes[34]);
  EXPECT_EQ(timeline.go_to(10).hash(), hashes[33]);
}

// Memory is bounded whatever the length of the run, and what fits is used.
TEST(Timelines, MemoryIsBoundedAndUsed) {
  World world(test::shipped("quickstart.yaml", {}, 1500), 1, 0);
  World later = world;  // what was seen so far grows with the run
  test::play(later, 1500);
  const std::size_t memory = 12 * Snapshot(later).bytes().size();
  Timeline timeline(std::move(world), memory);
  timeline.go_to(1500);
  EXPECT_LE(timeline.bytes(), memory);
  EXPECT_GE(timeline.snapshots(), 6u);
  EXPECT_LE(timeline.snapshots() * static_cast<std::size_t>(timeline.spacing()), 1500u);
  EXPECT_GE((timeline.snapshots() + 1) * static_cast<std::size_t>(timeline.spacing()), 1500u);
}

}  // namespace
}  // namespace tandem
