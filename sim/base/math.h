// SPDX-License-Identifier: Apache-2.0
#pragma once

// Elementary functions that give the same bits everywhere
// =======================================================
//
// The C library picks other code for exp, log and pow by CPU at run time, and their last bits
// differ. What feeds a decision therefore comes from here: only + - * / and square roots of doubles
// (IEEE 754 fixes their results), integer operations on bits, and no contraction
// (-ffp-contract=off). Each function stays within 2 ulp of the true value over its whole range,
// infinities and subnormals included (log Phi 2.5, the Normal quantile 1e-15); a NaN gives a NaN.
//
// The code is branch-free where it can be, so that a loop over an array is vectorised (SSE2 is
// enough). Polynomials and rational functions are minimax fits made for this file with 60 digits.

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace tandem::math {

inline constexpr double kInfinity = std::numeric_limits<double>::infinity();
inline constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
inline constexpr double kLn2 = 0.6931471805599453;
inline constexpr double kSqrt2Pi = 2.5066282746310002;     ///< sqrt(2 pi)
inline constexpr double kInvSqrt2Pi = 0.3989422804014327;  ///< the Normal density at 0

namespace detail {

inline constexpr double kLog2e = 1.4426950408889634;
inline constexpr double kLn2Hi = 0x1.62e42feep-1;  // 32 bits: k kLn2Hi is exact
inline constexpr double kLn2Lo = 0x1.a39ef35793c76p-33;
inline constexpr double kToInteger = 0x1.8p52;  // adding and subtracting it rounds to an integer

/// yes ? a : b, with both sides computed.
inline double choose(bool yes, double a, double b) { return yes ? a : b; }

inline double round_even(double x) { return (x + kToInteger) - kToInteger; }

/// 2^k for an integer k in -1022 .. 1023.
inline double power_of_two(double k) {
  return std::bit_cast<double>((std::bit_cast<std::uint64_t>(k + kToInteger) + 1023) << 52);
}

/// p 2^k for |k| <= 2044, rounded once even if the result is subnormal.
inline double scale(double p, double k) {
  const double half = round_even(k * 0.5);
  return p * power_of_two(half) * power_of_two(k - half);
}

/// e^(r + lost) - 1 for |r| <= 0.347, error below 2^-57: r + r^2/2 + r^3 C(r). `lost` is what
/// the caller lost in rounding r.
inline double expm1_near_zero(double r, double lost) {
  const double r2 = r * r, r4 = r2 * r2;
  const double c01 = 0.16666666666666685 + r * 0.04166666666660216;
  const double c23 = 0.0083333333333138 + r * 0.0013888888927541105;
  const double c45 = 0.00019841269905249118 + r * 2.480150773019257e-05;
  const double c67 = 2.755722572608202e-06 + r * 2.7625571007426596e-07;
  const double c = (c01 + r2 * c23) + r4 * ((c45 + r2 * c67) + r4 * 2.511522104514317e-08);
  return r + (r2 * (0.5 + r * c) + lost);
}

/// e^(a + b) as p 2^k, for a correction |b| <= 2^-12.
struct Power {
  double p, k;
};

inline Power power(double a, double b) {
  const double k = round_even(a * kLog2e);
  const double hi = a - k * kLn2Hi, lo = k * kLn2Lo - b;
  const double r = hi - lo, lost = (hi - r) - lo;
  return {1.0 + expm1_near_zero(r, lost), k};
}

/// e^(a + b); beyond the range of doubles 0 or infinity.
inline double exp_sum(double a, double b) {
  a = choose(a < -746.0, -746.0, a);
  a = choose(a > 710.0, 710.0, a);
  const auto [p, k] = power(a, b);
  return scale(p, k);
}

/// e^x where the result is neither subnormal nor infinite: |x| < 700.
inline double exp_of_moderate(double x) {
  const auto [p, k] = power(x, 0.0);
  return p * power_of_two(k);
}

/// x = 2^k (1 + f) with 1 + f in [sqrt(1/2), sqrt(2)), for finite x > 0.
struct Split {
  double k, f;
};

/// Of a normal number; `offset` is 2^52 + 1023 and what x was scaled by.
inline Split split_normal(double x, double offset = 0x1p52 + 1023.0) {
  constexpr std::uint64_t kSqrtHalf = 0x3FE6A09E00000000u;
  const std::uint64_t bits = std::bit_cast<std::uint64_t>(x) + (0x3FF0000000000000u - kSqrtHalf);
  const double k = std::bit_cast<double>(bits >> 52 | 0x4330000000000000u) - offset;
  const double m = std::bit_cast<double>((bits & 0x000FFFFFFFFFFFFFu) + kSqrtHalf);
  return {k, m - 1.0};
}

inline Split split(double x) {
  const bool subnormal = x < 0x1p-1022;
  return split_normal(x * choose(subnormal, 0x1p54, 1.0),
                      choose(subnormal, 0x1p52 + 1023.0 + 54.0, 0x1p52 + 1023.0));
}

/// k ln 2 + log(1 + f) + c for a small correction c. With s = f / (2 + f), log(1 + f) = 2 s + s
/// R(s^2), which is f - (f^2/2 - s (f^2/2 + R)): the large term f stays exact.
inline double log_of(Split x, double c) {
  const double s = x.f / (2.0 + x.f), z = s * s, z2 = z * z, half = 0.5 * x.f * x.f;
  const double r01 = 0.6666666666666735 + z * 0.39999999999410657;
  const double r23 = 0.28571428743343363 + z * 0.22222198468775248;
  const double r45 = 0.18183570074434804 + z * 0.15313895464226088;
  const double r = z * ((r01 + z2 * r23) + z2 * z2 * (r45 + z2 * 0.1479757947155989));
  return x.k * kLn2Hi - ((half - (s * (half + r) + (x.k * kLn2Lo + c))) - x.f);
}

}  // namespace detail

/// A duration or count x >= 0 as the nearest whole number, halves up.
[[nodiscard]] inline int whole(double x) {
  return static_cast<int>(x + 0.5);  // NOLINT(bugprone-incorrect-roundings): x is not negative
}

/// e^x. Underflows through the subnormals to 0 below -745.13, overflows to infinity above 709.78.
[[nodiscard]] inline double exp(double x) {
  return std::fabs(x) < 700.0 ? detail::exp_of_moderate(x) : detail::exp_sum(x, 0.0);
}

/// e^x - 1 without cancellation near 0; keeps the sign of a zero.
[[nodiscard]] inline double expm1(double x) {
  double a = detail::choose(x < -40.0, -40.0, x);
  a = detail::choose(a > 710.0, 710.0, a);
  const double k = detail::round_even(a * detail::kLog2e);
  const double hi = a - k * detail::kLn2Hi, lo = k * detail::kLn2Lo;
  const double r = hi - lo, lost = (hi - r) - lo;
  const double t = detail::power_of_two(k - 1.0);  // half of 2^k: 2^1024 is no double
  const double result = 2.0 * (t * detail::expm1_near_zero(r, lost) + (t - 0.5));
  return detail::choose(std::fabs(x) < 0x1p-54, x, result);
}

/// Natural logarithm; log(0) = -infinity, NaN below 0.
[[nodiscard]] inline double log(double x) {
  const double result = detail::log_of(detail::split(x), 0.0);
  const double limit = detail::choose(x < 0.0, kNan, detail::choose(x == 0.0, -kInfinity, x));
  return detail::choose((x > 0.0) & (x < kInfinity), result, limit);
}

/// The same bits for a number x > 0 that is neither subnormal nor infinite, without a look at the rest.
[[nodiscard]] inline double log_of_normal(double x) {
  return detail::log_of(detail::split_normal(x), 0.0);
}

/// log(1 + x) without cancellation near 0; keeps the sign of a zero; -infinity at -1, NaN below.
[[nodiscard]] inline double log1p(double x) {
  const double u = 1.0 + x;
  detail::Split split = detail::split(u);
  // What 1 + x lost in rounding, relative to u. Within [sqrt(1/2), sqrt(2)) nothing is lost: f is x
  // itself.
  const double lost = (std::fabs(x) < 1.0 ? x - (u - 1.0) : 1.0 - (u - x)) / u;
  const bool near = split.k == 0.0;
  split.f = near ? x : split.f;
  const double result = detail::log_of(split, near ? 0.0 : lost);
  const double limit = x == -1.0 ? -kInfinity : (x < -1.0 ? kNan : x);
  const bool usual = (x > -1.0) & (x < kInfinity) & (std::fabs(x) >= 0x1p-54);
  return detail::choose(usual, result, limit);
}

/// 1 / (1 + e^-x), exact in both tails.
[[nodiscard]] inline double logistic(double x) {
  const double e = exp(-std::fabs(x));
  return (x < 0.0 ? e : 1.0) / (1.0 + e);
}

namespace detail {

/// logistic() at -kReach, -kReach + 1 / kPerUnit ... kReach.
struct LogisticSteps {
  static constexpr int kReach = 8, kPerUnit = 8;
  double at[2 * kReach * kPerUnit + 1];
  LogisticSteps();
};
extern const LogisticSteps kLogisticSteps;

}  // namespace detail

/// u < logistic(x), as exactly: mostly a table tells, as u lies on the same side of its two entries
/// around x.
[[nodiscard]] inline bool below_logistic(double u, double x) {
  using Steps = detail::LogisticSteps;
  constexpr double kRounding = 1e-9;  // far more than that of an entry or of its place
  const double place = (x + Steps::kReach) * Steps::kPerUnit;
  if (place >= 0.0 && place < 2 * Steps::kReach * Steps::kPerUnit) {
    const double* const step = &detail::kLogisticSteps.at[static_cast<int>(place)];
    if (u < step[0] - kRounding) return true;
    if (u > step[1] + kRounding) return false;
  }
  return u < logistic(x);
}

namespace detail {

/// p and q of the fit A(u) = 2 + 2 u + u p(u)/q(u) of tail_denominator, 0 <= u <= 1e10; error below
/// 2^-56.
struct TailFit {
  double p, q;
};

inline TailFit tail_fit(double u) {
  const double u2 = u * u, u4 = u2 * u2, u8 = u4 * u4;
  const double p0 = (-0.40423087839426664 + u * -0.42011336096163837) +
                    u2 * (-0.1668260361342357 + u * -0.0043170699120140665);
  const double p4 = (0.026545697691853908 + u * 0.014307274385125966) +
                    u2 * (0.004238291166225142 + u * 0.0008212560084243259);
  const double p8 =
      (0.00010597584511535187 + u * 8.519844776016952e-06) + u2 * 3.3539825914772237e-07;
  const double q0 =
      (1.0 + u * 1.7152398363304315) + u2 * (1.45349975325387 + u * 0.7885717156540164);
  const double q4 = (0.30087963690238667 + u * 0.08404917269387294) +
                    u2 * (0.017397913230862948 + u * 0.0026405279470041658);
  const double q8 =
      (0.0002826071914215435 + u * 1.9430193878079297e-05) + u2 * 6.620204120901219e-07;
  return {(p0 + u4 * p4) + u8 * p8, (q0 + u4 * q4) + u8 * q8};
}

inline double tail_excess(double u) {
  const auto [p, q] = tail_fit(u);
  return u * (p / q);
}

/// base + tail_excess(u) as a double and what it lost in rounding.
struct Denominator {
  double value, lost;
};

inline Denominator denominator(double u, double base) {
  const double a = 2.0 * u, b = base + tail_excess(u);
  const double value = a + b, part = value - a;
  return {value, (a - (value - part)) + (b - part)};
}

/// exp(-u^2/2 + correction) for 0 <= u <= 40: the square is taken in two exact parts, as its
/// rounding would cost hundreds of ulp in the tail.
inline double exp_half_square(double u, double correction) {
  const double hi = (u + 0x1.8p34) - 0x1.8p34;  // a multiple of 2^-18, so hi^2 is exact
  return exp_sum(-0.5 * hi * hi, correction - 0.5 * (u - hi) * (u + hi));
}

/// Phi(-u) for 0 <= u <= 40; what the denominator lost goes into the exponent.
inline double upper_tail(double u) {
  const auto [value, lost] = denominator(u, 2.0);
  return exp_half_square(u, -(lost / value)) / value;
}

inline double limited_size(double x, double most) {
  const double u = std::fabs(x);
  return choose(u > most, most, u);
}

}  // namespace detail

/// The A(u) in Phi(-u) = exp(-u^2/2) / A(u), for u >= 0: 2 at 0, rising to sqrt(2 pi) u. (One over
/// half the scaled complementary error function; sqrt(2 pi) over Mills' ratio.) Constant beyond
/// 1e10.
[[nodiscard]] inline double tail_denominator(double u) {
  const double v = detail::limited_size(u, 1e10);
  return 2.0 * v + (2.0 + detail::tail_excess(v));
}

/// 1 / tail_denominator(u), that is Phi(-u) exp(u^2/2), with a single division; within 6 ulp.
[[nodiscard]] inline double tail_ratio(double u) {
  const double v = detail::limited_size(u, 1e10);
  const auto [p, q] = detail::tail_fit(v);
  return q / ((2.0 + 2.0 * v) * q + v * p);
}

/// Density of the standard Normal.
[[nodiscard]] inline double normal_pdf(double x) {
  return detail::exp_half_square(detail::limited_size(x, 40.0), 0.0) * kInvSqrt2Pi;
}

/// Phi(x), the distribution function of the standard Normal, with full relative accuracy in the
/// lower tail.
[[nodiscard]] inline double normal_cdf(double x) {
  const double tail = detail::upper_tail(detail::limited_size(x, 40.0));
  return detail::choose(x > 0.0, 1.0 - tail, tail);
}

/// log Phi(x), for every x: about -x^2/2 far below 0 and -Phi(-x) far above. Within 2.5 ulp.
[[nodiscard]] inline double log_normal_cdf(double x) {
  if (x > 0.0) return log1p(-detail::upper_tail(detail::limited_size(x, 40.0)));
  const auto [value, lost] = detail::denominator(detail::limited_size(x, 1e10), 1.0);
  return -0.5 * x * x - log1p(value + lost);
}

/// The x with Phi(x) = p: Wichura's AS 241 (Applied Statistics 37, 1988), relative error about
/// 1e-15. -infinity at 0, infinity at 1, NaN outside.
[[nodiscard]] double normal_quantile(double p);

/// The Exp(1) quantile of a uniform in (0, 1), -log(u): u near 0 gives the large values.
[[nodiscard]] inline double exponential_quantile(double u) { return -log_of_normal(u); }

/// x^y with C99's special cases. The logarithm is carried to 65 bits or so, as y multiplies its
/// error.
[[nodiscard]] double pow(double x, double y);

/// Has this CPU vectors of four doubles?
[[nodiscard]] bool has_avx2();

/// exp, log and tail_ratio of n numbers in place, bit for bit as one by one, in the widest vectors this
/// CPU has.
void exp_all(double* values, std::size_t n);
void log_all(double* values, std::size_t n);
void tail_ratio_all(double* values, std::size_t n);

}  // namespace tandem::math
