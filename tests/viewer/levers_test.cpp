// SPDX-License-Identifier: Apache-2.0
// Policies, plans and lessons: what can be taken hold of, and what is asked for then.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "tandem/world.h"
#include "tests/viewer/screen.h"
#include "viewer/app/shelf.h"
#include "viewer/panels/lever.h"
#include "viewer/panels/plan.h"
#include "viewer/panels/plan_terms.h"
#include "viewer/panels/policies.h"

namespace tandem::viewer {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

Scenario quickstart() { return Scenario::load(shipped_file("quickstart.yaml")).value(); }

TEST(Levers, EveryParameterThatAChangeMaySetHasAControl) {
  std::set<std::string> held;
  for (const auto& list : {levers(), plan_levers()})
    for (const Lever& lever : list) EXPECT_TRUE(held.insert(lever.info->path).second);
  for (const ParameterInfo& info : parameters())
    if (!info.scope.empty()) {
      EXPECT_TRUE(held.contains(info.path)) << info.path;
    }
}

TEST(Levers, ARangeAndADefaultAreReadAsTheyAreWritten) {
  for (const Lever& lever : levers()) {
    if (lever.kind == Lever::choice) {
      EXPECT_THAT(lever.choices, testing::Contains(lever.info->fallback)) << lever.key;
    }
    if (lever.kind != Lever::number) continue;
    const auto usual = read_value(lever.info->fallback);
    ASSERT_TRUE(usual) << lever.key;
    EXPECT_LT(lever.low, lever.high) << lever.key;
    EXPECT_LE(lever.low, *usual) << lever.key;
    EXPECT_LE(*usual, lever.slide) << lever.key;
    EXPECT_LE(lever.slide, lever.high) << lever.key;
    // What a slider writes is read back as it was.
    EXPECT_NEAR(read_value(write_value(*usual, lever.info->unit)).value_or(-1), *usual,
                1e-3 * std::abs(*usual) + 1e-9)
        << lever.key;
  }
  EXPECT_EQ(write_value(0.1, "share"), "10%");
  EXPECT_EQ(write_value(3, "working days"), "3d");
  EXPECT_EQ(write_value(1.5, "hours"), "1.5h");
  EXPECT_EQ(write_value(1500000, "money"), "1500000");
  EXPECT_EQ(write_value(0.0006, "a day"), "0.0006");
  EXPECT_EQ(read_value("60k"), 60000);
  EXPECT_FALSE(read_value("many"));
}

// A value set to itself is no change: the run's hash stays.
TEST(Levers, EveryValueSetToItselfLeavesTheRunAsItIs) {
  const Scenario origin = quickstart();
  const auto hash_on = [](const Scenario& scenario, int day) {
    World world(scenario, scenario.seed(), 0);
    while (world.day() < day) world.run_day();
    return world.hash();
  };
  const std::uint64_t straight = hash_on(origin, 40);
  std::map<std::string, std::string> values;
  for (const Setting& setting : origin.settings(30)) values[setting.path] = setting.value;
  std::string all;
  for (const Lever& lever : levers()) {
    if (lever.info->path.starts_with("territories[]")) continue;
    ASSERT_TRUE(values.contains(lever.key)) << lever.key;
    const std::string entry = fmt::format("{}: {}", lever.key, values[lever.key]);
    const auto alone = origin.with("changes", "{at: 30d, set: {" + entry + "}}");
    EXPECT_TRUE(alone) << entry << " " << (alone ? "" : alone.faults().front().message);
    all += (all.empty() ? "" : ", ") + entry;
  }
  const auto together = origin.with("changes", "{at: 30d, set: {" + all + "}}");
  ASSERT_TRUE(together);
  EXPECT_EQ(hash_on(together.value(), 40), straight);
}

TEST(Levers, TerritoriesAndTeamsHaveValuesOfTheirOwn) {
  const Scenario changed =
      quickstart()
          .with("changes", "{at: 30d, scope: {team: B}, set: {policies.meetings.every: 3d}}")
          .value()
          .with("changes", "{at: 30d, scope: {territory: South}, set: {pricing.discount: 7%}}")
          .value();
  const auto value = [&](int day, int seat, const std::string& path) {
    for (const Setting& setting : changed.settings(day, seat))
      if (setting.path == path) return setting.value;
    return std::string();
  };
  EXPECT_EQ(value(30, 0, "territories[].competitors"), "40%");
  EXPECT_EQ(value(30, 11, "territories[].competitors"), "45%");
  EXPECT_EQ(value(29, 11, "policies.meetings.every"), "5d");
  EXPECT_EQ(value(30, 11, "policies.meetings.every"), "3d");
  EXPECT_EQ(value(30, 0, "policies.meetings.every"), "5d");
  EXPECT_EQ(value(30, 11, "pricing.discount"), "7%");
  EXPECT_EQ(value(30, 0, "pricing.discount"), "0%");
}

TEST(Levers, AChangeIsAskedForInTheSyntaxOfAFile) {
  EXPECT_EQ(change_line({}, 9, "", false, "pricing.discount", "10%"), "set pricing.discount=10%");
  TestViewer viewer(shipped_file("quickstart.yaml"));
  ASSERT_EQ(viewer.play("goto day 70"), "");
  for (const Reach& reach : reaches(quickstart()))
    for (const bool offer : {false, true}) {
      if (offer && reach.kind == Reach::territory) continue;
      const std::string key =
          reach.kind == Reach::territory ? "pricing.discount" : "policies.training.every";
      const std::string line =
          change_line(reach, 70, "2q", offer, key, reach.kind == Reach::territory ? "5%" : "21d");
      EXPECT_EQ(viewer->run(line), "") << line;
      const auto& edits = viewer->session().active().edits;
      ASSERT_FALSE(edits.empty());
      EXPECT_TRUE(concerns(edits.back(), key)) << line;
      EXPECT_FALSE(concerns(edits.back(), "every"));
      EXPECT_EQ(viewer->run("undo"), "");
    }
  // The day is not taken for the `at` of a key.
  EXPECT_EQ(
      viewer->run(change_line({Reach::team, "A", 0}, 60, "", false, "policies.career.at", "90%")),
      "");
}

TEST(Plans, TermsAreReadAndReplaced) {
  const std::string element =
      R"({commission: own revenue, tiers: [[0%, 4%], [100%, 6%]], hurdle: {measure: deals won, at: 0%}, topic: "a, b", at: 5%})";
  EXPECT_THAT(
      terms_of(element),
      ElementsAre(Pair("commission", "own revenue"), Pair("tiers", "[[0%, 4%], [100%, 6%]]"),
                  Pair("hurdle.measure", "deals won"), Pair("hurdle.at", "0%"),
                  Pair("topic", "\"a, b\""), Pair("at", "5%")));
  EXPECT_THAT(with_term(element, "hurdle.at", "80%").value(), HasSubstr("deals won, at: 80%}"));
  EXPECT_THAT(with_term(element, "at", "9%").value(), HasSubstr(", at: 9%}"));
  EXPECT_FALSE(with_term(element, "rate", "9%"));
  EXPECT_THAT(pairs_of("[[0%, 4%], [100%, 6%]]"),
              ElementsAre(Pair("0%", "4%"), Pair("100%", "6%")));
  EXPECT_TRUE(pairs_of("[1, 2]").empty());
  EXPECT_EQ(list_of(pairs_of("[[0%, 4%], [100%, 6%]]")), "[[0%, 4%], [100%, 6%]]");
  EXPECT_EQ(list_of({}), "[]");
}

TEST(Plans, AsTheyAreWrittenTheyCanBeSetAgain) {
  const Scenario origin = quickstart();
  std::string plan;
  for (const std::string& element : origin.plan(60, 0))
    plan += (plan.empty() ? "" : ", ") + element;
  const auto same = origin.with("changes", "{at: 60d, set: {plan: [" + plan + "]}}");
  ASSERT_TRUE(same) << describe(same.faults());
  EXPECT_EQ(same.value().plan(60, 0), origin.plan(60, 0));
  const std::string dearer = with_term(origin.plan(60, 0)[2], "pays", "9000").value();
  const auto changed =
      origin.with("changes", "{at: 60d, scope: {team: B}, set: {plan: [" + dearer + "]}}");
  ASSERT_TRUE(changed) << describe(changed.faults());
  EXPECT_EQ(changed.value().plan(60, 0).size(), 3u);
  EXPECT_THAT(changed.value().plan(60, 11), ElementsAre(dearer));
  EXPECT_EQ(changed.value().plan(59, 11).size(), 3u);
}

TEST(Plans, ACurveIsReadBetweenItsPointsAtAJumpAndBeyond) {
  PayCurveView curve;
  curve.points = {{0, 0}, {100, 400}, {100, 1400}, {200, 2000}};
  curve.beyond = 2;
  EXPECT_DOUBLE_EQ(pay_at(curve, 50), 200);
  EXPECT_DOUBLE_EQ(pay_at(curve, 100), 1400);
  EXPECT_DOUBLE_EQ(pay_at(curve, 150), 1700);
  EXPECT_DOUBLE_EQ(pay_at(curve, 300), 2200);
  EXPECT_EQ(next_kink(curve, 0), 100);
  EXPECT_EQ(next_kink(curve, 100), 200);
  EXPECT_FALSE(next_kink(curve, 200));
}

TEST(Lessons, EachOpensWithItsTwinBesideIt) {
  for (const Volume& volume : shelf()) {
    if (!volume.lesson) continue;
    TestViewer viewer(volume.file.string());
    EXPECT_EQ(viewer->run("twin"), "") << volume.file;
    ASSERT_EQ(viewer->session().runs().size(), 2u) << volume.file;
    EXPECT_NE(viewer->session().runs()[0].scenario->digest(),
              viewer->session().runs()[1].scenario->digest());
    EXPECT_THAT(viewer->session().runs()[1].name, HasSubstr(viewer->session().runs()[0].name));
    EXPECT_EQ(viewer->run("twin"), "");
    EXPECT_EQ(viewer->session().runs().size(), 2u);
  }
  TestViewer viewer(shipped_file("quickstart.yaml"));
  EXPECT_THAT(viewer->run("twin"), HasSubstr("no lesson"));
}

TEST(Lessons, WithoutAFileTheyAreTheFirstThingSeen) {
  TestViewer viewer("");
  ASSERT_EQ(viewer.play("wait"), "");
  EXPECT_EQ(viewer->ui().panel, Panel::lessons);
  ASSERT_EQ(viewer.play("lesson n05\nopen lessons\nwait\nopen policies\nwait\nopen plan\nwait"),
            "");
  EXPECT_FALSE(viewer->ui().remarks.empty());
}

// Panels are drawn on many days, in both languages and all sizes, alone and beside another run.
TEST(LeverPanels, AreDrawnInEverySizeAndLanguage) {
  TestViewer viewer(shipped_file("base/inside-sales-floor.yaml"), {900, 640});
  ASSERT_EQ(viewer.play("goto day 130\nset pricing.discount=5%\ncompare on"), "");
  for (const char* panel : {"policies", "plan", "lessons"})
    for (const char* look : {"scale 75", "scale 300", "language zh", "theme dark", "goto day 0",
                             "select rep 3", "goto end", "scale 100", "language en", "active 1"})
      EXPECT_EQ(viewer.play(fmt::format("open {}\n{}", panel, look)), "") << panel << look;
}

TEST(Saving, WhatIsSavedIsAScenario) {
  const std::filesystem::path folder = own_file("tandem-levers");
  std::filesystem::create_directories(folder);
  const std::string file = (folder / "pilot.yaml").string();
  TestViewer viewer(shipped_file("quickstart.yaml"));
  ASSERT_EQ(
      viewer.play("goto day 60\nset policies.meetings.every=2d\n"
                  "change {at: 60d, scope: {team: \"A\"}, set: {quota.stretch: 20%}}\n"
                  "event {at: 60d, key person leaves: \"A/generalist/1\"}\n"
                  "event {at: 60d, topic launch: \"cloud\", severity: 30%, lasting: 1q}\nsave " +
                  file),
      "");
  const auto saved = Scenario::load(file);
  ASSERT_TRUE(saved) << describe(saved.faults());
  EXPECT_EQ(saved.value().digest(), viewer->session().active().scenario->digest());
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace tandem::viewer
