// SPDX-License-Identifier: Apache-2.0
#include "sim/base/check.h"
#include "sim/day/stops.h"

namespace tandem {

namespace {

bool is_share(double x) { return x >= 0 && x <= 1; }

// What must hold of every person at the end of a week, whatever the policies.
void check_invariants(const Firm& firm, const State& state) {
  const People& people = state.people;
  for (int seat = 0; seat < firm.model.seats; ++seat) {
    const bool sound = is_share(people.morale[seat]) && is_share(people.fatigue[seat]) &&
                       people.effort[seat] >= 0 && people.effort[seat] <= 3 &&
                       people.quit_rate[seat] >= 0 && people.pay_level[seat] >= 0;
    if (!sound)
      throw BrokenInvariant("a person's state is out of range", state.day,
                            firm.model.seat_name[seat], "close");
  }
  for (const double x : people.knowledge)
    CHECK(is_share(x), "knowledge lies between 0 and 1, day " + std::to_string(state.day));
}

}  // namespace

void close_day(const Firm& firm, State& state) {
  if (firm.model.calendar.ends_week(state.day)) check_invariants(firm, state);
  ++state.day;
}

}  // namespace tandem
