// SPDX-License-Identifier: Apache-2.0
// What is simulated and counted for each row of evidence.
#include "sim/study/evidence_measures.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

#include "sim/study/quantiles.h"

namespace tandem {

namespace {

using Values = std::vector<double>;

constexpr double kCalendarDays = 365.25 / 252;  // in a working day
constexpr double kMonth = 21;                   // working days

/// One observation of each run that has one.
Values each(const Runs& runs, const std::function<std::optional<double>(const RunRecord&)>& of) {
  Values out;
  for (const RunRecord& run : runs)
    if (const auto value = of(run)) out.push_back(*value);
  return out;
}

template <const char* Id>
Values metric(Lab& lab) {
  return each(lab.plain(), [](const RunRecord& run) { return metric_in(run, Id); });
}

/// A total of the run for each seat and year.
Values per_seat_year(Lab& lab, std::string_view id) {
  const double seat_years = lab.scenario().reps() * lab.scenario().days() / 252.0;
  return each(lab.plain(), [&](const RunRecord& run) -> std::optional<double> {
    const auto value = metric_in(run, id);
    return value ? std::optional(*value / seat_years) : std::nullopt;
  });
}

Values ramp_months(Lab& lab) {
  return each(lab.long_runs(), [](const RunRecord& run) -> std::optional<double> {
    const auto days = metric_in(run, "ramp_days");
    return days ? std::optional(*days / kMonth) : std::nullopt;
  });
}

bool all_year(const RunRecord::PersonRow& row, const Lab& lab) {
  return row.days == lab.scenario().days() && !row.quit && !row.dismissed;
}

Values share_at_quota_of_the_year(Lab& lab) {
  return each(lab.plain(), [&](const RunRecord& run) -> std::optional<double> {
    double reached = 0, all = 0;
    for (const RunRecord::PersonRow& row : run.people)
      if (all_year(row, lab) && row.attainment >= 0) ++all, reached += row.attainment >= 1;
    return all > 0 ? std::optional(reached / all) : std::nullopt;
  });
}

Values spread_of_revenue(Lab& lab) {
  return each(lab.plain(), [&](const RunRecord& run) -> std::optional<double> {
    Moments revenue;
    for (const RunRecord::PersonRow& row : run.people)
      if (all_year(row, lab)) revenue.add(row.revenue);
    return revenue.n() > 1 && revenue.mean() > 0 ? std::optional(revenue.sd() / revenue.mean())
                                                 : std::nullopt;
  });
}

Values win_rate_of_proposals(Lab& lab) {
  constexpr int kPropose = 2;
  return each(lab.plain(), [](const RunRecord& run) -> std::optional<double> {
    double won = 0, all = 0;
    for (const RunRecord::DealRow& deal : run.deals)
      if (deal.stage >= kPropose) ++all, won += deal.won;
    return all > 0 ? std::optional(won / all) : std::nullopt;
  });
}

double cycle(const RunRecord::DealRow& deal) {
  return (deal.closed - deal.created) * kCalendarDays;
}

Values median_cycle(Lab& lab) {
  return each(lab.plain(), [](const RunRecord& run) -> std::optional<double> {
    Values cycles;
    for (const RunRecord::DealRow& deal : run.deals)
      if (deal.won) cycles.push_back(cycle(deal));
    std::ranges::sort(cycles);
    return cycles.empty() ? std::nullopt : std::optional(quantile(cycles, 0.5));
  });
}

Values mean_cycle(Lab& lab) {
  return each(lab.plain(), [](const RunRecord& run) -> std::optional<double> {
    const auto days = metric_in(run, "cycle_days");
    return days ? std::optional(*days * kCalendarDays) : std::nullopt;
  });
}

Values cycle_of_new_over_old(Lab& lab) {
  return each(lab.plain(), [](const RunRecord& run) -> std::optional<double> {
    Moments fresh, known;
    for (const RunRecord::DealRow& deal : run.deals)
      if (deal.won) (deal.to_prospect ? fresh : known).add(cycle(deal));
    return fresh.n() > 0 && known.mean() > 0 ? std::optional(fresh.mean() / known.mean())
                                             : std::nullopt;
  });
}

/// Logarithm of variant over base, run by run.
Values log_change(const Runs& base, const Runs& variant, std::string_view id) {
  Values out;
  for (std::size_t i = 0; i < std::min(base.size(), variant.size()); ++i)
    out.push_back(std::log(metric_in(variant[i], id).value() / metric_in(base[i], id).value()));
  return out;
}

Values elasticity_to_effort(Lab& lab) {
  const Runs &base = lab.plain(), &more = lab.more_effort();
  return ratio_of_means(log_change(base, more, "revenue"), log_change(base, more, "effort"));
}

Values elasticity_to_seats(Lab& lab) {
  double share = 1;
  const Runs &base = lab.plain(), &more = lab.more_seats(share);
  Values out = log_change(base, more, "revenue");
  for (double& change : out) change /= std::log(share);
  return out;
}

/// Change of the revenue of the third of people that sold most before, all of them there all year
/// both times.
Values best_without_overachievement_pay(Lab& lab) {
  const Runs &base = lab.plain(), &flat = lab.flat();
  Values out;
  for (std::size_t run = 0; run < std::min(base.size(), flat.size()); ++run) {
    std::map<std::pair<int, int>, double> after;  // by seat and person
    for (const RunRecord::PersonRow& row : flat[run].people)
      if (all_year(row, lab)) after[{row.seat, row.person}] = row.revenue;
    std::vector<std::pair<double, double>> both;
    for (const RunRecord::PersonRow& row : base[run].people) {
      const auto found = after.find({row.seat, row.person});
      if (all_year(row, lab) && found != after.end()) both.emplace_back(row.revenue, found->second);
    }
    std::ranges::sort(both, std::greater<>());
    both.resize(both.size() / 3);
    double was = 0, is = 0;
    for (const auto& [before, now] : both) was += before, is += now;
    if (was > 0) out.push_back(is / was - 1);
  }
  return out;
}

constexpr char kTurnover[] = "turnover", kShareAtQuota[] = "share_at_quota",
               kWinRate[] = "win_rate", kAttainment[] = "attainment", kCcos[] = "ccos",
               kDealValue[] = "deal_value", kDiscount[] = "discount", kBacklog[] = "backlog",
               kCustomers[] = "customers", kRetention[] = "retention", kEffort[] = "effort",
               kVacancy[] = "vacancy";

constexpr bool kTarget = true, kShown = false;

// id, title, unit, how it is simulated and counted, target or shown; how it is measured
const Measure kMeasures[] = {
    {{"T1", "annual turnover", "share",
      "Quits and dismissals in a year over average headcount (metric `turnover`).", kTarget},
     metric<kTurnover>},
    {{"T3", "ramp", "months",
      "Months of 21 working days until a newcomer knows four fifths of what it will know alone of "
      "the territory's topics (metric `ramp_days`), of those who got there in runs of three years.",
      kTarget},
     ramp_months},
    {{"T8", "reps making quota", "share",
      "Of the people there all year, those whose attainment, mean of the year's quota periods, is "
      "100 % or more.",
      kTarget},
     share_at_quota_of_the_year},
    {{"T8q", "quotas made", "share",
      "Quota periods at 100 % or more over all whole ones (metric `share_at_quota`). A quarter is "
      "more luck than a year, so fewer are made where results are skewed.",
      kTarget},
     metric<kShareAtQuota>},
    {{"T9", "win rate, all opportunities", "share",
      "Deals won over deals closed, from the first stage on; neglected ones count as lost (metric "
      "`win_rate`).",
      kTarget},
     metric<kWinRate>},
    {{"T9f", "win rate, forecast deals", "share",
      "Deals won over deals closed, of those that reached the proposal.", kTarget},
     win_rate_of_proposals},
    {{"T11", "sales cycle, median", "calendar days",
      "Median over won deals of the days from opportunity to win; a working day is 365.25/252 "
      "calendar days.",
      kTarget},
     median_cycle},
    {{"T11m", "sales cycle, mean", "calendar days", "The mean of the same (metric `cycle_days`).",
      kTarget},
     mean_cycle},
    {{"T11n", "cycle of new over old customers", "none",
      "Mean cycle of won deals with prospects over that with customers.", kTarget},
     cycle_of_new_over_old},
    {{"I24", "sales elasticity to effort", "none",
      "Pairs on the same luck, conscience raised to 0.68: relative change of revenue over relative "
      "change of effort, within the year.",
      kTarget},
     elasticity_to_effort},
    {{"I24h", "sales elasticity to headcount", "none",
      "Pairs on the same luck, one more seat in each team, market and accounts as they are: "
      "relative change of revenue over relative change of seats, within the year.",
      kTarget},
     elasticity_to_seats},
    {{"I4", "best third without overachievement pay", "share",
      "Pairs on the same luck, the higher rate above quota taken out of the plan: change of the "
      "revenue of the third of reps that sold most with it.",
      kTarget},
     best_without_overachievement_pay},
    {{"revenue", "revenue a seat and year", "money", "Metric `revenue` over seats and years.",
      kShown},
     [](Lab& lab) { return per_seat_year(lab, "revenue"); }},
    {{"pay", "pay a seat and year", "money", "Metric `compensation` over seats and years.", kShown},
     [](Lab& lab) { return per_seat_year(lab, "compensation"); }},
    {{"ccos", "compensation cost of sales", "share", "Metric `ccos`: all pay over revenue.",
      kShown},
     metric<kCcos>},
    {{"wins", "deals won a seat and year", "count", "Metric `deals_won` over seats and years.",
      kShown},
     [](Lab& lab) { return per_seat_year(lab, "deals_won"); }},
    {{"value", "value of a won deal", "money", "Metric `deal_value`.", kShown}, metric<kDealValue>},
    {{"discount", "discount", "share", "Metric `discount`.", kShown}, metric<kDiscount>},
    {{"open", "open deals a seat", "count", "Metric `backlog`.", kShown}, metric<kBacklog>},
    {{"customers", "customers a seat", "count", "Metric `customers`.", kShown}, metric<kCustomers>},
    {{"retention", "customers kept in a year", "share", "Metric `retention`.", kShown},
     metric<kRetention>},
    {{"attainment", "mean attainment", "share", "Metric `attainment`.", kShown},
     metric<kAttainment>},
    {{"spread", "spread of revenue between reps", "share",
      "Standard deviation over mean of the year's revenue of those there all year.", kShown},
     spread_of_revenue},
    {{"effort", "effort", "none", "Metric `effort`: 1 is a full day.", kShown}, metric<kEffort>},
    {{"vacancy", "empty seats", "share", "Metric `vacancy`.", kShown}, metric<kVacancy>},
};

}  // namespace

std::span<const Measure> evidence_measures() { return kMeasures; }

}  // namespace tandem
