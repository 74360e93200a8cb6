// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <limits>

#include "sim/study/replications.h"
#include "sim/study/stopping.h"

namespace tandem {

namespace {

/// Means of the weekly series over replications; a week without an observation does not count.
class WeeklyMeans {
 public:
  void add(const std::vector<std::vector<double>>& weekly) {
    if (weeks_.size() < weekly.size()) weeks_.resize(weekly.size());
    for (std::size_t m = 0; m < weekly.size(); ++m) {
      if (weeks_[m].size() < weekly[m].size()) weeks_[m].resize(weekly[m].size());
      for (std::size_t w = 0; w < weekly[m].size(); ++w) {
        if (std::isfinite(weekly[m][w])) weeks_[m][w].add(weekly[m][w]);
      }
    }
  }
  [[nodiscard]] std::vector<std::vector<double>> means() const {
    std::vector<std::vector<double>> out;
    for (const auto& metric : weeks_) {
      auto& row = out.emplace_back();
      for (const Moments& week : metric) {
        row.push_back(week.n() > 0 ? week.mean() : std::numeric_limits<double>::quiet_NaN());
      }
    }
    return out;
  }

 private:
  std::vector<std::vector<Moments>> weeks_;  // [metric][week]
};

/// About how many more observations until half the interval is within a share of the mean.
int remaining(const Moments& moments, const StopRule& rule) {
  return needed_within(moments, rule.precision.value_or(0) * std::abs(moments.mean()));
}

}  // namespace

std::optional<Estimate> Batch::metric(Metric m) const {
  const auto place = static_cast<std::size_t>(m);
  return place < estimates.size() ? estimates[place] : std::nullopt;
}

Batch run_batch(const Scenario& scenario, const BatchOptions& options) {
  Batch out;
  out.seed = options.seed.value_or(scenario.seed());
  std::vector<Moments> moments(metrics().size());
  std::vector<Sample> samples(metrics().size());
  WeeklyMeans weekly;
  Chain hashes;
  Stopping stopping(options);

  const auto consume = [&](int replication, std::span<const RunRecord> records) {
    const RunRecord& record = records.front();
    for (std::size_t m = 0; m < record.values.size(); ++m) {
      if (!record.values[m]) continue;
      moments[m].add(*record.values[m]);
      samples[m].add(*record.values[m]);
    }
    weekly.add(record.weekly);
    hashes.add(record.hash);
    out.soft_limits += record.soft_limits;
    if (options.rows) out.values.push_back(record.values);
    if (options.each) options.each(replication, record);
    return stopping.goes_on(
        [&](std::size_t m, const StopRule& rule) { return remaining(moments[m], rule); });
  };
  const Played played = play_replications({scenario}, out.seed, stopping.guided(), consume);

  out.replications = played.replications;
  out.stopped = played.stopped;
  out.seconds = played.seconds;
  out.rep_days = played.rep_days;
  out.hash = hashes.value();
  out.remaining = stopping.remaining();
  for (const Moments& m : moments) {
    const auto interval = [&] { return options.until ? anytime_estimate(m) : estimate(m); };
    out.estimates.push_back(m.n() > 0 ? std::optional(interval()) : std::nullopt);
  }
  for (const Sample& s : samples) {
    out.spreads.push_back(s.spread(options.until ? Looks::any : Looks::one));
  }
  out.weekly_mean = weekly.means();
  return out;
}

}  // namespace tandem
