// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "tandem/scenario.h"

namespace {

namespace fs = std::filesystem;

/// Files in a folder that is removed again.
class Extends : public testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        fs::temp_directory_path() / ("tandem_extends_" + std::to_string(getpid()) + "_" +
                                     testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::create_directories(folder_ / "shipped" / "base");
    setenv("TANDEM_SCENARIOS", (folder_ / "shipped").c_str(), 1);
  }
  void TearDown() override {
    unsetenv("TANDEM_SCENARIOS");
    fs::remove_all(folder_);
  }

  void write(const std::string& name, const std::string& text) const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name) << text;
  }
  [[nodiscard]] tandem::Result<tandem::Scenario> load(const std::string& name) const {
    return tandem::Scenario::load(folder_ / name);
  }
  [[nodiscard]] std::string first_fault(const std::string& name) const {
    const auto read = load(name);
    if (read.ok()) return "accepted";
    std::string text = describe(read.faults()[0]);
    for (auto at = text.find(folder_.string()); at != std::string::npos;
         at = text.find(folder_.string()))
      text.replace(at, folder_.string().size(), "~");
    return text;
  }

  fs::path folder_;
};

const char* const kBase =
    "tandem: 1\nname: base\nseed: 5\nhorizon: 1q\n"
    "topics: [cloud, security]\n"
    "territories: [{name: N, accounts: 10}, {name: S, accounts: 20}]\n"
    "teams: [{name: A, territory: N, seats: {closer: 2}}, {name: B, territory: S, "
    "seats: {hunter: 1}}]\n"
    "market: {deal_size: 1000, marketing: 2}\n"
    "quota: {ramp: [50%, 75%]}\n";

// Maps merge by key, lists of named things by name, other lists are replaced.
TEST_F(Extends, LayersMergeAsDocumented) {
  write("base.yaml", kBase);
  write("variant.yaml",
        "tandem: 1\nextends: base.yaml\nmarket: {marketing: 3}\nquota: {ramp: [10%]}\n"
        "teams: [{name: B, seats: {farmer: 4}}, {name: C, territory: N, seats: {closer: 1}}]\n");
  const auto read = load("variant.yaml");
  ASSERT_TRUE(read.ok()) << describe(read.faults());
  const std::string& text = read.value().resolved();
  EXPECT_EQ(read.value().name(), "variant");  // a variant has a name of its own
  EXPECT_EQ(read.value().seed(), 5u);
  EXPECT_EQ(read.value().days(), 63);
  EXPECT_EQ(read.value().reps(), 2 + 1 + 4 + 1);
  EXPECT_NE(text.find("deal_size: 1000\n"), std::string::npos);
  EXPECT_NE(text.find("marketing: 3\n"), std::string::npos);
  EXPECT_NE(text.find("ramp: [10%]\n"), std::string::npos);
  EXPECT_NE(text.find("seats: {hunter: 1, farmer: 4}"), std::string::npos);
  EXPECT_EQ(read.value().seats().back().name, "C/closer/1");
}

TEST_F(Extends, AFileIsFoundBesideAndAmongTheShippedAndByItsWholePath) {
  write("shipped/base/firm.yaml", kBase);
  write("a/b/variant.yaml", "tandem: 1\nextends: ../../shipped/base/firm.yaml\n");
  write("a/b/again.yaml", "tandem: 1\nextends: base/firm.yaml\n");
  write("whole.yaml",
        "tandem: 1\nextends: " + (folder_ / "shipped/base/firm.yaml").string() + "\n");
  write("c/chain.yaml", "tandem: 1\nextends: ../a/b/again.yaml\n");
  for (const char* name : {"a/b/variant.yaml", "a/b/again.yaml", "whole.yaml", "c/chain.yaml"}) {
    const auto read = load(name);
    ASSERT_TRUE(read.ok()) << describe(read.faults());
    EXPECT_EQ(read.value().reps(), 3) << name;
  }
}

// A mistake in the file underneath is shown there, not in the file that was asked for.
TEST_F(Extends, AFaultIsShownInTheFileThatHasIt) {
  write("base.yaml", "tandem: 1\nmarket: {deal_size: big}\n");
  write("variant.yaml", "tandem: 1\nextends: base.yaml\n");
  EXPECT_EQ(first_fault("variant.yaml"),
            "~/base.yaml:2:21: error: market.deal_size: \"big\" is not a number\n"
            "  market: {deal_size: big}\n"
            "                      ^~~\n"
            "  expected: money from 1 to 1000000000, such as 60000 or 60k\n");
}

TEST_F(Extends, ACircleIsShownWithItsFiles) {
  write("a.yaml", "tandem: 1\nextends: b.yaml\n");
  write("b.yaml", "tandem: 1\nextends: c.yaml\n");
  write("c.yaml", "tandem: 1\nextends: ./b.yaml\n");
  EXPECT_EQ(first_fault("a.yaml"),
            "~/c.yaml:2:10: error: extends: the files extend each other in a circle: ~/b.yaml -> "
            "~/c.yaml -> ~/b.yaml\n"
            "  extends: ./b.yaml\n"
            "           ^~~~~~~~\n"
            "  expected: a chain of files that ends\n");
  write("self.yaml", "tandem: 1\nextends: self.yaml\n");
  EXPECT_NE(first_fault("self.yaml").find("in a circle: ~/self.yaml -> ~/self.yaml"),
            std::string::npos);
}

TEST_F(Extends, AChainMayNotBeEndless) {
  for (int i = 0; i < 40; ++i)
    write("f" + std::to_string(i) + ".yaml",
          "tandem: 1\nextends: f" + std::to_string(i + 1) + ".yaml\n");
  EXPECT_NE(first_fault("f0.yaml").find("more than 16 files extend each other"), std::string::npos);
}

TEST_F(Extends, AMistypedFileIsNamed) {
  write("base.yaml", kBase);
  write("variant.yaml", "tandem: 1\nextends: bsae.yaml\n");
  EXPECT_EQ(first_fault("variant.yaml"),
            "~/variant.yaml:2:10: error: extends: there is no file \"bsae.yaml\"\n"
            "  extends: bsae.yaml\n"
            "           ^~~~~~~~~\n"
            "  expected: a file beside this one or among the shipped scenarios\n"
            "  did you mean \"base.yaml\"?\n");
}

TEST_F(Extends, FilesThatCannotBeReadAreNamed) {
  EXPECT_EQ(first_fault("nowhere.yaml"),
            "~/nowhere.yaml: error: there is no such file\n"
            "  expected: the path of a scenario file\n");
  EXPECT_EQ(first_fault("shipped"),
            "~/shipped: error: this is a folder\n"
            "  expected: a scenario file of at most 1 MB\n");
  EXPECT_NE(tandem::Scenario::load("/dev/zero").faults()[0].message.find("no ordinary file"),
            std::string::npos);
}

TEST_F(Extends, TheVersionStandsInEveryFile) {
  write("base.yaml", "seed: 3\n");
  write("variant.yaml", "tandem: 1\nextends: base.yaml\n");
  EXPECT_NE(first_fault("variant.yaml").find("~/base.yaml:1:1: error: tandem:"), std::string::npos);
}

}  // namespace
