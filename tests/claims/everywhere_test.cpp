// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "tandem/study.h"
#include "tests/support/firms.h"

// No policy helps in every scenario of the library. What each does to profit, on four firms that
// were written for what they are and not for any of these policies.
namespace tandem {
namespace {

struct Policy {
  const char* name;
  std::vector<std::string> set;
};
const Policy kPolicies[] = {
    {"structured pairs", {"policies.meetings.format=structured pairs"}},
    {"case reviews", {"policies.meetings.format=case review"}},
    {"daily stand-up",
     {"policies.meetings.every=1", "policies.meetings.format=stand-up",
      "policies.meetings.hours=15min"}},
    {"meetings every other day", {"policies.meetings.every=2"}},
    {"meetings of all", {"policies.meetings.scope=all"}},
    {"no meetings", {"policies.meetings.every=0"}},
    {"knowledge base", {"policies.knowledge_base.on=yes"}},
    {"mentoring", {"policies.mentoring.days=63"}},
    {"product courses", {"policies.training.every=21"}},
    {"skill courses", {"policies.training.every=21", "policies.training.content=skill"}},
    {"market courses", {"policies.training.every=21", "policies.training.content=market"}},
    {"records of 90 %", {"policies.crm.discipline=90%"}},
    {"weekly reports", {"policies.report.every=5"}},
    {"clear roles", {"policies.roles.clarity=90%"}},
    {"no questions", {"policies.chat.on=no"}},
    {"credit by hours", {"policies.co_selling.credit=by hours"}},
    {"double credit", {"policies.co_selling.credit=double"}},
    {"a mediator", {"policies.conflict.process=mediator"}},
    {"a protocol", {"policies.conflict.process=protocol"}},
    {"awards for help", {"policies.recognition.every=21", "policies.recognition.for=help"}},
    {"awards for results", {"policies.recognition.every=21"}},
    {"public ranks", {"policies.ranking.shown=public"}},
    {"careers", {"policies.career.levels=3"}},
    {"hand-over to the best", {"policies.handover.to=best"}},
};
const char* const kFirms[] = {"research/price-brokers.yaml", "research/veterans.yaml",
                              "base/call-centre.yaml", "quickstart.yaml"};

TEST(NothingIsFree, NoPolicyHelpsEverywhere) {
  constexpr std::size_t kAll = std::size(kPolicies);
  std::vector<int> helped(kAll), hurt(kAll);
  for (const char* file : kFirms) {
    std::vector<Scenario> variants;
    for (const Policy& policy : kPolicies) variants.push_back(test::shipped(file, policy.set));
    BatchOptions options;
    options.replications = 40;
    options.threads = 2;
    const auto set = compare(test::shipped(file), variants, options);
    for (std::size_t i = 0; i < kAll; ++i) {
      const auto& metrics = set.value().comparisons[i].metrics;
      const auto d = std::ranges::find_if(
          metrics, [](const Difference& each) { return info(each.metric).id == "profit"; });
      ASSERT_NE(d, metrics.end());
      helped[i] += d->fixed_low > 0;
      hurt[i] += d->fixed_high < 0;
    }
  }
  int hurting_somewhere = 0;
  for (std::size_t i = 0; i < kAll; ++i) {
    EXPECT_LT(helped[i], static_cast<int>(std::size(kFirms))) << kPolicies[i].name;
    hurting_somewhere += hurt[i] > 0;
  }
  EXPECT_GE(hurting_somewhere, 12);
}

}  // namespace
}  // namespace tandem
