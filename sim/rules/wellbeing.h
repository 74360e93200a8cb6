// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/model/model.h"

// Fatigue, morale and the wish to leave (MODEL section 8).
namespace tandem::rules {

/// Fatigue after `days` at this effort.
[[nodiscard]] double fatigue_after(const PolicySet& set, double fatigue, double effort,
                                   double days);

/// What a year's pay with some risk in it is worth for sure: pay x (1 - risk aversion x variance
/// share / 2), where `variable` is the share of pay that varies and `variation` its coefficient of
/// variation over a year.
[[nodiscard]] double certainty_equivalent(double pay, double variable, double variation,
                                          double risk_aversion);

/// The target of morale: named terms, cut to [0, 1].
struct MoraleTerms {
  double base = 0, pay = 0, success = 0, growth = 0, load = 0, attention = 0, conflict = 0,
         fairness = 0, recognition = 0, cohesion = 0, rank = 0;
  [[nodiscard]] double target() const;
};
template <class Visitor>
void visit_terms(const MoraleTerms& t, Visitor&& visit) {
  visit("base", t.base);
  visit("pay", t.pay);
  visit("success", t.success);
  visit("growth", t.growth);
  visit("load", t.load);
  visit("the manager's attention", t.attention);
  visit("open disputes", t.conflict);
  visit("fairness", t.fairness);
  visit("recognition", t.recognition);
  visit("trust in mates", t.cohesion);
  visit("rank", t.rank);
}
/// What morale follows.
struct MoraleCase {
  double pay_worth = 0, pay_reference = 0;  ///< money a year
  double success = 1;                       ///< credit of late over the expected
  double growth = 0;                        ///< knowledge gained this week
  double fatigue = 0;
  double attention = 0;   ///< the manager's, hours a week
  double conflict = 0;    ///< severity of open disputes
  double fairness = 0;    ///< in [-1, 1]
  double recognised = 0;  ///< recent awards
  double trust = 0.5;     ///< mean, in mates
  double rank = 0,
         behind = 0;  ///< rank against the expected one; how hopeless it is; 0: none shown
};
[[nodiscard]] MoraleTerms morale_terms(const PolicySet& set, const MoraleCase& of);

/// The hazard of quitting: named terms of its logarithm.
struct QuitTerms {
  double tenure = 0, morale = 0, pay = 0, fatigue = 0, loyalty = 0, exits = 0, cohesion = 0,
         career = 0, vesting = 0;
  [[nodiscard]] double sum() const {
    return tenure + morale + pay + fatigue + loyalty + exits + cohesion + career + vesting;
  }
};
template <class Visitor>
void visit_terms(const QuitTerms& t, Visitor&& visit) {
  visit("tenure", t.tenure);
  visit("morale", t.morale);
  visit("pay", t.pay);
  visit("fatigue", t.fatigue);
  visit("loyalty", t.loyalty);
  visit("exits of mates", t.exits);
  visit("trust in mates", t.cohesion);
  visit("promotion in sight", t.career);
  visit("pay that leaving forfeits", t.vesting);
}
/// How somebody stands who may leave. Money a year.
struct QuitCase {
  double tenure_days = 0, morale = 0.5, fatigue = 0, loyalty = 0;
  double outside_pay = 0, pay_worth = 0;
  double exits_near = 0;  ///< recent ones, each by trust in who left
  double trust = 0.5;     ///< mean, in mates
  double career = 0;      ///< share of the way to the next promotion
  double vesting = 0;     ///< pay that leaving now would forfeit, money
};
[[nodiscard]] QuitTerms quit_terms(const PolicySet& set, const QuitCase& of);

/// How much of somebody's log ability outsiders see.
[[nodiscard]] double visible(const PolicySet& set, double tenure_days, bool ranked);
/// Hazard a working day.
[[nodiscard]] double quit_rate(const PolicySet& set, const QuitTerms& terms);

/// What the labour market offers a person of this ability in a year.
[[nodiscard]] double outside_pay(const PolicySet& market, double log_ability);

}  // namespace tandem::rules
