// SPDX-License-Identifier: Apache-2.0
#include "sim/day/mentoring.h"

#include "sim/base/math.h"
#include "sim/day/asking.h"
#include "sim/day/ties.h"
#include "sim/rules/help.h"
#include "sim/rules/sharing.h"

namespace tandem {

namespace {

constexpr int kMostMentees = 2;

rules::HelpCase case_of(const Firm& firm, const State& state, int seat, int mentor) {
  const PolicySet& own = firm.of_seat(state, mentor);
  const double hour = hour_pay(firm, state, mentor);
  rules::HelpCase of = readiness(firm, state, mentor, trust_in(firm, state, mentor, seat));
  of.pays = state.people.mate_pull[mentor] * firm.model.seat_credit[seat] * own.p.help_yield / hour;
  of.forgone = own.p.mentoring_hours * hour_worth(firm, state, mentor) / hour;
  return of;
}

void end(State& state, int seat) {
  int& mentor = state.people.mentor[seat];
  if (mentor >= 0) --state.people.mentees[mentor];
  mentor = -1;
}

}  // namespace

void assign_mentor(const Firm& firm, State& state, int seat) {
  const PolicySet& set = firm.of_seat(state, seat);
  People& people = state.people;
  people.mentor[seat] = -1;
  if (set.p.mentoring_days <= 0) return;
  const Model::Circle& circle = circle_of(firm, seat);
  const int topics = firm.model.topics;
  int best = -1;
  double most = 0;
  for (const int mate : circle.seats()) {
    if (mate == seat || !people.present[mate] || people.mentees[mate] >= kMostMentees ||
        state.day - people.joined[mate] < firm.model.calendar.year)
      continue;
    double known = 0;
    for (int k = 0; k < topics; ++k) known += people.knowledge[mate * topics + k];
    if (set.p.mentoring_form == Parameters::voluntary) {
      const auto why =
          rules::help_terms(firm.of_seat(state, mate), case_of(firm, state, seat, mate));
      const double u = state.luck.uniform(Purpose::mentoring, people.id[seat], 0,
                                          static_cast<std::uint32_t>(mate - circle.first));
      if (!math::below_logistic(u, why.sum())) continue;
    }
    if (known > most) most = known, best = mate;
  }
  if (best < 0) return;
  people.mentor[seat] = best;
  ++people.mentees[best];
}

void end_mentoring(const Firm& firm, State& state, int seat) {
  end(state, seat);
  const Model::Circle& circle = circle_of(firm, seat);
  for (const int mate : circle.seats())
    if (state.people.mentor[mate] == seat) end(state, mate);
}

void mentor_newcomers(const Firm& firm, State& state) {
  People& people = state.people;
  const int topics = firm.model.topics;
  for (int seat = 0; seat < firm.model.seats; ++seat) {
    const int mentor = people.mentor[seat];
    if (mentor < 0 || !people.present[seat]) continue;
    const PolicySet& set = firm.of_seat(state, seat);
    if (state.day - people.joined[seat] >= set.p.mentoring_days) {
      end(state, seat);
      continue;
    }
    // Who was ordered to teach does it as gladly as they would have helped.
    double glad = 1;
    if (set.p.mentoring_form == Parameters::ordered)
      glad = math::logistic(
          rules::help_terms(firm.of_seat(state, mentor), case_of(firm, state, seat, mentor)).sum());
    const double hours = set.p.mentoring_hours;
    rules::be_taught(&people.knowledge[seat * topics], &people.knowledge[mentor * topics],
                     firm.model.asked_of(seat), topics,
                     set.p.learn_mentoring * hours * glad * trust_in(firm, state, seat, mentor));
    spend_time_together(firm, state, seat, {&mentor, 1}, set.p.mentoring_trust * hours);
    spend_time_together(firm, state, mentor, {&seat, 1}, set.p.mentoring_trust * hours);
  }
}

double mentoring_hours(const Firm& firm, const State& state, int seat) {
  const People& people = state.people;
  const int pairs = people.mentees[seat] + (people.mentor[seat] >= 0 ? 1 : 0);
  return pairs * firm.of_seat(state, seat).p.mentoring_hours / firm.model.calendar.week;
}

}  // namespace tandem
