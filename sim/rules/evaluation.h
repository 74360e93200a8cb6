// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/model/model.h"

// Appraisals and what people make of them (MODEL section 8).
namespace tandem::rules {

/// What somebody has done since the last appraisal, 1 = as expected.
struct Contribution {
  double result = 1;  ///< own credit
  double help = 1;    ///< hours given to colleagues over the circle's mean
  double record = 1;  ///< facts on record over what is asked for
};

/// What all of it is worth to the firm: results count, and so does what made others' results.
[[nodiscard]] double true_worth(const PolicySet& set, const Contribution& done);

/// The score of an appraisal: what the method looks at, with its noise and its bias. `z`: standard
/// normal; `liked`: trust of those who rate, less one half; `raters`: of them.
[[nodiscard]] double score(const PolicySet& set, const Contribution& done, double z, double liked,
                           int raters);

/// How fair it feels in [-1, 1]: what was recognised against what was done, and pay against that of
/// mates for what they did. `pay_ratio`: pay over mates' mean, over worth over mates' mean.
struct FairnessTerms {
  double appraisal = 0, pay = 0;
  [[nodiscard]] double felt() const;
};
template <class Visitor>
void visit_terms(const FairnessTerms& t, Visitor&& visit) {
  visit("appraisal against what was done", t.appraisal);
  visit("pay against that of mates", t.pay);
}
[[nodiscard]] FairnessTerms fairness_terms(const PolicySet& set, double worth, double scored,
                                           double pay_ratio);

}  // namespace tandem::rules
