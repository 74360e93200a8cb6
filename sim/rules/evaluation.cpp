// SPDX-License-Identifier: Apache-2.0
#include "sim/rules/evaluation.h"

#include <algorithm>
#include <cmath>

#include "sim/base/math.h"

namespace tandem::rules {

double true_worth(const PolicySet& set, const Contribution& done) {
  const double together = set.p.evaluation_together;
  return (1 - together) * done.result + together * (done.help + done.record) / 2;
}

double score(const PolicySet& set, const Contribution& done, double z, double liked, int raters) {
  const Parameters& p = set.p;
  const double noise = p.evaluation_noise * z;
  const double together = (done.help + done.record) / 2;
  switch (p.evaluation_method) {
    case Parameters::by_kpi:
      return (1 - p.evaluation_weight) * done.result + p.evaluation_weight * together + noise;
    case Parameters::by_360:  // many eyes see help, and like whom they like
      return (1 - p.evaluation_weight) * done.result + p.evaluation_weight * done.help +
             p.evaluation_bias * liked + noise / std::sqrt(std::max(raters, 1));
    case Parameters::by_objectives:  // what was agreed is what is looked at: less noise, no help
      return done.result + 0.5 * noise;
    default:
      return done.result + noise;
  }
}

double FairnessTerms::felt() const { return std::clamp(appraisal + pay, -1.0, 1.0); }

namespace {

// What is missing hurts more than what is too much pleases.
double against(double got, double deserved) {
  constexpr double kPleased = 0.3;
  const double more = got - deserved;
  return more < 0 ? more : kPleased * more;
}

}  // namespace

FairnessTerms fairness_terms(const PolicySet& set, double worth, double scored, double pay_ratio) {
  const double open = 1 - 0.5 * set.p.evaluation_openness;  // reasons given soothe
  FairnessTerms terms;
  terms.appraisal = open * against(scored, worth);
  terms.pay = set.p.fairness_pay * against(math::log(std::max(pay_ratio, 0.05)), 0);
  return terms;
}

}  // namespace tandem::rules
