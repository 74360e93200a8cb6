// SPDX-License-Identifier: Apache-2.0
// `run --record` and `replay`, as a person types them.
#include <gmock/gmock.h>

#include "tests/command/program.h"

namespace tandem {
namespace {

using testing::HasSubstr;

/// The lines of a file.
std::vector<std::string> lines(const fs::path& file) {
  std::ifstream in(file);
  std::vector<std::string> all;
  for (std::string line; std::getline(in, line);) all.push_back(line);
  return all;
}

class Recordings : public Command {
 protected:
  Outcome record(const std::string& more = "") {
    return tandem("run '" + kQuickstart + "' --days 30 --record a.recording " + more);
  }
};

TEST_F(Recordings, AreWrittenAndPlayedAgain) {
  const Outcome made = record("--replication 3 --seed 9");
  ASSERT_EQ(made.code, 0) << made.err;
  EXPECT_THAT(made.out, HasSubstr("30 days of Quickstart, seed 9, replication 3"));
  const Outcome again = tandem("replay a.recording");
  EXPECT_EQ(again.code, 0) << again.err;
  EXPECT_THAT(again.out, HasSubstr("the hash of each day is as recorded"));
  EXPECT_EQ(again.err, "");
  // One line a day, the hash of the last one what `--hash` prints.
  ASSERT_EQ(record("--replication 0 2> /dev/null").code, 2);  // is there already
  fs::remove(folder_ / "a.recording");
  ASSERT_EQ(record().code, 0);
  const auto all = lines(folder_ / "a.recording");
  const Outcome hash = tandem("run '" + kQuickstart + "' --days 30 --replications 1 --hash");
  EXPECT_THAT(all.at(all.size() - 2), HasSubstr(hash.out.substr(0, 16)));
}

// It needs no other file: not the scenario it came from, not the folder.
TEST_F(Recordings, StandAlone) {
  write("firm.yaml", "tandem: 1\nextends: " + kQuickstart + "\nmarket: {deal_size: 40000}\n");
  ASSERT_EQ(tandem("run firm.yaml --days 20 --record b.recording").code, 0);
  fs::remove(folder_ / "firm.yaml");
  EXPECT_EQ(shell("mkdir far && cd far && tandem replay ../b.recording").code, 0);
}

TEST_F(Recordings, NameTheDayThatDiffers) {
  ASSERT_EQ(record().code, 0);
  auto all = lines(folder_ / "a.recording");
  // The last days' lines: another hash on day 28 of 30.
  std::string& day = all.at(all.size() - 4);
  ASSERT_THAT(day, HasSubstr("[\""));
  day[2] = day[2] == '0' ? '1' : '0';
  std::string text;
  for (const std::string& line : all) text += line + "\n";
  write("changed.recording", text);
  const Outcome outcome = tandem("replay changed.recording");
  EXPECT_EQ(outcome.code, 3);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, HasSubstr("the run differs at the start of day 28 of 30"));
}

TEST_F(Recordings, OfAnotherBuildNeedToBeAskedFor) {
  ASSERT_EQ(record().code, 0);
  ASSERT_EQ(shell("sed -i 's/\"build\": \".*\"/\"build\": \"0123456789abcdef\"/' a.recording").code,
            0);
  const Outcome refused = tandem("replay a.recording");
  EXPECT_EQ(refused.code, 2);
  EXPECT_THAT(refused.err, HasSubstr("a.recording"));
  EXPECT_THAT(refused.err, HasSubstr("another build"));
  EXPECT_THAT(refused.err, HasSubstr("--any-build"));
  EXPECT_EQ(tandem("replay --any-build a.recording").code, 0);
  // Another build may play another run: that fails, and is nobody's fault.
  ASSERT_EQ(shell("sed -i 's/^\\[\"../[\"00/' a.recording").code, 0);
  const Outcome differs = tandem("replay --any-build a.recording");
  EXPECT_EQ(differs.code, 1) << differs.err;
  EXPECT_THAT(differs.err, HasSubstr("recorded by build 0123456789abcdef"));
}

TEST_F(Recordings, MistakesHaveClearAnswers) {
  EXPECT_EQ(record("--replications 5").code, 2);
  EXPECT_EQ(record("--json").code, 2);
  EXPECT_EQ(record("--hash").code, 2);
  EXPECT_EQ(record("--out there").code, 2);
  EXPECT_EQ(tandem("run '" + kQuickstart + "' --replication 5").code, 2);
  EXPECT_EQ(left_behind(), 0);
  EXPECT_EQ(tandem("run '" + kQuickstart + "' --days 9 --record no/such/folder/a").code, 1);
  write("firm.yaml", "tandem: 1\n");
  for (const char* file : {"firm.yaml", "missing", ".", "/dev/zero", "''"}) {
    const Outcome outcome = tandem(std::string("replay ") + file);
    EXPECT_EQ(outcome.code, 2) << file;
    EXPECT_NE(outcome.err, "") << file;
  }
  const Outcome over = tandem("run '" + kQuickstart + "' --days 9 --record firm.yaml");
  EXPECT_EQ(over.code, 2);
  EXPECT_EQ(text_of(folder_ / "firm.yaml"), "tandem: 1\n");
  EXPECT_EQ(left_behind(), 1);
}

}  // namespace
}  // namespace tandem
