// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/describe.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "sim/scenario/nearest.h"
#include "sim/scenario/source.h"

namespace tandem {
namespace {

TEST(Describe, AFaultReadsLikeACompilers) {
  Fault fault;
  fault.file = "europe.yaml";
  fault.line = 12;
  fault.column = 25;
  fault.width = 6;
  fault.source = "  - {name: B, territory: Eruope}";
  fault.column = 26;
  fault.field = "teams[1].territory";
  fault.message = "\"Eruope\" is not a territory";
  fault.expected = "North America or Europe";
  fault.nearest = "Europe";
  EXPECT_EQ(describe(fault),
            "europe.yaml:12:26: error: teams[1].territory: \"Eruope\" is not a territory\n"
            "    - {name: B, territory: Eruope}\n"
            "                           ^~~~~~\n"
            "  expected: North America or Europe\n"
            "  did you mean \"Europe\"?\n");
}

TEST(Describe, WhatIsNotKnownIsLeftOut) {
  Fault fault;
  fault.message = "something is wrong";
  EXPECT_EQ(describe(fault), "error: something is wrong\n");
  fault.file = "a.csv";
  fault.line = 3;
  EXPECT_EQ(describe(fault), "a.csv:3: error: something is wrong\n");
}

// The caret stands under the place on a terminal: wide characters take two columns, tabs stay tabs.
TEST(Describe, TheCaretFollowsWideCharactersAndTabs) {
  const Source wide("w.yaml", "name: \xe4\xb8\xad\xe6\x96\x87 xy\n");
  EXPECT_EQ(describe(wide.fault(13, 2, "m", "e")),
            "w.yaml:1:10: error: m\n  name: \xe4\xb8\xad\xe6\x96\x87 xy\n"
            "             ^~\n  expected: e\n");
  const Source tab("t.yaml", "a:\tx\n");
  EXPECT_EQ(describe(tab.fault(3, 1, "m", "")), "t.yaml:1:4: error: m\n  a:\tx\n    \t^\n");
}

// A long line is cut; the caret keeps its place.
TEST(Describe, LongLinesAreCutAroundThePlace) {
  const std::string line = std::string(500, 'a') + "HERE" + std::string(500, 'b');
  const Source source("l.yaml", line);
  const std::string text = describe(source.fault(500, 4, "m", ""));
  const std::string shown_line =
      "..." + std::string(40, 'a') + "HERE" + std::string(76, 'b') + "...";
  EXPECT_EQ(text,
            "l.yaml:1:501: error: m\n  " + shown_line + "\n  " + std::string(43, ' ') + "^~~~\n");
  const std::string early = describe(source.fault(5, 1, "m", ""));
  EXPECT_EQ(early, "l.yaml:1:6: error: m\n  " + std::string(160, 'a') + "...\n       ^\n");
}

TEST(Describe, FaultsAreSortedByPlaceAndCapped) {
  Faults faults;
  for (int line = 60; line > 0; --line) {
    Fault fault;
    fault.file = "f.yaml";
    fault.line = line;
    fault.message = "m";
    faults.push_back(fault);
  }
  sort_by_place(faults);
  EXPECT_EQ(faults.front().line, 1);
  const std::string text = describe(faults);
  EXPECT_TRUE(text.starts_with("f.yaml:1: error: m\nf.yaml:2:"));
  EXPECT_TRUE(text.ends_with("f.yaml:50: error: m\nand 10 more\n"));
}

TEST(Nearest, TypicalMistypingsAreFound) {
  const std::vector<std::string> known{"closer", "hunter", "farmer", "generalist"};
  EXPECT_EQ(nearest("clsoer", known), "closer");
  EXPECT_EQ(nearest("Closer", known), "closer");
  EXPECT_EQ(nearest("hunters", known), "hunter");
  EXPECT_EQ(nearest("generlist", known), "generalist");
  EXPECT_EQ(nearest("pilot", known), "");
  EXPECT_EQ(nearest("x", known), "");
  EXPECT_EQ(nearest("", known), "");
  EXPECT_EQ(nearest(std::string(5000, 'c'), known), "");
}

TEST(Nearest, DistancesCountEditsAndSwaps) {
  EXPECT_EQ(edit_distance("same", "same"), 0);
  EXPECT_EQ(edit_distance("deal size", "deal_size"), 0);
  EXPECT_EQ(edit_distance("ab", "ba"), 1);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3);
  EXPECT_EQ(edit_distance("", "abc"), 3);
}

TEST(Nearest, ListsOfNamesReadAsASentence) {
  EXPECT_EQ(one_of(std::vector<std::string>{"a"}), "a");
  EXPECT_EQ(one_of(std::vector<std::string>{"a", "b"}), "a or b");
  EXPECT_EQ(one_of(std::vector<std::string>{"a", "b", "c"}), "a, b or c");
  EXPECT_TRUE(one_of(std::vector<std::string>(50, "a")).ends_with(", ..."));
}

}  // namespace
}  // namespace tandem
