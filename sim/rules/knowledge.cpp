// SPDX-License-Identifier: Apache-2.0
#include "sim/rules/knowledge.h"

#include <algorithm>

#include "sim/base/math.h"

namespace tandem::rules {

double after_practice(const PolicySet& set, double knowledge, double own, double learning,
                      double hours, double study, double days) {
  const Parameters& p = set.p;
  double x = knowledge;
  if (p.learning && x < own) {
    const double practice = learning * (p.doing_rate * hours + p.study_rate * study);
    x = own - (own - x) * (practice == 0 ? 1.0 : math::exp(-practice));
  }
  if (p.forgetting_on) {
    const double use = std::min(1.0, hours / p.week_use);
    x *= 1 - std::min(1.0, p.forgetting * days) * (1 - use);
  }
  return x;
}

}  // namespace tandem::rules
