// SPDX-License-Identifier: Apache-2.0
#include "sim/day/choice.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "sim/base/math.h"
#include "sim/day/groups.h"
#include "sim/day/managers.h"
#include "sim/day/mentoring.h"
#include "sim/day/merits.h"
#include "sim/day/pulls.h"
#include "sim/day/stops.h"
#include "sim/day/ties.h"
#include "sim/plan/effort.h"
#include "sim/plan/outlook.h"
#include "sim/rules/hours.h"
#include "sim/rules/wellbeing.h"

namespace tandem {

namespace {

constexpr auto kCare = static_cast<std::size_t>(Activity::care);
constexpr auto kHelping = static_cast<std::size_t>(Activity::helping);

// Days until what a seat begins now can be credit: none for a sale to a caller or walk-in.
double days_to_credit(const Firm& firm, const PolicySet& own, int seat) {
  return firm.model.seat_selling[seat] == Selling::pipeline ? own.days_ahead[0] : 0;
}

// What a seat's open deals are expected to bring, by stage, money.
std::array<double, kStages> expected_wins(const Firm& firm, const State& state, int seat) {
  const PolicySet& own = firm.of_seat(state, seat);
  const double price = firm.of_territory(state, firm.model.seat_territory[seat]).price;
  std::array<double, kStages> sum{};
  for (const Deal& deal : state.deals.of(seat))
    sum[static_cast<std::size_t>(deal.stage)] += deal.value;
  for (std::size_t s = 0; s < kStages; ++s) sum[s] *= price * own.win_ahead[s];
  return sum;
}

// Those of them that close within `days`, and what is yet to arise and close in them.
double expected_credit(const Firm& firm, const PolicySet& own, int seat,
                       const std::array<double, kStages>& wins, double days) {
  double sum = 0;
  for (std::size_t s = 0; s < kStages; ++s)
    if (own.days_ahead[s] / 2 <= days) sum += wins[s];
  return sum + firm.model.seat_credit[seat] * own.p.conscience *
                   std::max(0.0, days - days_to_credit(firm, own, seat));
}

// The part of work done now that becomes credit within `days`, by activity: work on open deals
// soon, prospecting after a whole cycle, care and learning later still.
std::array<double, kActivities> in_time(double days_to_credit, double days) {
  const double cycle = std::max(days_to_credit, 1.0);
  const double deals = std::clamp(2 * days / cycle, 0.0, 1.0);
  const double prospecting = std::clamp(days / cycle - 0.5, 0.0, 1.0);
  const double later = std::clamp(days / cycle - 1.0, 0.0, 1.0);
  return {deals, prospecting, later, later, later, later};
}

bool is_choice_day(const Calendar& calendar, const PolicySet& own, int day) {
  constexpr int kLastDays = 10;
  if (own.p.choice == 1) return true;
  const Period period = period_of(own.quota.period);
  if (own.p.choice == 2) return calendar.starts(period, day);
  if (calendar.starts(Period::week, day) || calendar.starts(period, day)) return true;
  return calendar.length(period) < calendar.month || calendar.days_left(period, day) <= kLastDays;
}

// Worth of the next hour on a deal, given what its win would add.
double an_hour(const PolicySet& own, const Deal& deal, const Turn& turn, double gain) {
  const int stage = static_cast<int>(deal.stage);
  const double rest = turn.with_buyer() ? own.work_ahead[stage] - own.work[stage]
                                        : own.work_ahead[stage] - own.work[stage] + deal.work_left;
  return gain * own.win_ahead[stage] / std::max(rest, 0.25);
}

// What an effort of one day on each activity is worth and why, money.
struct WorthTerms {
  std::array<double, kActivities> conscience{}, pay_now{}, pay_later{}, hours{};
  double by_mates = 0, standing = 0;
  MeritTerms merits;
  rules::ImposedTerms imposed;
};
template <class Visitor>
void visit_terms(const WorthTerms& t, Visitor&& visit) {
  static constexpr const char* kNames[kActivities][3] = {
      {"deals: conscience", "deals: pay now", "deals: pay later"},
      {"prospecting: conscience", "prospecting: pay now", "prospecting: pay later"},
      {"care: conscience", "care: pay now", "care: pay later"},
      {"learning: conscience", "learning: pay now", "learning: pay later"},
      {"helping: conscience", "helping: pay now", "helping: pay later"},
      {"recording: conscience", "recording: pay now", "recording: pay later"}};
  for (int m = 0; m < kActivities; ++m) {
    visit(kNames[m][0], t.conscience[m]);
    visit(kNames[m][1], t.pay_now[m]);
    visit(kNames[m][2], t.pay_later[m]);
  }
  visit("helping: pay by mates' results", t.by_mates);
  visit("standing with mates", t.standing);
  visit_terms(t.merits, visit);
  visit_terms(t.imposed, visit);
  static constexpr const char* kHours[kActivities] = {"hours: deals",   "hours: prospecting",
                                                      "hours: care",    "hours: learning",
                                                      "hours: helping", "hours: recording"};
  for (int m = 0; m < kActivities; ++m) visit(kHours[m], t.hours[m]);
}

// What a win of any size adds under the plan: a table of V for each part that bends, one slope for
// the rest.
struct Gains {
  std::array<Table, kPulls> table;
  std::array<double, kPulls> x, now;
  std::size_t n = 0;
  double slope = 0;

