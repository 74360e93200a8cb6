// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "sim/plan/settling.h"

// Pay that does not follow the period's result: salary, long service, promotion, guarantee, draw.
namespace tandem::settling {

namespace {

using P = PayElement;

PayLine line_for(const PayBook& book, const Firm& firm, int seat, const CompiledElement& element,
                 Money amount, int first, int until) {
  PayLine line;
  line.seat = seat;
  line.slot = element.slot;
  line.kind = element.says.kind;
  line.amount = amount;
  line.earned = line.paid = until;
  line.fx = exchange_rate(book, firm, seat, nullptr, first, until);
  return line;
}

/// Moves up the ladder by the credit of the period that ends; the raise is paid with the salary.
void climb(PayBook& book, int seat, const CompiledElement& element) {
  const auto i = static_cast<std::size_t>(seat);
  book.ladder[i] += book.total(element.meter, seat) + book.offset[book.at(seat, element.slot)];
  book.offset[book.at(seat, element.slot)] = 0;
  for (const auto& [credit, raise] : element.says.levels) {
    if (book.ladder[i] >= rounded(100 * credit))
      book.raise[i] = std::max(book.raise[i], rounded(100 * raise));
  }
}

}  // namespace

void settle_fixed(PayBook& book, const Firm& firm, int seat, const CompiledElement& element,
                  int until, std::vector<PayLine>& out) {
  const P& e = element.says;
  const auto i = static_cast<std::size_t>(seat);
  const int first = firm.calendar.first_day(element.per, until);
  const int from = std::max(first, book.opened[book.at(seat, element.slot)]);
  const double part = part_of(e.prorate, firm.calendar, element.per, from, until);
  const auto pay = [&](int slot_kind, Money amount) {
    if (amount == 0) return;
    PayLine line = line_for(book, firm, seat, element, amount, first, until);
    line.kind = slot_kind;
    pay_now(book, firm, line, out);
  };
  switch (e.kind) {
    case P::salary: {
      // Year amounts in twelfths (or by whatever the calendar's periods are).
      const double periods = static_cast<double>(firm.calendar.length(element.per)) /
                             firm.calendar.length(period_of(e.per));
      pay(P::salary, rounded(100 * e.amount * periods * part));
      // A raise won by promotion comes with the first salary of the plan.
      if (plan_of(firm, seat).salary == element.slot && book.raise[i] != 0) {
        const double share =
            static_cast<double>(firm.calendar.length(element.per)) / firm.calendar.year;
        pay(P::promotion, rounded(static_cast<double>(book.raise[i]) * share * part));
      }
      break;
    }
    case P::long_service: {
      const int tenure = until - firm.roster.since[i] + 1;
      const int years = tenure / firm.calendar.year;
      if (static_cast<double>(tenure) < e.cliff) break;
      pay(P::long_service,
          rounded(100 * e.amount * std::min(static_cast<double>(years), e.most_years) * part));
      break;
    }
    case P::promotion:
      climb(book, seat, element);
      break;
    default:
      break;
  }
}

void settle_floor(PayBook& book, const Firm& firm, int seat, const CompiledElement& element,
                  int until, std::vector<PayLine>& out) {
  const P& e = element.says;
  const auto i = static_cast<std::size_t>(seat);
  const std::size_t cell = book.at(seat, element.slot);
  const int first = firm.calendar.first_day(element.per, until);
  const int from = std::max(first, book.opened[cell]);
  const int tenure = until - firm.roster.since[i] + 1;
  const bool granted = e.lasts == 0 || static_cast<double>(tenure) <= e.lasts;
  const Money floor =
      rounded(100 * e.amount * part_of(e.prorate, firm.calendar, element.per, from, until));
  const bool all = e.kind == P::guarantee && e.covers == P::all_pay;
  const Money earned = (all ? book.all_pay[i] : book.incentive[i]) - book.paid[cell];
  const auto pay = [&](Money amount) {
    if (amount == 0) return;
    PayLine line = line_for(book, firm, seat, element, amount, first, until);
    line.credit = static_cast<double>(earned) / 100;
    pay_now(book, firm, line, out);
  };

  if (e.kind == P::guarantee) {
    if (granted) pay(std::max<Money>(0, floor - earned));
  } else {
    const bool whole = e.advance == P::full;
    if (granted) {
      const Money advance = whole ? floor : std::max<Money>(0, floor - earned);
      pay(advance);
      if (e.recoverable) {
        book.draw_balance[i] += advance;
        book.drawn += advance;
      }
    }
    // Taken back from the period's incentive pay; where only the shortfall is advanced, from what
    // exceeds the draw, so that the draw itself stays whole.
    const Money cheque = std::max<Money>(0, whole || !granted ? earned : earned - floor);
    const Money back =
        std::min(book.draw_balance[i], rounded(e.recovery * static_cast<double>(cheque)));
    if (back > 0) {
      pay(-back);
      book.draw_balance[i] -= back;
      book.recovered += back;
    }
  }
  book.paid[cell] = all ? book.all_pay[i] : book.incentive[i];
}

}  // namespace tandem::settling
