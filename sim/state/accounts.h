// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "sim/model/model.h"

namespace tandem {

/// The accounts: one entry each. Hazards are summed up against addressed Exp(1) thresholds (MODEL
/// 0.4); what is kept is the threshold less the sum, so that an event is a sign change.
struct Accounts {
  std::vector<double> potential;  ///< factor on its opportunities and requests
  std::vector<Segment> segment;
  std::vector<double> satisfaction;     ///< s in [0, 1]
  std::vector<double> person_relation;  ///< rho in [0, 1]
  std::vector<double> firm_relation;    ///< phi in [0, 1]

  std::vector<double> opportunity_rate, opportunity_left;
  std::vector<double> request_rate, request_left;
  std::vector<double> churn_rate, churn_left;
  std::vector<std::uint32_t> opportunities, requests, churns;  ///< events so far: n of the next one
};

template <class Visitor, class A>
void visit_accounts(A& a, Visitor&& visit) {
  visit("potential", a.potential);
  visit("segment", a.segment);
  visit("satisfaction", a.satisfaction);
  visit("person relation", a.person_relation);
  visit("firm relation", a.firm_relation);
  visit("opportunity rate", a.opportunity_rate);
  visit("opportunity threshold left", a.opportunity_left);
  visit("request rate", a.request_rate);
  visit("request threshold left", a.request_left);
  visit("churn rate", a.churn_rate);
  visit("churn threshold left", a.churn_left);
  visit("opportunities", a.opportunities);
  visit("requests", a.requests);
  visit("churns", a.churns);
}

}  // namespace tandem
