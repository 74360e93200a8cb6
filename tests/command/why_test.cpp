// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/command/program.h"

namespace tandem {
namespace {

using nlohmann::json;
using testing::HasSubstr;

class Why : public Command {
 protected:
  [[nodiscard]] Outcome why(const std::string& more) const {
    return tandem("why '" + kQuickstart + "' " + more);
  }
  /// The first entry of a kind among the events worth asking about.
  [[nodiscard]] std::string first(const std::string& kind) const {
    const json got = json::parse(why("--json").out);
    for (const json& entry : got["entries"])
      if (entry["kind"] == kind) return entry["id"];
    return "";
  }
};

TEST_F(Why, AStrangerFindsTheWayFromTheListToTheEffect) {
  const Outcome list = why("");
  ASSERT_EQ(list.code, 0) << list.err;
  EXPECT_THAT(list.out, HasSubstr("Largest wins"));
  const std::string quit = first("quit");
  ASSERT_NE(quit, "");
  EXPECT_THAT(list.out, HasSubstr(quit));
  const Outcome chain = why("--event " + quit);
  ASSERT_EQ(chain.code, 0) << chain.err;
  EXPECT_THAT(chain.out, HasSubstr("would quit within a year"));
  EXPECT_THAT(chain.out, HasSubstr("--without " + quit));
  const Outcome effect = why("--without " + quit + " --futures 5");
  ASSERT_EQ(effect.code, 0) << effect.err;
  EXPECT_THAT(effect.out, HasSubstr("over 5 other futures"));
  EXPECT_THAT(effect.out, HasSubstr("How far it spread"));
}

TEST_F(Why, ARepIsNamedByNumberOrName) {
  const Outcome number = why("--rep 7 --day 60");
  ASSERT_EQ(number.code, 0) << number.err;
  EXPECT_THAT(number.out, HasSubstr("prospecting: pay later"));
  EXPECT_THAT(number.out, HasSubstr("so the hours a day: deals"));
  EXPECT_EQ(why("--rep B/generalist/1 --day 60").out, number.out);
}

TEST_F(Why, WrongQuestionsAreAnswered) {
  for (const auto& [question, answer] :
       {std::pair{"--rep 13", "reps are 1 .. 12"},
        std::pair{"--rep B/generalst/1", "did you mean `B/generalist/1`"},
        std::pair{"--day 252", "days 0 .. 251"}, std::pair{"--deal 1", "ACCOUNT.N"},
        std::pair{"--event quit:1:1", "there is no event"},
        std::pair{"--without quit:1", "KIND:WHO:DAY"},
        std::pair{"--without paid:1.1:20", "cannot be undone"}}) {
    const Outcome outcome = why(question);
    EXPECT_EQ(outcome.code, 2) << question;
    EXPECT_EQ(outcome.out, "") << question;
    EXPECT_THAT(outcome.err, HasSubstr(answer)) << question;
  }
}

TEST_F(Why, JsonHoldsTermsAndCauses) {
  const json got = json::parse(why("--rep 3 --day 40 --json").out);
  ASSERT_GE(got["entries"].size(), 3u);
  EXPECT_EQ(got["entries"][0]["kind"], "choice");
  EXPECT_GE(got["entries"][0]["terms"].size(), 12u);
  EXPECT_EQ(got["entries"][2]["kind"], "hazard");
  EXPECT_FALSE(got["entries"][2]["causes"].empty());
}

TEST_F(Why, DivergeNamesWhereTheyPart) {
  write("later.yaml",
        "tandem: 1\nname: Later\nextends: " + kQuickstart +
            "\nchanges: [{at: 100d, note: bigger deals, set: {market.deal_size: 60000}}]\n");
  const Outcome outcome = tandem("diverge '" + kQuickstart + "' later.yaml");
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("The first event that differs, day 100"));
  EXPECT_THAT(outcome.out, HasSubstr("policy change: bigger deals"));
  const json same =
      json::parse(tandem("diverge '" + kQuickstart + "' '" + kQuickstart + "' --json").out);
  EXPECT_EQ(same["identical"], true);
  EXPECT_TRUE(same["event"].is_null());
}

TEST_F(Why, TheJournalIsAFileWithTheSameResults) {
  ASSERT_EQ(tandem("run " + quick("--out with --journal")).code, 0);
  ASSERT_EQ(tandem("run " + quick("--out without")).code, 0);
  EXPECT_EQ(text_of(folder_ / "with/runs.csv"), text_of(folder_ / "without/runs.csv"));
  EXPECT_THAT(text_of(folder_ / "with/journal.csv"),
              testing::StartsWith(
                  "replication,entry,id,day,seat,value,chance,luck,text,terms,causes\n0,0,"));
  EXPECT_FALSE(fs::exists(folder_ / "without/journal.csv"));
}

}  // namespace
}  // namespace tandem
