// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <stdexcept>

#include "tandem/record.h"

// What it costs to keep a run and to go back in it.
namespace tandem {
namespace {

/// The software vendor with as many seats as asked for, its teams of eight copied.
Scenario vendor(int reps) {
  std::string text = "tandem: 1\nextends: base/software-vendor.yaml\n";
  if (reps != 64) {
    text += "territories:\n";
    for (int i = 0; i * 8 < reps; ++i) text += fmt::format("  - {{name: T{}, accounts: 240}}\n", i);
    text += "teams:\n";
    for (int i = 0; i * 8 < reps; ++i)
      text += fmt::format("  - {{name: N{0}, territory: T{0}, seats: {{generalist: {1}}}}}\n", i,
                          std::min(8, reps - 8 * i));
  }
  auto scenario = Scenario::parse(text, "bench", TANDEM_SOURCE_DIR "/scenarios");
  if (!scenario) throw std::runtime_error(describe(scenario.faults()));
  return std::move(scenario).value();
}

World at_half_year(int reps) {
  World world(vendor(reps), 1, 0);
  while (world.day() < 126) world.run_day();
  return world;
}

void snapshot(benchmark::State& bench) {
  const World world = at_half_year(static_cast<int>(bench.range(0)));
  for (auto _ : bench) benchmark::DoNotOptimize(Snapshot(world).bytes().data());
  const auto bytes = static_cast<double>(Snapshot(world).bytes().size());
  bench.counters["MB"] = bytes / 1e6;
  bench.counters["bytes_a_rep"] = bytes / world.scenario().reps();
}

void restore(benchmark::State& bench) {
  World world = at_half_year(static_cast<int>(bench.range(0)));
  const Snapshot snapshot(world);
  for (auto _ : bench)
    if (!world.restore(snapshot).empty()) bench.SkipWithError("not restored");
}

void copy(benchmark::State& bench) {
  const World world = at_half_year(static_cast<int>(bench.range(0)));
  for (auto _ : bench) benchmark::DoNotOptimize(World(world).day());
}

void hash_of_a_day(benchmark::State& bench) {
  const World world = at_half_year(static_cast<int>(bench.range(0)));
  for (auto _ : bench) benchmark::DoNotOptimize(world.hash());
}

void hash_of_a_day_by_field(benchmark::State& bench) {
  const World world = at_half_year(static_cast<int>(bench.range(0)));
  for (auto _ : bench) benchmark::DoNotOptimize(day_hash(world).hash);
}

void a_day_played(benchmark::State& bench) {
  const World start = at_half_year(static_cast<int>(bench.range(0)));
  World world = start;
  for (auto _ : bench) {
    if (world.finished()) {
      bench.PauseTiming();
      world = start;
      bench.ResumeTiming();
    }
    world.run_day();
  }
}

// From the end of the third quarter back to the end of the second one; the way forth is not timed.
// Other days would be nearer to a snapshot or farther: the worst of a week's days is what counts.
void a_quarter_back(benchmark::State& bench) {
  Timeline timeline(World(vendor(static_cast<int>(bench.range(0))), 1, 0));
  timeline.go_to(252);
  double worst = 0;
  int day = 189;
  for (auto _ : bench) {
    timeline.go_to(day);
    const auto begin = std::chrono::steady_clock::now();
    timeline.go_to(day - 63);
    const double spent =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    bench.SetIterationTime(spent);
    worst = std::max(worst, spent);
    day = day == 252 ? 189 : day + 1;
  }
  bench.counters["worst_ms"] = 1e3 * worst;
  bench.counters["kept_MB"] = static_cast<double>(timeline.bytes()) / 1e6;
  bench.counters["spacing_days"] = timeline.spacing();
}

// Another future from the middle of the year: a change of policy takes the state over, a new pay plan
// plays the past again.
void fork_with(benchmark::State& bench, const char* change) {
  const World origin = at_half_year(static_cast<int>(bench.range(0)));
  const auto other = origin.scenario().with("changes", change);
  if (!other) return bench.SkipWithError("no such change");
  for (auto _ : bench) benchmark::DoNotOptimize(fork(origin, other.value()).ok());
}
void a_fork_of_policy(benchmark::State& bench) {
  fork_with(bench, "{at: 126d, set: {pricing.discount: 5%}}");
}
void a_fork_of_the_plan(benchmark::State& bench) {
  fork_with(bench, "{at: 126d, set: {plan: [{salary: 70000, per: year}]}}");
}

void sizes(benchmark::internal::Benchmark* bench) {
  bench->Arg(64)->Arg(300)->Unit(benchmark::kMillisecond);
}
BENCHMARK(snapshot)->Apply(sizes);
BENCHMARK(restore)->Apply(sizes);
BENCHMARK(copy)->Apply(sizes);
BENCHMARK(hash_of_a_day)->Apply(sizes);
BENCHMARK(hash_of_a_day_by_field)->Apply(sizes);
BENCHMARK(a_day_played)->Apply(sizes);
BENCHMARK(a_quarter_back)->Apply(sizes)->UseManualTime();
BENCHMARK(a_fork_of_policy)->Apply(sizes);
BENCHMARK(a_fork_of_the_plan)->Apply(sizes);

}  // namespace
}  // namespace tandem

BENCHMARK_MAIN();
