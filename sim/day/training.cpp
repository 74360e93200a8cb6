// SPDX-License-Identifier: Apache-2.0
#include "sim/day/training.h"

#include <algorithm>

#include "sim/base/math.h"
#include "sim/base/money.h"
#include "sim/rules/hours.h"
#include "sim/rules/sharing.h"

namespace tandem {

namespace {

void teach_products(const Firm& firm, State& state, int seat) {
  const Parameters& p = firm.of_seat(state, seat).p;
  const int topics = firm.model.topics;
  double* x = &state.people.knowledge[seat * topics];
  state.room.known.assign(static_cast<std::size_t>(topics), p.course_level);
  rules::take_course(x, state.room.known.data(), firm.model.asked_of(seat), topics,
                     p.learn_course * p.training_hours);
}

// The first hour of a course gives so much, further ones less: there is a most.
void gain(double& stock, double most, double an_hour, double hours) {
  stock = rules::after_sharing(stock, most, an_hour / std::max(most, 1e-9) * hours);
}

}  // namespace

void hold_courses(const Firm& firm, State& state) {
  for (int seat = 0; seat < firm.model.seats; ++seat) {
    const Parameters& p = firm.of_seat(state, seat).p;
    if (p.training_every <= 0 || !state.people.present[seat] ||
        !rules::falls_on(p.training_every, state.day))
      continue;
    state.today.training_cost += cents(p.training_cost);
    switch (p.training_content) {
      case Parameters::product:
        teach_products(firm, state, seat);
        break;
      case Parameters::skill:
        gain(state.people.skill[seat], p.course_skill_most, p.course_skill, p.training_hours);
        break;
      default:
        gain(state.people.market[seat], p.course_market_most, p.course_market, p.training_hours);
    }
  }
}

void fade_courses(const Firm& firm, State& state, int seat) {
  const double kept =
      1 - std::min(1.0, firm.of_seat(state, seat).p.course_fade * firm.model.calendar.week);
  state.people.skill[seat] *= kept;
  state.people.market[seat] *= kept;
}

}  // namespace tandem
