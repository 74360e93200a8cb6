// SPDX-License-Identifier: Apache-2.0
#include "sim/day/pulls.h"

#include <gtest/gtest.h>

#include "sim/day/day.h"
#include "tests/support/random_firms.h"

namespace tandem {
namespace {

void expect_same(const SeatPulls& kept, const SeatPulls& fresh, const std::string& where) {
  ASSERT_EQ(kept.n, fresh.n) << where;
  for (int g = 0; g < kept.n; ++g) {
    const Pull &a = kept.part[g], &b = fresh.part[g];
    ASSERT_TRUE(a.holder == b.holder && a.period == b.period && a.last == b.last &&
                a.payday == b.payday && a.tally == b.tally && a.per_credit == b.per_credit)
        << where;
    ASSERT_EQ(a.curve.segments, b.curve.segments) << where;
    for (int j = 0; j < a.curve.segments; ++j)
      ASSERT_TRUE(a.curve.at[j] == b.curve.at[j] && a.curve.level[j] == b.curve.level[j] &&
                  a.curve.slope[j] == b.curve.slope[j])
          << where << ", segment " << j << ": " << a.curve.level[j] << " " << b.curve.level[j];
  }
}

// What is kept between choices is what would be made anew, bit for bit, on every day of random
// firms with every kind of plan, changes of plan, ratchets, hirings and exits.
TEST(Pulls, WhatIsKeptIsWhatWouldBeMadeAnew) {
  int kept_seats = 0, made_anew = 0;
  for (std::uint32_t number = 0; number < 300; ++number) {
    const Scenario scenario = test::random_scenario(number);
    const Firm firm(scenario.model());
    State state;
    start(firm, state, scenario.seed(), 0);
    SeatPulls fresh;
    for (int day = 0; day < 90; ++day) {
      run_day(firm, state);
      PoolWeights weights;
      refresh(weights, state.pay, firm.pay, firm.roster(state), firm.model.calendar, state.day);
      for (int seat = 0; seat < firm.model.seats; ++seat) {
        if (!state.people.present[seat]) continue;
        const std::uint64_t built = state.pulls.seat[seat].built;
        const int until = state.pulls.seat[seat].until;
        const SeatPulls& kept = pulls_of(firm, state, seat);
        (built == kept.built && until == kept.until ? kept_seats : made_anew) += 1;
        std::swap(weights, state.pulls.weights);
        make_pulls(firm, state, seat, fresh);
        std::swap(weights, state.pulls.weights);
        expect_same(kept, fresh,
                    "firm " + std::to_string(number) + ", day " + std::to_string(day) + ", seat " +
                        std::to_string(seat));
        if (HasFatalFailure()) return;
      }
    }
  }
  EXPECT_GT(kept_seats, 50'000);
  EXPECT_GT(made_anew, 5'000);
}

}  // namespace
}  // namespace tandem
