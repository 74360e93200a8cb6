// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <span>
#include <vector>

#include "sim/base/math.h"
#include "sim/day/accounts.h"
#include "sim/day/asking.h"
#include "sim/day/co_selling.h"
#include "sim/day/departments.h"
#include "sim/day/disputes.h"
#include "sim/day/leaving.h"
#include "sim/day/news.h"
#include "sim/day/seats.h"
#include "sim/day/stops.h"
#include "sim/rules/market.h"
#include "sim/rules/selling.h"

namespace tandem {

namespace {

// Each topic's own hazard; a shift makes part of everybody's knowledge worthless (MODEL section 5).
void shift_topics(const Firm& firm, State& state) {
  const Parameters& p = firm.of_firm(state).p;
  if (!p.shifts) return;
  const Model& model = firm.model;
  for (int k = 0; k < model.topics; ++k) {
    state.shift_left[k] -=
        model.shift_rate[k] >= 0 ? model.shift_rate[k] : p.turbulence / model.calendar.year;
    while (state.shift_left[k] < 0) {
      state.shift_left[k] +=
          rules::threshold(state.luck, Purpose::shift, model.topic_id[k], ++state.shifts[k]);
      if (state.undoes(NoteKind::shift, k)) continue;
      if (state.notes.on)
        state.notes.add(
            {.kind = NoteKind::shift, .day = state.day, .number = k, .value = p.shift_severity});
      for (int seat = 0; seat < model.seats; ++seat)
        state.people.knowledge[seat * model.topics + k] *= 1 - p.shift_severity;
      state.library.answers[k] *= 1 - p.shift_severity;
      state.library.level[k] *= 1 - p.shift_severity;
      ++state.today.topic_shifts;
    }
  }
}

void welcome(const Firm& firm, State& state) {
  const People& people = state.people;
  for (int seat = 0; seat < firm.model.seats; ++seat)
    if (!people.present[seat] && people.joins[seat] <= state.day) join_seat(firm, state, seat);
}

// The n-th opportunity of an account comes when its summed hazard passes the n-th threshold: a
// policy moves when, never which.
void open_due(const Firm& firm, State& state, int seat, Large<double>& due, double clock,
              double& next) {
  const Model& model = firm.model;
  const int territory = model.seat_territory[seat];
  each_due(firm, due, seat, clock, next, [&](int a) {
    while (due[a] <= clock) {
      Account& account = state.accounts[a];
      const std::uint32_t n = account.opportunities++;
      const PolicySet& market = firm.of_territory(state, territory);
      Deal deal = rules::opportunity(model, market, state.luck, a, n);
      rules::draw_traits(model, market, state.luck, n, state.rivals[territory], deal);
      deal.created = state.day;
      rules::begin_stage(firm.of_seat(state, seat), market, state.luck, deal);
      const int server = server_of(firm, state, a);
      if (!state.undoes(NoteKind::opportunity, deal.id) && take_up(firm, state, server, deal)) {
        const int taker = pass_on(firm, state, server, deal);
        mark_lead(firm, state, server, deal);
        deal.finder = server;
        if (const Deal* opened = open_deal(firm, state, deal, {}, taker)) {
          think_of_asking(firm, state, taker, *opened);
          ++state.today.opportunities;
        }
      }
      account.opportunity.next(due[a], rules::threshold(state.luck, Purpose::opportunity_gap,
                                                        model.account[a].id, n + 1));
    }
  });
}

// Asks memory for what the events of the seats that come next will need, as far as it is known.
class Ahead {
 public:
  Ahead(const Firm& firm, const State& state, std::span<const int> seats)
      : firm_(firm), state_(state), seats_(seats), needed_(firm.model.seats > kLargeFirm) {}

  // Before the i-th seat's events, which come when `clock(seat)` has passed a date among `due`.
  template <class Clock>
  void look(std::size_t i, const Large<double>& due, Clock clock) const {
    if (!needed_) return;
    constexpr std::size_t kDates = 8, kAccounts = 4;
    if (i + kDates < seats_.size()) ask_for_dates(seats_[i + kDates], due);
    if (i + kAccounts < seats_.size()) {
      const int seat = seats_[i + kAccounts];
      ask_for_accounts(seat, due, clock(seat));
      state_.deals.prefetch_turns(seat);
    }
  }

 private:
  void ask_for_dates(int seat, const Large<double>& due) const {
    constexpr int kInLine = 8;
    const int end = firm_.model.book_first[seat + 1];
    for (int a = firm_.model.book_first[seat]; a < end; a += kInLine) __builtin_prefetch(&due[a]);
  }
  void ask_for_accounts(int seat, const Large<double>& due, double clock) const {
    const int end = firm_.model.book_first[seat + 1];
    for (int a = firm_.model.book_first[seat]; a < end; ++a)
      if (due[a] <= clock) prefetch_account(firm_, state_, a);
  }

