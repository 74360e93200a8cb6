// SPDX-License-Identifier: Apache-2.0
// What is done in the window, without a window: time, branches, undo, sessions, keys.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <functional>
#include <random>
#include <set>
#include <thread>

#include "tandem/world.h"
#include "tests/viewer/screen.h"
#include "viewer/panels/panels.h"

namespace tandem::viewer {
namespace {

std::string straight(const std::string& file, int day) {
  const Scenario scenario = Scenario::load(shipped_file(file)).value();
  World world(scenario, scenario.seed(), 0);
  while (world.day() < day) world.run_day();
  return fmt::format("{:016x}", world.hash());
}

TEST(Time, AnyDanceOfMovesEndsWhereTheStraightRunIs) {
  TestViewer viewer(shipped_file("quickstart.yaml"));
  EXPECT_EQ(viewer.hash("goto day 87"), straight("quickstart.yaml", 87));
  EXPECT_EQ(viewer.hash(
                "step 1 quarters\nback 3 weeks\ngoto end\nback 2 months\ngoto day 3\nback 1 weeks\n"
                "step 40 days\nback 39 days"),
            straight("quickstart.yaml", 1));
  EXPECT_EQ(viewer.hash("goto end\ngoto start"), straight("quickstart.yaml", 0));
  EXPECT_EQ(viewer.hash("goto end"), straight("quickstart.yaml", 252));
}

TEST(Time, SteppingBackIsBoundedInMemory) {
  TestViewer viewer(shipped_file("base/software-vendor.yaml"));
  ASSERT_EQ(viewer.play("goto end\nback 1 quarters"), "");
  const Picture* picture = viewer->ui().picture();
  ASSERT_NE(picture, nullptr);
  EXPECT_GT(picture->snapshots, 3u);
  EXPECT_LE(picture->snapshot_bytes, Engine::kTimelineMemory);
}

TEST(Branch, WithoutAChangeItEqualsItsOrigin) {
  TestViewer viewer(shipped_file("quickstart.yaml"));
  EXPECT_EQ(viewer.hash("goto day 60\nbranch\ngoto day 200"), straight("quickstart.yaml", 200));
}

TEST(Branch, AChangeMovesTheFutureAndLeavesThePast) {
  TestViewer viewer(shipped_file("quickstart.yaml"));
  EXPECT_EQ(viewer.hash("goto day 60\nset pricing.discount=10%"), straight("quickstart.yaml", 60));
  EXPECT_EQ(viewer->session().runs().size(), 2u);  // the file's own run is as it was
  EXPECT_EQ(viewer.hash("goto day 59"), straight("quickstart.yaml", 59));
  EXPECT_NE(viewer.hash("goto day 150"), straight("quickstart.yaml", 150));
  EXPECT_EQ(viewer.hash("active 1"), straight("quickstart.yaml", 150));
  EXPECT_EQ(viewer.hash("active 2\nundo"), straight("quickstart.yaml", 150));
  const std::string again = viewer.hash("redo");
  EXPECT_NE(again, straight("quickstart.yaml", 150));
}

TEST(Branch, WhatIfThisHadNotHappened) {
  const Scenario scenario = Scenario::load(shipped_file("quickstart.yaml")).value();
  World world(scenario, scenario.seed(), 0);
  world.keep_journal();
  world.run_to_end();
  const Journal journal = world.journal();
  const auto quits = journal.about("quit", "");
  ASSERT_FALSE(quits.empty());
  const JournalEntry quit = journal.entry(quits.front());

  TestViewer viewer(shipped_file("quickstart.yaml"));
  const std::string before = viewer.hash(fmt::format("goto day {}\nwithout {}", quit.day, quit.id));
  EXPECT_EQ(before, straight("quickstart.yaml", quit.day));
  ASSERT_EQ(viewer.play("goto end\nwait"), "");
  const History* history = viewer->ui().history();
  ASSERT_NE(history, nullptr);
  EXPECT_TRUE(history->finished);
  EXPECT_FALSE(history->journal->find(quit.id));
  EXPECT_THAT(viewer.play("without quit:1:9999"), testing::HasSubstr("quit:1:9999"));
}

TEST(Branch, ARunWithoutAnEventIsLeftOutOfReplicationsAlone) {
  TestViewer viewer(shipped_file("quickstart.yaml"));
  ASSERT_EQ(viewer.play("goto day 60\nset pricing.discount=5%\nactive 1\nwait"), "");
  const Journal& journal = *viewer->ui().known->of(viewer->session().runs().front().id)->journal;
  const std::string id = journal.entry(journal.about("quit", "").front()).id;
  ASSERT_EQ(viewer.play("without " + id + "\nreplicate 4\nwait"), "");
  const auto told = viewer->ui().known->replications;
  ASSERT_NE(told, nullptr);
  EXPECT_EQ(told->failure, "");
  EXPECT_EQ(told->done, 4);
  EXPECT_EQ(told->comparisons.size(), 1u);
}

TEST(Branch, AChangeSaysItsDayOrHasTheCursors) {
  TestViewer viewer(shipped_file("quickstart.yaml"));
  ASSERT_EQ(viewer.play("goto day 40\nchange {set: {policies.career.at: 90%}}"), "");
  EXPECT_THAT(viewer->session().active().edits.back().text, testing::StartsWith("{at: 40d, set:"));
  ASSERT_EQ(viewer.play("change {set: {policies.career.at: 80%}, at: 70d}"), "");
  EXPECT_THAT(viewer->session().active().edits.back().text,
              testing::Not(testing::HasSubstr("40d")));
}

TEST(Branch, MistakesChangeNothing) {
  TestViewer viewer(shipped_file("quickstart.yaml"));
  EXPECT_THAT(viewer.play("goto day 9\nset pricing.discont=10%"),
              testing::AllOf(testing::HasSubstr("test:2"), testing::HasSubstr("pricing.discount")));
  EXPECT_THAT(viewer.play("set pricing.discount"), testing::HasSubstr("KEY=VALUE"));
  EXPECT_THAT(viewer.play("set pricing.discount=200%"), testing::HasSubstr("90%"));
  EXPECT_THAT(viewer.play("event {flood: all}"), testing::Not(testing::IsEmpty()));
  EXPECT_EQ(viewer->session().runs().size(), 1u);
}

TEST(Session, SavedBranchesComeBackAsTheyWere) {
  const std::string folder = own_file("tandem-session");
  std::filesystem::create_directories(folder);
  const std::string file = folder + "/cheaper.yaml";
  std::string hash;
  {
    TestViewer viewer(shipped_file("quickstart.yaml"));
    hash = viewer.hash(
        "goto day 60\nset pricing.discount=10%\ngoto day 90\nset policies.meetings.every=2\n"
        "goto day 130\nsave " +
        file);
  }
  TestViewer again(folder + "/cheaper.tandem");
  EXPECT_EQ(again->session().runs().size(), 2u);
  EXPECT_EQ(again->session().active().edits.size(), 2u);
  EXPECT_EQ(again.hash("goto day 130"), hash);
  // The scenario alone is a firm of its own, with the changes on their days.
  const Scenario saved = Scenario::load(file).value();
  World world(saved, saved.seed(), 0);
  while (world.day() < 130) world.run_day();
  EXPECT_EQ(fmt::format("{:016x}", world.hash()), hash);
  std::filesystem::remove_all(folder);
}

TEST(Session, UnsavedBranchesAreFoundAfterACrash) {
  const std::filesystem::path recovery = own_file("tandem-unsaved/unsaved.tandem");
  Options options;
  options.recovery = recovery;
  std::string hash;
  {
    TestViewer viewer(shipped_file("quickstart.yaml"), {}, options);
    hash = viewer.hash("goto day 60\nset pricing.discount=10%\ngoto day 100");
    ASSERT_TRUE(std::filesystem::exists(recovery));
    std::filesystem::copy_file(recovery, recovery.string() + ".kept",
                               std::filesystem::copy_options::overwrite_existing);
  }
  EXPECT_FALSE(std::filesystem::exists(recovery));                 // an orderly end
  std::filesystem::rename(recovery.string() + ".kept", recovery);  // a crash
  TestViewer again(shipped_file("quickstart.yaml"), {}, options);
  EXPECT_EQ(again->session().runs().size(), 1u);
  EXPECT_EQ(again.hash("recover\ngoto day 100"), hash);
  std::filesystem::remove_all(recovery.parent_path());
}

// `open` of any panel, in one of its parts if it has some.
std::string open_any(const std::function<int(int)>& any) {
  const auto panel = static_cast<std::size_t>(any(static_cast<int>(kPanels.size())));
  const auto parts = parts_of(static_cast<Panel>(panel));
  std::string line = "open " + std::string(kPanels[panel]);
  if (!parts.empty())
    line +=
        " " + std::string(parts[static_cast<std::size_t>(any(static_cast<int>(parts.size())))].id);
  return line;
}

// Any order of anything: what is shown on a day is what the run's scenario gives on that day.
TEST(Session, AThousandRandomActionsLeaveTheEngineAsItWouldBe) {
  TestViewer viewer(shipped_file("quickstart.yaml"), {900, 640});
  std::mt19937 luck(7);
  const auto any = [&](int n) { return static_cast<int>(luck() % static_cast<unsigned>(n)); };
  const std::vector<std::string> kSettings = {"pricing.discount=5%", "policies.meetings.every=3",
                                              "policies.knowledge_base.on=yes",
                                              "policies.mentoring.days=42"};
  for (int i = 0; i < 1000; ++i) {
    std::string line;
    switch (any(16)) {
      case 0:
        line = fmt::format("goto day {}", any(260));
        break;
      case 1:
        line = fmt::format("step {} days", any(40));
        break;
      case 2:
        line = fmt::format("back {} weeks", any(12));
        break;
      case 3:
        line = "set " + kSettings[static_cast<std::size_t>(any(4))];
        break;
      case 4:
        line = any(3) == 0 ? "branch" : "undo";
        break;
      case 5:
        line = "redo";
        break;
      case 6:
        line = fmt::format("active {}", 1 + any(static_cast<int>(viewer->session().runs().size())));
        break;
      case 7:
        line = fmt::format("drop {}", 1 + any(static_cast<int>(viewer->session().runs().size())));
        break;
      case 8:
        line = open_any(any);
        break;
      case 9:
        line = fmt::format("select rep {}", 1 + any(12));
        break;
      case 10:
        line = any(2) == 0 ? "compare" : "swap";
        break;
      case 11:
        line = any(2) == 0 ? "language next" : "theme next";
        break;
      case 12:
        line = fmt::format("click {} {}", any(900), any(640));
        break;
      case 13:
        line = any(2) == 0 ? "key Ctrl+K" : "key Escape";
        break;
      case 14:
        line = any(2) == 0 ? "type rop" : "find 3";
        break;
      default:
        line = any(2) == 0 ? "scale up" : "scale down";
    }
    (void)viewer.play(line);
    if (i % 100 != 99) continue;
    if (viewer->session().runs().empty()) break;
    const ::tandem::viewer::Run& run = viewer->session().active();
    World world(*run.scenario, viewer->session().seed(), viewer->session().replication());
    while (world.day() < viewer->ui().day) world.run_day();
    EXPECT_EQ(viewer.hash(""), fmt::format("{:016x}", world.hash())) << "after " << i << " actions";
  }
}

TEST(Keys, EveryShortcutNamesAKeyAndALineThatIsUnderstood) {
  TestViewer viewer(shipped_file("quickstart.yaml"));
  std::set<std::string> keys;
  for (const Shortcut& shortcut : shortcuts()) {
    if (!shortcut.key.empty()) {
      EXPECT_NE(key_of(shortcut.key).code, 0) << shortcut.key;
      EXPECT_TRUE(keys.insert(std::string(shortcut.key)).second) << shortcut.key;
    }
    if (shortcut.line == "quit") continue;
    EXPECT_THAT(viewer->run(shortcut.line), testing::Not(testing::HasSubstr("expected")))
        << shortcut.line;
  }
}

TEST(Keys, NoneFiresWhileATextIsTyped) {
  TestViewer viewer(shipped_file("quickstart.yaml"));
  ASSERT_EQ(viewer.play("goto day 30\nkey Ctrl+K\nwait"), "");
  ASSERT_EQ(viewer.play("type rop\nkey R\nkey O\nkey P\nkey Right\nwait"), "");
  EXPECT_EQ(viewer->ui().day, 30);
  ASSERT_EQ(viewer.play("close\nwait\nkey O"), "");
  EXPECT_EQ(viewer->ui().day, 31);
}

TEST(Keys, AWalkThroughTheControlsHasItsKeysToItself) {
  TestViewer viewer(shipped_file("quickstart.yaml"));
  ASSERT_EQ(viewer.play("goto day 30\nopen policies\nkey Right"), "");
  EXPECT_EQ(viewer->ui().day, 35);
  ASSERT_EQ(viewer.play("key Down\nkey Down\nkey Right\nkey Home"), "");
  EXPECT_EQ(viewer->ui().day, 35);
  ASSERT_EQ(viewer.play("key Escape\nkey Right"), "");
  EXPECT_EQ(viewer->ui().day, 40);
}

TEST(Keys, ReachPeopleAndPartsOfTheYear) {
  TestViewer viewer(shipped_file("quickstart.yaml"));
  ASSERT_EQ(viewer.play("key J\nkey J\nkey K"), "");
  EXPECT_EQ(viewer->ui().selection, (Selection{Selection::rep, 0, {}}));
  ASSERT_EQ(viewer.play("goto day 100\nkey W\nkey W\nkey D\nkey S\nzoom all\nspeed up\nspeed 3"),
            "");
  EXPECT_THAT(viewer.play("zoom up"), testing::HasSubstr("expected"));
}

TEST(Script, AMistakeIsToldWithItsLine) {
  TestViewer viewer(shipped_file("quickstart.yaml"));
  EXPECT_EQ(viewer.play("step 1 days\n# fine\nfly\n"), "test:3: \"fly\" is no command");
  EXPECT_THAT(viewer.play("step one days"), testing::HasSubstr("test:1: expected: N days"));
  EXPECT_THAT(viewer.play("open cellar"), testing::HasSubstr("floor"));
  EXPECT_THAT(viewer.play("open policies chnges"), testing::HasSubstr("open policies changes"));
  EXPECT_THAT(viewer.play("open floor left"), testing::HasSubstr("no parts"));
  EXPECT_THAT(viewer.play("select rep 999"), testing::HasSubstr("1 to 12"));
}

TEST(Broken, MistakesAreShownAndAFileThatIsMendedIsReadAgain) {
  const std::string file = own_file("tandem-broken.yaml");
  std::ofstream(file) << "tandem: 1\nname: X\ntopics: 3\n";
  TestViewer viewer(file);
  ASSERT_FALSE(viewer->faults().empty());
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(viewer->frame(true));
  std::ofstream(file) << "tandem: 1\nextends: " << shipped_file("quickstart.yaml") << "\n";
  std::filesystem::last_write_time(
      file, std::filesystem::file_time_type::clock::now() + std::chrono::hours(1));
  std::this_thread::sleep_for(std::chrono::milliseconds(1100));  // it looks once a second
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(viewer->frame(true));
  EXPECT_TRUE(viewer->faults().empty());
  std::filesystem::remove(file);
}

// The window never waits: asking for a far day returns at once, and the answer is the one asked last.
TEST(Engine, TheLastWishCounts) {
  TestViewer viewer(shipped_file("base/software-vendor.yaml"));
  for (int day = 0; day < 250; day += 7) (void)viewer->run(fmt::format("goto day {}", day));
  EXPECT_EQ(viewer.hash("goto day 33"), straight("base/software-vendor.yaml", 33));
}

}  // namespace
}  // namespace tandem::viewer
