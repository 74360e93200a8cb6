// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/day/firm.h"

// Courses (MODEL section 5).
namespace tandem {

/// Holds the courses of the day.
void hold_courses(const Firm& firm, State& state);

/// A week's loss of what courses and coaching gave beside knowledge.
void fade_courses(const Firm& firm, State& state, int seat);

}  // namespace tandem
