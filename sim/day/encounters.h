// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/day/firm.h"
#include "sim/rules/encounters.h"

// Teams that sell to callers or walk-ins (MODEL section 4).
namespace tandem {

/// Serves all who call or walk in today, in the hours that are left for them.
void serve_encounters(const Firm& firm, State& state);

/// How strongly the seller in a seat claims the next walk-in. `mates_pull` = what a unit of their own
/// credit is worth to the mates at the counter, on average.
[[nodiscard]] rules::ClaimTerms claim_of(const Firm& firm, const State& state, int seat,
                                         double mates_pull);

}  // namespace tandem
