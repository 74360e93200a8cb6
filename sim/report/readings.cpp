// SPDX-License-Identifier: Apache-2.0
#include "sim/report/readings.h"

#include "sim/base/money.h"

namespace tandem {

namespace {

double trust_in_mates(const Model& model, const State& state, int seat) {
  const Model::Circle& circle = model.circles[model.seat_circle[seat]];
  double sum = 0, mates = 0;
  for (const int mate : circle.seats()) {
    if (mate == seat || !state.people.present[mate]) continue;
    sum += state.ties.trust[Ties::place(circle, seat, mate)];
    mates += 1;
  }
  return mates > 0 ? sum / mates : 0;
}

}  // namespace

std::vector<PersonReading> read_people(const Model& model, const State& state) {
  const People& p = state.people;
  std::vector<PersonReading> out;
  for (int seat = 0; seat < model.seats; ++seat) {
    if (!p.present[seat] || !model.sells(seat)) continue;
    PersonReading r{.seat = seat,
                    .person = p.person[seat],
                    .team = model.seat_team[seat],
                    .tenure = static_cast<double>(state.day - p.joined[seat]),
                    .ability = p.log_ability[seat],
                    .loyalty = p.loyalty[seat],
                    .effort = p.effort[seat],
                    .morale = p.morale[seat],
                    .fatigue = p.fatigue[seat],
                    .trust = trust_in_mates(model, state, seat),
                    .conflict = p.conflict[seat],
                    .pay = p.pay_level[seat],
                    .used_to = p.pay_reference[seat],
                    .success = p.success[seat],
                    .hazard = p.quit_rate[seat],
                    .help = p.help_given[seat],
                    .revenue = whole_units(p.revenue[seat]),
                    .expected = model.seat_credit[seat],
                    .topics = {}};
    for (int k = 0; k < model.topics; ++k) {
      const double asked = model.asked_of(seat)[k], known = p.knowledge[seat * model.topics + k];
      if (asked > 0) r.topics.push_back(known);
      r.knowledge += asked * known;
    }
    out.push_back(std::move(r));
  }
  return out;
}

}  // namespace tandem
