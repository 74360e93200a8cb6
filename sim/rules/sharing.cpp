// SPDX-License-Identifier: Apache-2.0
#include "sim/rules/sharing.h"

#include <algorithm>

namespace tandem::rules {

double after_sharing(double knowledge, double theirs, double taken) {
  return theirs > knowledge ? knowledge + (theirs - knowledge) * taken / (1 + taken) : knowledge;
}

double common_ground(const double* learner, const double* teacher, int topics) {
  double shared = 0, known = 0;
  for (int k = 0; k < topics; ++k) {
    shared += std::min(learner[k], teacher[k]);
    known += learner[k];
  }
  return known > 0 ? shared / known : 1;
}

void listen(double* x, const double* theirs, const double* weight, int topics, double taken) {
  taken *= common_ground(x, theirs, topics);
  for (int k = 0; k < topics; ++k) x[k] = after_sharing(x[k], theirs[k], taken * weight[k]);
}

void be_taught(double* x, const double* theirs, const double* asked, int topics, double taken) {
  double wanted = 0;
  for (int k = 0; k < topics; ++k) wanted += asked[k] * std::max(0.0, theirs[k] - x[k]);
  if (wanted <= 0) return;
  taken *= common_ground(x, theirs, topics) * topics / wanted;
  for (int k = 0; k < topics; ++k)
    x[k] = after_sharing(x[k], theirs[k], taken * asked[k] * std::max(0.0, theirs[k] - x[k]));
}

}  // namespace tandem::rules
