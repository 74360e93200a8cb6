// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/model/model.h"
#include "sim/state/hazards.h"

namespace tandem {

/// The accounts: one entry each, those of a seat side by side. The clocks are what their hazards
/// run on.
struct Accounts {
  std::vector<double> potential;  ///< factor on its opportunities and requests
  std::vector<Segment> segment;
  std::vector<double> satisfaction;     ///< s in [0, 1]
  std::vector<double> person_relation;  ///< rho in [0, 1]
  std::vector<double> firm_relation;    ///< phi in [0, 1]

  // Opportunities come from customers on the market's clock, from prospects on their seat's; an
  // account has a rate on one of them.
  Hazards from_customers, from_prospects;
  Hazards service, churn;                                      ///< on the clock of days
  std::vector<std::uint32_t> opportunities, requests, churns;  ///< events so far: n of the next one

  std::vector<double> market_clock;    ///< by territory: season x demand, summed over days
  std::vector<double> prospect_clock;  ///< by seat: the same times its prospecting
  double day_clock = 0;                ///< days so far

  // The earliest date among a seat's accounts, or an earlier one: follows from the rest, no part of
  // the hash.
  std::vector<double> next_customer, next_prospect;  ///< opportunities, by their clocks
  std::vector<double> next_service;                  ///< requests and churns
};

template <class Visitor, class A>
void visit_accounts(A& a, Visitor&& visit) {
  visit("potential", a.potential);
  visit("segment", a.segment);
  visit("satisfaction", a.satisfaction);
  visit("person relation", a.person_relation);
  visit("firm relation", a.firm_relation);
  const auto visit_all = [&](std::string name, auto& hazards) {
    visit_hazards(hazards, [&](const char* part, auto& field) { visit(name + part, field); });
  };
  visit_all("opportunity of a customer: ", a.from_customers);
  visit_all("opportunity of a prospect: ", a.from_prospects);
  visit_all("request: ", a.service);
  visit_all("churn: ", a.churn);
  visit("opportunities", a.opportunities);
  visit("requests", a.requests);
  visit("churns", a.churns);
  visit("clock of the market", a.market_clock);
  visit("clock of prospects", a.prospect_clock);
  visit("clock of days", a.day_clock);
}

}  // namespace tandem
