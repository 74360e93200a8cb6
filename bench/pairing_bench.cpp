// SPDX-License-Identifier: Apache-2.0
// What the same luck in both arms saves: runs that independent seeds would need for an interval as
// tight, measured (both arms on one seed against arms on two) on a small change of plan.
#include <benchmark/benchmark.h>

#include <cmath>
#include <string>
#include <vector>

#include "tandem/registry.h"
#include "tandem/study.h"

namespace {

using namespace tandem;

constexpr int kRuns = 200;

Scenario firm(const std::string& path, std::vector<std::string> set) {
  auto loaded =
      Scenario::load(std::string(TANDEM_SOURCE_DIR) + "/scenarios/" + path, {std::move(set), 0});
  if (!loaded) throw std::runtime_error(describe(loaded.faults()));
  return std::move(loaded).value();
}

std::vector<double> metric_of_runs(const Scenario& scenario, std::string_view id,
                                   std::uint64_t seed) {
  std::size_t place = 0;
  while (metrics()[place].id != id) ++place;
  BatchOptions options;
  options.replications = kRuns;
  options.seed = seed;
  options.rows = false;
  std::vector<double> values;
  options.each = [&](int, const RunRecord& run) {
    values.push_back(run.values[place].value_or(0));
  };
  benchmark::DoNotOptimize(run_batch(scenario, options).replications);
  return values;
}

double variance_of_difference(const std::vector<double>& a, const std::vector<double>& b) {
  double sum = 0, squares = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += b[i] - a[i];
  const double mean = sum / static_cast<double>(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) squares += (b[i] - a[i] - mean) * (b[i] - a[i] - mean);
  return squares / static_cast<double>(a.size() - 1);
}

void runs_saved(benchmark::State& state, const char* path, const char* change, const char* metric) {
  const Scenario base = firm(path, {}), variant = firm(path, {change});
  double saved = 0;
  for (auto _ : state) {
    const auto arm = metric_of_runs(base, metric, 1);
    const double paired = variance_of_difference(arm, metric_of_runs(variant, metric, 1));
    const double apart = variance_of_difference(arm, metric_of_runs(variant, metric, 2));
    saved = apart / paired;
  }
  state.counters["fewer_runs_by"] = saved;
}

constexpr const char* kTier =
    "plan=[{salary: 60000, per: year}, {commission: own revenue, per: quarter, tiers: [[0%, 4%], "
    "[80%, 6%], [100%, 9.5%]], cap: 250%}, {bonus: team revenue, per: quarter, at: 100%, pays: "
    "1500}]";

BENCHMARK_CAPTURE(runs_saved, top_tier_half_a_point_revenue, "base/software-vendor.yaml", kTier,
                  "revenue")
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(runs_saved, top_tier_half_a_point_compensation, "base/software-vendor.yaml",
                  kTier, "compensation")
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(runs_saved, top_tier_half_a_point_win_rate, "base/software-vendor.yaml", kTier,
                  "win_rate")
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
