// SPDX-License-Identifier: Apache-2.0
#include "sim/base/check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tandem {
namespace {

using testing::AllOf;
using testing::HasSubstr;

// A broken invariant must say which condition failed and where, without the builder's folders in
// it.
TEST(Check, NamesTheConditionAndThePlace) {
  const int hours = 30;
  try {
    CHECK(hours <= 24, "too many hours: " + std::to_string(hours));
    FAIL() << "the check passed";
  } catch (const BrokenInvariant& fault) {
    EXPECT_THAT(fault.what(), AllOf(HasSubstr("broken invariant: too many hours: 30"),
                                    HasSubstr("hours <= 24"), HasSubstr("check_test.cpp:")));
  }
}

TEST(Check, BuildsItsMessageOnlyWhenItFails) {
  // A message that formats the state is costly; a check that holds must cost a comparison.
  int built = 0;
  const auto message = [&built] { return ++built, "never"; };
  CHECK(true, message());
  EXPECT_EQ(built, 0);
}

// Whoever knows day, agent and rule adds them on the way up; the innermost knowledge wins.
TEST(Check, CollectsDayAgentAndRuleOnTheWayUp) {
  const BrokenInvariant bare("cash is missing");
  EXPECT_STREQ(bare.what(), "broken invariant: cash is missing");
  const BrokenInvariant inner = located(bare, -1, "A/closer/2", "sell");
  const BrokenInvariant outer = located(inner, 17, "the firm", "day");
  EXPECT_EQ(outer.day(), 17);
  EXPECT_EQ(outer.agent(), "A/closer/2");
  EXPECT_EQ(outer.rule(), "sell");
  EXPECT_STREQ(outer.what(), "broken invariant, day 17, A/closer/2, rule sell: cash is missing");
}

}  // namespace
}  // namespace tandem
