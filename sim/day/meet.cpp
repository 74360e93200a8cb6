// SPDX-License-Identifier: Apache-2.0
#include "sim/day/asking.h"
#include "sim/day/meetings.h"
#include "sim/day/news.h"
#include "sim/day/stops.h"
#include "sim/day/training.h"

namespace tandem {

namespace {

void propose(State& state, Intent::Kind kind, int seat, const Deal& deal) {
  const Block words = state.luck.block(Purpose::order, deal.id, state.day, kind);
  state.intents.push_back(
      {kind, deal.slot, seat, -1, deal.id, std::uint64_t{words[0]} << 32 | words[1]});
}

}  // namespace

void meet(const Firm& firm, State& state) {
  const Model& model = firm.model;
  hold_meetings(firm, state);
  pass_news_on(firm, state);
  hold_courses(firm, state);
  ask_colleagues(firm, state);
  for (int seat = 0; seat < model.seats; ++seat) {
    const int team = model.seat_team[seat];
    if (!state.people.present[seat] && firm.of_seat(state, seat).p.cover) {
      // What waits for somebody in an empty seat may go to a colleague.
      for (int i = 0; i < state.deals.count(seat); ++i)
        if (!state.deals.turns(seat)[i].with_buyer())
          propose(state, Intent::cover, seat, state.deals.of(seat)[i]);
    } else if (model.seat_role[seat] == Role::hunter && !model.team_closers[team].empty()) {
      // Hunters hand their deals to the team's closers at the proposal.
      for (const Deal& deal : state.deals.of(seat))
        if (deal.stage >= Stage::propose) propose(state, Intent::hand_over, seat, deal);
    }
    if (firm.of_seat(state, seat).p.placebo) {
      const double drawn = state.luck.uniform(Purpose::placebo, model.seat_id[seat], state.day, 0);
      CHECK(drawn > 0 && drawn < 1, "a uniform lies between 0 and 1");
    }
  }
}

}  // namespace tandem
