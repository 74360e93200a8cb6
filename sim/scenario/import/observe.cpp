// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/import/observe.h"

#include <algorithm>
#include <atomic>
#include <thread>

#include "tandem/world.h"

namespace tandem::crm {

namespace {

template <class W>
void add_run(Sample& sample, const W& world, const Constants& constants) {
  const int days = world.scenario().days();
  sample.days += days / kWorkingPerCalendar;
  if constexpr (requires { world.deals(); })
    for (const auto& deal : world.deals()) {
      if (deal.created >= 0) sample.arrivals += 1;
      if (deal.closed < 0) continue;
      const double cycle = (deal.closed - deal.created) / kWorkingPerCalendar;
      (deal.won ? sample.won : sample.lost) += 1;
      (deal.won ? sample.won_cycles : sample.lost_cycles).push_back(cycle);
      if (!deal.won) continue;
      sample.values.push_back(deal.value);
      if (deal.product >= 0) {
        const std::size_t group = constants.products[static_cast<std::size_t>(deal.product)].facts;
        sample.product_values[group].push_back(deal.value);
      }
    }
}

void append(std::vector<double>& to, const std::vector<double>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

void append(Sample& to, const Sample& from) {
  append(to.won_cycles, from.won_cycles);
  append(to.lost_cycles, from.lost_cycles);
  append(to.values, from.values);
  for (std::size_t i = 0; i < to.product_values.size(); ++i)
    append(to.product_values[i], from.product_values[i]);
  to.arrivals += from.arrivals;
  to.won += from.won;
  to.lost += from.lost;
  to.days += from.days;
}

}  // namespace

Sample observe(const Scenario& scenario, const Constants& constants, std::size_t groups,
               std::uint64_t seed, int replications, int threads) {
  Sample none;
  none.product_values.resize(groups);
  std::vector<Sample> runs(static_cast<std::size_t>(replications), none);
  std::atomic<int> next{0};
  const auto work = [&] {
    for (int r = next++; r < replications; r = next++) {
      World world(scenario, seed, static_cast<std::uint32_t>(r));
      world.run_to_end();
      add_run(runs[static_cast<std::size_t>(r)], world, constants);
    }
  };
  const int all =
      threads > 0 ? threads : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  std::vector<std::thread> others;
  for (int i = 1; i < std::min(all, replications); ++i) others.emplace_back(work);
  work();
  for (std::thread& thread : others) thread.join();
  Sample sample = none;
  for (const Sample& run : runs) append(sample, run);  // in the order of replications
  sample.sort();
  return sample;
}

}  // namespace tandem::crm
