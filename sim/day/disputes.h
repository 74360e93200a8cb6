// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/day/firm.h"

// Disputes from their cause to their settlement (MODEL section 8).
namespace tandem {

/// Two people of one circle fall out.
void open_dispute(const Firm& firm, State& state, int seat, int mate, Cause cause);

/// A new opportunity: may be nobody's or two people's, as roles are clear. True if somebody takes it
/// up.
[[nodiscard]] bool take_up(const Firm& firm, State& state, int seat, Deal& deal);

/// A deal of two is won: a split far from the hours that each has put in is felt to be unfair.
void compare_split(const Firm& firm, State& state, int seat, const Deal& deal, double part);

/// A day of all open disputes, and those that begin out of friction.
void live_with_disputes(const Firm& firm, State& state);

/// The hazard of falling out with a mate (weekly, and on joining), given mean_trust() in them.
void refresh_friction(const Firm& firm, State& state, int seat, double trust);

/// Disputes of somebody who leaves end.
void end_disputes(const Firm& firm, State& state, int seat);

}  // namespace tandem
