// SPDX-License-Identifier: Apache-2.0
#include "sim/rules/wellbeing.h"

#include <algorithm>

#include "sim/base/math.h"

namespace tandem::rules {

double fatigue_after(const PolicySet& set, double fatigue, double effort, double days) {
  const Parameters& p = set.p;
  if (!p.fatigue_on) return 0;
  const double load = std::max(0.0, effort - p.sustainable);
  // f' = gain x load x (1 - f) - rest x f, solved over the days.
  const double rate = p.fatigue_gain * load + p.fatigue_rest;
  if (rate <= 0) return fatigue;
  const double level = p.fatigue_gain * load / rate;
  return level + (fatigue - level) * math::exp(-rate * days);
}

double certainty_equivalent(double pay, double variable, double variation, double risk_aversion) {
  const double spread = variable * variation;
  return pay * std::max(0.2, 1 - risk_aversion * spread * spread / 2);
}

double MoraleTerms::target() const {
  return std::clamp(base + pay + success + growth + load + attention + conflict + fairness +
                        recognition + cohesion + rank,
                    0.0, 1.0);
}

MoraleTerms morale_terms(const PolicySet& set, const MoraleCase& of) {
  const Parameters& p = set.p;
  MoraleTerms terms;
  terms.base = p.morale_base;
  terms.pay = of.pay_reference > 0 && of.pay_worth > 0
                  ? p.morale_pay * math::log(of.pay_worth / of.pay_reference)
                  : 0;
  terms.success = p.morale_success * (of.success - 1);
  terms.growth = p.morale_growth * of.growth;
  terms.load = -p.morale_load * of.fatigue;
  terms.attention = p.coaching_morale * of.attention;
  terms.conflict = -p.morale_conflict * of.conflict;
  terms.fairness = p.fairness_on ? p.morale_fairness * of.fairness : 0;
  terms.recognition = p.morale_recognition * of.recognised;
  terms.cohesion = p.morale_cohesion * (of.trust - 0.5);
  terms.rank = p.rank_sting * of.rank - p.rank_hopeless * of.behind;
  return terms;
}

QuitTerms quit_terms(const PolicySet& set, const QuitCase& of) {
  const Parameters& p = set.p;
  QuitTerms terms;
  terms.tenure = p.quit_tenure * math::exp(-of.tenure_days / p.quit_tenure_days);
  terms.morale = -p.quit_morale * (of.morale - 0.5);
  terms.pay = of.outside_pay > 0 && of.pay_worth > 0
                  ? p.quit_pay * math::log(of.outside_pay / of.pay_worth)
                  : 0;
  terms.fatigue = p.quit_fatigue * of.fatigue;
  terms.loyalty = -p.quit_loyalty * of.loyalty;
  terms.exits = p.contagion ? p.quit_peers * of.exits_near : 0;
  terms.cohesion = -p.quit_cohesion * (of.trust - 0.5);
  terms.vesting = of.pay_worth > 0 ? -p.quit_vesting * of.vesting / of.pay_worth : 0;
  terms.career = -p.quit_career * of.career;
  return terms;
}

double visible(const PolicySet& set, double tenure_days, bool ranked) {
  const double hidden = (1 - set.p.visibility) * (ranked ? 0.5 : 1);
  return 1 - hidden * math::exp(-tenure_days / set.p.visibility_days);
}

double quit_rate(const PolicySet& set, const QuitTerms& terms) {
  return set.quit * math::exp(terms.sum());
}

double outside_pay(const PolicySet& market, double log_ability) {
  return market.p.outside_pay * math::exp(market.p.outside_ability * log_ability);
}

}  // namespace tandem::rules
