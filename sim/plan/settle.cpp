// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>

#include "sim/base/check.h"
#include "sim/plan/settling.h"

// The end of a day: what falls due is paid, ended periods start anew.
namespace tandem {

namespace settling {

int pay_stop(int kind) {
  switch (kind) {
    case PayElement::salary:
    case PayElement::long_service:
      return 1;
    case PayElement::commission:
    case PayElement::bonus:
    case PayElement::pool:
    case PayElement::override_pay:
    case PayElement::spiff:
      return 2;
    case PayElement::contest:
    case PayElement::recognition:
      return 3;
    case PayElement::profit_share:
      return 4;
    case PayElement::guarantee:
      return 5;
    case PayElement::draw:
      return 6;
    case PayElement::promotion:
      return 7;
    default:
      return 0;
  }
}

bool is_incentive(int kind) {
  switch (kind) {
    case PayElement::commission:
    case PayElement::bonus:
    case PayElement::pool:
    case PayElement::override_pay:
    case PayElement::spiff:
    case PayElement::contest:
    case PayElement::profit_share:
    case PayElement::clawback:
      return true;
    default:
      return false;
  }
}

void pay_now(PayBook& book, const Firm& firm, PayLine line, std::vector<PayLine>& out) {
  const auto i = static_cast<std::size_t>(line.seat);
  if (is_incentive(line.kind)) book.incentive[i] += line.amount;
  if (line.kind != PayElement::draw) book.all_pay[i] += line.amount;

  const double exact = static_cast<double>(line.amount) * line.fx;
  const CompiledPlan& plan = plan_of(firm, line.seat);
  if (plan.exchange < 0) {
    line.local = line.amount;
  } else if (plan.elements[static_cast<std::size_t>(plan.exchange)].says.rounding ==
             PayElement::per_line) {
    line.local = rounded(exact);
  } else {
    // The lines of a pay day add up to their rounded sum: each is the step of the running sum.
    const Money before = rounded(book.exact_local[i]);
    book.exact_local[i] += exact;
    line.local = rounded(book.exact_local[i]) - before;
  }

  if (firm.plans.any_cost) {
    for (std::size_t m = 0; m < firm.plans.meters.size(); ++m) {
      const Meter& meter = firm.plans.meters[m];
      if (meter.quantity != Quantity::cost) continue;
      book.total(static_cast<int>(m), holder_index(firm.roster, meter.holder, line.seat)) +=
          line.amount;
    }
  }
  out.push_back(line);
}

void earn(PayBook& book, const Firm& firm, PayLine line, double lag, std::vector<PayLine>& out) {
  line.paid = line.earned + static_cast<int>(std::nearbyint(lag));
  if (line.paid <= line.earned) return pay_now(book, firm, line, out);
  book.waiting.push_back(line);
  book.next_payday = std::min(book.next_payday, line.paid);
}

void pay_waiting(PayBook& book, const Firm& firm, int seat, int day, std::vector<PayLine>& out) {
  if (book.waiting.empty() || (seat < 0 && day < book.next_payday)) return;
  std::size_t kept = 0;
  book.next_payday = std::numeric_limits<int>::max();
  for (std::size_t i = 0; i < book.waiting.size(); ++i) {
    PayLine line = book.waiting[i];
    if (seat < 0 ? line.paid <= day : line.seat == seat) {
      line.paid = std::min(line.paid, day);
      pay_now(book, firm, line, out);
    } else {
      book.next_payday = std::min(book.next_payday, line.paid);
      book.waiting[kept++] = line;
    }
  }
  book.waiting.resize(kept);
}

void close_payday(PayBook& book, std::span<const PayLine> lines) {
  for (const PayLine& line : lines) book.exact_local[static_cast<std::size_t>(line.seat)] = 0;
}

namespace {

void remember_paid(PayBook& book, const Firm& firm, int seat, const CompiledElement& element,
                   const Standing& s, Money paid) {
  const int index = firm.calendar.index(meter_of(firm, element.meter).period, s.first);
  const auto periods = static_cast<std::size_t>(book.periods);
  const auto ring =
      static_cast<std::size_t>(((index % book.periods) + book.periods) % book.periods);
  PaidPeriod& period = book.history[book.at(seat, element.slot) * periods + ring];
  if (period.index != index) period = {index, 0, 0, 0, 0};
  period.credit = static_cast<Money>(s.x);
  period.paid += paid;
}

}  // namespace

void settle_result(PayBook& book, const Firm& firm, int seat, const CompiledElement& element,
                   int until, std::vector<PayLine>& out) {
  const PayElement& e = element.says;
  const std::size_t cell = book.at(seat, element.slot);
  const Standing s = standing(book, firm, seat, element, until);
  const bool own = meter_of(firm, element.meter).holder == Holder::seat;
  const bool claws = plan_of(firm, seat).clawback >= 0;
  const bool ends = firm.calendar.ends(meter_of(firm, element.meter).period, until);

  Money amount = rounded(payout(e, s.terms, s.x));
  if (e.basis == PayElement::year_to_date) {
    amount -= book.paid[cell];
    if (amount < 0 && !claws) amount = 0;  // what was paid stays paid
    book.paid[cell] = ends ? 0 : book.paid[cell] + amount;
  }
  book.carried[cell] = 0;
  book.offset[cell] = e.basis == PayElement::year_to_date && !ends ? book.offset[cell] : 0;
  if (e.excess == PayElement::excess_carried) {
    book.carried[cell] = static_cast<Money>(std::floor(beyond_cap_pay(e, s.terms, s.x)));
    const double cap = e.cap > 0 ? edge_of(e, s.terms, e.cap) : 0;
    if (cap > 0 && s.x > cap) book.offset[cell] = static_cast<Money>(s.x - cap);
  }
  if (own && claws && element.weekly < 0) remember_paid(book, firm, seat, element, s, amount);
  if (amount == 0) return;
  PayLine line;
  line.seat = seat;
  line.slot = element.slot;
  line.kind = e.kind;
  line.amount = amount;
  line.earned = until;
  line.credit = s.x / 100;
  line.attainment = s.attainment;
  line.fx = exchange_rate(book, firm, seat, &element, s.first, until);
  earn(book, firm, line, e.pay_lag, out);
}

namespace {

/// Calls `settle(seat, element)` for everybody present whose plan has a due element of this kind.
template <class Due, class Settle>
void for_due(const Firm& firm, Due due, Settle settle) {
  const auto& plans = firm.plans.plans;
  for (std::size_t p = 0; p < plans.size(); ++p) {
    for (const CompiledElement& element : plans[p].elements) {
      if (due(element)) settle(static_cast<int>(p), element);
    }
  }
}

template <class Settle>
void each_seat(const PayBook& book, const Firm& firm, int plan, Settle settle) {
  for (int seat = 0; seat < book.seats; ++seat) {
    if (firm.roster.plan[static_cast<std::size_t>(seat)] == plan && present(firm.roster, seat))
      settle(seat);
  }
}

void settle_shared_or_own(PayBook& book, const Firm& firm, int plan, const CompiledElement& element,
                          int day, std::vector<PayLine>& out) {
  if (element.says.split == PayElement::each) {
    each_seat(book, firm, plan,
              [&](int seat) { settle_result(book, firm, seat, element, day, out); });
    return;
  }
  const int count = groups(book, meter_of(firm, element.meter).holder);
  for (int group = 0; group < count; ++group)
    settle_pool(book, firm, plan, element, group, day, {}, out);
}

/// A week of base weeks ends: its result is added. Behind the last one the element opens.
void learn_bases(PayBook& book, const Firm& firm, int day) {
  const int week = firm.calendar.week;
  if (!firm.plans.any_growth || !firm.calendar.ends_week(day)) return;
  const auto grows = [](const CompiledElement& element) { return element.weekly >= 0; };
  for_due(firm, grows, [&](int plan, const CompiledElement& element) {
    const Meter& meter = meter_of(firm, element.meter);
    const int first =
        firm.calendar.first_day(Period::week, meter.from) - element.says.base_weeks * week;
    each_seat(book, firm, plan, [&](int seat) {
      const std::size_t cell = book.at(seat, element.slot);
      if (!lacks_base(book, element, seat) || day + 1 - week < std::max(first, book.opened[cell]))
        return;
      const int index = holder_index(firm.roster, meter.holder, seat);
      book.base[cell] += book.total(element.weekly, index);
      if (++book.base_weeks[cell] < element.says.base_weeks) return;
      book.opened[cell] = std::max(day + 1, meter.from);
      book.offset[cell] =
          firm.calendar.ends(meter.period, day) ? 0 : -book.total(element.meter, index);
    });
  });
}

/// Meters whose period ends start again at 0.
void restart(PayBook& book, const Firm& firm, int day) {
  const auto& meters = firm.plans.meters;
  for (std::size_t m = 0; m < meters.size(); ++m) {
    if (!firm.calendar.ends(meters[m].period, day)) continue;
    const auto from = book.meter_first[m];
    const auto to =
        m + 1 < meters.size() ? book.meter_first[m + 1] : static_cast<int>(book.totals.size());
    const auto clear = [&](auto& row, auto value) {
      if (!row.empty()) std::fill(row.begin() + from, row.begin() + to, value);
    };
    clear(book.totals, Money{0});
    clear(book.removed, Money{0});
    clear(book.booked_fx, 0.0);
    clear(book.last_credit, kNobody);
  }
  for (std::size_t p = 0; p < firm.plans.plans.size(); ++p) {
    const CompiledPlan& plan = firm.plans.plans[p];
    if (plan.windfall < 0) continue;
    const auto& e = plan.elements[static_cast<std::size_t>(plan.windfall)];
    if (!firm.calendar.ends(e.per, day)) continue;
    each_seat(book, firm, static_cast<int>(p),
              [&](int seat) { book.lift[static_cast<std::size_t>(seat)] = 0; });
  }
}

}  // namespace

}  // namespace settling

void settle_day(PayBook& book, const PayPlans& plans, const PayRoster& roster,
                const Calendar& calendar, int day, std::vector<PayLine>& out) {
  using namespace settling;
  CHECK(day == book.settled + 1, "days of pay are settled one after the other");
  const Firm firm{plans, roster, calendar};
  release(book, firm, day);
  const std::size_t start = out.size();
  pay_waiting(book, firm, -1, day, out);

  std::array<bool, 5> ends{};
  bool any = false;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    ends[i] = plans.uses_period[i] && calendar.ends(static_cast<Period>(i), day);
    any = any || ends[i];
  }
  if (any) {
    const auto due = [&](int stop) {
      return [&ends, stop](const CompiledElement& e) {
        return ends[static_cast<std::size_t>(e.per)] && pay_stop(e.says.kind) == stop;
      };
    };
    for_due(firm, due(1), [&](int plan, const CompiledElement& element) {
      each_seat(book, firm, plan,
                [&](int seat) { settle_fixed(book, firm, seat, element, day, out); });
    });
    for_due(firm, due(2), [&](int plan, const CompiledElement& element) {
      settle_shared_or_own(book, firm, plan, element, day, out);
    });
    for_due(firm, due(3), [&](int plan, const CompiledElement& element) {
      const Holder among = rivals_of(element.says);
      for (int group = 0; group < groups(book, among); ++group)
        settle_contest(book, firm, plan, element, members(book, among, group), day, out);
    });
    for_due(firm, due(4), [&](int plan, const CompiledElement& element) {
      settle_shared_or_own(book, firm, plan, element, day, out);
    });
    for (const int stop : {5, 6}) {
      for_due(firm, due(stop), [&](int plan, const CompiledElement& element) {
        each_seat(book, firm, plan,
                  [&](int seat) { settle_floor(book, firm, seat, element, day, out); });
      });
    }
    for_due(firm, due(7), [&](int plan, const CompiledElement& element) {
      each_seat(book, firm, plan,
                [&](int seat) { settle_fixed(book, firm, seat, element, day, out); });
    });
    learn_bases(book, firm, day);
    restart(book, firm, day);
  }
  close_payday(book, std::span(out).subspan(start));
  book.settled = day;
}

}  // namespace tandem
