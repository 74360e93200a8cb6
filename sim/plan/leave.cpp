// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "sim/base/check.h"
#include "sim/plan/settling.h"

// The end of a person's time in a seat, or of a plan.
namespace tandem {

namespace {

using settling::Firm;

/// Settles an element that ends within its period. Shared sums are settled by the caller.
void close_element(PayBook& book, const Firm& firm, int seat, const CompiledElement& element,
                   int until, std::vector<PayLine>& out) {
  switch (settling::pay_stop(element.says.kind)) {
    case 1:
    case 7:
      settling::settle_fixed(book, firm, seat, element, until, out);
      break;
    case 2:
    case 4:
      if (element.says.split == PayElement::each)
        settling::settle_result(book, firm, seat, element, until, out);
      break;
    case 5:
    case 6:
      settling::settle_floor(book, firm, seat, element, until, out);
      break;
    default:
      break;
  }
}

/// Has the element's running period just been settled on `day`, with nothing left open?
bool just_settled(const PayBook& book, const Firm& firm, const CompiledElement& element, int day) {
  return book.settled >= day && firm.calendar.ends(element.per, day);
}

void repay_draw(PayBook& book, const Firm& firm, int seat, int day, std::vector<PayLine>& out) {
  const auto i = static_cast<std::size_t>(seat);
  const CompiledPlan& plan = settling::plan_of(firm, seat);
  Money balance = book.draw_balance[i];
  if (balance == 0) return;
  Money back = 0;
  if (plan.draw >= 0) {
    const CompiledElement& element = plan.elements[static_cast<std::size_t>(plan.draw)];
    const Money cheque =
        std::max<Money>(0, book.incentive[i] - book.paid[book.at(seat, element.slot)]);
    back = element.says.on_exit == PayElement::owed
               ? balance
               : std::min(balance, rounded(element.says.recovery * static_cast<double>(cheque)));
  }
  if (back != 0) {
    PayLine line;
    line.seat = seat;
    line.slot = plan.draw;
    line.kind = PayElement::draw;
    line.amount = -back;
    line.earned = line.paid = day;
    line.fx = settling::exchange_rate(book, firm, seat, nullptr, day, day);
    settling::pay_now(book, firm, line, out);
  }
  book.recovered += back;
  book.forgiven += balance - back;
  book.draw_balance[i] = 0;
}

}  // namespace

void leave(PayBook& book, const PayPlans& plans, const PayRoster& roster, const Calendar& calendar,
           int seat, int day, std::vector<PayLine>& out) {
  const Firm firm{plans, roster, calendar};
  const auto i = static_cast<std::size_t>(seat);
  CHECK(settling::present(roster, seat), "nobody is there to leave");
  const std::size_t start = out.size();
  const CompiledPlan& plan = settling::plan_of(firm, seat);
  settling::pay_waiting(book, firm, seat, day, out);
  for (const CompiledElement& element : plan.elements) {
    const int stop = settling::pay_stop(element.says.kind);
    if ((stop != 1 && stop != 2) || just_settled(book, firm, element, day)) continue;
    if (element.meter < 0 || settling::meter_of(firm, element.meter).holder == Holder::seat)
      close_element(book, firm, seat, element, day, out);
  }
  settling::pay_waiting(book, firm, seat, day, out);
  for (const CompiledElement& element : plan.elements) {
    if (element.says.kind == PayElement::guarantee && !just_settled(book, firm, element, day))
      close_element(book, firm, seat, element, day, out);
  }
  repay_draw(book, firm, seat, day, out);
  settling::close_payday(book, std::span(out).subspan(start));

  // Nothing of the person stays for the next one.
  for (std::size_t m = 0; m < plans.meters.size(); ++m) {
    if (plans.meters[m].holder != Holder::seat) continue;
    const auto place = static_cast<std::size_t>(book.meter_first[m] + seat);
    book.totals[place] = 0;
    if (!book.removed.empty()) book.removed[place] = 0;
    if (!book.booked_fx.empty()) book.booked_fx[place] = 0;
    book.last_credit[place] = kNobody;
  }
  for (int slot = 0; slot < book.slots; ++slot) {
    const std::size_t cell = book.at(seat, slot);
    book.offset[cell] = book.paid[cell] = book.carried[cell] = 0;
    book.opened[cell] = kNobody;
    if (!book.base.empty()) book.base[cell] = book.base_weeks[cell] = 0;
    for (int k = 0; k < book.periods; ++k) {
      book.history[cell * static_cast<std::size_t>(book.periods) + static_cast<std::size_t>(k)] =
          {};
    }
  }
  for (auto* row : {&book.incentive, &book.all_pay, &book.ladder, &book.raise, &book.lift})
    (*row)[i] = 0;
  ++book.person[i];
}

namespace {

/// Place in the new plan of an element that goes on unchanged, or -1.
int same_element(const CompiledPlan& plan, const PayElement& says) {
  for (const CompiledElement& element : plan.elements) {
    if (element.says == says) return element.slot;
  }
  return -1;
}

/// What the book keeps of one seat and element.
struct Cell {
  Money offset = 0, paid = 0, carried = 0;
  int opened = kNobody;
  Money base = 0;
  int base_weeks = 0;
  std::vector<PaidPeriod> history;
};

Cell read_cell(const PayBook& book, int seat, int slot) {
  const std::size_t cell = book.at(seat, slot);
  const auto periods = static_cast<std::ptrdiff_t>(book.periods);
  const auto from = book.history.begin() + static_cast<std::ptrdiff_t>(cell) * periods;
  const bool grows = !book.base.empty();
  return {book.offset[cell],
          book.paid[cell],
          book.carried[cell],
          book.opened[cell],
          grows ? book.base[cell] : 0,
          grows ? book.base_weeks[cell] : 0,
          std::vector<PaidPeriod>(from, from + periods)};
}

void write_cell(PayBook& book, int seat, int slot, const Cell& value) {
  const std::size_t cell = book.at(seat, slot);
  book.offset[cell] = value.offset;
  book.paid[cell] = value.paid;
  book.carried[cell] = value.carried;
  book.opened[cell] = value.opened;
  if (!book.base.empty()) {
    book.base[cell] = value.base;
    book.base_weeks[cell] = value.base_weeks;
  }
  std::copy(value.history.begin(), value.history.end(),
            book.history.begin() + static_cast<std::ptrdiff_t>(cell) * book.periods);
}

/// A new element counts from `day`: what the meters show already is taken off.
Cell fresh_cell(const PayBook& book, const Firm& firm, int seat, const CompiledElement& element,
                int day) {
  Cell cell;
  cell.opened = day;
  cell.history.resize(static_cast<std::size_t>(book.periods));
  if (element.meter >= 0) {
    const Meter& meter = settling::meter_of(firm, element.meter);
    const int index = settling::holder_index(firm.roster, meter.holder, seat);
    cell.offset = -book.total(element.meter, index);
    if (element.cost >= 0) cell.offset += book.total(element.cost, index);
  }
  const auto i = static_cast<std::size_t>(seat);
  if (element.says.kind == PayElement::draw) cell.paid = book.incentive[i];
  if (element.says.kind == PayElement::guarantee)
    cell.paid = element.says.covers == PayElement::all_pay ? book.all_pay[i] : book.incentive[i];
  return cell;
}

}  // namespace

void change_plan(PayBook& book, const PayPlans& plans, const PayRoster& roster,
                 const Calendar& calendar, std::span<const int> seats, int to, int day,
                 std::vector<PayLine>& out) {
  const Firm firm{plans, roster, calendar};
  const int until = day - 1;
  CHECK(book.settled == until, "plans change between two days");
  const std::size_t start = out.size();
  const CompiledPlan& next = plans.plans[static_cast<std::size_t>(to)];

  for (std::size_t p = 0; p < plans.plans.size(); ++p) {
    for (const CompiledElement& element : plans.plans[p].elements) {
      const int stop = settling::pay_stop(element.says.kind);
      if (stop == 0 || same_element(next, element.says) >= 0 ||
          just_settled(book, firm, element, until))
        continue;
      std::vector<int> leaving;
      for (const int seat : seats) {
        if (roster.plan[static_cast<std::size_t>(seat)] == static_cast<int>(p) &&
            settling::present(roster, seat))
          leaving.push_back(seat);
      }
      if (leaving.empty()) continue;
      if ((stop == 2 || stop == 4) && element.says.split != PayElement::each) {
        const Holder holder = settling::meter_of(firm, element.meter).holder;
        for (int group = 0; group < settling::groups(book, holder); ++group) {
          settling::settle_pool(book, firm, static_cast<int>(p), element, group, until, leaving,
                                out);
        }
        continue;
      }
      for (const int seat : leaving) close_element(book, firm, seat, element, until, out);
    }
  }
  settling::close_payday(book, std::span(out).subspan(start));

  for (const int seat : seats) {
    if (!settling::present(roster, seat)) continue;
    const CompiledPlan& old = settling::plan_of(firm, seat);
    std::vector<Cell> cells(next.elements.size());
    for (const CompiledElement& element : next.elements) {
      const int before = same_element(old, element.says);
      cells[static_cast<std::size_t>(element.slot)] =
          before >= 0 ? read_cell(book, seat, before) : fresh_cell(book, firm, seat, element, day);
    }
    for (const CompiledElement& element : next.elements)
      write_cell(book, seat, element.slot, cells[static_cast<std::size_t>(element.slot)]);
  }
}

}  // namespace tandem
