// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "sim/plan/groups.h"
#include "sim/plan/pay_book.h"
#include "sim/plan/payout.h"

// What the stops of settling share. Private to sim/plan.
namespace tandem::settling {

/// What never changes while pay is settled.
struct Firm {
  const PayPlans& plans;
  const PayRoster& roster;
  const Calendar& calendar;
};

/// Where a person stands with an element on a day.
struct Standing {
  double x = 0;           ///< result, cents
  Money base = 0;         ///< growth: taken off the meter
  double attainment = 0;  ///< 0 where there is no goal
  int first = 0;          ///< first day of the period (of the year for a year to date)
  PayTerms terms;
};

[[nodiscard]] inline bool present(const PayRoster& roster, int seat) {
  return roster.since[static_cast<std::size_t>(seat)] != kNobody;
}
[[nodiscard]] inline const CompiledPlan& plan_of(const Firm& firm, int seat) {
  return firm.plans
      .plans[static_cast<std::size_t>(firm.roster.plan[static_cast<std::size_t>(seat)])];
}
[[nodiscard]] inline const Meter& meter_of(const Firm& firm, int meter) {
  return firm.plans.meters[static_cast<std::size_t>(meter)];
}

/// Share of periods of kind `per` that the days from..until make.
[[nodiscard]] double part_of(int prorate, const Calendar& calendar, Period per, int from,
                             int until);

/// The standing at the end of day `until`, as if the period ended there.
[[nodiscard]] Standing standing(const PayBook& book, const Firm& firm, int seat,
                                const CompiledElement& element, int until);

/// The members' average or best result and the goal that goes with it, in cents, over days
/// first..until.
struct Gathered {
  double x = 0, goal = 0;
};
[[nodiscard]] Gathered gather(const PayBook& book, const Firm& firm, int seat,
                              const CompiledElement& element, int until);

/// Growth: is the seat's base not yet known?
[[nodiscard]] inline bool lacks_base(const PayBook& book, const CompiledElement& element,
                                     int seat) {
  return element.weekly >= 0 &&
         book.base_weeks[book.at(seat, element.slot)] < element.says.base_weeks;
}

/// One member's own result and goal for a shared element.
[[nodiscard]] Gathered member_result(const PayBook& book, const Firm& firm, int seat,
                                     const CompiledElement& element, int until);

/// The weight of a member in a divided sum.
[[nodiscard]] Money pool_weight(const PayBook& book, const Firm& firm, int seat,
                                const CompiledElement& element, int until);

/// The yearly salary of a seat's person in cents, raises included.
[[nodiscard]] Money yearly_salary(const PayBook& book, const Firm& firm, int seat);

/// Splits `total` by integer weights to the cent: largest remainder, ties to the lower index; all
/// weights zero: equal parts. Uses the book's room only. Result in book.parts.
void share_out(PayBook& book, Money total, std::span<const Money> weights);

/// Units of the person's currency for one of the firm's, for pay earned over first..until.
[[nodiscard]] double exchange_rate(const PayBook& book, const Firm& firm, int seat,
                                   const CompiledElement* element, int first, int until);

/// Enters a line: at once or, with a pay lag, among the waiting ones.
void earn(PayBook& book, const Firm& firm, PayLine line, double lag, std::vector<PayLine>& out);
/// Pays a line now: totals, cost, currency.
void pay_now(PayBook& book, const Firm& firm, PayLine line, std::vector<PayLine>& out);

/// When on a pay day a kind is settled: 1 fixed pay, 2 results, 3 ranks, 4 profit, 5 guarantee, 6
/// draw, 7 promotion; 0 never.
[[nodiscard]] int pay_stop(int kind);

/// Is the kind pay for performance (drawn against, recovered from)?
[[nodiscard]] bool is_incentive(int kind);

/// Settles one seat's own element up to `until` and starts its next period.
void settle_result(PayBook& book, const Firm& firm, int seat, const CompiledElement& element,
                   int until, std::vector<PayLine>& out);
/// Settles a shared sum of a group among its members on `plan`; only lines of seats for which
/// `paid` holds.
void settle_pool(PayBook& book, const Firm& firm, int plan, const CompiledElement& element,
                 int group, int until, std::span<const int> only, std::vector<PayLine>& out);
/// Ranks the group's members on `plan` and pays prizes or praise.
void settle_contest(PayBook& book, const Firm& firm, int plan, const CompiledElement& element,
                    std::span<const int> group, int day, std::vector<PayLine>& out);
/// Salary, long service and promotion.
void settle_fixed(PayBook& book, const Firm& firm, int seat, const CompiledElement& element,
                  int until, std::vector<PayLine>& out);
/// Guarantee and draw, after all other pay of the day.
void settle_floor(PayBook& book, const Firm& firm, int seat, const CompiledElement& element,
                  int until, std::vector<PayLine>& out);

/// What a line adds to a meter: for the seat itself after windfall rules, for groups as booked.
[[nodiscard]] Money value_of(const Meter& meter, const BookedLine& line);
/// Does the person whom the line credits still sit there?
[[nodiscard]] bool holds(const PayBook& book, const Firm& firm, const BookedLine& line);
/// Adds a line to meter m, or takes it off again (sign -1).
void enter(PayBook& book, const Firm& firm, std::size_t m, const BookedLine& line, int sign);
/// A new line: windfall rules, then every meter that counts it at once.
void book_now(PayBook& book, const Firm& firm, BookedLine& line);
/// Lagged credit and reviewed windfalls that fall due by the end of `day`.
void release(PayBook& book, const Firm& firm, int day);

/// Pays every waiting line of a seat (or of all, seat < 0) that is due by `day`.
void pay_waiting(PayBook& book, const Firm& firm, int seat, int day, std::vector<PayLine>& out);

/// Ends a day's rounding of totals.
void close_payday(PayBook& book, std::span<const PayLine> lines);

}  // namespace tandem::settling
