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
  for (int k = 0; k < topics; ++k) {  // after_sharing() without a branch: two go at a time
    const double gap = std::max(0.0, theirs[k] - x[k]), each = taken * weight[k];
    x[k] += gap * each / (1 + each);
  }
}

namespace {

void fill_gaps(double* x, const double* theirs, const double* asked, int topics, double taken,
               double ground) {
  double wanted = 0;
  for (int k = 0; k < topics; ++k) wanted += asked[k] * std::max(0.0, theirs[k] - x[k]);
  if (wanted <= 0) return;
  taken *= ground * topics / wanted;
  for (int k = 0; k < topics; ++k)
    x[k] = after_sharing(x[k], theirs[k], taken * asked[k] * std::max(0.0, theirs[k] - x[k]));
}

}  // namespace

void be_taught(double* x, const double* theirs, const double* asked, int topics, double taken) {
  fill_gaps(x, theirs, asked, topics, taken, common_ground(x, theirs, topics));
}

void take_course(double* x, const double* taught, const double* asked, int topics, double taken) {
  fill_gaps(x, taught, asked, topics, taken, 1);
}

}  // namespace tandem::rules
