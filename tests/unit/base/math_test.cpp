// SPDX-License-Identifier: Apache-2.0
#include "sim/base/math.h"

#include <gtest/gtest.h>

#include <bit>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/log1p.hpp>
#include <boost/multiprecision/cpp_bin_float.hpp>
#include <cmath>
#include <functional>
#include <vector>

#include "sim/base/hash.h"
#include "sim/base/luck.h"

namespace tandem {
namespace {

using Big = boost::multiprecision::number<boost::multiprecision::cpp_bin_float<40>,
                                          boost::multiprecision::et_off>;
using Points = std::vector<double>;

constexpr double kInf = math::kInfinity;
constexpr double kTiny = 5e-324;

/// Distance of a result from the truth in units of the truth's last place.
double ulps(double got, long double truth) {
  const auto rounded = static_cast<double>(truth);
  if (std::isnan(rounded)) return std::isnan(got) ? 0 : kInf;
  if (got == rounded)
    return std::isinf(rounded) || rounded == 0
               ? 0.0
               : static_cast<double>(std::fabs(
                     (got - truth) / std::ldexp(1.0L, std::max(std::ilogb(rounded) - 52, -1074))));
  if (!std::isfinite(rounded) || !std::isfinite(got)) return kInf;
  const int exponent = rounded == 0 ? -1074 : std::max(std::ilogb(rounded) - 52, -1074);
  return static_cast<double>(std::fabs((got - truth) / std::ldexp(1.0L, exponent)));
}

template <class Ours, class Truth>
void expect_within(double most, const char* name, Ours ours, Truth truth, const Points& points) {
  double worst = 0, where = 0;
  for (const double x : points) {
    const double error = ulps(ours(x), truth(x));
    if (!(error <= worst)) {
      worst = error;
      where = x;
    }
  }
  EXPECT_LE(worst, most) << name << " at " << where;
}

template <class Ours, class Truth>
void expect_within_two_ulp(const char* name, Ours ours, Truth truth, const Points& points) {
  expect_within(2.0, name, ours, truth, points);
}

/// One random point in each of n equal steps: as dense as a grid, without its regularity.
Points grid(double low, double high, int n) {
  const Luck luck(3, 1);
  Points points;
  for (int i = 0; i < n; ++i) {
    const double u = luck.uniform(Purpose::test, static_cast<std::uint64_t>(i), 0, 0);
    points.push_back(low + (high - low) * (i + u) / n);
  }
  return points;
}

/// The same in the logarithm: low and high of one sign.
Points log_grid(double low, double high, int n) {
  Points points = grid(std::log(std::fabs(low)), std::log(std::fabs(high)), n);
  for (double& x : points) x = std::copysign(std::exp(x), low);
  return points;
}

Points operator+(Points a, const Points& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

const Points kSpecial{0.0,    -0.0,   1.0,     -1.0,   kInf,   -kInf,  math::kNan,
                      kTiny,  -kTiny, 1e-310,  1e300,  0.5,    -1e300, 0x1p-1022,
                      709.78, 709.79, -745.13, -745.2, -708.5, -1e-310};

// Each truth is the C library's long double: 64 bits, wrong by far less than an ulp of a double.
TEST(Math, ExpAndExpm1AreWithinTwoUlp) {
  const Points wide = grid(-746, 710, 200'000) + grid(-1, 1, 100'000) + kSpecial;
  const Points small = log_grid(1e-320, 1, 50'000) + log_grid(-1e-320, -1, 50'000);
  expect_within_two_ulp(
      "exp", math::exp, [](double x) { return std::exp(static_cast<long double>(x)); },
      wide + small);
  expect_within_two_ulp(
      "expm1", math::expm1, [](double x) { return std::expm1(static_cast<long double>(x)); },
      wide + small);
}

TEST(Math, LogAndLog1pAreWithinTwoUlp) {
  // Near 1 (log) and near 0 (log1p) the result is small and relative error is what a naive formula
  // loses.
  const Points points = log_grid(kTiny, 1.7e308, 200'000) + grid(0.5, 2, 200'000) +
                        grid(0.999, 1.001, 50'000) + kSpecial;
  expect_within_two_ulp(
      "log", math::log, [](double x) { return std::log(static_cast<long double>(x)); }, points);
  const Points around =
      grid(-1, 2, 200'000) + log_grid(-1e-320, -1, 50'000) + log_grid(1e-320, 1e308, 100'000);
  expect_within_two_ulp(
      "log1p", math::log1p, [](double x) { return std::log1p(static_cast<long double>(x)); },
      around + kSpecial);
}

// Zeros keep their sign through the functions that are odd to first order.
TEST(Math, ZerosKeepTheirSign) {
  EXPECT_TRUE(std::signbit(math::expm1(-0.0)));
  EXPECT_FALSE(std::signbit(math::expm1(0.0)));
  EXPECT_TRUE(std::signbit(math::log1p(-0.0)));
  EXPECT_EQ(math::log(1.0), 0.0);
  EXPECT_EQ(math::exp(0.0), 1.0);
  EXPECT_EQ(math::exp(-0.0), 1.0);
}

// The exponent multiplies the logarithm's error by up to 745, hence its extended logarithm.
TEST(Math, PowIsWithinTwoUlp) {
  const Luck luck(8, 8);
  double worst = 0;
  for (std::uint32_t i = 0; i < 300'000; ++i) {
    const double u = luck.uniform(Purpose::test, i, 0, 0), v = luck.uniform(Purpose::test, i, 1, 0);
    const double spread[] = {700.0, 2.0, 0.005};
    const double x = std::exp((2 * u - 1) * spread[i % 3]);
    const double y = (2 * v - 1) * std::min(745 / std::fabs(std::log(x)), 1e12);
    worst = std::max(worst, ulps(math::pow(x, y), std::pow(static_cast<long double>(x),
                                                           static_cast<long double>(y))));
  }
  EXPECT_LE(worst, 2.0);
}

// C99 Annex F fixes every combination of zeros, infinities, NaN, negative bases and whole
// exponents.
TEST(Math, PowKeepsTheSpecialCasesOfTheStandard) {
  const Points values =
      kSpecial +
      Points{2, -2, 3, -3, 0.5, -0.5, 1.5, -1.5, 9007199254740993.0, -9007199254740991.0, 1e19};
  for (const double x : values) {
    for (const double y : values) {
      const double ours = math::pow(x, y), theirs = std::pow(x, y);
      if (std::isnan(theirs)) {
        EXPECT_TRUE(std::isnan(ours)) << x << " ^ " << y;
      } else {
        EXPECT_EQ(std::signbit(ours), std::signbit(theirs)) << x << " ^ " << y;
        EXPECT_LE(ulps(ours, theirs), 2.0) << x << " ^ " << y;
      }
    }
  }
}

Big big_phi(double x) { return boost::math::erfc(Big(-Big(x) / sqrt(Big(2)))) / 2; }

// Boost.Math in 40 digits: in the far tail even a long double argument of erfc is not exact enough.
TEST(Math, PhiIsWithinTwoUlpInBothTails) {
  const auto fast = [](double x) {
    return boost::math::erfc(-static_cast<long double>(x) / std::sqrt(2.0L)) / 2;
  };
  expect_within_two_ulp("Phi", math::normal_cdf, fast, grid(-4, 9, 50'000));
  const auto exact = [](double x) { return static_cast<long double>(big_phi(x)); };
  expect_within_two_ulp(
      "Phi", math::normal_cdf, exact,
      grid(-38.6, 0, 3000) + log_grid(-1e-300, -1, 300) + Points{0.0, -0.0, -37, -37.5, -38.5});
  const auto pdf = [](double x) {
    const Big z = x;
    return static_cast<long double>(
        Big(exp(Big(-z * z / 2)) / sqrt(2 * boost::math::constants::pi<Big>())));
  };
  expect_within_two_ulp("phi", math::normal_pdf, pdf, grid(-38.6, 38.6, 5000) + Points{0, 1e-300});
  EXPECT_EQ(math::normal_cdf(-kInf), 0.0);
  EXPECT_EQ(math::normal_cdf(kInf), 1.0);
  EXPECT_EQ(math::normal_cdf(0.0), 0.5);
  EXPECT_TRUE(std::isnan(math::normal_cdf(math::kNan)));
}

TEST(Math, LogPhiGoesOnFarBeyondTheRangeOfPhi) {
  // Below -38 Phi is no double any more; its logarithm goes on as -x^2/2. Between 0 and 1 an error
  // of Phi(-x) counts up to 1.65 times, so 2.5 ulp are allowed.
  const auto truth = [](double x) {
    if (x > 0) return static_cast<long double>(boost::math::log1p(Big(-big_phi(-x))));
    return static_cast<long double>(Big(log(big_phi(x))));
  };
  expect_within(2.5, "log Phi", math::log_normal_cdf, truth,
                grid(-38.6, 38, 3000) + grid(-1, 1, 1500) + grid(-900, -38, 100) + Points{0, -1e4});
  EXPECT_EQ(math::log_normal_cdf(-kInf), -kInf);
  EXPECT_EQ(math::log_normal_cdf(kInf), 0.0);
  EXPECT_NEAR(math::log_normal_cdf(-1e8) / -5e15, 1.0, 1e-14);
  EXPECT_TRUE(std::isnan(math::log_normal_cdf(math::kNan)));
}

// Phi(-u) = exp(-u^2/2) / A(u) defines A; its ratio is used where exponents are combined by hand.
TEST(Math, TailRatioIsMillsRatioOverTheRootOfTwoPi) {
  for (const double u : grid(0, 30, 500) + Points{0, 1e-9, 100}) {
    const Big z = u;
    const Big truth = big_phi(-u) * exp(Big(z * z / 2));
    EXPECT_NEAR(static_cast<double>(math::tail_ratio(u) / truth), 1.0, 1.4e-15) << u;
    EXPECT_NEAR(static_cast<double>(math::tail_denominator(u) * truth), 1.0, 1e-15) << u;
  }
  EXPECT_NEAR(math::tail_ratio(1e7) * 1e7 * math::kSqrt2Pi, 1.0, 1e-13);
}

// Wichura states about 16 figures; Boost inverts erfc in long double.
TEST(Math, NormalQuantileInvertsPhi) {
  for (const double p : grid(0, 1, 20'000) + log_grid(1e-300, 1, 5000)) {
    const auto truth = -std::sqrt(2.0L) * boost::math::erfc_inv(2 * static_cast<long double>(p));
    EXPECT_NEAR(math::normal_quantile(p), static_cast<double>(truth),
                1.5e-15 * std::max(1.0, std::fabs(static_cast<double>(truth))))
        << p;
  }
  EXPECT_EQ(math::normal_quantile(0.0), -kInf);
  EXPECT_EQ(math::normal_quantile(1.0), kInf);
  EXPECT_EQ(math::normal_quantile(0.5), 0.0);
  EXPECT_TRUE(std::isnan(math::normal_quantile(-0.1)));
  EXPECT_TRUE(std::isnan(math::normal_quantile(math::kNan)));
  EXPECT_EQ(math::exponential_quantile(0.25), -math::log(0.25));
  for (const double x : log_grid(0x1p-1022, 1e308, 20'000))
    ASSERT_EQ(math::log_of_normal(x), math::log(x)) << x;
}

// Chances from logits: both tails keep their relative precision, and the two sides add up to one.
TEST(Math, LogisticIsPreciseInBothTails) {
  const auto truth = [](double x) { return 1 / (1 + std::exp(-static_cast<long double>(x))); };
  expect_within_two_ulp("logistic", math::logistic, truth,
                        grid(-740, 50, 100'000) + Points{0, kInf, -kInf});
  for (const double x : grid(0, 30, 1000))
    EXPECT_NEAR(math::logistic(x) + math::logistic(-x), 1.0, 1e-15);
}

// A quantile that is not monotone would turn a better chance into a worse result.
TEST(Math, FunctionsAreMonotoneOnFineGrids) {
  const auto rises = [](auto f, double low, double high) {
    double last = f(low);
    for (int i = 1; i <= 200'000; ++i) {
      const double next = f(low + (high - low) * i / 200'000);
      EXPECT_GE(next, last);
      last = next;
    }
  };
  rises(math::exp, -700, 700);
  rises(math::log, 1e-3, 10);
  rises(math::normal_cdf, -37, 8);
  rises(math::log_normal_cdf, -50, 8);
  rises(math::normal_quantile, 1e-6, 1 - 1e-6);
  rises(math::logistic, -30, 30);
}

TEST(Math, BelowLogisticIsTheComparisonItself) {
  const Luck luck(1, 2);
  int yes = 0, close = 0;
  for (std::uint64_t i = 0; i < 200'000; ++i) {
    const double x = -12 + 24 * luck.uniform(Purpose::test, i, 0, 0);
    const double p = math::logistic(x);
    // Anywhere, and as close as numbers come.
    const double u = luck.uniform(Purpose::test, i, 0, 1);
    for (const double each : {u, p, std::nextafter(p, 0.0), std::nextafter(p, 1.0), p + 1e-9}) {
      ASSERT_EQ(math::below_logistic(each, x), each < p) << "u " << each << ", x " << x;
      close += std::fabs(each - p) < 1e-8;
    }
    yes += u < p;
  }
  for (int i = -80; i <= 80; ++i)  // on the steps of the table, and a rounding beside them
    for (const double x : {i / 8.0, std::nextafter(i / 8.0, -20.0), std::nextafter(i / 8.0, 20.0)})
      for (const double p : {math::logistic(x), math::logistic(x + 1e-15)})
        EXPECT_EQ(math::below_logistic(p, x), p < math::logistic(x));
  EXPECT_GT(yes, 80'000);
  EXPECT_GT(close, 500'000);
  EXPECT_FALSE(math::below_logistic(0.5, std::numeric_limits<double>::quiet_NaN()));
  EXPECT_TRUE(math::below_logistic(0.5, 1e300));
  EXPECT_FALSE(math::below_logistic(0.5, -1e300));
}

// A hash over 100,000 results: any compiler, option or CPU that rounds once otherwise shows here.
TEST(Math, GivesTheSameBitsEverywhere) {
  const auto hash = [](auto f, double low, double high) {
    Hasher hasher;
    const Luck luck(1, 1);
    for (std::uint64_t i = 0; i < 100'000; ++i) {
      hasher.add(f(low + (high - low) * luck.uniform(Purpose::test, i, 0, 0)));
    }
    return hex16(hasher.value());
  };
  EXPECT_EQ(hash(math::exp, -750, 712), "e5cc9c36d6235f84");
  EXPECT_EQ(hash(math::expm1, -41, 100), "5708278ea8278dbe");
  EXPECT_EQ(hash(math::log, 0, 100), "4dfc50fe85e6c82e");
  EXPECT_EQ(hash(math::log1p, -1, 100), "9817b291de7b0e58");
  EXPECT_EQ(hash([](double x) { return math::pow(x, 7.3 - x); }, 0, 50), "a37832a9ee8bbc59");
  EXPECT_EQ(hash(math::logistic, -750, 50), "367efdba00bc7645");
  EXPECT_EQ(hash(math::normal_cdf, -39, 9), "85bb720f4149b20d");
  EXPECT_EQ(hash(math::log_normal_cdf, -1000, 40), "fc29350a6bbf20a9");
  EXPECT_EQ(hash(math::normal_pdf, -39, 39), "63a100ac47a77e34");
  EXPECT_EQ(hash(math::normal_quantile, 0, 1), "a6e819e5f82a04ce");
  EXPECT_EQ(hash(math::tail_ratio, 0, 1e3), "1483e43375fe6712");
  EXPECT_EQ(hash(math::tail_denominator, 0, 1e3), "ea25cce4f3a2de1e");
}

// Whatever vectors the CPU has, an array gets the bits that its numbers get one by one.
TEST(Math, ArraysGetTheSameBitsAsSingleNumbers) {
  std::vector<double> xs = {0.0,  -0.0,  1e-320, -1e-320,         746,
                            -746, 1e300, -1e300, math::kInfinity, -math::kInfinity};
  for (int i = 0; i < 20011; ++i) xs.push_back((i - 10000) * 0.0737);
  for (std::size_t n = 0; n <= xs.size(); n = n < 20 ? n + 1 : n + 3998) {
    std::vector<double> e(xs.begin(), xs.begin() + static_cast<std::ptrdiff_t>(n)), l = e, r = e;
    math::exp_all(e.data(), n);
    math::log_all(l.data(), n);
    math::tail_ratio_all(r.data(), n);
    for (std::size_t i = 0; i < n; ++i) {
      ASSERT_EQ(std::bit_cast<std::uint64_t>(e[i]), std::bit_cast<std::uint64_t>(math::exp(xs[i])));
      ASSERT_EQ(std::bit_cast<std::uint64_t>(l[i]), std::bit_cast<std::uint64_t>(math::log(xs[i])));
      ASSERT_EQ(std::bit_cast<std::uint64_t>(r[i]),
                std::bit_cast<std::uint64_t>(math::tail_ratio(xs[i])));
    }
  }
}

}  // namespace
}  // namespace tandem
