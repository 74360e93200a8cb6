// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/command/compare_table.h"
#include "sim/command/numbers.h"
#include "sim/command/table.h"
#include "sim/command/text.h"

namespace tandem {

namespace {

constexpr std::size_t kShown = 5;

const Difference* find(const Comparison& comparison, std::string_view id) {
  for (const Difference& d : comparison.metrics) {
    if (info(d.metric).id == id) return &d;
  }
  return nullptr;
}

std::string change(const Difference& d, std::string_view unit, const Console& console) {
  if (d.identical) return "the same in every pair";
  const Estimate paired{.mean = d.difference, .low = d.low, .high = d.high, .sd = 0, .n = d.pairs};
  const double half = (d.high - d.low) / 2;
  const Scale scale = scale_for(unit, std::max(std::abs(d.difference), half), half);
  const std::string out = with_unit(plus_minus(paired, scale, console), scale);
  return d.verdict == Verdict::unclear ? out + ", cannot tell yet" : out;
}

/// One sentence on what the plan costs and what comes with it.
std::string cost(const Comparison& comparison, const Console& console) {
  const Difference* pay = find(comparison, "compensation");
  const Difference* ccos = find(comparison, "ccos");
  const Difference* revenue = find(comparison, "revenue");
  if (pay == nullptr) return "";
  std::string out = " " + console.paint(Style::heading, "Cost of the plan") + "\n";
  out += fmt::format("   compensation  {}\n", change(*pay, "money", console));
  if (revenue != nullptr) {
    out += fmt::format("   revenue       {}", change(*revenue, "money", console));
    if (pay->verdict == Verdict::higher && revenue->verdict == Verdict::higher) {
      out += fmt::format("; each 1.00 more of pay comes with {:.2f} more of revenue",
                         revenue->difference / pay->difference);
    }
    out += "\n";
  }
  if (ccos != nullptr) {
    const Scale percent = scale_for("share", ccos->base_mean, std::abs(ccos->base_mean) / 100);
    out += fmt::format("   cost of sales {} of revenue, was {}\n",
                       with_unit(number(ccos->variant_mean, percent), percent),
                       with_unit(number(ccos->base_mean, percent), percent));
  }
  return "\n" + out;
}

std::string risk(const Comparison& comparison, const Console& console) {
  Table table;
  table.column("Risk: how far runs spread").column("");
  for (const char* title : {"1 in 10 below", "half below", "1 in 10 above", "sd"}) {
    table.column(title, Table::right);
  }
  table.column("");
  bool any = false;
  for (const char* id : {"revenue", "compensation"}) {
    const Difference* d = find(comparison, id);
    if (d == nullptr || d->identical || d->pairs < 10) continue;
    any = true;
    const MetricInfo& metric = info(d->metric);
    const Scale scale = scale_for(metric.unit, d->base_mean, std::abs(d->base_mean) / 100);
    const auto row = [&](std::string title, const char* side, const Spread& s, double sd) {
      table.row({std::move(title),
                 {side, Style::dim},
                 number(s.p10.value, scale),
                 number(s.p50.value, scale),
                 number(s.p90.value, scale),
                 number(sd, scale),
                 {scale.unit, Style::dim}});
    };
    row(std::string(metric.title), "base", d->base_spread, d->base_sd);
    row("", "variant", d->variant_spread, d->variant_sd);
  }
  return any ? "\n" + table.text(console) : "";
}

Style tone(Verdict verdict) {
  return verdict == Verdict::unclear ? Style::plain
                                     : (verdict == Verdict::higher ? Style::up : Style::down);
}

void add_seat(Table& table, const SeatDifference& s, const Console& console) {
  const double half = (s.pay.high - s.pay.low) / 2;
  const double size = std::max({std::abs(s.base_pay), std::abs(s.pay.mean), half});
  const Scale scale = scale_for("money", size, std::max(half, size / 1000));
  const Scale quits{.divisor = 1, .unit = "", .decimals = 2};
  const std::string share =
      s.base_pay > 0 ? fmt::format("{:+.1f} %", 100 * s.pay.mean / s.base_pay) : "";
  table.row({{shortened(s.seat.name, 34)},
             {number(s.base_pay, scale)},
             {plus_minus(s.pay, scale, console), tone(s.pay_verdict)},
             {scale.unit, Style::dim},
             {share},
             {plus_minus(s.quit, quits, console),
              s.quit_verdict != Verdict::unclear ? Style::bold : Style::plain}});
}

std::string summary(const std::vector<SeatDifference>& seats) {
  std::size_t more = 0, less = 0, same = 0;
  for (const SeatDifference& s : seats) {
    if (s.pay.mean == 0 && s.pay.sd == 0) {
      ++same;
    } else if (s.pay_verdict != Verdict::unclear) {
      (s.pay_verdict == Verdict::higher ? more : less) += 1;
    }
  }
  std::string out = fmt::format("Of {} seats {} earn more for sure, {} less, {} cannot be told yet",
                                grouped(static_cast<std::int64_t>(seats.size())), more, less,
                                seats.size() - more - less - same);
  return out + (same > 0 ? fmt::format(", {} earn the same in every pair.", same) : ".");
}

}  // namespace

std::string cost_and_risk(const Comparison& comparison, const Console& console) {
  return cost(comparison, console) + risk(comparison, console);
}

std::string gains_and_losses(const Comparison& comparison, const Console& console) {
  std::vector<SeatDifference> order = comparison.reps;
  if (order.empty()) return "";
  std::ranges::stable_sort(order, [](const SeatDifference& a, const SeatDifference& b) {
    return a.pay.mean > b.pay.mean;
  });
  Table table;
  table.column("seat").column("pay before", Table::right).column("pay difference", Table::right);
  table.column("").column("change", Table::right).column("quits per run", Table::right);
  const auto gaining = static_cast<std::size_t>(
      std::ranges::count_if(order, [](const SeatDifference& s) { return s.pay.mean > 0; }));
  const auto losing = static_cast<std::size_t>(
      std::ranges::count_if(order, [](const SeatDifference& s) { return s.pay.mean < 0; }));
  if (gaining > 0) table.heading("Gain most");
  for (std::size_t i = 0; i < std::min(kShown, gaining); ++i) add_seat(table, order[i], console);
  // Where nobody loses, those who gain least are the ones who will ask.
  const std::size_t last =
      losing > 0 ? std::min(kShown, losing) : std::min(kShown, std::max(gaining, kShown) - kShown);
  if (last > 0) table.heading(losing > 0 ? "Lose most" : "Gain least");
  for (std::size_t i = 0; i < last; ++i) {
    add_seat(table, losing > 0 ? order[order.size() - 1 - i] : order[gaining - 1 - i], console);
  }
  const std::string total = "\n " + wrapped(summary(comparison.reps), 98, 1) + "\n";
  return gaining + losing > 0 ? total + "\n" + table.text(console) : total;
}

}  // namespace tandem
