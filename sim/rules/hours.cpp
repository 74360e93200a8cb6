// SPDX-License-Identifier: Apache-2.0
#include "sim/rules/hours.h"

#include <algorithm>

namespace tandem::rules {

double meeting_hours(const PolicySet& set) {
  return set.p.meeting_every > 0 ? set.p.meeting_hours / set.p.meeting_every : 0;
}

ImposedTerms imposed_terms(const PolicySet& set, double overload) {
  ImposedTerms terms;
  terms.meetings = meeting_hours(set);
  terms.overload = set.p.load_cost * overload;
  return terms;
}

double overload_of(const PolicySet& set, double talk) {
  return set.p.overload_on ? std::max(0.0, talk - set.p.load_capacity) : 0;
}

}  // namespace tandem::rules
