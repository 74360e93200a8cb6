// SPDX-License-Identifier: Apache-2.0
#include "sim/day/managers.h"

#include "sim/base/math.h"
#include "sim/day/ties.h"
#include "sim/rules/sharing.h"

namespace tandem {

namespace {

// People of the team who are there beside the manager.
int reports(const Firm& firm, const State& state, int team) {
  int n = 0;
  for (const int seat : firm.model.team_seats[team])
    n += state.people.present[seat] && seat != firm.model.team_manager[team];
  return n;
}

bool manages(const Firm& firm, const State& state, int team) {
  const int manager = firm.model.team_manager[team];
  return manager >= 0 && state.people.present[manager] != 0 &&
         firm.of_seat(state, manager).p.coaching_on;
}

}  // namespace

double coaching_hours(const Firm& firm, const State& state, int seat) {
  const int team = firm.model.seat_team[seat];
  const double week = firm.model.spec.teams[team].coaching;
  if (week <= 0 || !manages(firm, state, team)) return 0;
  const double day = week / firm.model.calendar.week;
  if (seat == firm.model.team_manager[team]) return day;
  const int n = reports(firm, state, team);
  return n > 0 ? day / n : 0;
}

void coach_people(const Firm& firm, State& state) {
  const Model& model = firm.model;
  const int topics = model.topics;
  People& people = state.people;
  for (int team = 0; team < model.teams; ++team) {
    const double hours = model.spec.teams[team].coaching;
    if (hours <= 0 || !manages(firm, state, team)) continue;
    const int manager = model.team_manager[team], n = reports(firm, state, team);
    if (n == 0) continue;
    const double each = hours / n * people.effort[manager];
    const double quality = math::exp(2 * people.log_ability[manager]);
    for (const int seat : model.team_seats[team]) {
      if (seat == manager || !people.present[seat]) continue;
      const Parameters& p = firm.of_seat(state, seat).p;
      const double trust = trust_in(firm, state, seat, manager);
      rules::be_taught(&people.knowledge[seat * topics], &people.knowledge[manager * topics],
                       model.asked_of(seat), topics, p.learn_coaching * each * trust);
      if (p.course_skill_most > 0)
        people.skill[seat] =
            rules::after_sharing(people.skill[seat], p.course_skill_most * quality,
                                 p.coaching_skill / p.course_skill_most * each * trust);
      spend_time_together(firm, state, seat, {&manager, 1}, p.mentoring_trust * each);
    }
  }
}

}  // namespace tandem
