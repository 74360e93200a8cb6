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

/// Nothing below the minimum, the curve's own value from there on.
Curve cut_below(const Curve& curve, double minimum) {
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

/// Sum of prizes by rank, given each rival's chance to be ahead (Poisson binomial, worked rival by
/// rival); `self` is left out.
template <class Chance>
double prize_at_rank(std::span<const double> prizes, int rivals, int self, Chance chance) {
  const std::size_t places = std::min(prizes.size(), kMostPrizes);
  std::array<double, kMostPrizes> ahead;  // chance that exactly k rivals are ahead
  std::fill_n(ahead.begin(), places, 0.0);
  ahead[0] = 1;
  for (int i = 0; i < rivals; ++i) {
    if (i == self) continue;
    const double p = chance(i);
    for (std::size_t k = places; k-- > 1;) ahead[k] = ahead[k] * (1 - p) + ahead[k - 1] * p;
    ahead[0] *= 1 - p;
  }
  double sum = 0;
  for (std::size_t k = 0; k < places; ++k) sum += prizes[k] * ahead[k];
  return sum;
}

}  // namespace

double expected_prize(std::span<const double> prizes, std::span<const Rival> rivals, double x) {
  if (prizes.empty()) return 0;
  return prize_at_rank(prizes, static_cast<int>(rivals.size()), -1,
                       [&](int i) { return beats(rivals[static_cast<std::size_t>(i)], x); });
}

void ContestField::Knots::place(std::span<const double> prizes, std::span<const Rival> among,
                                std::span<const Rival> rivals) {
  n = 0;
  if (prizes.empty() || among.empty()) return;
  double low = among[0].mean, high = low;
  for (const Rival& rival : among) {
    const double reach = 3.5 * std::max(rival.sd, 1e-6 * (1 + std::abs(rival.mean)));
    low = std::min(low, rival.mean - reach);
    high = std::max(high, rival.mean + reach);
  }
  const double bottom = expected_prize(prizes, among, low);
  const double top = expected_prize(prizes, among, high);
  // Where the prize has made a share of its way up: it rises in x, so halving finds the place.
  constexpr std::array<double, kKnots> kShares{0.002, 0.05, 0.18, 0.38, 0.62, 0.82, 0.95, 0.998};
  double from = low;
  for (const double share : kShares) {
    double to = high;
    for (int i = 0; i < 24; ++i) {
      const double middle = from + (to - from) / 2;
      const bool below = expected_prize(prizes, among, middle) < bottom + share * (top - bottom);
      (below ? from : to) = middle;
    }
    // Several knots in one place (rivals without spread) are one.
    if (n == 0 || to > at[static_cast<std::size_t>(n - 1)]) at[static_cast<std::size_t>(n++)] = to;
  }
  beats.resize(static_cast<std::size_t>(n) * rivals.size());
  for (std::size_t k = 0; k < static_cast<std::size_t>(n); ++k)
    for (std::size_t i = 0; i < rivals.size(); ++i)
      beats[k * rivals.size() + i] = tandem::beats(rivals[i], at[k]);
}

void ContestField::see(std::span<const double> prizes, std::span<const Rival> rivals) {
  means_.clear();
  for (const Rival& rival : rivals) means_.push_back(rival.mean);
  outside_.place(prizes, rivals, rivals);
  all_but_first_.assign(rivals.begin(), rivals.end());
  if (!rivals.empty())
    all_but_first_.erase(std::ranges::max_element(all_but_first_, {}, &Rival::mean));
  inside_.place(prizes, all_but_first_, rivals);
}

Curve ContestField::curve(std::span<const double> prizes, int self, double minimum) const {
  if (prizes.empty()) return Curve::line(0);
  const int rivals = static_cast<int>(means_.size());
  constexpr int kMany = 250;  // one more or less among so many moves nothing
  if (rivals > kMany) self = -1;
  const int others = rivals - (self >= 0 ? 1 : 0);
  if (others == 0) return Curve::line(0).then(std::max(minimum, 0.01), 0, prizes[0]);
  const bool wins = self >= 0 && std::ranges::count_if(means_, [&](double mean) {
                                   return mean > means_[static_cast<std::size_t>(self)];
                                 }) < static_cast<std::ptrdiff_t>(prizes.size());
  const Knots& knots = wins ? inside_ : outside_;
  // Far below all of them, and far above.
  const auto last = static_cast<std::size_t>(others);
  const double bottom = last < prizes.size() ? prizes[last] : 0, top = prizes[0];
  const auto n = static_cast<std::size_t>(knots.n);
  std::array<double, kKnots> value;
  for (std::size_t k = 0; k < n; ++k) {
    const double* chances = &knots.beats[k * means_.size()];
    value[k] = prize_at_rank(prizes, rivals, self, [&](int i) { return chances[i]; });
  }
  value[0] = bottom;
  value[n - 1] = top;
  Curve curve = Curve::line(0, bottom, knots.at[0]);
  for (std::size_t k = 0; k < n; ++k) {
    const double slope =
        k + 1 < n ? (value[k + 1] - value[k]) / (knots.at[k + 1] - knots.at[k]) : 0.0;
    curve = curve.then(knots.at[k], slope, value[k] - curve(knots.at[k]));
  }
  return minimum > 0 ? cut_below(curve, minimum) : curve;
}

Curve contest_curve(std::span<const double> prizes, std::span<const Rival> rivals, double minimum) {
  ContestField field;
  field.see(prizes, rivals);
  return field.curve(prizes, -1, minimum);
}

}  // namespace tandem
