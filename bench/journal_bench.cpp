// SPDX-License-Identifier: Apache-2.0
// What a journal costs: a year of the baseline without one and with one (under three times as long).
#include <benchmark/benchmark.h>

#include "tandem/world.h"

namespace {

using namespace tandem;

void year(benchmark::State& state) {
  auto scenario =
      Scenario::load(std::string(TANDEM_SOURCE_DIR) + "/scenarios/base/software-vendor.yaml");
  if (!scenario) throw std::runtime_error(describe(scenario.faults()));
  World world(std::move(scenario).value(), 1, 0);
  if (state.range(0) != 0) world.keep_journal();
  std::uint32_t replication = 0;
  std::size_t entries = 0;
  for (auto _ : state) {
    world.restart(1, ++replication);
    world.run_to_end();
    if (state.range(0) != 0) entries += world.journal().size();
  }
  state.SetItemsProcessed(state.iterations() * world.scenario().reps() * world.scenario().days());
  if (entries > 0)
    state.counters["entries_a_rep_day"] =
        static_cast<double>(entries) / static_cast<double>(state.items_processed());
}
BENCHMARK(year)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond)->Name("year_with_journal");

}  // namespace

BENCHMARK_MAIN();
