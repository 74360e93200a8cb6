// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/model/model.h"

// Whether somebody accepts what is offered (MODEL section 7, Offers).
namespace tandem::rules {

/// Why an offer is accepted or not: named terms of a logit.
struct OfferTerms {
  double habit = 0, pay = 0, hours = 0, learning = 0, standing = 0, friends = 0;
  [[nodiscard]] double sum() const { return habit + pay + hours + learning + standing + friends; }
};
template <class Visitor>
void visit_terms(const OfferTerms& t, Visitor&& visit) {
  visit("habit", t.habit);
  visit("pay", t.pay);
  visit("hours", t.hours);
  visit("learning", t.learning);
  visit("standing", t.standing);
  visit("friends inside", t.friends);
}

/// What an offer would change for a person.
struct OfferCase {
  double pay = 0;       ///< gain in what a year's pay is worth, as a share of what it is worth now
  double hours = 0;     ///< more hours a day that are not one's own, as a share of the day
  double learning = 0;  ///< more hours of teaching a week
  double known = 0;     ///< in [0, 1]: of what the territory asks for
  double friends = 0;   ///< share of mates, by trust, who have accepted
  double money = 1;     ///< money sensitivity
  bool ranked = false;  ///< does a plan show ranks?
};
[[nodiscard]] OfferTerms offer_terms(const PolicySet& set, const OfferCase& of);

}  // namespace tandem::rules
