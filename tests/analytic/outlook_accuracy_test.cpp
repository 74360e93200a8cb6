// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "sim/base/hash.h"
#include "sim/base/luck.h"
#include "sim/base/math.h"
#include "tests/analytic/outlook_oracle.h"

namespace tandem {
namespace {

using oracle::Problem;

Outlook solve(const Problem& p) { return outlook(p.pay, p.x, p.c, p.s2, p.tau); }

void expect_quadrature(const Problem& p, std::uint64_t number) {
  const oracle::Exact exact = oracle::by_quadrature(p);
  const Outlook ours = solve(p);
  const double gain = std::fabs(static_cast<double>(exact.value) - p.pay(p.x));
  EXPECT_LE(std::fabs(static_cast<double>(ours.value - exact.value)),
            1e-10 * gain + 1e-14 * (p.k() + std::fabs(ours.value)))
      << "value of problem " << number;
  EXPECT_LE(std::fabs(static_cast<double>(ours.slope - exact.slope)),
            1e-10 * std::fabs(static_cast<double>(exact.slope)) + 1e-13 * p.k() / p.sigma())
      << "slope of problem " << number;
}

// The closed form completes squares; quadrature in long double knows nothing of that.
TEST(OutlookAccuracy, EqualsQuadratureOnThousandsOfCurves) {
  for (std::uint64_t i = 0; i < 3000; ++i) expect_quadrature(oracle::random_problem(i), i);
}

// With breakpoints up to 30 spreads away everything that counts happens in the tails of Phi.
TEST(OutlookAccuracy, EqualsQuadratureInFarTails) {
  for (std::uint64_t i = 10'000; i < 11'000; ++i)
    expect_quadrature(oracle::random_problem(i, 30.0), i);
}

// Breakpoints closer than a twentieth of a spread: differences of two Phi that nearly cancel.
TEST(OutlookAccuracy, EqualsQuadratureOnNarrowSegments) {
  for (std::uint64_t i = 20'000; i < 21'000; ++i)
    expect_quadrature(oracle::random_problem(i, 0.03), i);
  for (std::uint64_t i = 30'000; i < 30'300; ++i)
    expect_quadrature(oracle::random_problem(i, 1e-7), i);
}

// One bonus B at q (A8): V_x / c = s (k-1) phi / (sqrt(tau) (1 + (k-1) Phi)), also where reaching q
// is hopeless and the slope is a tiny number that quadrature would lose.
TEST(OutlookAccuracy, KeepsTheRelativeErrorOfHopelessBonuses) {
  for (double z = -36; z <= 36; z += 0.25) {
    for (const double b : {1e-9, 1e-3, 0.1, 1.0, 20.0, 600.0}) {
      const Curve pay = Curve::line(0).then(-2.5 * z, 0, b);  // spread 2.5, x = 0, K = 1
      const long double phi =
          std::exp(-static_cast<long double>(z) * z / 2) / 2.506628274631000502L;
      const long double cdf = std::erfc(-static_cast<long double>(z) / std::sqrt(2.0L)) / 2;
      const long double more = std::expm1(static_cast<long double>(b));
      const long double slope = more * phi / (2.5L * (1 + more * cdf));
      const Outlook ours = outlook(pay, 0, 0.5, 2.0, 2.5 * 2.5 / 2);
      EXPECT_NEAR(static_cast<double>(ours.slope / slope), 1.0, 1e-10) << z << " " << b;
      EXPECT_NEAR(ours.value, static_cast<double>(std::log1p(more * cdf)), 1e-10 * b);
    }
  }
}

// MODEL section 6 has V at 8 knots of x: what a batch gives must be what single points give, bit
// for bit.
TEST(OutlookAccuracy, BatchesEqualSinglePointsBitForBit) {
  Hasher hash;
  for (std::uint64_t i = 0; i < 500; ++i) {
    const Problem p = oracle::random_problem(i);
    std::vector<double> x(9), value(9), slope(9);
    for (std::size_t j = 0; j < x.size(); ++j)
      x[j] = p.x + p.sigma() * (static_cast<double>(j) - 4);
    outlook(p.pay, x, p.c, p.s2, p.tau, value, slope);
    for (std::size_t j = 0; j < x.size(); ++j) {
      const Outlook single = outlook(p.pay, x[j], p.c, p.s2, p.tau);
      ASSERT_EQ(single.value, value[j]);
      ASSERT_EQ(single.slope, slope[j]);
    }
  }
  // One fixed set of problems, whose breakpoints need no exp of the C library: the same bits
  // everywhere.
  for (int i = 0; i < 2000; ++i) {
    oracle::Draw draw(static_cast<std::uint64_t>(i));
    const double u[] = {draw(0, 1), draw(-1, 0), draw(0, 2),   draw(-1, 3),  draw(0, 1), draw(0, 4),
                        draw(1, 3), draw(-3, 3), draw(0.1, 2), draw(0.1, 2), draw(0, 3)};
    const Curve pay = Curve::line(u[0]).then(u[1], u[2], u[3]).then(u[4], u[5]).then(u[6], 0);
    const Outlook point = outlook(pay, u[7], u[8], u[9], u[10]);
    hash.add(point.value);
    hash.add(point.slope);
  }
  EXPECT_EQ(hex16(hash.value()), "4b985703107c7999");
}

// tau -> 0: nothing can change any more, the pay is what it is.
TEST(OutlookLimits, AtThePeriodsEndItIsThePayItself) {
  for (std::uint64_t i = 0; i < 300; ++i) {
    Problem p = oracle::random_problem(i);
    p.tau = 0;
    EXPECT_EQ(solve(p).value, p.pay(p.x));
    EXPECT_EQ(solve(p).slope, p.pay.slope_at(p.x));
    p.tau = 1e-18 * p.sigma() * p.sigma() / p.s2;
    const double drift = p.pay.slope_at(p.x) * p.pay.slope_at(p.x) * p.tau / (2 * p.c);
    EXPECT_NEAR(solve(p).value, p.pay(p.x) + drift, 1e-6 * p.k());
  }
}

// s2 -> 0: Hopf and Lax's formula, one chooser without chance; the closed form converges to it.
TEST(OutlookLimits, WithoutChanceItIsTheBestEndPoint) {
  const Curve bonus = Curve::line(0).then(1, 0, 1);
  const Outlook near =
      outlook(bonus, 0.5, 1, 0, 1);  // worth 1 - c (q - x)^2 / (2 tau), effort (q - x) / tau
  EXPECT_DOUBLE_EQ(near.value, 0.875);
  EXPECT_DOUBLE_EQ(near.slope, 0.5);
  const Outlook far = outlook(bonus, -2, 1, 0, 1);  // costs 4.5, pays 1: gives up
  EXPECT_EQ(far.value, 0.0);
  EXPECT_EQ(far.slope, 0.0);
  for (std::uint64_t i = 0; i < 300; ++i) {
    Problem p = oracle::random_problem(i);
    const Outlook sure = outlook(p.pay, p.x, p.c, 0, p.tau);
    const Outlook almost = outlook(p.pay, p.x, p.c, p.s2 * 1e-13, p.tau);
    EXPECT_NEAR(almost.value, sure.value, 1e-9 * (std::fabs(sure.value) + p.k())) << i;
  }
}

// c s2 -> infinity: effort is too dear, so V is expected pay and its slope what chance alone gives.
TEST(OutlookLimits, WithEffortTooDearItIsExpectedPay) {
  for (const double c : {1e6, 1e9, 1e12, 1e20, 1e200}) {
    const Curve pay = Curve::line(0).then(1, 0, 1).then(2, 0.5);
    const Outlook point = outlook(pay, 0, c, 1, 1);
    const double mean =
        math::normal_cdf(-1.0) + 0.5 * (math::normal_pdf(2.0) - 2 * math::normal_cdf(-2.0));
    EXPECT_NEAR(point.value, mean, 1e-10 + 1 / c) << c;
    EXPECT_NEAR(point.slope, math::normal_pdf(1.0) + 0.5 * math::normal_cdf(-2.0), 1e-10 + 1 / c)
        << c;
  }
}

// Where the formula for small variation takes over, both must agree to what the next term is worth.
TEST(OutlookLimits, HasNoStepWhereEffortBecomesDear) {
  const Curve pay = Curve::line(0).then(1, 0, 1).then(2, 0.5);
  for (double c = 1e3; c < 1e8; c *= 1.3) {
    const Outlook a = outlook(pay, 0.3, c, 1, 1), b = outlook(pay, 0.3, c * 1.3, 1, 1);
    EXPECT_NEAR(a.value, b.value, 0.2 / c);
    EXPECT_GT(a.value, b.value - 1e-11);
  }
}

// Nothing a scenario can hold may give NaN: bonuses of 1e12 K, a million spreads away, no time, no
// chance.
TEST(OutlookLimits, ExtremesGiveFiniteNumbers) {
  const double extremes[] = {0, 1e-300, 1e-30, 1e-6, 1, 1e6, 1e30, 1e100};
  for (const double s2 : extremes) {
    for (const double tau : extremes) {
      for (const double c : {1e-30, 1e-6, 1.0, 1e6, 1e30}) {
        for (const double x : {-1e6, -1.0, 0.0, 1.0, 1e6}) {
          for (const double bonus : {0.0, 1e-12, 1.0, 1e12, -1e12}) {
            const Curve pay = Curve::line(0, 5).then(1, 1, bonus).then(1 + 1e-9, 0.5).then(1e3, 0);
            const Outlook point = outlook(pay, x, c, s2, tau);
            ASSERT_TRUE(std::isfinite(point.value) && std::isfinite(point.slope))
                << s2 << " " << tau << " " << c << " " << x << " " << bonus << ": " << point.value
                << " " << point.slope;
            // V lies between the best and the worst a choice without chance could do, up to what
            // chance adds.
            if (bonus >= 0) {
              EXPECT_GE(point.value, 5 - 1e-9);
              EXPECT_GE(point.slope, -1e-9);
            }
          }
        }
      }
    }
  }
}

TEST(OutlookLimits, RefusesParametersWithoutMeaning) {
  // A negative variance or cost is a fault of the caller, not something to repair.
  const Curve pay = Curve::line(1);
  EXPECT_THROW((void)outlook(pay, 0, 0, 1, 1), BrokenInvariant);
  EXPECT_THROW((void)outlook(pay, 0, 1, -1, 1), BrokenInvariant);
  EXPECT_THROW((void)outlook(pay, 0, 1, 1, -1), BrokenInvariant);
  EXPECT_THROW((void)outlook(pay, 0, std::nan(""), 1, 1), BrokenInvariant);
}

// A table is a cubic between its knots: exact at the knots, smooth across them, straight outside.
TEST(OutlookTable, IsExactAtKnotsAndSmoothBetween) {
  const Curve pay = Curve::line(0.02).then(0.8, 0.05).then(1.0, 0.08, 0.3).then(1.5, 0.02);
  const double c = 0.3, s2 = 0.2, tau = 0.7;
  const Table table(pay, -0.5, 2.0, c, s2, tau);
  ASSERT_EQ(table.knots(), Table::kKnots);
  for (int i = 0; i < Table::kKnots; ++i) {
    const double x = -0.5 + 2.5 / (Table::kKnots - 1) * i;
    const Outlook exact = outlook(pay, x, c, s2, tau);
    EXPECT_NEAR(table.value(x), exact.value, 1e-14);
    EXPECT_NEAR(table.slope(x), exact.slope, 1e-13);
  }
  for (double x = -1; x < 2.5; x += 0.01) {
    EXPECT_NEAR(table.slope(x), (table.value(x + 1e-6) - table.value(x - 1e-6)) / 2e-6, 2e-6);
    const Outlook exact = outlook(pay, std::clamp(x, -0.5, 2.0), c, s2, tau);
    if (x >= -0.5 && x <= 2.0) {
      EXPECT_NEAR(table.value(x), exact.value, 2e-3);
      EXPECT_NEAR(table.slope(x), exact.slope, 2e-2);
    } else {
      EXPECT_EQ(table.slope(x), exact.slope);
    }
  }
}

// Few knots are taken only where they serve: what a deal of size z adds is right to 1 % of the most
// it could add, for plans of every shape.
TEST(OutlookTable, FewKnotsServeWhereTheyAreTaken) {
  const Luck luck(3, 0);
  int few = 0, many = 0;
  for (std::uint32_t number = 0; number < 5000; ++number) {
    std::uint32_t draws = 0;
    const auto in = [&](double low, double high) {
      return low + (high - low) * luck.uniform(Purpose::test, number, 0, draws++);
    };
    const double quota = in(2, 10), bonus = number % 3 == 0 ? in(0, 0.5) : 0;
    const Curve pay = Curve::line(in(0, 0.05))
                          .then(in(0.3, 0.9) * quota, in(0.02, 0.1))
                          .then(quota, in(0.02, 0.15), bonus)
                          .then(2.5 * quota, 0);
    const double days = in(1, 63), s2 = std::max(in(0.02, 0.15), 1 / days), c = in(0.005, 4);
    const double x = in(0, 1.2) * quota;
    const Table table(pay, x, x + 4, c, s2, days);
    (table.knots() == Table::kFewKnots ? few : many) += 1;
    if (table.knots() != Table::kFewKnots) continue;
    double steepest = 0;
    for (double z = 0; z <= 4; z += 0.25)
      steepest = std::max(steepest, outlook(pay, x + z, c, s2, days).slope);
    for (double z = 0.05; z < 4; z += 0.15) {
      const double exact = outlook(pay, x + z, c, s2, days).value;
      ASSERT_NEAR(table.value(x + z), exact, 0.01 * steepest * std::min(z, 1.0))
          << "plan " << number << ", z " << z;
    }
  }
  EXPECT_GT(few, 150);
  EXPECT_GT(many, 150);
}

}  // namespace
}  // namespace tandem
