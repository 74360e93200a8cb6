// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tandem/study.h"
#include "tests/support/firms.h"

// Nothing is free: hours are paid for whether they bring something or not, and too much of
// everything is worse than some.
namespace tandem {
namespace {

using Settings = std::vector<std::string>;

Difference difference(std::string_view metric, const Settings& base, const Settings& variant,
                      int replications) {
  BatchOptions options;
  options.replications = replications;
  options.threads = 2;
  const auto result = compare(test::shipped("quickstart.yaml", base),
                              {test::shipped("quickstart.yaml", variant)}, options);
  for (const Difference& d : result.value().comparisons[0].metrics)
    if (info(d.metric).id == metric) return d;
  throw std::runtime_error("no " + std::string(metric));
}

Difference revenue(const Settings& base, const Settings& variant, int replications) {
  return difference("revenue", base, variant, replications);
}

// Talk teaches nothing, builds no trust and settles nothing; courses and coaching give nothing.
const Settings kIdle = {"meetings.learning.open=0",
                        "meetings.learning.pairs=0",
                        "meetings.learning.case_review=0",
                        "meetings.learning.stand_up=0",
                        "meetings.trust=0",
                        "meetings.pairs_trust=0",
                        "roles.talk=0",
                        "roles.known=0",
                        "knowledge_base.learning=0",
                        "advice.reliance=0",
                        "advice.learning=0",
                        "mentoring.learning=0",
                        "mentoring.trust=0",
                        "training.learning=0",
                        "training.skill=0",
                        "training.market=0",
                        "policies.meetings.every=0",
                        "mechanisms.quitting=no",
                        "mechanisms.items=no"};

struct Channel {
  const char* name;
  Settings on;
};
const Channel kChannels[] = {
    {"meetings", {"policies.meetings.every=2", "policies.meetings.hours=2h"}},
    {"knowledge_base", {"policies.knowledge_base.on=yes", "policies.knowledge_base.upkeep=4h"}},
    {"training", {"policies.training.every=10"}},
    // 2 hours a week each, inputs that make no difference
    {"liaison",
     {"policies.support.staff=100h", "policies.support.liaison=2h", "support.weight=0",
      "support.misunderstanding=0"}},
    {"records", {"policies.crm.discipline=100%", "crm.forgetting=0", "crm.entry=20%"}},
};

TEST(NothingIsFree, AChannelWithoutEffectOnlyCosts) {
  for (const Channel& channel : kChannels) {
    Settings base = kIdle;
    if (std::string(channel.name) == "records")
      base.insert(base.end(), {"policies.crm.discipline=0%", "crm.forgetting=0"});
    Settings on = kIdle;
    on.insert(on.end(), channel.on.begin(), channel.on.end());
    const Difference d = revenue(base, on, 150);
    EXPECT_LT(d.fixed_high, 0) << channel.name << ": " << d.fixed_low << " .. " << d.fixed_high;
  }
}

// A department whose work has no effect costs its money and nothing else, to the last unit.
TEST(NothingIsFree, ADepartmentWithoutEffectOnlyCostsMoney) {
  const struct {
    const char* name;
    Settings on;
    double a_day;
  } kDepartments[] = {
      {"support",
       {"policies.support.staff=10h", "policies.support.liaison=0", "support.need=0"},
       600},
      {"desk", {"policies.service_desk.staff=10h", "policies.service_desk.share=0"}, 400},
      {"marketing",
       {"policies.marketing.money=250", "policies.marketing.liaison=0", "marketing.most=0"},
       500},  // two territories
  };
  for (const auto& [name, on, a_day] : kDepartments) {
    const Difference sales = difference("revenue", {}, on, 4);
    EXPECT_EQ(sales.fixed_low, 0) << name;
    EXPECT_EQ(sales.fixed_high, 0) << name;
    EXPECT_NEAR(difference("profit", {}, on, 4).difference, -a_day * 252, 1e-6) << name;
  }
}

// Money for leads of which none fits brings nothing; where reps have no hours to spare, qualifying
// them keeps other deals waiting.
TEST(NothingIsFree, LeadsThatDoNotFitCostHoursToo) {
  const Settings busy = {"selling.work.qualify=8h"};
  Settings none_fits = {"policies.marketing.money=400", "policies.marketing.liaison=0",
                        "marketing.unqualified=100%", "marketing.weight=50"};
  none_fits.insert(none_fits.end(), busy.begin(), busy.end());
  EXPECT_GT(difference("neglect", busy, none_fits, 60).fixed_low, 0);
  EXPECT_LT(revenue(busy, none_fits, 240).fixed_high, 0);
  EXPECT_LT(difference("profit", busy, none_fits, 60).fixed_high, 0);
}

// Hours with technical support pay, up to a point: some beat none and beat many.
TEST(NothingIsFree, TheBestLiaisonLiesInside) {
  const auto hours = [](const char* length) {
    return Settings{"policies.support.staff=5h", std::string("policies.support.liaison=") + length};
  };
  EXPECT_GT(revenue(hours("0"), hours("30min"), 300).fixed_low, 0);
  EXPECT_GT(revenue(hours("6h"), hours("30min"), 100).fixed_low, 0);
}

// Some of it helps; all of it at once is worse than nothing.
TEST(NothingIsFree, EverythingAtOnceIsTooMuch) {
  const Settings none = {"policies.meetings.every=0", "policies.chat.on=no",
                         "policies.co_selling.on=no"};
  const Settings some = {"policies.meetings.every=5", "policies.meetings.format=structured pairs",
                         "policies.training.every=63", "policies.training.content=skill"};
  const Settings all = {"policies.meetings.every=1",
                        "policies.meetings.hours=3h",
                        "policies.meetings.format=structured pairs",
                        "policies.knowledge_base.on=yes",
                        "policies.knowledge_base.upkeep=8h",
                        "policies.training.every=5",
                        "policies.mentoring.days=250",
                        "policies.mentoring.hours=8h",
                        "policies.crm.discipline=100%",
                        "policies.roles.clarity=100%"};
  EXPECT_GT(revenue(none, some, 60).fixed_low, 0);
  EXPECT_LT(revenue(some, all, 60).fixed_high, 0);
  EXPECT_LT(revenue(none, all, 60).fixed_high, 0);
}

// The optimum lies inside: an hour of pairs a week beats none and beats three a day.
TEST(NothingIsFree, TheBestLengthOfMeetingsLiesInside) {
  const auto hours = [](const char* every, const char* length) {
    return Settings{std::string("policies.meetings.every=") + every,
                    std::string("policies.meetings.hours=") + length,
                    "policies.meetings.format=structured pairs"};
  };
  EXPECT_GT(revenue(hours("0", "1h"), hours("5", "1h"), 100).fixed_low, 0);
  EXPECT_GT(revenue(hours("1", "3h"), hours("5", "1h"), 60).fixed_low, 0);
}

}  // namespace
}  // namespace tandem
