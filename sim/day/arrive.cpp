// SPDX-License-Identifier: Apache-2.0
#include <bit>

#include "sim/base/math.h"
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

// Takes rate x factor off each threshold. True if one fell below zero. Plain arithmetic and the
// sign bit, so that the compiler makes a vector loop of it.
bool count_down(double* left, const double* rate, double factor, int n) {
  std::uint64_t signs = 0;
  for (int i = 0; i < n; ++i) {
    left[i] -= rate[i] * factor;
    signs |= std::bit_cast<std::uint64_t>(left[i]);
  }
  return signs >> 63 != 0;
}

void open_due(const Firm& firm, State& state, int seat, int a) {
  const Model& model = firm.model;
  const int territory = model.account_territory[a];
  while (state.accounts.opportunity_left[a] < 0) {
    const std::uint32_t n = state.accounts.opportunities[a]++;
    open_deal(firm, state,
              rules::opportunity(model, firm.of_territory(state, territory), state.luck, a, n,
                                 state.rivals[territory]),
              seat);
    state.accounts.opportunity_left[a] +=
        rules::threshold(state.luck, Purpose::opportunity_gap, model.account_id[a], n + 1);
    ++state.today.opportunities;
  }
}

// The n-th opportunity of an account comes when its summed hazard passes the n-th threshold: a
// policy moves when, never which.
void bring_opportunities(const Firm& firm, State& state) {
  const Model& model = firm.model;
  constexpr int kBlock = 16;
  const int day_of_year =
      ((state.day % model.calendar.year) + model.calendar.year) % model.calendar.year;
  for (int seat = 0; seat < model.seats; ++seat) {
    const int territory = model.seat_territory[seat];
    const double growth = firm.of_territory(state, territory).p.market_growth;
    double factor =
        model.season[territory * model.calendar.year + day_of_year] * state.demand[territory];
    if (growth != 0) factor *= math::pow(1 + growth, double(state.day) / model.calendar.year);
    const int end = model.book_first[seat + 1];
    for (int first = model.book_first[seat]; first < end; first += kBlock) {
      const int n = std::min(kBlock, end - first);
      if (count_down(&state.accounts.opportunity_left[first],
                     &state.accounts.opportunity_rate[first], factor, n))
        for (int a = first; a < first + n; ++a) open_due(firm, state, seat, a);
    }
  }
}

void ask_service(const Firm& firm, State& state, int seat, int a) {
  Requests& queue = state.requests;
  while (state.accounts.request_left[a] < 0) {
    state.accounts.request_left[a] += rules::threshold(
        state.luck, Purpose::service_gap, firm.model.account_id[a], ++state.accounts.requests[a]);
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
    queue.since[place] = state.day;
    ++queue.waiting[seat];
  }
}

// A lost customer is a prospect again who remembers the firm, and nobody in it.
void lose_customer(const Firm& firm, State& state, int a) {
  Accounts& accounts = state.accounts;
  accounts.churn_left[a] +=
      rules::threshold(state.luck, Purpose::churn, firm.model.account_id[a], ++accounts.churns[a]);
  accounts.segment[a] = Segment::prospect;
  accounts.person_relation[a] = 0;
  accounts.firm_relation[a] *= 0.5;
  accounts.satisfaction[a] = 0.5;
  refresh_account(firm, state, a);
  ++state.today.customers_lost;
}

// Service and churn are slow: each account is looked at once a week, on its own day of the week,
// with a week's hazard.
void hear_customers(const Firm& firm, State& state) {
  const Model& model = firm.model;
  Accounts& accounts = state.accounts;
  const int week = model.calendar.week;
  const int phase = ((state.day % week) + week) % week;
  for (int seat = 0; seat < model.seats; ++seat)
    for (int a = model.book_first[seat] + phase; a < model.book_first[seat + 1]; a += week) {
      accounts.request_left[a] -= accounts.request_rate[a] * week;
      accounts.churn_left[a] -= accounts.churn_rate[a] * week;
      if (accounts.request_left[a] < 0) ask_service(firm, state, seat, a);
      if (accounts.churn_left[a] < 0) lose_customer(firm, state, a);
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
