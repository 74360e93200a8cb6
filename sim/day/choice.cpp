// SPDX-License-Identifier: Apache-2.0
#include "sim/day/choice.h"

#include <algorithm>
#include <cmath>

#include "sim/base/math.h"
#include "sim/day/stops.h"
#include "sim/plan/effort.h"
#include "sim/plan/outlook.h"
#include "sim/plan/pay_curve.h"
#include "sim/rules/wellbeing.h"

namespace tandem {

namespace {

// One part of a plan that pulls: all elements paid on one holder's result over one period, as one
// curve over credit.
struct Pull {
  Holder holder;
  Period period;
  int last, payday;
  double x;     // the holder's credit so far, money
  Curve curve;  // pay at the period's end, money
};

struct Pulls {
  std::array<Pull, kPulls> part;
  int n;
  Pulls() : n(0) {}
};

// How much of the measure a unit of credit makes: a margin is a share of it, a count is one a deal.
double measure_rate(const Firm& firm, const PolicySet& market, int territory, const PayView& seen) {
  const Model& model = firm.model;
  double rate = 1;
  if (seen.quantity == Quantity::margin)
    rate = std::max(0.01, 1 - (1 - market.p.gross_margin) / market.price);
  if (seen.quantity == Quantity::deals) rate = 1 / (model.deal_mean(market) * market.price);
  if (seen.quantity == Quantity::new_accounts)
    rate = (1 - market.p.key_share - market.p.regular_share) /
           (model.deal_mean(market) * market.price);
  const Meter& meter = firm.pay.meters[seen.meter];
  if (meter.topic >= 0) rate *= model.topic_share[territory * model.topics + meter.topic];
  if (meter.product >= 0)
    rate *= model.product_share[meter.product] -
            (meter.product > 0 ? model.product_share[meter.product - 1] : 0);
  return rate;
}

// Credit is never negative, so where a plan starts at zero its first line goes on below: otherwise
// the Normal noise of the outlook would weigh results that cannot be.
void leave_out_debt(Curve& curve) {
  if (curve.segments < 2 || curve.at[1] > 0 || curve.jump(1) != 0) return;
  --curve.segments;
  for (int j = 0; j < curve.segments; ++j) {
    curve.at[j] = curve.at[j + 1];
    curve.level[j] = curve.level[j + 1];
    curve.slope[j] = curve.slope[j + 1];
  }
}

// Only what is used: a curve has room for many more segments than a plan needs.
void copy(const Curve& from, Curve& to) {
  to.segments = from.segments;
  for (int j = 0; j < from.segments; ++j)
    to.at[j] = from.at[j], to.level[j] = from.level[j], to.slope[j] = from.slope[j];
}

void scale(Curve& curve, double factor) {
  for (int j = 0; j < curve.segments; ++j) curve.level[j] *= factor, curve.slope[j] *= factor;
}

// The seat's plan as curves over credit.
Pulls pulls_of(const Firm& firm, const State& state, int seat) {
  const PayRoster roster = firm.roster(state);
  const int territory = firm.model.seat_territory[seat];
  const PolicySet& market = firm.of_territory(state, territory);
  Pulls pulls;
  for (const CompiledElement& element : firm.pay.plans[state.people.plan[seat]].elements) {
    if (!has_view(element)) continue;
    PayView seen = view(state.pay, firm.pay, roster, firm.model.calendar, seat, element, state.day,
                        state.pool_weights);
    const double rate = measure_rate(firm, market, territory, seen);
    if (rate <= 0 || seen.quantity == Quantity::activity || seen.quantity == Quantity::cost)
      continue;
    if (rate != 1) seen.curve = seen.curve.along(0, rate);
    leave_out_debt(seen.curve);
    const double x = seen.x / rate;
    int same = 0;
    while (same < pulls.n &&
           !(pulls.part[same].holder == seen.holder && pulls.part[same].last == seen.last &&
             pulls.part[same].payday == seen.payday && pulls.part[same].x == x))
      ++same;
    if (same < pulls.n) {
      pulls.part[same].curve.add(seen.curve);
    } else if (pulls.n < kPulls) {
      Pull& fresh = pulls.part[pulls.n++];
      fresh.holder = seen.holder;
      fresh.period = seen.period;
      fresh.last = seen.last;
      fresh.payday = seen.payday;
      fresh.x = x;
      copy(seen.curve, fresh.curve);
    }
  }
  return pulls;
}

// What a seat's own open deals are expected to bring within `days`, and what is yet to arise and
// close in them.
double expected_credit(const Firm& firm, const State& state, int seat, double days) {
  const PolicySet& own = firm.of_seat(state, seat);
  const double price = firm.of_territory(state, firm.model.seat_territory[seat]).price;
  double sum = 0;
  for (const int slot : state.deals.of(seat)) {
    const Deal& deal = state.deals[slot];
    const int stage = static_cast<int>(deal.stage);
    if (own.days_ahead[stage] / 2 <= days) sum += deal.value * price * own.win_ahead[stage];
  }
  return sum +
         firm.model.seat_credit[seat] * own.p.conscience * std::max(0.0, days - own.days_ahead[0]);
}

// Credit and its variance a day of whoever else brings the holder's result.
struct Company {
  double credit = 0, variance = 0;
};
Company company(const Firm& firm, int seat, Holder holder) {
  const Model& model = firm.model;
  const double own = model.seat_credit[seat];
  switch (holder) {
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

// The part of work done now that becomes credit within `days`, by activity: work on open deals
// soon, prospecting after a whole cycle, care and learning later still.
std::array<double, kActivities> in_time(const PolicySet& own, double days) {
  const double cycle = std::max(own.days_ahead[0], 1.0);
  const double deals = std::clamp(2 * days / cycle, 0.0, 1.0);
  const double prospecting = std::clamp(days / cycle - 0.5, 0.0, 1.0);
  const double later = std::clamp(days / cycle - 1.0, 0.0, 1.0);
  return {deals, prospecting, later, later};
}

bool is_choice_day(const Firm& firm, const State& state, int seat) {
  const Calendar& calendar = firm.model.calendar;
  const Parameters& p = firm.of_seat(state, seat).p;
  constexpr int kLastDays = 10;
  if (p.choice == 1) return true;
  const Period period = period_of(firm.of_seat(state, seat).quota.period);
  if (p.choice == 2) return calendar.starts(period, state.day);
  if (calendar.starts(Period::week, state.day) || calendar.starts(period, state.day)) return true;
  return calendar.length(period) < calendar.month ||
         calendar.days_left(period, state.day) <= kLastDays;
}

// Worth of the next hour on a deal, given what its win would add.
double an_hour(const PolicySet& own, const Deal& deal, double gain) {
  const int stage = static_cast<int>(deal.stage);
  const double rest = deal.with_buyer ? own.work_ahead[stage] - own.work[stage]
                                      : own.work_ahead[stage] - own.work[stage] + deal.work_left;
  return gain * own.win_ahead[stage] / std::max(rest, 0.25);
}

void put_in_order(const Firm& firm, State& state, int seat, const Table* tables, const double* x,
                  int n, double shared) {
  const PolicySet& own = firm.of_seat(state, seat);
  if (own.p.order == 1) return;  // first come: the order of arrival stands
  const double price = firm.of_territory(state, firm.model.seat_territory[seat]).price;
  double now[kPulls];
  for (int g = 0; g < n; ++g) now[g] = tables[g].value(x[g]);
  for (const int slot : state.deals.of(seat)) {
    Deal& deal = state.deals[slot];
    const double z = deal.value * price;
    double gain = (shared + own.p.standing) * z;
    for (int g = 0; g < n; ++g) gain += tables[g].value(x[g] + z) - now[g];
    deal.worth = an_hour(own, deal, gain);
  }
  state.deals.sort(seat);
}

}  // namespace

double deal_worth(const Firm& firm, const State& state, int seat, const Deal& deal) {
  const PolicySet& own = firm.of_seat(state, seat);
  if (own.p.order == 1) return -static_cast<double>(deal.created);
  const double price = firm.of_territory(state, firm.model.seat_territory[seat]).price;
  return an_hour(own, deal, (state.people.pull[seat] + own.p.standing) * deal.value * price);
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
  const Parameters& p = own.p;
  People& people = state.people;
  const Model& model = firm.model;
  // What conscience, standing and attention are worth, by mood.
  const double mood = math::exp(p.effort_morale * (people.morale[seat] - 0.5) -
                                p.effort_fatigue * people.fatigue[seat]);
  std::array<double, kActivities> worth;
  for (int m = 0; m < kActivities; ++m) worth[m] = own.conscience_worth[m] * mood;

  // What pay adds at the margin.
  const double r = model.seat_credit[seat] * math::exp(people.log_ability[seat]);
  Table tables[kPulls];
  double xs[kPulls];
  int tabled = 0;
  double pull = 0, shared = 0;
  if (p.pay_response && r > 0) {
    const double c = p.effort_cost / (r * r);
    const double most = p.effort_cost * std::max(0.0, p.effort_high - p.conscience) / r;
    const PolicySet& market = firm.of_territory(state, model.seat_territory[seat]);
    const double deal = model.deal_mean(market) * market.price;
    Pulls pulls = pulls_of(firm, state, seat);
    for (int g = 0; g < pulls.n; ++g) {
      Pull& part = pulls.part[g];
      const double days =
          std::max<double>(part.last - state.day + 1, p.choice == 1 ? 1 : model.calendar.week);
      const Company others = company(firm, seat, part.holder);
      const double variance = std::max(others.variance, deal * deal / days);
      const double x = part.x + others.credit * days + expected_credit(firm, state, seat, days);
      Curve& curve = part.curve;
      scale(curve, people.money_sensitivity[seat]);
      double slope;
      if (curve.segments == 1) {
        slope = curve.slope[0];
        shared += slope;
      } else if (part.holder == Holder::seat) {
        xs[tabled] = x;
        tables[tabled] = Table(curve, x, x + 4 * deal, c, variance, days);
        slope = tables[tabled++].slope(x);
      } else {
        slope = outlook(curve, x, c, variance, days).slope;
        shared += slope;
      }
      slope = std::clamp(slope, -most, most);
      double& next = people.next_pull[seat * kPulls + g];
      if (model.calendar.starts(part.period, state.day) || state.day <= people.joined[seat] ||
          next == 0)
        next = slope;
      const double waited = 1 / (1 + p.impatience * (part.payday - state.day));
      const auto now = in_time(own, days);
      for (int m = 0; m < kActivities; ++m)
        worth[m] +=
            r * own.returns[m] * (now[m] * slope * waited + (1 - now[m]) * p.next_period * next);
      pull += slope;
    }
  }
  people.pull[seat] = pull;

  std::array<double, kActivities> effort;
  split_effort(worth, own.activity_cost, own.activity_cross, 0, effort);
  double total = 0;
  for (const double e : effort) total += e;
  const double cut = std::clamp(total, p.effort_low, p.effort_high);
  for (int m = 0; m < kActivities; ++m)
    people.hours[seat * kActivities + m] =
        model.calendar.hours * (total > 0 ? effort[m] * cut / total : cut / kActivities);
  people.effort[seat] = cut;
  put_in_order(firm, state, seat, tables, xs, tabled, shared);
}

void plan(const Firm& firm, State& state) {
  bool refreshed = false;
  for (int seat = 0; seat < firm.model.seats; ++seat) {
    if (!state.people.present[seat] || !is_choice_day(firm, state, seat)) continue;
    if (!refreshed) {
      refresh(state.pool_weights, state.pay, firm.pay, firm.roster(state), firm.model.calendar,
              state.day);
      refreshed = true;
    }
    choose(firm, state, seat);
  }
}

}  // namespace tandem
