// SPDX-License-Identifier: Apache-2.0
#include "sim/report/view_pay.h"

#include <algorithm>

#include "sim/model/pay_plan.h"
#include "sim/plan/pay_curve.h"

namespace tandem {

namespace {

std::string measure_of(const PayElement& element) {
  for (const Field<PayElement>& field : PayElement::fields())
    if (field.key == "measure") return std::string(field.choices[element.measure]);
  return {};
}

}  // namespace

std::vector<PayCurveView> pay_curves(const Model& model, const State& state, const PayPlans& plans,
                                     const PayRoster& roster, int seat) {
  PoolWeights weights;
  refresh(weights, state.pay, plans, roster, model.calendar, state.day);
  std::vector<PayCurveView> out;
  if (!state.people.present[seat]) return out;
  for (const CompiledElement& element : plans.plans[state.people.plan[seat]].elements) {
    if (!has_view(element)) continue;
    const PayView seen =
        view(state.pay, plans, roster, model.calendar, seat, element, state.day, weights);
    PayCurveView v{.element = std::string(kinds()[element.says.kind].name),
                   .measure = measure_of(element.says),
                   .points = {},
                   .x = seen.x,
                   .goal = seen.goal,
                   .from = model.calendar.first_day(seen.period, seen.last),
                   .to = seen.last};
    const Curve& curve = seen.curve;
    const double first = std::min({0.0, curve.segments > 1 ? curve.at[1] : 0.0, seen.x});
    v.points.push_back({first, curve.below(first)});
    for (int j = 1; j < curve.segments; ++j) {
      if (curve.at[j] <= first) continue;
      v.points.push_back({curve.at[j], curve.below(curve.at[j])});
      if (curve.jump(j) != 0) v.points.push_back({curve.at[j], curve(curve.at[j])});
    }
    v.beyond = curve.slope[curve.segments - 1];
    out.push_back(std::move(v));
  }
  return out;
}

}  // namespace tandem
