// SPDX-License-Identifier: Apache-2.0
#include "sim/rules/help.h"

#include <algorithm>
#include <cmath>

#include "sim/base/math.h"

namespace tandem::rules {

AskTerms ask_terms(const PolicySet& set, const AskCase& of) {
  const Parameters& p = set.p;
  AskTerms terms;
  terms.base = p.ask_base;
  const double felt = (1 - p.ask_insight) + p.ask_insight * of.known;
  terms.gap = p.ask_gap * (of.known_by_mate - of.known) * felt;
  terms.worth = p.ask_worth * math::log1p(of.gain);
  terms.hours = -p.ask_worth * math::log1p(of.cost);
  terms.trust = p.ask_trust * (of.trust - 0.5);
  terms.standing = -p.ask_standing * (of.ranked ? 2 : 1);
  return terms;
}

HelpTerms help_terms(const PolicySet& set, const HelpCase& of) {
  const Parameters& p = set.p;
  HelpTerms terms;
  terms.base = p.help_base;
  terms.trust = p.help_trust * (of.trust - 0.5);
  terms.prosociality = p.help_prosociality * of.prosociality;
  terms.norm = p.help_norm * (of.norm - 0.5);
  const auto felt = [&](double pays) {
    const double size = math::log1p(std::fabs(pays));
    return p.help_pay * (pays < 0 ? -size : size);
  };
  terms.pay = felt(of.pays);
  terms.paid = felt(of.pays + of.paid) - terms.pay;
  terms.hours = -p.help_pay * math::log1p(of.forgone);
  terms.reciprocity = p.help_reciprocity * of.owed;
  terms.recognition =
      p.award_every > 0 && p.award_for == Parameters::for_help ? p.help_recognition : 0;
  terms.conflict = -p.help_conflict * of.conflict;
  terms.fatigue = -p.help_fatigue * of.fatigue;
  return terms;
}

double asked_to_tell(const PolicySet& set) {
  const int format = set.p.meeting_format;
  const bool asked = format == Parameters::structured_pairs || format == Parameters::case_review;
  return asked ? set.p.meeting_structure : 0;
}

double advice_value(double known_by_mate, double differs) { return known_by_mate * (1 - differs); }

double with_advice(const PolicySet& set, double match, double advice) {
  return advice < 0 ? match : (1 - set.p.reliance) * match + set.p.reliance * advice;
}

double trust_after_help(const PolicySet& set, double trust) {
  return trust + set.p.trust_help * (1 - trust);
}

double trust_after_refusal(const PolicySet& set, double trust) {
  return trust * (1 - set.p.trust_refusal);
}

}  // namespace tandem::rules
