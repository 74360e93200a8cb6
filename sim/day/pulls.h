// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/day/firm.h"

// What a seat's plan pays, as curves over credit, kept between choices.
namespace tandem {

/// How much of a measure a unit of credit of this seat makes: a margin is a share of it, a count is
/// one a deal, activity is callers and walk-ins; it and cost come of no deal's credit (0).
[[nodiscard]] double measure_rate(const Firm& firm, const State& state, int seat, Quantity quantity,
                                  int meter);

/// Empty, for a firm of this size.
void reset_pulls(const Firm& firm, State& state);

/// Somebody came or went here, or quota or plan moved: what was kept for the seat, and for mates
/// whose pay depends on it, is no longer right.
void pulls_changed(const Firm& firm, State& state, int seat);

/// The same for every seat: another epoch.
void all_pulls_changed(State& state);

/// Made from the book; `until` is the last day on which the answer may be used again, today if
/// credit itself moves a curve. The pulls' weights and fields must be today's.
void make_pulls(const Firm& firm, const State& state, int seat, SeatPulls& out);

/// The pulls of the seat's person, made anew where what was kept does not hold.
const SeatPulls& pulls_of(const Firm& firm, State& state, int seat);

}  // namespace tandem
