// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <fmt/format.h>

#include "sim/base/luck.h"
#include "sim/day/day.h"
#include "sim/day/stops.h"
#include "tandem/scenario.h"

// The cost of a rep-day, of each stop of the day, and of one Philox block on this machine, with
// which all of them scale.
namespace tandem {
namespace {

Scenario load(const std::string& path, std::vector<std::string> set = {}) {
  auto scenario = Scenario::load(TANDEM_SOURCE_DIR "/scenarios/" + path, {std::move(set), 0});
  if (!scenario) throw std::runtime_error(describe(scenario.faults()));
  return std::move(scenario).value();
}

void philox_block(benchmark::State& bench) {
  const Luck luck(1, 0);
  std::uint64_t entity = 0;
  std::uint32_t sum = 0;
  for (auto _ : bench) {
    const Block words = luck.block(Purpose::test, ++entity, 3, 0);
    benchmark::DoNotOptimize(sum += words[0] ^ words[3]);
  }
}
BENCHMARK(philox_block);

// The software vendor with its territories and teams copied `factor` times.
std::shared_ptr<const Model> vendor(int factor) {
  const Scenario scenario = load("base/software-vendor.yaml");
  Spec spec = scenario.model().spec;
  const auto territories = spec.territories;
  const auto teams = spec.teams;
  for (int copy = 1; copy < factor; ++copy) {
    const std::string suffix = "-" + std::to_string(copy);
    for (TerritorySpec territory : territories) {
      territory.name += suffix;
      spec.territories.push_back(territory);
    }
    for (TeamSpec team : teams) {
      team.name += suffix;
      team.territory += suffix;
      spec.teams.push_back(team);
    }
  }
  return build(std::move(spec));
}

// A year of 64 reps times a factor.
void year(benchmark::State& bench) {
  const auto model = vendor(static_cast<int>(bench.range(0)));
  const Firm firm(*model);
  State state;
  std::uint32_t replication = 0;
  for (auto _ : bench) {
    start(firm, state, 1, ++replication);
    while (state.day < firm.model.days) run_day(firm, state);
  }
  bench.SetItemsProcessed(static_cast<std::int64_t>(bench.iterations()) * firm.model.seats *
                          firm.model.days);
}
BENCHMARK(year)
    ->Arg(1)
    ->Arg(8)
    ->Arg(64)
    ->Arg(469)
    ->Unit(benchmark::kMillisecond)
    ->Name("rep_days/64_reps_times");

// What a run of 64 reps costs before its first day.
void start_of_run(benchmark::State& bench) {
  const Scenario scenario = load("base/software-vendor.yaml");
  const Firm firm(scenario.model());
  State state;
  std::uint32_t replication = 0;
  for (auto _ : bench) start(firm, state, 1, ++replication);
}
BENCHMARK(start_of_run)->Unit(benchmark::kMillisecond);

// Each stop's share of a rep-day: the whole day is played, one stop is timed.
void stop_of_day(benchmark::State& bench) {
  using Stop = void (*)(const Firm&, State&);
  static constexpr Stop kStops[] = {open_day, inputs, arrive, plan,     meet,
                                    resolve,  work,   settle, close_day};
  static constexpr const char* kNames[] = {"1 open",    "2 inputs", "3 arrive", "4 plan", "5 meet",
                                           "6 resolve", "7 work",   "7 settle", "8 close"};
  const auto timed = static_cast<std::size_t>(bench.range(0));
  const Scenario scenario = load("base/software-vendor.yaml");
  const Firm firm(scenario.model());
  State state;
  std::uint32_t replication = 0;
  double seconds = 0;
  std::int64_t days = 0;
  for (auto _ : bench) {
    start(firm, state, 1, ++replication);
    double spent = 0;
    while (state.day < firm.model.days) {
      for (std::size_t s = 0; s < std::size(kStops); ++s) {
        if (s != timed) {
          kStops[s](firm, state);
          continue;
        }
        const auto begin = std::chrono::steady_clock::now();
        kStops[s](firm, state);
        spent += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
      }
      ++days;
    }
    bench.SetIterationTime(spent);
    seconds += spent;
  }
  bench.counters["ns_a_rep_day"] = seconds * 1e9 / (static_cast<double>(days) * firm.model.seats);
  bench.SetLabel(kNames[timed]);
}
BENCHMARK(stop_of_day)
    ->DenseRange(0, 8)
    ->UseManualTime()
    ->Iterations(5)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tandem

BENCHMARK_MAIN();
