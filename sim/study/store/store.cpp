// SPDX-License-Identifier: Apache-2.0
#include "tandem/store.h"

#include <atomic>
#include <map>
#include <mutex>

#include "sim/base/hash.h"
#include "sim/study/store/tables.h"
#include "tandem/version.h"

namespace tandem {

namespace {

StoredScenario stored(const Scenario& scenario) {
  return {scenario.digest(), scenario.days(), scenario.name(), scenario.resolved(),
          scenario.seats()};
}

}  // namespace

std::string run_id(const std::string& digest, int days, std::uint64_t seed, int replication) {
  std::string out;
  for (const char* half : {"run, first half", "run, second half"}) {
    out += hex16(stable_id(half, build_digest(), digest, days, seed, replication));
  }
  return out;
}

std::string run_id(const RunKey& key) {
  return run_id(key.scenario.digest(), key.scenario.days(), key.seed, key.replication);
}

Result<Scenario> StoredScenario::load() const {
  return Scenario::parse(resolved, name, ".", {.set = {}, .days = days});
}

struct Store::Content {
  Content(const std::filesystem::path& file, Access access) : tables(file, access) {}

  /// One run, one transaction: it is safe when this returns.
  void add(const RunKey& key, const RunRecord& record, const std::string& failure) {
    const std::lock_guard lock(mutex);
    if (lost) throw StoreError(*lost);
    try {
      Transaction transaction(tables.database());
      tables.add({0, run_id(key), number_of(key.scenario), key.seed, key.replication, failure, ""},
                 record);
      transaction.commit();
    } catch (const StoreError& error) {
      lost = error;
      throw;
    }
  }

  /// The scenario's number in the file; its text and seats are looked at once only.
  std::int64_t number_of(const Scenario& scenario) {
    const auto name = std::pair(scenario.digest(), scenario.days());
    const auto known = numbers.find(name);
    if (known != numbers.end()) return known->second;
    return numbers.emplace(name, tables.number_of(stored(scenario))).first->second;
  }

  std::mutex mutex;
  Tables tables;
  std::map<std::pair<std::string, int>, std::int64_t> numbers;
  std::atomic<std::int64_t> found = 0;
  std::optional<StoreError>
      lost;  // why nothing can be kept any more: the other threads need not wait
};

Store::Store(const std::filesystem::path& file, Access access)
    : content_(std::make_unique<Content>(file, access)) {}
Store::Store() : Store("") {}  // SQLite's name for a temporary database
Store::~Store() = default;

std::optional<StoredRun> Store::find(const RunKey& key) {
  const std::string id = run_id(key);
  const std::lock_guard lock(content_->mutex);
  const auto row = content_->tables.row(id);
  if (!row) return std::nullopt;
  ++content_->found;
  if (!row->failure.empty()) return StoredRun{{}, row->failure};
  return StoredRun{content_->tables.record(row->run), ""};
}

void Store::keep(const RunKey& key, const RunRecord& record) { content_->add(key, record, ""); }

void Store::keep_failure(const RunKey& key, const std::string& reason) {
  content_->add(key, {}, reason.empty() ? "no reason was given" : reason);
}

std::vector<StoredScenario> Store::scenarios() {
  const std::lock_guard lock(content_->mutex);
  return content_->tables.scenarios();
}

std::vector<FailedRun> Store::failures() {
  const std::lock_guard lock(content_->mutex);
  std::vector<FailedRun> out;
  for (const RunRow& row : content_->tables.rows()) {
    if (row.failure.empty()) continue;
    out.push_back(
        {row.id, row.failure, content_->tables.scenario(row.scenario), row.seed, row.replication});
  }
  return out;
}

std::int64_t Store::found() const { return content_->found; }

}  // namespace tandem
