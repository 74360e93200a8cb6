// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/day/firm.h"

// Pay for what is no sale: help given, customers' satisfaction, the score of an evaluation.
namespace tandem {

/// As things are at the start. Rows that no plan pays for stay empty.
void start_merits(const Firm& firm, State& state);

/// Somebody new sits here: not yet evaluated, which counts as usual.
void forget_merits(State& state, int seat);

/// Hours given to a colleague: everything that counts help is told.
void give_help(const Firm& firm, State& state, int seat, double hours);

/// What an hour of help pays the person, money.
[[nodiscard]] inline double pay_of_help(const State& state, int seat) {
  return state.merits.help_pull.empty() ? 0 : state.merits.help_pull[seat];
}

/// An evaluation has given a score, 1 = as usual.
void note_score(State& state, int seat, double score);

/// A day's points are entered in the book of pay, before it is settled.
void count_merits(const Firm& firm, State& state);

/// What an effort of one day on each activity is worth by such pay, money.
struct MeritTerms {
  bool any = false;
  double help = 0, care = 0;
  std::array<double, kActivities> score{};
};
template <class Visitor>
void visit_terms(const MeritTerms& t, Visitor&& visit) {
  if (!t.any) return;
  static constexpr const char* kScore[kActivities] = {
      "deals: pay by score",    "prospecting: pay by score", "care: pay by score",
      "learning: pay by score", "helping: pay by score",     "recording: pay by score"};
  visit("helping: pay for hours of help", t.help);
  visit("care: pay for satisfaction", t.care);
  for (int m = 0; m < kActivities; ++m) visit(kScore[m], t.score[m]);
}

/// What a measure beside credit brings a day, as far as one can tell, and its variance.
struct MeritPace {
  double a_day = 0, variance = 0;
};
[[nodiscard]] MeritPace pace_of(const Firm& firm, const State& state, int seat, const Tally& tally,
                                double days_left);

/// Looks ahead on all such parts of the person's plan. What a unit of credit adds to the score is
/// added to the person's pull.
[[nodiscard]] MeritTerms look_at_merits(const Firm& firm, State& state, int seat);

}  // namespace tandem
