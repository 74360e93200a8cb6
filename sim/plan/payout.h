// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <span>

#include "sim/base/money.h"
#include "sim/model/pay_plan.h"

// What an element pays for a result: the one place where bands, thresholds, caps and multipliers
// are reckoned. Settling and looking ahead both call it, so nobody is paid by another rule than
// people respond to.
namespace tandem {

/// The situation in which an element pays. Results, goals and pay are in cents (counts in
/// hundredths).
struct PayTerms {
  double goal = 0;     ///< what 100 % is for this person and period; 0: nothing is ever reached
  double part = 1;     ///< share of the period that counts: scales fixed amounts and edges in money
  double hurdle = 1;   ///< factor from the linked hurdle
  double removed = 0;  ///< credit cancelled from earlier periods: edges lie this much higher
  double carried = 0;  ///< pay carried in from the period before
  double share = 1;    ///< of a divided sum, or of a shared result paid for a part of the period
};

/// An edge of the element in cents of its measure: attainment times goal, or money times part.
[[nodiscard]] double edge_of(const PayElement& element, const PayTerms& terms, double value);

/// Pay in cents, not yet rounded, for result x in cents; commission, pool, override, bonus, spiff
/// and profit share.
[[nodiscard]] double payout(const PayElement& element, const PayTerms& terms, double x);

/// The same before the caps on pay and rate and before what is carried in and divided.
[[nodiscard]] double uncapped(const PayElement& element, const PayTerms& terms, double x);

/// Pay beyond `cap_pay`, which an element with `excess: carried` takes into the next period.
[[nodiscard]] double beyond_cap_pay(const PayElement& element, const PayTerms& terms, double x);

/// Where `uncapped` may bend or jump, rising, in cents. At most kMostEdges.
inline constexpr int kMostEdges = 12;
struct Edges {
  std::array<double, kMostEdges> at{};
  int count = 0;
};
[[nodiscard]] Edges edges(const PayElement& element, const PayTerms& terms);

/// Cents from an unrounded amount in cents: nearest, halves to even, where amounts within a
/// millionth of a half count as the half that decimal arithmetic gives.
[[nodiscard]] Money rounded(double amount);

/// Does the element pay a function of its holder's result (commission, pool, override, bonus,
/// spiff, profit share)?
[[nodiscard]] bool pays_by_result(const PayElement& element);

}  // namespace tandem
