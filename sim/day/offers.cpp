// SPDX-License-Identifier: Apache-2.0
#include "sim/day/offers.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "sim/base/math.h"
#include "sim/day/choice.h"
#include "sim/day/pulls.h"
#include "sim/day/scopes.h"
#include "sim/day/ties.h"
#include "sim/plan/outlook.h"
#include "sim/plan/pay_curve.h"
#include "sim/rules/hours.h"
#include "sim/rules/offers.h"
#include "sim/rules/wellbeing.h"

namespace tandem {

namespace {

constexpr double kOwnResults = 63;   // days after which one's own results count half
constexpr double kNoEffort = 1e300;  // what effort costs where nobody responds to pay

const Epoch& epoch_on(const Model& model, int day) {
  const auto later =
      std::ranges::find_if(model.epochs, [day](const Epoch& epoch) { return epoch.from > day; });
  return *(later - 1);
}

// Credit a day that the person counts on at full effort: what the seat brings by ability, and what
// was seen so far.
double credit_expected(const Firm& firm, const State& state, int seat) {
  const People& people = state.people;
  const double by_ability = firm.model.seat_credit[seat] * math::exp(people.log_ability[seat]);
  const double days = std::max(0, state.day - std::max(people.joined[seat], 0));
  const double seen = whole_units(people.revenue[seat]) / std::max(people.effort[seat], 0.1);
  return (by_ability * kOwnResults + (days > 0 ? seen : 0)) / (kOwnResults + days);
}

// What the holder's people are paid in so many days, which a share of profit is reckoned after.
double cost_of(const Firm& firm, const State& state, int seat, Holder holder, double days) {
  const Model& model = firm.model;
  double year = 0;
  for (int other = 0; other < model.seats; ++other)
    if (holder == Holder::firm ||
        (holder == Holder::team && model.seat_team[other] == model.seat_team[seat]) ||
        (holder == Holder::territory && model.seat_territory[other] == model.seat_territory[seat]))
      year += state.people.pay_level[other];
  return year * days / model.calendar.year;
}

// An element at the start of its period: pay as a curve over the holder's credit, and how that is
// expected to move. None where no credit of the seat moves it.
struct Fresh {
  Curve curve;
  double x = 0, variance = 0, days = 0;
};
std::optional<Fresh> fresh_period(const Firm& firm, const State& state, int seat,
                                  const PolicySet& set, const CompiledElement& element,
                                  double credit) {
  const PayElement& says = element.says;
  const Calendar& calendar = firm.model.calendar;
  Fresh fresh;
  fresh.days = calendar.length(element.per);
  const Meter& meter = firm.pay.meters[element.meter];
  const Company others = company(firm, state, seat, meter.holder);
  const double own = firm.model.seat_credit[seat];
  const double whole = own > 0 ? (own + others.credit) / own : 1;  // the holder's credit over one's
  const bool total = meter.holder == Holder::seat || says.gathered == PayElement::total;
  const double rate = measure_rate(firm, state, seat, meter.quantity, element.meter);
  if (rate <= 0) return std::nullopt;
  const double quota = whole_units(state.people.quota_year[seat]) * fresh.days / calendar.year;
  PayTerms terms;
  terms.goal = 100 * (says.goal > 0 ? says.goal : quota * rate * (total ? whole : 1));
  terms.share = says.split == PayElement::each ? 1 : 1 / whole;
  const double cost = element.cost >= 0 ? cost_of(firm, state, seat, meter.holder, fresh.days) : 0;
  fresh.curve = pay_curve(says, terms).along(-cost, total ? rate : rate / whole);
  fresh.curve.leave_out_debt();
  fresh.x = (credit * set.p.conscience + others.credit) * fresh.days;
  fresh.variance = others.variance;
  return fresh;
}

// Hours a week in which somebody would be taught under a set of policies.
double taught(const Firm& firm, const State& state, int seat, const PolicySet& set) {
  const double day = rules::training_hours(set);
  const bool new_here = state.day - state.people.joined[seat] < set.p.mentoring_days;
  return firm.model.calendar.week * (day + (new_here ? set.p.mentoring_hours : 0));
}

double friends_inside(const Firm& firm, const State& state, int seat, std::size_t k) {
  const Model::Circle& circle = circle_of(firm, seat);
  double inside = 0, all = 0;
  for (const int mate : circle.seats()) {
    if (mate == seat || !state.people.present[mate]) continue;
    const double trust = state.ties.trust[Ties::place(circle, seat, mate)];
    all += trust;
    if ((state.scopes.in[mate] >> k & 1) != 0) inside += trust;
  }
  return all > 0 ? inside / all : 0;
}

}  // namespace

double plan_worth(const Firm& firm, const State& state, int seat, const PolicySet& set) {
  const Model& model = firm.model;
  const CompiledPlan& plan = firm.pay.plans[set.plan];
  const double credit = credit_expected(firm, state, seat);
  double year = firm.salary[set.plan];
  const auto periods = [&](const CompiledElement& element) {
    return double(model.calendar.year) / model.calendar.length(element.per);
  };
  const double own = model.seat_credit[seat];
  for (const Contest& contest : firm.contests) {
    if (contest.plan != set.plan || own <= 0) continue;
    const CompiledElement& element = plan.elements[contest.element];
    const auto& prizes = element.says.prizes;
    year += periods(element) * std::accumulate(prizes.begin(), prizes.end(), 0.0) * own /
            (own + company(firm, state, seat, contest.among).credit);
  }
  const bool responds = set.p.pay_response && credit > 0;
  const double cost = responds ? set.p.effort_cost / (credit * credit) : kNoEffort;
  for (const CompiledElement& element : plan.elements) {
    if (!pays_by_result(element.says) || element.meter < 0) continue;
    if (const auto fresh = fresh_period(firm, state, seat, set, element, credit))
      year += periods(element) *
              outlook(fresh->curve, fresh->x, cost, fresh->variance, fresh->days).value;
  }
  const double variable = year > 0 ? std::clamp(1 - firm.salary[set.plan] / year, 0.0, 1.0) : 0;
  const double spread =
      credit > 0 ? std::sqrt(model.seat_credit_var[seat] / model.calendar.year) / credit : 0;
  return rules::certainty_equivalent(year, variable, spread, state.people.risk_aversion[seat]);
}

void decide_offer(const Firm& firm, State& state, int seat, std::size_t k, int day) {
  const People& people = state.people;
  const Epoch& epoch = epoch_on(firm.model, day);
  std::uint64_t& in = state.scopes.in[seat];
  const std::uint64_t bit = std::uint64_t{1} << k;
  const PolicySet& now = firm.of_seat(epoch, state, seat);
  in |= bit;
  const PolicySet& then = firm.of_seat(epoch, state, seat);
  in &= ~bit;

  rules::OfferCase of;
  const double worth = plan_worth(firm, state, seat, now);
  if (worth > 0) of.pay = plan_worth(firm, state, seat, then) / worth - 1;
  const rules::ImposedCase others;
  of.hours = (rules::imposed_terms(then, others).sum() - rules::imposed_terms(now, others).sum()) /
             firm.model.calendar.hours;
  of.learning = taught(firm, state, seat, then) - taught(firm, state, seat, now);
  for (int topic = 0; topic < firm.model.topics; ++topic)
    of.known +=
        firm.model.asked_of(seat)[topic] * people.knowledge[seat * firm.model.topics + topic];
  of.friends = friends_inside(firm, state, seat, k);
  of.money = people.money_sensitivity[seat];
  of.ranked = firm.ranks_shown[people.plan[seat]] != 0;

  const auto terms = rules::offer_terms(now, of);
  const double chance = math::logistic(terms.sum());
  const int change = firm.model.personal[k];
  const double u =
      state.luck.uniform(Purpose::offers, people.id[seat], 0, static_cast<std::uint32_t>(change));
  const bool accepts = u < chance;
  ++state.today.offers;
  state.today.accepted += accepts;
  if (accepts) in |= bit;
  if (state.notes.on)
    state.notes.add_with({.kind = NoteKind::offered,
                          .day = state.day,
                          .seat = seat,
                          .number = change,
                          .part = static_cast<int>(k) + 1,
                          .value = double(accepts),
                          .chance = chance,
                          .luck = u},
                         terms);
}

void decide_on_joining(const Firm& firm, State& state, int seat) {
  for (std::size_t k = 0; k < firm.model.personal.size(); ++k) {
    const ChangeSpec& change = firm.model.spec.changes[firm.model.personal[k]];
    const bool runs = state.day > static_cast<int>(change.at) &&
                      (change.until < 0 || state.day < static_cast<int>(change.until));
    if (change.offered && runs && change.newcomers == 0 && change.tercile == 0 &&
        covers(firm.model, change, seat))
      decide_offer(firm, state, seat, k, state.day);
  }
  state.people.plan[seat] = firm.of_seat(state, seat).plan;
}

}  // namespace tandem
