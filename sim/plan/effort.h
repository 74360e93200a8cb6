// SPDX-License-Identifier: Apache-2.0
#pragma once

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
  std::uint64_t dropped = 0;
  for (bool again = true; again;) {
    double sum = 0.0;
    int count = 0;
    for (std::size_t m = 0; m < v.size(); ++m) {
      if (dropped >> m & 1) continue;
      sum += v[m] - lowered;
      ++count;
    }
    const double bar = g * sum / (kappa + (count - 1) * g);
    again = false;
    for (std::size_t m = 0; m < v.size(); ++m) {
      const double above = v[m] - lowered - bar;
      const bool out = (dropped >> m & 1) != 0 || above < 0.0;
      again = again || (out && (dropped >> m & 1) == 0);
      dropped |= std::uint64_t{out} << m;
      e[m] = out ? 0.0 : above / (kappa - g);
    }
  }
}

}  // namespace tandem
