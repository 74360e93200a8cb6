// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/command/compare_table.h"
#include "sim/command/table.h"
#include "sim/command/text.h"

namespace tandem {

namespace {

constexpr int kWidestName = 30;

Cell standing(const Candidate& candidate) {
  switch (candidate.standing) {
    case Standing::best:
      return {"the best", Style::up};
    case Standing::beaten:
      return {"beaten", Style::down};
    case Standing::possible:
      break;
  }
  return {"can be the best", Style::plain};
}

}  // namespace

std::string best_table(const BestOfSet& set, const Console& console) {
  if (set.pairs < 2) return "";
  const MetricInfo& metric = info(set.metric);
  double size = 0, resolution = 0;
  for (const Candidate& c : set.candidates) {
    size = std::max(size, std::abs(c.mean));
    resolution = std::max(resolution, (c.high - c.low) / 2);
  }
  const Scale scale = scale_for(metric.unit, size, resolution);
  Table table;
  table.column(fmt::format("Which is the best by {}", metric.id)).column("mean", Table::right);
  table.column("").column("from best other", Table::right).column("95 % interval", Table::right);
  table.column("");
  for (const Candidate& c : set.candidates) {
    table.row({{shortened(c.name, kWidestName)},
               number(c.mean, scale),
               {scale.unit, Style::dim},
               signed_number(c.difference, scale),
               signed_number(c.low, scale) + " .. " + signed_number(c.high, scale),
               standing(c)});
  }
  const std::string note = fmt::format(
      "{} is better. With 95 % these intervals hold all together, however often you look.",
      metric.better == Better::less ? "Less" : "More");
  return "\n" + table.text(console) + " " + console.paint(Style::dim, wrapped(note, 98, 1)) + "\n";
}

}  // namespace tandem
