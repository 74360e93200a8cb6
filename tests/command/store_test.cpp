// SPDX-License-Identifier: Apache-2.0
// The store as its user meets it: killed, interrupted, on a full disk, beside other programs.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <sqlite3.h>

#include <chrono>
#include <csignal>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <thread>

#include "tests/command/program.h"

namespace tandem {
namespace {

using testing::AllOf;
using testing::HasSubstr;

constexpr const char* kTables[] = {
    "runs.csv", "series.csv", "people.csv", "seats.csv", "scenario.resolved.yaml", "manifest.json"};

constexpr int kChange = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;

/// The text without the line of times.
std::string without_times(std::string text) {
  for (const char* word :
       {"\"seconds\"", "rep_days_per_second", " rep-days a second", "there already"}) {
    const auto at = text.find(word);
    if (at == std::string::npos) continue;
    const auto begin = text.rfind('\n', at) + 1;
    text.erase(begin, text.find('\n', at) + 1 - begin);
  }
  return text;
}

/// A look into a store from outside, as another program takes it; reading alone, it tidies nothing
/// up after one that was killed.
class Look {
 public:
  explicit Look(const fs::path& file, int how = SQLITE_OPEN_READONLY) {
    sqlite3_open_v2(file.c_str(), &handle_, how, nullptr);
    sqlite3_busy_timeout(handle_, 5000);
  }
  ~Look() { sqlite3_close(handle_); }
  Look(const Look&) = delete;
  Look& operator=(const Look&) = delete;

  /// First column of all rows; the error's text if there is one.
  [[nodiscard]] std::set<std::string> all(const std::string& sql) const {
    std::set<std::string> out;
    const auto take = [](void* rows, int, char** values, char**) {
      static_cast<std::set<std::string>*>(rows)->insert(values[0] != nullptr ? values[0] : "");
      return 0;
    };
    if (sqlite3_exec(handle_, sql.c_str(), take, &out, nullptr) != SQLITE_OK) {
      out.insert(sqlite3_errmsg(handle_));
    }
    return out;
  }

