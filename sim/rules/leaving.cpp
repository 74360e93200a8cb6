// SPDX-License-Identifier: Apache-2.0
#include "sim/rules/leaving.h"

#include "sim/base/math.h"

namespace tandem::rules {

FollowTerms follow_terms(const PolicySet& set, double person, double firm, double coverage) {
  const Parameters& p = set.p;
  return {p.leave_accounts, p.leave_relation * (person - 0.5), -p.leave_firm * (firm - 0.5),
          -p.leave_coverage * (coverage - 0.5)};
}

double deal_goes(const PolicySet& set, double coverage) {
  return set.p.leave_deals * (1 - coverage);
}

double relation_kept(const PolicySet& set, double coverage) {
  const double least = set.p.newcomer_relation;
  return least + (1 - least) * coverage * (0.5 + 0.5 * set.p.handover_care);
}

double coverage_after_week(const PolicySet& set, double coverage, double recorded) {
  return coverage + set.p.crm_speed * (recorded - coverage);
}

double remembered(const PolicySet& set, double open_deals, double coverage) {
  if (!set.p.crm_on) return 1;
  constexpr double kMany = 10;  // deals with which half of it is forgotten that can be
  const double missing = (1 - coverage) * (1 - coverage);
  return 1 - set.p.forget_facts * missing * open_deals / (open_deals + kMany);
}

}  // namespace tandem::rules
