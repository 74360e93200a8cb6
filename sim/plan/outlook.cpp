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
//   T_j = exp(E_j) [Phi(h) - Phi(l)],
//   E_j = P_j(x) / K + rho_j^2 / 2,  h = z_{j+1} - rho_j,  l = z_j - rho_j.
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

/// Cut there, a size has a finite square.
constexpr double kHuge = 1e150;
double clamp_size(double value) {
  value = value > kHuge ? kHuge : value;
  return value < -kHuge ? -kHuge : value;
}

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

/// How much pay / K varies where it counts, that is within e^-40 of the largest term.
double variation(const Prepared& p, double x, double here, double most) {
  const Curve& pay = p.pay;
  double size = 0.0, z = -kInfinity;
  for (int j = 0; j < pay.segments; ++j) {
    const auto i = static_cast<std::size_t>(j);
    const double next =
        j + 1 < pay.segments ? clamp_size((pay.at[i + 1] - x) * p.per_sigma) : kInfinity;
    const double peak = (pay.line_at(j, x) - here) * p.per_k + p.peak[i];
    if (z < p.rho[i] && next > p.rho[i] && peak >= most - 40.0)
      size = larger(size, std::fabs(p.rho[i]));
    const double at_break = j > 0 ? (p.top[i] - here) * p.per_k - 0.5 * z * z : -kInfinity;
    if (at_break >= most - 40.0) {  // the jump, and rho on either side
      const double jump = 1.0 - std::min(p.left[i], p.right[i]);
      const double bend = larger(jump, larger(std::fabs(p.rho[i - 1]), std::fabs(p.rho[i])));
      size = larger(size, larger(bend, std::fabs(p.top[i] - here) * p.per_k));
    }
    z = next;
  }
  return size;
}

/// The part of a narrow segment: width times the integrand in the middle, with two corrections;
/// 5e-14 while width (1 + |m|) < 0.05.
double narrow_part(double middle_exponent, double m, double width) {
  const double m2 = m * m, w2 = width * width;
  const double bend = 1.0 + w2 * ((m2 - 1.0) / 24.0 + w2 * ((m2 - 6.0) * m2 + 3.0) / 1920.0);
  return math::exp(middle_exponent) * math::kInvSqrt2Pi * width * bend;
}

/// Four points taken together: + - * / and ?: of the compiler's own vectors go to each of them.
using Four [[gnu::vector_size(4 * sizeof(double))]] = double;
constexpr std::size_t kLanes = 4;

/// The numbers of one point or of four.
const double* numbers(const double& point) { return &point; }
const double* numbers(const Four& points) { return reinterpret_cast<const double*>(&points); }
double* numbers(double& point) { return &point; }
double* numbers(Four& points) { return reinterpret_cast<double*>(&points); }

/// Gives `size` >= 0 the sign of a number that is no negative zero, without a branch.
void take_sign(double& size, const double& of) { size = std::copysign(size, of); }
void take_sign(Four& size, const Four& of) { size = of < 0.0 ? -size : size; }

/// The part of a narrow segment j in w, relative to exp(most); false where the general form is as
/// good.
[[gnu::noinline, gnu::cold]] bool narrow(const Prepared& p, std::size_t j, double x, double here,
                                         double most, double& part) {
  const Curve& pay = p.pay;
  const double width = (pay.at[j + 1] - pay.at[j]) * p.per_sigma;
  const double middle = 0.5 * (pay.at[j] + pay.at[j + 1]);
  const double zm = clamp_size((middle - x) * p.per_sigma), m = zm - p.rho[j];
  if (!(width * (1.0 + std::fabs(m)) < 0.05)) return false;
  const double exponent =
      (pay.line_at(static_cast<int>(j), middle) - here) * p.per_k - 0.5 * zm * zm;
  part = narrow_part(exponent - most, m, width);
  return true;
}

/// How many numbers V is: a double, or Four.
template <class V>
constexpr std::size_t kNumbers = sizeof(V) / sizeof(double);  // NOLINT(bugprone-sizeof-expression)

/// What points (V: a double, or Four) have at the curve's breakpoints and segments: number j is of
/// segment j, or of the breakpoint below it.
template <class V>
struct Points {
  V here;                             // pay at the point
  V most;                             // the largest exponent
  std::array<V, kMost + 1> z;         // breakpoints in spreads from the point
  std::array<V, 2 * kMost> exponent;  // of the n peaks, then of the breakpoints 1 .. n - 1
  std::array<V, 2 * kMost> tail;      // below and above each breakpoint

  V* peak() { return exponent.data(); }
  V* breakpoint(std::size_t n) { return exponent.data() + n - 1; }
};

