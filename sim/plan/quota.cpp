// SPDX-License-Identifier: Apache-2.0
#include "sim/plan/quota.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

#include "sim/base/check.h"

namespace tandem {

namespace {

/// Area under a step function of evenly spaced values from 0 to `at`, in steps.
double area(const std::vector<double>& values, double at) {
  const std::size_t whole =
      std::min(values.size(), static_cast<std::size_t>(std::max(0.0, std::floor(at))));
  double sum = 0;
  for (std::size_t i = 0; i < whole; ++i) sum += values[i];
  if (whole < values.size()) sum += values[whole] * (at - static_cast<double>(whole));
  return sum;
}

/// Share of the year's quota from day 0 to the start of `day`, counted over years.
double season_until(const QuotaSpec& spec, const Calendar& calendar, int day) {
  const int years = calendar.index(Period::year, day);
  const double into = static_cast<double>(day - calendar.first_day(Period::year, day));
  const double total = std::accumulate(spec.season.begin(), spec.season.end(), 0.0);
  const double parts = static_cast<double>(spec.season.size());
  return years + area(spec.season, into * parts / calendar.year) / total;
}

}  // namespace

double quota(const QuotaSpec& spec, const QuotaFacts& facts) {
  const double mean = spec.amount > 0 ? spec.amount : facts.mean_potential;
  double asked = 1 + spec.stretch;
  for (int year = 0; year < facts.years; ++year) asked *= 1 + spec.growth;
  switch (spec.method) {
    case QuotaSpec::uniform:
      return mean * asked;
    case QuotaSpec::bottom_up:
      return facts.forecast * (1 - spec.shading * (1 - spec.correction)) * asked;
    default: {
      const double relative =
          facts.mean_potential > 0 ? facts.potential / facts.mean_potential : 1.0;
      return mean * (1 - spec.potential_weight + spec.potential_weight * relative) * asked;
    }
  }
}

double ratchet_next(const QuotaSpec& spec, double quota, double result) {
  return std::max(0.0, quota + spec.step + spec.up * std::max(0.0, result - quota) -
                           spec.down * std::max(0.0, quota - result));
}

double ratchet_drag(double strength, double next_period) {
  CHECK(next_period >= 0 && next_period < 1, "the next period must weigh less than this one");
  return next_period * strength / (1 - next_period * (1 - strength));
}

double tomorrow(const QuotaSpec& spec, double slope, double next_period, double quota,
                double result) {
  const double gap = result - quota;
  return -slope * gap * ratchet_drag(gap > 0 ? spec.up : spec.down, next_period);
}

double season_share(const QuotaSpec& spec, const Calendar& calendar, int first, int last) {
  if (spec.season.empty()) return static_cast<double>(last - first + 1) / calendar.year;
  return season_until(spec, calendar, last + 1) - season_until(spec, calendar, first);
}

double ramp_share(const QuotaSpec& spec, const Calendar& calendar, int since, int first, int last) {
  const double month = calendar.month;
  const double from = (first - since) / month, to = (last + 1 - since) / month;
  const double end = static_cast<double>(spec.ramp.size());
  if (from >= end || to <= from) return 1;
  const double inside = area(spec.ramp, std::min(to, end)) - area(spec.ramp, std::max(0.0, from));
  return (inside + std::max(0.0, to - end)) / (to - from);
}

}  // namespace tandem
