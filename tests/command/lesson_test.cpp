// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/command/program.h"

namespace tandem {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

TEST_F(Command, LessonsAreListed) {
  const Outcome english = tandem("lesson");
  ASSERT_EQ(english.code, 0) << english.err;
  EXPECT_THAT(english.out, HasSubstr("N16"));
  EXPECT_THAT(english.out, HasSubstr("Information kept back"));
  EXPECT_THAT(tandem("lesson --language zh").out, HasSubstr("不分享的信息"));
  const json listed = json::parse(tandem("lesson --json").out);
  EXPECT_GE(listed["lessons"].size(), 13u);
  EXPECT_THAT(tandem("list").out, HasSubstr("lessons/n05-satisfaction.yaml"));
}

TEST_F(Command, ALessonPrintsSimulatedBesideClaimed) {
  const Outcome got = tandem("lesson n5 --replications 12 --quiet");
  ASSERT_EQ(got.code, 0) << got.err;
  EXPECT_THAT(got.out, HasSubstr("Customer satisfaction of a team"));
  EXPECT_THAT(got.out, HasSubstr("+30 %"));
  EXPECT_THAT(got.out, HasSubstr("+30 points"));
  EXPECT_THAT(got.out, HasSubstr("could not be checked"));
  EXPECT_THAT(got.out, HasSubstr("12 pairs on the same luck"));
  const Outcome chinese = tandem("lesson N5 --replications 12 --quiet --language zh");
  EXPECT_THAT(chinese.out, HasSubstr("+30 百分点"));
  EXPECT_THAT(chinese.out, HasSubstr("无法核实"));
  EXPECT_THAT(chinese.out, Not(HasSubstr("could not be checked")));
}

TEST_F(Command, JsonOfALessonHasTheAgreedKeys) {
  const Outcome outcome = tandem("lesson N9 --replications 12 --json");
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  const json got = json::parse(outcome.out);
  EXPECT_EQ(got["lesson"], "N9");
  EXPECT_EQ(got["pairs"], 12);
  EXPECT_EQ(got["source_checked"], false);
  ASSERT_EQ(got["effects"].size(), 6u);  // five effects, the first in two readings
  for (const json& effect : got["effects"]) {
    for (const char* key : {"metric", "scope", "with", "without", "difference", "relative", "low",
                            "high", "claimed", "reading", "verdict"})
      EXPECT_TRUE(effect.contains(key)) << key;
    EXPECT_LE(effect["low"], effect["high"]);
  }
  EXPECT_EQ(got["effects"][0]["claimed"], (json{-0.15, -0.1}));
  EXPECT_EQ(got["effects"][0]["reading"], "relative");
  EXPECT_EQ(got["effects"][1]["reading"], "points");
}

TEST_F(Command, RunOfALessonPointsToTheLesson) {
  const std::string file = TANDEM_SOURCE_DIR "/scenarios/lessons/n06-new-customers.yaml";
  const Outcome run = tandem("run '" + file + "' --days 30 --replications 2 --quiet");
  // Notes beyond the shortened horizon are no mistake.
  ASSERT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("tandem lesson " + file));
  EXPECT_THAT(tandem("run " + quick("--quiet")).out, Not(HasSubstr("tandem lesson")));
}

TEST_F(Command, ALessonIsSweptWhenAsked) {
  const Outcome got = tandem("lesson N8 --sweep --replications 10 --json");
  ASSERT_EQ(got.code, 0) << got.err;
  const json parsed = json::parse(got.out);
  ASSERT_EQ(parsed["sweep"].size(), 4u);
  const auto cycle = [&](std::size_t i) {
    return parsed["sweep"][i]["effects"][0]["with"].get<double>();
  };
  EXPECT_EQ(parsed["sweep"][0]["selling.buyer.propose"], "6d");
  EXPECT_LT(cycle(0), cycle(1));
  EXPECT_LT(cycle(1), cycle(2));
  EXPECT_EQ(cycle(1), parsed["effects"][0]["with"]);  // the default
  EXPECT_EQ(tandem("lesson N5 --sweep").code, 2);
}

TEST_F(Command, MistakesAroundLessons) {
  const Outcome unknown = tandem("lesson N55");
  EXPECT_EQ(unknown.code, 2);
  EXPECT_THAT(unknown.err, HasSubstr("neither a file nor a lesson `N55`"));
  const Outcome none = tandem("lesson '" + kQuickstart + "'");
  EXPECT_EQ(none.code, 2);
  EXPECT_THAT(none.err, HasSubstr("no lesson"));
  EXPECT_EQ(tandem("lesson N5 --language fr").code, 2);
  EXPECT_EQ(tandem("lesson N5 --markdown").code, 2);
  EXPECT_EQ(tandem("lesson N5 --set polices.chat.on=no").code, 2);
}

}  // namespace
}  // namespace tandem
