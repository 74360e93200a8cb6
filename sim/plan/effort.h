// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "sim/base/check.h"

namespace tandem {

/// Effort (multiplier of a normal day) of someone for whom a unit of credit is worth `slope`: e0 by
/// conscience plus r slope / kappa, r credit a day at effort 1, kappa cost of effort in money a day
/// (MODEL section 6).
[[nodiscard]] constexpr double chosen_effort(double e0, double r, double slope, double kappa) {
  return e0 + r * slope / kappa;
}

/// A1: the commission that is best for a firm with margin m, a seller of risk aversion r, cost c
/// and variance s2, m / (1 + r c s2); effort under it is rate / c.
[[nodiscard]] constexpr double best_commission(double margin, double risk_aversion, double c,
                                               double s2) {
  return margin / (1.0 + risk_aversion * c * s2);
}

/// A1: surplus per period under the best commission, m^2 / (2 c (1 + r c s2)).
[[nodiscard]] constexpr double best_surplus(double margin, double risk_aversion, double c,
                                            double s2) {
  return margin * margin / (2.0 * c * (1.0 + risk_aversion * c * s2));
}

/// A2: effort of one of n mates paid `own` on the own result and an equal part of `team` on the
/// team's.
[[nodiscard]] constexpr double team_effort(double own, double team, int n, double c) {
  return (own + team / n) / c;
}

/// A4 and MODEL section 3: how one decision divides effort over activities worth v[m] a day, at the
/// cost kappa/2 sum e_m^2 + g sum_{m<n} e_m e_n with 0 <= g < kappa, when `imposed` effort is spent
/// already:
///   e_m = (v_m' - g S / (kappa + (M - 1) g)) / (kappa - g),  v_m' = v_m - g imposed,  S = sum of
///   v'.
/// An activity with a negative share is dropped and the rest solved again. Dropping raises the bar
/// g S / (kappa + (M - 1) g) that the others must pass, so none of those dropped would come back:
/// what remains is the maximum. At most 64 activities, no allocation.
inline void split_effort(std::span<const double> v, double kappa, double g, double imposed,
                         std::span<double> e) {
  CHECK(g >= 0.0 && g < kappa, "the cross cost of effort must lie in [0, kappa)");
  CHECK(v.size() <= 64 && e.size() == v.size(), "effort is divided over at most 64 activities");
  const double lowered = g * imposed;
  std::array<std::uint8_t, 64> kept;  // the activities not dropped, in their order
  std::size_t n = v.size();
  for (std::size_t i = 0; i < n; ++i) kept[i] = static_cast<std::uint8_t>(i);
  for (std::size_t before = n + 1; n < before;) {
    before = n;
    double sum = 0.0;
    for (std::size_t i = 0; i < before; ++i) sum += v[kept[i]] - lowered;
    const double bar = g * sum / (kappa + (static_cast<double>(before) - 1) * g);
    n = 0;
    for (std::size_t i = 0; i < before; ++i) {
      const std::uint8_t m = kept[i];
      const double above = v[m] - lowered - bar;
      e[m] = above < 0.0 ? 0.0 : above;
      kept[n] = m;
      n += !(above < 0.0);
    }
  }
  for (std::size_t i = 0; i < n; ++i) e[kept[i]] /= kappa - g;
}

}  // namespace tandem
