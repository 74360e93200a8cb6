// SPDX-License-Identifier: Apache-2.0
#include "sim/rules/offers.h"

namespace tandem::rules {

OfferTerms offer_terms(const PolicySet& set, const OfferCase& of) {
  const Parameters& p = set.p;
  OfferTerms terms;
  terms.habit = -p.offer_habit;
  terms.pay = p.offer_pay * of.money * of.pay;
  terms.hours = -p.offer_pay * of.hours;
  // Who knows little feels little of what is missing, and who is taught shows a gap.
  const double felt = (1 - p.ask_insight) + p.ask_insight * of.known;
  terms.learning = p.offer_learning * of.learning * (1 - of.known) * felt;
  if (of.learning > 0) terms.standing = -p.ask_standing * (of.ranked ? 2 : 1);
  terms.friends = p.offer_friends * of.friends;
  return terms;
}

}  // namespace tandem::rules
