// SPDX-License-Identifier: Apache-2.0
#include "sim/rules/encounters.h"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/base/math.h"
#include "sim/day/encounters.h"
#include "sim/state/state.h"
#include "tests/support/random_firms.h"

// EVIDENCE B4 and B5 for callers and walk-ins, with everything else switched off.
namespace tandem {
namespace {

struct Moments {
  double n = 0, sum = 0, square = 0;
  void add(double x) { ++n, sum += x, square += x * x; }
  [[nodiscard]] double mean() const { return sum / n; }
  [[nodiscard]] double variance() const { return (square - sum * sum / n) / (n - 1); }
  [[nodiscard]] double error() const { return std::sqrt(variance() / n); }
};

std::vector<std::string> with(std::vector<std::string> set, const std::vector<std::string>& more) {
  set.insert(set.end(), more.begin(), more.end());
  return set;
}

// A team of `seats` whose whole day goes to callers or walk-ins.
Scenario team(const char* selling, int seats, const std::vector<std::string>& more) {
  return test::firm(test::kBare, with({"teams.A.selling=" + std::string(selling),
                                       "teams.A.seats.generalist=" + std::to_string(seats),
                                       "territories.T.accounts=0", "effort.time.learning=0.1%",
                                       "selling.weight.haste=0"},
                                      more));
}

double metric(const World& world, std::string_view id) {
  return world.record({}).values[static_cast<std::size_t>(find_metric(id).value())].value();
}

double hours_of(const World& world, int seat) {
  const double* hours = &world.state().people.hours[seat * kActivities];
  return hours[0] + hours[1] + hours[2];
}

// Erlang's C as printed: (A^n / n!) (n / (n - A)) over sum_{k<n} A^k / k! plus the same.
double erlang_c(int n, double load) {
  double term = 1, below = 0;
  for (int k = 0; k < n; ++k) {
    below += term;
    term *= load / (k + 1);
  }
  const double waiting = term * n / (n - load);
  return waiting / (below + waiting);
}

double logistic(double x) { return 1 / (1 + std::exp(-x)); }

// B4. Twelve agents at four fifths of their hours: a caller waits C s / (12 - A) where they share a
// queue and rho s / (1 - rho) at a line of each, where s is the time an agent takes for a caller in
// a day of which hours / 8 belong to callers. Sharing shortens the wait more than twelvefold.
TEST(Encounters, OneQueueAndLinesOfTheirOwnWaitAsErlangSays) {
  const std::vector<std::string> calls = {"horizon=60", "calls.per_day=48", "calls.handling=8min",
                                          "calls.patience=0"};
  World pooled(team("calls", 12, calls), 3, 0);
  World own(team("calls", 12, with(calls, {"calls.queue=own"})), 3, 0);
  pooled.run_to_end();
  own.run_to_end();
  const double day = 8, service = 8 * day / hours_of(pooled, 0), load = 48 * service / (60 * day);
  const double shared = erlang_c(12, 12 * load) * service / (12 - 12 * load);
  const double alone = load / (1 - load) * service;
  EXPECT_NEAR(metric(pooled, "wait_minutes") / shared, 1, 1e-9);
  EXPECT_NEAR(metric(own, "wait_minutes") / alone, 1, 1e-9);
  EXPECT_GT(metric(own, "wait_minutes"), 12 * metric(pooled, "wait_minutes"));
  // It is the same callers.
  EXPECT_EQ(metric(pooled, "encounters"), metric(own, "encounters"));
  EXPECT_NEAR(metric(pooled, "occupancy"), load * day / 8, 0.02);
}

// With patience, the share that hangs up is Erlang A's, here from its stationary law state by
// state.
TEST(Encounters, CallersHangUpAsErlangASays) {
  const int n = 6;
  const double patience = 2;  // minutes
  World world(
      team("calls", n,
           {"horizon=2500", "calls.per_day=40", "calls.handling=9min", "calls.patience=2min"}),
      4, 0);
  Moments lost;
  while (!world.finished()) {
    world.run_day();
    lost.add(double(world.state().today.abandoned));
  }
  const double service = 9 * 8 / hours_of(world, 0), arrivals = 40.0 * n / (8 * 60);
  double part = 1, all = 1, waiters = 0;
  for (int k = 1; k < 400; ++k) {
    part *= arrivals / (std::min(k, n) / service + (k > n ? (k - n) / patience : 0.0));
    all += part;
    waiters += k > n ? (k - n) * part : 0;
  }
  EXPECT_NEAR(lost.mean(), 40 * n * waiters / all / patience / arrivals, 3.5 * lost.error());
  EXPECT_NEAR(metric(world, "wait_minutes"), waiters / all / arrivals, 1e-9);
}

// B5. Revenue of a day = callers x chance x value in the mean, lambda p (mu^2 + sd^2) in variance;
// that is what the model expects of the seats, and what quotas by potential ask.
TEST(Encounters, RevenueIsCompoundPoissonAndAsExpected) {
  const std::vector<std::string> more = {"horizon=6000",
                                         "calls.per_day=20",
                                         "calls.handling=3min",
                                         "calls.patience=0",
                                         "calls.base=-1",
                                         "calls.sale_value=100",
                                         "calls.sale_spread=0.7",
                                         "pricing.discount=10%",
                                         "pricing.weight.discount=4",
                                         "territories.T.potential=1.5",
                                         "market.marketing=0.8"};
  const Scenario scenario = team("calls", 3, more);
  World world(scenario, 6, 0);
  Moments revenue, sales;
  while (!world.finished()) {
    world.run_day();
    revenue.add(double(world.state().today.revenue) / 100);
    sales.add(double(world.state().today.sales));
  }
  const double rate = 3 * 20 * 1.5 * 0.8 * logistic(-1 + 0.4);
  const double mean = rate * 90, variance = rate * 90 * 90 * std::exp(0.49);
  EXPECT_NEAR(sales.mean(), rate, 3.5 * sales.error());
  EXPECT_NEAR(sales.variance() / rate, 1, 4 * std::sqrt(2 / sales.n));
  EXPECT_NEAR(revenue.mean(), mean, 3.5 * revenue.error());
  EXPECT_NEAR(revenue.variance() / variance, 1, 6 * std::sqrt(2 / revenue.n));
  double credit = 0, credit_var = 0;
  for (int seat = 0; seat < 3; ++seat) {
    credit += scenario.model().seat_credit[static_cast<std::size_t>(seat)];
    credit_var += scenario.model().seat_credit_var[static_cast<std::size_t>(seat)];
  }
  EXPECT_NEAR(credit / mean, 1, 1e-9);
  EXPECT_NEAR(credit_var / variance, 1, 1e-9);
}

// Hours on topics are those the model expects, where nearly every hour is asked for too: by the
// market's mix.
TEST(Encounters, HoursOnTopicsAreThoseExpected) {
  const Scenario scenario = test::firm(
      "tandem: 1\nhorizon: 500\ntopics: [x, y]\nterritories: [{name: T, accounts: 0, mix: {x: 70%, "
      "y: "
      "30%}}]\nteams: [{name: A, selling: floor, seats: {generalist: 2}}]\nplan: [{salary: "
      "30000}]\npeople: {ability_spread: 0}\nmechanisms: {pay_response: no, quitting: no, fatigue: "
      "no, morale: no, helping: no, crm: no, roles: no, conflict: no, pressure: no}\n"
      "policies: {meetings: {every: 0}}\n"
      "effort: {morale: 0}\nstart: empty\n");
  World world(scenario, 2, 0);
  Moments hours[2];
  while (!world.finished()) {
    double before[2];
    const auto& topic_hours = world.state().people.topic_hours;
    const bool week_begins = world.day() % 5 == 0;
    for (std::size_t k = 0; k < 2; ++k) before[k] = week_begins ? 0 : topic_hours[k];
    world.run_day();
    if (world.day() % 5 == 0) continue;  // the week's hours have been learned from
    for (std::size_t k = 0; k < 2; ++k) hours[k].add(topic_hours[k] - before[k]);
  }
  for (std::size_t k = 0; k < 2; ++k)
    EXPECT_NEAR(5 * hours[k].mean(), scenario.model().seat_topic_hours[k],
                5 * 3.5 * hours[k].error())
        << k;
}

// A walk-in goes to whoever catches it: shares are exp(claim) over their sum.
TEST(Encounters, SellersCatchInProportionToTheirClaims) {
  World world(team("floor", 4,
                   {"horizon=3000", "floor.per_day=8", "floor.handling=2min", "floor.patience=0",
                    "people.ability_spread=0.6", "floor.claim.ability=1.3"}),
              8, 0);
  double caught[4] = {}, all = 0;
  while (!world.finished()) {
    world.run_day();
    for (std::size_t seat = 0; seat < 4; ++seat) {
      caught[seat] += world.state().counters.served[seat];
      all += world.state().counters.served[seat];
    }
  }
  double weight[4], sum = 0;
  for (std::size_t seat = 0; seat < 4; ++seat)
    sum += weight[seat] = std::exp(1.3 * world.state().people.log_ability[seat]);
  for (std::size_t seat = 0; seat < 4; ++seat) {
    const double share = weight[seat] / sum;
    EXPECT_NEAR(caught[seat] / all, share, 3.5 * std::sqrt(share * (1 - share) / all)) << seat;
  }
  EXPECT_GT(*std::ranges::max_element(weight) / *std::ranges::min_element(weight), 1.5);
}

// A claim is a sum of named terms: own gain raises it, a mate's loss lowers it.
TEST(Encounters, AClaimIsASumOfItsTerms) {
  const Scenario scenario = test::firm(test::kBare);
  const PolicySet& set = scenario.model().sets.front();
  const auto claim = rules::claim_terms(set, 0.2, 0.9, 0.05, 0.02);
  double sum = 0;
  rules::visit_terms(claim, [&](const char*, double value) { sum += value; });
  EXPECT_DOUBLE_EQ(sum, claim.sum());
  EXPECT_DOUBLE_EQ(sum, 0.2 * set.p.claim_ability + 0.9 * set.p.claim_effort +
                            0.05 * set.p.claim_gain - 0.02 * set.p.claim_mates);
}

// On the same luck a better chance never sells to fewer, on any day; nor do more callers.
TEST(Encounters, ABetterChanceNeverSellsLess) {
  const std::vector<std::string> few = {"horizon=250", "floor.base=-1.0"},
                                 more = {"horizon=250", "floor.base=-0.9"};
  World worse(team("floor", 5, few), 3, 1), better(team("floor", 5, more), 3, 1);
  std::int64_t gained = 0;
  while (!worse.finished()) {
    worse.run_day();
    better.run_day();
    ASSERT_EQ(worse.state().today.encounters, better.state().today.encounters);
    ASSERT_LE(worse.state().today.sales, better.state().today.sales) << worse.day();
    gained += better.state().today.sales - worse.state().today.sales;
  }
  EXPECT_GT(gained, 0);
}

// The match over all pairs of topics, one by one.
TEST(Encounters, AMateWhoIsAskedHelpsOnTheSecondTopic) {
  const double own[] = {0.3, 0.8, 0.5}, best[] = {0.9, 0.8, 0.6}, mate[] = {0.4, 0.7, 0.1},
               share[] = {0.5, 0.2, 0.3};
  const double second = 0.4, free = 0.7;
  double expected = 0;
  for (int k = 0; k < 3; ++k)
    for (int l = 0; l < 3; ++l) {
      const double other = own[l] < best[l] ? best[l] : mate[l];
      const double helped = own[l] + free * std::max(0.0, other - own[l]);
      const double match = k == l ? own[k] : (own[k] + helped) / 2;
      expected += share[k] * share[l] * ((1 - second) * own[k] + second * match);
    }
  EXPECT_NEAR(rules::encounter_match(own, best, mate, share, 3, second, free), expected, 1e-15);
  double alone = 0;
  for (int k = 0; k < 3; ++k) alone += share[k] * own[k];
  EXPECT_NEAR(rules::encounter_match(own, best, mate, share, 3, second, 0), alone, 1e-15);
  EXPECT_NEAR(rules::encounter_match(own, best, mate, share, 3, 0, free), alone, 1e-15);
  EXPECT_GT(expected, alone + 0.02);
}

// In a firm: where callers ask for two topics, a shared queue sells more for each caller served;
// with one topic each, it does not.
TEST(Encounters, PoolingSellsMoreOnlyWhereTwoTopicsAreAskedFor) {
  const auto conversion = [](const char* queue, const char* complexity) {
    World world(test::firm("tandem: 1\nhorizon: 250\ntopics: [x, y, z]\nterritories: [{name: T, "
                           "accounts: 0}]\nteams: [{name: A, selling: calls, seats: {generalist: "
                           "8}}]\nplan: [{salary: 30000}]\npeople: {own_spread: 30%}\n"
                           "knowledge: {newcomer: 100%}\n"
                           "selling: {weight: {match: 4, haste: 0}}\n"
                           "calls: {per_day: 20, patience: 0, asking: 0}\n"
                           "mechanisms: {quitting: no, learning: no, forgetting: no, shifts: no}\n",
                           {std::string("calls.queue=") + queue,
                            std::string("market.complexity=") + complexity}),
                5, 0);
    world.run_to_end();
    return metric(world, "conversion");
  };
  EXPECT_GT(conversion("pooled", "60%"), 1.05 * conversion("own", "60%"));
  EXPECT_NEAR(conversion("pooled", "0%") / conversion("own", "0%"), 1, 0.03);
}

// The value of n sales has the mean and the variance of a sum of n log-normals: integrated over z.
TEST(Encounters, TheValueOfSalesHasTheMomentsOfTheirSum) {
  const double mu = 80, spread = 0.9;
  for (const int n : {1, 3, 20}) {
    double mean = 0, square = 0;
    constexpr double kStep = 1e-3;
    for (double z = -12; z <= 12; z += kStep) {
      const double value = rules::value_of_sales(n, mu, spread, z);
      mean += value * math::normal_pdf(z) * kStep;
      square += value * value * math::normal_pdf(z) * kStep;
    }
    EXPECT_NEAR(mean / (n * mu), 1, 1e-9);
    EXPECT_NEAR((square - mean * mean) / (n * mu * mu * std::expm1(spread * spread)), 1, 1e-8);
  }
}

// Colleagues at a counter answer each other's claims with discount only where it is allowed and own
// sales pay.
TEST(Encounters, RivalsDiscountOnlyForTheirOwnGain) {
  const auto played = [](const char* plan, const char* discount, const char* seats) {
    World world(team("floor", 1,
                     {"horizon=200", "mechanisms.pay_response=yes", std::string("plan=") + plan,
                      std::string("floor.rivals_discount=") + discount,
                      std::string("teams.A.seats.generalist=") + seats}),
                3, 0);
    world.run_to_end();
    return world;
  };
  const char* const kSalary = "[{salary: 30000}]";
  const char* const kCommission =
      "[{salary: 30000}, {commission: own revenue, per: month, rate: 8%}]";
  const World rivals = played(kCommission, "20%", "4"), allowed = played(kCommission, "0%", "4");
  EXPECT_GT(metric(rivals, "discount"), 0.01);
  EXPECT_GT(metric(rivals, "conversion"), metric(allowed, "conversion"));
  EXPECT_EQ(metric(allowed, "discount"), 0);
  EXPECT_EQ(metric(played(kSalary, "20%", "4"), "discount"), 0);
  EXPECT_EQ(metric(played(kCommission, "20%", "1"), "discount"), 0);
}

// A line of credit stands for all alike sales of a day: measures count sales, callers and money.
TEST(Encounters, PayCountsSalesCallersAndMoneyToTheCent) {
  const auto pay = [](const char* element) {
    World world(
        team("calls", 3,
             {"horizon=63", "calls.sale_spread=0", std::string("plan=[{") + element + "}]"}),
        3, 0);
    world.run_to_end();
    return std::array{metric(world, "compensation"), metric(world, "deals_won"),
                      metric(world, "encounters") * (1 - metric(world, "abandoned")),
                      metric(world, "revenue")};
  };
  const auto sales = pay("spiff: deals won, pays: 2");
  EXPECT_NEAR(sales[0], 2 * sales[1], 0.02);
  EXPECT_GT(sales[1], 500);
  const auto calls = pay("commission: activity, per: month, rate: 0.5");
  EXPECT_NEAR(calls[0], 0.5 * calls[2], 0.1);
  const auto money = pay("commission: own revenue, per: month, rate: 10%");
  EXPECT_NEAR(money[0], 0.1 * money[3], 0.1);
  // All sales are worth 120: a cap of 130 a deal never binds, one of 60 always does.
  const auto capped = [&](const char* cap) {
    return pay(
        ("commission: own revenue, per: month, rate: 10%, cap_deal: " + std::string(cap)).c_str());
  };
  EXPECT_NEAR(capped("130")[0], 0.1 * money[3], 0.1);
  EXPECT_NEAR(capped("60")[0], 0.05 * money[3], 0.1);
}

// What has no effect on the floor has none on anything: draws that nothing reads.
TEST(Encounters, APlaceboChangesNothing) {
  World base(test::shipped("base/shop-floor.yaml", {}, 120), 9, 0);
  World placebo(test::shipped("base/shop-floor.yaml", {"policies.placebo=yes"}, 120), 9, 0);
  base.run_to_end();
  placebo.run_to_end();
  EXPECT_EQ(base.hash(), placebo.hash());
}

// More effort, more hours for callers: fewer hang up, and those served are served with less haste.
TEST(Encounters, EffortActsThroughHours) {
  const auto played = [](const char* conscience) {
    World world(team("calls", 6,
                     {"horizon=250", "calls.per_day=60", "calls.handling=6min",
                      "selling.weight.haste=1", std::string("effort.conscience=") + conscience}),
                3, 0);
    world.run_to_end();
    return world;
  };
  const World lazy = played("0.8"), keen = played("1.1");
  EXPECT_GT(metric(lazy, "abandoned"), 1.5 * metric(keen, "abandoned"));
  EXPECT_GT(metric(lazy, "occupancy"), metric(keen, "occupancy"));
  EXPECT_LT(metric(lazy, "conversion"), metric(keen, "conversion"));
  EXPECT_LT(metric(lazy, "revenue"), metric(keen, "revenue"));
}

// Accounts of such a territory ask for service and bring no deals; where another team sells there,
// they are that team's.
TEST(Encounters, AccountsAskForServiceAndBringNoDeals) {
  const char* const kFirm =
      "tandem: 1\nhorizon: 120\nterritories: [{name: T, accounts: 60}]\nteams: [{name: C, selling: "
      "calls, seats: {generalist: 3}}]\n";
  World world(test::firm(kFirm), 1, 0);
  world.run_to_end();
  EXPECT_GT(world.record({})
                .values[static_cast<std::size_t>(find_metric("response_days").value())]
                .value_or(-1),
            -0.5);
  for (int seat = 0; seat < 3; ++seat) EXPECT_EQ(world.state().deals.count(seat), 0);
  EXPECT_EQ(metric(world, "opportunities"), metric(world, "encounters"));
  const Scenario both = test::firm(
      "tandem: 1\nterritories: [{name: T, accounts: 60}]\nteams: [{name: C, selling: floor, seats: "
      "{generalist: 3}}, {name: D, seats: {generalist: 2}}]\n");
  const Model& model = both.model();
  EXPECT_EQ(model.book_first[3], 0);
  EXPECT_EQ(model.book_first[5], 60);
}

}  // namespace
}  // namespace tandem
