// SPDX-License-Identifier: Apache-2.0
#include "sim/command/text.h"

#include <gtest/gtest.h>

namespace tandem {
namespace {

// Tables line up only if widths are those of the terminal: Chinese letters take two columns.
TEST(Text, WidthIsCountedInColumns) {
  EXPECT_EQ(display_width("abc"), 3);
  EXPECT_EQ(display_width("Zürich"), 6);
  EXPECT_EQ(display_width("销售"), 4);
  EXPECT_EQ(display_width("e\u0301"), 1);
  EXPECT_EQ(display_width("\xff\xfe"), 2);  // broken bytes do no harm
}

// A name is never cut in the middle of a letter.
TEST(Text, ShorteningKeepsLettersWhole) {
  EXPECT_EQ(shortened("short", 10), "short");
  EXPECT_EQ(shortened("Compensation cost of sales", 14), "Compensation..");
  EXPECT_EQ(shortened("销售团队", 6), "销售..");
}

// Help stays within its columns.
TEST(Text, WrappingKeepsWithinItsWidth) {
  EXPECT_EQ(wrapped("one two three four", 9), "one two\nthree\nfour");
  EXPECT_EQ(wrapped("one two three", 7, 2), "one two\n  three");
  EXPECT_EQ(wrapped("", 10), "");
  EXPECT_EQ(wrapped("  one  two ", 20), "one two");
  // Between wide letters, though not before a full stop; Latin words and numbers stay whole.
  EXPECT_EQ(wrapped("协作团队的", 6), "协作团\n队的");
  EXPECT_EQ(wrapped("协作团队。", 8), "协作团\n队。");
  EXPECT_EQ(wrapped("团队 CRM 高出25%。", 9), "团队 CRM\n高出25%。");
}

// A slip of the finger is recognised, another word is not guessed at.
TEST(Text, NearestNameIsTheOneMeant) {
  const std::vector<std::string> names{"new", "list", "check", "run", "compare", "parameters"};
  EXPECT_EQ(nearest_name("rnu", names), "run");
  EXPECT_EQ(nearest_name("comapre", names), "compare");
  EXPECT_EQ(nearest_name("comp", names), "compare");
  EXPECT_EQ(nearest_name("simulate", names), "");
}

}  // namespace
}  // namespace tandem