  const Firm& firm_;
  const State& state_;
  const std::span<const int> seats_;
  const bool needed_;
};

// Room for a list of seats; one is written down before it is known whether it counts.
std::vector<int>& room_for_seats(const Firm& firm, State& state) {
  state.room.due.resize(static_cast<std::size_t>(firm.model.seats) + 1);
  return state.room.due;
}

// Seats where something is due are listed first: whether it is has no pattern to be foretold.
void bring_opportunities(const Firm& firm, State& state) {
  const Model& model = firm.model;
  Accounts& accounts = state.accounts;
  std::vector<int>& due = room_for_seats(firm, state);
  std::size_t n = 0;
  for (int territory = 0; territory < model.territories; ++territory) {
    const double today = demand_of_day(firm, state, territory);
    const double market = accounts.market_clock[territory] += today;
    for (const int seat : model.territory_seats[territory]) {
      const double own = accounts.prospect_clock[seat] += today * state.people.prospecting[seat];
      due[n] = seat;
      n += std::size_t{accounts.next_customer[seat] <= market} |
           std::size_t{accounts.next_prospect[seat] <= own};
    }
  }
  const auto market = [&](int seat) { return accounts.market_clock[model.seat_territory[seat]]; };
  const auto own = [&](int seat) { return accounts.prospect_clock[seat]; };
  const Ahead ahead(firm, state, std::span(due).first(n));
  for (std::size_t i = 0; i < n; ++i) {
    ahead.look(i, accounts.customer_due, market);
    ahead.look(i, accounts.prospect_due, own);
    const int seat = due[i];
    if (accounts.next_customer[seat] <= market(seat))
      open_due(firm, state, seat, accounts.customer_due, market(seat),
               accounts.next_customer[seat]);
    if (accounts.next_prospect[seat] <= own(seat))
      open_due(firm, state, seat, accounts.prospect_due, own(seat), accounts.next_prospect[seat]);
  }
}

void ask_service(const Firm& firm, State& state, int seat, int a) {
  Requests& queue = state.requests;
  Account& account = state.accounts[a];
  const std::uint32_t n = account.requests++;
  account.request.next(
      state.accounts.request_due[a],
      rules::threshold(state.luck, Purpose::service_gap, firm.model.account[a].id, n + 1));
  if (state.undoes(NoteKind::requested, a, static_cast<int>(n) + 1)) return;
  ++state.today.requests;
  const bool at_desk = goes_to_desk(firm, state, a, n);
  if (state.notes.on)
    state.notes.add({.kind = NoteKind::requested,
                     .day = state.day,
                     .seat = at_desk ? -1 : seat,
                     .account = a,
                     .part = static_cast<int>(n) + 1});
  if (at_desk) return;
  if (queue.waiting[seat] == Requests::kMost) {  // the oldest customer gives up
    const int oldest = queue.account[seat * Requests::kMost + queue.head[seat]];
    disappoint(firm, state, oldest);
    queue.head[seat] = (queue.head[seat] + 1) % Requests::kMost;
    --queue.waiting[seat];
    queue.work_left[seat] = 0;
    ++state.today.soft_limits;
  }
  const int place =
      seat * Requests::kMost + (queue.head[seat] + queue.waiting[seat]) % Requests::kMost;
  queue.account[place] = a;
  queue.number[place] = n;
  queue.since[place] = state.day;
  ++queue.waiting[seat];
}

void lose_customer(const Firm& firm, State& state, int a) {
  Accounts& accounts = state.accounts;
  Account& account = accounts[a];
  account.churn.next(
      accounts.churn_due[a],
      rules::threshold(state.luck, Purpose::churn, firm.model.account[a].id, ++account.churns));
  if (state.undoes(NoteKind::customer_lost, a)) return;
  if (state.notes.on)
    state.notes.add({.kind = NoteKind::customer_lost,
                     .day = state.day,
                     .seat = server_of(firm, state, a),
                     .account = a,
                     .value = account.satisfaction});
  drop_customer(firm, state, a);
}

void hear_customers(const Firm& firm, State& state) {
  Accounts& accounts = state.accounts;
  const double now = accounts.day_clock += 1;
  std::vector<int>& due = room_for_seats(firm, state);
  std::size_t n = 0;
  for (int seat = 0; seat < firm.model.seats; ++seat) {
    due[n] = seat;
    n += std::size_t{accounts.next_request[seat] <= now} |
         std::size_t{accounts.next_churn[seat] <= now};
  }
  const Ahead ahead(firm, state, std::span(due).first(n));
  for (std::size_t i = 0; i < n; ++i) {
    ahead.look(i, accounts.request_due, [&](int) { return now; });
    const int seat = due[i];
    if (accounts.next_request[seat] <= now)
      each_due(firm, accounts.request_due, seat, now, accounts.next_request[seat], [&](int a) {
        while (accounts.request_due[a] <= now)
          ask_service(firm, state, server_of(firm, state, a), a);
      });
    if (accounts.next_churn[seat] <= now)
      each_due(firm, accounts.churn_due, seat, now, accounts.next_churn[seat],
               [&](int a) { lose_customer(firm, state, a); });
  }
}

}  // namespace

void arrive(const Firm& firm, State& state) {
  open_departments(firm, state);
  shift_topics(firm, state);
  bring_news(firm, state);
  welcome(firm, state);
  bring_opportunities(firm, state);
  hear_customers(firm, state);
}

}  // namespace tandem
