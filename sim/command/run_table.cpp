// SPDX-License-Identifier: Apache-2.0
#include "sim/command/run_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "sim/command/numbers.h"
#include "sim/command/play.h"
#include "sim/command/table.h"
#include "sim/command/text.h"

namespace tandem {

namespace {

constexpr int kSparkWidth = 22;

std::string headline(const Scenario& scenario, const Batch& batch, int threads,
                     const Console& console) {
  return fmt::format(
      "\n {}\n {} x {} days, {} reps, seed {}\n {}\n\n",
      console.paint(Style::bold, scenario.name()),
      grouped(batch.replications) + (batch.replications == 1 ? " replication" : " replications"),
      grouped(scenario.days()), grouped(scenario.reps()), batch.seed,
      console.paint(Style::dim, speed(batch.seconds, batch.rep_days, threads)));
}

/// The course of a metric; a last week that the horizon cuts short would look like a fall.
std::string course(std::span<const double> weeks, int days) {
  const int week = week_length(days, weeks.size());
  if (weeks.size() > 1 && days % week != 0) weeks = weeks.first(weeks.size() - 1);
  return sparkline(weeks, kSparkWidth);
}

std::string foot(const std::string& text, const Console& console) {
  return " " + console.paint(Style::dim, wrapped(text, 98, 1)) + "\n";
}

bool nothing(const Estimate& e) { return e.mean == 0 && e.low == 0 && e.high == 0 && e.sd == 0; }

}  // namespace

std::string all_zero(std::span<const std::string_view> titles) {
  return fmt::format("0 in every run: {}.", fmt::join(titles, ", "));
}

std::string as_heading(std::string_view group) {
  std::string out(group);
  if (!out.empty()) out[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(out[0])));
  return out;
}

std::vector<std::size_t> by_group() {
  std::vector<std::string_view> groups;
  for (const MetricInfo& m : metrics()) {
    if (std::ranges::find(groups, m.group) == groups.end()) groups.push_back(m.group);
  }
  std::vector<std::size_t> out;
  for (const std::string_view group : groups) {
    for (std::size_t m = 0; m < metrics().size(); ++m) {
      if (metrics()[m].group == group) out.push_back(m);
    }
  }
  return out;
}

std::string run_table(const Scenario& scenario, const Batch& batch, int threads,
                      const Console& console) {
  const bool sparks = console.terminal() && console.unicode() && !batch.weekly_mean.empty();
  Table table;
  table.column("metric").column("mean", Table::right).column("95 % interval", Table::right);
  table.column("sd", Table::right).column("");
  if (sparks) table.column("mean course, week by week");

  std::string_view group;
  std::vector<std::string_view> zero;
  for (const std::size_t m : by_group()) {
    if (!batch.estimates[m]) continue;
    const Estimate& e = *batch.estimates[m];
    const MetricInfo& metric = metrics()[m];
    if (nothing(e)) {
      zero.push_back(metric.title);
      continue;
    }
    if (metric.group != group) table.heading(as_heading(group = metric.group));
    const Scale scale = scale_for(metric.unit, e.mean, (e.high - e.low) / 2);
    std::vector<Cell> row{std::string(metric.title), {number(e.mean, scale), Style::bold}};
    row.emplace_back(e.n > 1 ? number(e.low, scale) + " .. " + number(e.high, scale) : "");
    row.emplace_back(e.n > 1 ? number(e.sd, scale) : "");
    row.emplace_back(scale.unit, Style::dim);
    if (sparks) row.emplace_back(course(batch.weekly_mean[m], scenario.days()), Style::heading);
    table.row(std::move(row));
  }
  std::string out = headline(scenario, batch, threads, console) + table.text(console);
  const char* intervals =
      batch.replications == 1 ? "One replication is one throw of luck: take more for intervals."
      : batch.remaining       ? "Intervals are always valid: they hold however often one looks."
                        : "Intervals are for a number of replications fixed beforehand; to go "
                          "on until they are tight: --precision 2%.";
  return out + foot(intervals, console) + (zero.empty() ? "" : foot(all_zero(zero), console));
}

std::string quantile_table(const Batch& batch, const Console& console) {
  const auto cell = [](const Quantile& q, const Scale& scale) {
    const auto end = [&](const std::optional<double>& x) { return x ? number(*x, scale) : "?"; };
    return fmt::format("{} ({}..{})", number(q.value, scale), end(q.low), end(q.high));
  };
  Table table;
  table.column("Runs lie below").column("in 1 of 10", Table::right);
  table.column("in half", Table::right).column("in 9 of 10", Table::right).column("");
  std::string_view group;
  for (const std::size_t m : by_group()) {
    if (!batch.estimates[m] || batch.estimates[m]->n < 2 || nothing(*batch.estimates[m])) continue;
    const MetricInfo& metric = metrics()[m];
    const Spread& spread = batch.spreads[m];
    if (metric.group != group) table.heading(as_heading(group = metric.group));
    const Scale scale = scale_for(metric.unit, batch.estimates[m]->mean, batch.estimates[m]->sd);
    table.row({std::string(metric.title), cell(spread.p10, scale), cell(spread.p50, scale),
               cell(spread.p90, scale), Cell(scale.unit, Style::dim)});
  }
  return "\n" + table.text(console) +
         foot("In brackets the 95 % interval; ? = an end that so few runs cannot give.", console);
}

}  // namespace tandem
