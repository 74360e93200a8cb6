// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "sim/scenario/import/figures.h"

namespace tandem::crm {

/// What runs of the scenario with these constants give; `times` as many as usual.
using Observe = std::function<Result<Sample>(const Constants&, int times)>;

/// A firm of the same kind that meets about `most` opportunities a year: fewer seats with their
/// accounts, and where teams would run out of seats, fewer accounts with more work each.
struct SmallFirm {
  Constants constants;
  double share = 1;  ///< its opportunities against the whole firm's
};
[[nodiscard]] SmallFirm small_firm(const Constants& constants, const Facts& facts, double most);

/// Corrects rates, chances and times a fixed number of times by what a simulation gives against the
/// file: work and waiting are part of a cycle, satisfaction of demand, knowledge of a win, and none
/// of them stands in the file. The best constants seen are returned; they are plain numbers.
[[nodiscard]] Result<Constants> calibrate(Constants start, const Facts& facts,
                                          const Observe& observe);

}  // namespace tandem::crm
