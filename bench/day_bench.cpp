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

// A year of the software vendor, its eight teams copied `factor` times.
void year(benchmark::State& bench) {
  const int factor = static_cast<int>(bench.range(0));

  if (factor > 1) {
    std::string territories = "[", teams = "[";
    for (int i = 0; i < 8 * factor; ++i) {
      territories +=
          fmt::format("{}{{name: T{}, accounts: 240, competitors: 42%}}", i ? ", " : "", i);
      teams += fmt::format("{}{{name: M{}, territory: T{}, seats: {{generalist: 8}}}}",
                           i ? ", " : "", i, i);
    }
    auto scenario = Scenario::parse(
        "tandem: 1\nhorizon: 1y\ntopics: [a, b, c, d, e, f]\n" +
            fmt::format("territories: {}]\nteams: {}]\n", territories, teams) +
            "plan:\n  - {salary: 60000, per: year}\n"
            "  - {commission: own revenue, per: quarter, tiers: [[0%, 4%], [80%, 6%], "
            "[100%, 9%]], cap: 250%}\n"
            "  - {bonus: team revenue, per: quarter, at: 100%, pays: 1500}\n",
        "bench.yaml");
    if (!scenario) throw std::runtime_error(describe(scenario.faults()));
    const Firm firm(scenario.value().model());
    State state;
    for (auto _ : bench) {
      start(firm, state, 1, 0);
      while (state.day < firm.model.days) run_day(firm, state);
    }
    bench.SetItemsProcessed(static_cast<std::int64_t>(bench.iterations()) * firm.model.seats *
                            firm.model.days);
    return;
  }
  const Scenario scenario = load("base/software-vendor.yaml");
  const Firm firm(scenario.model());
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
    ->Unit(benchmark::kMillisecond)
    ->Name("rep_days/64_reps_times");

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
