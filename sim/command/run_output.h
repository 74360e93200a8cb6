// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/command/out_store.h"
#include "tandem/study.h"

namespace tandem {

/// What `run --out DIR` writes: results.sqlite, runs.csv, series.csv, people.csv, seats.csv,
/// scenario.resolved.yaml and manifest.json, with `journal` also journal.csv. Rows go out as
/// replications finish.
class RunOutput {
 public:
  RunOutput(const std::string& folder, Scenario scenario, bool journal);
  void add(int replication, const RunRecord& record);
  void commit(const Batch& batch, int asked);
  [[nodiscard]] OutStore& kept() { return kept_; }

 private:
  void add_weekly(int replication, const RunRecord& record);
  void add_journal(int replication, const Journal& journal);
  void add_people(int replication, const RunRecord& record);

  Scenario scenario_;
  OutFolder folder_;
  NewFile& runs_;
  NewFile& series_;
  NewFile& people_;
  OutStore kept_;
  NewFile* journal_ = nullptr;  // none: not asked for
};

/// Seat numbers, names and places as a CSV file: what the numbers in the other files mean.
void write_seats(NewFile& file, const Scenario& scenario);

}  // namespace tandem
