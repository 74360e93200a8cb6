// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <vector>

#include "tandem/study.h"

namespace tandem {
namespace {

constexpr int kDays = 40;

Scenario firm(const std::vector<std::string>& set = {}) {
  auto loaded = Scenario::load(std::string(TANDEM_SOURCE_DIR) + "/scenarios/quickstart.yaml",
                               {.set = set, .days = kDays});
  if (!loaded) throw std::runtime_error(describe(loaded.faults()));
  return std::move(loaded).value();
}

BatchOptions options(int replications, int threads = 2) {
  BatchOptions out;
  out.replications = replications;
  out.threads = threads;
  return out;
}

// A run is a pure function of (scenario, seed, replication), and sums are taken in the order of
// replications: threads decide nothing, down to the last bit.
TEST(Batch, SameForAnyNumberOfThreads) {
  const Scenario scenario = firm();
  BatchOptions one = options(24, 1);
  one.weekly = true;
  const Batch expected = run_batch(scenario, one);
  for (const int threads : {2, 3, 8}) {
    BatchOptions many = one;
    many.threads = threads;
    const Batch got = run_batch(scenario, many);
    EXPECT_EQ(got.hash, expected.hash) << threads;
    EXPECT_EQ(got.values, expected.values) << threads;
    ASSERT_EQ(got.estimates.size(), expected.estimates.size());
    for (std::size_t m = 0; m < expected.estimates.size(); ++m) {
      ASSERT_EQ(got.estimates[m].has_value(), expected.estimates[m].has_value());
      if (!expected.estimates[m]) continue;
      EXPECT_EQ(got.estimates[m]->mean, expected.estimates[m]->mean);
      EXPECT_EQ(got.estimates[m]->high, expected.estimates[m]->high);
    }
  }
}

// What is handed on comes in order, each equal to the same replication played alone.
TEST(Batch, ReplicationsComeInOrderAndAsPlayedAlone) {
  const Scenario scenario = firm();
  std::vector<std::uint64_t> hashes;
  BatchOptions some = options(9, 3);
  some.seed = 11;
  some.each = [&](int replication, const RunRecord& record) {
    EXPECT_EQ(replication, static_cast<int>(hashes.size()));
    hashes.push_back(record.hash);
  };
  EXPECT_EQ(run_batch(scenario, some).replications, 9);
  ASSERT_EQ(hashes.size(), 9u);
  for (const std::uint32_t r : {0u, 4u, 8u}) {
    World alone(scenario, 11, r);
    alone.run_to_end();
    EXPECT_EQ(alone.hash(), hashes[r]) << r;
  }
}

// The mean of a batch is the plain mean of its rows.
TEST(Batch, EstimateIsThatOfTheRows) {
  const Batch batch = run_batch(firm(), options(12));
  ASSERT_EQ(batch.values.size(), 12u);
  for (std::size_t m = 0; m < metrics().size(); ++m) {
    std::vector<double> seen;
    for (const auto& row : batch.values) {
      if (row[m]) seen.push_back(*row[m]);
    }
    const auto got = batch.metric(static_cast<Metric>(m));
    ASSERT_EQ(got.has_value(), !seen.empty()) << metrics()[m].id;
    if (got) {
      EXPECT_EQ(got->mean, estimate(seen).mean) << metrics()[m].id;
    }
  }
}

// A stop keeps the first replications without a gap, and those equal the ones of a whole batch.
TEST(Batch, StopKeepsWhatIsFinished) {
  const Scenario scenario = firm();
  std::stop_source stop;
  BatchOptions some = options(1'000'000);
  some.stop = stop.get_token();
  some.each = [&](int replication, const RunRecord&) {
    if (replication == 6) stop.request_stop();
  };
  const Batch batch = run_batch(scenario, some);
  EXPECT_TRUE(batch.stopped);
  ASSERT_GE(batch.replications, 7);
  EXPECT_LT(batch.replications, 1000);
  EXPECT_EQ(batch.values.size(), static_cast<std::size_t>(batch.replications));
  const Batch whole = run_batch(scenario, options(batch.replications));
  EXPECT_EQ(batch.values, whole.values);
  EXPECT_EQ(batch.hash, whole.hash);
}

// An exception of the one who takes the results (a full disk) ends the batch and reaches the
// caller.
TEST(Batch, FailureOfTheTakerReachesTheCaller) {
  const Scenario scenario = firm();
  BatchOptions some = options(50);
  some.each = [](int replication, const RunRecord&) {
    if (replication == 2) throw std::runtime_error("disk full");
  };
  EXPECT_THROW((void)run_batch(scenario, some), std::runtime_error);
}

// Progress never goes back and ends complete.
TEST(Batch, ProgressRunsToTheEnd) {
  Progress last;
  BatchOptions some = options(20);
  some.progress = [&](const Progress& now) {
    EXPECT_GE(now.done, last.done);
    last = now;
  };
  EXPECT_EQ(run_batch(firm(), some).replications, 20);
  EXPECT_EQ(last.done, 20);
  EXPECT_EQ(last.of, 20);
  EXPECT_EQ(last.share, 1);
}

StopRule within(const char* metric, double share) {
  StopRule out;
  out.metrics.push_back(*find_metric(metric));
  out.precision = share;
  return out;
}

// Where a batch stops by its rule is decided on the values in the order of replications: the same
// number on any number of threads, equal to a batch of that many, and the first at which the
// interval is as tight as asked.
TEST(Batch, StopsByItsRuleWhereTheValuesSay) {
  const Scenario scenario = firm();
  const Metric revenue = *find_metric("revenue");
  BatchOptions goal = options(100'000, 1);
  goal.until = within("revenue", 0.07);
  const Batch expected = run_batch(scenario, goal);
  EXPECT_FALSE(expected.stopped);
  EXPECT_EQ(expected.remaining, 0);
  ASSERT_GT(expected.replications, 10);
  ASSERT_LT(expected.replications, 2000);
  for (const int threads : {2, 8}) {
    goal.threads = threads;
    const Batch got = run_batch(scenario, goal);
    EXPECT_EQ(got.replications, expected.replications) << threads;
    EXPECT_EQ(got.hash, expected.hash) << threads;
    EXPECT_EQ(got.values, expected.values) << threads;
  }
  const Batch whole = run_batch(scenario, options(expected.replications));
  EXPECT_EQ(whole.values, expected.values);
  EXPECT_EQ(whole.hash, expected.hash);

  std::vector<double> seen;
  int first = 0;
  for (const auto& row : expected.values) {
    seen.push_back(*row[0]);
    const Estimate e = anytime_estimate(seen);
    const bool tight = e.n >= 10 && (e.high - e.low) / 2 < 0.07 * e.mean;
    if (tight && first == 0) first = e.n;
  }
  EXPECT_EQ(first, expected.replications);
  EXPECT_EQ(expected.metric(revenue)->high, anytime_estimate(seen).high);
}

// The most there may be ends a batch too, and what is missing is told.
TEST(Batch, RuleThatIsNotMetTellsWhatIsMissing) {
  BatchOptions goal = options(20);
  goal.until = within("revenue", 0.0005);
  const Batch batch = run_batch(firm(), goal);
  EXPECT_EQ(batch.replications, 20);
  EXPECT_FALSE(batch.stopped);
  EXPECT_GT(batch.remaining.value_or(0), 1000);
}

}  // namespace
}  // namespace tandem
