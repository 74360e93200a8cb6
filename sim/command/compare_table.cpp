// SPDX-License-Identifier: Apache-2.0
#include "sim/command/compare_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/command/play.h"
#include "sim/command/run_table.h"
#include "sim/command/table.h"
#include "sim/command/text.h"

namespace tandem {

namespace {

constexpr int kWidestTitle = 26;
constexpr int kOutOfReach = 100'000'000;  // pairs nobody will run

Scale scale_of(const Difference& d) {
  return scale_for(info(d.metric).unit, std::max(std::abs(d.base_mean), std::abs(d.variant_mean)),
                   std::max((d.high - d.low) / 2, std::abs(d.difference) / 10));
}

Cell verdict(const Difference& d, const Console& console) {
  switch (d.verdict) {
    case Verdict::higher:
      return {console.unicode() ? "▲ higher" : "higher", Style::up};
    case Verdict::lower:
      return {console.unicode() ? "▼ lower" : "lower", Style::down};
    case Verdict::unclear:
      break;
  }
  if (d.pairs_needed > kOutOfReach) return {"unclear, none in sight", Style::dim};
  return {fmt::format("unclear, +{}", roughly(d.pairs_needed)), Style::dim};
}

/// How many times fewer runs the same luck needs.
std::string fewer(double reduction) {
  if (reduction >= 1e6) return ">1Mx";
  if (reduction >= 10) return roughly(std::llround(reduction)) + "x";
  return fmt::format("{:.1f}x", reduction);
}

std::string relative(const Difference& d) {
  if (d.base_mean == 0) return "";
  const Scale percent = scale_for("share", d.relative, std::abs(d.relative) / 10);
  Scale shown = percent;
  shown.decimals = std::min(percent.decimals, 2);
  return signed_number(d.relative, shown) + " %";
}

void add_row(Table& table, const Difference& d, const Console& console) {
  const MetricInfo& metric = info(d.metric);
  const Scale scale = scale_of(d);
  const bool cost = metric.id == "compensation" || metric.id == "ccos";
  std::vector<Cell> row{
      {shortened(metric.title, kWidestTitle), cost ? Style::warning : Style::plain}};
  row.emplace_back(number(d.base_mean, scale));
  row.emplace_back(number(d.variant_mean, scale));
  row.emplace_back(scale.unit, Style::dim);
  if (d.identical) {
    row.emplace_back("0");
    row.emplace_back("identical in every pair", Style::dim);
    // The text runs on over the columns of change, verdict and luck.
  } else {
    const bool clear = d.verdict != Verdict::unclear;
    const Estimate paired{
        .mean = d.difference, .low = d.low, .high = d.high, .sd = 0, .n = d.pairs};
    row.emplace_back(plus_minus(paired, scale, console), clear ? Style::bold : Style::plain);
    row.emplace_back(relative(d));
    row.push_back(verdict(d, console));
    row.emplace_back(d.pairs > 1 ? fewer(d.variance_reduction) : "");
  }
  table.row(std::move(row));
}

/// A figure that is 0 in every run of both says nothing in a row of its own.
bool nothing(const Difference& d) { return d.identical && d.base_mean == 0 && d.variant_mean == 0; }

std::string differences(const Comparison& comparison, const Console& console) {
  Table table;
  table.column("metric").column("base", Table::right).column("variant", Table::right).column("");
  table.column("difference", Table::right).column("change", Table::right).column("verdict");
  table.column("fewer", Table::right);
  std::string_view group;
  for (const std::size_t m : by_group()) {
    const auto d =
        std::ranges::find(comparison.metrics, static_cast<Metric>(m), &Difference::metric);
    if (d == comparison.metrics.end() || nothing(*d)) continue;
    if (metrics()[m].group != group) table.heading(as_heading(group = metrics()[m].group));
    add_row(table, *d, console);
  }
  return table.text(console);
}

std::string notes(const Comparison& comparison, const Console& console) {
  std::vector<double> reductions;
  bool unclear = false;
  for (const Difference& d : comparison.metrics) {
    if (!d.identical && d.pairs > 1) reductions.push_back(d.variance_reduction);
    unclear = unclear || d.pairs_needed > 0;
  }
  std::string out;
  const auto note = [&](const std::string& text) {
    out += " " + console.paint(Style::dim, wrapped(text, 98, 1)) + "\n";
  };
  if (comparison.pairs > 1) {
    note(
        fmt::format("{} spans the 95 % interval of the difference, valid however early and often "
                    "you look; a verdict is given where it leaves 0 out, from 10 pairs on.",
                    console.unicode() ? "±" : "+-"));
  }
  if (unclear) {
    note("unclear, +n: cannot tell yet; about n more pairs would, if the difference stayed.");
  }
  if (!reductions.empty()) {
    std::sort(reductions.begin(), reductions.end());
    note(
        fmt::format("fewer: luck cancelled; with luck of their own the two sides would need so "
                    "many times as many (median {}).",
                    fewer(reductions[reductions.size() / 2])));
  }
  std::vector<std::string_view> zero;
  for (const Difference& d : comparison.metrics)
    if (nothing(d)) zero.push_back(info(d.metric).title);
  if (!zero.empty()) note(all_zero(zero));
  return out;
}

}  // namespace

std::string plus_minus(const Estimate& difference, const Scale& scale, const Console& console) {
  std::string out = signed_number(difference.mean, scale);
  if (difference.n < 2) return out;
  return out + (console.unicode() ? " ± " : " +- ") +
         half_width((difference.high - difference.low) / 2, scale);
}

std::string compare_table(const Scenario& base, const ComparisonSet& set, int threads,
                          const Console& console) {
  std::string out;
  for (const Comparison& comparison : set.comparisons) {
    out += fmt::format("\n {} against {}\n {} on the same luck, {} days, {} reps, seed {}\n\n",
                       console.paint(Style::bold, comparison.variant),
                       console.paint(Style::bold, set.base),
                       grouped(comparison.pairs) + (comparison.pairs == 1 ? " pair" : " pairs"),
                       grouped(base.days()), grouped(base.reps()), set.seed);
    out += differences(comparison, console) + notes(comparison, console);
    out += cost_and_risk(comparison, console) + gains_and_losses(comparison, console);
  }
  if (set.best) out += best_table(*set.best, console);
  return out + "\n " + console.paint(Style::dim, speed(set.seconds, set.rep_days, threads)) + "\n";
}

}  // namespace tandem
