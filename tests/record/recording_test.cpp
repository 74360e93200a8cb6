// SPDX-License-Identifier: Apache-2.0
// A recording is a run's proof: it plays again to the same hash each day, or says where not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tandem/version.h"
#include "tests/record/runs.h"

namespace tandem {
namespace {

using testing::HasSubstr;

Recording recorded(const Scenario& scenario, std::uint32_t replication = 3) {
  auto recording = record_run(scenario, scenario.seed(), replication);
  if (!recording) throw std::runtime_error(describe(recording.faults()));
  return std::move(recording).value();
}

TEST(Recordings, HoldTheHashOfEachDay) {
  const Scenario scenario = test::firm(test::kEverything);
  const Recording recording = recorded(scenario);
  ASSERT_EQ(recording.days.size(), 131u);
  World world(scenario, scenario.seed(), 3);
  for (const DayHash& day : recording.days) {
    EXPECT_EQ(day.hash, world.hash());
    if (!world.finished()) world.run_day();
  }
  EXPECT_EQ(recording.build, build_digest());
}

TEST(Recordings, PlayAgainToTheSameHashes) {
  for (const Scenario& scenario :
       {test::firm(test::kEverything), test::shipped("quickstart.yaml"),
        test::shipped("plans/quickstart-accelerator.yaml", {"seed=41"}, 77)}) {
    const Recording recording = recorded(scenario);
    const auto read = Recording::load(recording.save(), "a");
    ASSERT_TRUE(read) << describe(read.faults());
    EXPECT_EQ(read.value().save(), recording.save());
    const auto replayed = replay(read.value());
    ASSERT_TRUE(replayed) << describe(replayed.faults());
    EXPECT_TRUE(replayed.value().same);
    EXPECT_EQ(replayed.value().days, scenario.days());
    EXPECT_EQ(replayed.value().played, recording.days.back().hash);
  }
}

// What could not be played again is not recorded.
TEST(Recordings, AScenarioThatDoesNotReadBackIsRefused) {
  std::string text = "tandem: 1\nextends: quickstart.yaml\nopen_deals:\n  - seat,stage,customer\n";
  const std::string customer(470, 'x');
  for (int i = 0; i < 2000; ++i) text += "  - A/generalist/1,qualify," + customer + "\n";
  const Scenario scenario = test::firm(text);
  ASSERT_GT(scenario.resolved().size(), 1'000'000u);
  EXPECT_FALSE(record_run(scenario, 1, 0));
}

// The small hashes tell where a run has parted: the first day, and what was decided otherwise.
TEST(Recordings, TellTheFirstDayAndField) {
  const Scenario scenario = test::shipped("quickstart.yaml", {}, 60);
  const Scenario other = test::shipped("quickstart.yaml", {}, 60);
  Recording recording = recorded(scenario);
  // Recorded with others' incentives from day 30 on, a Monday: effort is chosen that day.
  const Scenario changed = test::firm(
      "tandem: 1\nextends: quickstart.yaml\nhorizon: 60d\nchanges:\n"
      "  - {at: 30d, set: {effort.conscience: 1.5}}\n");
  recording.scenario = changed.resolved();
  const auto replayed = replay(recording);
  ASSERT_TRUE(replayed) << describe(replayed.faults());
  EXPECT_FALSE(replayed.value().same);
  EXPECT_EQ(replayed.value().days, 31);
  EXPECT_EQ(replayed.value().field, "effort");
  EXPECT_NE(replayed.value().recorded, replayed.value().played);
}

TEST(Recordings, OfAnotherBuildAreRefusedUnlessAskedFor) {
  Recording recording = recorded(test::shipped("quickstart.yaml", {}, 10));
  recording.build = "0123456789abcdef";
  recording.version = "0.0.9";
  const auto refused = replay(recording);
  ASSERT_FALSE(refused);
  EXPECT_THAT(describe(refused.faults()), HasSubstr("another build"));
  EXPECT_THAT(describe(refused.faults()), HasSubstr("0123456789abcdef"));
  EXPECT_THAT(describe(refused.faults()), HasSubstr("0.0.9"));
  const auto allowed = replay(recording, true);
  ASSERT_TRUE(allowed);
  EXPECT_TRUE(allowed.value().same);
}

// The hash of a field moves when the field does, and no other one.
TEST(DayHashes, KnowTheirFields) {
  World a(test::shipped("quickstart.yaml"), 1, 0);
  const DayHash before = day_hash(a);
  ASSERT_EQ(before.fields.size(), hashed_fields().size());
  EXPECT_GT(hashed_fields().size(), 80u);
  EXPECT_EQ(day_hash(World(a)), before);
  auto names = hashed_fields();
  std::ranges::sort(names);
  EXPECT_EQ(std::ranges::adjacent_find(names), names.end()) << "two fields of one name";
}

TEST(DamagedRecordings, SayWhatIsWrong) {
  const std::string good = recorded(test::shipped("quickstart.yaml", {}, 10)).save();
  const auto refusal = [](const std::string& text) {
    const auto read = Recording::load(text, "a.recording");
    return read ? "" : describe(read.faults());
  };
  EXPECT_EQ(refusal(good), "");
  EXPECT_THAT(refusal(""), HasSubstr("no recording"));
  EXPECT_THAT(refusal("[1, 2]"), HasSubstr("no recording"));
  EXPECT_THAT(refusal(good.substr(0, good.size() / 2)), HasSubstr("cut short"));
  EXPECT_THAT(refusal(good.substr(0, 40)), HasSubstr("recording"));
  const auto without = [&](const std::string& key) {
    std::string text = good;
    return text.replace(text.find("\"" + key + "\": "), key.size() + 2, "\"other\"");
  };
  EXPECT_THAT(refusal(without("seed")), HasSubstr("damaged"));
  EXPECT_THAT(refusal(without("days")), HasSubstr("damaged"));
  std::string text = good;
  EXPECT_THAT(
      refusal(text.replace(text.find("\"tandem_recording\": 1"), 21, "\"tandem_recording\": 2")),
      HasSubstr("format version 2"));
}

// Random flips and cuts: a clear answer or a recording, never harm.
TEST(DamagedRecordings, DoNoHarm) {
  const std::string good = recorded(test::shipped("quickstart.yaml", {}, 10)).save();
  test::Picks pick(4);
  for (int i = 0; i < 3000; ++i) {
    std::string bad = good.substr(0, i % 3 == 0 ? pick.below(good.size()) : good.size());
    for (int k = 0; k < 1 + i % 4 && !bad.empty(); ++k)
      bad[pick.below(bad.size())] ^= static_cast<char>(1 << pick.below(8));
    const auto read = Recording::load(bad, "a");
    const std::string answer = read ? "a recording" : describe(read.faults());
    ASSERT_NE(answer, "");
  }
}

}  // namespace
}  // namespace tandem
