// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/day/firm.h"

// Meetings: who meets today, who speaks or teaches whom, what they take away (MODEL section 5).
namespace tandem {

/// Holds the meetings of the day. Everybody learns from what others knew before.
void hold_meetings(const Firm& firm, State& state);

}  // namespace tandem
