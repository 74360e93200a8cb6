// SPDX-License-Identifier: Apache-2.0
#include "sim/rules/departments.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "sim/day/day.h"
#include "sim/model/policy_set.h"
#include "sim/rules/hours.h"
#include "tandem/study.h"
#include "tests/support/random_firms.h"

// Technical support, service desk and marketing, where it can be said in closed form.
namespace tandem {
namespace {

using Settings = std::vector<std::string>;

Settings with(Settings set, const Settings& more) {
  set.insert(set.end(), more.begin(), more.end());
  return set;
}

// Proposals that come like Poisson's, one in 62.5 days, and need an input of 300 hours each from a
// department of 8 hours a day: the other stages take no time and all pass.
const Settings kQueue = {"start.warm_up=5000",
                         "market.key_rate=0.1008",
                         "selling.work.qualify=0",
                         "selling.work.discover=0",
                         "selling.work.propose=0",
                         "selling.work.negotiate=0",
                         "selling.buyer.qualify=0",
                         "selling.buyer.discover=0",
                         "selling.buyer.propose=0",
                         "selling.buyer.negotiate=0",
                         "selling.base.qualify=50",
                         "selling.base.discover=50",
                         "policies.support.staff=8h",
                         "policies.support.liaison=0",
                         "policies.support.patience=25200",
                         "support.need=100%",
                         "support.work=300h",
                         "support.daily_limit=1000",
                         "support.briefing=0",
                         "support.misunderstanding=0",
                         "support.give.base=50",
                         "support.give.load=0",
                         "horizon=25200"};

// B4. Pollaczek and Khinchine: a case waits l s^2 (1 + 1 / shape) / (2 (1 - l s)) for its turn and s
// for its own work; with exponential work (shape 1) that is M/M/1's s / (1 - l s). Cases come up in
// the course of a day and are worked on from the next one on: at most one day more.
TEST(Support, ACaseWaitsAsPollaczekAndKhinchineSay) {
  const double s = 300.0 / 8, rate = 40 * 0.1008 / 252, load = rate * s;
  ASSERT_NEAR(load, 0.6, 1e-9);
  for (const int shape : {0, 1, 2}) {
    const Scenario scenario =
        test::firm(test::kBare, with(kQueue, {"support.shape=" + std::to_string(shape)}));
    BatchOptions options;
    options.replications = 60;
    options.threads = 2;
    const Batch batch = run_batch(scenario, options);
    const Estimate found = batch.metric(*find_metric("support_days")).value();
    const double cv2 = shape == 0 ? 0 : 1.0 / shape;
    const double expected = s + rate * s * s * (1 + cv2) / (2 * (1 - load));
    const double error = found.sd / std::sqrt(60);
    EXPECT_LT(error, 0.03 * expected) << shape;  // it can tell
    EXPECT_GT(found.mean, expected - 3.5 * error) << shape;
    EXPECT_LT(found.mean, expected + 1 + 3.5 * error) << shape;
  }
}

// No case is lost or made: each that was asked for is kept back, ready, given up by its deal, gone
// with its deal or still worked on; and who waits is who has a case.
TEST(Support, CasesAndRequestsAddUpInRandomFirms) {
  int with_cases = 0, with_desk = 0;
  for (std::uint32_t number = 0; number < 300; ++number) {
    const Scenario scenario = test::random_scenario(number);
    const Firm firm(scenario.model());
    State state;
    start(firm, state, scenario.seed(), 0);
    std::int64_t asked = 0, over = 0, requests = 0, answered = 0, limits = 0;
    std::set<std::uint64_t> in_work;
    for (int day = 0; day < 90; ++day) {
      run_day(firm, state);
      const Today& today = state.today;
      asked += today.inputs_asked;
      over += today.inputs_refused + today.inputs_ready + today.inputs_late;
      requests += today.requests;
      answered += today.answered;
      limits += today.soft_limits;
      in_work.clear();
      std::set<std::uint64_t> cases;
      for (const Case& each : state.departments.cases) {
        ASSERT_TRUE(cases.insert(each.deal).second) << "firm " << number << ", day " << day;
        ASSERT_GT(each.until, day) << "firm " << number;
        ASSERT_GE(each.work_left, 0) << "firm " << number;
      }
      for (const Today::Closed& closed : today.closed) over += cases.contains(closed.deal.id);
      for (int seat = 0; seat < firm.model.seats; ++seat)
        for (std::size_t i = 0; i < state.deals.of(seat).size(); ++i)
          if (state.deals.of(seat)[i].input == Input::waited_for) {
            ASSERT_TRUE(cases.contains(state.deals.of(seat)[i].id)) << "firm " << number;
            in_work.insert(state.deals.of(seat)[i].id);
          }
      ASSERT_EQ(asked, over + static_cast<std::int64_t>(in_work.size()))
          << "firm " << number << ", day " << day;
      std::int64_t waiting = static_cast<std::int64_t>(state.departments.requests.size());
      for (const int of_seat : state.requests.waiting) waiting += of_seat;
      if (limits == 0) {
        ASSERT_EQ(requests, answered + waiting) << "firm " << number;
      }
      for (const double trust : state.departments.trust)
        ASSERT_TRUE(trust >= 0 && trust <= 1) << "firm " << number;
      with_desk += today.desk_answered > 0;
    }
    with_cases += asked > 5;
  }
  EXPECT_GT(with_cases, 30);
  EXPECT_GT(with_desk, 500);
}

// Whether there is a department or not, the rest of the firm is the same bit for bit while nobody
// needs it; and switched off it is not there at all.
TEST(Departments, NeedlessOrSwitchedOffChangeNothing) {
  const auto hash = [](const Settings& set) {
    World world(test::shipped("quickstart.yaml", set), 1, 0);
    world.run_to_end();
    return world.hash();
  };
  const Settings all = {"policies.support.staff=9h", "policies.service_desk.staff=5h",
                        "policies.marketing.money=400"};
  const auto none = hash({});
  EXPECT_NE(hash(all), none);
  EXPECT_EQ(hash(with(all, {"mechanisms.support=no", "mechanisms.service_desk=no",
                            "mechanisms.marketing=no"})),
            none);
  EXPECT_EQ(hash({"policies.service_desk.staff=5h", "policies.service_desk.share=0"}), none);
  EXPECT_EQ(
      hash({"policies.marketing.money=400", "policies.marketing.liaison=0", "marketing.most=0"}),
      none);
}

// Two policies meet the same needs: whether a deal needs an input is its own luck, whatever the hours
// of the department, and more willing people promise all that less willing ones promise.
TEST(Support, WhoIsMoreWillingGivesAllThatAnotherWouldGive) {
  PolicySet set{};
  set.p.support_staff = 10;
  const Calendar calendar{};
  double before = -1e9;
  for (const double trust : {0.0, 0.3, 1.0}) {
    const double sum = rules::give_terms(set, trust, 0, calendar).sum();
    EXPECT_GT(sum, before);
    before = sum;
  }
  const auto week = rules::give_terms(set, 0.5, 10.0 * calendar.week, calendar);
  EXPECT_DOUBLE_EQ(week.load, -set.p.give_load);
  EXPECT_EQ(week.trust, 0);
}

// Trust between departments stays between 0 and 1, rises by talk and good handling, falls by what is
// kept back, and goes back to its base where nothing happens.
TEST(Support, TrustFollowsWhatIsDone) {
  PolicySet set{};
  set.p.support_fade = 0;
  const auto after = [&](double liaison, int in_time, int missed) {
    return rules::trust_in_support(set, 0.4, liaison, in_time, missed, 5);
  };
  EXPECT_DOUBLE_EQ(after(0, 0, 0), 0.4);
  EXPECT_DOUBLE_EQ(after(1, 0, 0), 0.4 + set.p.support_contact * 0.6);
  EXPECT_DOUBLE_EQ(after(0, 7, 0), 0.4 + set.p.support_handling * 0.6);
  EXPECT_DOUBLE_EQ(after(0, 0, 3), 0.4 * (1 - set.p.support_breach));
  EXPECT_GT(after(0, 3, 1), after(0, 1, 3));
  set.p.support_fade = 0.01;
  EXPECT_DOUBLE_EQ(rules::trust_in_support(set, 0.9, 0, 0, 0, 5),
                   0.9 + 0.05 * (set.p.support_rest - 0.9));
}

// Liaison takes its hours from the day, one fifth of a week's on each, from the day on which there is
// a department.
TEST(Departments, LiaisonTakesItsHours) {
  const Scenario scenario =
      test::firm(test::kBare, {"policies.support.staff=1h", "policies.support.liaison=2h",
                               "policies.marketing.money=1", "policies.marketing.liaison=3h"});
  const PolicySet& set = scenario.model().sets.front();
  EXPECT_DOUBLE_EQ(rules::imposed_terms(set, {}).liaison, 1);
  const Scenario without =
      test::firm(test::kBare, {"policies.support.liaison=2h", "policies.marketing.liaison=3h"});
  EXPECT_EQ(rules::imposed_terms(without.model().sets.front(), {}).liaison, 0);
}

// What the desk knows: nothing from nothing, all from all, and each source tells a share of the rest.
TEST(Desk, KnowsWhatIsRecordedAndWritten) {
  PolicySet set{};
  set.p.desk_skill = 0.2, set.p.desk_facts = 0.5, set.p.desk_writing = 0.5;
  EXPECT_DOUBLE_EQ(rules::desk_knows(set, 0, 0), 0.2);
  EXPECT_DOUBLE_EQ(rules::desk_knows(set, 1, 0), 0.6);
  EXPECT_DOUBLE_EQ(rules::desk_knows(set, 1, 1), 0.8);
  set.p.desk_writing = 1;
  EXPECT_DOUBLE_EQ(rules::desk_knows(set, 0, 1), 1);
}

// Money brings half of the most that it can at `half` an account and never more than the most.
TEST(Marketing, ReturnsDiminish) {
  Parameters p;
  p.leads_most = 0.8, p.leads_half = 2;
  const auto at = [&](double money) {
    p.marketing_money = money;
    return leads_bought(p, 100);
  };
  EXPECT_EQ(at(0), 0);
  EXPECT_DOUBLE_EQ(at(200), 0.4);
  EXPECT_LT(at(1e7), 0.8);
  EXPECT_LT(at(400) - at(200), at(200) - at(0));
}

// Prospects bring so much more, and that much of what they bring is marketing's.
TEST(Marketing, BringsItsShareOfOpportunities) {
  const Settings prospects = {"market.key_share=0%", "market.prospect_rate=20",
                              "selling.base.qualify=-50", "horizon=2520"};
  const Settings money =
      with(prospects, {"policies.marketing.money=80", "marketing.half=2", "marketing.most=0.5",
                       "policies.marketing.liaison=45min", "marketing.liaison_scale=45min",
                       "marketing.unqualified=60%"});
  BatchOptions options;
  options.replications = 10;
  const auto mean = [&](const Settings& set, const char* metric) {
    return run_batch(test::firm(test::kBare, set), options)
        .metric(*find_metric(metric))
        .value()
        .mean;
  };
  const double before = mean(prospects, "opportunities"), after = mean(money, "opportunities");
  const double leads = mean(money, "marketing_leads"), n = 10 * leads;
  // A quarter more, of Poisson counts; prospecting hours are a little fewer for the liaison.
  const double lost = std::pow(1 - 0.45 / 8, 0.2);
  EXPECT_GT(after / before, 1.25 * lost - 3.5 * 1.25 / std::sqrt(5 * before));
  EXPECT_LT(after / before, 1.25 + 3.5 * 1.25 / std::sqrt(5 * before));
  EXPECT_NEAR(leads / after, 0.2, 3.5 * std::sqrt(0.2 * 0.8 / (10 * after)));
  const double fits_not = 0.6 * std::exp(-1.0);
  EXPECT_NEAR(mean(money, "unqualified_leads"), fits_not,
              3.5 * std::sqrt(fits_not * (1 - fits_not) / n));
}

}  // namespace
}  // namespace tandem
