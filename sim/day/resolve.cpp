// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <span>
#include <tuple>

#include "sim/day/asking.h"
#include "sim/day/choice.h"
#include "sim/day/co_selling.h"
#include "sim/day/stops.h"

namespace tandem {

namespace {

// Who of these has the fewest open deals; the first in the list among equals, which starts at an
// addressed place so that low numbers are not favoured. -1: nobody can.
int least_loaded(const Firm& firm, const State& state, std::span<const int> seats,
                 const Intent& intent, const Deal& deal) {
  int best = -1;
  const std::size_t n = seats.size();
  for (std::size_t i = 0; i < n; ++i) {
    const int seat = seats[(intent.priority + i) % n];
    if (!state.people.present[seat] || seat == intent.seat || state.deals.full(seat)) continue;
    if (intent.kind == Intent::cover && firm.model.seat_role[seat] == Role::closer &&
        deal.stage < Stage::propose)
      continue;
    if (intent.kind == Intent::cover &&
        state.deals.count(seat) >= firm.of_seat(state, seat).cover_limit)
      continue;
    if (best < 0 || state.deals.count(seat) < state.deals.count(best)) best = seat;
  }
  return best;
}

}  // namespace

void resolve(const Firm& firm, State& state) {
  if (state.intents.empty()) return;
  std::sort(state.intents.begin(), state.intents.end(), [](const Intent& a, const Intent& b) {
    return std::tie(a.kind, a.priority, a.deal) < std::tie(b.kind, b.priority, b.deal);
  });
  for (const Intent& intent : state.intents) {
    if (intent.kind == Intent::answer) {
      take_answer(firm, state, intent);
      continue;
    }
    if (intent.kind == Intent::co_sell) {
      take_partner(firm, state, intent);
      continue;
    }
    const int place = state.deals.place_of(intent.seat, intent.deal);
    Deal deal = state.deals.of(intent.seat)[static_cast<std::size_t>(place)];
    Turn turn = state.deals.turns(intent.seat)[static_cast<std::size_t>(place)];
    const int team = firm.model.seat_team[intent.seat];
    const auto& candidates = intent.kind == Intent::hand_over ? firm.model.team_closers[team]
                                                              : firm.model.team_seats[team];
    const int taker = least_loaded(firm, state, candidates, intent, deal);
    if (taker < 0) continue;
    state.deals.close(intent.seat, place);
    if (intent.kind == Intent::cover) deal.finder = taker;
    const PolicySet& before = firm.of_seat(state, intent.seat);
    if (before.p.crm_on) {  // what is not on record is done again
      const double again = before.p.crm_rework * (1 - state.people.coverage[intent.seat]) *
                           before.work[static_cast<int>(deal.stage)];
      deal.work_left += static_cast<float>(again);
      state.today.repeated_hours += again;
    }
    turn.worth = static_cast<float>(deal_worth(firm, state, taker, deal, turn));
    state.deals.open(taker, deal, turn);
    if (state.notes.on) {
      Note note = note_on(NoteKind::handed_over, state.day, taker, deal);
      note.number = intent.seat;
      state.notes.add(note);
    }
  }
}

}  // namespace tandem
