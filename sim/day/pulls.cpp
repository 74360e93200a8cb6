// SPDX-License-Identifier: Apache-2.0
#include "sim/day/pulls.h"

#include <algorithm>
#include <limits>

#include "sim/day/choice.h"
#include "sim/day/contests.h"
#include "sim/plan/quota.h"

namespace tandem {

namespace {

// Elements paid on the same result on the same day are one curve.
void add(SeatPulls& pulls, Pull pull) {
  if (pull.tally.base == 0) pull.curve.leave_out_debt();  // growth may be negative
  for (int g = 0; g < pulls.n; ++g) {
    Pull& same = pulls.part[g];
    if (same.tally == pull.tally && same.last == pull.last && same.payday == pull.payday &&
        same.own == pull.own)
      return same.curve.add(pull.curve);
  }
  if (pulls.n < kPulls) pulls.part[pulls.n++] = pull;
}

// Under a ratchet this period's result moves every later quota (MODEL 6, Tomorrow; EVIDENCE A9).
// What a unit of quota costs is how steeply pay rises from half of it below to half of it above.
void think_of_tomorrow(const Firm& firm, const State& state, int seat, Pull& pull) {
  const PolicySet& set = firm.of_seat(state, seat);
  const double quota = state.people.quota[seat];
  if (set.quota.method != QuotaSpec::ratchet || pull.holder != Holder::seat || quota <= 0 ||
      pull.period != period_of(set.quota.period) || pull.per_credit != 1 || is_merit(pull.quantity))
    return;
  const double steep = (pull.curve(1.5 * quota) - pull.curve(0.5 * quota)) / quota;
  const double weight = std::min(set.p.next_period, 0.99);
  const auto at = [&](double x) { return tomorrow(set.quota, steep, weight, quota, x); };
  pull.curve.add(Curve::line((at(quota) - at(0)) / quota, at(quota), quota)
                     .then(quota + 1e-6 * quota, (at(2 * quota) - at(quota)) / quota));
}

// Growth: what a unit of credit in the base weeks costs in the first period that growth is paid for,
// money. How steeply growth pays is judged from half of what is expected to half as much again.
double cost_of_base(const Firm& firm, const State& state, int seat, const CompiledElement& element,
                    double rate) {
  const PolicySet& set = firm.of_seat(state, seat);
  const Calendar& calendar = firm.model.calendar;
  const PayElement& e = element.says;
  const Meter& meter = firm.pay.meters[element.meter];
  const int first = calendar.first_day(Period::week, meter.from) - e.base_weeks * calendar.week;
  if (state.day < first || is_merit(meter.quantity)) return 0;
  const double a_day =
      company(firm, state, seat, meter.holder).credit + firm.model.seat_credit[seat];
  PayTerms terms;
  terms.goal = 100 * a_day * rate * calendar.length(element.per);
  if (terms.goal <= 0) return 0;
  const Curve curve = pay_curve(e, terms);
  const double half = terms.goal / 200;
  const double steep = (curve(half) - curve(-half)) / half / 2;
  const double periods = double(calendar.length(element.per)) / (e.base_weeks * calendar.week);
  return std::min(set.p.next_period, 0.99) * steep * periods * rate;
}

bool holds(const State& state, const Firm& firm, int seat) {
  const Pulls& pulls = state.pulls;
  const SeatPulls& kept = pulls.seat[seat];
  if (kept.until < state.day || kept.sighting != state.contests.sightings ||
      pulls.firm_changed > kept.built)
    return false;
  switch (firm.widest_pay) {
    case Holder::firm:
      return pulls.changes == kept.built;
    case Holder::territory:
      return pulls.territory_changed[firm.model.seat_territory[seat]] <= kept.built;
    case Holder::team:
      return pulls.team_changed[firm.model.seat_team[seat]] <= kept.built;
    default:
      return pulls.seat_changed[seat] <= kept.built;
  }
}

}  // namespace

double measure_rate(const Firm& firm, const State& state, int seat, Quantity quantity,
                    int its_meter) {
  const Model& model = firm.model;
  if (quantity == Quantity::activity)  // callers and walk-ins served
    return model.seat_served[seat] > 0 ? model.seat_served[seat] / model.seat_credit[seat] : 0;
  if (quantity == Quantity::cost || is_merit(quantity)) return 0;
  const int territory = model.seat_territory[seat];
  const PolicySet& market = firm.of_territory(state, territory);
  const auto sale = [&] {  // a typical one
    return model.sale_mean(seat, firm.of_seat(state, seat), market) * market.price;
  };
  double rate = 1;
  if (quantity == Quantity::margin)
    rate = std::max(0.01, 1 - (1 - market.p.gross_margin) / market.price);
  if (quantity == Quantity::deals) rate = 1 / sale();
  if (quantity == Quantity::new_accounts)
    rate = model.seat_selling[seat] == Selling::pipeline
               ? (1 - market.p.key_share - market.p.regular_share) / sale()
               : 0;  // callers and walk-ins are nobody's accounts
  const Meter& meter = firm.pay.meters[its_meter];
  if (meter.topic >= 0) rate *= model.topic_share[territory * model.topics + meter.topic];
  if (meter.product >= 0)
    rate *= model.product_share[meter.product] -
            (meter.product > 0 ? model.product_share[meter.product - 1] : 0);
  return rate;
}

void reset_pulls(const Firm& firm, State& state) {
  Pulls& pulls = state.pulls;
  pulls.seat.resize(firm.model.seats);
  for (SeatPulls& seat : pulls.seat) seat.until = kNobody;
  pulls.seat_changed.assign(firm.model.seats, 0);
  pulls.team_changed.assign(firm.model.teams, 0);
  pulls.territory_changed.assign(firm.model.territories, 0);
  pulls.changes = pulls.firm_changed = 0;
  pulls.weighed_on = kNobody;
}

void pulls_changed(const Firm& firm, State& state, int seat) {
  Pulls& pulls = state.pulls;
  const std::uint64_t now = ++pulls.changes;
  pulls.seat_changed[seat] = now;
  pulls.team_changed[firm.model.seat_team[seat]] = now;
  pulls.territory_changed[firm.model.seat_territory[seat]] = now;
  if (firm.manager[seat] >= 0) pulls.seat_changed[firm.manager[seat]] = now;
}

void all_pulls_changed(State& state) { state.pulls.firm_changed = ++state.pulls.changes; }

void make_pulls(const Firm& firm, const State& state, int seat, SeatPulls& out) {
  const PayRoster roster = firm.roster(state);
  const Calendar& calendar = firm.model.calendar;
  const CompiledPlan& plan = firm.pay.plans[state.people.plan[seat]];
  out.n = 0;
  out.against = 0;
  out.until = std::numeric_limits<int>::max();
  out.built = state.pulls.changes;
  out.sighting = state.contests.sightings;
  for (const CompiledElement& element : plan.elements) {
    if (!has_view(element)) continue;
    const PayView seen =
        view(state.pay, firm.pay, roster, calendar, seat, element, state.day, state.pulls.weights);
    out.until = std::min(out.until, stays(plan, element) ? seen.last : state.day);
    const double rate =
        is_merit(seen.quantity) ? 1 : measure_rate(firm, state, seat, seen.quantity, seen.meter);
    if (rate <= 0) continue;
    Pull pull{seen.holder, seen.quantity,
              seen.period, seen.last,
              seen.payday, seen.tally,
              rate,        rate == 1 ? seen.curve : seen.curve.along(0, rate)};
    if (!seen.open) {
      pull.curve = Curve::line(-cost_of_base(firm, state, seat, element, rate));
      out.until = std::min(out.until, calendar.last_day(Period::week, state.day));
    }
    if (element.says.split == PayElement::by_credit) {
      pull.own = element.own;
      pull.others = seen.others / rate;
    }
    add(out, pull);
  }
  for (std::size_t i = 0; i < firm.contests.size(); ++i) {
    const Contest& contest = firm.contests[i];
    if (contest.plan != state.people.plan[seat]) continue;
    const CompiledElement& element = plan.elements[contest.element];
    if (element.weekly >= 0 &&
        !contest_view(state.pay, firm.pay, roster, calendar, seat, element, state.day).open)
      continue;
    const int meter = element.meter;
    const Quantity quantity = firm.pay.meters[meter].quantity;
    const double rate = is_merit(quantity) ? 1 : measure_rate(firm, state, seat, quantity, meter);
    if (rate <= 0) continue;
    const Pull pull = contest_pull(firm, state, static_cast<int>(i), seat, rate);
    out.until = std::min(out.until, pull.last);
    if (!is_merit(quantity))
      out.against += cost_of_rival(firm, state, static_cast<int>(i), seat, pull);
    add(out, pull);
  }
  out.against *= state.people.money_sensitivity[seat];
  for (int g = 0; g < out.n; ++g) {
    think_of_tomorrow(firm, state, seat, out.part[g]);
    out.part[g].curve = out.part[g].curve.scaled(state.people.money_sensitivity[seat]);
    out.part[g].curve.close_gaps();
  }
}

const SeatPulls& pulls_of(const Firm& firm, State& state, int seat) {
  Pulls& pulls = state.pulls;
  if (!holds(state, firm, seat)) {
    if (pulls.weighed != pulls.changes || pulls.weighed_on != state.day) {
      refresh(pulls.weights, state.pay, firm.pay, firm.roster(state), firm.model.calendar,
              state.day);
      pulls.weighed = pulls.changes;
      pulls.weighed_on = state.day;
    }
    see_fields(firm, state);
    make_pulls(firm, state, seat, pulls.seat[seat]);
  }
  return pulls.seat[seat];
}

}  // namespace tandem
