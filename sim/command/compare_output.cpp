// SPDX-License-Identifier: Apache-2.0
#include "sim/command/compare_output.h"

#include <fmt/format.h>

#include <iterator>

#include "sim/command/json.h"

namespace tandem {

CompareOutput::CompareOutput(const std::string& folder, Scenario base,
                             std::vector<Scenario> variants, std::vector<std::string> names)
    : base_(std::move(base)),
      variants_(std::move(variants)),
      names_(std::move(names)),
      folder_(folder, base_.digest()),
      pairs_(folder_.file("pairs.csv")),
      kept_(folder_, base_) {
  pairs_.write("variant,replication,metric,base,value\n");
}

void CompareOutput::add(int replication, std::span<const RunRecord> records) {
  std::string rows;
  for (std::size_t v = 0; v < names_.size(); ++v) {
    const std::string name = csv(names_[v]);
    for (std::size_t m = 0; m < metrics().size(); ++m) {
      const auto& before = records[0].values[m];
      const auto& after = records[v + 1].values[m];
      if (!before || !after) continue;
      fmt::format_to(std::back_inserter(rows), "{},{},{},{},{}\n", name, replication,
                     metrics()[m].id, csv(*before), csv(*after));
    }
  }
  pairs_.write(rows);
}

void CompareOutput::commit(const ComparisonSet& set, int asked) {
  write_differences(set);
  write_seats(set);
  if (set.best) write_best(*set.best);
  folder_.commit(compare_manifest(base_, variants_, set, asked, folder_.names()));
}

void CompareOutput::write_differences(const ComparisonSet& set) {
  NewFile& file = folder_.file("differences.csv");
  file.write(
      "variant,metric,unit,pairs,base,value,difference,low,high,relative,verdict,"
      "pairs_needed,variance_reduction,fixed_low,fixed_high\n");
  for (const Comparison& comparison : set.comparisons) {
    for (const Difference& d : comparison.metrics) {
      const MetricInfo& metric = info(d.metric);
      file.write(fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}\n",
                             csv(comparison.variant), metric.id, metric.unit, d.pairs,
                             csv(d.base_mean), csv(d.variant_mean), csv(d.difference), csv(d.low),
                             csv(d.high), csv(d.relative), word(d.verdict), d.pairs_needed,
                             csv(d.variance_reduction), csv(d.fixed_low), csv(d.fixed_high)));
    }
  }
}

void CompareOutput::write_best(const BestOfSet& set) {
  NewFile& file = folder_.file("best.csv");
  file.write("metric,better,pairs,name,mean,difference,low,high,standing\n");
  const MetricInfo& metric = info(set.metric);
  for (const Candidate& c : set.candidates) {
    file.write(fmt::format("{},{},{},{},{},{},{},{},{}\n", metric.id, word(metric.better),
                           set.pairs, csv(c.name), csv(c.mean), csv(c.difference), csv(c.low),
                           csv(c.high), word(c.standing)));
  }
}

void CompareOutput::write_seats(const ComparisonSet& set) {
  NewFile& file = folder_.file("seats.csv");
  file.write(
      "variant,seat,name,team,role,territory,base_pay,pay_difference,pay_low,pay_high,"
      "quit_difference,quit_low,quit_high\n");
  for (const Comparison& comparison : set.comparisons) {
    for (const SeatDifference& s : comparison.reps) {
      file.write(fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{}\n", csv(comparison.variant),
                             s.seat.number, csv(s.seat.name), csv(s.seat.team), csv(s.seat.role),
                             csv(s.seat.territory), csv(s.base_pay), csv(s.pay.mean),
                             csv(s.pay.low), csv(s.pay.high), csv(s.quit.mean), csv(s.quit.low),
                             csv(s.quit.high)));
    }
  }
}

}  // namespace tandem
