// SPDX-License-Identifier: Apache-2.0
#include "sim/study/best.h"
#include "sim/study/pairing.h"
#include "sim/study/replications.h"
#include "sim/study/stopping.h"
#include "sim/study/variants.h"

namespace tandem {

namespace {

/// Everything that is counted of one variant, in memory that does not depend on the number of
/// pairs.
class Tally {
 public:
  Tally(const Scenario& base, const Scenario& variant)
      : metrics_(metrics().size()), seats_(base, variant) {}

  void add(const RunRecord& base, const RunRecord& variant) {
    for (std::size_t m = 0; m < metrics_.size(); ++m) {
      metrics_[m].add(base.values[m], variant.values[m]);
    }
    seats_.add(base, variant);
  }

  [[nodiscard]] int remaining(std::size_t metric, const StopRule& rule) const {
    return metrics_[metric].remaining(rule);
  }

  [[nodiscard]] Comparison result(const std::string& variant, int pairs) const {
    Comparison out{.variant = variant, .pairs = pairs, .metrics = {}, .reps = {}};
    if (pairs == 0) return out;
    for (std::size_t m = 0; m < metrics_.size(); ++m) {
      if (metrics_[m].observed()) {
        out.metrics.push_back(metrics_[m].result(static_cast<Metric>(m)));
      }
    }
    out.reps = seats_.result();
    return out;
  }

 private:
  std::vector<PairedMetric> metrics_;
  PairedSeats seats_;
};

}  // namespace

Result<ComparisonSet> compare(const Scenario& base, const std::vector<Scenario>& variants,
                              const BatchOptions& options) {
  if (Faults faults = not_comparable(base, variants); !faults.empty()) return faults;

  std::vector<Scenario> all{base};
  std::vector<Tally> tallies;
  for (const Scenario& variant : variants) {
    all.push_back(variant);
    tallies.emplace_back(base, variant);
  }
  BestOf best(options.best.value_or(*find_metric("profit")), all.size());
  Stopping stopping(options);
  BatchOptions with_people = stopping.guided();
  with_people.people = true;
  const auto consume = [&](int replication, std::span<const RunRecord> records) {
    for (std::size_t v = 0; v < tallies.size(); ++v) tallies[v].add(records[0], records[v + 1]);
    best.add(records);
    if (options.each_pair) options.each_pair(replication, records);
    return stopping.goes_on([&](std::size_t metric, const StopRule& rule) {
      int out = 0;
      for (const Tally& tally : tallies) out = std::max(out, tally.remaining(metric, rule));
      return out;
    });
  };
  const std::uint64_t seed = options.seed.value_or(base.seed());
  const Played played = play_replications(all, seed, with_people, consume);

  ComparisonSet out{.base = base.name(),
                    .replications = played.replications,
                    .stopped = played.stopped,
                    .seed = seed,
                    .seconds = played.seconds,
                    .rep_days = played.rep_days,
                    .remaining = stopping.remaining(),
                    .comparisons = {},
                    .best = {}};
  std::vector<std::string> names{base.name()};
  for (std::size_t v = 0; v < tallies.size(); ++v) {
    out.comparisons.push_back(tallies[v].result(variants[v].name(), played.replications));
    names.push_back(variants[v].name());
  }
  if (variants.size() > 1) out.best = best.result(names);
  return out;
}

}  // namespace tandem
