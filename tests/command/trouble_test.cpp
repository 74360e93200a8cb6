// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <csignal>
#include <nlohmann/json.hpp>
#include <thread>
#include <vector>

#include "tests/command/program.h"

namespace tandem {
namespace {

using testing::HasSubstr;

int lines(const std::string& text) { return static_cast<int>(std::ranges::count(text, '\n')); }

// The folder holds what was agreed on, one row each, and may be written again by the same scenario.
TEST_F(Command, OutFolderIsTidyAndRewritable) {
  ASSERT_EQ(tandem("run " + quick("--out out")).code, 0);
  EXPECT_EQ(left_behind("out"), 7);
  EXPECT_EQ(text_of(folder_ / "out/runs.csv").substr(0, 25), "replication,metric,value\n");
  EXPECT_THAT(text_of(folder_ / "out/series.csv"),
              testing::StartsWith("replication,day,scope,metric,value\n0,5,firm,"));
  EXPECT_THAT(text_of(folder_ / "out/people.csv"),
              testing::StartsWith("replication,seat,person,metric,value\n0,1,1,pay,"));
  const auto manifest = nlohmann::json::parse(text_of(folder_ / "out/manifest.json"));
  for (const char* key : {"version", "build", "compiler", "scenario_digest", "seed", "hash"}) {
    EXPECT_TRUE(manifest.contains(key)) << key;
  }
  EXPECT_EQ(tandem("check out/scenario.resolved.yaml").code, 0);
  const std::string before = text_of(folder_ / "out/runs.csv");
  ASSERT_EQ(tandem("run " + quick("--out out --threads 1")).code, 0);
  EXPECT_EQ(text_of(folder_ / "out/runs.csv"), before);
  const Outcome other = tandem("run " + quick("--out out --set market.deal_size=31000"));
  EXPECT_EQ(other.code, 2);
  EXPECT_THAT(other.err, HasSubstr("another scenario"));
  EXPECT_EQ(text_of(folder_ / "out/runs.csv"), before);
}

// One replication in a folder has the hash that --hash prints.
TEST_F(Command, ManifestHashIsTheStatesHash) {
  ASSERT_EQ(tandem("run '" + kQuickstart + "' --days 30 --replications 1 --out out").code, 0);
  const auto manifest = nlohmann::json::parse(text_of(folder_ / "out/manifest.json"));
  EXPECT_EQ(manifest["hash"].get<std::string>() + "\n",
            tandem("run '" + kQuickstart + "' --days 30 --replications 1 --hash").out);
}

TEST_F(Command, CompareOutHoldsDifferencesPairsAndSeats) {
  ASSERT_EQ(tandem("compare '" + kQuickstart + "' " + quick("--out out")).code, 0);
  for (const char* name : {"differences.csv", "pairs.csv", "seats.csv", "manifest.json"}) {
    EXPECT_GT(lines(text_of(folder_ / "out" / name)), 1) << name;
  }
}

// The reader has gone: nothing to complain about, and no trace of a crash.
TEST_F(Command, ClosedPipeEndsQuietly) {
  const Outcome outcome = shell(
      "tandem parameters --markdown | head -1; "
      "echo ${PIPESTATUS[0]}");
  EXPECT_EQ(lines(outcome.out), 2);
  EXPECT_THAT(outcome.out, testing::EndsWith("\n0\n"));
  EXPECT_EQ(outcome.err, "");
}

// A full disk is failure 1 in one line, wherever the output goes.
TEST_F(Command, FullDiskIsOneClearLine) {
  for (const std::string& line :
       std::vector<std::string>{"metrics", "schema", "run " + quick(), "--help"}) {
    const Outcome outcome = tandem(line + " > /dev/full");
    EXPECT_EQ(outcome.code, 1) << line;
    EXPECT_THAT(outcome.err, HasSubstr("No space left on device")) << line;
    EXPECT_EQ(lines(outcome.err), 1) << line;
  }
}

// Folders that cannot be written: said before anything is played, nothing left behind.
TEST_F(Command, UnwritableFoldersAreToldAtOnce) {
  write("file", "");
  const Outcome on_file = tandem("run " + quick("--out file"));
  EXPECT_EQ(on_file.code, 2);
  EXPECT_THAT(on_file.err, HasSubstr("is a file, not a folder"));
  const Outcome no_place = tandem("run " + quick("--out /proc/nowhere"));
  EXPECT_EQ(no_place.code, 1);
  EXPECT_THAT(no_place.err, HasSubstr("/proc/nowhere"));
  EXPECT_EQ(lines(no_place.err), 1);
  const Outcome fixed = tandem("run " + quick("--out /proc/self"));
  EXPECT_EQ(fixed.code, 1) << fixed.err;
  EXPECT_EQ(tandem("new /proc/acme").code, 1);
  EXPECT_EQ(tandem("new nowhere/acme").code, 2);
  EXPECT_EQ(left_behind(), 1);
}

// `new` gives a file that runs, and never takes the place of one.
TEST_F(Command, NewWritesOnceAndRuns) {
  ASSERT_EQ(tandem("new acme").code, 0);
  const std::string text = text_of(folder_ / "acme.yaml");
  EXPECT_EQ(tandem("check acme.yaml").code, 0) << tandem("check acme.yaml").err;
  EXPECT_EQ(tandem("run acme.yaml --days 20 --replications 2").code, 0);
  const Outcome again = tandem("new acme");
  EXPECT_EQ(again.code, 2);
  EXPECT_THAT(again.err, HasSubstr("acme.yaml exists already"));
  EXPECT_EQ(text_of(folder_ / "acme.yaml"), text);
  EXPECT_EQ(left_behind(), 1);
}

/// Waits until `ready` holds; the test fails by its own limit of time otherwise.
template <class Ready>
void wait_for(Ready ready) {
  while (!ready()) std::this_thread::yield();
}

// Ctrl-C in a long run: exit code 130, what was finished is saved and counted, and only that.
TEST_F(Command, InterruptKeepsWhatIsFinished) {
  const pid_t child = fork();
  if (child == 0) {
    const int sink = open((folder_ / "err").c_str(), O_CREAT | O_WRONLY, 0600);
    dup2(sink, STDERR_FILENO);
    dup2(open("/dev/null", O_WRONLY), STDOUT_FILENO);
    execl(kProgram.c_str(), "tandem", "run", kQuickstart.c_str(), "--days", "30", "--replications",
          "100000000", "--out", (folder_ / "out").c_str(), nullptr);
    _exit(99);
  }
  const fs::path rows = folder_ / "out" / ("runs.csv." + std::to_string(child) + ".tmp");
  wait_for([&] {
    std::error_code none;
    return (fs::exists(rows, none) && fs::file_size(rows, none) > 0) ||
           waitpid(child, nullptr, WNOHANG) != 0;
  });
  EXPECT_FALSE(fs::exists(folder_ / "out/runs.csv"));
  kill(child, SIGINT);
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 130);
  EXPECT_THAT(text_of(folder_ / "err"),
              HasSubstr("of 100,000,000 replications that were finished"));
  const auto manifest = nlohmann::json::parse(text_of(folder_ / "out/manifest.json"));
  const int finished = manifest["replications"];
  EXPECT_GT(finished, 0);
  const std::string runs = text_of(folder_ / "out/runs.csv");
  const auto last = runs.rfind('\n', runs.size() - 2) + 1;
  EXPECT_EQ(std::stoi(runs.substr(last)), finished - 1);
  EXPECT_EQ(left_behind("out"), 7);
}

}  // namespace
}  // namespace tandem
