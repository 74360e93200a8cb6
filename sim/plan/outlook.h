// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <span>

#include "sim/plan/curve.h"

namespace tandem {

/// What pay at the period's end is worth now, and what one more unit of credit would add to it.
struct Outlook {
  double value;  ///< V, money
  double slope;  ///< V_x, money per unit of credit
};

/// EVIDENCE A7: pay P(credit at the end), credit x so far, tau days left, credit moving as dx = e
/// dt + s dW with variance s2 a day, effort costing c e^2/2 a day (c in money per squared unit of
/// credit per day: kappa / r^2). The best response earns V = c s2 log w, w = E exp(P(x + s
/// sqrt(tau) Z) / (c s2)), and chooses e = V_x / c.
///
/// Limits: tau = 0 gives the pay itself and its slope to the right. s2 = 0, or so little that V is
/// above 1e13 c s2, gives the choice without chance, max over y of P(y) - c (y - x)^2 / (2 tau),
/// with the smallest y among equals. c s2 = infinity gives the expected pay without effort. Finite
/// parameters give finite results unless V itself is beyond doubles; a negative tau or s2, or c <=
/// 0, is a broken invariant.
///
/// Accuracy: 1e-10 of what looking ahead adds to pay at x, plus 1e-14 c s2.
[[nodiscard]] Outlook outlook(const Curve& pay, double x, double c, double s2, double tau);

/// The slope alone, bit for bit.
[[nodiscard]] double outlook_slope(const Curve& pay, double x, double c, double s2, double tau);

/// The same at many points, bit for bit.
void outlook(const Curve& pay, std::span<const double> x, double c, double s2, double tau,
             std::span<double> value, std::span<double> slope);

/// V and V_x of one choice, tabulated: cubic Hermite between the knots, straight beyond them. Few
/// knots do where chance smooths V over the whole table.
class Table {
 public:
  static constexpr int kKnots = 8, kFewKnots = 4;

  Table() = default;
  /// Knots at equal distances from `low` to `high` > `low`.
  Table(const Curve& pay, double low, double high, double c, double s2, double tau);

  [[nodiscard]] double value(double x) const { return at(x).value; }
  [[nodiscard]] double slope(double x) const { return at(x).slope; }
  /// Value and slope at x; the slope is the derivative of the value shown.
  [[nodiscard]] Outlook at(double x) const;

  [[nodiscard]] double low() const { return low_; }
  [[nodiscard]] double high() const { return low_ + step_ * (knots_ - 1); }
  [[nodiscard]] int knots() const { return knots_; }

 private:
  double low_, step_, per_step_;
  int knots_;
  std::array<double, kKnots> value_, slope_;
};

inline Outlook Table::at(double x) const {
  const double place = (x - low_) * per_step_;
  if (!(place > 0.0)) return {value_[0] + slope_[0] * (x - low_), slope_[0]};
  if (!(place < knots_ - 1)) {
    const auto last = static_cast<std::size_t>(knots_ - 1);
    return {value_[last] + slope_[last] * (x - high()), slope_[last]};
  }
  const auto i = static_cast<std::size_t>(place);
  const double t = place - static_cast<double>(i);
  const double rise = value_[i + 1] - value_[i];
  // Hermite's cubic in t: value_i + t (m0 + t (b + t a)) with the end slopes m0, m1 per knot
  // distance.
  const double m0 = slope_[i] * step_, m1 = slope_[i + 1] * step_;
  const double a = (m0 + m1) - 2.0 * rise, b = rise - m0 - a;
  return {value_[i] + t * (m0 + t * (b + t * a)), (m0 + t * (2.0 * b + 3.0 * a * t)) * per_step_};
}

}  // namespace tandem
