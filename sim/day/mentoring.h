// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/day/firm.h"

// Newcomers and their mentors (MODEL section 5).
namespace tandem {

/// A newcomer gets a mentor, if the policy has them and somebody is fit and does not say no.
void assign_mentor(const Firm& firm, State& state, int seat);

/// The person leaves, as a newcomer or as a mentor.
void end_mentoring(const Firm& firm, State& state, int seat);

/// A week of hours together.
void mentor_newcomers(const Firm& firm, State& state);

/// Hours a day that mentoring takes from the person, on either side.
[[nodiscard]] double mentoring_hours(const Firm& firm, const State& state, int seat);

}  // namespace tandem