/// Zeros behind the last of n numbers, up to a whole vector: what is left over would cost more one by
/// one. How many there are now.
inline std::size_t filled_up(double* values, std::size_t n) {
  for (; n % kLanes != 0; ++n) values[n] = 0.0;
  return n;
}

/// Exponents at breakpoints, and at the peaks of segments that hold theirs; raised, relative to the
/// largest.
template <class V>
void raise(const Prepared& p, const V& x, Points<V>& points) {
  constexpr std::size_t kPoints = kNumbers<V>;
  const Curve& pay = p.pay;
  const auto n = static_cast<std::size_t>(pay.segments);
  const V lowest = V{} - kInfinity, huge = V{} + kHuge;
  V* const at_peak = points.peak();
  V* const at_break = points.breakpoint(n);
  auto& z = points.z;
  auto &exponent = points.exponent, &tail = points.tail;
  std::array<V, kMost> line;  // of each segment, at the point
  line[0] = pay.level[0] + pay.slope[0] * (x - pay.at[0]);
  V here = line[0];
  for (std::size_t j = 1; j < n; ++j) {
    line[j] = pay.level[j] + pay.slope[j] * (x - pay.at[j]);
    here = x >= pay.at[j] ? line[j] : here;
  }
  z[0] = lowest;
  z[n] = -lowest;
  V largest = lowest;
  for (std::size_t i = 1; i < n; ++i) {
    V away = (pay.at[i] - x) * p.per_sigma;
    away = away > huge ? huge : away;
    z[i] = away = away < -huge ? -huge : away;
    at_break[i] = (p.top[i] - here) * p.per_k - 0.5 * away * away;
    largest = at_break[i] > largest ? at_break[i] : largest;
  }
  for (std::size_t j = 0; j < n; ++j) {
    const V peak = (line[j] - here) * p.per_k + p.peak[j];
    const V reached = z[j] < p.rho[j] ? peak : lowest;
    at_peak[j] = z[j + 1] > p.rho[j] ? reached : lowest;
    largest = at_peak[j] > largest ? at_peak[j] : largest;
  }
  points.here = here;
  points.most = largest;
  for (std::size_t m = 0; m < 2 * n - 1; ++m) exponent[m] -= largest;
  double* const exponents = numbers(exponent[0]);
  math::exp_all(exponents, filled_up(exponents, (2 * n - 1) * kPoints));

  // The tails below and above each breakpoint, seen from the peaks of its two segments.
  for (std::size_t i = 1; i < n; ++i) {
    tail[2 * i - 2] = z[i] - p.rho[i - 1];
    tail[2 * i - 1] = z[i] - p.rho[i];
  }
  double* const tails = numbers(tail[0]);
  math::tail_ratio_all(tails, filled_up(tails, (2 * n - 2) * kPoints));
}

/// The point's answer where the sums give none: exponents beyond 1e13 are not known well enough, or have
/// cancelled; and V where pay hardly varies.
[[gnu::noinline, gnu::cold]] void correct(const Prepared& p, double x, double here, double most,
                                          double w, double* value, double* slope) {
  if (!(std::fabs(most) < kMostExponent) || !(w > 0.0)) {
    const Outlook sure = deterministic(p.pay, x, p.c, p.tau);
    *slope = sure.slope;
    if (value != nullptr) *value = sure.value;
  } else if (value != nullptr && variation(p, x, here, most) < 1e-5) {
    *value = here + almost_linear(p, x, here);
  }
}

/// V and V_x at points; without a place for V only V_x.
template <class V>
void evaluate(const Prepared& p, const V& x, double* value, double* slope) {
  constexpr std::size_t kPoints = kNumbers<V>;
  const Curve& pay = p.pay;
  const auto n = static_cast<std::size_t>(pay.segments);
  Points<V> points;
  raise(p, x, points);
  const V* const at_peak = points.peak();
  const V* const at_break = points.breakpoint(n);
  const auto& [here, most, z, exponent, tail] = points;
  const double *const xs = numbers(x), *const heres = numbers(here), *const mosts = numbers(most);

  // The two sums. Whether a peak lies beyond a breakpoint says whether the part up to it is added or
  // taken off (+ 0.0: no zero is negative). `carried` is what a breakpoint leaves to the segment above
  // it.
  V w{}, steep{}, carried{};
  for (std::size_t j = 0; j < n; ++j) {
    V part = carried + at_peak[j];
    const std::size_t i = j + 1;
    if (i < n) {
      const V height = at_break[i];
      V below = p.left[i] * height * tail[2 * i - 2];
      take_sign(below, p.rho[j] - z[i] + 0.0);
      part += below;
      carried = p.right[i] * height * tail[2 * i - 1];
      take_sign(carried, z[i] - p.rho[i] + 0.0);
      steep += p.pull[i] * height;
    }
    if (p.narrow[j])
      for (std::size_t k = 0; k < kPoints; ++k)
        narrow(p, j, xs[k], heres[k], mosts[k], numbers(part)[k]);
    w += part;
    steep += pay.slope[j] * part;
  }
  steep /= w;
  const double* const ws = numbers(w);
  std::array<double, kPoints> gain{};
  for (std::size_t k = 0; k < kPoints; ++k) slope[k] = numbers(steep)[k];
  if (value != nullptr) {
    std::copy_n(ws, kPoints, gain.data());
    math::log_all(gain.data(), kPoints);
    for (std::size_t k = 0; k < kPoints; ++k) {
      gain[k] += mosts[k];  // over pay at x, in K
      value[k] = heres[k] + p.k * gain[k];
    }
  }
  for (std::size_t k = 0; k < kPoints; ++k)
    if (!(std::fabs(mosts[k]) < kMostExponent) || !(ws[k] > 0.0) ||
        (value != nullptr && std::fabs(gain[k]) < 1e-4))
      correct(p, xs[k], heres[k], mosts[k], ws[k], value == nullptr ? nullptr : &value[k],
              &slope[k]);
}

