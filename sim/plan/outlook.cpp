// SPDX-License-Identifier: Apache-2.0
#include "sim/plan/outlook.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "sim/base/check.h"
#include "sim/base/math.h"

// The closed form. With K = c s2, sigma = s sqrt(tau), z_i = (a_i - x) / sigma for breakpoint a_i
// and, on segment j with slope b_j, rho_j = b_j sigma / K, completing the square gives the
// segment's part of w
//
//   T_j = exp(E_j) [Phi(h) - Phi(l)],  E_j = P_j(x) / K + rho_j^2 / 2,  h = z_{j+1} - rho_j,  l =
//   z_j - rho_j.
//
// Phi(-u) = exp(-u^2/2) R(u), and E_j - (z - rho_j)^2 / 2 = P_j(a) / K - z^2 / 2: at a breakpoint
// the exponents of both sides combine to what the density times pay itself is there. So
//
//   T_j = [l < 0 < h] exp(E_j) - sign(h) exp(B_{j+1}) R(|h|) + sign(l) exp(B_j) R(|l|)
//
// with one exponential per breakpoint and one per segment that holds its own peak. The derivative
// is w V_x = sum b_j T_j + K / sigma sum over jumps of phi(z_i) (exp(P(a_i+) / K) - exp(P(a_i-) /
// K)). Exponents are relative to pay at x, and the largest is taken off before anything is raised:
// sums neither overflow nor vanish.

namespace tandem {
namespace {

using math::kInfinity;

constexpr int kMost = Curve::kMost;

// Beyond this exponents are only known to 0.001 or worse, while chance adds some tens of K to 1e13
// K: the limit without chance is as good.
constexpr double kMostExponent = 1e13;

double larger(double a, double b) { return a > b ? a : b; }

double clamp_size(double value) {
  return std::clamp(value, -1e150, 1e150);
}  // its square is finite

/// What a curve and the parameters fix for every x.
struct Prepared {
  Prepared(const Curve& curve, double cost, double variance, double time)
      : pay(curve), c(cost), tau(time), k(cost * variance), sigma(std::sqrt(variance * time)) {}

