// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/import/values.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "sim/base/math.h"
#include "sim/scenario/import/facts.h"

namespace tandem::crm {

namespace {

constexpr double kWidest = 3;  // the model's largest spread

double log_spread(const std::vector<double>& values) {
  double sum = 0, squares = 0;
  for (const double value : values) sum += math::log(value);
  const double middle = sum / static_cast<double>(values.size());
  for (const double value : values)
    squares += (math::log(value) - middle) * (math::log(value) - middle);
  return std::min(kWidest, std::sqrt(squares / static_cast<double>(values.size())));
}

std::vector<ValueBand> bands_of(const std::vector<double>& sorted, std::size_t count) {
  std::vector<ValueBand> bands;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t from = sorted.size() * i / count, to = sorted.size() * (i + 1) / count;
    const std::vector<double> part(sorted.begin() + static_cast<std::ptrdiff_t>(from),
                                   sorted.begin() + static_cast<std::ptrdiff_t>(to));
    bands.push_back({static_cast<double>(to - from) / static_cast<double>(sorted.size()),
                     mean(part), log_spread(part)});
  }
  return bands;
}

double worst_quartile(const std::vector<ValueBand>& bands, const std::vector<double>& sorted) {
  double worst = 0;
  for (const double share : {0.25, 0.5, 0.75}) {
    const double want = quantile(sorted, share);
    worst = std::max(worst, std::abs(band_quantile(bands, share) / want - 1));
  }
  return worst;
}

}  // namespace

double band_quantile(const std::vector<ValueBand>& bands, double share) {
  double low = std::numeric_limits<double>::infinity(), high = 0;
  for (const ValueBand& band : bands) {
    const double reach = math::exp(6 * std::max(band.spread, 1e-3));
    low = std::min(low, band.price / reach / reach);
    high = std::max(high, band.price * reach);
  }
  for (int i = 0; i < 60; ++i) {
    const double x = std::sqrt(low * high);
    double below = 0;
    for (const ValueBand& band : bands) {
      const double spread = std::max(band.spread, 1e-6);
      const double middle = math::log(band.price) - spread * spread / 2;
      below += band.share * math::normal_cdf((math::log(x) - middle) / spread);
    }
    (below < share ? low : high) = x;
  }
  return std::sqrt(low * high);
}

std::vector<ValueBand> fit_values(const std::vector<double>& sorted) {
  if (sorted.empty()) return {};
  if (sorted.size() < 8) return {{1, mean(sorted), sorted.size() < 3 ? 0.1 : log_spread(sorted)}};
  std::vector<ValueBand> best = bands_of(sorted, 1);
  double least = worst_quartile(best, sorted);
  // One law with the quartiles' own spread: outliers do not count in them.
  const double ratio = quantile(sorted, 0.75) / quantile(sorted, 0.25);
  const std::vector<ValueBand> narrow{
      {1, mean(sorted), std::min(kWidest, math::log(ratio) / 1.349)}};
  if (worst_quartile(narrow, sorted) < least) {
    best = narrow;
    least = worst_quartile(narrow, sorted);
  }
  for (const std::size_t count : {2u, 3u, 4u, 6u, 8u}) {
    if (least <= 0.05 || sorted.size() < 8 * count) break;
    std::vector<ValueBand> bands = bands_of(sorted, count);
    const double worst = worst_quartile(bands, sorted);
    if (worst < least) {
      best = std::move(bands);
      least = worst;
    }
  }
  return best;
}

}  // namespace tandem::crm
