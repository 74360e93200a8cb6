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

/// Where the running result of an element is kept: what a look at a view costs on later days.
struct Tally {
  int meter = -1, cost = -1;  ///< PayPlans::meters; cost < 0: none is taken off
  int index = 0;              ///< of the holder
  Money offset = 0;           ///< carried in, or minus what a new plan found there
  double days = 1;            ///< as CompiledElement::days
  Money base = 0;             ///< growth: taken off the meter

  /// The result so far, whole units.
  [[nodiscard]] double result(const PayBook& book) const {
    const Money sum = book.total(meter, index) + offset - base;
    return whole_units(sum - (cost >= 0 ? book.total(cost, index) : 0)) / days;
  }
  friend bool operator==(const Tally&, const Tally&) = default;
};

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
  double x = 0;                     ///< the holder's result so far, whole units: tally.result()
  Tally tally;
  double goal = 0;    ///< what 100 % is at the period's end, whole units; 0: no goal
  Curve curve;        ///< pay at the period's end if the person stays and all members do
  double share = 1;   ///< of it, where credit divides it: as credit stands
  double others = 0;  ///< ... and what the others' credit is, whole units
  bool open = true;   ///< false: growth over base weeks that are not over
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

/// Does a view's curve stay as it is until the period ends, as long as the seat's and its mates'
/// quotas, plans and presence do? False where credit itself moves the curve: hurdles, windfalls,
/// clawbacks, shares by credit, averages and bests.
[[nodiscard]] bool stays(const CompiledPlan& plan, const CompiledElement& element);

/// A contest as a competitor sees it on `day` (before that day is settled). Scores are results, or
/// attainments, as the contest says.
struct ContestView {
  Quantity quantity = Quantity::revenue;
  int meter = -1;
  int last = 0, payday = 0;  ///< as of PayView
  Tally tally;               ///< of the own result
  double per_score = 1;      ///< whole units of result that make one of score
  double minimum = 0;        ///< score below which nothing is won
  bool open = true;          ///< false: growth over base weeks that are not over
};
[[nodiscard]] ContestView contest_view(const PayBook& book, const PayPlans& plans,
                                       const PayRoster& roster, const Calendar& calendar, int seat,
                                       const CompiledElement& element, int day);

/// Which elements of the seat's plan have a view.
[[nodiscard]] bool has_view(const CompiledElement& element);

/// On-target earnings: what a plan pays in a year to somebody who, like every mate, brings exactly
/// the goal in each period. Whole units a year. `members`: how many divide a shared sum or compete;
/// `margin`: share of revenue that is margin.
[[nodiscard]] double target_pay(std::span<const PayElement> plan, double quota,
                                const Calendar& calendar, int members = 8, double margin = 0.7);

}  // namespace tandem
