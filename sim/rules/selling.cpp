// SPDX-License-Identifier: Apache-2.0
#include "sim/rules/selling.h"

#include "sim/base/gamma.h"
#include "sim/base/math.h"

namespace tandem::rules {

PassTerms pass_terms(const PolicySet& own, const PolicySet& market, const Deal& deal,
                     double product, double match, double relation, double log_ability) {
  const Parameters& p = own.p;
  PassTerms terms;
  terms.base = own.base[static_cast<int>(deal.stage)];
  terms.product = product;
  terms.match = p.w_match * (match - 0.5);
  terms.relation = p.w_relation * (relation - 0.5);
  terms.ability = p.w_ability * log_ability;
  terms.competitor = -p.w_competitor * deal.competitor;
  terms.waiting = p.waiting ? -p.w_wait * deal.waited : 0;
  terms.price = deal.stage == Stage::negotiate ? market.price_logit : 0;
  return terms;
}

bool passes(const Luck& luck, const Deal& deal, const PassTerms& terms) {
  return luck.uniform(Purpose::stage_luck, deal.id, 0, static_cast<std::uint32_t>(deal.stage)) <
         math::logistic(terms.sum());
}

double stage_work(const PolicySet& own, const PolicySet& market, const Luck& luck,
                  const Deal& deal) {
  const int stage = static_cast<int>(deal.stage);
  const double factor = deal.fast ? market.p.fast_factor : 1.0;
  return factor * own.work[stage] *
         erlang(own.p.work_shape,
                luck.block(Purpose::stage_work, deal.id, 0, static_cast<std::uint32_t>(stage)));
}

double buyer_days(const PolicySet& own, const PolicySet& market, const Luck& luck,
                  const Deal& deal) {
  const int stage = static_cast<int>(deal.stage);
  const double factor = deal.fast ? market.p.fast_factor : 1.0;
  return factor * own.buyer[stage] *
         erlang(own.p.buyer_shape,
                luck.block(Purpose::buyer_time, deal.id, 0, static_cast<std::uint32_t>(stage)));
}

}  // namespace tandem::rules
