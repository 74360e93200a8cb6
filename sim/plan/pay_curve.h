// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "sim/plan/curve.h"
#include "sim/plan/pay_book.h"
#include "sim/plan/payout.h"

// Pay as behaviour sees it: a curve over the result of the running period, made from the same rules
// that settle.
namespace tandem {

/// Pay in whole units as a function of the holder's result in whole units (counts in ones), for the
/// terms given. `paid` (cents) is taken off, never below 0: a year to date.
[[nodiscard]] Curve pay_curve(const PayElement& element, const PayTerms& terms, double paid = 0);

/// One element of one person's plan, seen from inside its running period.
struct PayView {
  int slot = 0;
  Holder holder =
      Holder::seat;  ///< whose result moves it; averages and bests move by the person's own
  Quantity quantity = Quantity::revenue;
  int meter = -1;                   ///< which deals count: PayPlans::meters[meter].counts(...)
  Period period = Period::quarter;  ///< after which it is settled
  int last = 0;                     ///< last day of that period
  int payday = 0;                   ///< day the money comes
  double x = 0;                     ///< the holder's result so far, whole units
  double goal = 0;                  ///< what 100 % is at the period's end, whole units; 0: no goal
  Curve curve;  ///< pay at the period's end if the person stays and all members do
};

/// Sums of weights of all divided pay, so that a person's share needs no loop over the firm.
/// Refresh when used on another day.
struct PoolWeights {
  std::vector<int> eldest;  ///< by group: the member with whom the running pool began, or -1
  std::vector<Money> sum;   ///< by plan, slot and group
  std::vector<int> first;   ///< where a plan's slot begins, by plan x slots + slot
};
void refresh(PoolWeights& weights, const PayBook& book, const PayPlans& plans,
             const PayRoster& roster, const Calendar& calendar, int day);

/// The element as the seat's person sees it on `day` (before that day is settled). For commission,
/// bonus, pool, override, spiff and profit share; the other kinds follow no result (contest:
/// contest_curve).
[[nodiscard]] PayView view(const PayBook& book, const PayPlans& plans, const PayRoster& roster,
                           const Calendar& calendar, int seat, const CompiledElement& element,
                           int day, const PoolWeights& weights);

/// PayView::x alone, without a new curve. A view's curve stays right until the period ends, or
/// quotas, plans, members, cancelled credit or (split by credit, average, maximum) the mates'
/// results change.
[[nodiscard]] double result_so_far(const PayBook& book, const PayPlans& plans,
                                   const PayRoster& roster, int seat,
                                   const CompiledElement& element, const PoolWeights& weights);

/// Which elements of the seat's plan have a view.
[[nodiscard]] bool has_view(const CompiledElement& element);

/// On-target earnings: what a plan pays in a year to somebody who, like every mate, brings exactly
/// the goal in each period. Whole units a year. `members`: how many divide a shared sum or compete;
/// `margin`: share of revenue that is margin.
[[nodiscard]] double target_pay(std::span<const PayElement> plan, double quota,
                                const Calendar& calendar, int members = 8, double margin = 0.7);

}  // namespace tandem
