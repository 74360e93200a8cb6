// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/day/firm.h"

// Changes that people may accept or not (MODEL section 7, Offers). Whoever is there when one begins
// decides then, whoever comes later on the first day; what was accepted belongs to the person and
// lasts until the change ends.
namespace tandem {

/// What a year under a set's plan is worth to the person in the seat, money: the fixed pay, and what
/// looking ahead (EVIDENCE A7) makes of each element at the start of its period, less what risk
/// takes off. A contest counts as an equal chance; draws, long service, promotions and
/// recognition are left out.
[[nodiscard]] double plan_worth(const Firm& firm, const State& state, int seat,
                                const PolicySet& set);

/// Does the person in the seat accept the k-th change for some people, in force from `day`? If so,
/// it holds for that person.
void decide_offer(const Firm& firm, State& state, int seat, std::size_t k, int day);

/// A newcomer decides on what is offered to everybody who comes.
void decide_on_joining(const Firm& firm, State& state, int seat);

}  // namespace tandem
