// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "sim/base/hash.h"
#include "sim/study/replications.h"
#include "sim/study/store/tables.h"

namespace tandem {

namespace {

/// Plays stored runs again, each scenario loaded once.
class Referee {
 public:
  explicit Referee(Tables& tables) : tables_(tables) {}

  /// The first difference between what is stored of a run and what comes of it; empty = none.
  std::string look_at(const RunRow& row) {
    const Scenario& scenario = scenario_of(row.scenario);
    const std::string name = "run " + row.id + " (\"" + scenario.name() + "\", seed " +
                             std::to_string(row.seed) + ", replication " +
                             std::to_string(row.replication) + "): ";
    if (run_id({scenario, row.seed, row.replication}) != row.id) {
      return name + "its id is not that of its scenario, seed and replication";
    }
    std::string failure;
    RunRecord again;
    try {
      World world(scenario, row.seed, static_cast<std::uint32_t>(row.replication));
      world.run_to_end();
      again = checked(world.record({.weekly = true, .people = true}));
    } catch (const std::logic_error& fault) {
      failure = fault.what();
    }
    if (failure != row.failure) return name + told("failure", row.failure, failure);
    if (!failure.empty()) return "";
    const RecordDifference found = first_difference(tables_.record(row.run), again);
    return found.none() ? "" : name + told(found.figure, found.first, found.second);
  }

 private:
  static std::string told(const std::string& figure, const std::string& stored,
                          const std::string& again) {
    const auto shown = [](const std::string& text) { return text.empty() ? "none" : text; };
    return figure + ": stored " + shown(stored) + ", recomputed " + shown(again);
  }

  const Scenario& scenario_of(std::int64_t number) {
    const auto known = scenarios_.find(number);
    if (known != scenarios_.end()) return known->second;
    const StoredScenario stored = tables_.scenario(number);
    Result<Scenario> loaded = stored.load();
    if (!loaded) {
      tables_.database().refuse("the scenario \"" + stored.name + "\" in it cannot be read:\n" +
                                describe(loaded.faults()));
    }
    return scenarios_.emplace(number, std::move(loaded).value()).first->second;
  }

  Tables& tables_;
  std::map<std::int64_t, Scenario> scenarios_;
};

/// What can be seen of a row without playing it.
class Readings {
 public:
  explicit Readings(Tables& tables) : tables_(tables) {}

  /// Its id is that of its key and its checksum that of its figures.
  bool sound(const RunRow& row) {
    auto known = scenarios_.find(row.scenario);
    if (known == scenarios_.end()) {
      known = scenarios_.emplace(row.scenario, tables_.scenario(row.scenario)).first;
    }
    const StoredScenario& of = known->second;
    const bool done = row.failure.empty();
    return run_id(of.digest, of.days, row.seed, row.replication) == row.id &&
           checksum(done ? tables_.record(row.run) : RunRecord{}, row.failure) == row.checksum;
  }

 private:
  Tables& tables_;
  std::map<std::int64_t, StoredScenario> scenarios_;
};

/// Where a run stands in the order in which a sample is taken: as good as by lot, and the same for
/// everybody.
std::uint64_t lot(const RunRow& row) { return stable_id("verify", row.id); }

}  // namespace

Verified verify_store(const std::filesystem::path& file, const VerifyOptions& options) {
  Tables tables(file, Store::Access::read);
  Database& database = tables.database();
  if (const std::string found = database.text("PRAGMA integrity_check(1)"); found != "ok") {
    throw StoreError(StoreError::Kind::failed,
                     file.string() + ": the file is damaged (" + found + ")");
  }
  std::vector<RunRow> rows = tables.rows();
  Verified out;
  out.runs = static_cast<std::int64_t>(rows.size());
  // Rows that are not what was written come first, then the sample.
  Readings readings(tables);
  const auto sound = std::stable_partition(rows.begin(), rows.end(),
                                           [&](const RunRow& row) { return !readings.sound(row); });
  std::sort(sound, rows.end(), [](const RunRow& a, const RunRow& b) { return lot(a) < lot(b); });
  const auto spoilt = sound - rows.begin();
  const std::int64_t count = std::min(out.runs, std::max<std::int64_t>(spoilt, options.sample));

  Referee referee(tables);
  for (std::int64_t i = 0; i < count && out.difference.empty(); ++i) {
    if (options.stop.stop_requested()) {
      out.stopped = true;
      break;
    }
    const RunRow& row = rows[static_cast<std::size_t>(i)];
    out.difference = referee.look_at(row);
    if (out.difference.empty() && i < spoilt) {
      out.difference = "run " + row.id + ": the checksum of its row is not that of its figures";
    }
    ++out.sampled;
    if (options.progress) options.progress(out.sampled, count);
  }
  return out;
}

}  // namespace tandem
