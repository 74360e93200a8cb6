// SPDX-License-Identifier: Apache-2.0
#include "sim/rules/market.h"

#include <algorithm>

#include "sim/base/math.h"

namespace tandem::rules {

double threshold(const Luck& luck, Purpose purpose, std::uint64_t entity, std::uint32_t n) {
  return math::exponential_quantile(luck.uniform(purpose, entity, 0, n));
}

double opportunity_rate(const PolicySet& market, Segment segment, double potential,
                        double satisfaction) {
  const double rate = market.opportunity[static_cast<int>(segment)] * market.potential * potential;
  if (segment == Segment::prospect) return rate * (1 + market.leads);
  return rate * math::exp(market.p.satisfaction_pull * (satisfaction - 0.5));
}

double request_rate(const PolicySet& market, Segment segment, double potential,
                    double satisfaction) {
  return market.requests[static_cast<int>(segment)] * potential * (1.5 - satisfaction);
}

double churn_rate(const PolicySet& market, Segment segment, double satisfaction) {
  if (segment == Segment::prospect) return 0;
  return market.churn * math::exp(-market.p.churn_pull * (satisfaction - 0.5));
}

double prospecting_factor(const PolicySet& own, double hours, double day_hours) {
  const double normal = day_hours * own.time[static_cast<int>(Activity::prospecting)];
  return math::pow(std::max(hours, 0.0) / normal, own.p.prospecting_pull);
}

Deal opportunity(const Model& model, const PolicySet& market, const Luck& luck, int account,
                 std::uint32_t n) {
  Deal deal;
  deal.id = deal_id(model.account[account].id, n);
  deal.account = account;
  if (market.p.fast_share > 0) {
    const Block more = luck.block(Purpose::opportunity_traits, model.account[account].id, 1, n);
    deal.fast = uniform32(more[1]) < market.p.fast_share;
  }
  return deal;
}

void draw_traits(const Model& model, const PolicySet& market, const Luck& luck, std::uint32_t n,
                 double added_rivals, Deal& deal, int product) {
  const Parameters& p = market.p;
  const std::uint64_t id = model.account[deal.account].id;
  const Block words = luck.block(Purpose::opportunity_traits, id, 0, n);
  const auto topics = model.topics_upto(model.account[deal.account].territory);
  deal.topic = static_cast<std::uint8_t>(pick(topics, uniform32(words[1])));
  double log_mean = market.deal_log_mean, spread = p.deal_spread;
  if (!model.product_share.empty()) {
    if (product < 0) {
      const Block more = luck.block(Purpose::opportunity_traits, id, 1, n);
      product = pick(model.product_share, uniform32(more[0]));
    }
    deal.product = static_cast<std::int16_t>(product);
    log_mean = model.product_log_mean[product];
    spread = model.spec.products[product].spread;
    if (model.product_topic[product] >= 0)
      deal.topic = static_cast<std::uint8_t>(model.product_topic[product]);
  }
  deal.value = math::exp(log_mean + spread * math::normal_quantile(uniform32(words[0])));
  const double second = uniform32(words[2]);
  if (second < p.complexity && model.topics > 1) {
    const int other = pick(topics, second / p.complexity);
    if (other != deal.topic) deal.second_topic = static_cast<std::int16_t>(other);
  }
  const double strength =
      market.competitors + added_rivals + p.competitor_spread * (2 * uniform32(words[3]) - 1);
  deal.competitor = static_cast<float>(std::clamp(strength, 0.0, 1.0));
}

}  // namespace tandem::rules
