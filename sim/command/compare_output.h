// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "sim/command/out_store.h"
#include "tandem/study.h"

namespace tandem {

/// What `compare --out DIR` writes: results.sqlite, pairs.csv (every run's metrics),
/// differences.csv, seats.csv (pay and quits by seat), of several variants best.csv, and
/// manifest.json.
class CompareOutput {
 public:
  CompareOutput(const std::string& folder, Scenario base, std::vector<Scenario> variants,
                std::vector<std::string> names);
  void add(int replication, std::span<const RunRecord> records);
  void commit(const ComparisonSet& set, int asked);
  [[nodiscard]] OutStore& kept() { return kept_; }

 private:
  void write_differences(const ComparisonSet& set);
  void write_seats(const ComparisonSet& set);
  void write_best(const BestOfSet& set);

  Scenario base_;
  std::vector<Scenario> variants_;
  std::vector<std::string> names_;
  OutFolder folder_;
  NewFile& pairs_;
  OutStore kept_;
};

}  // namespace tandem