  const Curve& pay;
  double c, tau;
  double k, per_k = 1.0 / k;              // K = c s2
  double sigma, per_sigma = 1.0 / sigma;  // spread of the credit to come
  // Of breakpoint i = 1 .. segments - 1, above a jump's lower side by |jump|:
  std::array<double, kMost> top;  // pay on the higher side
  std::array<double, kMost> left,
      right;  // exp(pay / K) on either side relative to the higher one: 1 or less
  std::array<double, kMost> pull;  // K (right - left) / (sigma sqrt(2 pi))
  std::array<double, kMost> bend;  // how much pay / K varies about it: jump and rho on either side
  // Of segment j:
  std::array<double, kMost> rho, peak;  // rho_j and rho_j^2 / 2
  std::array<bool, kMost> narrow;       // so narrow that the difference of two Phi might cancel
};

Prepared prepare(const Curve& pay, double c, double s2, double tau) {
  Prepared p(pay, c, s2, tau);
  const double drift = p.sigma * p.per_k;
  for (int j = 0; j < pay.segments; ++j) {
    const auto i = static_cast<std::size_t>(j);
    p.rho[i] = clamp_size(pay.slope[i] * drift);
    p.peak[i] = 0.5 * p.rho[i] * p.rho[i];
    p.narrow[i] = j > 0 && j + 1 < pay.segments && (pay.at[i + 1] - pay.at[i]) * p.per_sigma < 0.05;
    if (j == 0) continue;
    const double jump = pay.jump(j), size = std::fabs(jump);
    const double lower = jump == 0.0 ? 1.0 : math::exp(-size * p.per_k);
    const double lost = jump == 0.0 || p.per_k == 0.0 ? size : -math::expm1(-size * p.per_k) * p.k;
    p.bend[i] = larger(1.0 - lower, larger(std::fabs(p.rho[i - 1]), std::fabs(p.rho[i])));
    p.top[i] = jump > 0.0 ? pay.level[i] : pay.level[i] - jump;
    p.left[i] = jump > 0.0 ? lower : 1.0;
    p.right[i] = jump > 0.0 ? 1.0 : lower;
    p.pull[i] = jump == 0.0 ? 0.0 : std::copysign(lost, jump) * (math::kInvSqrt2Pi * p.per_sigma);
  }
  return p;
}

/// s2 -> 0: chance is gone, the best end point y maximises P(y) - c (y - x)^2 / (2 tau) (Hopf and
/// Lax).
Outlook deterministic(const Curve& pay, double x, double c, double tau) {
  Outlook best{-kInfinity, 0.0};
  for (int j = 0; j < pay.segments; ++j) {
    const auto i = static_cast<std::size_t>(j);
    const double low = j == 0 ? -kInfinity : pay.at[i];
    const double high = j + 1 < pay.segments ? pay.at[i + 1] : kInfinity;
    const double free = x + pay.slope[i] * (tau / c);
    const double y = std::clamp(free, low, high);
    const bool inside = y == free;
    const double value = inside
                             ? pay.line_at(j, x) + 0.5 * pay.slope[i] * (pay.slope[i] * (tau / c))
                             : pay.line_at(j, y) - 0.5 * (y - x) * (c * ((y - x) / tau));
    if (value > best.value) best = {value, inside ? pay.slope[i] : c * ((y - x) / tau)};
  }
  return best;
}

/// Phi(b) - Phi(a) for a < b, from the tail that does not cancel.
double mass(double a, double b) {
  return a > 0.0 ? math::normal_cdf(-a) - math::normal_cdf(-b)
                 : math::normal_cdf(b) - math::normal_cdf(a);
}

/// V - P(x) where pay varies by less than 1e-5 K: mean + variance / (2 K), the next term being of
/// that size squared. K log w would be the small difference of large numbers.
double almost_linear(const Prepared& p, double x, double here) {
  double mean = 0.0, square = 0.0;
  for (int j = 0; j < p.pay.segments; ++j) {
    const auto i = static_cast<std::size_t>(j);
    const double l = j == 0 ? -1e10 : (p.pay.at[i] - x) * p.per_sigma;
    const double h = j + 1 < p.pay.segments ? (p.pay.at[i + 1] - x) * p.per_sigma : 1e10;
    const double a = p.pay.line_at(j, x) - here, b = p.pay.slope[i] * p.sigma;
    const double at_l = math::normal_pdf(l), at_h = math::normal_pdf(h);
    const double m0 = mass(l, h), m1 = at_l - at_h, m2 = m0 + (l * at_l - h * at_h);
    mean += a * m0 + b * m1;
    square += a * a * m0 + 2.0 * a * b * m1 + b * b * m2;
  }
  return mean + 0.5 * (square - mean * mean) * p.per_k;
}

/// The part of a narrow segment: width times the integrand in the middle, with two corrections;
/// 5e-14 while width (1 + |m|) < 0.05.
double narrow_part(double middle_exponent, double m, double width) {
  const double m2 = m * m, w2 = width * width;
  const double bend = 1.0 + w2 * ((m2 - 1.0) / 24.0 + w2 * ((m2 - 6.0) * m2 + 3.0) / 1920.0);
  return math::exp(middle_exponent) * math::kInvSqrt2Pi * width * bend;
}

Outlook evaluate(const Prepared& p, double x) {
  const Curve& pay = p.pay;
  const int n = pay.segments;
  const double here = pay(x);

  // Exponents: at breakpoints, and at the peaks of segments that hold theirs.
  std::array<double, kMost + 1> z, at_break;
  std::array<double, kMost> at_peak;
  double most = -kInfinity;
  z[0] = -kInfinity;
  z[static_cast<std::size_t>(n)] = kInfinity;
  for (std::size_t i = 1; i < static_cast<std::size_t>(n); ++i) {
    z[i] = clamp_size((pay.at[i] - x) * p.per_sigma);
    at_break[i] = (p.top[i] - here) * p.per_k - 0.5 * z[i] * z[i];
    most = at_break[i] > most ? at_break[i] : most;
  }
  for (std::size_t j = 0; j < static_cast<std::size_t>(n); ++j) {
    if (z[j] - p.rho[j] < 0.0 && z[j + 1] - p.rho[j] > 0.0) {
      at_peak[j] = (pay.line_at(static_cast<int>(j), x) - here) * p.per_k + p.peak[j];
      most = at_peak[j] > most ? at_peak[j] : most;
    } else {
      at_peak[j] = -kInfinity;
    }
  }
  if (!(std::fabs(most) < kMostExponent)) return deterministic(pay, x, p.c, p.tau);

  // The two sums, relative to exp(most). `carried` is what a breakpoint leaves to the segment above
  // it.
  double w = 0.0, slope = 0.0, carried = 0.0, variation = 0.0;
  for (std::size_t j = 0; j < static_cast<std::size_t>(n); ++j) {
    double part = carried;
    if (at_peak[j] >= most - 745.0) {
      part += at_peak[j] == most ? 1.0 : math::exp(at_peak[j] - most);
      if (at_peak[j] >= most - 40.0) variation = larger(variation, std::fabs(p.rho[j]));
    }
    carried = 0.0;
    const std::size_t i = j + 1;
    if (i < static_cast<std::size_t>(n) && at_break[i] >= most - 745.0) {
      const double height = math::exp(at_break[i] - most);
      const double h = z[i] - p.rho[j], l = z[i] - p.rho[i];
      const double below = p.left[i] * height * math::tail_ratio(h);
      const double above = p.right[i] * height * math::tail_ratio(l);
      part += h > 0.0 ? -below : below;
      carried = l < 0.0 ? -above : above;
      slope += p.pull[i] * height;
      if (at_break[i] >= most - 40.0) {
        variation = larger(variation, larger(p.bend[i], std::fabs(p.top[i] - here) * p.per_k));
      }
    }
    if (p.narrow[j]) {
      const double width = (pay.at[j + 1] - pay.at[j]) * p.per_sigma;
      const double middle = 0.5 * (pay.at[j] + pay.at[j + 1]);
      const double zm = clamp_size((middle - x) * p.per_sigma), m = zm - p.rho[j];
      if (width * (1.0 + std::fabs(m)) < 0.05) {
        const double exponent =
            (pay.line_at(static_cast<int>(j), middle) - here) * p.per_k - 0.5 * zm * zm;
        part = narrow_part(exponent - most, m, width);
      }
    }
    w += part;
    slope += pay.slope[j] * part;
  }
  if (!(w > 0.0)) return deterministic(pay, x, p.c, p.tau);  // exponents cancelled from beyond 1e13
  const double gain = variation < 1e-5 ? almost_linear(p, x, here) : p.k * (most + math::log(w));
  return {here + gain, slope / w};
}

/// Parameters for which there is nothing to integrate.
bool certain(double s2, double tau) {
  return tau == 0.0 || !(s2 * tau > 0.0) || !(1.0 / (s2 * tau) < kInfinity);
}

Outlook without_chance(const Curve& pay, double x, double c, double tau) {
  return tau == 0.0 ? Outlook{pay(x), pay.slope_at(x)} : deterministic(pay, x, c, tau);
}

void check(double c, double s2, double tau) {
  CHECK(c > 0.0 && s2 >= 0.0 && tau >= 0.0 && std::isfinite(c) && std::isfinite(s2) &&
            std::isfinite(tau),
        "looking ahead needs a positive cost of effort, a variance and a time left");
}

}  // namespace

Outlook outlook(const Curve& pay, double x, double c, double s2, double tau) {
  check(c, s2, tau);
  if (certain(s2, tau) || !(1.0 / (c * s2) < kInfinity)) return without_chance(pay, x, c, tau);
  return evaluate(prepare(pay, c, s2, tau), x);
}

void outlook(const Curve& pay, std::span<const double> x, double c, double s2, double tau,
             std::span<double> value, std::span<double> slope) {
  check(c, s2, tau);
  CHECK(value.size() == x.size() && slope.size() == x.size(),
        "looking ahead needs a place per point");
  const bool sure = certain(s2, tau) || !(1.0 / (c * s2) < kInfinity);
  const Prepared prepared = prepare(pay, c, s2, tau);
  for (std::size_t i = 0; i < x.size(); ++i) {
    const Outlook point = sure ? without_chance(pay, x[i], c, tau) : evaluate(prepared, x[i]);
    value[i] = point.value;
    slope[i] = point.slope;
  }
}

Table::Table(const Curve& pay, double low, double high, double c, double s2, double tau)
    : low_(low), step_((high - low) / (kKnots - 1)) {
  CHECK(high > low, "a table needs room between its ends");
  std::array<double, kKnots> x;
  for (int i = 0; i < kKnots; ++i) x[static_cast<std::size_t>(i)] = low_ + step_ * i;
  outlook(pay, x, c, s2, tau, value_, slope_);
}

Outlook Table::at(double x) const {
  const double place = (x - low_) / step_;
  if (!(place > 0.0)) return {value_[0] + slope_[0] * (x - low_), slope_[0]};
  if (!(place < kKnots - 1))
    return {value_[kKnots - 1] + slope_[kKnots - 1] * (x - high()), slope_[kKnots - 1]};
  const auto i = static_cast<std::size_t>(place);
  const double t = place - static_cast<double>(i);
  const double rise = value_[i + 1] - value_[i];
  // Hermite's cubic in t: value_i + t (m0 + t (b + t a)) with the end slopes m0, m1 per knot
  // distance.
  const double m0 = slope_[i] * step_, m1 = slope_[i + 1] * step_;
  const double a = (m0 + m1) - 2.0 * rise, b = rise - m0 - a;
  return {value_[i] + t * (m0 + t * (b + t * a)), (m0 + t * (2.0 * b + 3.0 * a * t)) / step_};
}

}  // namespace tandem