#if defined(__x86_64__)
[[gnu::target("avx2"), gnu::flatten]] void evaluate_wide(const Prepared& p, const Four& x,
                                                         double* value, double* slope) {
  evaluate(p, x, value, slope);
}
#else
void evaluate_wide(const Prepared& p, const Four& x, double* value, double* slope) {
  evaluate(p, x, value, slope);
}
#endif

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

/// Over which stretch of credit V may bend: a spread of the credit to come, less where bends and
/// jumps of pay are strong against chance.
double length_of_bends(const Curve& pay, double c, double s2, double tau) {
  const double sigma = std::sqrt(s2 * tau), k = c * s2;
  double sharp = 0.0;
  for (int j = 1; j < pay.segments; ++j) {
    const auto i = static_cast<std::size_t>(j);
    const double bend = std::fabs(pay.slope[i] - pay.slope[i - 1]) * sigma;
    sharp = larger(sharp, (bend + std::fabs(pay.jump(j))) / k);
  }
  return sigma / (1.0 + sharp);
}

}  // namespace

Outlook outlook(const Curve& pay, double x, double c, double s2, double tau) {
  check(c, s2, tau);
  if (certain(s2, tau) || !(1.0 / (c * s2) < kInfinity)) return without_chance(pay, x, c, tau);
  Outlook point;
  evaluate(prepare(pay, c, s2, tau), x, &point.value, &point.slope);
  return point;
}

double outlook_slope(const Curve& pay, double x, double c, double s2, double tau) {
  check(c, s2, tau);
  if (certain(s2, tau) || !(1.0 / (c * s2) < kInfinity))
    return without_chance(pay, x, c, tau).slope;
  double slope;
  evaluate(prepare(pay, c, s2, tau), x, nullptr, &slope);
  return slope;
}

void outlook(const Curve& pay, std::span<const double> x, double c, double s2, double tau,
             std::span<double> value, std::span<double> slope) {
  check(c, s2, tau);
  CHECK(value.size() == x.size() && slope.size() == x.size(),
        "looking ahead needs a place per point");
  if (certain(s2, tau) || !(1.0 / (c * s2) < kInfinity)) {
    for (std::size_t i = 0; i < x.size(); ++i) {
      const Outlook point = without_chance(pay, x[i], c, tau);
      value[i] = point.value;
      slope[i] = point.slope;
    }
    return;
  }
  const Prepared prepared = prepare(pay, c, s2, tau);
  std::size_t i = 0;
  const auto evaluate_four = math::has_avx2() ? evaluate_wide : evaluate<Four>;
  for (; i + kLanes <= x.size(); i += kLanes) {
    const Four points = {x[i], x[i + 1], x[i + 2], x[i + 3]};
    evaluate_four(prepared, points, &value[i], &slope[i]);
  }
  for (; i < x.size(); ++i) evaluate(prepared, x[i], &value[i], &slope[i]);
}

Table::Table(const Curve& pay, double low, double high, double c, double s2, double tau)
    : low_(low) {
  CHECK(high > low, "a table needs room between its ends");
  knots_ = high - low < 4.0 * length_of_bends(pay, c, s2, tau) ? kFewKnots : kKnots;
  step_ = (high - low) / (knots_ - 1);
  per_step_ = 1.0 / step_;
  std::array<double, kKnots> x;
  for (std::size_t i = 0; i < kKnots; ++i) x[i] = low_ + step_ * static_cast<double>(i);
  const auto n = static_cast<std::size_t>(knots_);
  outlook(pay, std::span(x).first(n), c, s2, tau, std::span(value_).first(n),
          std::span(slope_).first(n));
}

}  // namespace tandem
