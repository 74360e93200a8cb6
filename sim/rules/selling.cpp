// SPDX-License-Identifier: Apache-2.0
#include "sim/rules/selling.h"

#include "sim/base/gamma.h"
#include "sim/base/math.h"

namespace tandem::rules {

PassTerms pass_terms(const PolicySet& own, const PolicySet& market, const Deal& deal, double waited,
                     double product, double match, double relation, double log_ability) {
  const Parameters& p = own.p;
  PassTerms terms;
  terms.base = own.base[static_cast<int>(deal.stage)];
  terms.product = product;
  terms.match = p.w_match * (match - 0.5);
  terms.relation = p.w_relation * (relation - 0.5);
  terms.ability = p.w_ability * log_ability;
  terms.competitor = -p.w_competitor * deal.competitor;
  terms.waiting = p.waiting ? -p.w_wait * waited : 0;
  if (deal.unqualified && deal.stage == Stage::qualify) terms.lead = -p.unqualified_weight;
  terms.price = deal.stage == Stage::negotiate ? market.price_logit : 0;
  return terms;
}

bool passes(const Deal& deal, const PassTerms& terms) {
  return uniform32(deal.pass_luck) < math::logistic(terms.sum());
}

void begin_stage(const PolicySet& own, const PolicySet& market, const Luck& luck, Deal& deal) {
  // The low bytes of the four words are the luck in passing; their high 24 bits are two gamma steps
  // of the work and two of the buyer. Shapes above 2 take a second block.
  const auto stage = static_cast<std::uint32_t>(deal.stage);
  const Block words = luck.block(Purpose::stage_luck, deal.id, 0, stage);
  deal.pass_luck = 0;
  for (const std::uint32_t word : words) deal.pass_luck = deal.pass_luck << 8 | (word & 0xFF);
  constexpr std::uint32_t kHigh = 0xFFFFFF00, kMiddle = 0x80;
  const auto step = [](std::uint32_t word) { return (word & kHigh) | kMiddle; };
  Block work = {step(words[0]), step(words[1]), 0, 0},
        buyer = {step(words[2]), step(words[3]), 0, 0};
  if (own.p.work_shape > 2 || own.p.buyer_shape > 2) {
    const Block more = luck.block(Purpose::stage_steps, deal.id, 0, stage);
    work[2] = more[0], work[3] = more[1], buyer[2] = more[2], buyer[3] = more[3];
  }
  const double factor = deal.fast ? market.p.fast_factor : 1.0;
  deal.work_left = static_cast<float>(factor * own.work[stage] * erlang(own.p.work_shape, work));
  deal.buyer_days =
      static_cast<float>(factor * own.buyer[stage] * erlang(own.p.buyer_shape, buyer));
}

}  // namespace tandem::rules
