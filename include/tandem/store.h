// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <vector>

#include "tandem/scenario.h"
#include "tandem/world.h"

// Results that are kept: one SQLite file of finished runs, which later work takes instead of
// playing them again. The tables are described in docs/results-store.md.
namespace tandem {

/// A store cannot be used. what() names the file and, where there is one, the cure.
class StoreError : public std::runtime_error {
 public:
  enum class Kind {
    refused,  ///< the wrong file: another program's, another build's, other values for one run
    failed,   ///< a right one that cannot be used now: full disk, locked, damaged, no permission
  };
  StoreError(Kind kind, const std::string& message) : std::runtime_error(message), kind_(kind) {}
  [[nodiscard]] Kind kind() const { return kind_; }

 private:
  Kind kind_;
};

/// What a run's figures depend on, beside the engine's sources.
struct RunKey {
  Scenario scenario;
  std::uint64_t seed = 0;
  int replication = 0;  ///< from 0
};

/// Name of a run: 32 hex digits over build digest, resolved scenario with its horizon (its name
/// and the seed it suggests do not count), seed and replication.
[[nodiscard]] std::string run_id(const RunKey& key);

/// What is known of a run: its figures, or why it failed.
struct StoredRun {
  RunRecord record;
  std::string failure;  ///< empty = done
};

/// A scenario with its horizon as a store holds it.
struct StoredScenario {
  std::string digest;
  int days = 0;
  std::string name;      ///< of the first that was met
  std::string resolved;  ///< text of a scenario file that needs no other
  std::vector<SeatLabel> seats;
  [[nodiscard]] Result<Scenario> load() const;
};

/// A run that failed, with all that meets the fault again.
struct FailedRun {
  std::string id, reason;
  StoredScenario scenario;
  std::uint64_t seed = 0;
  int replication = 0;
};

/// An open store. A run is in it whole or not at all, from the moment keep() returns: the program
/// may be killed at any time after. All members may be called from any thread and throw StoreError.
class Store {
 public:
  enum class Access {
    read,   ///< a store that must be there; nothing is changed
    write,  ///< is made where there is none
  };
  /// Opens the store of this build of the engine. Refuses what is not one; waits some seconds for
  /// a store that another program has locked.
  explicit Store(const std::filesystem::path& file, Access access = Access::write);
  /// A store of this process alone: what does not fit in a small cache lies in a nameless temporary
  /// file, which goes with the store.
  Store();
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  [[nodiscard]] std::optional<StoredRun> find(const RunKey& key);
  /// Keeps a finished run with its weekly series and people, exactly. Does nothing if it is there.
  void keep(const RunKey& key, const RunRecord& record);
  void keep_failure(const RunKey& key, const std::string& reason);

  [[nodiscard]] std::vector<StoredScenario> scenarios();
  [[nodiscard]] std::vector<FailedRun> failures();
  [[nodiscard]] std::int64_t found() const;  ///< how often find() knew the run

 private:
  struct Content;
  std::unique_ptr<Content> content_;
};

/// What merging did.
struct Merged {
  std::int64_t added = 0;
  std::int64_t known = 0;  ///< runs that were there already, with equal values
};

/// Adds to `out` every run of the stores `from` that it lacks, as sets are united: order and
/// repetition do not matter. All or nothing: a run that has other values in two stores, or a store
/// of another build, is refused and leaves `out` as it was. Makes `out` and its folder if needed.
Merged merge_stores(const std::filesystem::path& out,
                    const std::vector<std::filesystem::path>& from);

/// How a store is verified.
struct VerifyOptions {
  std::int64_t sample = 100;  ///< runs that are played again, picked by their ids
  std::stop_token stop;
  std::function<void(std::int64_t done, std::int64_t of)> progress;
};

/// What verifying found.
struct Verified {
  std::int64_t runs = 0;     ///< in the store; all were read and held against their checksums
  std::int64_t sampled = 0;  ///< of these, played again and compared figure by figure
  bool stopped = false;
  std::string difference;  ///< the first one: run, figure, stored, recomputed; empty = none
};

/// Reads every run of a store and plays a sample again.
[[nodiscard]] Verified verify_store(const std::filesystem::path& file,
                                    const VerifyOptions& options = {});

}  // namespace tandem
