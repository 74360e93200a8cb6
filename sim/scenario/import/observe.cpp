// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/import/observe.h"

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

}  // namespace

Sample observe(const Scenario& scenario, const Constants& constants, std::size_t groups,
               std::uint64_t seed, int replications) {
  Sample sample;
  sample.product_values.resize(groups);
  World world(scenario, seed, 0);
  for (int r = 0; r < replications; ++r) {
    if (r > 0) world.restart(seed, static_cast<std::uint32_t>(r));
    world.run_to_end();
    add_run(sample, world, constants);
  }
  sample.sort();
  return sample;
}

}  // namespace tandem::crm
