// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/day/firm.h"

namespace tandem {

/// Sets `state` to the opening of the first day (MODEL section 2: a going concern, or an empty
/// firm), re-using its memory.
void start(const Firm& firm, State& state, std::uint64_t seed, std::uint32_t replication);

/// Plays one day, in eight stops.
void run_day(const Firm& firm, State& state);

}  // namespace tandem
