// SPDX-License-Identifier: Apache-2.0
// What a lesson counts beside the metrics, made of the deals that closed within a run.
#include "sim/study/lesson_measures.h"

#include <algorithm>
#include <array>
#include <functional>
#include <vector>

namespace tandem {

namespace {

using Deals = std::vector<RunRecord::DealRow>;
using Value = std::optional<double>;

constexpr int kQualify = 0, kDiscover = 1, kPropose = 2, kNegotiate = 3;

/// Deals that are won over all that fit.
template <class Fits>
Value won_share(const Deals& deals, Fits fits) {
  double won = 0, all = 0;
  for (const RunRecord::DealRow& deal : deals)
    if (fits(deal)) all += 1, won += deal.won;
  return all > 0 ? Value(won / all) : std::nullopt;
}

/// Of the deals that reached a stage, those that got beyond it.
template <int Stage>
Value passed(const Deals& deals) {
  double beyond = 0, all = 0;
  for (const RunRecord::DealRow& deal : deals)
    if (deal.stage >= Stage) all += 1, beyond += deal.stage > Stage || deal.won;
  return all > 0 ? Value(beyond / all) : std::nullopt;
}

Value value_won(const Deals& deals) {
  double sum = 0;
  for (const RunRecord::DealRow& deal : deals)
    if (deal.won) sum += deal.value;
  return sum;
}

Value lost(const Deals& deals) {
  return static_cast<double>(
      std::ranges::count_if(deals, [](const auto& deal) { return !deal.won; }));
}

Value days_to_win(const Deals& deals) {
  double days = 0, won = 0;
  for (const RunRecord::DealRow& deal : deals)
    if (deal.won) won += 1, days += deal.closed - deal.created;
  return won > 0 ? Value(days / won) : std::nullopt;
}

Value conversion(const Deals& deals) {
  return won_share(deals, [](const auto&) { return true; });
}
Value conversion_new(const Deals& deals) {
  return won_share(deals, [](const auto& deal) { return deal.to_prospect; });
}
Value conversion_two_topics(const Deals& deals) {
  return won_share(deals, [](const auto& deal) { return deal.two_topics; });
}

struct Measure {
  LessonMeasureInfo info;
  Value (*of)(const Deals&);
};

// Fields: id, title, unit, definition.
constexpr Measure kMeasures[] = {
    {{"won_value", "Value won", "money", "List value of the deals won."}, value_won},
    {{"lost_deals", "Deals lost", "count", "Deals lost or dead of neglect."}, lost},
    {{"won_days", "Days to win", "d",
      "Mean working days from the opportunity to the win, of deals won."},
     days_to_win},
    {{"won_share", "Won over closed", "share", "Deals won over deals closed."}, conversion},
    {{"won_share_new", "New customers won", "share",
      "Deals won over deals closed, of accounts that were no customers."},
     conversion_new},
    {{"won_share_two_topics", "Two-topic deals won", "share",
      "Deals won over deals closed, of deals that ask for a second topic."},
     conversion_two_topics},
    {{"pass_qualify", "Past qualifying", "share",
      "Deals that got beyond the first stage over those that reached it and closed."},
     passed<kQualify>},
    {{"pass_discover", "Past discovery", "share", "The same of the second stage."},
     passed<kDiscover>},
    {{"pass_propose", "Past the proposal", "share", "The same of the third stage."},
     passed<kPropose>},
    {{"pass_negotiate", "Past negotiation", "share", "The same of the last stage."},
     passed<kNegotiate>},
};

const Measure* find(std::string_view id) {
  const auto found = std::ranges::find(kMeasures, id, [](const Measure& m) { return m.info.id; });
  return found == std::end(kMeasures) ? nullptr : found;
}

}  // namespace

std::span<const LessonMeasureInfo> lesson_measures() {
  static const auto infos = [] {
    std::array<LessonMeasureInfo, std::size(kMeasures)> all;
    std::ranges::transform(kMeasures, all.begin(), &Measure::info);
    return all;
  }();
  return infos;
}

std::optional<double> lesson_value(const LessonEffect& effect, const Scenario& scenario,
                                   const RunRecord& run) {
  const Measure* measure = find(effect.metric);
  if (measure == nullptr)
    return run.values.at(static_cast<std::size_t>(find_metric(effect.metric).value()));
  Deals deals;
  const int end = effect.to > 0 ? effect.to : scenario.days();
  std::ranges::copy_if(run.deals, std::back_inserter(deals), [&](const RunRecord::DealRow& deal) {
    return deal.closed >= effect.from && deal.closed < end && deal.value >= effect.least &&
           (effect.team.empty() ||
            scenario.seats()[static_cast<std::size_t>(deal.seat)].team == effect.team);
  });
  return measure->of(deals);
}

std::string_view lesson_unit(const LessonEffect& effect) {
  const Measure* measure = find(effect.metric);
  return measure != nullptr ? measure->info.unit : info(find_metric(effect.metric).value()).unit;
}

}  // namespace tandem
