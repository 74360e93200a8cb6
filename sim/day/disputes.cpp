// SPDX-License-Identifier: Apache-2.0
#include "sim/day/disputes.h"

#include <algorithm>
#include <cmath>

#include "sim/base/math.h"
#include "sim/base/money.h"
#include "sim/day/accounts.h"
#include "sim/day/ties.h"
#include "sim/rules/conflict.h"
#include "sim/rules/hours.h"
#include "sim/rules/market.h"

namespace tandem {

namespace {

constexpr int kMostOpen = 3;  // of one person

// A mate to fall out with: the less one trusts, the likelier. -1: nobody is there.
int opponent(const Firm& firm, const State& state, int seat, double u) {
  const Model::Circle& circle = circle_of(firm, seat);
  const auto weight = [&](int mate) {
    return mate == seat || !state.people.present[mate]
               ? 0.0
               : 1.05 - state.ties.trust[Ties::place(circle, seat, mate)];
  };
  double sum = 0;
  for (int i = 0; i < circle.size; ++i) sum += weight(circle.first + i);
  int last = -1;
  for (int i = 0; i < circle.size; ++i) {
    const double w = weight(circle.first + i);
    if (w <= 0) continue;
    last = circle.first + i;
    if ((u -= w / sum) < 0) return last;
  }
  return last;
}

// The dispute weighs so much from now on, on both and between them.
void weigh(const Firm& firm, State& state, const Dispute& dispute, double before, double now) {
  const Model::Circle& circle = circle_of(firm, dispute.seat);
  for (const auto& [one, other] :
       {std::pair(dispute.seat, dispute.mate), {dispute.mate, dispute.seat}}) {
    double& load = state.people.conflict[one];
    load = std::max(0.0, load + now - before);
    state.ties.conflict[Ties::place(circle, one, other)] = static_cast<float>(now);
  }
}

void lose_trust(const Firm& firm, State& state, int seat, int mate, double share) {
  const Model::Circle& circle = circle_of(firm, seat);
  for (const std::size_t at : {Ties::place(circle, seat, mate), Ties::place(circle, mate, seat)})
    state.ties.trust[at] = static_cast<float>(state.ties.trust[at] * (1 - share));
}

void note(State& state, NoteKind kind, const Dispute& dispute, double value) {
  if (!state.notes.on) return;
  state.notes.add({.kind = kind,
                   .day = state.day,
                   .seat = dispute.seat,
                   .number = dispute.mate,
                   .part = static_cast<int>(dispute.cause) + 1,
                   .value = value});
}

void settle(const Firm& firm, State& state, const Dispute& dispute) {
  const PolicySet& set = firm.of_seat(state, dispute.seat);
  weigh(firm, state, dispute, dispute.severity, 0);
  const double back = rules::reconciliation(set);
  spend_time_together(firm, state, dispute.seat, {&dispute.mate, 1}, back);
  spend_time_together(firm, state, dispute.mate, {&dispute.seat, 1}, back);
  if (set.p.conflict_process == Parameters::by_mediator)
    state.today.dispute_cost += cents(set.p.conflict_cost);
  ++state.today.settled;
  state.today.dispute_days += state.day - dispute.opened;
  note(state, NoteKind::settled, dispute, state.day - dispute.opened);
}

}  // namespace

void open_dispute(const Firm& firm, State& state, int seat, int mate, Cause cause) {
  if (!firm.of_seat(state, seat).p.conflict_on || mate < 0) return;
  const Model::Circle& circle = circle_of(firm, seat);
  if (firm.model.seat_circle[mate] != firm.model.seat_circle[seat]) return;
  if (state.ties.conflict[Ties::place(circle, seat, mate)] > 0) return;  // they are at it already
  const auto open = [&](int who) {
    return std::ranges::count_if(state.disputes, [&](const Dispute& other) {
      return other.seat == who || other.mate == who;
    });
  };
  if (state.people.conflict[seat] > 0 && open(seat) >= kMostOpen) return;
  if (state.people.conflict[mate] > 0 && open(mate) >= kMostOpen) return;
  if (state.undoes(NoteKind::dispute, seat, static_cast<int>(cause) + 1)) return;
  Dispute dispute{seat, mate, state.day, cause};
  const std::uint64_t pair = state.people.id[seat] ^ mix64(state.people.id[mate]);
  dispute.left =
      math::exponential_quantile(state.luck.uniform(Purpose::dispute, pair, state.day, 1));
  weigh(firm, state, dispute, 0, dispute.severity);
  lose_trust(firm, state, seat, mate, firm.of_seat(state, seat).p.conflict_breach);
  ++state.today.disputes;
  note(state, NoteKind::dispute, dispute, 0);
  state.disputes.push_back(dispute);
}

bool take_up(const Firm& firm, State& state, int seat, Deal& deal) {
  const PolicySet& own = firm.of_seat(state, seat);
  if (!own.p.roles_on) return true;
  const double gap = rules::gap(own), overlap = rules::overlap(own);
  if (gap + overlap <= 0) return true;
  const Block luck = state.luck.block(Purpose::roles, deal.id, 0, 0);
  if (uniform32(luck[0]) >= gap && uniform32(luck[1]) >= overlap) return true;  // as for most
  const double open =
      1 - rules::coordinated(own, rules::meeting_hours(own) * firm.model.calendar.week,
                             state.people.coverage[seat]);
  const double none = open * gap, two = open * overlap;
  if (uniform32(luck[0]) < none) {
    ++state.today.missed;
    return false;
  }
  if (uniform32(luck[1]) >= two) return true;
  const int mate = opponent(firm, state, seat, uniform32(luck[2]));
  if (mate < 0) return true;
  // Two work at it for a while: hours of both, and a buyer who is called twice.
  ++state.today.duplicated;
  const double twice = own.p.roles_twice * own.work[0] * (deal.fast ? own.p.fast_factor : 1.0);
  deal.work_left += static_cast<float>(twice);
  state.people.joint_left[mate] += twice;
  state.today.repeated_hours += 2 * twice;
  double& satisfaction = state.accounts[deal.account].satisfaction;
  satisfaction *= 1 - own.p.roles_annoyance;
  refresh_account(firm, state, deal.account);
  if (uniform32(luck[3]) < own.p.conflict_overlap)
    open_dispute(firm, state, seat, mate, Cause::overlap);
  return true;
}

void compare_split(const Firm& firm, State& state, int seat, const Deal& deal, double part) {
  if (deal.partner < 0) return;
  const double hours = double(deal.own_hours) + deal.joint_hours;
  if (hours <= 0) return;
  const double unfair = std::fabs(part - deal.joint_hours / hours);
  const PolicySet& own = firm.of_seat(state, seat);
  const double u = state.luck.uniform(Purpose::dispute, deal.id, 0, 2);
  if (u < own.p.conflict_credit * unfair)
    open_dispute(firm, state, seat, deal.partner, Cause::credit);
}

void refresh_friction(const Firm& firm, State& state, int seat, double trust) {
  const PolicySet& own = firm.of_seat(state, seat);
  const bool ranked = firm.ranks_shown[state.people.plan[seat]] != 0;
  const auto terms = rules::friction_terms(own, trust, ranked);
  state.people.friction_rate[seat] =
      circle_of(firm, seat).size > 1 ? rules::friction_rate(own, terms) : 0;
}

void live_with_disputes(const Firm& firm, State& state) {
  People& people = state.people;
  const int seats = firm.model.seats;
  for (int seat = 0; seat < seats; ++seat) people.friction_left[seat] -= people.friction_rate[seat];
  for (int seat = 0; seat < seats; ++seat) {
    if (people.friction_left[seat] >= 0 || !people.present[seat]) continue;
    const Block luck = state.luck.block(Purpose::dispute, people.id[seat], state.day, 0);
    people.friction_left[seat] += math::exponential_quantile(uniform32(luck[0]));
    open_dispute(firm, state, seat, opponent(firm, state, seat, uniform32(luck[1])),
                 Cause::friction);
  }
  if (state.disputes.empty()) return;
  std::vector<int>& open_here = state.room.seats;
  open_here.assign(static_cast<std::size_t>(firm.model.teams), 0);
  for (const Dispute& dispute : state.disputes) ++open_here[firm.model.seat_team[dispute.seat]];
  std::size_t kept = 0;
  for (std::size_t i = 0; i < state.disputes.size(); ++i) {
    Dispute dispute = state.disputes[i];
    const PolicySet& set = firm.of_seat(state, dispute.seat);
    const int team = firm.model.seat_team[dispute.seat];
    const int manager = firm.model.team_manager[team];
    // Where nobody of the model manages the team, somebody else does.
    const double mediation = manager < 0 ? math::kInfinity
                             : people.present[manager]
                                 ? firm.model.spec.teams[team].mediation / open_here[team]
                                 : 0;
    const bool meets = rules::falls_on(set.p.conflict_days, state.day);
    dispute.left -= rules::settling_rate(set, dispute.severity, mediation, meets);
    if (dispute.left < 0 && dispute.opened < state.day) {
      settle(firm, state, dispute);
      continue;
    }
    const double before = dispute.severity;
    dispute.severity = rules::escalated(set, before);
    weigh(firm, state, dispute, before, dispute.severity);
    lose_trust(firm, state, dispute.seat, dispute.mate, set.p.conflict_wear * dispute.severity);
    state.disputes[kept++] = dispute;
  }
  state.disputes.resize(kept);
}

void end_disputes(const Firm& firm, State& state, int seat) {
  std::erase_if(state.disputes, [&](const Dispute& dispute) {
    const bool theirs = dispute.seat == seat || dispute.mate == seat;
    if (theirs) weigh(firm, state, dispute, dispute.severity, 0);
    return theirs;
  });
  state.people.conflict[seat] = 0;
}

}  // namespace tandem
