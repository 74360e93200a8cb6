// SPDX-License-Identifier: Apache-2.0
#include "sim/rules/conflict.h"

#include <algorithm>

#include "sim/base/math.h"

namespace tandem::rules {

FrictionTerms friction_terms(const PolicySet& set, double trust, bool ranked) {
  const Parameters& p = set.p;
  FrictionTerms terms;
  terms.trust = -p.conflict_trust * (trust - 0.5);
  terms.clarity = -p.conflict_clarity * (p.clarity - 0.5);
  terms.rivalry = ranked ? p.conflict_rivalry : 0;
  return terms;
}

double friction_rate(const PolicySet& set, const FrictionTerms& terms) {
  return set.friction * math::exp(terms.sum());
}

double escalated(const PolicySet& set, double severity) {
  return severity + set.p.conflict_growth * severity * (1 - severity / set.p.conflict_most);
}

double settling_rate(const PolicySet& set, double severity, double mediation, bool meets) {
  const Parameters& p = set.p;
  const double alone = 1 / p.conflict_alone;
  const double helped = 1 / std::max(p.conflict_days, 0.5);
  double rate = alone;
  switch (p.conflict_process) {
    case Parameters::by_manager: {
      constexpr double kEnough = 2;  // hours a dispute and week
      rate = std::max(alone, helped * std::min(1.0, mediation / kEnough));
      break;
    }
    case Parameters::by_mediator:
      rate = helped;
      break;
    case Parameters::by_committee:
      rate = meets ? 2 : alone;  // most are settled on the day
      break;
    case Parameters::by_protocol:  // two may settle it themselves while it is small
      rate = severity < 1.5 ? helped : alone;
      break;
    default:
      break;
  }
  return rate / severity;
}

double reconciliation(const PolicySet& set) {
  constexpr double kBack[] = {0, 0.08, 0.15, 0.03, 0.1};
  return kBack[set.p.conflict_process];
}

double coordinated(const PolicySet& set, double talk, double coverage) {
  const Parameters& p = set.p;
  const double each = p.roles_talk * (p.meeting_format == Parameters::stand_up ? 3 : 1);
  return 1 - (1 - p.roles_known * coverage) * math::exp(-each * talk);
}

double overlap(const PolicySet& set) { return set.p.roles_overlap * (1 - set.p.clarity); }
double gap(const PolicySet& set) { return set.p.roles_gap * (1 - set.p.clarity); }

}  // namespace tandem::rules
