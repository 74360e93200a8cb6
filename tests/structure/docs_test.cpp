// SPDX-License-Identifier: Apache-2.0
// docs/parameters.md and docs/metrics.md are printed by the program; what is in the repository is
// what it prints today. (docs/evidence.md takes longer: tests/evidence.) The table of scenarios
// tells what their files tell.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <vector>

namespace {

std::string printed_by(const std::string& command) {
  std::string text;
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return text;
  std::array<char, 4096> block;
  while (const std::size_t n = std::fread(block.data(), 1, block.size(), pipe))
    text.append(block.data(), n);
  EXPECT_EQ(pclose(pipe), 0) << command;
  return text;
}

std::string file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// First line at which two texts part, from 1; 0 = they are equal.
int first_difference(const std::string& a, const std::string& b) {
  if (a == b) return 0;
  int line = 1;
  for (std::size_t i = 0; i < a.size() && i < b.size() && a[i] == b[i]; ++i) line += a[i] == '\n';
  return line;
}

class GeneratedPage : public testing::TestWithParam<const char*> {};

TEST_P(GeneratedPage, IsWhatTheProgramPrints) {
  const std::string name = GetParam();
  const std::string path = std::string(TANDEM_SOURCE_DIR) + "/docs/" + name + ".md";
  const std::string page =
      printed_by("'" TANDEM_BINARY_DIR "/bin/tandem' " + name + " --markdown 2>&1");
  ASSERT_FALSE(page.empty());
  EXPECT_EQ(first_difference(file(path), page), 0)
      << path << " is out of date from this line on: run ./dev.sh docs";
}

INSTANTIATE_TEST_SUITE_P(Docs, GeneratedPage, testing::Values("parameters", "metrics"),
                         [](const auto& param) { return std::string(param.param); });

// What docs/claims.md says is tested has a test of that name.
TEST(Claims, EachTestNamedIsThere) {
  namespace fs = std::filesystem;
  std::string tests;
  for (const auto& entry : fs::directory_iterator(fs::path(TANDEM_SOURCE_DIR) / "tests/claims"))
    tests += file(entry.path().string());
  const std::string page = file(std::string(TANDEM_SOURCE_DIR) + "/docs/claims.md");
  const std::regex name("\\b(?:[A-Z][a-z]*){3,}\\b");
  int named = 0;
  for (std::sregex_iterator it(page.begin(), page.end(), name), end; it != end; ++it, ++named)
    EXPECT_TRUE(std::regex_search(tests, std::regex("\\b" + it->str() + "\\b"))) << it->str();
  EXPECT_GT(named, 50);
}

TEST(Scenarios, TheTableSaysWhatEachFileSays) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(TANDEM_SOURCE_DIR) / "scenarios";
  const std::string mark = "# What it shows: ";
  std::vector<std::string> rows;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".yaml") continue;
    const std::string text = file(entry.path().string());
    ASSERT_TRUE(text.starts_with(mark)) << entry.path();
    rows.push_back("| `" + entry.path().lexically_relative(folder).generic_string() + "` | " +
                   text.substr(mark.size(), text.find('\n') - mark.size()) + " |\n");
  }
  std::ranges::sort(rows);
  std::string table = "| --- | --- |\n";
  for (const std::string& row : rows) table += row;
  EXPECT_NE(file((folder / "README.md").string()).find(table + "\n"), std::string::npos)
      << "scenarios/README.md should hold\n"
      << table;
}

}  // namespace
