// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/day/firm.h"

// Appraisals, recognition, ranks and careers: how people stand (MODEL section 8).
namespace tandem {

/// Appraisals that fall on this day: scores, what follows from them, how fair they feel.
void appraise(const Firm& firm, State& state);

/// Awards that fall on this day.
void give_awards(const Firm& firm, State& state);

/// Who is promoted at the end of this year of service.
void promote(const Firm& firm, State& state);

/// At week's end: ranks are shown, and what mates do and have at stake is seen.
void see_each_other(const Firm& firm, State& state);

/// Share of the way to the next promotion; 0 without a career.
[[nodiscard]] double career_progress(const Firm& firm, const State& state, int seat);

}  // namespace tandem
