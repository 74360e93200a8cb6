// SPDX-License-Identifier: Apache-2.0
#include "sim/rules/encounters.h"

#include <algorithm>
#include <cmath>

#include "sim/base/math.h"

namespace tandem::rules {

SaleTerms sale_terms(const PolicySet& own, const PolicySet& market, const EncounterPolicy& policy,
                     double product, double match, double log_ability, double competitor,
                     double busy, double discount) {
  const Parameters& p = own.p;
  SaleTerms terms;
  terms.base = policy.base;
  terms.product = product;
  terms.match = p.w_match * (match - 0.5);
  terms.ability = p.w_ability * log_ability;
  terms.competitor = -p.w_competitor * competitor;
  terms.price = market.price_logit;
  terms.haste = -p.w_haste * busy;
  terms.rival = market.p.w_discount * discount;
  return terms;
}

ClaimTerms claim_terms(const PolicySet& own, double log_ability, double effort, double gain,
                       double loss) {
  const Parameters& p = own.p;
  return {p.claim_ability * log_ability, p.claim_effort * effort, p.claim_gain * gain,
          -p.claim_mates * loss};
}

double encounter_match(const double* own, const double* best, const double* mate,
                       const double* share, int topics, double second, double free) {
  // Sums over the topics: first topic, second topic with help, both the same, first of two others.
  double known = 0, asked = 0, same = 0, alone = 0;
  for (int k = 0; k < topics; ++k) {
    const double other = own[k] < best[k] ? best[k] : mate[k];
    const double helped = own[k] + free * std::max(0.0, other - own[k]);
    known += share[k] * own[k];
    asked += share[k] * helped;
    same += share[k] * share[k] * (own[k] + helped);
    alone += share[k] * (1 - share[k]) * own[k];
  }
  // Who asks for k and then for another topic l meets (own of k + helped of l) / 2 instead of own.
  const double both = (known + asked - same) / 2;
  return known + second * (both - alone);
}

double value_of_sales(int n, double mean, double spread, double z) {
  const double variance = math::log1p(math::expm1(spread * spread) / n);
  return n * mean * math::exp(std::sqrt(variance) * z - variance / 2);
}

}  // namespace tandem::rules
