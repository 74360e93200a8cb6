// SPDX-License-Identifier: Apache-2.0
#include "sim/rules/merits.h"

#include <algorithm>

#include "sim/base/math.h"

namespace tandem::rules {

double use_of_help(double left, double most) {
  return most > 0 ? std::clamp(1 - left / most, 0.0, 1.0) : 1;
}

double points_of_care(const PolicySet& market, const CareCase& of) {
  const Parameters& p = market.p;
  if (of.asked <= 0 || p.request_work <= 0) return 0;
  const double quality = (of.known - p.poor_answer) / (1 - p.poor_answer);
  const double answer = p.answer_gain * std::max(quality, 0.0) * (1 - of.satisfaction);
  const double used = math::exp(-of.hours / of.asked);
  return 100 * (answer + p.wait_loss) / p.request_work / of.customers * used;
}

double points_of_result(const PolicySet& set) {
  const int method = set.p.evaluation_method;
  const bool weighed = method == Parameters::by_kpi || method == Parameters::by_360;
  return 100 * (weighed ? 1 - set.p.evaluation_weight : 1);
}

double points_of_help(const PolicySet& set) {
  switch (set.p.evaluation_method) {
    case Parameters::by_kpi:
      return 100 * set.p.evaluation_weight / 2;
    case Parameters::by_360:
      return 100 * set.p.evaluation_weight;
    default:
      return 0;
  }
}

}  // namespace tandem::rules
