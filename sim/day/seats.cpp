// SPDX-License-Identifier: Apache-2.0
#include "sim/day/seats.h"

#include <algorithm>
#include <cmath>

#include "sim/base/gamma.h"
#include "sim/base/hash.h"
#include "sim/base/math.h"
#include "sim/day/choice.h"
#include "sim/day/disputes.h"
#include "sim/day/evaluation.h"
#include "sim/day/leaving.h"
#include "sim/day/mentoring.h"
#include "sim/day/merits.h"
#include "sim/day/news.h"
#include "sim/day/offers.h"
#include "sim/day/pulls.h"
#include "sim/day/scopes.h"
#include "sim/day/ties.h"
#include "sim/plan/quota.h"
#include "sim/rules/help.h"
#include "sim/rules/market.h"
#include "sim/rules/selling.h"
#include "sim/rules/wellbeing.h"

namespace tandem {

namespace {

// Numbers of the traits in a person's address.
enum Trait : std::uint32_t {
  kAbility,
  kLearning,
  kMoney,
  kRisk,
  kLoyalty,
  kFirstTopic,
  kProsociality = 1000,
  kBackground
};

// Pay that is on its way and that only who stays will get: long service as its day comes nearer, and
// parts of what a team or territory has brought so far.
double forfeited(const Firm& firm, const State& state, int seat) {
  const Calendar& calendar = firm.model.calendar;
  const int tenure = state.day - state.people.joined[seat];
  double sum = 0;
  for (const CompiledElement& element : firm.pay.plans[state.people.plan[seat]].elements) {
    if (element.says.kind != PayElement::long_service) continue;
    const int left = calendar.days_left(element.per, state.day);
    const double then = tenure + left;
    if (then < element.says.cliff) continue;
    const double years = std::min(std::floor(then / calendar.year), element.says.most_years);
    const double come = 1 - double(left) / calendar.length(element.per);
    sum += come * element.says.amount * years;
  }
  const double slope = state.people.mate_pull[seat];
  if (slope <= 0) return sum;
  const Model::Circle& circle = circle_of(firm, seat);
  for (const int mate : circle.seats()) sum += slope * state.people.credit_period[mate];
  return sum;
}

}  // namespace

void draw_person(const Firm& firm, State& state, int seat, int person) {
  const PolicySet& set = firm.of_seat(state, seat);
  const Parameters& p = set.p;
  People& people = state.people;
  const std::uint64_t id = mix64(firm.model.seat_id[seat] + 0x9E3779B97F4A7C15u * (person + 1));
  const auto z = [&](std::uint32_t trait) {
    return math::normal_quantile(state.luck.uniform(Purpose::hiring_traits, id, 0, trait));
  };
  const auto log_normal = [](double spread, double z_score) {
    return spread * z_score - spread * spread / 2;
  };
  people.person[seat] = person;
  people.id[seat] = id;
  people.log_ability[seat] =
      log_normal(p.ability_spread, z(kAbility)) + p.ability_spread * p.selectivity;
  people.learning[seat] = math::exp(log_normal(p.learning_spread, z(kLearning)));
  people.money_sensitivity[seat] = math::exp(log_normal(p.money_sensitivity_spread, z(kMoney)));
  people.risk_aversion[seat] =
      p.risk_aversion * math::exp(log_normal(p.risk_aversion_spread, z(kRisk)));
  people.loyalty[seat] = p.loyalty_spread * z(kLoyalty);
  people.prosociality[seat] = p.prosociality_spread * z(kProsociality);
  people.background[seat] = state.luck.uniform(Purpose::hiring_traits, id, 0, kBackground);
  const bool specialist = firm.model.seat_role[seat] == Role::specialist;
  for (int k = 0; k < firm.model.topics; ++k) {
    const double near = rules::likeness(double(k) / firm.model.topics, people.background[seat]);
    const double own = p.own_mean + p.own_spread * z(kFirstTopic + static_cast<std::uint32_t>(k)) +
                       p.diversity * near + (specialist ? p.specialist_lead : 0);
    people.own[seat * firm.model.topics + k] = std::clamp(own, 0.01, 0.99);
  }
  people.quit_left[seat] = rules::threshold(state.luck, Purpose::quit, id, 0);
  people.friction_left[seat] = rules::threshold(state.luck, Purpose::dispute, id, 0);
}

void join_seat(const Firm& firm, State& state, int seat) {
  const PolicySet& set = firm.of_seat(state, seat);
  People& people = state.people;
  draw_person(firm, state, seat, people.person[seat] + 1);
  if (state.notes.on)
    state.notes.add(
        {.kind = NoteKind::joined, .day = state.day, .seat = seat, .number = people.person[seat]});
  people.present[seat] = 1;
  people.ramped[seat] = 0;
  people.joined[seat] = people.since[seat] = state.day;
  for (int k = 0; k < firm.model.topics; ++k) {
    const int x = seat * firm.model.topics + k;
    people.knowledge[x] = set.p.newcomer_knowledge * people.own[x];
    people.topic_hours[x] = 0;
  }
  const double outside = rules::outside_pay(
      firm.of_territory(state, firm.model.seat_territory[seat]), people.log_ability[seat]);
  people.pay_level[seat] = people.pay_reference[seat] = outside;
  people.morale[seat] = set.p.morale_on ? set.p.morale_base : 0.5;
  for (auto* since :
       {&people.help_given, &people.appraised_credit, &people.award_help, &people.award_credit,
        &people.fairness, &people.recognised, &people.rank_felt, &people.rank_behind})
    (*since)[seat] = 0;
  people.rank_expected[seat] = 0.5;
  people.appraised_days[seat] = people.warned[seat] = people.grade[seat] = 0;
  people.graded[seat] = state.day;
  people.fatigue[seat] = people.skill[seat] = people.market[seat] = people.writing[seat] = 0;
  people.level[seat] = 0;
  for (int k = 0; k < firm.model.topics; ++k)
    people.level[seat] += people.knowledge[seat * firm.model.topics + k];
  people.success[seat] = 1;
  people.paid[seat] = people.paid_week[seat] = people.revenue[seat] = 0;
  people.credit_week[seat] = people.credit_period[seat] = 0;
  people.below_floor[seat] = 0;
  forget_merits(state, seat);
  take_over_book(firm, state, seat);
  introduce(firm, state, seat);
  find_news(firm, state, seat);
  assign_mentor(firm, state, seat);
  set_quota(firm, state, seat);
  if (firm.for_some) decide_on_joining(firm, state, seat);
  join(state.pay, firm.pay, firm.roster(state), seat, state.day);
  pulls_changed(firm, state, seat);
  choose(firm, state, seat);
  refresh_hazards(firm, state, seat, mean_trust(firm, state, seat));
  state.today.joined.push_back(seat);
}

void leave_seat(const Firm& firm, State& state, int seat, bool dismissed) {
  const PolicySet& set = firm.of_seat(state, seat);
  People& people = state.people;
  const std::size_t before = state.pay_lines.size();
  leave(state.pay, firm.pay, firm.roster(state), firm.model.calendar, seat, state.day,
        state.pay_lines);
  enter_pay(state, before);
  state.today.exits.push_back({seat, people.person[seat], dismissed, people.joined[seat],
                               people.paid[seat], people.revenue[seat]});
  if (state.notes.on)
    state.notes.add({.kind = dismissed ? NoteKind::dismissed : NoteKind::quit,
                     .day = state.day,
                     .seat = seat,
                     .number = people.person[seat],
                     .value = double(state.day - people.joined[seat])});
  leave_news(firm, state, seat);
  take_leave(firm, state, seat);
  end_mentoring(firm, state, seat);
  end_disputes(firm, state, seat);
  people.present[seat] = 0;
  people.since[seat] = kNobody;
  leave_scopes(firm, state, seat);
  pulls_changed(firm, state, seat);
  people.quit_rate[seat] = 0;
  people.effort[seat] = people.help_left[seat] = people.joint_left[seat] = people.exits_near[seat] =
      people.friction_rate[seat] = people.talk[seat] = people.overload[seat] = 0;
  for (int m = 0; m < kActivities; ++m) people.hours[seat * kActivities + m] = 0;
  const Block words = state.luck.block(Purpose::hiring_delay, people.id[seat], 0, 0);
  const double delay = set.p.hiring_delay * erlang(set.p.hiring_shape, words);
  people.joins[seat] = state.day + 1 + math::whole(delay);
  state.today.hiring_cost += cents(set.p.hiring_cost);
}

void enter_pay(State& state, std::size_t from) {
  for (std::size_t i = from; i < state.pay_lines.size(); ++i) {
    const PayLine& line = state.pay_lines[i];
    add_to(state.people.paid[line.seat], line.amount);
    add_to(state.people.paid_week[line.seat], line.amount);
    add_to(state.today.pay, line.amount);
    if (state.notes.on)
      state.notes.add({.kind = NoteKind::paid,
                       .day = state.day,
                       .seat = line.seat,
                       .number = line.kind,
                       .part = line.slot + 1,
                       .value = whole_units(line.amount),
                       .chance = line.attainment});
  }
}

void enter_credit(const Firm& firm, State& state, const CreditLine& line) {
  if (!state.people.present[line.seat]) return;  // nobody is there to be paid
  credit(state.pay, firm.pay, firm.roster(state), firm.model.calendar, line);
  state.people.revenue[line.seat] += line.amount;
  state.people.credit_week[line.seat] += whole_units(line.amount);
  state.people.credit_period[line.seat] += whole_units(line.amount);
  state.people.appraised_credit[line.seat] += whole_units(line.amount);
  state.people.award_credit[line.seat] += whole_units(line.amount);
}

void set_quota(const Firm& firm, State& state, int seat) {
  const Model& model = firm.model;
  const PolicySet& set = firm.of_seat(state, seat);
  QuotaFacts facts;
  facts.potential = model.seat_credit[seat] * model.calendar.year;
  facts.mean_potential = model.mean_credit * model.calendar.year;
  facts.forecast = facts.potential * math::exp(state.people.log_ability[seat]);
  facts.years = model.calendar.index(Period::year, std::max(state.day, 0));
  const double year = quota(set.quota, facts);
  give_quota(firm, state, seat, cents(year));
  const Period period = period_of(set.quota.period);
  const int first = model.calendar.first_day(period, state.day),
            last = model.calendar.last_day(period, state.day);
  const int from = std::max(first, std::min(state.people.joined[seat], last));
  state.people.quota[seat] =
      year * season_share(set.quota, model.calendar, first, last) *
      ramp_share(set.quota, model.calendar, state.people.joined[seat], first, last) *
      (set.quota.prorate ? double(last - from + 1) / (last - first + 1) : 1.0);
}

void give_quota(const Firm& firm, State& state, int seat, Money year) {
  Money& quota = state.people.quota_year[seat];
  if (quota == year) return;
  const Money raised = year - quota;
  quota = year;
  if (state.pay.seats == 0) return;  // the book opens later, with the quotas it then finds
  move_quota(state.pay, firm.roster(state), seat, raised);
  pulls_changed(firm, state, seat);
}

namespace {

void refresh_quit_rate(const Firm& firm, State& state, int seat, double trust) {
  const PolicySet& set = firm.of_seat(state, seat);
  People& people = state.people;
  rules::QuitCase of;
  of.tenure_days = state.day - people.joined[seat];
  of.morale = people.morale[seat];
  of.fatigue = people.fatigue[seat];
  of.loyalty = people.loyalty[seat];
  of.pay_worth = pay_worth(firm, state, seat);
  const bool ranked = firm.ranks_shown[people.plan[seat]] != 0;
  of.outside_pay =
      rules::outside_pay(firm.of_territory(state, firm.model.seat_territory[seat]),
                         people.log_ability[seat] * rules::visible(set, of.tenure_days, ranked));
  of.exits_near = people.exits_near[seat];
  of.trust = trust;
  of.career = career_progress(firm, state, seat);
  of.vesting = forfeited(firm, state, seat);
  const auto terms = rules::quit_terms(set, of);
  people.quit_rate[seat] = rules::quit_rate(set, terms);
  if (state.notes.on)
    state.notes.add_with(
        {.kind = NoteKind::hazard, .day = state.day, .seat = seat, .value = people.quit_rate[seat]},
        terms);
}

}  // namespace

void refresh_hazards(const Firm& firm, State& state, int seat, double trust) {
  refresh_quit_rate(firm, state, seat, trust);
  refresh_friction(firm, state, seat, trust);
}

Deal* open_deal(const Firm& firm, State& state, Deal deal, Turn turn, int seat) {
  if (state.deals.full(seat)) {
    ++state.today.soft_limits;
    return nullptr;
  }
  if (!deal.referred) deal.finder = seat;
  deal.to_prospect = state.accounts[deal.account].segment == Segment::prospect;
  turn.worth = static_cast<float>(deal_worth(firm, state, seat, deal, turn));
  if (state.notes.on) state.notes.add(note_on(NoteKind::opportunity, deal.created, seat, deal));
  return &state.deals.open(seat, deal, turn);
}

}  // namespace tandem
