// SPDX-License-Identifier: Apache-2.0
// The build digest names the engine's sources: stores and recordings of another engine are refused
// by it, and those of the same engine built elsewhere are not.
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tandem/version.h"

namespace {

namespace fs = std::filesystem;

class BuildDigest : public testing::Test {
 protected:
  BuildDigest() : root_(fs::temp_directory_path() / ("tandem-digest-" + std::to_string(getpid()))) {
    for (const char* folder : {"include", "sim"}) {
      fs::create_directories(root_ / folder);
      fs::copy(fs::path(TANDEM_SOURCE_DIR) / folder, root_ / folder,
               fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    }
  }
  ~BuildDigest() override { fs::remove_all(root_); }

  /// The digest of the copy, as the build takes it.
  [[nodiscard]] std::string digest() const {
    const std::string line = "cmake -DROOT='" + root_.string() + "' -DOUTPUT='" +
                             (root_ / "digest.h").string() +
                             "' -P '" TANDEM_SOURCE_DIR "/cmake/build_digest.cmake'";
    EXPECT_EQ(std::system(line.c_str()), 0);
    std::ifstream in(root_ / "digest.h");
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const auto quote = text.find('"');
    return quote == std::string::npos ? "" : text.substr(quote + 1, 16);
  }
  void append(const std::string& file) const {
    std::ofstream(root_ / file, std::ios::app) << "// one more line\n";
  }

  fs::path root_;
};

// Where the sources lie and what built them does not enter; each source of the engine does, and
// what only uses the engine does not.
TEST_F(BuildDigest, IsOfTheEnginesSourcesAlone) {
  const std::string was = digest();
  EXPECT_EQ(was, tandem::build_digest());
  for (const char* client : {"sim/command/run.cpp", "sim/study/compare.cpp", "sim/new/file.cpp"}) {
    fs::create_directories((root_ / client).parent_path());
    append(client);
  }
  EXPECT_EQ(digest(), was);
  std::string before = was;
  for (const char* engine :
       {"sim/base/luck.h", "sim/day/work.cpp", "sim/report/metrics.cpp",
        "sim/scenario/scenario.cpp", "sim/study/world.cpp", "sim/rules/a_new_rule.cpp"}) {
    append(engine);
    const std::string now = digest();
    EXPECT_NE(now, before) << engine;
    before = now;
  }
  fs::rename(root_ / "sim/rules/a_new_rule.cpp", root_ / "sim/rules/b_new_rule.cpp");
  EXPECT_NE(digest(), before);
}

}  // namespace
