// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/model/model.h"

// What a person expects help, care and an appraisal to bring where a plan pays for them (MODEL
// section 6).
namespace tandem::rules {

/// Share of hours kept for colleagues now that will be given: none where those kept before still
/// lie there, `most` being what a week may hold.
[[nodiscard]] double use_of_help(double left, double most);

/// How a book of customers stands, as far as service goes.
struct CareCase {
  double known = 0;         ///< of what is asked, in [0, 1]
  double satisfaction = 0;  ///< mean, in [0, 1]
  double customers = 1;     ///< over whom the mean is taken that is paid for
  double hours = 0;         ///< of care a day
  double asked = 0;         ///< hours a day that requests would take
};

/// Points of mean satisfaction that one more hour of care is expected to add: requests answered,
/// each by what a good answer adds and a day less of waiting. Hours that no request asks for add
/// nothing.
[[nodiscard]] double points_of_care(const PolicySet& market, const CareCase& of);

/// Points of score that the next appraisal gives for a result of one time the expected, and for
/// help of one time the mates' mean.
[[nodiscard]] double points_of_result(const PolicySet& set);
[[nodiscard]] double points_of_help(const PolicySet& set);

}  // namespace tandem::rules