 private:
  sqlite3* handle_ = nullptr;
};

class StoreCommand : public Command {
 protected:
  void expect_same_files(const std::string& a, const std::string& b) const {
    for (const char* name : kTables) {
      EXPECT_EQ(text_of(folder_ / a / name), text_of(folder_ / b / name)) << name;
    }
  }
  /// `tandem run quickstart --days 30 --out OUT` with N replications, started and left alone.
  [[nodiscard]] pid_t start(const std::string& out, int replications) const {
    const std::string count = std::to_string(replications), place = (folder_ / out).string();
    const pid_t child = fork();
    if (child != 0) return child;
    for (const int stream : {STDOUT_FILENO, STDERR_FILENO}) {
      dup2(open("/dev/null", O_WRONLY), stream);
    }
    execl(kProgram.c_str(), "tandem", "run", kQuickstart.c_str(), "--days", "30", "--replications",
          count.c_str(), "--out", place.c_str(), nullptr);
    _exit(99);
  }
};

// Fewer first, then more: files, JSON and table are those of one long run, apart from the times.
TEST_F(StoreCommand, ALongerRunGoesOnFromAShorterOne) {
  const std::string run = "run '" + kQuickstart + "' --days 30 --replications ";
  ASSERT_EQ(tandem(run + "3 --out grown").code, 0);
  const Outcome more = tandem(run + "9 --out grown");
  EXPECT_EQ(more.err, "tandem: 3 of 9 runs were in grown/results.sqlite already\n");
  const Outcome whole = tandem(run + "9 --out whole --threads 1");
  EXPECT_EQ(whole.err, "");
  expect_same_files("grown", "whole");
  const Outcome again = tandem(run + "9 --out grown --json --quiet");
  EXPECT_EQ(again.err, "");
  const Outcome json = tandem(run + "9 --json");
  EXPECT_EQ(without_times(again.out), without_times(json.out));
  EXPECT_EQ(without_times(more.out), without_times(tandem(run + "9 --threads 1").out));
  ASSERT_EQ(tandem(run + "5 --out grown").code, 0);  // fewer: the files are those of five
  ASSERT_EQ(tandem(run + "5 --out five").code, 0);
  expect_same_files("grown", "five");
}

// One folder serves a firm alone and as the base of comparisons: its runs are played once, the
// files are those of the last command.
TEST_F(StoreCommand, CompareAndRunShareTheRunsOfTheBase) {
  write("plan.yaml",
        "tandem: 1\nextends: " + kQuickstart + "\nname: Plan\nquota: {stretch: 20%}\n");
  write("other.yaml",
        "tandem: 1\nextends: " + kQuickstart + "\nname: Other\nquota: {stretch: 2%}\n");
  ASSERT_EQ(tandem("run " + quick("--out out")).code, 0);
  const Outcome first = tandem("compare " + quick("plan.yaml --out out"));
  EXPECT_EQ(first.err, "tandem: 4 of 8 runs were in out/results.sqlite already\n");
  EXPECT_EQ(left_behind("out"), 5) << "the files of the run are gone";
  const Outcome both = tandem("compare " + quick("plan.yaml other.yaml --out out"));
  EXPECT_EQ(both.err, "tandem: 8 of 12 runs were in out/results.sqlite already\n");
  ASSERT_EQ(tandem("compare " + quick("plan.yaml other.yaml --out fresh")).code, 0);
  for (const char* name : {"pairs.csv", "differences.csv", "seats.csv", "manifest.json"}) {
    EXPECT_EQ(text_of(folder_ / "out" / name), text_of(folder_ / "fresh" / name)) << name;
  }
  const Outcome back = tandem("run " + quick("--out out"));
  EXPECT_EQ(back.err, "tandem: 4 of 4 runs were in out/results.sqlite already\n");
  ASSERT_EQ(tandem("run " + quick("--out plain")).code, 0);
  expect_same_files("out", "plain");
}

// Killed at any moment: the store opens and is whole, every run that anybody has seen in it is
// still there, and going on ends where an undisturbed run ends. TANDEM_KILLS sets how many.
TEST_F(StoreCommand, AKillLosesNoFinishedRun) {
  using Clock = std::chrono::steady_clock;
  constexpr int kRuns = 200;
  const char* asked = std::getenv("TANDEM_KILLS");
  const int kills = asked != nullptr ? std::atoi(asked) : 20;
  const auto began = Clock::now();
  ASSERT_EQ(waitpid(start("calm", kRuns), nullptr, 0) > 0, true);
  const auto takes = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - began);

