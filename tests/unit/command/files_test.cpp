// SPDX-License-Identifier: Apache-2.0
#include "sim/command/files.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "sim/command/failure.h"

namespace tandem {
namespace {

namespace fs = std::filesystem;

class Files : public testing::Test {
 protected:
  Files()
      : folder_(fs::temp_directory_path() /
                ("tandem-files-" + std::to_string(getpid()) + "-" +
                 testing::UnitTest::GetInstance()->current_test_info()->name())) {
    fs::create_directories(folder_);
  }
  ~Files() override { fs::remove_all(folder_); }

  [[nodiscard]] std::string content(const std::string& name) const {
    std::ifstream in(folder_ / name);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  [[nodiscard]] int entries() const {
    return static_cast<int>(std::distance(fs::directory_iterator(folder_), {}));
  }

  fs::path folder_;
};

// A reader never sees half a file, and one that is given up leaves nothing.
TEST_F(Files, AppearWholeOrNotAtAll) {
  {
    NewFile given_up(folder_ / "a.csv");
    given_up.write("half");
    EXPECT_FALSE(fs::exists(folder_ / "a.csv"));
  }
  EXPECT_EQ(entries(), 0);
  {
    NewFile kept(folder_ / "a.csv");
    kept.write("whole");
    kept.replace();
  }
  EXPECT_EQ(content("a.csv"), "whole");
  EXPECT_EQ(entries(), 1);
}

// What a person wrote is not overwritten, even if it appeared while we were writing.
TEST_F(Files, TakenPlaceIsRefused) {
  NewFile file(folder_ / "mine.yaml");
  file.write("new");
  std::ofstream(folder_ / "mine.yaml") << "old";
  try {
    file.take_free_place();
    FAIL() << "overwritten";
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.code(), kBadInput);
  }
  EXPECT_EQ(content("mine.yaml"), "old");
}

// A full disk is told with the file's name.
TEST_F(Files, FullDiskIsAFailure) {
  if (!fs::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
  const fs::path name = folder_ / "x.csv";
  // The temporary file of this process becomes a door to the full device.
  fs::create_symlink("/dev/full", name.string() + "." + std::to_string(getpid()) + ".tmp");
  NewFile file(name);
  try {
    file.write("row\n");
    file.close();
    FAIL() << "nobody noticed";
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.code(), kFailed);
    EXPECT_NE(std::string(failure.what()).find("x.csv: No space left"), std::string::npos);
  }
}

// RFC 4180: quotes around commas, quotes and line ends, quotes doubled; numbers read back the same.
TEST_F(Files, CsvIsQuotedAndExact) {
  EXPECT_EQ(csv("plain"), "plain");
  EXPECT_EQ(csv("a, \"b\""), "\"a, \"\"b\"\"\"");
  EXPECT_EQ(csv("two\nlines"), "\"two\nlines\"");
  EXPECT_EQ(csv(0.1), "0.1");
  EXPECT_EQ(std::stod(csv(1.0 / 3)), 1.0 / 3);
  EXPECT_EQ(csv(1e22), "1e+22");
}

void fill(const fs::path& folder, const std::string& digest, const std::string& text) {
  OutFolder out(folder, digest);
  out.file("runs.csv").write(text);
  out.commit("{\"kind\": \"run\", \"scenario_digest\": \"" + digest + "\"}\n");
}

// The same scenario may be written again; another's results are not mixed with it or lost.
TEST_F(Files, FolderOfAnotherScenarioIsRefused) {
  const fs::path out = folder_ / "deep/out";
  fill(out, "aaaa", "first\n");
  fill(out, "aaaa", "second\n");
  EXPECT_EQ(content("deep/out/runs.csv"), "second\n");
  EXPECT_THROW(fill(out, "bbbb", "other\n"), Failure);
  EXPECT_EQ(content("deep/out/runs.csv"), "second\n");
}

// Work that ends early leaves an old result as it was, and no folder where there was none.
TEST_F(Files, UnfinishedFolderLeavesNoTrace) {
  const fs::path out = folder_ / "out";
  { OutFolder(out, "aaaa").file("runs.csv").write("half"); }
  EXPECT_FALSE(fs::exists(out));
  fill(out, "aaaa", "whole\n");
  { OutFolder(out, "aaaa").file("runs.csv").write("half"); }
  EXPECT_EQ(content("out/runs.csv"), "whole\n");
  EXPECT_EQ(std::distance(fs::directory_iterator(out), {}), 2);
}

// The files of the command before that this one does not write go; what is not ours stays.
TEST_F(Files, FilesOfTheCommandBeforeAreTakenAway) {
  std::ofstream(folder_ / "notes.csv") << "mine";
  for (const std::string name : {"pairs.csv", "runs.csv"}) {
    OutFolder out(folder_, "aaaa");
    out.file(name).write("rows");
    out.commit(R"({"kind": "any", "base_digest": "aaaa", "files": [")" + name +
               R"(", "../notes.csv", "results.sqlite"]})");
    std::ofstream(folder_ / "results.sqlite") << "kept";
  }
  EXPECT_FALSE(fs::exists(folder_ / "pairs.csv"));
  for (const char* name : {"runs.csv", "notes.csv", "results.sqlite", "manifest.json"}) {
    EXPECT_TRUE(fs::exists(folder_ / name)) << name;
  }
}

// What a killed program left under a temporary name goes when its file is written again; that of
// one that lives stays.
TEST_F(Files, OrphansAreTakenAway) {
  const pid_t child = fork();
  if (child == 0) _exit(0);
  ASSERT_EQ(waitpid(child, nullptr, 0), child);
  const std::string dead = "runs.csv." + std::to_string(child) + ".tmp";
  const std::string alive = "runs.csv." + std::to_string(getppid()) + ".tmp";
  for (const std::string& name : {dead, alive, std::string("runs.csv.old.tmp")}) {
    std::ofstream(folder_ / name) << "half";
  }
  remove_orphans(folder_ / "runs.csv");
  EXPECT_FALSE(fs::exists(folder_ / dead));
  EXPECT_EQ(entries(), 2);
}

// A folder that holds something of someone else's under our names is left alone.
TEST_F(Files, ForeignFilesAreNotOverwritten) {
  std::ofstream(folder_ / "runs.csv") << "theirs";
  EXPECT_THROW(fill(folder_, "aaaa", "ours"), Failure);
  EXPECT_EQ(content("runs.csv"), "theirs");
  std::ofstream(folder_ / "manifest.json") << "not json";
  EXPECT_THROW(fill(folder_, "aaaa", "ours"), Failure);
}

}  // namespace
}  // namespace tandem
