// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "sim/day/firm.h"

// Temporary teams: who is in which, and what the others' credit is worth.
namespace tandem {

void start_groups(const Firm& firm, State& state);
/// Makes them anew where the day has come. Groups that pay counts on stay as long as a period of
/// that pay runs.
void renew_groups(const Firm& firm, State& state);

/// Who is in a group; one of those who are in none is alone in the group of the own seat's number.
[[nodiscard]] std::span<const int> group_members(const State& state, int group);

/// What one more unit of a colleague's credit is worth to the seat's person, money.
[[nodiscard]] double worth_of_mates_credit(const State& state, int seat, int mate);
/// What a unit of the seat's credit is worth to the others of its group together, money.
[[nodiscard]] double stake_of_group(const State& state, int seat);

}  // namespace tandem
