// SPDX-License-Identifier: Apache-2.0
#include "sim/day/scopes.h"

#include <algorithm>

#include "sim/base/money.h"
#include "sim/day/offers.h"

namespace tandem {

namespace {

// Why somebody is in a change or not.
struct ScopeTerms {
  const char *first, *second;
  double one, other;
};
template <class Visitor>
void visit_terms(const ScopeTerms& t, Visitor&& visit) {
  visit(t.first, t.one);
  visit(t.second, t.other);
}

class Inclusion {
 public:
  Inclusion(const Firm& firm, State& state, std::size_t k)
      : firm_(firm),
        model_(firm.model),
        state_(state),
        k_(k),
        change_(model_.spec.changes[model_.personal[k]]),
        revenue_(&state.scopes.revenue[k * static_cast<std::size_t>(model_.seats)]) {}

  void on(int day) {
    const int at = static_cast<int>(change_.at);
    if (change_.tercile > 0 && day == at - kTercileDays)
      std::ranges::copy(state_.people.revenue, revenue_);
    if (day != at) return;
    if (change_.tercile > 0)
      rank_people(day);
    else
      for (int seat = 0; seat < model_.seats; ++seat)
        if (is_asked(seat)) take_newcomer(seat, day);
    if (change_.offered) let_decide(day);
  }

 private:
  [[nodiscard]] bool is_asked(int seat) const {
    return state_.people.present[seat] && covers(model_, change_, seat);
  }

  [[nodiscard]] std::uint64_t bit() const { return std::uint64_t{1} << k_; }

  void take(int seat, const ScopeTerms& why) {
    state_.scopes.in[seat] |= bit();
    if (state_.notes.on && !change_.offered)
      state_.notes.add_with({.kind = NoteKind::included,
                             .day = state_.day,
                             .seat = seat,
                             .number = model_.personal[k_],
                             .part = static_cast<int>(k_) + 1,
                             .value = why.one,
                             .chance = why.other},
                            why);
  }

  void take_newcomer(int seat, int day) {
    const double days = day - state_.people.joined[seat];
    if (change_.newcomers == 0 || days < change_.newcomers)
      take(seat, {"days since joining", "days of a newcomer", days, change_.newcomers});
  }

  [[nodiscard]] ScopeTerms result(int seat, int day) const {
    const People& people = state_.people;
    const int from = day - kTercileDays, joined = people.joined[seat];
    const std::int64_t before = joined >= from ? 0 : revenue_[seat];
    return {"credit", "expected credit", whole_units(people.revenue[seat] - before),
            model_.seat_credit[seat] * (day - std::max(from, joined))};
  }

  // Thirds of those in the scope who had something to sell.
  void rank_people(int day) {
    auto& order = state_.room.order;
    order.clear();
    for (int seat = 0; seat < model_.seats; ++seat) {
      if (!is_asked(seat)) continue;
      const ScopeTerms done = result(seat, day);
      if (done.other > 0) order.emplace_back(done.one / done.other, seat);
    }
    std::ranges::sort(order);
    const std::size_t n = order.size();
    for (std::size_t rank = 0; rank < n; ++rank)
      if (static_cast<int>(rank * 3 / n) + 1 == change_.tercile)
        take(order[rank].second, result(order[rank].second, day));
  }

  // Those whom the offer reaches decide one after the other, in the order of a lot: each sees who of
  // the mates is in.
  void let_decide(int day) {
    auto& order = state_.room.order;
    order.clear();
    for (int seat = 0; seat < model_.seats; ++seat) {
      std::uint64_t& in = state_.scopes.in[seat];
      if ((in & bit()) == 0) continue;
      in &= ~bit();
      order.emplace_back(state_.luck.uniform(Purpose::offers, state_.people.id[seat], 1,
                                             static_cast<std::uint32_t>(model_.personal[k_])),
                         seat);
    }
    std::ranges::sort(order);
    for (const auto& [lot, seat] : order) decide_offer(firm_, state_, seat, k_, day);
  }

  const Firm& firm_;
  const Model& model_;
  State& state_;
  const std::size_t k_;
  const ChangeSpec& change_;
  std::int64_t* revenue_;
};

}  // namespace

bool covers(const Model& model, const ChangeSpec& change, int seat) {
  const auto fits = [](const std::string& scope, std::string_view name) {
    return scope.empty() || scope == name;
  };
  return fits(change.team, model.team_name[model.seat_team[seat]]) &&
         fits(change.territory, model.spec.territories[model.seat_territory[seat]].name) &&
         fits(change.role, roles()[static_cast<std::size_t>(model.seat_role[seat])]);
}

void start_scopes(const Firm& firm, State& state) {
  const auto seats = static_cast<std::size_t>(firm.model.seats);
  const std::size_t changes = firm.model.personal.size();
  state.scopes.in.assign(changes > 0 ? seats : 0, 0);
  state.scopes.revenue.assign(changes * seats, 0);
  if (changes > 0) state.room.order.reserve(seats);
}

void settle_scopes(const Firm& firm, State& state) {
  for (std::size_t k = 0; k < firm.model.personal.size(); ++k)
    Inclusion(firm, state, k).on(state.day);
}

void leave_scopes(const Firm& firm, State& state, int seat) {
  if (state.scopes.in.empty()) return;
  state.scopes.in[seat] = 0;
  state.people.plan[seat] = firm.of_seat(state, seat).plan;
}

}  // namespace tandem
