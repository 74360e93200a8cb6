// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/model/model.h"

// Callers and walk-ins: one stage of minutes, and no owner (MODEL section 4).
namespace tandem::rules {

/// Why somebody buys or not: a logit and its named terms, the same for all whom a rep serves on a
/// day.
struct SaleTerms {
  double base = 0, product = 0, match = 0, ability = 0, competitor = 0, price = 0, haste = 0,
         rival = 0;
  [[nodiscard]] double sum() const {
    return base + product + match + ability + competitor + price + haste + rival;
  }
};

template <class Visitor>
void visit_terms(const SaleTerms& t, Visitor&& visit) {
  visit("base", t.base);
  visit("product", t.product);
  visit("match", t.match);
  visit("ability", t.ability);
  visit("competitor", t.competitor);
  visit("price", t.price);
  visit("haste", t.haste);
  visit("rival's discount", t.rival);
}

/// `match` = knowledge of the topics asked for, in [0, 1]; `competitor` = strength of the rivals;
/// `busy` = share of the day's minutes with callers or walk-ins; `discount` = what a colleague's
/// answer takes off the price.
[[nodiscard]] SaleTerms sale_terms(const PolicySet& own, const PolicySet& market,
                                   const EncounterPolicy& policy, double product, double match,
                                   double log_ability, double competitor, double busy,
                                   double discount);

/// How strongly a seller claims a walk-in who comes: the chance to catch it is in proportion to
/// exp(claim).
struct ClaimTerms {
  double ability = 0, effort = 0, gain = 0, mates = 0;
  [[nodiscard]] double sum() const { return ability + effort + gain + mates; }
  /// The part that pay makes.
  [[nodiscard]] double drive() const { return gain + mates; }
};

template <class Visitor>
void visit_terms(const ClaimTerms& t, Visitor&& visit) {
  visit("claim: ability", t.ability);
  visit("claim: effort", t.effort);
  visit("claim: own gain", t.gain);
  visit("claim: mates' loss", t.mates);
}

/// `gain` = what a unit of own credit is worth to the seller, `loss` = what the unit that a mate
/// goes without for it weighs with the seller.
[[nodiscard]] ClaimTerms claim_terms(const PolicySet& own, double log_ability, double effort,
                                     double gain, double loss);

/// Knowledge that meets somebody who, with chance `second`, asks for a second topic as well: own
/// knowledge of the first and the better of own and a mate's of the second. `own`, `best` and
/// `mate` hold by topic own knowledge, the team's best and the best of a mate where the best is
/// own; `share` the topics' shares; a mate is free with chance `free`.
[[nodiscard]] double encounter_match(const double* own, const double* best, const double* mate,
                                     const double* share, int topics, double second, double free);

/// Value of n like sales of this mean and log spread together: log-normal, with the exact mean and
/// variance of the sum (Fenton 1960). `z` is a standard Normal.
[[nodiscard]] double value_of_sales(int n, double mean, double spread, double z);

}  // namespace tandem::rules
