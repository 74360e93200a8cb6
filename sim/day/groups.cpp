// SPDX-License-Identifier: Apache-2.0
#include "sim/day/groups.h"

#include <algorithm>

#include "sim/day/pulls.h"
#include "sim/day/ties.h"
#include "sim/plan/groups.h"

namespace tandem {

namespace {

// Why somebody is chosen: trust on both sides, and what each can learn of the other.
struct ChosenTerms {
  double trust = 0, trust_back = 0, to_learn = 0, to_teach = 0;
  [[nodiscard]] double sum() const { return trust + trust_back + to_learn + to_teach; }
};
template <class Visitor>
void visit_terms(const ChosenTerms& t, Visitor&& visit) {
  visit("trust", t.trust);
  visit("trust of the other", t.trust_back);
  visit("what there is to learn", t.to_learn);
  visit("what there is to teach", t.to_teach);
}

ChosenTerms chosen_terms(const Firm& firm, const State& state, int seat, int mate) {
  const int topics = firm.model.topics;
  const double *own = &state.people.knowledge[seat * topics],
               *other = &state.people.knowledge[mate * topics];
  ChosenTerms terms;
  terms.trust = trust_in(firm, state, seat, mate);
  terms.trust_back = trust_in(firm, state, mate, seat);
  for (int k = 0; k < topics; ++k) {
    terms.to_learn += terms.trust * std::max(0.0, other[k] - own[k]);
    terms.to_teach += terms.trust_back * std::max(0.0, own[k] - other[k]);
  }
  return terms;
}

// Deals the people of one team, territory or firm out into groups. Managers are in none.
class Dealer {
 public:
  Dealer(const Firm& firm, State& state)
      : firm_(firm), state_(state), p_(firm.of_firm(state).p), order_(state.room.order) {
    order_.clear();
  }

  void add(std::span<const int> seats) {
    for (const int seat : seats) {
      state_.groups.of[seat] = seat;
      const bool there = p_.group_form == Parameters::fixed_pairs || state_.people.present[seat];
      if (there && firm_.model.seat_role[seat] != Role::manager)
        order_.emplace_back(key(seat), seat);
    }
  }

  void deal() {
    const int n = static_cast<int>(order_.size());
    const int groups = n / p_.group_size;
    if (groups > 0) {
      std::ranges::sort(order_);
      if (p_.group_form == Parameters::chosen_pairs)
        choose(groups);
      else
        deal_out(groups);
    } else if (n > 1) {
      for (const auto& [key, seat] : order_) state_.groups.of[seat] = order_[0].second;
    }
    order_.clear();
  }

 private:
  [[nodiscard]] double key(int seat) const {
    const int topics = firm_.model.topics;
    if (p_.group_form == Parameters::fixed_pairs) return seat;
    if (p_.group_form != Parameters::high_with_low)
      return state_.luck.uniform(Purpose::groups, firm_.model.seat_id[seat], state_.day, 0);
    double sum = 0;
    for (int k = 0; k < topics; ++k) sum += state_.people.knowledge[seat * topics + k];
    return sum;
  }

  // As even as they come. High with low: there and back again, so that the first meets the last.
  void deal_out(int groups) {
    const int n = static_cast<int>(order_.size());
    std::vector<int>& first = state_.room.partner;
    first.assign(static_cast<std::size_t>(groups), -1);
    for (int r = 0; r < n; ++r) {
      const int row = r / groups, place = r % groups;
      int group = static_cast<int>(static_cast<long long>(r) * groups / n);
      if (p_.group_form == Parameters::high_with_low)
        group = row % 2 == 0 ? place : groups - 1 - place;
      const int seat = order_[r].second;
      if (first[group] < 0) first[group] = seat;
      state_.groups.of[seat] = first[group];
    }
  }

