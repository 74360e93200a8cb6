// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/model/model.h"

// Learning by doing and study, forgetting (MODEL section 5).
namespace tandem::rules {

/// Knowledge of a topic after `days` in which `hours` were worked on it and `study` hours went into
/// learning it: the gap to `own` closes by exp(-(doing x hours + studying x study) x learning);
/// what is not used fades.
[[nodiscard]] double after_practice(const PolicySet& set, double knowledge, double own,
                                    double learning, double hours, double study, double days);

}  // namespace tandem::rules
