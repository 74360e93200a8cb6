// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "sim/command/console.h"
#include "sim/command/numbers.h"
#include "tandem/study.h"

namespace tandem {

/// What `tandem compare` prints: per variant the differences, cost and risk, and whose pay changes.
[[nodiscard]] std::string compare_table(const Scenario& base, const ComparisonSet& set, int threads,
                                        const Console& console);

/// The part on cost and risk, and the part on people.
[[nodiscard]] std::string cost_and_risk(const Comparison& comparison, const Console& console);
[[nodiscard]] std::string gains_and_losses(const Comparison& comparison, const Console& console);

/// Which of BASE and the variants can be the best.
[[nodiscard]] std::string best_table(const BestOfSet& set, const Console& console);

/// "+0.31 ± 0.12", the half-width standing for the interval; of one pair the difference alone.
[[nodiscard]] std::string plus_minus(const Estimate& difference, const Scale& scale,
                                     const Console& console);

}  // namespace tandem
