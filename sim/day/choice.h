// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/day/firm.h"

// What a rep decides: effort, its split over activities, which deal comes first (MODEL sections 3
// and 6).
namespace tandem {

/// Works out what one more unit of credit is worth to the person in the seat, chooses effort and
/// hours by it, and puts the open deals in order.
void choose(const Firm& firm, State& state, int seat);

/// What the next hour on a deal is worth: gain of a win under the plan (and in standing) times its
/// chance, for each hour still needed. Under `first come` the age alone counts.
[[nodiscard]] double deal_worth(const Firm& firm, const State& state, int seat, const Deal& deal,
                                const Turn& turn);

/// Credit a day of whoever else brings the holder's result, and the variance of all of it.
struct Company {
  double credit = 0, variance = 0;
};
[[nodiscard]] Company company(const Firm& firm, const State& state, int seat, Holder holder);

/// Certainty equivalent of the person's present pay, money a year.
[[nodiscard]] double pay_worth(const Firm& firm, const State& state, int seat);

}  // namespace tandem
