// SPDX-License-Identifier: Apache-2.0
#include "sim/plan/contest.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "sim/base/check.h"
#include "sim/base/math.h"

namespace tandem {

namespace {

constexpr std::size_t kMostPrizes = 64;

/// Chance that a rival ends above x.
double beats(const Rival& rival, double x) {
  if (rival.sd > 0) return math::normal_cdf((rival.mean - x) / rival.sd);
  return rival.mean > x ? 1 : 0;
}

}  // namespace

double expected_prize(std::span<const double> prizes, std::span<const Rival> rivals, double x) {
  const std::size_t places = std::min(prizes.size(), kMostPrizes);
  // ahead[k]: chance that exactly k rivals are ahead (Poisson binomial, worked rival by rival).
  std::array<double, kMostPrizes> ahead{};
  ahead[0] = 1;
  for (const Rival& rival : rivals) {
    const double p = beats(rival, x);
    for (std::size_t k = places; k-- > 1;) ahead[k] = ahead[k] * (1 - p) + ahead[k - 1] * p;
    ahead[0] *= 1 - p;
  }
  double sum = 0;
  for (std::size_t k = 0; k < places; ++k) sum += prizes[k] * ahead[k];
  return sum;
}

Curve contest_curve(std::span<const double> prizes, std::span<const Rival> rivals, double minimum) {
  if (prizes.empty()) return Curve::line(0);
  if (rivals.empty()) return Curve::line(0).then(std::max(minimum, 0.01), 0, prizes[0]);
  double low = rivals[0].mean, high = low;
  for (const Rival& rival : rivals) {
    const double reach = 3.5 * std::max(rival.sd, 1e-6 * (1 + std::abs(rival.mean)));
    low = std::min(low, rival.mean - reach);
    high = std::max(high, rival.mean + reach);
  }
  const auto pay = [&](double x) { return expected_prize(prizes, rivals, x); };
  const double bottom = pay(low), top = pay(high);
  // Where the prize has made a share of its way up: P rises in x, so halving finds it.
  const auto find = [&](double share) {
    double from = low, to = high;
    for (int i = 0; i < 40; ++i) {
      const double middle = from + (to - from) / 2;
      (pay(middle) < bottom + share * (top - bottom) ? from : to) = middle;
    }
    return to;
  };
  constexpr std::array<double, 8> kShares{0.002, 0.05, 0.18, 0.38, 0.62, 0.82, 0.95, 0.998};
  std::array<double, 8> at{}, value{};
  std::size_t knots = 0;
  Curve curve = Curve::line(0, bottom, low);
  for (std::size_t i = 0; i < kShares.size(); ++i) {
    const double x = find(kShares[i]);
    const double p = i == 0 ? bottom : i + 1 == kShares.size() ? top : pay(x);
    // Several knots in one place (rivals without spread) are a jump.
    if (knots > 0 && !(x > at[knots - 1])) {
      value[knots - 1] = p;
    } else {
      at[knots] = x;
      value[knots++] = p;
    }
  }
  for (std::size_t i = 0; i < knots; ++i) {
    const double slope = i + 1 < knots ? (value[i + 1] - value[i]) / (at[i + 1] - at[i]) : 0.0;
    curve = curve.then(at[i], slope, value[i] - curve(at[i]));
  }
  if (minimum > 0) {
    // Nothing below the minimum, the contest's own value from there on.
    Curve cut = Curve::line(0, 0, minimum);
    const int first = curve.segment(minimum);
    for (int j = first; j < curve.segments; ++j) {
      const auto i = static_cast<std::size_t>(j);
      const double from = j == first ? minimum : curve.at[i];
      const auto next = static_cast<std::size_t>(cut.segments++);
      cut.at[next] = from;
      cut.level[next] = curve.line_at(j, from);
      cut.slope[next] = curve.slope[i];
    }
    return cut;
  }
  return curve;
}

}  // namespace tandem
