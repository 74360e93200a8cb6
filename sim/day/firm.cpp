// SPDX-License-Identifier: Apache-2.0
#include "sim/day/firm.h"

#include <algorithm>
#include <iterator>

#include "sim/day/co_selling.h"
#include "sim/plan/groups.h"
#include "sim/plan/pay_curve.h"

namespace tandem {

namespace {

PayPlans compiled(const Model& model) {
  std::vector<std::vector<PayElement>> plans;
  for (const PlanSpec& plan : model.plans) plans.push_back(plan.elements);
  std::vector<std::string> topics, products;
  for (const TopicSpec& topic : model.spec.topics) topics.push_back(topic.name);
  for (const ProductSpec& product : model.spec.products) products.push_back(product.name);
  return compile(plans, model.spec.quota, model.calendar, topics, products);
}

// A manager's pay by reports is told of each of them: seat by seat is enough.
bool narrower(Holder a, Holder b) {
  return b != Holder::reports && static_cast<int>(a) < static_cast<int>(b);
}

}  // namespace

Firm::Firm(const Model& frozen) : model(frozen), pay(compiled(frozen)), manager(frozen.seats, -1) {
  for (const Epoch& epoch : model.epochs) {
    const auto set = [&](int number) { return &model.sets[number]; };
    InForce& now = in_force.emplace_back();
    std::ranges::transform(epoch.seat_set, std::back_inserter(now.seat), set);
    std::ranges::transform(epoch.territory_set, std::back_inserter(now.territory), set);
    now.firm = set(epoch.firm_set);
  }
  for (int seat = 0; seat < model.seats; ++seat) {
    const int of_team = model.team_manager[model.seat_team[seat]];
    if (of_team != seat) manager[seat] = of_team;
  }
  for (const PlanSpec& plan : model.plans) {
    double year = 0;
    for (const PayElement& element : plan.elements)
      if (element.kind == PayElement::salary)
        year +=
            element.amount * model.calendar.year / model.calendar.length(period_of(element.per));
    salary.push_back(year);
    ranks_shown.push_back(std::ranges::any_of(plan.elements, [](const PayElement& element) {
      return element.kind == PayElement::contest || element.kind == PayElement::recognition;
    }));
  }
  for (const CompiledPlan& plan : pay.plans)
    for (const CompiledElement& element : plan.elements)
      if (has_view(element))
        widest_pay = std::max(widest_pay, pay.meters[element.meter].holder, narrower);
  has_merits = std::ranges::any_of(pay.meters, [](const Meter& m) { return is_merit(m.quantity); });
  for_some = !model.personal.empty();
  const auto of_group = [](const Meter& meter) { return meter.holder == Holder::group; };
  const bool group_pay = std::ranges::any_of(pay.meters, of_group);
  has_groups = group_pay;
  for (const PolicySet& set : model.sets) {
    has_groups = has_groups || set.p.meeting_scope == Parameters::meet_group;
    reaches_all = reaches_all || (co_sells(set.p) && set.p.co_scope == Parameters::reach_all);
    if (group_pay)  // who changes moves the pay of whom he may come together with
      widest_pay = std::max(
          widest_pay, set.p.group_scope == Parameters::meet_team ? Holder::team : Holder::firm,
          narrower);
  }
  for (int plan = 0; plan < static_cast<int>(pay.plans.size()); ++plan)
    for (const CompiledElement& element : pay.plans[plan].elements)
      if (element.says.kind == PayElement::contest)
        contests.push_back({plan, element.slot, settling::rivals_of(element.says)});
  team_credit.assign(model.teams, 0);
  team_variance.assign(model.teams, 0);
  territory_credit.assign(model.territories, 0);
  territory_variance.assign(model.territories, 0);
  for (int seat = 0; seat < model.seats; ++seat) {
    team_credit[model.seat_team[seat]] += model.seat_credit[seat];
    team_variance[model.seat_team[seat]] += model.seat_credit_var[seat];
    territory_credit[model.seat_territory[seat]] += model.seat_credit[seat];
    territory_variance[model.seat_territory[seat]] += model.seat_credit_var[seat];
    firm_credit += model.seat_credit[seat];
    firm_variance += model.seat_credit_var[seat];
  }
}

const PolicySet& Firm::of_person(const Epoch& epoch, const State& state, int seat) const {
  const bool alike = epoch.variants.empty();  // today the same for whoever sits there
  return model.sets[alike ? epoch.seat_set[seat] : epoch.set_of(seat, state.scopes.in[seat])];
}

PayRoster Firm::roster(const State& state) const {
  return {model.seat_team,    model.seat_territory,    state.people.plan, manager,
          state.people.since, state.people.quota_year, state.groups.of};
}

}  // namespace tandem
