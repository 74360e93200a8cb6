// SPDX-License-Identifier: Apache-2.0
// Counts that metrics of lessons are made of, against the rules that bring them about.
#include <gtest/gtest.h>

#include "sim/state/state.h"
#include "tests/support/firms.h"

namespace tandem {
namespace {

struct Counts {
  int answered = 0, complaints = 0, duplicated = 0;
  double repeated_hours = 0;
};

Counts counts_of(const std::vector<std::string>& set) {
  World world(test::firm(test::kBare, set), 5, 0);
  Counts out;
  while (!world.finished()) {
    world.run_day();
    const Today& today = world.state().today;
    out.answered += today.answered;
    out.complaints += today.complaints;
    out.duplicated += today.duplicated;
    out.repeated_hours += today.repeated_hours;
  }
  return out;
}

const std::vector<std::string> kService{"mechanisms.service=yes", "service.key_requests=20"};

TEST(Complaints, AreAnswersByWhoKnowsTooLittle) {
  std::vector<std::string> set = kService;
  set.push_back("service.poor_answer=99%");
  const Counts poor = counts_of(set);
  ASSERT_GT(poor.answered, 100);
  EXPECT_EQ(poor.complaints, poor.answered);
}

TEST(Complaints, OrLateAnswers) {
  std::vector<std::string> set = kService;
  set.insert(set.end(), {"service.poor_answer=0%", "service.work=6min"});
  const Counts soon = counts_of(set);
  ASSERT_GT(soon.answered, 100);
  EXPECT_EQ(soon.complaints, 0);
  set.back() = "service.work=4h";  // requests pile up
  const Counts late = counts_of(set);
  ASSERT_GT(late.answered, 10);
  EXPECT_GT(late.complaints, 10);
}

TEST(RepeatedWork, IsWhatTwoDoAtOneOpportunity) {
  const std::vector<std::string> set{"mechanisms.roles=yes",      "teams.A.seats.generalist=2",
                                     "policies.roles.clarity=0%", "roles.gap=0%",
                                     "roles.overlap=50%",         "market.fast_share=0%"};
  const Counts two = counts_of(set);
  ASSERT_GT(two.duplicated, 20);
  // Both spend four fifths of the hours of qualifying.
  const double work = test::firm(test::kBare, set).model().sets.front().work[0];
  EXPECT_NEAR(two.repeated_hours, two.duplicated * 2 * 0.8 * work, 1e-6);
  const Counts one = counts_of({"teams.A.seats.generalist=2"});
  EXPECT_EQ(one.repeated_hours, 0);
  EXPECT_EQ(one.complaints, 0);
}

}  // namespace
}  // namespace tandem
