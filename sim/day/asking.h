// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/base/math.h"
#include "sim/day/firm.h"
#include "sim/rules/help.h"

// Questions to colleagues about a deal: thought of when a stage begins, put in `meet`, answered in
// `resolve` (MODEL sections 5 and 7).
namespace tandem {

/// A stage of the deal has begun: its rep may want to ask somebody.
void think_of_asking(const Firm& firm, State& state, int seat, const Deal& deal);

/// Questions that are due: who asks whom, and whether the colleague would answer. Intents.
void ask_colleagues(const Firm& firm, State& state);

/// An answer, or a refusal: hours, advice, learning, trust.
void take_answer(const Firm& firm, State& state, const Intent& intent);

/// Knowledge of the deal's topics by the person in a seat: the mean of both where it has two.
[[nodiscard]] inline double known_of(const Firm& firm, const State& state, int seat,
                                     const Deal& deal) {
  const double* row = &state.people.knowledge[seat * firm.model.topics];
  return deal.second_topic >= 0 ? (row[deal.topic] + row[deal.second_topic]) / 2 : row[deal.topic];
}

/// How somebody stands to those who would hear what the person knows.
[[nodiscard]] rules::HelpCase telling(const Firm& firm, const State& state, int seat, double trust);

/// How ready a person is to help anybody whom they trust so much: the part of the case that is their
/// own. What is at stake is the caller's to add.
[[nodiscard]] rules::HelpCase readiness(const Firm& firm, const State& state, int seat,
                                        double trust);

/// Does somebody say yes to something about a deal? The chance is the logistic of the terms; what was
/// decided and why is kept for a journal.
template <class Terms>
[[nodiscard]] bool decides(State& state, NoteKind kind, int seat, int other, const Deal& deal,
                           double luck, const Terms& why) {
  const double sum = why.sum();
  const bool yes = math::below_logistic(luck, sum);
  if (state.notes.on) {
    Note note = note_on(kind, state.day, seat, deal);
    note.number = other;
    note.part = static_cast<int>(deal.stage) + 1;
    note.value = yes;
    note.chance = math::logistic(sum);
    note.luck = luck;
    state.notes.add_with(note, why);
  }
  return yes;
}

/// What an hour is usually paid to the person in the seat, money.
[[nodiscard]] double hour_pay(const Firm& firm, const State& state, int seat);

/// What an hour of own work brings the person at the margin, in pay and standing, money.
[[nodiscard]] double hour_worth(const Firm& firm, const State& state, int seat);

}  // namespace tandem
