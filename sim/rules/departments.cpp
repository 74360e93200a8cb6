// SPDX-License-Identifier: Apache-2.0
#include "sim/rules/departments.h"

#include <algorithm>

#include "sim/base/math.h"

namespace tandem::rules {

GiveTerms give_terms(const PolicySet& firm, double trust, double waiting,
                     const Calendar& calendar) {
  const Parameters& p = firm.p;
  GiveTerms terms;
  terms.base = p.give_base;
  terms.trust = p.give_trust * (trust - 0.5);
  terms.goal = p.give_goal * p.support_goal;
  terms.load = -p.give_load * waiting / (p.support_staff * calendar.week);
  return terms;
}

double misunderstood(const PolicySet& own) {
  return own.p.misunderstanding * math::exp(-own.p.support_liaison / own.p.liaison_scale);
}

double unqualified(const PolicySet& own) {
  return own.p.unqualified * math::exp(-own.p.marketing_liaison / own.p.telling_scale);
}

double support_term(const PolicySet& own, bool there) {
  return there ? own.p.support_weight : -own.p.support_weight;
}

double trust_in_support(const PolicySet& firm, double trust, double liaison, int in_time,
                        int missed, int days) {
  const Parameters& p = firm.p;
  const double all = in_time + missed;
  const double good = all > 0 ? in_time / all : 0, bad = all > 0 ? missed / all : 0;
  const double after = trust + std::min(1.0, p.support_fade * days) * (p.support_rest - trust);
  const double gained =
      1 - (1 - std::min(1.0, p.support_contact * liaison)) * (1 - p.support_handling * good);
  return (after + gained * (1 - after)) * (1 - p.support_breach * bad);
}

double desk_knows(const PolicySet& firm, double coverage, double written) {
  const Parameters& p = firm.p;
  return 1 - (1 - p.desk_skill) * (1 - p.desk_facts * coverage) * (1 - p.desk_writing * written);
}

}  // namespace tandem::rules
