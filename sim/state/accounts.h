// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "sim/base/large_pages.h"
#include "sim/model/model.h"

namespace tandem {

/// Events of one kind that come to one account: the n-th comes when the hazard summed up since the
/// one before passes an addressed Exp(1) threshold (MODEL 0.4). The sum is kept as a date on a
/// clock that runs with what accounts share (season, demand, days), so that a day without an event
/// costs an account nothing. The date, `due`, is kept beside those of the other accounts.
struct Hazard {
  double rate = 0;  ///< per unit of the clock
  double left = 0;  ///< of the threshold, as of the last change of rate or event

  /// The hazard still to be summed before the next event.
  [[nodiscard]] double until_next(double due, double clock) const {
    return rate > 0 ? (due - clock) * rate : left;
  }
  /// The next event comes after so much more hazard, at this rate from now on.
  void expect(double& due, double hazard, double next_rate, double clock) {
    left = hazard;
    rate = next_rate;
    due = next_rate > 0 ? clock + hazard / next_rate : std::numeric_limits<double>::infinity();
  }
  void change_rate(double& due, double next_rate, double clock) {
    if (next_rate != rate) expect(due, until_next(due, clock), next_rate, clock);
  }
  /// An event has come; the next threshold starts where the last one was passed.
  void next(double& due, double threshold) {
    left = threshold;
    due += threshold / rate;
  }
};

struct Account {
  double potential = 1;      ///< factor on its opportunities and requests
  double satisfaction = 0;   ///< s in [0, 1]
  double firm_relation = 0;  ///< phi in [0, 1]
  Hazard opportunity, request, churn;
  std::uint32_t opportunities = 0, requests = 0, churns = 0;  ///< so far: n of the next one
  Segment segment = Segment::prospect;
};

/// The accounts, those of a seat side by side.
struct Accounts {
  Large<Account> all;
  Large<double> person_relation;  ///< rho in [0, 1]
  Large<std::int32_t> server;     ///< seat that serves it for an empty one; -1: its own

  // When the next event of each account comes. Opportunities of customers run on the market's
  // clock, those of prospects on their seat's; an account has a date on one of them.
  Large<double> customer_due, prospect_due;
  Large<double> request_due, churn_due;  ///< on the clock of days

  std::vector<double> market_clock;    ///< by territory: season x demand, summed over days
  std::vector<double> prospect_clock;  ///< by seat: the same times its prospecting
  double day_clock = 0;                ///< days so far

  // The earliest date among a seat's accounts, or an earlier one: follows from the rest, no part of
  // the hash.
  std::vector<double> next_customer, next_prospect, next_request, next_churn;

  /// When the next opportunity comes, on the clock of customers or of prospects.
  [[nodiscard]] double& opportunity_due(int a) {
    return ((*this)[a].segment == Segment::prospect ? prospect_due
                                                    : customer_due)[static_cast<std::size_t>(a)];
  }
  [[nodiscard]] Account& operator[](int a) { return all[static_cast<std::size_t>(a)]; }
  [[nodiscard]] const Account& operator[](int a) const { return all[static_cast<std::size_t>(a)]; }
};

template <class Visitor, class A>
void visit_account(A& a, Visitor&& visit) {
  visit("potential", a.potential);
  visit("segment", a.segment);
  visit("satisfaction", a.satisfaction);
  visit("firm relation", a.firm_relation);
  visit("opportunity rate", a.opportunity.rate);
  visit("opportunity threshold left", a.opportunity.left);
  visit("request rate", a.request.rate);
  visit("request threshold left", a.request.left);
  visit("churn rate", a.churn.rate);
  visit("churn threshold left", a.churn.left);
  visit("opportunities", a.opportunities);
  visit("requests", a.requests);
  visit("churns", a.churns);
}

template <class Visitor, class A>
void visit_accounts(A& a, Visitor&& visit) {
  visit("person relation", a.person_relation);
  visit("server", a.server);
  visit("opportunity of a customer due", a.customer_due);
  visit("opportunity of a prospect due", a.prospect_due);
  visit("request due", a.request_due);
  visit("churn due", a.churn_due);
  visit("clock of the market", a.market_clock);
  visit("clock of prospects", a.prospect_clock);
  visit("clock of days", a.day_clock);
}

}  // namespace tandem
