// SPDX-License-Identifier: Apache-2.0
#include "sim/day/ties.h"

#include <algorithm>

#include "sim/base/hash.h"
#include "sim/base/math.h"
#include "sim/rules/help.h"

namespace tandem {

namespace {

// Calls use(mate) for each other member of the seat's circle.
template <class Use>
void each_mate(const Model::Circle& circle, int seat, Use use) {
  for (const int mate : circle.seats())
    if (mate != seat) use(mate);
}

double at_rest(const Firm& firm, const State& state, int seat, int mate) {
  return rules::trust_at_rest(firm.of_seat(state, seat), state.people.background[seat],
                              state.people.background[mate]);
}

// What people take for usual: what they see done, and what the manager does who is there.
double usual(const Firm& firm, const State& state, int team, double seen) {
  const int manager = firm.model.team_manager[team];
  const Parameters& p = firm.of_seat(state, firm.model.team_seats[team].front()).p;
  if (!p.coaching_on || manager < 0 || !state.people.present[manager]) return seen;
  const double model =
      math::logistic(p.help_base + p.help_prosociality * state.people.prosociality[manager]);
  return seen + p.norm_model * (model - seen);
}

}  // namespace

void start_ties(const Firm& firm, State& state) {
  const Model& model = firm.model;
  Ties& ties = state.ties;
  const Model::Circle& last = model.circles.back();
  const std::size_t n = last.first_tie + static_cast<std::size_t>(last.size * last.size);
  ties.trust.assign(n, 1);
  ties.owed.assign(n, 0);
  ties.conflict.assign(n, 0);
  const auto teams = static_cast<std::size_t>(model.teams);
  ties.norm.clear();
  for (const auto& seats : model.team_seats)
    ties.norm.push_back(firm.of_seat(state, seats.front()).p.norm_base);
  ties.between.assign(teams * Model::kNear, static_cast<float>(firm.of_firm(state).p.cross_trust));
  for (auto* of_circle : {&ties.example, &ties.at_stake})
    of_circle->assign(model.circles.size(), 0);
  ties.here.assign(model.circles.size(), 0);
  ties.helped.assign(teams, 0);
  ties.refused.assign(teams, 0);
  for (int seat = 0; seat < model.seats; ++seat) {
    const double spread = firm.of_seat(state, seat).p.trust_spread;
    const Model::Circle& circle = circle_of(firm, seat);
    each_mate(circle, seat, [&](int mate) {
      const std::uint64_t pair = mix64(state.people.id[seat]) ^ state.people.id[mate];
      const double u = state.luck.uniform(Purpose::start_ties, pair, 0, 0);
      const double trust = at_rest(firm, state, seat, mate) + spread * (2 * u - 1);
      ties.trust[Ties::place(circle, seat, mate)] = static_cast<float>(std::clamp(trust, 0.0, 1.0));
    });
  }
}

void introduce(const Firm& firm, State& state, int seat) {
  const Model::Circle& circle = circle_of(firm, seat);
  each_mate(circle, seat, [&](int mate) {
    const std::size_t from = Ties::place(circle, seat, mate),
                      back = Ties::place(circle, mate, seat);
    state.ties.trust[from] = static_cast<float>(at_rest(firm, state, seat, mate));
    state.ties.trust[back] = static_cast<float>(at_rest(firm, state, mate, seat));
    state.ties.owed[from] = state.ties.owed[back] = 0;
  });
}

void note_favour(const Firm& firm, State& state, int seat, int helper, bool given) {
  const PolicySet& set = firm.of_seat(state, seat);
  const Model::Circle& circle = circle_of(firm, seat);
  Ties& ties = state.ties;
  (given ? ties.helped : ties.refused)[circle.team] += 1;
  if (!set.p.trust_on) return;
  const std::size_t from = Ties::place(circle, seat, helper),
                    back = Ties::place(circle, helper, seat);
  float& trust = ties.trust[from];
  trust = static_cast<float>(given ? rules::trust_after_help(set, trust)
                                   : rules::trust_after_refusal(set, trust));
  if (!given) return;
  ties.owed[from] += 1;
  ties.owed[back] -= 1;
}

double trust_in(const Firm& firm, const State& state, int seat, int other) {
  const Model& model = firm.model;
  if (model.seat_circle[seat] == model.seat_circle[other])
    return state.ties.trust[Ties::place(circle_of(firm, seat), seat, other)];
  const int team = model.seat_team[seat], their_team = model.seat_team[other];
  if (team == their_team) return firm.of_seat(state, seat).p.trust_base;
  const int place = model.near_place(team, their_team);
  return place >= 0 ? state.ties.between[place] : firm.of_firm(state).p.cross_trust;
}

double conflict_with(const Firm& firm, const State& state, int seat, int other) {
  if (firm.model.seat_circle[seat] != firm.model.seat_circle[other]) return 0;
  return state.ties.conflict[Ties::place(circle_of(firm, seat), seat, other)];
}

double mean_trust(const Firm& firm, const State& state, int seat) {
  const Model::Circle& circle = circle_of(firm, seat);
  const float* const trust = &state.ties.trust[Ties::place(circle, seat, circle.first)];
  const std::uint8_t* const here = &state.people.present[circle.first];
  double sum = 0;
  int n = 0;
  for (int i = 0; i < circle.size; ++i) {  // who is there is no pattern: no branch on it
    const int counts = here[i] & (circle.first + i != seat);
    sum += double{trust[i]} * counts;
    n += counts;
  }
  return n > 0 ? sum / n : firm.of_seat(state, seat).p.trust_base;
}

void spend_time_together(const Firm& firm, State& state, int seat, std::span<const int> others,
                         double share) {
  if (!firm.of_seat(state, seat).p.trust_on) return;
  const Model& model = firm.model;
  const Model::Circle& circle = circle_of(firm, seat);
  float* const mates = &state.ties.trust[Ties::place(circle, seat, circle.first)];
  const auto raise = [&](float& trust) { trust = static_cast<float>(trust + share * (1 - trust)); };
  for (const int other : others) {
    if (const int mate = other - circle.first; mate >= 0 && mate < circle.size)
      raise(mates[mate]);
    else if (const int place = model.near_place(model.seat_team[seat], model.seat_team[other]);
             place >= 0)
      raise(state.ties.between[place]);
  }
}

void review_ties(const Firm& firm, State& state) {
  const Model& model = firm.model;
  Ties& ties = state.ties;
  for (const Model::Circle& circle : model.circles)
    for (const int seat : circle.seats()) {
      const PolicySet& set = firm.of_seat(state, seat);
      state.people.exits_near[seat] *= 1 - std::min(1.0, set.p.peers_fade * model.calendar.week);
      if (!set.p.trust_on) continue;
      const double fade = std::min(1.0, set.p.trust_fade * model.calendar.week);
      const auto forget =
          static_cast<float>(1 - std::min(1.0, set.p.reciprocity_fade * model.calendar.week));
      const std::size_t row = Ties::place(circle, seat, circle.first);
      float *const trust = &ties.trust[row], *const owed = &ties.owed[row];
      const double* const background = &state.people.background[circle.first];
      for (int i = 0; i < circle.size; ++i) {
        const double rest =
            rules::trust_at_rest(set, background[seat - circle.first], background[i]);
        trust[i] = static_cast<float>(trust[i] + fade * (rest - trust[i]));
        owed[i] *= forget;
      }
    }
  const Parameters& firms = firm.of_firm(state).p;
  if (firms.trust_on) {
    const double fade = std::min(1.0, firms.cross_fade * model.calendar.week);
    for (float& trust : ties.between)
      trust = static_cast<float>(trust + fade * (firms.cross_trust - trust));
  }
  for (int team = 0; team < model.teams; ++team) {
    const Parameters& p = firm.of_seat(state, model.team_seats[team].front()).p;
    int &helped = ties.helped[team], &refused = ties.refused[team];
    const int seen = helped + refused;
    if (p.trust_on && seen > 0)
      ties.norm[team] +=
          p.norm_speed * (usual(firm, state, team, double(helped) / seen) - ties.norm[team]);
    helped = refused = 0;
  }
}

}  // namespace tandem
