// SPDX-License-Identifier: Apache-2.0
#include "sim/day/accounts.h"

#include <algorithm>
#include <limits>

#include "sim/rules/market.h"

namespace tandem {

namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();

// The least of n dates, four at a time: a chain of minima would wait for each other.
double earliest(const double* dates, int n) {
  double least[4] = {kNever, kNever, kNever, kNever};
  int i = 0;
  for (; i + 4 <= n; i += 4)
    for (int k = 0; k < 4; ++k) least[k] = dates[i + k] < least[k] ? dates[i + k] : least[k];
  for (; i < n; ++i) least[0] = dates[i] < least[0] ? dates[i] : least[0];
  return std::min({least[0], least[1], least[2], least[3]});
}

}  // namespace

void reset_accounts(const Firm& firm, State& state) {
  Accounts& accounts = state.accounts;
  const auto n = static_cast<std::size_t>(firm.model.accounts);
  const auto seats = static_cast<std::size_t>(firm.model.seats);
  accounts.segment = firm.model.account_segment;
  for (auto* field : {&accounts.potential, &accounts.satisfaction, &accounts.person_relation,
                      &accounts.firm_relation})
    field->assign(n, 0);
  for (Hazards* hazards :
       {&accounts.from_customers, &accounts.from_prospects, &accounts.service, &accounts.churn}) {
    hazards->rate.assign(n, 0);
    hazards->due.assign(n, kNever);
    hazards->left.assign(n, 0);
  }
  for (auto* count : {&accounts.opportunities, &accounts.requests, &accounts.churns})
    count->assign(n, 0);
  accounts.market_clock.assign(static_cast<std::size_t>(firm.model.territories), 0);
  accounts.prospect_clock.assign(seats, 0);
  accounts.day_clock = 0;
  for (auto* next : {&accounts.next_customer, &accounts.next_prospect, &accounts.next_service})
    next->assign(seats, kNever);
}

void refresh_account(const Firm& firm, State& state, int a) {
  const PolicySet& market = firm.of_account(state, a);
  Accounts& accounts = state.accounts;
  const Segment segment = accounts.segment[a];
  const double potential = accounts.potential[a], s = accounts.satisfaction[a];
  const int seat = firm.model.account_seat[a];
  if (seat < 0) return;  // nobody serves it: nothing comes of it
  const double rate = rules::opportunity_rate(market, segment, potential, s);
  if (segment == Segment::prospect) {
    accounts.from_prospects.change_rate(a, rate, accounts.prospect_clock[seat]);
    accounts.next_prospect[seat] =
        std::min(accounts.next_prospect[seat], accounts.from_prospects.due[a]);
  } else {
    const double clock = accounts.market_clock[firm.model.account_territory[a]];
    accounts.from_customers.change_rate(a, rate, clock);
    accounts.next_customer[seat] =
        std::min(accounts.next_customer[seat], accounts.from_customers.due[a]);
  }
  const double days = accounts.day_clock;
  accounts.service.change_rate(a, rules::request_rate(market, segment, potential, s), days);
  accounts.churn.change_rate(a, rules::churn_rate(market, segment, s), days);
  accounts.next_service[seat] =
      std::min({accounts.next_service[seat], accounts.service.due[a], accounts.churn.due[a]});
}

void set_segment(const Firm& firm, State& state, int a, Segment segment) {
  Accounts& accounts = state.accounts;
  const bool was_prospect = accounts.segment[a] == Segment::prospect;
  const bool is_prospect = segment == Segment::prospect;
  accounts.segment[a] = segment;
  if (was_prospect != is_prospect) {
    const double market = accounts.market_clock[firm.model.account_territory[a]];
    const double own = accounts.prospect_clock[firm.model.account_seat[a]];
    Hazards& before = was_prospect ? accounts.from_prospects : accounts.from_customers;
    Hazards& after = is_prospect ? accounts.from_prospects : accounts.from_customers;
    after.left[a] = before.until_next(a, was_prospect ? own : market);
    before.expect(a, 0, 0, 0);
  }
  refresh_account(firm, state, a);
}

void find_next_opportunity(const Firm& firm, State& state, int seat) {
  Accounts& accounts = state.accounts;
  const int first = firm.model.book_first[seat], n = firm.model.book_first[seat + 1] - first;
  accounts.next_customer[seat] = earliest(&accounts.from_customers.due[first], n);
  accounts.next_prospect[seat] = earliest(&accounts.from_prospects.due[first], n);
}

void find_next_service(const Firm& firm, State& state, int seat) {
  Accounts& accounts = state.accounts;
  const int first = firm.model.book_first[seat], n = firm.model.book_first[seat + 1] - first;
  accounts.next_service[seat] = std::min(earliest(&accounts.service.due[first], n),
                                         earliest(&accounts.churn.due[first], n));
}

}  // namespace tandem
