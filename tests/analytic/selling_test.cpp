// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "sim/state/state.h"
#include "tests/support/firms.h"

// EVIDENCE B1-B5: selling with everything else switched off has exact answers.
namespace tandem {
namespace {

struct Moments {
  double n = 0, sum = 0, square = 0;
  void add(double x) { ++n, sum += x, square += x * x; }
  [[nodiscard]] double mean() const { return sum / n; }
  [[nodiscard]] double variance() const { return (square - sum * sum / n) / (n - 1); }
  [[nodiscard]] double error() const {
    return std::sqrt(variance() / n);
  }  // standard error of the mean
};

// No work, so that only the buyer's time passes: every stage is a queue with infinitely many
// servers.
const std::vector<std::string> kNoWork = {"selling.work.qualify=0", "selling.work.discover=0",
                                          "selling.work.propose=0", "selling.work.negotiate=0"};

std::vector<std::string> with(std::vector<std::string> set, const std::vector<std::string>& more) {
  set.insert(set.end(), more.begin(), more.end());
  return set;
}

double pass(double logit) { return 1 / (1 + std::exp(-logit)); }

// B1 and B2. Arrivals are Poisson; a stage that takes S days holds Poisson(lambda_j E S) deals,
// lambda_j = lambda x the chances before it; and Little's law holds for the whole: deals open =
// arrivals x mean time in the pipeline.
TEST(Selling, StagesHoldWhatLittleAndInfiniteServersSay) {
  const Scenario scenario = test::firm(
      test::kBare, with(kNoWork, {"horizon=2500", "selling.buyer.shape=0",
                                  "selling.buyer.qualify=4", "selling.buyer.discover=7",
                                  "selling.buyer.propose=5", "selling.buyer.negotiate=3",
                                  "selling.base.qualify=0.5", "selling.base.discover=0.2",
                                  "selling.base.propose=0.7", "selling.base.negotiate=1"}));
  const double lambda = 40 * 10 / 252.0;
  const double stage_days[] = {4, 7, 5, 3};
  const double chances[] = {pass(.5), pass(.2), pass(.7), pass(1)};
  Moments held[4], open, pipeline_days;
  for (std::uint32_t replication = 0; replication < 8; ++replication) {
    World world(scenario, 11, replication);
    while (!world.finished()) {
      world.run_day();
      if (world.day() < 100 || world.day() % 20 != 0)
        continue;  // days far enough apart to be nearly independent
      int count[4] = {};
      for (const Deal& deal : world.state().deals.of(0)) ++count[static_cast<int>(deal.stage)];
      for (int s = 0; s < 4; ++s) held[s].add(count[s]);
      open.add(world.state().deals.count(0));
    }
  }
  double rate = lambda, days = 0;
  for (int s = 0; s < 4; ++s) {
    const double expected = rate * stage_days[s];
    EXPECT_NEAR(held[s].mean(), expected, 3.5 * held[s].error()) << "stage " << s;
    // Variance of a Poisson count is its mean; the standard error of a variance ratio is about
    // sqrt(2 / n + 1 / (n mean)).
    EXPECT_NEAR(held[s].variance() / expected, 1,
                4 * std::sqrt(2 / held[s].n + 1 / (held[s].n * expected)))
        << s;
    days += rate / lambda * stage_days[s];
    rate *= chances[s];
  }
  EXPECT_NEAR(open.mean(), lambda * days, 3.5 * open.error());
}

// B3 and B5. The funnel is a chain: a deal is won with the product of its chances; revenue of a run
// is compound Poisson, mean lambda p mu T and variance lambda p (mu^2 + sd^2) T.
TEST(Selling, RevenueIsCompoundPoisson) {
  const Scenario scenario = test::firm(
      test::kBare,
      with(kNoWork,
           {"horizon=252", "selling.buyer.qualify=0", "selling.buyer.discover=0",
            "selling.buyer.propose=0", "selling.buyer.negotiate=0", "market.deal_size=1000",
            "market.deal_spread=0.5", "selling.base.qualify=0.5", "selling.base.discover=0.2",
            "selling.base.propose=0.7", "selling.base.negotiate=1"}));
  const double p = pass(.5) * pass(.2) * pass(.7) * pass(1);
  Moments revenue, wins;
  double arrived = 0, won = 0;
  for (std::uint32_t replication = 0; replication < 1500; ++replication) {
    World world(scenario, 5, replication);
    world.watch_deals();
    world.run_to_end();
    const RunRecord record = world.record({});
    double sum = 0, count = 0;
    for (const auto& deal : record.deals) sum += deal.won ? deal.value : 0, count += deal.won;
    revenue.add(sum);
    wins.add(count);
    arrived += static_cast<double>(record.deals.size());
    won += count;
  }
  EXPECT_NEAR(won / arrived, p, 3.5 * std::sqrt(p * (1 - p) / arrived));
  const double mean = 400 * p, square = std::exp(0.25);  // E z^2 = mu^2 exp(spread^2)
  EXPECT_NEAR(wins.mean(), mean, 3.5 * wins.error());
  EXPECT_NEAR(wins.variance() / mean, 1, 4 * std::sqrt(2 / wins.n));
  EXPECT_NEAR(revenue.mean(), mean * 1000, 3.5 * revenue.error());
  EXPECT_NEAR(revenue.variance() / (mean * 1e6 * square), 1, 4.5 * std::sqrt(2 / revenue.n));
}

// B4. One rep who works first come first served is a queue with one server: mean wait lambda E S^2
// / (2 (1 - rho)). With work of exactly three days and arrivals counted by the day the continuous
// formula holds for the day's grid too: the wait before the batch is lambda E S^2 / (2 (1 - rho)) -
// rho / 2 and the batch's own members add rho / 2.
TEST(Selling, OneRepIsAQueueWithOneServer) {
  const double work_days = 3, rho = 0.6;
  const double rate = rho / work_days;  // arrivals a day
  const Scenario scenario =
      test::firm(test::kBare, {"horizon=5000",
                               "selling.order=first come",
                               "selling.work.shape=0",
                               "selling.work.qualify=24h",
                               "selling.work.discover=0",
                               "selling.work.propose=0",
                               "selling.work.negotiate=0",
                               "selling.buyer.qualify=0",
                               "selling.buyer.discover=0",
                               "selling.buyer.propose=0",
                               "selling.buyer.negotiate=0",
                               "selling.base.qualify=50",
                               "selling.base.discover=50",
                               "selling.base.propose=50",
                               "selling.base.negotiate=50",
                               "effort.time.deals=1",
                               "effort.time.prospecting=0.001",
                               "effort.time.care=0.001",
                               "effort.time.learning=0.001",
                               "effort.conscience=1.003",
                               "market.key_rate=" + std::to_string(rate * 252 / 40)});
  Moments wait;
  for (std::uint32_t replication = 0; replication < 40; ++replication) {
    World world(scenario, 3, replication);
    world.watch_deals();
    world.run_to_end();
    // A deal that meets an idle rep is finished on its third day: closed - created = 2.
    Moments run;
    for (const auto& deal : world.record({}).deals)
      if (deal.created > 300) run.add(deal.closed - deal.created - (work_days - 1));
    wait.add(run.mean());
  }
  const double expected = rate * work_days * work_days / (2 * (1 - rho));
  EXPECT_NEAR(wait.mean(), expected, 3.5 * wait.error());
  EXPECT_LT(wait.error(), 0.05 * expected);
}

}  // namespace
}  // namespace tandem
