// SPDX-License-Identifier: Apache-2.0
#include "sim/day/library.h"

#include <algorithm>

#include "sim/base/math.h"
#include "sim/day/asking.h"
#include "sim/day/news.h"
#include "sim/rules/help.h"
#include "sim/rules/sharing.h"

namespace tandem {

namespace {

// How ready somebody is to write: nobody in particular asks, and the hours are one's own.
double willing_to_write(const Firm& firm, const State& state, int seat) {
  const PolicySet& own = firm.of_seat(state, seat);
  rules::HelpCase of = telling(firm, state, seat, 0.5);
  of.forgone = own.p.kb_upkeep * hour_worth(firm, state, seat) / hour_pay(firm, state, seat);
  return math::logistic(rules::help_terms(own, of).sum());
}

// The topic on which the person would add most to what is written.
int worth_writing(const Firm& firm, const State& state, int seat) {
  const int topics = firm.model.topics;
  const double* x = &state.people.knowledge[seat * topics];
  int best = 0;
  double most = -1;
  for (int k = 0; k < topics; ++k) {
    const Library& library = state.library;
    const double adds = x[k] * (1 - library.answers[k]) + std::max(0.0, x[k] - library.level[k]);
    if (adds > most) most = adds, best = k;
  }
  return best;
}

}  // namespace

void start_library(const Firm& firm, State& state) {
  state.library.answers.assign(firm.model.topics, 0);
  state.library.level.assign(firm.model.topics, 0);
}

void write_articles(const Firm& firm, State& state) {
  const Parameters& p = firm.of_firm(state).p;
  Library& library = state.library;
  People& people = state.people;
  const double age = std::min(1.0, p.kb_ageing * firm.model.calendar.week);
  for (double& answers : library.answers) answers *= 1 - age;
  for (int seat = 0; seat < firm.model.seats; ++seat) {
    const PolicySet& own = firm.of_seat(state, seat);
    people.writing[seat] = 0;
    if (!own.p.kb_on || !people.present[seat]) continue;
    const double hours = own.p.kb_upkeep * willing_to_write(firm, state, seat);
    people.writing[seat] = hours / firm.model.calendar.week;
    if (hours > 0) write_news(firm, state, seat, hours / own.p.kb_upkeep);
    const int k = worth_writing(firm, state, seat);
    const double known = people.knowledge[seat * firm.model.topics + k];
    const double part = hours / (hours + p.kb_size);
    library.level[k] +=
        (library.answers[k] > 0 ? part : 1.0) * std::max(0.0, known - library.level[k]);
    library.answers[k] += part * (1 - library.answers[k]);
  }
}

void look_up(const Firm& firm, State& state, int seat, Deal& deal) {
  const PolicySet& own = firm.of_seat(state, seat);
  const Library& library = state.library;
  double& known = state.people.knowledge[seat * firm.model.topics + deal.topic];
  const double written = library.level[deal.topic];
  if (written * (1 - own.p.need_to_differ) <= known)
    return;  // the rep knows better than what is written
  const Block luck =
      state.luck.block(Purpose::reading, deal.id, 0, static_cast<std::uint32_t>(deal.stage));
  deal.work_left += static_cast<float>(own.p.kb_search);
  state.people.talk[seat] += own.p.kb_search;
  if (uniform32(luck[0]) >= library.answers[deal.topic]) return;
  const double differs = 2 * own.p.need_to_differ * uniform32(luck[1]);
  double value = rules::advice_value(written, differs);
  if (deal.second_topic >= 0)  // of the other topic the rep knows what the rep knows
    value = (value + state.people.knowledge[seat * firm.model.topics + deal.second_topic]) / 2;
  deal.advice = static_cast<float>(value);
  known = rules::after_sharing(known, written, own.p.learn_reading * own.p.kb_search);
}

}  // namespace tandem
