// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <vector>

// The law of a won deal's cycle in the model: four stages whose times the buyer takes, each gamma,
// and a share of quick purchases that take a part of them. Two constants for the ordinary deal
// (mean, shape) and two for the quick one.
namespace tandem::crm {

inline constexpr std::array<double, 5> kShownShares{0.10, 0.25, 0.50, 0.75, 0.90};
inline constexpr std::array<double, 4> kStageParts{5.0 / 35, 9.0 / 35, 12.0 / 35,
                                                   9.0 / 35};  ///< of the cycle

/// Working days.
struct CycleLaw {
  int shape = 2;     ///< of each stage
  double mean = 35;  ///< of an ordinary deal, over the four stages
  double fast_share = 0;
  double fast_factor = 0.15;
};

struct CycleTarget {
  double mean = 35;
  std::array<double, 5> quantiles{};  ///< at kShownShares
};

[[nodiscard]] CycleTarget target_of(const std::vector<double>& sorted_working_days);

/// The law whose mean is the target's and whose quantiles come nearest, the median counting most.
[[nodiscard]] CycleLaw fit_cycle(const CycleTarget& target);

[[nodiscard]] double cycle_quantile(const CycleLaw& law, double share);

}  // namespace tandem::crm
