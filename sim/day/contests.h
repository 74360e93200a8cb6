// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/day/firm.h"

// Contests pull too: what a result is expected to win against rivals as everybody saw them at the
// start of the week (MODEL section 6).
namespace tandem {

/// Empty, for a firm of this size.
void reset_contests(const Firm& firm, State& state);

/// At the start of a week everybody sees where the rivals stand and what they are likely to add.
void see_rivals(const Firm& firm, State& state);

/// Works out what all competitors of a week have in common, once a week.
void see_fields(const Firm& firm, State& state);

/// The pull of contest `index` of Firm::contests on the person in the seat, without the factor of
/// money sensitivity; `rate`: how much of the measure a unit of credit makes.
[[nodiscard]] Pull contest_pull(const Firm& firm, const State& state, int index, int seat,
                                double rate);

/// What a unit of credit of one rival costs the person in the seat, money: prizes depend on who is
/// ahead of whom, so all rivals' units together cost what an own one brings.
[[nodiscard]] double cost_of_rival(const Firm& firm, const State& state, int index, int seat,
                                   const Pull& own);

}  // namespace tandem
