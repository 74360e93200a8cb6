// SPDX-License-Identifier: Apache-2.0
#include "sim/plan/pay_book.h"

#include <algorithm>
#include <cmath>

#include "sim/base/check.h"
#include "sim/plan/quota.h"
#include "sim/plan/settling.h"

namespace tandem {

namespace {

/// Lists the members of each group one after the other.
void list_members(std::span<const int> group, int groups, std::vector<int>& first,
                  std::vector<int>& members) {
  first.assign(static_cast<std::size_t>(groups) + 1, 0);
  members.resize(group.size());
  for (const int g : group) ++first[static_cast<std::size_t>(g) + 1];
  for (std::size_t g = 1; g < first.size(); ++g) first[g] += first[g - 1];
  for (std::size_t i = group.size(); i-- > 0;) {
    members[static_cast<std::size_t>(--first[static_cast<std::size_t>(group[i]) + 1])] =
        static_cast<int>(i);
  }
  // The starts have moved one place to the right: bring them back.
  for (std::size_t g = 0; g + 1 < first.size(); ++g) first[g] = first[g + 1];
  first.back() = static_cast<int>(group.size());
}

int holders(const PayBook& book, Holder holder) {
  switch (holder) {
    case Holder::seat:
    case Holder::group:
    case Holder::reports:
      return book.seats;
    case Holder::team:
      return book.teams;
    case Holder::territory:
      return book.territories;
    case Holder::firm:
      return 1;
  }
  return 1;
}

int count_of(std::span<const int> group) {
  return group.empty() ? 0 : 1 + *std::max_element(group.begin(), group.end());
}

}  // namespace

PayBook make_book(const PayPlans& plans, const PayRoster& roster, int day) {
  PayBook book;
  book.seats = static_cast<int>(roster.team.size());
  book.teams = count_of(roster.team);
  book.territories = count_of(roster.territory);
  book.slots = std::max(1, plans.most_elements);
  book.periods = plans.claw_window >= 0 ? plans.most_periods : 0;
  book.settled = day - 1;

  int place = 0;
  for (const Meter& meter : plans.meters) {
    book.meter_first.push_back(place);
    place += holders(book, meter.holder);
  }
  const auto places = static_cast<std::size_t>(place);
  book.totals.assign(places, 0);
  book.last_credit.assign(places, kNobody);
  book.removed.assign(plans.claw_window >= 0 ? places : 0, 0);
  book.booked_fx.assign(plans.fx_by_booking ? places : 0, 0);

  const auto seats = static_cast<std::size_t>(book.seats);
  const auto cells = seats * static_cast<std::size_t>(book.slots);
  for (auto* row : {&book.offset, &book.paid, &book.carried}) row->assign(cells, 0);
  book.opened.assign(cells, kNobody);
  book.base.assign(plans.any_growth ? cells : 0, 0);
  book.base_weeks.assign(book.base.size(), 0);
  book.history.assign(cells * static_cast<std::size_t>(book.periods), {});
  for (auto* row :
       {&book.incentive, &book.all_pay, &book.draw_balance, &book.ladder, &book.raise, &book.lift})
    row->assign(seats, 0);
  book.person.assign(seats, 0);
  book.deferred.resize(plans.lags.size());
  book.weights.reserve(seats);
  book.parts.reserve(seats);
  book.order.reserve(seats);
  book.remainders.reserve(seats);
  book.scores.reserve(seats);
  book.exact_local.assign(seats, 0);

  regroup(book, roster);
  for (int seat = 0; seat < book.seats; ++seat) {
    const int since = roster.since[static_cast<std::size_t>(seat)];
    if (since != kNobody) join(book, plans, roster, seat, since);
  }
  return book;
}

void regroup(PayBook& book, const PayRoster& roster) {
  const auto seats = roster.team.size();
  CHECK(seats == static_cast<std::size_t>(book.seats), "a roster of another firm");
  list_members(roster.team, book.teams, book.team_first, book.team_members);
  list_members(roster.territory, book.territories, book.territory_first, book.territory_members);
  list_members(roster.group, roster.group.empty() ? 0 : book.seats, book.group_first,
               book.group_members);
  book.group_quota.assign(roster.group.size(), 0);
  book.team_quota.assign(static_cast<std::size_t>(book.teams), 0);
  book.territory_quota.assign(static_cast<std::size_t>(book.territories), 0);
  book.reports_quota.assign(seats, 0);
  book.firm_quota = 0;
  for (std::size_t i = 0; i < seats; ++i) {
    book.team_quota[static_cast<std::size_t>(roster.team[i])] += roster.quota[i];
    book.territory_quota[static_cast<std::size_t>(roster.territory[i])] += roster.quota[i];
    if (roster.manager[i] >= 0)
      book.reports_quota[static_cast<std::size_t>(roster.manager[i])] += roster.quota[i];
    if (!roster.group.empty())
      book.group_quota[static_cast<std::size_t>(roster.group[i])] += roster.quota[i];
    book.firm_quota += roster.quota[i];
  }
}

void move_quota(PayBook& book, const PayRoster& roster, int seat, Money raised) {
  const auto i = static_cast<std::size_t>(seat);
  book.team_quota[static_cast<std::size_t>(roster.team[i])] += raised;
  book.territory_quota[static_cast<std::size_t>(roster.territory[i])] += raised;
  if (roster.manager[i] >= 0)
    book.reports_quota[static_cast<std::size_t>(roster.manager[i])] += raised;
  if (!roster.group.empty()) book.group_quota[static_cast<std::size_t>(roster.group[i])] += raised;
  book.firm_quota += raised;
}

void join(PayBook& book, const PayPlans& plans, const PayRoster& roster, int seat, int day) {
  const auto i = static_cast<std::size_t>(seat);
  const auto& plan = plans.plans[static_cast<std::size_t>(roster.plan[i])];
  for (const CompiledElement& element : plan.elements)
    book.opened[book.at(seat, element.slot)] = day;
}

void add_result(PayBook& book, const PayPlans& plans, Quantity quantity, Holder holder, int index,
                int day, double amount) {
  for (std::size_t m = 0; m < plans.meters.size(); ++m) {
    const Meter& meter = plans.meters[m];
    if (meter.quantity != quantity || meter.holder != holder || day < meter.from ||
        (meter.until >= 0 && day >= meter.until))
      continue;
    const auto place = static_cast<std::size_t>(book.meter_first[m] + index);
    book.totals[place] += static_cast<Money>(std::nearbyint(100 * amount));
    book.last_credit[place] = day;
  }
}

void add_expense(PayBook& book, const PayPlans& plans, int team, Money amount) {
  for (std::size_t m = 0; m < plans.meters.size(); ++m) {
    const Meter& meter = plans.meters[m];
    if (meter.quantity != Quantity::cost) continue;
    book.total(static_cast<int>(m), meter.holder == Holder::team ? team : 0) += amount;
  }
}

void add_to(Hasher& hasher, const PayBook& book) {
  const auto add_line = [&](const BookedLine& b) {
    hasher.add(b.line.seat);
    hasher.add(b.line.deal);
    hasher.add(b.line.day);
    hasher.add(b.line.amount);
    hasher.add(b.line.margin);
    hasher.add(b.line.share);
    hasher.add(b.counted);
    hasher.add(b.lift);
    hasher.add(b.due);
    hasher.add(b.person);
    hasher.add(b.cancelled);
  };
  const auto add_queue = [&](const PayQueue<BookedLine>& queue) {
    hasher.add(queue.items.size() - queue.head);
    for (std::size_t i = queue.head; i < queue.items.size(); ++i) add_line(queue.items[i]);
  };
  hasher.add(book.settled);
  for (const auto* row :
       {&book.totals, &book.removed, &book.offset, &book.paid, &book.carried, &book.incentive,
        &book.all_pay, &book.draw_balance, &book.ladder, &book.raise, &book.lift})
    hasher.add(*row);
  hasher.add(book.booked_fx);
  hasher.add(book.last_credit);
  hasher.add(book.opened);
  if (!book.base.empty()) hasher.add(book.base), hasher.add(book.base_weeks);
  hasher.add(book.person);
  for (const PaidPeriod& period : book.history) {
    hasher.add(period.index);
    hasher.add(period.credit);
    hasher.add(period.paid);
    hasher.add(period.reversed_credit);
    hasher.add(period.reversed_paid);
  }
  for (const auto& queue : book.deferred) add_queue(queue);
  add_queue(book.memory);
  hasher.add(book.waiting.size());
  for (const PayLine& line : book.waiting) {
    hasher.add(line.seat);
    hasher.add(line.amount);
    hasher.add(line.paid);
  }
  hasher.add(book.drawn);
  hasher.add(book.recovered);
  hasher.add(book.forgiven);
}

}  // namespace tandem
