// SPDX-License-Identifier: Apache-2.0
#include "sim/day/pulls.h"

#include <algorithm>
#include <limits>

namespace tandem {

namespace {

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

bool holds(const Pulls& pulls, const Firm& firm, int seat, int day) {
  const SeatPulls& kept = pulls.seat[seat];
  if (kept.until < day || pulls.firm_changed > kept.built) return false;
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
  const int territory = firm.model.seat_territory[seat];
  const PolicySet& market = firm.of_territory(state, territory);
  const CompiledPlan& plan = firm.pay.plans[state.people.plan[seat]];
  out.n = 0;
  out.until = std::numeric_limits<int>::max();
  out.built = state.pulls.changes;
  for (const CompiledElement& element : plan.elements) {
    if (!has_view(element)) continue;
    PayView seen = view(state.pay, firm.pay, roster, firm.model.calendar, seat, element, state.day,
                        state.pulls.weights);
    out.until = std::min(out.until, stays(plan, element) ? seen.last : state.day);
    const double rate = measure_rate(firm, market, territory, seen);
    if (rate <= 0 || seen.quantity == Quantity::activity || seen.quantity == Quantity::cost)
      continue;
    if (rate != 1) seen.curve = seen.curve.along(0, rate);
    leave_out_debt(seen.curve);
    int same = 0;
    while (same < out.n &&
           !(out.part[same].tally == seen.tally && out.part[same].last == seen.last &&
             out.part[same].payday == seen.payday))
      ++same;
    if (same < out.n)
      out.part[same].curve.add(seen.curve);
    else if (out.n < kPulls)
      out.part[out.n++] = {seen.holder, seen.period, seen.last, seen.payday,
                           seen.tally,  rate,        seen.curve};
  }
  for (int g = 0; g < out.n; ++g)
    out.part[g].curve = out.part[g].curve.scaled(state.people.money_sensitivity[seat]);
}

const SeatPulls& pulls_of(const Firm& firm, State& state, int seat) {
  Pulls& pulls = state.pulls;
  if (!holds(pulls, firm, seat, state.day)) {
    if (pulls.weighed != pulls.changes || pulls.weighed_on != state.day) {
      refresh(pulls.weights, state.pay, firm.pay, firm.roster(state), firm.model.calendar,
              state.day);
      pulls.weighed = pulls.changes;
      pulls.weighed_on = state.day;
    }
    make_pulls(firm, state, seat, pulls.seat[seat]);
  }
  return pulls.seat[seat];
}

}  // namespace tandem
