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
  return math::below_logistic(uniform32(deal.pass_luck), terms.sum());
}

namespace {

// The luck of a stage. The low bytes of four words are the luck in passing; their high 24 bits are two
// gamma steps of the work and two of the buyer. Shapes above 2 take a second block.
struct StageLuck {
  Block work, buyer;
  std::uint32_t pass = 0;

  StageLuck(const PolicySet& own, const Luck& luck, const Deal& deal) {
    const auto stage = static_cast<std::uint32_t>(deal.stage);
    const Block words = luck.block(Purpose::stage_luck, deal.id, 0, stage);
    for (const std::uint32_t word : words) pass = pass << 8 | (word & 0xFF);
    constexpr std::uint32_t kHigh = 0xFFFFFF00, kMiddle = 0x80;
    const auto step = [](std::uint32_t word) { return (word & kHigh) | kMiddle; };
    work = {step(words[0]), step(words[1]), 0, 0};
    buyer = {step(words[2]), step(words[3]), 0, 0};
    if (own.p.work_shape > 2 || own.p.buyer_shape > 2) {
      const Block more = luck.block(Purpose::stage_steps, deal.id, 0, stage);
      work[2] = more[0], work[3] = more[1], buyer[2] = more[2], buyer[3] = more[3];
    }
  }
};

void wait_for_buyer(const PolicySet& own, const PolicySet& market, Deal& deal, double spread) {
  const double factor = deal.fast ? market.p.fast_factor : 1.0;
  deal.buyer_days = static_cast<float>(factor * own.buyer[static_cast<int>(deal.stage)] * spread);
}

}  // namespace

void begin_stage(const PolicySet& own, const PolicySet& market, const Luck& luck, Deal& deal) {
  const StageLuck drawn(own, luck, deal);
  deal.pass_luck = drawn.pass;
  const auto [work, buyer] = erlangs(own.p.work_shape, drawn.work, own.p.buyer_shape, drawn.buyer);
  const double factor = deal.fast ? market.p.fast_factor : 1.0;
  deal.work_left = static_cast<float>(factor * own.work[static_cast<int>(deal.stage)] * work);
  wait_for_buyer(own, market, deal, buyer);
}

void look_back_on_stage(const PolicySet& own, const PolicySet& market, const Luck& luck,
                        Deal& deal) {
  const StageLuck drawn(own, luck, deal);
  deal.pass_luck = drawn.pass;
  wait_for_buyer(own, market, deal, erlang(own.p.buyer_shape, drawn.buyer));
}

}  // namespace tandem::rules
