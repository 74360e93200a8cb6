// SPDX-License-Identifier: Apache-2.0
#include "sim/plan/curve.h"

#include <gtest/gtest.h>

#include "tests/analytic/outlook_oracle.h"

namespace tandem {
namespace {

// 2 % to 80, then 5 %, 30 more on reaching 100, nothing beyond 150.
Curve plan() { return Curve::line(0.02).then(80, 0.05).then(100, 0.08, 30).then(150, 0); }

// A plan is read as it is written: rates between breakpoints, a bonus on them.
TEST(Curve, PaysWhatThePlanSays) {
  const Curve pay = plan();
  EXPECT_DOUBLE_EQ(pay(-50), -1.0);
  EXPECT_DOUBLE_EQ(pay(80), 1.6);
  EXPECT_DOUBLE_EQ(pay.below(100), 2.6);
  EXPECT_DOUBLE_EQ(pay(100), 32.6);
  EXPECT_DOUBLE_EQ(pay.jump(2), 30);
  EXPECT_DOUBLE_EQ(pay(150), 36.6);
  EXPECT_DOUBLE_EQ(pay(1e6), 36.6);
  EXPECT_EQ(pay.slope_at(99.9), 0.05);
  EXPECT_EQ(pay.slope_at(100), 0.08);
  EXPECT_EQ(pay.slope_at(1e9), 0);
}

// Reaching the quota pays: the jump belongs to the upper side.
TEST(Curve, AJumpBelongsToItsUpperSide) {
  const Curve bonus = Curve::line(0).then(100, 0, 5);
  EXPECT_EQ(bonus(100), 5);
  EXPECT_EQ(bonus.below(100), 0);
  EXPECT_EQ(bonus(std::nextafter(100, 0)), 0);
}

// Elements on one measure add up inside the exponent, so the sum must be the sum at every point.
TEST(Curve, AddsPointByPoint) {
  for (std::uint64_t i = 0; i < 500; ++i) {
    const oracle::Problem a = oracle::random_problem(2 * i), b = oracle::random_problem(2 * i + 1);
    const Curve other = b.pay.along(b.x - a.x * b.sigma() / a.sigma(), b.sigma() / a.sigma());
    Curve sum = a.pay;
    sum.add(other);
    const double size = std::fabs(a.k()) * 500 + std::fabs(b.k()) * 500;
    for (double z = -25; z < 25; z += 0.37) {
      const double x = a.x + z * a.sigma();
      EXPECT_NEAR(sum(x), a.pay(x) + other(x), 1e-12 * size);
      EXPECT_NEAR(sum.slope_at(x), a.pay.slope_at(x) + other.slope_at(x), 1e-12 * size / a.sigma());
    }
  }
}

TEST(Curve, MergesEqualBreakpointsAndDropsIdleOnes) {
  // Two bonuses at one quota are one jump; a bonus and its opposite are none.
  Curve curve = plan();
  curve.add(plan());
  EXPECT_EQ(curve.segments, 4);
  EXPECT_EQ(curve(100), 2 * plan()(100));
  curve.add(curve);
  EXPECT_EQ(curve(120), 4 * plan()(120));
  Curve nothing = Curve::line(1).then(5, 1, 3);
  nothing.add(Curve::line(0).then(5, 0, -3));
  EXPECT_EQ(nothing.segments, 1);
  EXPECT_EQ(nothing.slope[0], 1);
}

// The lowest breakpoint may lie below the place where the first level was given.
TEST(Curve, TheFirstSegmentReachesDownForEver) {
  const Curve curve = Curve::line(2, 10, 50).then(20, 0);
  EXPECT_EQ(curve(20), -50);
  EXPECT_EQ(curve(0), -90);
  EXPECT_EQ(curve(1000), -50);
}

// Units: credit counted in thousands, pay in cents.
TEST(Curve, ScalesPayAndCredit) {
  const Curve pay = plan(), other = pay.along(10, 2).scaled(100);
  for (double u = -10; u < 100; u += 0.7) EXPECT_NEAR(other(u), 100 * pay(10 + 2 * u), 1e-9);
  EXPECT_NEAR(other.slope_at(46), 100 * 2 * 0.08, 1e-12);
}

TEST(Curve, StopsWhenItIsFull) {
  // Fixed capacity keeps curves off the heap; a plan that needs more must be refused, not cut.
  Curve curve = Curve::line(0);
  for (int i = 1; i < Curve::kMost; ++i) curve = curve.then(i, i);
  EXPECT_THROW((void)curve.then(100, 0), BrokenInvariant);
  EXPECT_THROW(curve.add(Curve::line(0).then(0.5, 1)), BrokenInvariant);
  EXPECT_THROW((void)Curve::line(0).then(3, 1).then(3, 2), BrokenInvariant);
}

}  // namespace
}  // namespace tandem
