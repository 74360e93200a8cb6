// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/day/firm.h"

// Changes for newcomers, for thirds by result, and for those who accept them: who is in them is
// settled when they begin, and belongs to the person.
namespace tandem {

/// Days of results by which people fall into thirds.
inline constexpr int kTercileDays = 63;

/// Does the change reach the seat, whoever sits there?
[[nodiscard]] bool covers(const Model& model, const ChangeSpec& change, int seat);

void start_scopes(const Firm& firm, State& state);
/// What today's changes need: before they come into force.
void settle_scopes(const Firm& firm, State& state);
/// The person has left: the next one is in none of them.
void leave_scopes(const Firm& firm, State& state, int seat);

}  // namespace tandem
