// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/import/cycle.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/base/gamma.h"
#include "sim/scenario/import/facts.h"

namespace tandem::crm {

namespace {

constexpr std::size_t kSample = 1200;
constexpr std::size_t kShapes = 5;

/// Sorted sums of the four stages' times at mean 1, by shape: the law itself, drawn once.
using Tables = std::array<std::vector<double>, kShapes>;

Tables draw_tables() {
  Tables tables;
  const Luck luck(20170301, 0);
  for (std::size_t shape = 0; shape < kShapes; ++shape) {
    for (std::uint32_t i = 0; i < kSample; ++i) {
      double sum = 0;
      for (std::size_t stage = 0; stage < kStageParts.size(); ++stage)
        sum += kStageParts[stage] *
               erlang(static_cast<int>(shape), luck.block(Purpose::stage_steps, stage, 0, i));
      tables[shape].push_back(sum);
    }
    std::sort(tables[shape].begin(), tables[shape].end());
    const double off = mean(tables[shape]);
    for (double& x : tables[shape]) x /= off;
  }
  return tables;
}

double share_below(const std::vector<double>& sorted, double x) {
  const auto at = std::lower_bound(sorted.begin(), sorted.end(), x);
  return static_cast<double>(at - sorted.begin()) / static_cast<double>(sorted.size());
}

double mixed_quantile(const std::vector<double>& table, const CycleLaw& law, double share) {
  double low = 0, high = law.mean * table.back();
  for (int i = 0; i < 24; ++i) {
    const double x = (low + high) / 2;
    const double below = (1 - law.fast_share) * share_below(table, x / law.mean) +
                         law.fast_share * share_below(table, x / (law.mean * law.fast_factor));
    (below < share ? low : high) = x;
  }
  return (low + high) / 2;
}

/// Squared relative misses, each at most 1: short quantiles are judged against a tenth of the mean
/// as well, so that a day more on a cycle of two does not outweigh everything. The median is
/// promised within 10 %: beyond half of that it outweighs the rest.
double badness(const Tables& tables, const CycleLaw& law, const CycleTarget& target) {
  double sum = 0;
  for (std::size_t i = 0; i < kShownShares.size(); ++i) {
    const double want = target.quantiles[i];
    const double got =
        mixed_quantile(tables[static_cast<std::size_t>(law.shape)], law, kShownShares[i]);
    const double off = (got - want) / (want + 0.1 * target.mean);
    sum += off * off / (1 + off * off);
    if (kShownShares[i] != 0.5) continue;
    const double beyond = std::max(0.0, std::abs(got - want) / (want + 0.01 * target.mean) - 0.05);
    sum += 100 * beyond * beyond;
  }
  return sum;
}

CycleLaw with_mean(int shape, double share, double factor, double mean) {
  return {shape, mean / (1 - share + share * factor), share, factor};
}

}  // namespace

CycleTarget target_of(const std::vector<double>& sorted) {
  CycleTarget target;
  target.mean = mean(sorted);
  for (std::size_t i = 0; i < kShownShares.size(); ++i)
    target.quantiles[i] = quantile(sorted, kShownShares[i]);
  return target;
}

CycleLaw fit_cycle(const CycleTarget& target) {
  const Tables tables = draw_tables();
  CycleLaw best = with_mean(1, 0, 0.15, target.mean);
  double least = std::numeric_limits<double>::infinity();
  const auto attempt = [&](const CycleLaw& law) {
    // a mechanism more has to earn its place
    const double bad = badness(tables, law, target) + (law.fast_share > 0 ? 0.02 : 0);
    if (bad < least) {
      least = bad;
      best = law;
    }
  };
  for (int shape = 0; shape < static_cast<int>(kShapes); ++shape) {
    attempt(with_mean(shape, 0, 0.15, target.mean));
    for (double share = 0.05; share < 0.91; share += 0.05)
      for (double factor = 0.02; factor < 0.8; factor *= 1.3)
        attempt(with_mean(shape, share, factor, target.mean));
  }
  if (best.fast_share == 0) return best;
  const CycleLaw around = best;
  for (int i = -5; i <= 5; ++i)
    for (int j = -6; j <= 6; ++j) {
      const double share = std::clamp(around.fast_share + 0.01 * i, 0.01, 0.95);
      const double factor = std::clamp(around.fast_factor * (1 + 0.05 * j), 0.005, 0.95);
      attempt(with_mean(around.shape, share, factor, target.mean));
    }
  return best;
}

double cycle_quantile(const CycleLaw& law, double share) {
  return mixed_quantile(draw_tables()[static_cast<std::size_t>(law.shape)], law, share);
}

}  // namespace tandem::crm
