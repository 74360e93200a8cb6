// SPDX-License-Identifier: Apache-2.0
#include "sim/study/best.h"

#include <algorithm>
#include <cmath>

#include "sim/base/math.h"
#include "sim/study/anytime.h"

namespace tandem {

BestOf::BestOf(Metric metric, std::size_t firms)
    : metric_(metric),
      sign_(info(metric).better == Better::less ? -1 : 1),
      firms_(firms),
      means_(firms),
      pairs_(firms * firms) {}

void BestOf::add(std::span<const RunRecord> records) {
  std::vector<double> values;
  for (const RunRecord& record : records) {
    const auto& value = record.values[static_cast<std::size_t>(metric_)];
    if (!value) return;
    values.push_back(*value);
  }
  add(values);
}

void BestOf::add(std::span<const double> values) {
  for (std::size_t a = 0; a < firms_; ++a) {
    means_[a].add(values[a]);
    for (std::size_t b = a + 1; b < firms_; ++b) {
      pairs_[a * firms_ + b].add(sign_ * (values[a] - values[b]));
    }
  }
}

BestOf::Gap BestOf::gap(std::size_t a, std::size_t b) const {
  const Moments& pair = pairs_[std::min(a, b) * firms_ + std::max(a, b)];
  const double mean = a < b ? pair.mean() : -pair.mean();
  const double half = anytime_half_width(pair.n(), pair.sd(), pair.skewness(),
                                         kMiss / static_cast<double>(firms_ - 1));
  // Too few pairs for a verdict: whatever they show leaves both sides possible.
  return {mean, pair.n() < first_look(pair.sd()) ? std::max(half, std::abs(mean)) : half};
}

double BestOf::most(std::size_t firm) const {
  double out = math::kInfinity;
  for (std::size_t other = 0; other < firms_; ++other) {
    if (other == firm) continue;
    const Gap to = gap(firm, other);
    out = std::min(out, to.mean + to.half);
  }
  return out;
}

BestOfSet BestOf::result(const std::vector<std::string>& names) const {
  std::vector<std::size_t> possible;
  for (std::size_t firm = 0; firm < firms_; ++firm) {
    if (most(firm) >= 0) possible.push_back(firm);
  }
  BestOfSet out{.metric = metric_, .pairs = means_.front().n(), .candidates = {}};
  for (std::size_t firm = 0; firm < firms_; ++firm) {
    const bool alive = std::ranges::find(possible, firm) != possible.end();
    const bool alone = alive && possible.size() == 1;
    double difference = math::kInfinity, low = math::kInfinity, high = -math::kInfinity;
    for (std::size_t other = 0; other < firms_; ++other) {
      if (other == firm) continue;
      const Gap to = gap(firm, other);
      difference = std::min(difference, to.mean);
      // The best of the others is one of the possible ones, or anybody where this firm is the best.
      if (!alone && std::ranges::find(possible, other) == possible.end()) continue;
      low = std::min(low, to.mean - to.half);
      high = std::max(high, to.mean + to.half);
    }
    if (alive) high = std::max(0.0, most(firm));
    low = alone ? std::max(low, 0.0) : std::min(low, 0.0);
    if (!alive) high = std::min(high, 0.0);
    out.candidates.push_back({.name = names[firm],
                              .mean = means_[firm].mean(),
                              .difference = sign_ * difference,
                              .low = sign_ > 0 ? low : -high,
                              .high = sign_ > 0 ? high : -low,
                              .standing = alone   ? Standing::best
                                          : alive ? Standing::possible
                                                  : Standing::beaten});
  }
  return out;
}

}  // namespace tandem
