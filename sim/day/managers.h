// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/day/firm.h"

// The manager as an agent: hours for the people of the team (MODEL sections 2 and 5).
namespace tandem {

/// A week's coaching: knowledge, skill, trust.
void coach_people(const Firm& firm, State& state);

/// Hours a day that the person is coached, or a manager coaches.
[[nodiscard]] double coaching_hours(const Firm& firm, const State& state, int seat);

}  // namespace tandem
