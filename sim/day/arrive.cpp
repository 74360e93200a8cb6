// SPDX-License-Identifier: Apache-2.0
#include "sim/base/math.h"
#include "sim/day/accounts.h"
#include "sim/day/seats.h"
#include "sim/day/stops.h"
#include "sim/rules/market.h"

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
      for (int seat = 0; seat < model.seats; ++seat)
        state.people.knowledge[seat * model.topics + k] *= 1 - p.shift_severity;
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
void open_due(const Firm& firm, State& state, int seat, Hazards& hazard, double clock) {
  const Model& model = firm.model;
  const int territory = model.seat_territory[seat];
  for (int a = model.book_first[seat]; a < model.book_first[seat + 1]; ++a) {
    while (hazard.due[a] <= clock) {
      const std::uint32_t n = state.accounts.opportunities[a]++;
      open_deal(firm, state,
                rules::opportunity(model, firm.of_territory(state, territory), state.luck, a, n,
                                   state.rivals[territory]),
                seat);
      hazard.next(
          a, rules::threshold(state.luck, Purpose::opportunity_gap, model.account_id[a], n + 1));
      ++state.today.opportunities;
    }
  }
}

// How far a territory's clock runs today.
double demand_of_day(const Firm& firm, const State& state, int territory) {
  const int year = firm.model.calendar.year;
  const int day_of_year = ((state.day % year) + year) % year;
  const double growth = firm.of_territory(state, territory).p.market_growth;
  const double factor = firm.model.season[territory * year + day_of_year] * state.demand[territory];
  return growth == 0 ? factor : factor * math::pow(1 + growth, double(state.day) / year);
}

void bring_opportunities(const Firm& firm, State& state) {
  Accounts& accounts = state.accounts;
  for (int territory = 0; territory < firm.model.territories; ++territory) {
    const double today = demand_of_day(firm, state, territory);
    accounts.market_clock[territory] += today;
    for (const int seat : firm.model.territory_seats[territory]) {
      const double market = accounts.market_clock[territory];
      const double own = accounts.prospect_clock[seat] += today * state.people.prospecting[seat];
      if (accounts.next_customer[seat] > market && accounts.next_prospect[seat] > own) continue;
      open_due(firm, state, seat, accounts.from_customers, market);
      open_due(firm, state, seat, accounts.from_prospects, own);
      find_next_opportunity(firm, state, seat);
    }
  }
}

void ask_service(const Firm& firm, State& state, int seat, int a) {
  Requests& queue = state.requests;
  const std::uint32_t n = state.accounts.requests[a]++;
  state.accounts.service.next(
      a, rules::threshold(state.luck, Purpose::service_gap, firm.model.account_id[a], n + 1));
  ++state.today.requests;
  if (queue.waiting[seat] == Requests::kMost) {  // the oldest customer gives up
    const int oldest = queue.account[seat * Requests::kMost + queue.head[seat]];
    state.accounts.satisfaction[oldest] *= 1 - firm.of_account(state, oldest).p.answer_gain;
    refresh_account(firm, state, oldest);
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

// A lost customer is a prospect again who remembers the firm, and nobody in it.
void lose_customer(const Firm& firm, State& state, int a) {
  Accounts& accounts = state.accounts;
  accounts.churn.next(a, rules::threshold(state.luck, Purpose::churn, firm.model.account_id[a],
                                          ++accounts.churns[a]));
  accounts.person_relation[a] = 0;
  accounts.firm_relation[a] *= 0.5;
  accounts.satisfaction[a] = 0.5;
  set_segment(firm, state, a, Segment::prospect);
  ++state.today.customers_lost;
}

void hear_customers(const Firm& firm, State& state) {
  const Model& model = firm.model;
  Accounts& accounts = state.accounts;
  const double now = accounts.day_clock += 1;
  for (int seat = 0; seat < model.seats; ++seat) {
    if (accounts.next_service[seat] > now) continue;
    for (int a = model.book_first[seat]; a < model.book_first[seat + 1]; ++a) {
      while (accounts.service.due[a] <= now) ask_service(firm, state, seat, a);
      if (accounts.churn.due[a] <= now) lose_customer(firm, state, a);
    }
    find_next_service(firm, state, seat);
  }
}

}  // namespace

void arrive(const Firm& firm, State& state) {
  shift_topics(firm, state);
  welcome(firm, state);
  bring_opportunities(firm, state);
  hear_customers(firm, state);
}

}  // namespace tandem
