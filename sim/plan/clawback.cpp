// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "sim/plan/settling.h"

// Cancelled deals: struck out of the running period, clawed back from earlier ones.
namespace tandem {

namespace {

using settling::Firm;

/// What was paid on `value` of credit in the period with this index, at the average rate of that
/// period. Repeated calls take back the whole pay to the cent, never more.
Money at_original_rate(PaidPeriod& period, Money value) {
  const Money left = period.credit - period.reversed_credit;
  if (left <= 0 || period.paid <= 0 || value <= 0) return 0;
  period.reversed_credit += std::min(left, value);
  const Money target =
      rounded(static_cast<double>(period.paid) * static_cast<double>(period.reversed_credit) /
              static_cast<double>(period.credit));
  const Money back = target - period.reversed_paid;
  period.reversed_paid = target;
  return back;
}

Money taken_back(PayBook& book, const Firm& firm, const CompiledElement& element, int rate,
                 int seat, Money value, int index) {
  const Meter& meter = settling::meter_of(firm, element.meter);
  if (rate == PayElement::original) {
    const auto periods = static_cast<std::size_t>(book.periods);
    const auto ring =
        static_cast<std::size_t>(((index % book.periods) + book.periods) % book.periods);
    PaidPeriod& period = book.history[book.at(seat, element.slot) * periods + ring];
    return period.index == index ? at_original_rate(period, value) : 0;
  }
  const int end = firm.calendar.last_day(meter.period, book.settled + 1);
  const settling::Standing s = settling::standing(book, firm, seat, element, end);
  return std::max<Money>(0,
                         rounded(payout(element.says, s.terms, s.x + static_cast<double>(value)) -
                                 payout(element.says, s.terms, s.x)));
}

/// Takes one line back on `day`; `b.due` tells a windfall's reviewed part, which is credited by
/// itself.
void take_back(PayBook& book, const Firm& firm, const BookedLine& b, int day,
               std::vector<PayLine>& out) {
  const CompiledPlan& plan = settling::plan_of(firm, b.line.seat);
  const CompiledElement& claw = plan.elements[static_cast<std::size_t>(plan.clawback)];
  const int running = book.settled + 1;
  const auto credited = [&](const Meter& meter) {
    return b.seat_only ? b.due : b.line.day + meter.after;
  };
  const auto counted = [&](const Meter& meter) {
    const int on = credited(meter);
    return meter.counts(b.line.topic, b.line.product, b.line.day) &&
           (on < running || (!b.seat_only && meter.after == 0));
  };
  const auto still_open = [&](const Meter& meter) {
    return firm.calendar.index(meter.period, credited(meter)) ==
           firm.calendar.index(meter.period, running);
  };

  // Pay first, while the running period still stands as it did when the customer cancelled.
  for (const CompiledElement& element : plan.elements) {
    const int kind = element.says.kind;
    if ((kind != PayElement::commission && kind != PayElement::spiff) || element.weekly >= 0)
      continue;
    const Meter& meter = settling::meter_of(firm, element.meter);
    if (meter.holder != Holder::seat || !counted(meter) || still_open(meter)) continue;
    const int index = firm.calendar.index(meter.period, credited(meter));
    const Money back = taken_back(book, firm, element, claw.says.claw_rate, b.line.seat,
                                  settling::value_of(meter, b), index);
    if (back == 0) continue;
    PayLine line;
    line.seat = b.line.seat;
    line.slot = element.slot;
    line.kind = PayElement::clawback;
    line.amount = -back;
    line.earned = line.paid = day;
    line.credit = -static_cast<double>(settling::value_of(meter, b)) / 100;
    line.fx = settling::exchange_rate(book, firm, b.line.seat, nullptr, day, day);
    settling::pay_now(book, firm, line, out);
  }

  for (std::size_t m = 0; m < firm.plans.meters.size(); ++m) {
    const Meter& meter = firm.plans.meters[m];
    if (!counted(meter)) continue;
    if (still_open(meter)) {
      settling::enter(book, firm, m, b, -1);
    } else if (claw.says.removes_credit && meter.holder == Holder::seat) {
      book.removed[static_cast<std::size_t>(book.meter_first[m] + b.line.seat)] +=
          settling::value_of(meter, b);
    }
  }
}

}  // namespace

void cancel(PayBook& book, const PayPlans& plans, const PayRoster& roster, const Calendar& calendar,
            std::uint64_t deal, int booked, int day, std::vector<PayLine>& out) {
  if (plans.claw_window < 0) return;
  const Firm firm{plans, roster, calendar};
  const std::size_t start = out.size();
  auto& lines = book.memory.items;
  const auto first =
      std::lower_bound(lines.begin() + static_cast<std::ptrdiff_t>(book.memory.head), lines.end(),
                       booked, [](const BookedLine& b, int at) { return b.line.day < at; });
  for (auto b = first; b != lines.end() && b->line.day == booked; ++b) {
    if (b->line.deal != deal || b->cancelled) continue;
    const int slot = settling::plan_of(firm, b->line.seat).clawback;
    if (slot < 0 || !settling::holds(book, firm, *b)) continue;
    const CompiledPlan& plan = settling::plan_of(firm, b->line.seat);
    const PayElement& claw = plan.elements[static_cast<std::size_t>(slot)].says;
    if (day - booked > static_cast<int>(std::nearbyint(claw.window))) continue;
    b->cancelled = true;

    take_back(book, firm, *b, day, out);
    if (b->reviewed != 0 && b->review_due <= book.settled) {
      BookedLine review = *b;
      review.counted = b->reviewed;
      review.seat_only = true;
      review.due = b->review_due;
      take_back(book, firm, review, day, out);
    }
    if (b->lift != 0 && plan.windfall >= 0) {
      const auto per = plan.elements[static_cast<std::size_t>(plan.windfall)].per;
      if (calendar.index(per, booked) == calendar.index(per, book.settled + 1))
        book.lift[static_cast<std::size_t>(b->line.seat)] -= b->lift;
    }
    const auto strike = [&](BookedLine& waiting) {
      if (waiting.line.deal == deal && waiting.line.day == booked &&
          waiting.line.seat == b->line.seat)
        waiting.cancelled = true;
    };
    for (auto& queue : book.deferred) {
      for (std::size_t i = queue.head; i < queue.items.size(); ++i) strike(queue.items[i]);
    }
    for (BookedLine& review : book.reviews) strike(review);
  }
  settling::close_payday(book, std::span(out).subspan(start));
}

}  // namespace tandem
