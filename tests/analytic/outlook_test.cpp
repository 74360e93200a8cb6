// SPDX-License-Identifier: Apache-2.0
// EVIDENCE part A: A7 and A8 with their printed numbers, A10, and A1, A2, A4 in the limits where
// looking ahead is a plain first-order condition.
#include "sim/plan/outlook.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <bit>
#include <boost/math/distributions/chi_squared.hpp>
#include <cmath>
#include <cstdint>
#include <functional>
#include <vector>

#include "sim/base/luck.h"
#include "sim/base/math.h"
#include "sim/plan/effort.h"

namespace tandem {
namespace {

/// A8's setting with c = s = T = 1 and its closed form.
struct Bonus {
  double b, q;
  [[nodiscard]] Curve pay() const { return Curve::line(0).then(q, 0, b); }
  [[nodiscard]] double more() const { return math::expm1(b); }  // k - 1
  [[nodiscard]] double value(double x, double tau) const {
    return math::log1p(more() * math::normal_cdf((x - q) / std::sqrt(tau)));
  }
  [[nodiscard]] double effort(double x, double tau) const {
    const double root = std::sqrt(tau), z = (x - q) / root;
    return more() * math::normal_pdf(z) / (root * (1.0 + more() * math::normal_cdf(z)));
  }
  [[nodiscard]] double reach() const {
    const double phi = math::normal_cdf(-q);
    return (1.0 + more()) * phi / (1.0 + more() * phi);
  }
};

constexpr Bonus kSmall{1.0, 1.0}, kLarge{2.0, 1.5};

// Cole-Hopf turns A8's control problem into one Normal integral: these four digits stand in
// EVIDENCE.md.
TEST(Outlook, GivesThePrintedNumbersOfTheQuotaBonus) {
  EXPECT_NEAR(kSmall.reach(), 0.3389, 5e-5);
  EXPECT_NEAR(kLarge.reach(), 0.3460, 5e-5);
  EXPECT_NEAR(math::normal_cdf(-kSmall.q), 0.1587, 5e-5);
  EXPECT_NEAR(math::normal_cdf(-kLarge.q), 0.0668, 5e-5);
  EXPECT_NEAR(outlook(kSmall.pay(), 0, 1, 1, 1).value, 0.2411, 5e-5);
  EXPECT_NEAR(outlook(kLarge.pay(), 0, 1, 1, 1).value, 0.3555, 5e-5);
}

// A8 is A7 for one jump, so the general sum must reduce to it, in any units.
TEST(Outlook, EqualsTheClosedFormOfTheQuotaBonus) {
  for (const Bonus& bonus : {kSmall, kLarge, Bonus{6, -0.5}, Bonus{0.01, 2}}) {
    for (double x = -6; x <= 6; x += 0.5) {
      for (const double tau : {1e-4, 0.01, 0.3, 1.0}) {
        const Outlook plain = outlook(bonus.pay(), x, 1, 1, tau);
        EXPECT_NEAR(plain.value, bonus.value(x, tau), 1e-10);
        EXPECT_NEAR(plain.slope, bonus.effort(x, tau), 1e-10 * (1 + plain.slope));
        // Credit in euros, days in a quarter, pay in cents: V scales with pay, x with credit.
        const double credit = 3000, days = 63, money = 100;
        const Curve pay = bonus.pay().along(0, 1 / credit).scaled(money);
        const Outlook scaled = outlook(pay, x * credit, money / (credit * credit) * days,
                                       credit * credit / days, tau * days);
        EXPECT_NEAR(scaled.value / money, plain.value, 1e-10);
        EXPECT_NEAR(scaled.slope * credit / money, plain.slope, 1e-10 * (1 + plain.slope));
      }
    }
  }
}

// V solves V_t + V_x^2 / (2c) + s2 V_xx / 2 = 0: whoever acts on V_x gains what V says, for every
// curve.
TEST(Outlook, SolvesTheHamiltonJacobiEquation) {
  const Curve pay = Curve::line(0.1).then(0.5, 0.6).then(1.0, 1.2, 0.7).then(2.0, 0);
  const double c = 0.8, s2 = 0.5, step = 1e-4;
  for (const double tau : {0.2, 0.6, 1.5}) {
    for (double x = -1; x < 3; x += 0.13) {
      const Outlook here = outlook(pay, x, c, s2, tau);
      const double in_time =
          (outlook(pay, x, c, s2, tau + step).value - outlook(pay, x, c, s2, tau - step).value) /
          (2 * step);
      const Outlook up = outlook(pay, x + step, c, s2, tau),
                    down = outlook(pay, x - step, c, s2, tau);
      EXPECT_NEAR(here.slope, (up.value - down.value) / (2 * step), 1e-6);
      EXPECT_NEAR(in_time,
                  here.slope * here.slope / (2 * c) + s2 * (up.slope - down.slope) / (4 * step),
                  1e-5);
    }
  }
}

// A1: with one straight commission nothing depends on the state: e = b / c at every x and tau.
TEST(Outlook, OneLinearCommissionGivesOneEffort) {
  for (const double b : {0.0, 0.02, 1.0, 30.0}) {
    for (double x = -1e4; x <= 1e4; x += 997) {
      const Outlook point = outlook(Curve::line(b, 7), x, 0.5, 4, 21);
      EXPECT_NEAR(point.slope, b, 1e-12 * b);
      EXPECT_NEAR(point.value, 7 + b * x + b * b / (2 * 0.5) * 21,
                  1e-12 * (7 + std::fabs(b * x) + b * b * 21));
      EXPECT_EQ(chosen_effort(0.3, 2.0, b, 8.0), 0.3 + 2.0 * b / 8.0);
    }
  }
}

// A1: surplus m b/c - b^2/(2c) - r b^2 s2/2 is a parabola in b; the formula names its top.
TEST(Outlook, TheBestCommissionIsTheTopOfTheSurplus) {
  const double m = 1.3, r = 0.7, c = 0.9, s2 = 2.1;
  const auto surplus = [&](double b) { return m * b / c - b * b / (2 * c) - r * b * b * s2 / 2; };
  const double best = best_commission(m, r, c, s2);
  EXPECT_GT(surplus(best), surplus(best * 1.001));
  EXPECT_GT(surplus(best), surplus(best * 0.999));
  EXPECT_NEAR(surplus(best), best_surplus(m, r, c, s2), 1e-14);
  EXPECT_NEAR(best_surplus(1, r, c, s2), 1 / (2 * c * (1 + r * c * s2)), 1e-15);
  EXPECT_LT(best_commission(m, r, c, 2 * s2), best);  // more chance, more salary
}

// A2: a mate's own pay b_T/N of the team's total goes inside the exponent: e = (b_i + b_T/N) / c.
TEST(Outlook, SharingATeamsOutputGivesOneNthOfTheEffort) {
  const double c = 0.7;
  for (int n = 1; n <= 50; ++n) {
    const Outlook own_pay = outlook(Curve::line(1.0).scaled(1.0 / n), 3, c, n * 0.4, 1);
    EXPECT_NEAR(own_pay.slope / c, team_effort(0, 1, n, c), 1e-12);
    EXPECT_NEAR(team_effort(0.2, 0.6, n, c), (0.2 + 0.6 / n) / c, 1e-15);
    const double e = team_effort(0, 1, n, c), first = 1 / c;
    const double share = (e - c * e * e / 2) / (first - c * first * first / 2);
    EXPECT_NEAR(share, (2.0 * n - 1) / (n * n), 1e-12);
  }
}

std::vector<double> split(const std::vector<double>& v, double kappa, double g,
                          double imposed = 0) {
  std::vector<double> e(v.size());
  split_effort(v, kappa, g, imposed, e);
  return e;
}

// A4: the first-order conditions b1 = c e1 + g e2, b2 = c e2 + g e1.
TEST(Outlook, TwoTasksCrowdEachOtherOut) {
  const double c = 2, g = 0.8, b1 = 1.5, b2 = 1.1;
  const auto e = split({b1, b2}, c, g);
  EXPECT_NEAR(e[0], (c * b1 - g * b2) / (c * c - g * g), 1e-15);
  EXPECT_NEAR(e[1], (c * b2 - g * b1) / (c * c - g * g), 1e-15);
  EXPECT_LT(split({b1 + 0.1, b2}, c, g)[1], e[1]);
  EXPECT_NEAR(split({b1}, c, g)[0], b1 / c, 1e-15);
  EXPECT_NEAR(split({b1, b2}, c, 0)[1], b2 / c, 1e-15);
}

// The maximum of a concave function over e >= 0: slope zero where e > 0, not positive where e = 0.
// With imposed hours L every slope is g L lower.
TEST(Outlook, EffortIsSplitAtTheMaximum) {
  const Luck luck(4, 4);
  for (std::uint32_t round = 0; round < 3000; ++round) {
    std::uint32_t next = 0;
    const auto draw = [&] { return luck.uniform(Purpose::test, round, 0, next++); };
    std::vector<double> v(1 + static_cast<std::size_t>(draw() * 8));
    for (double& worth : v) worth = 3 * draw() - 0.7;
    const double kappa = 0.2 + 2 * draw(), g = kappa * draw() * 0.99,
                 imposed = round % 3 == 0 ? draw() : 0.0;
    const auto e = split(v, kappa, g, imposed);
    double sum = imposed;
    for (const double part : e) sum += part;
    for (std::size_t m = 0; m < v.size(); ++m) {
      const double slope = v[m] - kappa * e[m] - g * (sum - e[m]);
      EXPECT_GE(e[m], 0.0);
      if (e[m] > 0) {
        EXPECT_NEAR(slope, 0.0, 1e-10);
      } else {
        EXPECT_LE(slope, 1e-10);
      }
    }
  }
  EXPECT_THROW(split({1, 1}, 1, 1), BrokenInvariant);
}

// A10: beyond a cap one more unit pays nothing; without it every unit pays b.
TEST(Outlook, ACapEndsEffortBeyondItAndItsRemovalRestoresIt) {
  const double b = 0.8, c = 1.6, cap = 2;
  const Curve capped = Curve::line(b).then(cap, 0), free = Curve::line(b);
  double last = 1;
  for (double x = -4; x < 8; x += 0.1) {
    const double e = outlook(capped, x, c, 1, 1).slope / c;
    EXPECT_LE(e, std::min(last, b / c));
    last = e;
    EXPECT_NEAR(outlook(free, x, c, 1, 1).slope / c, b / c, 1e-14);
  }
  EXPECT_LT(last, 1e-8);
  EXPECT_NEAR(outlook(capped, -8, c, 1, 1).slope / c, b / c, 1e-8);
  // A7 for the cap, w by hand: exp(b x / K + rho^2/2) Phi(h) + exp(b cap / K) Phi(-z).
  const double k = c, rho = b / k, x = 1.2, z = cap - x;
  const double w = std::exp(b * x / k + rho * rho / 2) * math::normal_cdf(z - rho) +
                   std::exp(b * cap / k) * math::normal_cdf(-z);
  EXPECT_NEAR(outlook(capped, x, c, 1, 1).value, k * std::log(w), 1e-12);
}

// Effort climbs before a threshold, rests beyond it and gives up out of reach (principle 2).
TEST(Outlook, EffortPeaksBeforeTheQuotaAndGivesUpFarBelow) {
  const Curve pay = kLarge.pay();
  EXPECT_GT(outlook(pay, 1.4, 1, 1, 0.05).slope, outlook(pay, 1.4, 1, 1, 1).slope);
  EXPECT_LT(outlook(pay, 2.6, 1, 1, 0.05).slope, 1e-4);
  EXPECT_LT(outlook(pay, 0.0, 1, 1, 0.05).slope, 1e-6);
}

/// P(reach) when effort is chosen n times at equal distances and held in between: the density of x
/// is carried from choice to choice on a grid (the trapezoid rule is exact to 1e-9 on Normals this
/// wide).
double reach_with_choices(const Bonus& bonus, int choices) {
  const double dt = 1.0 / choices, s = std::sqrt(dt), low = -6, high = 7, h = 0.01;
  std::vector<double> x, density, next, value, effort;
  for (double at = low; at <= high; at += h) x.push_back(at);
  value.resize(x.size());
  effort.resize(x.size());
  const Curve pay = bonus.pay();
  const double first = outlook(pay, 0, 1, 1, 1).slope * dt;
  for (const double at : x) density.push_back(math::normal_pdf((at - first) / s) / s);
  for (int i = 1; i < choices; ++i) {
    outlook(pay, x, 1, 1, 1 - i * dt, value, effort);
    next.assign(x.size(), 0.0);
    const bool last = i + 1 == choices;
    double reached = 0;
    for (std::size_t j = 0; j < x.size(); ++j) {
      const double mean = x[j] + effort[j] * dt, weight = density[j] * h;
      if (weight < 1e-14) continue;
      reached += weight * math::normal_cdf((mean - bonus.q) / s);
      const auto from = static_cast<std::size_t>(std::max(0.0, (mean - 7 * s - low) / h));
      const auto to = std::min(x.size(), static_cast<std::size_t>((mean + 7 * s - low) / h));
      for (std::size_t m = from; !last && m < to; ++m)
        next[m] += weight / s * math::normal_pdf((x[m] - mean) / s);
    }
    if (last) return reached;
    density.swap(next);
  }
  return math::normal_cdf((first - bonus.q) / s);
}

// A8 holds for continuous choice; a rep who chooses weekly (13 times a quarter) or daily (63) loses
// some of it. EVIDENCE's figures for these are rounded from simulations; the grid gives them to
// 1e-5.
TEST(OutlookSimulated, FewerChoicesReachTheQuotaLessOften) {
  const struct {
    Bonus bonus;
    int choices;
    double grid, printed;
  } rows[] = {{kSmall, 13, 0.30588, 0.306},
              {kLarge, 13, 0.28849, 0.290},
              {kSmall, 63, 0.32296, 0.327},
              {kLarge, 63, 0.31866, 0.316}};
  for (const auto& row : rows) {
    const double reach = reach_with_choices(row.bonus, row.choices);
    EXPECT_NEAR(reach, row.grid, 1e-5);
    EXPECT_NEAR(reach, row.printed, 0.005);
  }
}

// The loss is a / sqrt(n) + b / n + ...: from 4, 16 and 64 choices three points of a parabola in
// n^-1/2, whose end at 0 must be the closed form.
TEST(OutlookSimulated, ChoicesExtrapolateToTheClosedForm) {
  for (const Bonus& bonus : {kSmall, kLarge}) {
    const double p4 = reach_with_choices(bonus, 4), p16 = reach_with_choices(bonus, 16),
                 p64 = reach_with_choices(bonus, 64);
    const double once = 2 * p16 - p4, again = 2 * p64 - p16;  // without the term a / sqrt(n)
    EXPECT_NEAR((4 * again - once) / 3, bonus.reach(), 5e-4);
  }
}

constexpr int kPaths = 3000, kFinest = 4000;
constexpr int kSteps[] = {50, 200, 1000, 4000};

/// One path of Brownian motion in 4000 steps, and for each coarser division whether x reaches q
/// when effort is chosen at its division points only. All divisions see the same motion.
std::array<bool, 4> reached(const Bonus& bonus, const Luck& luck, int path) {
  std::array<double, 4> x{}, effort{};
  for (int step = 0; step < kFinest; ++step) {
    const double time = static_cast<double>(step) / kFinest;
    for (std::size_t d = 0; d < 4; ++d) {
      if (step % (kFinest / kSteps[d]) == 0) effort[d] = bonus.effort(x[d], 1 - time);
    }
    const double noise = math::normal_quantile(
        luck.uniform(Purpose::test, static_cast<std::uint64_t>(path), step, 0));
    for (std::size_t d = 0; d < 4; ++d)
      x[d] += effort[d] / kFinest + noise / std::sqrt(static_cast<double>(kFinest));
  }
  std::array<bool, 4> result{};
  for (std::size_t d = 0; d < 4; ++d) result[d] = x[d] >= bonus.q;
  return result;
}

// The same by simulation: holding effort between choices costs O(n^-1/2), so the straight line
// through the four divisions in n^-1/2 must end at the printed number within its own 95 % interval.
// For 50 choices the grid knows the answer, so paths are only asked how much more often the
// extrapolation reaches on the same luck.
TEST(OutlookSimulated, PathsExtrapolatedToContinuousChoiceReachTheQuotaAsPrinted) {
  const Luck luck(20, 0);  // 21 of replications 0 to 23 hold the interval, mean z 0.14
  // Least squares weights of the intercept at n^-1/2 = 0.
  double mean_h = 0, square = 0;
  for (const int n : kSteps) mean_h += 0.25 / std::sqrt(n);
  for (const int n : kSteps) square += std::pow(1 / std::sqrt(n) - mean_h, 2);
  double sum = 0, squares = 0;
  std::array<double, 4> share{};
  for (int path = 0; path < kPaths; ++path) {
    const auto hit = reached(kSmall, luck, path);
    double more = hit[0] ? -1.0 : 0.0;
    for (std::size_t d = 0; d < 4; ++d) {
      const double h = 1 / std::sqrt(kSteps[d]);
      more += hit[d] ? 0.25 - mean_h * (h - mean_h) / square : 0.0;
      share[d] += hit[d] ? 1.0 / kPaths : 0.0;
    }
    sum += more;
    squares += more * more;
  }
  const double mean = sum / kPaths, estimate = reach_with_choices(kSmall, 50) + mean;
  const double error = std::sqrt((squares / kPaths - mean * mean) / kPaths);
  EXPECT_NEAR(estimate, 0.3389, 1.96 * error);
  EXPECT_LT(1.96 * error, 0.01);
  const double printed[] = {0.320, 0.331, 0.333, 0.336};
  for (std::size_t d = 0; d < 4; ++d)
    EXPECT_NEAR(share[d], printed[d], 2.58 * std::sqrt(0.22 / kPaths));
}

// Girsanov: under the best response the final credit has density exp(P / (c s2)) times the
// Normal's, renormalised. Kinks, an accelerator and a cap; effort comes from outlook() at each of
// 250 steps.
TEST(OutlookSimulated, FinalSalesHaveTheTiltedNormalDensity) {
  const Curve pay = Curve::line(0.2).then(0.3, 1.5).then(1.2, 0.1);
  const double c = 0.6, s2 = 0.9, tau = 1.0, k = c * s2;
  const int paths = 10'000, steps = 250, bins = 20;
  // The distribution function on a fine grid.
  std::vector<double> at, below;
  double total = 0;
  for (double x = -6; x < 8; x += 0.001) {
    total += std::exp(pay(x) / k) * math::normal_pdf(x / std::sqrt(s2));
    at.push_back(x);
    below.push_back(total);
  }
  const Luck luck(9, 1);
  std::vector<int> cells(bins);
  std::vector<double> x(1), value(1), slope(1);
  for (int path = 0; path < paths; ++path) {
    x[0] = 0;
    for (int step = 0; step < steps; ++step) {
      outlook(pay, x, c, s2, tau * (1 - static_cast<double>(step) / steps), value, slope);
      const double u = luck.uniform(Purpose::test, static_cast<std::uint64_t>(path), step, 1);
      x[0] += slope[0] / c * tau / steps + std::sqrt(s2 * tau / steps) * math::normal_quantile(u);
    }
    const auto place =
        static_cast<std::size_t>(std::lower_bound(at.begin(), at.end(), x[0]) - at.begin());
    const double u = below[std::min(place, below.size() - 1)] / total;
    ++cells[static_cast<std::size_t>(std::min(u * bins, bins - 1.0))];
  }
  double statistic = 0;
  const double expected = static_cast<double>(paths) / bins;
  for (const int count : cells) statistic += (count - expected) * (count - expected) / expected;
  EXPECT_GT(
      boost::math::cdf(boost::math::complement(boost::math::chi_squared(bins - 1), statistic)),
      0.001);
}

// Many points at once, in the widest vectors there are, one by one, and the slope alone: the same bits.
TEST(Outlook, IsTheSameBitForBitHoweverItIsAskedFor) {
  const auto bits = [](double x) { return std::bit_cast<std::uint64_t>(x); };
  const Curve bends = Curve::line(0.04).then(80, 0.06).then(100, 0.09, 2).then(250, 0);
  const Curve drops = Curve::line(0).then(0.2, 0.5, 1).then(0.21, 0, -0.3).then(3, 1);
  for (const Curve& pay : {kSmall.pay(), kLarge.pay(), bends, drops, Curve::line(1, 2)}) {
    for (const double c : {1e-4, 1.0, 30.0}) {
      for (const double tau : {0.0, 1e-13, 0.2, 40.0}) {
        std::array<double, 11> x, value, slope;
        for (std::size_t i = 0; i < x.size(); ++i)
          x[i] = -20 + 0.7 * static_cast<double>(i * i * i) / (1 + tau);
        outlook(pay, x, c, 1.7, tau, value, slope);
        for (std::size_t i = 0; i < x.size(); ++i) {
          const Outlook one = outlook(pay, x[i], c, 1.7, tau);
          EXPECT_EQ(bits(value[i]), bits(one.value)) << x[i];
          EXPECT_EQ(bits(slope[i]), bits(one.slope)) << x[i];
          EXPECT_EQ(bits(outlook_slope(pay, x[i], c, 1.7, tau)), bits(one.slope)) << x[i];
        }
      }
    }
  }
}

}  // namespace
}  // namespace tandem
