// SPDX-License-Identifier: Apache-2.0
#include "sim/rules/hours.h"

#include <algorithm>

#include "sim/base/math.h"

namespace tandem::rules {

bool falls_on(double every, int day) {
  const int days = math::whole(every);
  return days > 0 && ((day + 1) % days + days) % days == 0;
}

double meeting_hours(const PolicySet& set) {
  return set.p.meeting_every > 0 ? set.p.meeting_hours / set.p.meeting_every : 0;
}

double preparation_hours(const PolicySet& set) {
  const int format = set.p.meeting_format;
  const bool asked = format == Parameters::structured_pairs || format == Parameters::case_review;
  return asked && set.p.meeting_every > 0 ? set.p.meeting_preparation / set.p.meeting_every : 0;
}

double training_hours(const PolicySet& set) {
  return set.p.training_every > 0 ? set.p.training_hours / set.p.training_every : 0;
}

double report_hours(const PolicySet& set) {
  return set.p.report_every > 0 ? set.p.report_hours / set.p.report_every : 0;
}

ImposedTerms imposed_terms(const PolicySet& set, const ImposedCase& of) {
  ImposedTerms terms;
  terms.meetings = meeting_hours(set) + preparation_hours(set);
  terms.training = training_hours(set);
  terms.writing = of.writing;
  terms.mentoring = of.mentoring;
  terms.coaching = of.coaching;
  terms.contact = set.p.load_contact * of.mates;
  terms.roles = set.clarity_hours;
  terms.disputes = set.p.conflict_hours * of.disputes;
  terms.overload = set.p.load_cost * of.overload;
  terms.reports = report_hours(set);
  terms.liaison = set.liaison_hours;
  terms.awards = set.p.award_every > 0 ? set.p.award_hours / set.p.award_every : 0;
  return terms;
}

double overload_of(const PolicySet& set, double talk) {
  return set.p.overload_on ? std::max(0.0, talk - set.p.load_capacity) : 0;
}

}  // namespace tandem::rules
