// SPDX-License-Identifier: Apache-2.0
#include "sim/day/leaving.h"

#include <algorithm>

#include "sim/base/math.h"
#include "sim/day/accounts.h"
#include "sim/day/asking.h"
#include "sim/day/ties.h"
#include "sim/rules/leaving.h"

namespace tandem {

namespace {

void take_deals(const Firm& firm, State& state, int seat) {
  const double chance = rules::deal_goes(firm.of_seat(state, seat), state.people.coverage[seat]);
  for (int i = state.deals.count(seat); i-- > 0;) {
    const Deal& deal = state.deals.of(seat)[static_cast<std::size_t>(i)];
    const double u = state.luck.uniform(Purpose::leaving, deal.id, 0, 0);
    if (u >= chance) continue;
    ++state.today.deals_lost_with_leavers;
    state.today.closed.push_back({deal, seat, Ending::taken});
    if (state.notes.on) {
      Note note = note_on(NoteKind::deal_taken, state.day, seat, deal);
      note.chance = chance;
      note.luck = u;
      state.notes.add(note);
    }
    state.deals.close(seat, i);
  }
}

// Who of the circle serves an account while the seat is empty; -1: nobody.
int interim(const Firm& firm, const State& state, int seat, int account) {
  const int rule = firm.of_seat(state, seat).p.handover_to;
  if (rule == Parameters::to_newcomer) return -1;
  const Model& model = firm.model;
  const Model::Circle& circle = circle_of(firm, seat);
  const double* asked = &model.topic_share[model.account[account].territory * model.topics];
  const auto fits = [&](int mate) {
    double known = 0;
    for (int k = 0; k < model.topics; ++k)
      known += asked[k] * state.people.knowledge[mate * model.topics + k];
    return known;
  };
  const auto score = [&](int mate) -> double {
    switch (rule) {
      case Parameters::to_nearest:
        return -std::abs(mate - seat);
      case Parameters::to_least_loaded:
        return -state.deals.count(mate) - 0.01 * state.requests.waiting[mate] -
               0.1 * state.people.help_left[mate];
      case Parameters::to_most_alike:
        return fits(mate);
      default:  // the best: whoever sells most
        return state.people.log_ability[mate] + fits(mate);
    }
  };
  int best = -1;
  for (int d = 1; d < circle.size; ++d) {  // in turn from an addressed place, for equals
    const int place =
        circle.first + (seat - circle.first + d + account % circle.size) % circle.size;
    if (place == seat || !state.people.present[place] || !model.has_accounts(place)) continue;
    if (best < 0 || score(place) > score(best)) best = place;
  }
  return best;
}

void take_customers(const Firm& firm, State& state, int seat) {
  const Model& model = firm.model;
  const PolicySet& set = firm.of_seat(state, seat);
  Accounts& accounts = state.accounts;
  const double coverage = state.people.coverage[seat];
  const double kept = rules::relation_kept(set, coverage);
  for (int a = model.book_first[seat]; a < model.book_first[seat + 1]; ++a) {
    if (accounts[a].segment != Segment::prospect && set.p.leavers_take) {
      const auto why = rules::follow_terms(set, accounts.person_relation[a],
                                           accounts[a].firm_relation, coverage);
      const double chance = math::logistic(why.sum());
      const double u =
          state.luck.uniform(Purpose::leaving, model.account[a].id, state.people.person[seat], 1);
      if (u < chance) {
        if (state.notes.on)
          state.notes.add_with({.kind = NoteKind::customer_followed,
                                .day = state.day,
                                .seat = seat,
                                .account = a,
                                .chance = chance,
                                .luck = u},
                               why);
        ++state.today.lost_with_leavers;
        drop_customer(firm, state, a);
        continue;
      }
    }
    accounts.person_relation[a] *= kept;
    accounts.server[a] = interim(firm, state, seat, a);
    if (accounts.server[a] < 0) continue;
    const int mate = accounts.server[a];
    if (accounts[a].segment != Segment::prospect)
      state.people.joint_left[mate] += set.p.handover_hours * set.p.handover_care;
  }
}

}  // namespace

void take_leave(const Firm& firm, State& state, int seat) {
  const PolicySet& set = firm.of_seat(state, seat);
  const Model::Circle& circle = circle_of(firm, seat);
  constexpr double kClose = 8;  // mates: one exit among more is felt by each the less
  const double felt = std::min(1.0, kClose / circle.size);
  if (set.p.leavers_take) take_deals(firm, state, seat);
  take_customers(firm, state, seat);
  for (const int mate : circle.seats()) {
    if (mate == seat) continue;
    if (set.p.contagion)
      state.people.exits_near[mate] += felt * state.ties.trust[Ties::place(circle, mate, seat)];
    // What the leaver served for another empty seat has nobody again.
    if (state.people.present[mate]) continue;
    for (int a = firm.model.book_first[mate]; a < firm.model.book_first[mate + 1]; ++a)
      if (state.accounts.server[a] == seat) state.accounts.server[a] = -1;
  }
}

void take_over_book(const Firm& firm, State& state, int seat) {
  const PolicySet& set = firm.of_seat(state, seat);
  Accounts& accounts = state.accounts;
  for (int a = firm.model.book_first[seat]; a < firm.model.book_first[seat + 1]; ++a) {
    if (accounts[a].segment != Segment::prospect)
      state.people.joint_left[seat] += set.p.handover_hours * set.p.handover_care;
    const int mate = accounts.server[a];
    if (mate < 0) continue;
    accounts.person_relation[a] *= rules::relation_kept(set, state.people.coverage[mate]);
    accounts.server[a] = -1;
  }
}

}  // namespace tandem
