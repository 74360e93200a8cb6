// SPDX-License-Identifier: Apache-2.0
#include "sim/study/experiments_bench.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>

#include <atomic>
#include <mutex>
#include <stdexcept>

#include "sim/base/money.h"
#include "sim/study/replications.h"

namespace tandem {

namespace {

/// Plays to the end; empty if asked to stop on the way.
Observed observe(World& world, bool read, const std::stop_token& stop) {
  Observed out;
  while (!world.finished()) {
    if (stop.stop_requested()) return out;
    if (read && world.day() % kMonthDays == 0)
      out.months.push_back(read_people(world.scenario().model(), world.state()));
    world.run_day();
    out.revenue.push_back(whole_units(world.state().today.revenue));
  }
  if (read) out.months.push_back(read_people(world.scenario().model(), world.state()));
  out.record = checked(world.record({.people = true}));
  return out;
}

}  // namespace

Play with(Play play, const std::vector<std::string>& set) {
  play.set.insert(play.set.end(), set.begin(), set.end());
  return play;
}

const Scenario& Bench::scenario(const Play& play) {
  const auto known = scenarios_.find(play);
  if (known != scenarios_.end()) return known->second;
  Result<Scenario> loaded = Scenario::load(shipped_scenarios() / play.firm,
                                           {.set = play.set, .days = play.years * kYearDays});
  if (!loaded) throw std::logic_error(describe(loaded.faults()));
  return scenarios_.emplace(play, std::move(loaded).value()).first->second;
}

const Observations& Bench::play(const Play& asked) {
  Play play = asked;
  if (options_.replications > 0) play.runs = options_.replications;
  if (const auto known = played_.find(play); known != played_.end()) return known->second;
  const Scenario& firm = scenario(play);
  Observations runs(static_cast<std::size_t>(play.runs));
  const tbb::global_control allow(
      tbb::global_control::max_allowed_parallelism,
      static_cast<std::size_t>(options_.threads > 0 ? options_.threads
                                                    : tbb::info::default_concurrency()));
  tbb::enumerable_thread_specific<std::optional<World>> worlds;
  tbb::parallel_for(0, play.runs, [&](int run) {
    std::optional<World>& world = worlds.local();
    const auto number = static_cast<std::uint32_t>(run);
    try {
      if (world) {
        world->restart(firm.seed(), number);
      } else {
        world.emplace(firm, firm.seed(), number);
      }
      runs[static_cast<std::size_t>(run)] = observe(*world, play.read, options_.stop);
    } catch (const std::logic_error& fault) {
      throw RunFailure(firm.name(), firm.seed(), run, fault.what());
    }
  });
  if (stopped()) runs.clear();
  return played_[play] = std::move(runs);
}

}  // namespace tandem
