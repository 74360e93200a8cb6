// SPDX-License-Identifier: Apache-2.0
#include "sim/base/math.h"

#include <cmath>

namespace tandem::math {

detail::LogisticSteps::LogisticSteps() {
  for (int i = 0; i <= 2 * kReach * kPerUnit; ++i)
    at[i] = logistic(static_cast<double>(i) / kPerUnit - kReach);
}
const detail::LogisticSteps detail::kLogisticSteps;

// NOLINTNEXTLINE(readability-function-size): three rational functions, written out
double normal_quantile(double p) {
  const double q = p - 0.5;
  if (std::fabs(q) <= 0.425) {
    const double r = 0.180625 - q * q;
    return q *
           (((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) *
                    r +
                45921.953931549871457) *
                   r +
               13731.693765509461125) *
                  r +
              1971.5909503065514427) *
                 r +
             133.14166789178437745) *
                r +
            3.387132872796366608) /
           (((((((5226.495278852854561 * r + 28729.085735721942674) * r + 39307.89580009271061) *
                    r +
                21213.794301586595867) *
                   r +
               5394.1960214247511077) *
                  r +
              687.1870074920579083) *
                 r +
             42.313330701600911252) *
                r +
            1.0);
  }
  if (!(p > 0.0 && p < 1.0)) return p == 0.0 ? -kInfinity : (p == 1.0 ? kInfinity : kNan);
  double r = std::sqrt(-log(q < 0.0 ? p : 1.0 - p));
  double x;
  if (r <= 5.0) {
    r -= 1.6;
    x = (((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r +
              0.24178072517745061177) *
                 r +
             1.27045825245236838258) *
                r +
            3.64784832476320460504) *
               r +
           5.7694972214606914055) *
              r +
          4.6303378461565452959) *
             r +
         1.42343711074968357734) /
        (((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r +
              0.0151986665636164571966) *
                 r +
             0.14810397642748007459) *
                r +
            0.68976733498510000455) *
               r +
           1.6763848301838038494) *
              r +
          2.05319162663775882187) *
             r +
         1.0);
  } else {
    r -= 5.0;
    x = (((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r +
              0.0012426609473880784386) *
                 r +
             0.026532189526576123093) *
                r +
            0.29656057182850489123) *
               r +
           1.7848265399172913358) *
              r +
          5.4637849111641143699) *
             r +
         6.6579046435011037772) /
        (((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r +
              1.8463183175100546818e-5) *
                 r +
             7.868691311456132591e-4) *
                r +
            0.0148753612908506148525) *
               r +
           0.13692988092273580531) *
              r +
          0.59983220655588793769) *
             r +
         1.0);
  }
  return q < 0.0 ? -x : x;
}

namespace {

/// An unevaluated sum hi + lo of about 106 bits.
struct Pair {
  double hi, lo;
};

Pair sum(double a, double b) {
  const double s = a + b, t = s - a;
  return {s, (a - (s - t)) + (b - t)};
}

// Dekker's product: exact unless a part overflows or underflows.
Pair product(double a, double b) {
  constexpr double kSplit = 0x1p27 + 1.0;
  const double ah = (a * kSplit) - (a * kSplit - a), al = a - ah;
  const double bh = (b * kSplit) - (b * kSplit - b), bl = b - bh;
  const double p = a * b;
  return {p, ((ah * bh - p) + ah * bl + al * bh) + al * bl};
}

Pair product(Pair a, Pair b) {
  const Pair p = product(a.hi, b.hi);
  return {p.hi, p.lo + (a.hi * b.lo + a.lo * b.hi)};
}

// log x = k ln 2 + 2 s + 2/3 s^3 + s^5 P(s^2), s = f / (2 + f): the first three terms as pairs,
// error 2^-65.
Pair log_pair(double x) {
  const auto [k, f] = detail::split(x);
  const double d = 2.0 + f, d_lost = f - (d - 2.0);
  const double s0 = f / d;
  const Pair back = product(s0, d);
  const Pair s{s0, (((f - back.hi) - back.lo) - s0 * d_lost) / d};
  const Pair z = product(s, s);
  const Pair cube = product(product(z, s), Pair{0.6666666666666666, 3.700743415417188e-17});
  const double z1 = z.hi, z2 = z1 * z1;
  const double rest =
      z2 * s0 *
      (((0.4000000000000228 + z1 * 0.2857142857008936) +
        z2 * (0.2222222252178129 + z1 * 0.18181784201528559)) +
       z2 * z2 * ((0.15386765086567034 + z1 * 0.13256634452058205) + z2 * 0.13198052875414035));
  const Pair lead = sum(k * detail::kLn2Hi, 2.0 * s.hi);
  const Pair next = sum(lead.hi, cube.hi);
  const double low = ((lead.lo + next.lo) + (cube.lo + 2.0 * s.lo)) + (rest + k * detail::kLn2Lo);
  return sum(next.hi, low);
}

bool is_integer(double y) { return std::floor(y) == y; }
bool is_odd(double y) { return is_integer(y) && !is_integer(y * 0.5); }

}  // namespace

double pow(double x, double y) {
  if (y == 0.0 || x == 1.0) return 1.0;
  if (std::isnan(x) || std::isnan(y)) return kNan;
  const double size = std::fabs(x);
  if (std::isinf(y)) return size == 1.0 ? 1.0 : ((size > 1.0) == (y > 0.0) ? kInfinity : 0.0);
  const bool negative = std::signbit(x) && is_odd(y);
  if (x < 0.0 && std::isfinite(x) && !is_integer(y)) return kNan;
  double result;
  if (size == 0.0 || std::isinf(size)) {
    result = (size == 0.0) == (y < 0.0) ? kInfinity : 0.0;
  } else {
    const Pair l = log_pair(size);
    if (const double rough = y * l.hi; !(std::fabs(rough) < 800.0)) {
      result = rough > 0.0 ? kInfinity : 0.0;
    } else {
      const Pair p = product(y, l.hi);
      result = detail::exp_sum(p.hi, p.lo + y * l.lo);
    }
  }
  return negative ? -result : result;
}

#if defined(__x86_64__)
bool has_avx2() {
  static const bool has = __builtin_cpu_supports("avx2") != 0;
  return has;
}
#else
bool has_avx2() { return false; }
#endif

namespace {

// The same operations on two or on four doubles at a time: every element gets the same bits.
#if defined(__x86_64__)
[[gnu::target("avx2"), gnu::flatten]] void wide_exp(double* values, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i) values[i] = detail::exp_sum(values[i], 0.0);
}
[[gnu::target("avx2"), gnu::flatten]] void wide_log(double* values, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i) values[i] = log(values[i]);
}
[[gnu::target("avx2"), gnu::flatten]] void wide_tail_ratio(double* values, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i) values[i] = tail_ratio(values[i]);
}
#else
void wide_exp(double*, std::size_t) {}
void wide_log(double*, std::size_t) {}
void wide_tail_ratio(double*, std::size_t) {}
#endif

}  // namespace

void exp_all(double* values, std::size_t n) {
  if (has_avx2()) return wide_exp(values, n);
  for (std::size_t i = 0; i < n; ++i) values[i] = detail::exp_sum(values[i], 0.0);
}

void log_all(double* values, std::size_t n) {
  if (has_avx2()) return wide_log(values, n);
  for (std::size_t i = 0; i < n; ++i) values[i] = log(values[i]);
}

void tail_ratio_all(double* values, std::size_t n) {
  if (has_avx2()) return wide_tail_ratio(values, n);
  for (std::size_t i = 0; i < n; ++i) values[i] = tail_ratio(values[i]);
}

}  // namespace tandem::math
