// SPDX-License-Identifier: Apache-2.0
#include "sim/day/evaluation.h"

#include <algorithm>
#include <cmath>

#include "sim/base/math.h"
#include "sim/base/money.h"
#include "sim/day/merits.h"
#include "sim/day/seats.h"
#include "sim/day/ties.h"
#include "sim/rules/evaluation.h"
#include "sim/rules/hours.h"

namespace tandem {

namespace {

// Calls use(seat) for everybody of a circle who is there.
template <class Use>
void each_present(const State& state, const Model::Circle& circle, Use use) {
  for (const int seat : circle.seats())
    if (state.people.present[seat]) use(seat);
}

// What a person has done since the last appraisal, against what is usual.
rules::Contribution contribution(const Firm& firm, const State& state, int seat, double mean_help) {
  const People& people = state.people;
  rules::Contribution done;
  const double expected = firm.model.seat_credit[seat] * std::max(1, people.appraised_days[seat]);
  done.result = expected > 0 ? std::min(people.appraised_credit[seat] / expected, 3.0) : 1;
  done.help = mean_help > 0 ? std::min(people.help_given[seat] / mean_help, 3.0) : 1;
  const double asked = firm.of_seat(state, seat).p.crm_discipline;
  done.record = asked > 0 ? std::min(people.coverage[seat] / asked, 1.5) : 1;
  return done;
}

// What follows from a score.
void follow_up(const Firm& firm, State& state, int seat, double score) {
  const Parameters& p = firm.of_seat(state, seat).p;
  People& people = state.people;
  if (p.evaluation_raise > 0 && score > 1) {
    const double salary = firm.salary[people.plan[seat]];
    state.pay.raise[seat] += cents(salary * p.evaluation_raise * std::min(score - 1, 1.0));
  }
  if (p.evaluation_coaching > 0 && score < 1)  // weak ones are shown how
    people.skill[seat] += p.evaluation_coaching * std::min(1 - score, 1.0) *
                          std::max(0.0, p.course_skill_most - people.skill[seat]);
  if (p.evaluation_exit > 0 && score < p.evaluation_exit) {
    if (++people.warned[seat] >= 2 && !state.undoes(NoteKind::dismissed, seat))
      leave_seat(firm, state, seat, true);
  } else {
    people.warned[seat] = 0;
  }
}

void appraise_circle(const Firm& firm, State& state, const Model::Circle& circle) {
  People& people = state.people;
  double help = 0, pay = 0, worth = 0;
  int n = 0;
  each_present(state, circle, [&](int seat) {
    help += people.help_given[seat];
    pay += people.pay_level[seat];
    ++n;
  });
  if (n == 0) return;
  each_present(state, circle, [&](int seat) {
    worth +=
        rules::true_worth(firm.of_seat(state, seat), contribution(firm, state, seat, help / n));
  });
  for (const int seat : circle.seats()) {
    if (!people.present[seat]) continue;
    const PolicySet& set = firm.of_seat(state, seat);
    const auto done = contribution(firm, state, seat, help / n);
    const double own = rules::true_worth(set, done);
    double liked = 0;
    each_present(state, circle, [&](int mate) {
      if (mate != seat) liked += state.ties.trust[Ties::place(circle, mate, seat)] - 0.5;
    });
    if (n > 1) liked /= n - 1;
    const double z = math::normal_quantile(
        state.luck.uniform(Purpose::evaluation, people.id[seat], state.day, 0));
    const double scored = rules::score(set, done, z, liked, n - 1);
    note_score(state, seat, scored);
    const double paid = people.pay_level[seat] * n / std::max(pay, 1.0);
    const double deserved = std::max(own, 0.1) * n / std::max(worth, 0.1);
    const auto why = rules::fairness_terms(set, own, scored, paid / deserved);
    people.fairness[seat] += 0.5 * (why.felt() - people.fairness[seat]);
    if (state.notes.on)
      state.notes.add_with({.kind = NoteKind::appraised,
                            .day = state.day,
                            .seat = seat,
                            .value = scored,
                            .chance = people.fairness[seat]},
                           why);
    const double moved = set.p.fairness_trust * people.fairness[seat];
    each_present(state, circle, [&](int mate) {
      if (mate == seat || !set.p.trust_on) return;
      float& trust = state.ties.trust[Ties::place(circle, seat, mate)];
      trust = static_cast<float>(moved < 0 ? trust * (1 + moved) : trust + moved * (1 - trust));
    });
    people.appraised_credit[seat] = people.help_given[seat] = 0;
    people.appraised_days[seat] = 0;
    follow_up(firm, state, seat, scored);
  }
}

// What the people of a circle who are there do together.
struct Seen {
  double effort = 0, stake = 0;
  double credit = 0, square = 0;  ///< of the quota period, and of its square
  int n = 0;
};
Seen look_at(const State& state, const Model::Circle& circle) {
  const People& people = state.people;
  Seen seen;
  each_present(state, circle, [&](int seat) {
    const double credit = people.credit_period[seat];
    seen.effort += people.effort[seat];
    seen.stake += people.mate_pull[seat];
    seen.credit += credit;
    seen.square += credit * credit;
    ++seen.n;
  });
  return seen;
}

// Where one stands among the mates, and how far the next ones are.
void find_rank(State& state, const Model::Circle& circle, const Seen& seen, int seat) {
  People& people = state.people;
  const int mates = seen.n - 1;
  if (mates == 0) return;
  const double own = people.credit_period[seat];
  int below = 0, equal = -1;  // all but the seat itself
  each_present(state, circle, [&](int mate) {
    below += people.credit_period[mate] < own;
    equal += people.credit_period[mate] == own;
  });
  const double mean = seen.credit / seen.n;
  const double rank = (below + 0.5 * equal) / mates;
  people.rank_felt[seat] = rank - people.rank_expected[seat];
  people.rank_expected[seat] += 0.1 * (rank - people.rank_expected[seat]);
  people.rank_spread[seat] = std::sqrt(std::max(seen.square / seen.n - mean * mean, 1.0));
  // Far behind the mean there is nothing to be won any more.
  people.rank_behind[seat] = std::clamp((mean - own) / (2 * people.rank_spread[seat]), 0.0, 1.0);
}

}  // namespace

void appraise(const Firm& firm, State& state) {
  for (const Model::Circle& circle : firm.model.circles) {
    const PolicySet& set = firm.of_seat(state, circle.first);
    if (set.p.fairness_on && rules::falls_on(set.p.evaluation_every, state.day))
      appraise_circle(firm, state, circle);
  }
}

void give_awards(const Firm& firm, State& state) {
  People& people = state.people;
  for (const Model::Circle& circle : firm.model.circles) {
    const PolicySet& set = firm.of_seat(state, circle.first);
    if (!rules::falls_on(set.p.award_every, state.day)) continue;
    const bool for_help = set.p.award_for == Parameters::for_help;
    int best = -1;
    const auto merit = [&](int seat) {
      return for_help ? people.award_help[seat] : people.award_credit[seat];
    };
    each_present(state, circle, [&](int seat) {
      if (merit(seat) > 0 && (best < 0 || merit(seat) > merit(best))) best = seat;
    });
    each_present(state, circle, [&](int seat) {
      if (seat != best) people.award_help[seat] = people.award_credit[seat] = 0;
    });
    if (best < 0) continue;
    people.award_help[best] = people.award_credit[best] = 0;
    // The more there are, the less one is worth.
    const double a_year = firm.model.calendar.year / std::max(1.0, set.p.award_every);
    people.recognised[best] += 4 / (4 + a_year / std::max(circle.size, 1));
    if (for_help && set.p.trust_on)
      state.ties.norm[circle.team] += set.p.award_norm * (1 - state.ties.norm[circle.team]);
    if (state.notes.on)
      state.notes.add(
          {.kind = NoteKind::award, .day = state.day, .seat = best, .value = double(for_help)});
  }
}

double career_progress(const Firm& firm, const State& state, int seat) {
  const Parameters& p = firm.of_seat(state, seat).p;
  const People& people = state.people;
  if (p.career_levels <= people.grade[seat] || p.career_years <= 0) return 0;
  const double years = double(state.day - people.graded[seat]) / firm.model.calendar.year;
  return std::clamp(years / p.career_years, 0.0, 1.0) *
         std::clamp(people.success[seat] / std::max(p.career_at, 0.01), 0.0, 1.0);
}

void promote(const Firm& firm, State& state) {
  People& people = state.people;
  for (int seat = 0; seat < firm.model.seats; ++seat) {
    const Parameters& p = firm.of_seat(state, seat).p;
    if (!people.present[seat] || p.career_levels <= 0 || career_progress(firm, state, seat) < 1)
      continue;
    ++people.grade[seat];
    people.graded[seat] = state.day;
    people.recognised[seat] += 1;
    state.pay.raise[seat] += cents(firm.salary[people.plan[seat]] * p.career_raise);
    ++state.today.promotions;
    if (state.notes.on)
      state.notes.add({.kind = NoteKind::promoted,
                       .day = state.day,
                       .seat = seat,
                       .number = people.grade[seat]});
  }
}

void see_each_other(const Firm& firm, State& state) {
  People& people = state.people;
  const double week = firm.model.calendar.week;
  for (std::size_t c = 0; c < firm.model.circles.size(); ++c) {
    const Model::Circle& circle = firm.model.circles[c];
    const Seen seen = look_at(state, circle);
    state.ties.example[c] = seen.n > 0 ? seen.effort / seen.n : 0;
    state.ties.at_stake[c] = seen.stake;
    state.ties.here[c] = seen.n;
    for (const int seat : circle.seats()) {
      const Parameters& p = firm.of_seat(state, seat).p;
      people.recognised[seat] *= 1 - std::min(1.0, p.award_fade * week);
      if (!people.present[seat]) continue;
      people.appraised_days[seat] += static_cast<int>(week);
      if (p.ranks == Parameters::no_ranks)
        people.rank_felt[seat] = 0;
      else
        find_rank(state, circle, seen, seat);
    }
  }
}

}  // namespace tandem
