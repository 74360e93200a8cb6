// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "sim/model/pay_plan.h"
#include "tandem/scenario.h"

namespace tandem {
namespace {

/// The YAML blocks of a page.
std::vector<std::string> blocks(const std::string& page) {
  std::ifstream in(page);
  std::vector<std::string> out;
  bool inside = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("```")) {
      inside = line == "```yaml";
      if (inside) out.emplace_back();
    } else if (inside) {
      out.back() += line + '\n';
    }
  }
  return out;
}

void expect_checks(std::string text, const std::string& what) {
  if (text.find("tandem: 1") == std::string::npos) text = "tandem: 1\n" + text;
  const auto read = Scenario::parse(text, "example.yaml");
  EXPECT_TRUE(read.ok()) << what << "\n" << (read.ok() ? "" : describe(read.faults()));
}

// A reader copies examples.
TEST(Docs, EveryExampleOfThePageChecks) {
  const auto examples = blocks(TANDEM_SOURCE_DIR "/docs/scenario-file.md");
  EXPECT_GE(examples.size(), 3u);
  for (const std::string& example : examples) expect_checks(example, example);
}

TEST(Docs, EveryKindOfPayHasAnExampleThatChecks) {
  for (const KindInfo& kind : kinds())
    expect_checks("topics: [security]\nplan:\n  - " + std::string(kind.example) + "\n",
                  std::string(kind.name));
}

}  // namespace
}  // namespace tandem
