// SPDX-License-Identifier: Apache-2.0
#include "sim/day/contests.h"

#include <algorithm>
#include <cmath>

#include "sim/base/math.h"
#include "sim/day/merits.h"
#include "sim/day/pulls.h"
#include "sim/plan/groups.h"

namespace tandem {

namespace {

const CompiledElement& element_of(const Firm& firm, const Contest& contest) {
  return firm.pay.plans[contest.plan].elements[contest.element];
}

// The final score of the person in a seat, as far as one can tell today.
Rival likely(const Firm& firm, const State& state, const CompiledElement& element, int seat) {
  const Model& model = firm.model;
  const ContestView seen = contest_view(state.pay, firm.pay, firm.roster(state), model.calendar,
                                        seat, element, state.day);
  const double days = seen.last - state.day + 1;
  if (!seen.open) return {0, -1};
  if (is_merit(seen.quantity)) {
    const MeritPace pace = pace_of(firm, state, seat, seen.tally, days);
    return {(seen.tally.result(state.pay) + pace.a_day * days) / seen.per_score,
            std::sqrt(pace.variance * days) / seen.per_score};
  }
  const double rate = measure_rate(firm, state, seat, seen.quantity, seen.meter);
  const double a_day = model.seat_credit[seat] * math::exp(state.people.log_ability[seat]) *
                       state.people.effort[seat];
  const double spread = std::sqrt(model.seat_credit_var[seat] * days);
  return {(seen.tally.result(state.pay) + a_day * days * rate) / seen.per_score,
          spread * rate / seen.per_score};
}

// Calls use(rival's seat, Rival) for those of a group who were seen in this contest.
template <class Use>
void each_rival(const Firm& firm, const State& state, int index, int group, Use use) {
  for (const int seat : settling::members(state.pay, firm.contests[index].among, group)) {
    const Rival& seen = state.contests.seen[index * firm.model.seats + seat];
    if (seen.sd >= 0) use(seat, seen);
  }
}

}  // namespace

void reset_contests(const Firm& firm, State& state) {
  state.contests.seen.assign(firm.contests.size() * firm.model.seats, {0, -1});
  state.contests.week = kNobody;
  state.contests.sightings = 0;
  state.pulls.fields.clear();
  state.pulls.fields_sighting = 0;
}

void see_rivals(const Firm& firm, State& state) {
  const int week = firm.model.calendar.index(Period::week, state.day);
  if (firm.contests.empty() || state.contests.week == week) return;
  state.contests.week = week;
  ++state.contests.sightings;
  std::size_t place = 0;
  for (const Contest& contest : firm.contests)
    for (int seat = 0; seat < firm.model.seats; ++seat) {
      const bool takes_part = state.people.present[seat] && state.people.plan[seat] == contest.plan;
      state.contests.seen[place++] =
          takes_part ? likely(firm, state, element_of(firm, contest), seat) : Rival{0, -1};
    }
}

Pull contest_pull(const Firm& firm, const State& state, int index, int seat, double rate) {
  const Contest& contest = firm.contests[index];
  const CompiledElement& element = element_of(firm, contest);
  const PayRoster roster = firm.roster(state);
  const ContestView seen =
      contest_view(state.pay, firm.pay, roster, firm.model.calendar, seat, element, state.day);
  const int group = settling::holder_index(roster, contest.among, seat);
  int self = -1, place = 0;
  each_rival(firm, state, index, group, [&](int rival, const Rival&) {
    if (rival == seat) self = place;
    ++place;
  });
  const ContestField& field = state.pulls.fields[index][group];
  Pull pull{Holder::seat, seen.quantity, element.per, seen.last, seen.payday, seen.tally, rate, {}};
  pull.curve = field.curve(element.says.prizes, self, seen.minimum).along(0, rate / seen.per_score);
  return pull;
}

double cost_of_rival(const Firm& firm, const State& state, int index, int seat, const Pull& own) {
  const Contest& contest = firm.contests[index];
  const Rival& self = state.contests.seen[index * firm.model.seats + seat];
  if (self.sd < 0) return 0;
  const PayRoster roster = firm.roster(state);
  const int group = settling::holder_index(roster, contest.among, seat);
  int rivals = -1;
  each_rival(firm, state, index, group, [&](int, const Rival&) { ++rivals; });
  if (rivals < 1) return 0;
  const ContestView seen = contest_view(state.pay, firm.pay, roster, firm.model.calendar, seat,
                                        element_of(firm, contest), state.day);
  const double per_credit = seen.per_score / own.per_credit;
  const double likely = self.mean * per_credit, around = std::max(self.sd * per_credit, 1.0);
  return (own.curve(likely + around) - own.curve(likely - around)) / (2 * around) / rivals;
}

void see_fields(const Firm& firm, State& state) {
  Pulls& pulls = state.pulls;
  if (pulls.fields_sighting == state.contests.sightings) return;
  pulls.fields_sighting = state.contests.sightings;
  pulls.fields.resize(firm.contests.size());
  for (int i = 0; i < static_cast<int>(firm.contests.size()); ++i) {
    const Contest& contest = firm.contests[i];
    pulls.fields[i].resize(settling::groups(state.pay, contest.among));
    for (int group = 0; group < static_cast<int>(pulls.fields[i].size()); ++group) {
      pulls.rivals.clear();
      each_rival(firm, state, i, group,
                 [&](int, const Rival& rival) { pulls.rivals.push_back(rival); });
      pulls.fields[i][group].see(element_of(firm, contest).says.prizes, pulls.rivals);
    }
  }
}

}  // namespace tandem
