// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>

#include "sim/model/model.h"

// Who asks, who helps, and what it does to trust (MODEL section 7).
namespace tandem::rules {

/// Why a rep asks a colleague about a deal or does not: a logit and its named terms.
struct AskTerms {
  double base = 0, gap = 0, worth = 0, hours = 0, trust = 0, standing = 0;
  [[nodiscard]] double sum() const { return base + gap + worth + hours + trust + standing; }
};
template <class Visitor>
void visit_terms(const AskTerms& t, Visitor&& visit) {
  visit("base", t.base);
  visit("felt gap", t.gap);
  visit("worth of a better match", t.worth);
  visit("hours of asking", t.hours);
  visit("trust", t.trust);
  visit("standing", t.standing);
}
/// What there is to ask about: knowledge in [0, 1], money in hours of the asker's pay.
struct AskCase {
  double known = 0, known_by_mate = 0;
  double gain = 0;  ///< what the better match is expected to bring the asker
  double cost = 0;  ///< what the hours of asking would earn
  double trust = 0.5;
  bool ranked = false;  ///< does a plan show ranks?
};
[[nodiscard]] AskTerms ask_terms(const PolicySet& set, const AskCase& of);

/// Why a colleague helps or does not.
struct HelpTerms {
  double base = 0, trust = 0, prosociality = 0, norm = 0, pay = 0, hours = 0, reciprocity = 0,
         conflict = 0, recognition = 0, fatigue = 0, paid = 0;
  [[nodiscard]] double sum() const {
    return base + trust + prosociality + norm + pay + hours + reciprocity + conflict + recognition +
           fatigue + paid;
  }
};
template <class Visitor>
void visit_terms(const HelpTerms& t, Visitor&& visit) {
  visit("base", t.base);
  visit("trust", t.trust);
  visit("prosociality", t.prosociality);
  visit("sharing norm", t.norm);
  visit("what it pays the helper", t.pay);
  visit("what the hours would earn", t.hours);
  visit("favours owed", t.reciprocity);
  visit("open dispute", t.conflict);
  visit("awards for help", t.recognition);
  visit("fatigue", t.fatigue);
  visit("pay for hours of help", t.paid);
}
/// How the helper stands to the asker and what is at stake.
struct HelpCase {
  double trust = 0.5, prosociality = 0, norm = 0.5, owed = 0, conflict = 0, fatigue = 0;
  double pays = 0;     ///< what the asker's expected gain pays the helper, in hours of pay
  double paid = 0;     ///< what a plan pays for the hours of help themselves, likewise
  double forgone = 0;  ///< what the helper's hours would have earned, likewise
};
[[nodiscard]] HelpTerms help_terms(const PolicySet& set, const HelpCase& of);

/// What a format of meetings in which each is asked to tell adds to the logit of telling.
[[nodiscard]] double asked_to_tell(const PolicySet& set);

/// What advice is worth as a match, of which a share does not fit the deal.
[[nodiscard]] double advice_value(double known_by_mate, double differs);

/// Own knowledge with advice mixed in; advice < 0: none.
[[nodiscard]] double with_advice(const PolicySet& set, double match, double advice);

/// Trust after help received, or after a refusal.
[[nodiscard]] double trust_after_help(const PolicySet& set, double trust);
[[nodiscard]] double trust_after_refusal(const PolicySet& set, double trust);

/// How alike two backgrounds on a ring are: 1 the same, -1 opposite, 0 on average.
[[nodiscard]] inline double likeness(double background, double other) {
  const double apart = std::fabs(background - other);
  return 1 - 4 * std::min(apart, 1 - apart);
}

/// Where trust between two people rests: the team's base, more among the alike.
[[nodiscard]] inline double trust_at_rest(const PolicySet& set, double background, double other) {
  const double alike = set.p.trust_homophily * likeness(background, other);
  return std::clamp(set.p.trust_base + alike, 0.0, 1.0);
}

}  // namespace tandem::rules
