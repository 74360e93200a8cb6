// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "sim/base/math.h"
#include "sim/day/choice.h"
#include "sim/day/departments.h"
#include "sim/day/disputes.h"
#include "sim/day/evaluation.h"
#include "sim/day/library.h"
#include "sim/day/managers.h"
#include "sim/day/mentoring.h"
#include "sim/day/merits.h"
#include "sim/day/seats.h"
#include "sim/day/stops.h"
#include "sim/day/ties.h"
#include "sim/day/training.h"
#include "sim/plan/quota.h"
#include "sim/rules/hours.h"
#include "sim/rules/knowledge.h"
#include "sim/rules/leaving.h"
#include "sim/rules/market.h"
#include "sim/rules/wellbeing.h"

namespace tandem {

namespace {

void pay_people(const Firm& firm, State& state) {
  count_merits(firm, state);
  const std::size_t from = state.pay_lines.size();
  settle_day(state.pay, firm.pay, firm.roster(state), firm.model.calendar, state.day,
             state.pay_lines);
  enter_pay(state, from);
}

// A quota period ends: attainment is noted, a ratchet moves, who stays below the floor is
// dismissed. The next period's quota is set.
void judge_period(const Firm& firm, State& state, int seat) {
  const PolicySet& set = firm.of_seat(state, seat);
  People& people = state.people;
  const Calendar& calendar = firm.model.calendar;
  const Period period = period_of(set.quota.period);
  const bool whole = people.joined[seat] <= calendar.first_day(period, state.day);
  const double quota = people.quota[seat], result = people.credit_period[seat];
  if (people.present[seat] && whole && quota > 0) {
    state.today.attained.push_back({seat, people.person[seat], result / quota});
    if (state.notes.on)
      state.notes.add(
          {.kind = NoteKind::judged, .day = state.day, .seat = seat, .value = result / quota});
    if (set.quota.method == QuotaSpec::ratchet) {
      const double periods = double(calendar.year) / calendar.length(period);
      const double next = ratchet_next(set.quota, quota, result);
      give_quota(firm, state, seat, cents(next * periods));
      people.quota[seat] = next;
    }
    people.below_floor[seat] =
        result / quota < set.p.dismissal_floor ? people.below_floor[seat] + 1 : 0;
    if (people.below_floor[seat] >= set.p.dismissal_periods) {
      if (state.undoes(NoteKind::dismissed, seat))
        people.below_floor[seat] = 0;
      else
        leave_seat(firm, state, seat, true);
    }
  }
  people.credit_period[seat] = 0;
}

void set_next_quota(const Firm& firm, State& state, int seat) {
  const PolicySet& set = firm.of_seat(state, seat);
  if (set.quota.method == QuotaSpec::ratchet && state.people.quota[seat] > 0) return;
  ++state.day;  // the quota of the period that opens tomorrow
  set_quota(firm, state, seat);
  --state.day;
}

// What a week of practice and rest leaves behind. What was learned in it from whatever source is
// returned, a mean over topics.
double learn(const Firm& firm, State& state, int seat) {
  const Model& model = firm.model;
  const PolicySet& set = firm.of_seat(state, seat);
  People& people = state.people;
  double* x = &people.knowledge[seat * model.topics];
  double* hours = &people.topic_hours[seat * model.topics];
  const double* own = &people.own[seat * model.topics];
  // Own learning goes to the topic with the widest gap.
  int widest = 0;
  for (int k = 1; k < model.topics; ++k)
    if (own[k] - x[k] > own[widest] - x[widest]) widest = k;
  const double study = people.hours[seat * kActivities + 3] * model.calendar.week;
  // A newcomer has to know what the territory asks for: topics count by their share there.
  const double* asked = model.asked_of(seat);
  double sum = 0, level = 0, goal = 0;
  for (int k = 0; k < model.topics; ++k) {
    x[k] = rules::after_practice(set, x[k], own[k], people.learning[seat], hours[k],
                                 k == widest ? study : 0, model.calendar.week);
    sum += x[k];
    level += asked[k] * x[k];
    goal += asked[k] * own[k];
    hours[k] = 0;
  }
  if (!people.ramped[seat] && level >= 0.8 * goal) {
    people.ramped[seat] = 1;
    state.today.ramp_days.push_back(state.day + 1 - people.joined[seat]);
  }
  sum += model.topics * (people.skill[seat] + people.market[seat]);  // so does what courses add
  const double gain = (sum - people.level[seat]) / model.topics;
  people.level[seat] = sum;
  return gain;
}

// Relations fade without contact; hours of care that no request took keep them up, with the root of
// an account's hours.
void keep_relations(const Firm& firm, State& state, int seat) {
  const Model& model = firm.model;
  const int first = model.book_first[seat], last = model.book_first[seat + 1];
  if (first == last) return;
  const Parameters& p = firm.of_territory(state, model.seat_territory[seat]).p;
  const double faded = 1 - p.relation_loss * model.calendar.week;
  const double each = state.people.nurture[seat] / (last - first);
  const double raised = p.relation_gain * std::sqrt(std::min(1.0, each));
  double* rho = state.accounts.person_relation.data();
  for (int a = first; a < last; ++a) rho[a] = rho[a] * faded + raised * (1 - rho[a] * faded);
  state.people.nurture[seat] = 0;
}

// How much of the week's communication was beyond what the person can take.
void count_talk(const Firm& firm, State& state, int seat) {
  const PolicySet& set = firm.of_seat(state, seat);
  double& talk = state.people.talk[seat];
  state.people.overload[seat] =
      rules::overload_of(set, talk / firm.model.calendar.week + rules::meeting_hours(set));
  talk = 0;
}

// Entering facts takes hours in proportion to the open deals.
void record(const Firm& firm, State& state, int seat) {
  const PolicySet& set = firm.of_seat(state, seat);
  if (!set.p.crm_on) return;
  constexpr double kTenDeals = 10;
  const double needed = set.p.crm_entry * firm.model.calendar.hours *
                        std::max(1.0, state.deals.count(seat) / kTenDeals);
  const double given = state.people.hours[seat * kActivities + 5];
  const double recorded = needed > 0 ? std::min(1.0, given / needed) : 0;
  double& coverage = state.people.coverage[seat];
  coverage = rules::coverage_after_week(set, coverage, recorded);
}

void feel(const Firm& firm, State& state, int seat, double growth, double trust) {
  const Model& model = firm.model;
  const PolicySet& set = firm.of_seat(state, seat);
  const Parameters& p = set.p;
  People& people = state.people;
  const double weeks = double(model.calendar.year) / model.calendar.week;
  const double pay = whole_units(people.paid_week[seat]) * weeks;
  people.pay_level[seat] += p.pay_memory * (std::max(pay, 0.0) - people.pay_level[seat]);
  people.paid_week[seat] = 0;
  const double expected = model.seat_credit[seat] * model.calendar.week;
  const double success = expected > 0 ? people.credit_week[seat] / expected : 1;
  constexpr double kQuarter = 1.0 / 13;  // weight of a week in a quarter's success
  people.success[seat] += kQuarter * (success - people.success[seat]);
  people.credit_week[seat] = 0;
  people.fatigue[seat] = rules::fatigue_after(
      set, people.fatigue[seat], people.effort[seat] + p.load_fatigue * people.overload[seat],
      model.calendar.week);
  const double worth = pay_worth(firm, state, seat);
  if (p.morale_on) {
    rules::MoraleCase of;
    of.pay_worth = worth;
    of.pay_reference = people.pay_reference[seat];
    of.success = std::min(people.success[seat], 2.0);
    of.growth = growth;
    of.fatigue = people.fatigue[seat];
    of.attention = coaching_hours(firm, state, seat) * model.calendar.week;
    of.conflict = people.conflict[seat];
    of.fairness = people.fairness[seat];
    of.recognised = people.recognised[seat];
    of.trust = trust;
    if (p.ranks != Parameters::no_ranks) {
      of.rank = people.rank_felt[seat];
      of.behind = people.rank_behind[seat];
    }
    const auto terms = rules::morale_terms(set, of);
    people.morale[seat] += p.morale_speed * (terms.target() - people.morale[seat]);
    if (state.notes.on)
      state.notes.add_with(
          {.kind = NoteKind::morale, .day = state.day, .seat = seat, .value = people.morale[seat]},
          terms);
  }
  people.pay_reference[seat] += p.reference_speed * (worth - people.pay_reference[seat]);
}

void review_week(const Firm& firm, State& state, int seat) {
  People& people = state.people;
  if (people.present[seat]) {
    const double growth = learn(firm, state, seat);
    count_talk(firm, state, seat);
    record(firm, state, seat);
    fade_courses(firm, state, seat);
    const double trust = mean_trust(firm, state, seat);
    feel(firm, state, seat, growth, trust);
    refresh_hazards(firm, state, seat, trust);
  }
  keep_relations(firm, state, seat);
  const PolicySet& set = firm.of_seat(state, seat);
  const int week = firm.model.calendar.week;
  const double hours = people.hours[seat * kActivities + 1] + people.spare_hours[seat] / week;
  people.prospecting[seat] = rules::prospecting_factor(set, hours, firm.model.calendar.hours);
  if (people.market[seat] > 0) people.prospecting[seat] *= math::exp(people.market[seat]);
  people.spare_hours[seat] = 0;
}

void lose_people(const Firm& firm, State& state) {
  People& people = state.people;
  const int seats = firm.model.seats;
  for (int seat = 0; seat < seats; ++seat) people.quit_left[seat] -= people.quit_rate[seat];
  for (int seat = 0; seat < seats; ++seat) {
    if (people.quit_left[seat] >= 0 || !people.present[seat]) continue;
    if (state.undoes(NoteKind::quit, seat))
      people.quit_left[seat] =
          rules::threshold(state.luck, Purpose::quit, people.id[seat], state.day + 1);
    else
      leave_seat(firm, state, seat, false);
  }
}

}  // namespace

void settle(const Firm& firm, State& state) {
  const Calendar& calendar = firm.model.calendar;
  const int seats = firm.model.seats;
  pay_people(firm, state);
  live_with_disputes(firm, state);
  if (calendar.ends_week(state.day)) {
    mentor_newcomers(firm, state);
    coach_people(firm, state);
    for (int seat = 0; seat < seats; ++seat) review_week(firm, state, seat);
    write_articles(firm, state);
    review_ties(firm, state);
    review_departments(firm, state);
    promote(firm, state);
    see_each_other(firm, state);
  }
  appraise(firm, state);
  give_awards(firm, state);
  lose_people(firm, state);
  const PolicySet* asked = nullptr;  // most seats have the policies of the one before
  bool ends = false;
  for (int seat = 0; seat < seats; ++seat) {
    const PolicySet& own = firm.of_seat(state, seat);
    if (&own != asked) ends = calendar.ends(period_of(own.quota.period), state.day);
    asked = &own;
    if (!ends) continue;
    judge_period(firm, state, seat);
    set_next_quota(firm, state, seat);
  }
}

}  // namespace tandem
