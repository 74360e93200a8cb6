// SPDX-License-Identifier: Apache-2.0
#include "sim/day/accounts.h"

#include <algorithm>
#include <limits>

#include "sim/base/math.h"
#include "sim/rules/market.h"

namespace tandem {

namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();
constexpr int kVeryLate = 10;  // days after which a customer complains of an answer

}  // namespace

void reset_accounts(const Firm& firm, State& state) {
  Accounts& accounts = state.accounts;
  const auto n = static_cast<std::size_t>(firm.model.accounts);
  const auto seats = static_cast<std::size_t>(firm.model.seats);
  accounts.all.assign(n, {});
  for (std::size_t a = 0; a < n; ++a) accounts.all[a].segment = firm.model.account_segment[a];
  accounts.person_relation.assign(n, 0);
  accounts.server.assign(n, -1);
  for (auto* due :
       {&accounts.customer_due, &accounts.prospect_due, &accounts.request_due, &accounts.churn_due})
    due->assign(n, kNever);
  accounts.market_clock.assign(static_cast<std::size_t>(firm.model.territories), 0);
  accounts.prospect_clock.assign(seats, 0);
  accounts.day_clock = 0;
  for (auto* next : {&accounts.next_customer, &accounts.next_prospect, &accounts.next_request,
                     &accounts.next_churn})
    next->assign(seats, kNever);
}

void refresh_account(const Firm& firm, State& state, int a) {
  const int seat = firm.model.account[a].seat;
  if (seat < 0) return;  // nobody serves it: nothing comes of it
  const PolicySet& market = firm.of_account(state, a);
  Accounts& accounts = state.accounts;
  Account& account = accounts[a];
  const double potential = account.potential, s = account.satisfaction;
  const double rate = firm.model.seat_selling[seat] == Selling::pipeline
                          ? rules::opportunity_rate(market, account.segment, potential, s)
                          : 0;  // they ask for service; who buys calls or walks in
  if (account.segment == Segment::prospect) {
    double& due = accounts.prospect_due[a];
    account.opportunity.change_rate(due, rate, accounts.prospect_clock[seat]);
    accounts.next_prospect[seat] = std::min(accounts.next_prospect[seat], due);
  } else {
    double& due = accounts.customer_due[a];
    account.opportunity.change_rate(due, rate,
                                    accounts.market_clock[firm.model.account[a].territory]);
    accounts.next_customer[seat] = std::min(accounts.next_customer[seat], due);
  }
  double &request = accounts.request_due[a], &churn = accounts.churn_due[a];
  account.request.change_rate(request, rules::request_rate(market, account.segment, potential, s),
                              accounts.day_clock);
  account.churn.change_rate(churn, rules::churn_rate(market, account.segment, s),
                            accounts.day_clock);
  accounts.next_request[seat] = std::min(accounts.next_request[seat], request);
  accounts.next_churn[seat] = std::min(accounts.next_churn[seat], churn);
}

void set_segment(const Firm& firm, State& state, int a, Segment segment) {
  Accounts& accounts = state.accounts;
  Account& account = accounts[a];
  const double market = accounts.market_clock[firm.model.account[a].territory];
  const double own = accounts.prospect_clock[firm.model.account[a].seat];
  double &customer = accounts.customer_due[a], &prospect = accounts.prospect_due[a];
  const bool was_prospect = account.segment == Segment::prospect;
  if (was_prospect && segment != Segment::prospect) {
    const double left = account.opportunity.until_next(prospect, own);
    account.opportunity.expect(customer, left, account.opportunity.rate, market);
    prospect = kNever;
  } else if (!was_prospect && segment == Segment::prospect) {
    const double left = account.opportunity.until_next(customer, market);
    account.opportunity.expect(prospect, left, account.opportunity.rate, own);
    customer = kNever;
  }
  account.segment = segment;
  refresh_account(firm, state, a);
}

void prefetch_account(const Firm& firm, const State& state, int a) {
  const Accounts& accounts = state.accounts;
  __builtin_prefetch(&firm.model.account[a]);
  __builtin_prefetch(&accounts[a]);
  __builtin_prefetch(&accounts[a].churns);
  __builtin_prefetch(&accounts.person_relation[a]);
}

void prefetch_dates(const State& state, int a) {
  const Accounts& accounts = state.accounts;
  for (const auto* due :
       {&accounts.customer_due, &accounts.prospect_due, &accounts.request_due, &accounts.churn_due})
    __builtin_prefetch(&(*due)[a]);
}

void drop_customer(const Firm& firm, State& state, int a) {
  Account& account = state.accounts[a];
  state.accounts.person_relation[a] = 0;
  account.firm_relation *= 0.5;
  account.satisfaction = 0.5;
  set_segment(firm, state, a, Segment::prospect);
  ++state.today.customers_lost;
}

int topic_of_request(const Model& model, int a, double luck) {
  return pick(model.topics_upto(model.account[a].territory), luck);
}

void answer_request(const Firm& firm, State& state, int a, int seat, std::uint32_t n, double known,
                    int days) {
  const Parameters& p = firm.of_account(state, a).p;
  const double quality = (known - p.poor_answer) / (1 - p.poor_answer);
  Account& account = state.accounts[a];
  double& s = account.satisfaction;
  s += p.answer_gain * quality * (quality > 0 ? 1 - s : s);
  s = std::clamp(s - p.wait_loss * days, 0.0, 1.0);
  double& relation = seat >= 0 ? state.accounts.person_relation[a] : account.firm_relation;
  relation += p.relation_gain * (1 - relation);
  refresh_account(firm, state, a);
  ++state.today.answered;
  state.today.complaints += quality < 0 || days > kVeryLate;
  state.today.response_days += days;
  if (state.notes.on)
    state.notes.add({.kind = NoteKind::answered,
                     .day = state.day,
                     .seat = seat,
                     .account = a,
                     .part = static_cast<int>(n) + 1,
                     .value = double(days),
                     .chance = known});
}

void disappoint(const Firm& firm, State& state, int a) {
  state.accounts[a].satisfaction *= 1 - firm.of_account(state, a).p.answer_gain;
  refresh_account(firm, state, a);
}

double demand_of_day(const Firm& firm, const State& state, int territory) {
  const int year = firm.model.calendar.year;
  const int day_of_year = ((state.day % year) + year) % year;
  const double growth = firm.of_territory(state, territory).p.market_growth;
  const double factor = firm.model.season[territory * year + day_of_year] * state.demand[territory];
  return growth == 0 ? factor : factor * math::pow(1 + growth, double(state.day) / year);
}

double earliest(const Firm& firm, const Large<double>& due, int seat) {
  // Four at a time: a chain of minima would wait for each other.
  double least[4] = {kNever, kNever, kNever, kNever};
  int a = firm.model.book_first[seat];
  const int end = firm.model.book_first[seat + 1];
  for (; a + 4 <= end; a += 4)
    for (int k = 0; k < 4; ++k) least[k] = due[a + k] < least[k] ? due[a + k] : least[k];
  for (; a < end; ++a) least[0] = due[a] < least[0] ? due[a] : least[0];
  return std::min({least[0], least[1], least[2], least[3]});
}

}  // namespace tandem
