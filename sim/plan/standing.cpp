// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "sim/plan/quota.h"
#include "sim/plan/settling.h"

// Where somebody stands: result, goal, part of the period, hurdle.
namespace tandem::settling {

namespace {

using P = PayElement;

Money yearly_quota(const PayBook& book, const PayRoster& roster, Holder holder, int index) {
  const auto i = static_cast<std::size_t>(index);
  switch (holder) {
    case Holder::seat:
      return roster.quota[i];
    case Holder::group:
      return book.group_quota[i];
    case Holder::team:
      return book.team_quota[i];
    case Holder::territory:
      return book.territory_quota[i];
    case Holder::reports:
      return book.reports_quota[i];
    case Holder::firm:
      return book.firm_quota;
  }
  return 0;
}

/// Parts of periods that the days from..until make, and the same for the whole stretch
/// first..until.
struct Stretch {
  int first, from, until;
  Period per;
  double part, whole;
};

/// What is asked over a stretch, in cents: the element's own goal, or the holder's quota.
double goal_of(const PayBook& book, const Firm& firm, double own_goal, int measure, Holder holder,
               int index, const Stretch& s) {
  if (own_goal > 0) return std::nearbyint(100 * own_goal * s.part);
  if (quantity_of(measure) != Quantity::revenue) return 0;
  const QuotaSpec& spec = firm.plans.quota;
  double goal = static_cast<double>(yearly_quota(book, firm.roster, holder, index)) *
                season_share(spec, firm.calendar, s.first, s.until) / s.whole;
  if (holder != Holder::seat) return std::nearbyint(goal * s.part);
  const auto i = static_cast<std::size_t>(index);
  if (!spec.ramp.empty())
    goal *= ramp_share(spec, firm.calendar, firm.roster.since[i], s.from, s.until);
  goal *= spec.prorate ? s.part : part_of(P::none, firm.calendar, s.per, s.from, s.until);
  return std::nearbyint(goal) + static_cast<double>(book.lift[i]);
}

Stretch stretch(const Firm& firm, const P& e, Period per, int first, int from, int until) {
  const double whole =
      static_cast<double>(until - first + 1) / static_cast<double>(firm.calendar.length(per));
  return {first, from, until, per, part_of(e.prorate, firm.calendar, per, from, until), whole};
}

}  // namespace

int holder_index(const PayRoster& roster, Holder holder, int seat) {
  const auto i = static_cast<std::size_t>(seat);
  switch (holder) {
    case Holder::group:
      return roster.group[i];
    case Holder::team:
      return roster.team[i];
    case Holder::territory:
      return roster.territory[i];
    case Holder::firm:
      return 0;
    default:
      return seat;
  }
}

int groups(const PayBook& book, Holder holder) {
  return holder == Holder::group       ? book.seats
         : holder == Holder::team      ? book.teams
         : holder == Holder::territory ? book.territories
                                       : 1;
}

Holder rivals_of(const PayElement& e) {
  return e.among == PayElement::in_team        ? Holder::team
         : e.among == PayElement::in_territory ? Holder::territory
                                               : Holder::firm;
}

std::span<const int> members(const PayBook& book, Holder holder, int index) {
  const auto i = static_cast<std::size_t>(index);
  const auto cut = [i](const std::vector<int>& first, const std::vector<int>& all) {
    return std::span(all).subspan(static_cast<std::size_t>(first[i]),
                                  static_cast<std::size_t>(first[i + 1] - first[i]));
  };
  if (holder == Holder::group) return cut(book.group_first, book.group_members);
  if (holder == Holder::team) return cut(book.team_first, book.team_members);
  if (holder == Holder::territory) return cut(book.territory_first, book.territory_members);
  return book.team_members;
}

double part_of(int prorate, const Calendar& calendar, Period per, int from, int until) {
  if (until < from) return 0;
  const int length = calendar.length(per);
  if (prorate == P::none)
    return static_cast<double>(calendar.index(per, until) - calendar.index(per, from) + 1);
  if (prorate == P::by_days || length < calendar.month)
    return static_cast<double>(until - from + 1) / length;
  int months = 0;
  for (int first = calendar.first_day(Period::month, from); first <= until;
       first += calendar.month) {
    const int worked = std::min(until, first + calendar.month - 1) - std::max(from, first) + 1;
    months += 2 * worked > calendar.month ? 1 : 0;
  }
  return static_cast<double>(months) * calendar.month / length;
}

Gathered member_result(const PayBook& book, const Firm& firm, int seat,
                       const CompiledElement& element, int until) {
  const P& e = element.says;
  const Meter& meter = meter_of(firm, element.own);
  const int first = firm.calendar.first_day(meter.period, until);
  const int from = std::max(first, firm.roster.since[static_cast<std::size_t>(seat)]);
  const Stretch s = stretch(firm, e, element.per, first, from, until);
  return {static_cast<double>(book.total(element.own, seat)) / element.days,
          goal_of(book, firm, e.goal, e.measure, Holder::seat, seat, s)};
}

Gathered gather(const PayBook& book, const Firm& firm, int seat, const CompiledElement& element,
                int until) {
  const P& e = element.says;
  const Holder holder = meter_of(firm, element.meter).holder;
  const auto group = members(book, holder, holder_index(firm.roster, holder, seat));
  double sum = 0, best = 0, goals = 0;
  int count = 0;
  for (const int member : group) {
    if (!present(firm.roster, member)) continue;
    const Gathered one = member_result(book, firm, member, element, until);
    const double value = e.unit == P::attainment ? (one.goal > 0 ? one.x / one.goal : 0) : one.x;
    sum += value;
    best = count == 0 ? value : std::max(best, value);
    goals += one.goal;
    ++count;
  }
  if (count == 0) return {};
  const double goal = std::nearbyint(goals / count);
  const double value = e.gathered == P::average ? sum / count : best;
  return {e.unit == P::attainment ? value * goal : value, goal};
}

Standing standing(const PayBook& book, const Firm& firm, int seat, const CompiledElement& element,
                  int until) {
  const P& e = element.says;
  const Meter& meter = meter_of(firm, element.meter);
  const int index = holder_index(firm.roster, meter.holder, seat);
  const std::size_t cell = book.at(seat, element.slot);
  const int since = firm.roster.since[static_cast<std::size_t>(seat)];

  Standing out;
  out.first = firm.calendar.first_day(meter.period, until);
  const int from = std::max(out.first, book.opened[cell]);
  const bool own = meter.holder == Holder::seat;
  // Shared results count from the period's start even for a newcomer, who gets a part of the pay;
  // after a change of plan both result and goal start anew.
  const int counts_from = own || book.opened[cell] > since ? from : out.first;
  const Stretch mine = stretch(firm, e, element.per, out.first, from, until);
  const Stretch all = stretch(firm, e, element.per, out.first, counts_from, until);

  out.terms.part = all.part;
  out.terms.share = own || !(all.part > 0) ? 1 : mine.part / all.part;
  out.terms.goal = goal_of(book, firm, e.goal, e.measure, meter.holder, index, all);
  Money x = book.total(element.meter, index) + book.offset[cell];
  if (element.cost >= 0) x -= book.total(element.cost, index);
  if (element.weekly >= 0) {  // 100 % is what the base weeks promise for the days that count
    const double weeks =
        static_cast<double>(firm.calendar.length(element.per)) / firm.calendar.week * all.part;
    if (!lacks_base(book, element, seat))
      out.base = rounded(static_cast<double>(book.base[cell]) / e.base_weeks * weeks);
    else
      x = 0;  // nothing is known to have grown
    out.terms.goal = static_cast<double>(out.base) / element.days;
    x -= out.base;
  }
  out.x = static_cast<double>(x) / element.days;
  if (e.gathered != P::total) {
    const Gathered gathered = gather(book, firm, seat, element, until);
    out.x = gathered.x;
    out.terms.goal = gathered.goal;
  }
  if (own && !book.removed.empty()) {
    out.terms.removed = static_cast<double>(book.removed[static_cast<std::size_t>(
        book.meter_first[static_cast<std::size_t>(element.meter)] + index)]);
  }
  out.terms.carried = static_cast<double>(book.carried[cell]);
  if (element.hurdle >= 0) {
    const Meter& hurdle = meter_of(firm, element.hurdle);
    const int other = holder_index(firm.roster, hurdle.holder, seat);
    const Stretch& s = hurdle.holder == Holder::seat ? mine : all;
    const double goal =
        goal_of(book, firm, e.hurdle_goal, e.hurdle_measure, hurdle.holder, other, s);
    const double reached =
        static_cast<double>(book.total(element.hurdle, other)) / element.hurdle_days;
    if (!(goal > 0) || reached < std::nearbyint(e.hurdle_at * goal))
      out.terms.hurdle = e.hurdle_factor;
  }
  if (out.terms.goal > 0) out.attainment = (out.x - out.terms.removed) / out.terms.goal;
  return out;
}

Money yearly_salary(const PayBook& book, const Firm& firm, int seat) {
  Money sum = book.raise[static_cast<std::size_t>(seat)];
  for (const CompiledElement& element : plan_of(firm, seat).elements) {
    if (element.says.kind != P::salary) continue;
    const int length = firm.calendar.length(period_of(element.says.per));
    sum += rounded(100 * element.says.amount * firm.calendar.year / length);
  }
  return sum;
}

Money pool_weight(const PayBook& book, const Firm& firm, int seat, const CompiledElement& element,
                  int until) {
  const P& e = element.says;
  if (e.split == P::by_credit) return std::max<Money>(0, book.total(element.own, seat));
  const int first = firm.calendar.first_day(meter_of(firm, element.meter).period, until);
  const int from = std::max(first, book.opened[book.at(seat, element.slot)]);
  // Parts of periods in days, so that weights are whole numbers.
  const double part = part_of(e.prorate, firm.calendar, element.per, from, until);
  const Money days = static_cast<Money>(std::nearbyint(part * firm.calendar.length(element.per)));
  return e.split == P::equal ? days : days * yearly_salary(book, firm, seat);
}

}  // namespace tandem::settling
