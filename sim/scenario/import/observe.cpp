// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/import/observe.h"

#include <string_view>

#include "tandem/registry.h"
#include "tandem/world.h"

namespace tandem::crm {

namespace {

/// Value of a metric in a record; 0 = no observation.
double metric(const RunRecord& record, std::string_view id) {
  const auto all = metrics();
  for (std::size_t i = 0; i < all.size() && i < record.values.size(); ++i)
    if (all[i].id == id) return record.values[i].value_or(0);
  return 0;
}

void add_run(Sample& sample, const RunRecord& record, const Constants& constants) {
  sample.arrivals += metric(record, "opportunities");
  for (const RunRecord::DealRow& deal : record.deals) {
    const double cycle = (deal.closed - deal.created) / kWorkingPerCalendar;
    (deal.won ? sample.won : sample.lost) += 1;
    (deal.won ? sample.won_cycles : sample.lost_cycles).push_back(cycle);
    if (!deal.won) continue;
    sample.values.push_back(deal.value);
    if (deal.product < 0) continue;
    const std::size_t group = constants.products[static_cast<std::size_t>(deal.product)].facts;
    sample.product_values[group].push_back(deal.value);
  }
}

}  // namespace

Sample observe(const Scenario& scenario, const Constants& constants, std::size_t groups,
               std::uint64_t seed, int replications) {
  Sample sample;
  sample.product_values.resize(groups);
  World world(scenario, seed, 0);
  world.watch_deals();
  for (int r = 0; r < replications; ++r) {
    if (r > 0) world.restart(seed, static_cast<std::uint32_t>(r));
    world.run_to_end();
    add_run(sample, world.record({}), constants);
    sample.days += scenario.days() / kWorkingPerCalendar;
  }
  sample.sort();
  return sample;
}

}  // namespace tandem::crm
