// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "sim/day/firm.h"

// What people are to each other, from day to day.
namespace tandem {

[[nodiscard]] inline const Model::Circle& circle_of(const Firm& firm, int seat) {
  return firm.model.circles[firm.model.seat_circle[seat]];
}

/// Ties as they are at the start.
void start_ties(const Firm& firm, State& state);

/// Somebody new sits here: nobody owes anything, and trust is what it is between strangers.
void introduce(const Firm& firm, State& state, int seat);

/// `helper` has done `seat` a favour, or refused one.
void note_favour(const Firm& firm, State& state, int seat, int helper, bool given);

/// Trust of the person in one seat in the one of another, of whatever team.
[[nodiscard]] double trust_in(const Firm& firm, const State& state, int seat, int other);

/// Severity of an open dispute between the people of two seats.
[[nodiscard]] double conflict_with(const Firm& firm, const State& state, int seat, int other);

/// Mean trust of a person in the mates who are there; the base where nobody is.
[[nodiscard]] double mean_trust(const Firm& firm, const State& state, int seat);

/// So many hours with each of these others raise trust in them by this share of what is missing.
void spend_time_together(const Firm& firm, State& state, int seat, std::span<const int> others,
                         double share);

/// A week's forgetting; the sharing norm follows what was seen done.
void review_ties(const Firm& firm, State& state);

}  // namespace tandem
