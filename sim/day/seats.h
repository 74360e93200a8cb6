// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/day/firm.h"

// What happens to a seat when somebody comes or goes.
namespace tandem {

/// The n-th person of a seat: traits and own knowledge, quantiles of addressed uniforms.
void draw_person(const Firm& firm, State& state, int seat, int person);

/// The next person of an empty seat joins today.
void join_seat(const Firm& firm, State& state, int seat);

/// The person leaves today; the seat is empty for the hiring delay.
void leave_seat(const Firm& firm, State& state, int seat, bool dismissed);

/// The day's pay lines from place `from` on reach the people and the day's sum.
void enter_pay(State& state, std::size_t from);

/// A line of credit reaches the book and the person in its seat; in an empty seat nobody.
void enter_credit(const Firm& firm, State& state, const CreditLine& line);

/// Sets quota and expectations of a seat from its policy. Needed at the start and where quota rules
/// change.
void set_quota(const Firm& firm, State& state, int seat);

/// The seat's quota is now `year` (cents a year): the book's sums and mates' outlooks follow.
void give_quota(const Firm& firm, State& state, int seat, Money year);

/// The hazards of quitting and of falling out (weekly, and on joining), given mean_trust() in mates.
void refresh_hazards(const Firm& firm, State& state, int seat, double trust);

/// Opens a deal for a seat. Its stage has begun. Null where the seat is full: it passes by.
Deal* open_deal(const Firm& firm, State& state, Deal deal, Turn turn, int seat);

}  // namespace tandem
