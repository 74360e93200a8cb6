// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "sim/model/pay_plan.h"

// Mistakes that no single key shows: keys that do not go together, edges out of order, goals that
// nobody sets.
namespace tandem {

namespace {

using P = PayElement;

bool counted(int measure) {
  return measure == P::new_accounts || measure == P::deals_won || measure == P::activity ||
         measure == P::help_given;
}

/// Points, of which the mean over the days counts.
bool leveled(int measure) { return measure >= P::own_satisfaction && measure <= P::score; }

bool merit(int measure) { return measure == P::help_given || leveled(measure); }

bool shared(int measure) {
  return measure == P::team_revenue || measure == P::territory_revenue ||
         measure == P::firm_revenue || measure == P::team_margin || measure == P::firm_margin ||
         measure == P::team_profit || measure == P::firm_profit || measure == P::group_revenue ||
         measure == P::team_satisfaction || measure == P::firm_satisfaction;
}

/// Quotas are set in revenue: only a measure of revenue has one.
bool has_quota(int measure) {
  return measure == P::own_revenue || measure == P::team_revenue ||
         measure == P::territory_revenue || measure == P::firm_revenue ||
         measure == P::reports_revenue || measure == P::group_revenue;
}

bool rising(const Points& points) {
  return std::adjacent_find(points.begin(), points.end(), [](const auto& a, const auto& b) {
           return a.first >= b.first;
         }) == points.end();
}

bool uses_attainment(const P& e) {
  if (e.unit != P::attainment) return false;
  switch (e.kind) {
    case P::bonus:
    case P::contest:
    case P::recognition:
      return true;
    case P::commission:
    case P::pool:
    case P::override_pay:
      return e.threshold > 0 || e.cap > 0 || !e.multipliers.empty() ||
             std::any_of(e.tiers.begin(), e.tiers.end(),
                         [](const auto& tier) { return tier.first > 0; });
    default:
      return false;
  }
}

}  // namespace

// NOLINTNEXTLINE(readability-function-size): a line a fault
std::vector<std::string> faults(const PayElement& e) {
  std::vector<std::string> found;
  const auto fault = [&](bool wrong, const char* text) {
    if (wrong) found.emplace_back(text);
  };
  const bool rated = e.kind == P::commission || e.kind == P::pool || e.kind == P::override_pay;
  const bool judged = rated || e.kind == P::bonus;
  const auto& info = kinds()[static_cast<std::size_t>(e.kind)];

  if (!info.measures.empty() &&
      std::find(info.measures.begin(), info.measures.end(), e.measure) == info.measures.end()) {
    found.push_back("measure: this measure does not go with " + std::string(info.name));
  }
  fault(info.head == "amount" && !(e.amount > 0), "amount: an amount above 0 is needed");
  fault(rated && e.rate == 0 && e.tiers.empty(), "rate: a rate or tiers are needed");
  fault(rated && e.rate > 0 && !e.tiers.empty(), "rate: give a rate or tiers, not both");
  fault(e.kind == P::bonus && e.pays == 0 && e.tiers.empty(),
        "pays: an amount or tiers are needed");
  fault(e.kind == P::bonus && e.pays > 0 && !e.tiers.empty(),
        "pays: give an amount or tiers, not both");
  fault(e.kind == P::bonus && e.curve == P::linear && e.tiers.size() < 2,
        "curve: straight lines need two tiers at least");
  fault(e.kind == P::spiff && counted(e.measure) && !(e.pays > 0),
        "pays: a spiff on a count needs an amount for each");
  fault(e.kind == P::spiff && !counted(e.measure) && !(e.rate > 0),
        "rate: a spiff on money needs a rate");
  fault(e.kind == P::spiff && e.rate > 0 && e.pays > 0, "pays: give a rate or an amount, not both");
  fault(e.kind == P::profit_share && !(e.rate > 0), "rate: a rate is needed");
  fault(e.kind == P::contest && e.prizes.empty(), "prizes: at least one prize is needed");
  fault(!std::is_sorted(e.prizes.rbegin(), e.prizes.rend()),
        "prizes: a better rank cannot win less");
  fault(e.kind == P::promotion && e.levels.empty(), "levels: at least one level is needed");
  fault(!rising(e.levels), "levels: the credit of each level must exceed the one before");
  fault(!rising(e.tiers), "tiers: each edge must exceed the one before");
  fault(!rising(e.multipliers), "multipliers: each point must exceed the one before");
  fault(!rising(e.fx_rates), "fx_by_day: each day must exceed the one before");
  fault(std::any_of(e.fx_rates.begin(), e.fx_rates.end(),
                    [](const auto& row) { return !(row.second > 0); }),
        "fx_by_day: a rate must be above 0");
  fault(e.kind == P::exchange && e.currency.empty(), "currency: a name is needed");

  fault(uses_attainment(e) && e.goal == 0 && e.base_weeks == 0 && !has_quota(e.measure),
        "goal: quotas are set in revenue, so attainment of this measure needs a goal");
  fault(judged && e.hurdle_at > 0 && e.hurdle_goal == 0 && !has_quota(e.hurdle_measure),
        "hurdle.goal: quotas are set in revenue, so this measure needs a goal");
  fault(e.hurdle_measure == P::team_profit || e.hurdle_measure == P::firm_profit,
        "hurdle.measure: profit cannot be a hurdle");
  fault((rated || e.kind == P::bonus) && e.split != P::each && !shared(e.measure),
        "split: only pay on a shared result can be divided");
  fault(e.kind == P::pool && e.split == P::each,
        "split: a pool is divided: equal, by base or by credit");
  fault(e.gathered != P::total && !shared(e.measure),
        "of: only a shared result has an average or a best");
  fault(e.gathered != P::total && e.basis == P::year_to_date,
        "of: an average or best is taken over one period");
  fault(e.split == P::by_credit && leveled(e.measure),
        "split: satisfaction is no credit that could divide a sum");
  fault(e.gathered != P::total && leveled(e.measure),
        "of: satisfaction is a mean over customers already");
  fault(e.excess == P::excess_carried && leveled(e.measure),
        "excess: points beyond a cap cannot be carried");
  const auto of_deals = [&](bool given, const char* key) {
    if (given && merit(e.measure))
      found.push_back(std::string(key) +
                      ": goes with deals: help, satisfaction and score come of none");
  };
  of_deals(!e.topic.empty(), "topic");
  of_deals(!e.product.empty(), "product");
  of_deals(e.cap_deal > 0, "cap_deal");
  of_deals(e.credited != P::booked, "credited");
  fault(e.base_weeks > 0 && e.goal > 0, "goal: with base weeks 100 % is what they brought");
  fault(e.base_weeks > 0 && e.basis == P::year_to_date,
        "basis: growth over base weeks is reckoned period by period");
  fault(e.base_weeks > 0 && e.gathered != P::total,
        "of: growth over base weeks is that of the members' total");
  fault(e.split != P::each && e.excess == P::excess_carried,
        "excess: a divided sum cannot be carried");
  fault(e.split != P::each && e.basis == P::year_to_date,
        "basis: a divided sum is settled period by period");
  fault(e.basis == P::year_to_date && e.excess == P::excess_carried,
        "excess: within a year to date nothing has to be carried");
  fault(e.excess == P::excess_carried && e.cap == 0 && e.cap_pay == 0,
        "excess: only a cap on result or pay leaves something to carry");
  fault(e.gathered != P::total && e.excess == P::excess_carried,
        "excess: an average or best cannot be carried");
  fault(e.cap > 0 && e.threshold > 0 && e.cap <= e.threshold,
        "cap: a cap must lie above the threshold");
  fault(e.tiers.size() + e.multipliers.size() > 8,
        "tiers: at most eight points in tiers and multipliers together");
  fault(judged && e.hurdle_at > 0 && e.hurdle_measure == e.measure,
        "hurdle.measure: a hurdle is another measure than the one paid on");
  fault(e.until >= 0 && e.until <= e.from, "until: must lie after from");
  fault(e.credited == P::booked && e.after > 0, "after: goes with credited: invoiced or paid");
  fault(e.kind == P::windfall && !(e.trigger > 0), "trigger: a share above 0 is needed");
  return found;
}

std::vector<std::string> faults(std::span<const PayElement> plan) {
  std::vector<std::string> found;
  for (const int once : {P::draw, P::clawback, P::windfall, P::exchange, P::promotion}) {
    if (std::count_if(plan.begin(), plan.end(), [&](const P& e) { return e.kind == once; }) > 1) {
      found.push_back(std::string(kinds()[static_cast<std::size_t>(once)].name) +
                      ": a plan has one at most");
    }
  }
  return found;
}

}  // namespace tandem
