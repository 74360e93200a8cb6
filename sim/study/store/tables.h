// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/study/store/sqlite.h"

namespace tandem {

/// A run as the table of runs knows it, without its figures.
struct RunRow {
  std::int64_t run = 0;       ///< its number in this file
  std::string id;             ///< its name everywhere
  std::int64_t scenario = 0;  ///< number in this file
  std::uint64_t seed = 0;
  int replication = 0;
  std::string failure;   ///< empty = done
  std::string checksum;  ///< over all that is kept of it
};

/// The tables of a store: what docs/results-store.md describes. Opening makes them in an empty file
/// and refuses a file of another program, another format or another build of the engine.
class Tables {
 public:
  Tables(const std::filesystem::path& file, Store::Access access);

  [[nodiscard]] Database& database() { return database_; }
  /// Number of a scenario in this file; adds it where it is new.
  [[nodiscard]] std::int64_t number_of(const StoredScenario& scenario);
  [[nodiscard]] std::vector<StoredScenario> scenarios();
  [[nodiscard]] StoredScenario scenario(std::int64_t number);

  [[nodiscard]] std::optional<RunRow> row(const std::string& id);
  [[nodiscard]] std::vector<RunRow> rows();  ///< in the order of ids
  [[nodiscard]] RunRecord record(std::int64_t run);
  /// Adds a run with its figures, inside the caller's transaction; `run` and `checksum` are found
  /// here. Nothing happens if it is there.
  void add(const RunRow& row, const RunRecord& record);

 private:
  void make();
  void check();
  void add_weeks(std::int64_t run, const RunRecord& record);
  void add_people(std::int64_t run, const RunRecord& record);
  Statement& statement(const std::string& sql);

  Database database_;
  std::map<std::string, Statement> statements_;  // each prepared once
};

/// run_id() from what the tables hold.
[[nodiscard]] std::string run_id(const std::string& digest, int days, std::uint64_t seed,
                                 int replication);

/// 16 hex digits over all figures of a record, or over the reason of a failure.
[[nodiscard]] std::string checksum(const RunRecord& record, const std::string& failure);

/// The first figure in which two records differ, with both values; empty = none.
struct RecordDifference {
  std::string figure, first, second;
  [[nodiscard]] bool none() const { return figure.empty(); }
};
[[nodiscard]] RecordDifference first_difference(const RunRecord& a, const RunRecord& b);

}  // namespace tandem