  void add(const Table& values, double at) {
    table[n] = values;
    x[n] = at;
    now[n++] = values.value(at);
  }
  [[nodiscard]] double of(double z) const {
    double gain = slope * z;
    for (std::size_t g = 0; g < n; ++g) gain += table[g].value(x[g] + z) - now[g];
    return gain;
  }
};

void put_in_order(const Firm& firm, State& state, int seat, const Gains& gains) {
  const PolicySet& own = firm.of_seat(state, seat);
  const double price = firm.of_territory(state, firm.model.seat_territory[seat]).price;
  const auto deals = state.deals.of(seat);
  const auto turns = state.deals.turns(seat);
  for (std::size_t i = 0; i < deals.size(); ++i) {
    const double z = deals[i].value * price;
    turns[i].worth =
        static_cast<float>(an_hour(own, deals[i], turns[i], gains.of(z) + own.p.standing * z));
  }
  state.deals.sort(seat);
}

// Deals are weighed anew once a week and when credit has come; between, newcomers find their place
// by the present slope. Under `first come` the order of arrival stands; a seat with callers or
// walk-ins has no deals.
bool weighs_deals(const Firm& firm, State& state, int seat) {
  if (firm.of_seat(state, seat).p.order == 1) return false;
  if (firm.model.seat_selling[seat] != Selling::pipeline) return false;
  std::int64_t& weighed = state.people.weighed[seat];
  const bool now = firm.model.calendar.starts(Period::week, state.day) ||
                   weighed != state.people.revenue[seat] || state.day <= state.people.joined[seat];
  weighed = state.people.revenue[seat];
  return now;
}

// Mates who do more draw one along; those who do less do not hold one back.
double example(const Firm& firm, const State& state, int seat) {
  const Parameters& p = firm.of_seat(state, seat).p;
  const double mates = state.ties.example[firm.model.seat_circle[seat]];
  const double own = state.people.effort[seat];
  if (!p.pressure_on || mates <= own || own <= 0) return 1;
  return math::pow(mates / own, p.example);
}

// What standing with mates adds to a unit of credit, money: what it pays them, as far as they are
// trusted, and the rank it may win.
double standing_pull(const Firm& firm, const State& state, int seat) {
  const Parameters& p = firm.of_seat(state, seat).p;
  const People& people = state.people;
  double pull = 0;
  if (p.pressure_on) {
    const double others = state.ties.at_stake[firm.model.seat_circle[seat]] -
                          people.mate_pull[seat] + stake_of_group(state, seat);
    if (others > 0) pull += p.pressure * others * mean_trust(firm, state, seat);
  }
  if (p.ranks != Parameters::no_ranks && people.rank_spread[seat] > 0) {
    // A Normal's density at where one stands: a unit of credit passes so many of the mates.
    constexpr double kMiddle = 0.4;
    pull += p.rank_worth * kMiddle / people.rank_spread[seat] * (1 - people.rank_behind[seat]);
  }
  return pull;
}

// What one more unit of credit is worth, an own one and one of whoever else brings the result.
struct Slopes {
  double own, mate;
};

// A sum P divided by credit: who brings c of C gets P c / C. Both are taken as expected at the
// period's end; own credit moves the share too, by (C - c) / C^2, and others' by -c / C^2.
template <class Look>
Slopes by_credit(const State& state, int seat, const Pull& part, double own_to_come,
                 double others_to_come, Look look) {
  const double so_far = whole_units(state.pay.total(part.own, seat)) / part.per_credit;
  const double own = std::max(so_far, 0.0) + own_to_come;
  const double all = own + part.others + others_to_come;
  if (own <= 0) return {0, 0};
  const Outlook seen = look(part.curve.scaled(own / all));
  return {seen.slope + seen.value * (all - own) / (all * own), seen.slope - seen.value / all};
}

// What a look ahead turns on beside the plan.
struct Prospect {
  double cost;                       ///< of effort over credit squared
  double sale;                       ///< mean credit of one, money
  std::array<double, kStages> wins;  ///< expected of open deals, money
  bool weighing;                     ///< are deals put in order?
};

// What a unit of credit adds to one part of the plan, whose period ends in so many days. What a win is
// worth follows.
Slopes slopes_of(const Firm& firm, const State& state, int seat, const Pull& part,
                 const Prospect& seen, double days, Gains& gains) {
  const Company others = company(firm, state, seat, part.holder);
  const double variance = std::max(others.variance, seen.sale * seen.sale / days);
  const double to_come = expected_credit(firm, firm.of_seat(state, seat), seat, seen.wins, days);
  const double x = part.credit(state.pay) + others.credit * days + to_come;
  const bool bends = part.curve.segments > 1;
  if (bends && part.own < 0 && seen.weighing && part.holder == Holder::seat) {
    const Table table(part.curve, x, x + 4 * seen.sale, seen.cost, variance, days);
    gains.add(table, x);
    return {table.slope(x), table.slope(x)};
  }
  Slopes slopes{part.curve.slope[0], part.curve.slope[0]};
  if (part.own >= 0)
    slopes = by_credit(state, seat, part, to_come, others.credit * days, [&](const Curve& curve) {
      return bends ? outlook(curve, x, seen.cost, variance, days)
                   : Outlook{curve(x), curve.slope[0]};
    });
  else if (bends)
    slopes.own = slopes.mate = outlook_slope(part.curve, x, seen.cost, variance, days);
  gains.slope += slopes.own;
  return slopes;
}

// Adds to each activity what pay adds at the margin to an effort of one day.
void look_ahead(const Firm& firm, State& state, int seat, bool weighing,
                std::array<double, kActivities>& worth, Gains& gains, WorthTerms* terms) {
  const PolicySet& own = firm.of_seat(state, seat);
  const Parameters& p = own.p;
  const Model& model = firm.model;
  People& people = state.people;
  people.pull[seat] = people.mate_pull[seat] = 0;
  double group_pull = 0;
  if (firm.has_groups) state.groups.pull[seat] = 0;
  if (firm.has_merits && p.pay_response) {
    const MeritTerms merits = look_at_merits(firm, state, seat);
    worth[kHelping] += merits.help;
    worth[kCare] += merits.care;
    for (int m = 0; m < kActivities; ++m) worth[m] += merits.score[m];
    gains.slope += people.pull[seat];
    if (terms != nullptr) terms->merits = merits;
  }
  const double r = model.seat_credit[seat] * math::exp(people.log_ability[seat]);
  if (!p.pay_response || r <= 0) return;
  const double most = p.effort_cost * std::max(0.0, p.effort_high - p.conscience) / r;
  const PolicySet& market = firm.of_territory(state, model.seat_territory[seat]);
  const Prospect seen{p.effort_cost / (r * r), model.sale_mean(seat, own, market) * market.price,
                      expected_wins(firm, state, seat), weighing};
  const SeatPulls& pulls = pulls_of(firm, state, seat);
  for (int g = 0; g < pulls.n; ++g) {
    const Pull& part = pulls.part[g];
    if (is_merit(part.quantity)) continue;
    const double days =
        std::max<double>(part.last - state.day + 1, p.choice == 1 ? 1 : model.calendar.week);
    const Slopes slopes = slopes_of(firm, state, seat, part, seen, days, gains);
    const double slope = std::clamp(slopes.own, -most, most);
    const double mate = std::clamp(slopes.mate, -most, most);
    double& next = people.next_pull[seat * kPulls + g];
    if (model.calendar.starts(part.period, state.day) || state.day <= people.joined[seat] ||
        next == 0)
      next = slope;
    const double waited = 1 / (1 + p.impatience * (part.payday - state.day));
    const auto now = in_time(days_to_credit(firm, own, seat), days);
    std::array<double, kActivities> soon, later;
    for (int m = 0; m < kActivities; ++m) {
      soon[m] = now[m] * slope * waited;
      later[m] = (1 - now[m]) * p.next_period * next;
      worth[m] += r * own.returns[m] * (soon[m] + later[m]);
    }
    for (int m = 0; terms != nullptr && m < kActivities; ++m) {
      terms->pay_now[m] += r * own.returns[m] * soon[m];
      terms->pay_later[m] += r * own.returns[m] * later[m];
    }
    people.pull[seat] += slope;
    if (part.holder == Holder::group)
      group_pull += mate;
    else if (part.holder != Holder::seat)
      people.mate_pull[seat] += mate;
  }
  people.mate_pull[seat] -= pulls.against;
  const double standing = standing_pull(firm, state, seat);
  for (int m = 0; m < kActivities; ++m) worth[m] += r * own.returns[m] * standing;
  if (terms != nullptr) terms->standing = r * standing;
  if (firm.has_groups) state.groups.pull[seat] = group_pull;
  const double by_mates = r * p.help_yield * (people.mate_pull[seat] + group_pull);
  worth[kHelping] += by_mates;
  if (terms != nullptr) terms->by_mates = by_mates;
}

void divide_hours(const Firm& firm, State& state, int seat,
                  const std::array<double, kActivities>& worth, double imposed_hours) {
  const PolicySet& own = firm.of_seat(state, seat);
  const double day = firm.model.calendar.hours;
  const double imposed = imposed_hours / day;
  std::array<double, kActivities> there, effort;
  std::size_t n = 0;
  for (int m = 0; m < kActivities; ++m)
    if (own.does[m]) there[n++] = worth[m];
  split_effort({there.data(), n}, own.activity_cost, own.activity_cross, imposed,
               {effort.data(), n});
  double total = 0;
  for (std::size_t i = 0; i < n; ++i) total += effort[i];
  const double least = std::max(own.p.effort_low - imposed, 0.0);
  const double most = std::max(own.p.effort_high - imposed, 0.0);
  const double cut = std::clamp(total, least, most);
  double* hours = &state.people.hours[seat * kActivities];
  n = 0;
  for (int m = 0; m < kActivities; ++m) {
    hours[m] = 0;
    if (!own.does[m]) continue;
    hours[m] = day * (total > 0 ? effort[n] * cut / total : cut * own.time[m]);
    ++n;
  }
  if (firm.model.seat_role[seat] >= Role::specialist) {
    // There are no deals, prospects or accounts of their own: all but learning is for colleagues.
    for (const int m : {0, 1, 2}) hours[kHelping] += hours[m], hours[m] = 0;
  }
  state.people.effort[seat] = std::min(cut + imposed, own.p.effort_high);
}

}  // namespace

Company company(const Firm& firm, const State& state, int seat, Holder holder) {
  const Model& model = firm.model;
  const double own = model.seat_credit[seat];
  switch (holder) {
    case Holder::group: {
      Company others{-own, 0};
      for (const int member : group_members(state, state.groups.of[seat])) {
        others.credit += model.seat_credit[member];
        others.variance += model.seat_credit_var[member];
      }
      return others;
    }
    case Holder::team:
      return {firm.team_credit[model.seat_team[seat]] - own,
              firm.team_variance[model.seat_team[seat]]};
    case Holder::territory:
      return {firm.territory_credit[model.seat_territory[seat]] - own,
              firm.territory_variance[model.seat_territory[seat]]};
    case Holder::firm:
    case Holder::reports:
      return {firm.firm_credit - own, firm.firm_variance};
    case Holder::seat:
      break;
  }
  return {0, model.seat_credit_var[seat]};
}

double deal_worth(const Firm& firm, const State& state, int seat, const Deal& deal,
                  const Turn& turn) {
  const PolicySet& own = firm.of_seat(state, seat);
  if (own.p.order == 1) return -static_cast<double>(deal.created);
  const double price = firm.of_territory(state, firm.model.seat_territory[seat]).price;
  return an_hour(own, deal, turn, (state.people.pull[seat] + own.p.standing) * deal.value * price);
}

double pay_worth(const Firm& firm, const State& state, int seat) {
  const People& people = state.people;
  const double pay = people.pay_level[seat];
  const double salary = firm.salary[people.plan[seat]];
  const double variable = pay > 0 ? std::clamp(1 - salary / pay, 0.0, 1.0) : 0;
  const double credit = firm.model.seat_credit[seat];
  const double year = firm.model.calendar.year;
  const double variation =
      credit > 0 ? std::sqrt(firm.model.seat_credit_var[seat] / year) / credit : 0;
  return rules::certainty_equivalent(pay, variable, variation, people.risk_aversion[seat]);
}

void choose(const Firm& firm, State& state, int seat) {
  const PolicySet& own = firm.of_seat(state, seat);
  const People& people = state.people;
  // What conscience, standing and attention are worth, by mood.
  const double mood =
      example(firm, state, seat) * math::exp(own.p.effort_morale * (people.morale[seat] - 0.5) -
                                             own.p.effort_fatigue * people.fatigue[seat]);
  std::array<double, kActivities> worth;
  for (int m = 0; m < kActivities; ++m) worth[m] = own.conscience_worth[m] * mood;
  worth[kHelping] *=
      2 * math::logistic(own.p.help_prosociality * people.prosociality[seat] +
                         own.p.help_norm *
                             (state.ties.norm[firm.model.seat_team[seat]] - own.p.norm_base));

  const bool weighing = weighs_deals(firm, state, seat);
  Gains gains;
  std::optional<WorthTerms> terms;
  if (state.notes.on) terms.emplace().conscience = worth;
  look_ahead(firm, state, seat, weighing, worth, gains, terms ? &*terms : nullptr);
  rules::ImposedCase taken{people.overload[seat], people.writing[seat]};
  taken.mates = std::max(0, state.ties.here[firm.model.seat_circle[seat]] - 1);
  taken.disputes = people.conflict[seat];
  taken.mentoring = mentoring_hours(firm, state, seat);
  taken.coaching = coaching_hours(firm, state, seat);
  const auto imposed = rules::imposed_terms(own, taken);
  divide_hours(firm, state, seat, worth, imposed.sum());
  if (terms) {
    terms->imposed = imposed;
    for (int m = 0; m < kActivities; ++m) terms->hours[m] = people.hours[seat * kActivities + m];
    state.notes.add_with({.kind = NoteKind::choice,
                          .day = state.day,
                          .seat = seat,
                          .value = people.effort[seat],
                          .chance = people.pull[seat]},
                         *terms);
  }
  if (weighing) put_in_order(firm, state, seat, gains);
}

void plan(const Firm& firm, State& state) {
  const PolicySet* asked = nullptr;  // most seats have the policies of the one before
  bool chooses = false;
  for (int seat = 0; seat < firm.model.seats; ++seat) {
    const PolicySet& own = firm.of_seat(state, seat);
    if (&own != asked) chooses = is_choice_day(firm.model.calendar, own, state.day);
    asked = &own;
    if (!chooses || !state.people.present[seat]) continue;
    if (seat + 1 < firm.model.seats) {
      state.deals.prefetch_turns(seat + 2);
      state.deals.prefetch(seat + 1);
      prefetch(state.pulls, seat + 1);
    }
    choose(firm, state, seat);
  }
}

}  // namespace tandem