  std::mt19937 luck(20);
  int killed = 0, in_the_middle = 0;
  const fs::path store = folder_ / "out/results.sqlite";
  for (int attempt = 0; killed < kills && attempt < 20 * kills; ++attempt) {
    const pid_t child = start("out", kRuns);
    const auto wait = static_cast<long>(luck() % static_cast<unsigned long>(takes.count()));
    std::this_thread::sleep_for(std::chrono::microseconds(wait));
    std::set<std::string> seen;
    if (fs::exists(store) && fs::file_size(store) > 0)
      seen = Look(store).all("SELECT id FROM runs");
    kill(child, SIGKILL);
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    if (!WIFSIGNALED(status)) {  // it was quicker: its files are those of the calm run
      expect_same_files("out", "calm");
      fs::remove_all(folder_ / "out");
      continue;
    }
    ++killed;
    if (!fs::exists(store) || fs::file_size(store) == 0) continue;
    const Look look(store);
    EXPECT_EQ(look.all("PRAGMA integrity_check"), std::set<std::string>{"ok"});
    EXPECT_EQ(look.all("PRAGMA foreign_key_check"), std::set<std::string>{});
    const std::set<std::string> there = look.all("SELECT id FROM runs");
    for (const std::string& id : seen) {
      EXPECT_TRUE(id.size() != 32 || there.count(id) == 1) << id;
    }
    in_the_middle += !there.empty() && there.size() < kRuns;
  }
  EXPECT_EQ(killed, kills);
  EXPECT_GE(in_the_middle, kills / 4);
  const Outcome end = tandem("run '" + kQuickstart + "' --days 30 --replications 200 --out out");
  ASSERT_EQ(end.code, 0) << end.err;
  expect_same_files("out", "calm");
  EXPECT_EQ(left_behind("out"), left_behind("calm")) << "nothing is left of those that were killed";
  EXPECT_EQ(tandem("verify out").code, 0);
}

// No room: a clear line and code 1; with room again the same command goes on from there.
TEST_F(StoreCommand, AFullDiskLosesNothing) {
  const std::string run =
      "run '" + kQuickstart + "' --days 30 --replications 300 --quiet --out out";
  const Outcome full = shell("ulimit -f 400; tandem " + run);
  EXPECT_EQ(full.code, 1);
  EXPECT_THAT(full.err, AllOf(HasSubstr("cannot write out/"), HasSubstr("\n")));
  EXPECT_EQ(left_behind("out"), 1) << "the store alone";
  const auto kept = Look(folder_ / "out/results.sqlite").all("SELECT id FROM runs").size();
  EXPECT_GT(kept, 0u);
  EXPECT_EQ(tandem("verify out").code, 0);
  const Outcome on = tandem("run '" + kQuickstart + "' --days 30 --replications 300 --out out");
  EXPECT_THAT(on.err, HasSubstr("tandem: " + std::to_string(kept) + " of 300 runs were in"));
  ASSERT_EQ(tandem("run '" + kQuickstart + "' --days 30 --replications 300 --out calm").code, 0);
  expect_same_files("out", "calm");
}

// A file system that is really full, where this machine lets us make one.
TEST_F(StoreCommand, AFullFileSystemLosesNothing) {
  fs::create_directories(folder_ / "small");
  if (shell("mount -t tmpfs -o size=1m tmpfs small").code != 0) {
    GTEST_SKIP() << "making a small file system needs root and the right to mount";
  }
  const std::string run =
      "run '" + kQuickstart + "' --days 30 --replications 300 --quiet --out small/out";
  const Outcome full = tandem(run);
  EXPECT_EQ(full.code, 1);
  EXPECT_THAT(full.err, AllOf(HasSubstr("cannot write small/out/"),
                              testing::AnyOf(HasSubstr("full"), HasSubstr("No space left"))));
  const auto kept = Look(folder_ / "small/out/results.sqlite").all("SELECT id FROM runs").size();
  EXPECT_GT(kept, 0u);
  ASSERT_EQ(shell("mount -o remount,size=50m small").code, 0);
  const Outcome on =
      tandem("run '" + kQuickstart + "' --days 30 --replications 300 --out small/out");
  EXPECT_EQ(on.code, 0);
  EXPECT_THAT(on.err, HasSubstr("tandem: " + std::to_string(kept) + " of 300 runs were in"));
  EXPECT_EQ(shell("umount small").code, 0);
}

// Files that are no store of this program are refused with code 2 and stay as they are.
TEST_F(StoreCommand, ForeignFilesAreRefusedAndKept) {
  fs::create_directories(folder_ / "text");
  fs::create_directories(folder_ / "foreign");
  write("text/results.sqlite", "my own notes");
  (void)Look(folder_ / "foreign/results.sqlite", kChange).all("CREATE TABLE mine (x)");
  for (const std::string name : {"text", "foreign"}) {
    const std::string before = text_of(folder_ / name / "results.sqlite");
    const Outcome outcome = tandem("run " + quick("--out " + name));
    EXPECT_EQ(outcome.code, 2);
    EXPECT_THAT(outcome.err, HasSubstr("it is left as it is"));
    EXPECT_EQ(text_of(folder_ / name / "results.sqlite"), before);
    EXPECT_EQ(left_behind(name), 1);
    EXPECT_EQ(tandem("verify " + name).code, 2);
    EXPECT_EQ(tandem("merge new " + name).code, 2);
  }
  EXPECT_FALSE(fs::exists(folder_ / "new"));
}

// A store of another firm, though no manifest tells of it, is refused like the folder of one.
TEST_F(StoreCommand, AStoreOfAnotherScenarioIsRefused) {
  ASSERT_EQ(tandem("run " + quick("--out out")).code, 0);
  fs::remove(folder_ / "out/manifest.json");
  const Outcome other = tandem("run " + quick("--out out --set market.deal_size=31000"));
  EXPECT_EQ(other.code, 2);
  EXPECT_THAT(other.err, HasSubstr("another scenario"));
  EXPECT_EQ(tandem("run " + quick("--out out")).code, 0) << "its own goes on";
}

// A fault of the engine: code 3, the row has the reason, and the bundle meets the fault again by
// itself, wherever it stands.
TEST_F(StoreCommand, AFailureLeavesABundleThatMeetsItAgain) {
  write("huge.yaml", "tandem: 1\nextends: " + kQuickstart +
                         "\nname: Huge\nmarket: {deal_size: 1000000000}\nplan:\n"
                         "  - {commission: team revenue, rate: 100000000%, per: year}\n");
  const Outcome failed = tandem("run huge.yaml --replications 5 --threads 1 --out out");
  EXPECT_EQ(failed.code, 3);
  EXPECT_THAT(failed.err, AllOf(HasSubstr("beyond every ledger"), HasSubstr("out/failures/")));
  const auto ids =
      Look(folder_ / "out/results.sqlite")
          .all("SELECT id FROM runs WHERE status = 'failed' AND reason LIKE '%ledger%'");
  ASSERT_EQ(ids.size(), 1u);
  EXPECT_EQ(tandem("run huge.yaml --replications 5 --threads 1 --out out").err, failed.err);
  fs::rename(folder_ / "out/failures" / *ids.begin(), folder_ / "elsewhere");
  const Outcome again = shell("TANDEM='" + kProgram + "' sh elsewhere/reproduce.sh");
  EXPECT_EQ(again.code, 3);
  EXPECT_EQ(again.err.substr(0, again.err.find('\n')), failed.err.substr(0, failed.err.find('\n')));
}

// Sets of two machines: united they give the files of one machine that did all, with nothing left
// to play.
TEST_F(StoreCommand, MergeAndVerifySayWhatTheyDid) {
  ASSERT_EQ(tandem("run " + quick("--out a --seed 5")).code, 0);
  ASSERT_EQ(tandem("run " + quick("--out b")).code, 0);
  const Outcome merged = tandem("merge both a b/results.sqlite a");
  EXPECT_EQ(merged.code, 0) << merged.err;
  EXPECT_EQ(merged.out, "both/results.sqlite: 8 runs added, 4 were there already\n");
  EXPECT_EQ(tandem("verify both").out,
            "both/results.sqlite: 8 runs, all as they were written; 8 of them played again, every "
            "figure equal\n");
  const Outcome run = tandem("run " + quick("--out both"));
  EXPECT_EQ(run.err, "tandem: 4 of 4 runs were in both/results.sqlite already\n");
  expect_same_files("both", "b");
  (void)Look(folder_ / "both/results.sqlite", kChange)
      .all("UPDATE runs SET revenue = 1 WHERE seed = '7' AND replication = 2");
  const Outcome spoilt = tandem("verify both --sample 1");
  EXPECT_EQ(spoilt.code, 3);
  EXPECT_THAT(spoilt.err, HasSubstr("metric revenue: stored 1, recomputed "));
  const Outcome conflict = tandem("merge b both");
  EXPECT_EQ(conflict.code, 2);
  EXPECT_THAT(conflict.err, HasSubstr("metric revenue"));
  EXPECT_EQ(tandem("verify nowhere").code, 2);
}

}  // namespace
}  // namespace tandem