  // By lot one after the other picks whom he likes best among those who are left and near.
  void choose(int groups) {
    constexpr int kLook = 64;
    int left = static_cast<int>(order_.size());
    for (std::size_t i = 0; i < order_.size() && groups > 0; ++i) {
      const int seat = order_[i].second;
      if (seat < 0) continue;
      for (int wanted = left / groups - 1; wanted > 0; --wanted) {
        double best = -1;
        std::size_t whom = 0;
        int seen = 0;
        for (std::size_t j = i + 1; j < order_.size() && seen < kLook; ++j) {
          if (order_[j].second < 0) continue;
          ++seen;
          const double score = chosen_terms(firm_, state_, seat, order_[j].second).sum();
          if (score > best) best = score, whom = j;
        }
        state_.groups.of[order_[whom].second] = seat;
        order_[whom].second = -1;
        --left;
      }
      --left;
      --groups;
    }
  }

  const Firm& firm_;
  State& state_;
  const Parameters& p_;
  std::vector<std::pair<double, int>>& order_;
};

void note_groups(const Firm& firm, State& state) {
  const bool chosen = firm.of_firm(state).p.group_form == Parameters::chosen_pairs;
  for (int seat = 0; seat < firm.model.seats; ++seat) {
    const auto members = group_members(state, state.groups.of[seat]);
    if (members.size() < 2) continue;
    const int mate = members[0] == seat ? members[1] : members[0];
    const Note note{.kind = NoteKind::grouped,
                    .day = state.day,
                    .seat = seat,
                    .number = mate,
                    .value = double(members.size())};
    if (chosen)
      state.notes.add_with(note, chosen_terms(firm, state, seat, mate));
    else
      state.notes.add(note);
  }
}

void make_groups(const Firm& firm, State& state) {
  const Model& model = firm.model;
  const Parameters& p = firm.of_firm(state).p;
  Dealer dealer(firm, state);
  const bool together = p.group_scope != Parameters::meet_team;
  if (p.group_scope == Parameters::meet_territory) {
    for (const auto& seats : model.territory_seats) {
      dealer.add(seats);
      dealer.deal();
    }
  } else {
    for (const auto& seats : model.team_seats) {
      dealer.add(seats);
      if (!together) dealer.deal();
    }
    dealer.deal();
  }
  const double after = p.group_redraw > 0 ? p.group_redraw : 1e9;
  state.groups.next = static_cast<int>(std::min(state.day + after, 1e9));
}

// Is no period running of pay by groups?
bool between_periods(const Firm& firm, const State& state) {
  return std::ranges::all_of(firm.pay.meters, [&](const Meter& meter) {
    return meter.holder != Holder::group || firm.model.calendar.starts(meter.period, state.day);
  });
}

}  // namespace

void start_groups(const Firm& firm, State& state) {
  state.groups = {};
  if (!firm.has_groups) return;
  const auto seats = static_cast<std::size_t>(firm.model.seats);
  state.groups.of.assign(seats, 0);
  state.groups.pull.assign(seats, 0);
  state.room.order.reserve(seats);
  state.room.partner.reserve(seats);
  make_groups(firm, state);
}

void renew_groups(const Firm& firm, State& state) {
  if (!firm.has_groups || state.day < state.groups.next || !between_periods(firm, state)) return;
  make_groups(firm, state);
  regroup(state.pay, firm.roster(state));
  all_pulls_changed(state);
  if (state.notes.on) note_groups(firm, state);
}

std::span<const int> group_members(const State& state, int group) {
  return settling::members(state.pay, Holder::group, group);
}

double worth_of_mates_credit(const State& state, int seat, int mate) {
  const Groups& groups = state.groups;
  double worth = state.people.mate_pull[seat];
  if (!groups.of.empty() && groups.of[seat] == groups.of[mate]) worth += groups.pull[seat];
  return worth;
}

double stake_of_group(const State& state, int seat) {
  const Groups& groups = state.groups;
  if (groups.of.empty()) return 0;
  double stake = 0;
  for (const int mate : group_members(state, groups.of[seat]))
    if (mate != seat && state.people.present[mate]) stake += groups.pull[mate];
  return stake;
}

}  // namespace tandem
