// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tandem/journal.h"
#include "tandem/registry.h"
#include "tandem/scenario.h"

namespace tandem {

struct State;
class Snapshot;

/// Results of one run.
struct RunRecord {
  struct PersonRow {
    int seat;           ///< index of the seat, from 0
    int person;         ///< n-th person of the seat, from 0
    double pay;         ///< money paid over the run
    double revenue;     ///< own credited revenue, money
    double attainment;  ///< credit over quota of the finished periods; < 0 = no quota
    int days;           ///< days employed within the run
    bool quit;          ///< left on their own account within the run
    bool dismissed;
  };
  struct DealRow {
    int product;          ///< index in the scenario, -1 without products
    int seat;             ///< index of the seat that closed it
    int created, closed;  ///< working days; before the start: negative
    bool won;
    double value;      ///< list value, money
    int stage;         ///< the stage it ended in, from 0: qualify, discover, propose, negotiate
    bool to_prospect;  ///< the account was no customer when the deal arose
    bool two_topics;   ///< it asked for a second topic
  };
  std::vector<std::optional<double>> values;  ///< by metric, in the order of metrics()
  std::vector<std::vector<double>>
      weekly;  ///< by metric, per week; empty unless asked for; NaN = no observation
  std::vector<PersonRow> people;   ///< empty unless asked for
  std::vector<DealRow> deals;      ///< closed within the run; empty unless watched
  std::optional<Journal> journal;  ///< none unless kept
  std::uint64_t hash = 0;          ///< hash of the final state
  std::int64_t soft_limits = 0;    ///< how often a documented soft limit was met
};

/// What a record holds beside the metrics.
struct WatchDetail {
  bool weekly = false;
  bool people = false;
};

/// One firm on one luck, played day by day. A pure function of (scenario, seed, replication): no
/// clock, no files, no threads. Copying a World forks its future; a copy without a change stays
/// equal, bit for bit.
class World {
 public:
  World(Scenario scenario, std::uint64_t seed, std::uint32_t replication);
  World(const World&);
  World& operator=(const World&);
  World(World&&) noexcept;
  World& operator=(World&&) noexcept;
  ~World();

  void run_day();
  void run_to_end();
  [[nodiscard]] int day() const;  ///< the next day to be played, from 0
  [[nodiscard]] bool finished() const;
  [[nodiscard]] std::uint64_t seed() const;
  [[nodiscard]] std::uint32_t replication() const;
  [[nodiscard]] std::uint64_t hash() const;  ///< over the state alone
  [[nodiscard]] const Scenario& scenario() const;
  [[nodiscard]] const State& state() const;

  [[nodiscard]] RunRecord record(WatchDetail detail) const;
  /// Keeps a row of every deal that closes from now on, for record().
  void watch_deals();

  /// Goes back to day 0 and keeps a journal from there on. The run, its hash and its record stay
  /// the same.
  void keep_journal();
  /// What has happened so far; needs keep_journal().
  [[nodiscard]] Journal journal() const;
  /// Goes back to day 0, without the event of this id ("quit:12:143") from now on: everything else
  /// keeps its luck. An id that names no event that can be undone throws std::invalid_argument.
  void undo(std::string_view id);

  /// From the next day on luck is another one, by number; what is under way keeps what it has drawn
  /// so far. The same number gives the same luck to worlds of one seed and replication.
  void other_luck(std::uint32_t number);

  /// Goes back to day 0 on another replication, keeping memory: what batches use.
  void restart(std::uint64_t seed, std::uint32_t replication);

  /// Goes to where a snapshot of this scenario was taken (tandem/record.h), on its seed and
  /// replication. Faults: another scenario or horizon; the world then stays as it is.
  [[nodiscard]] Faults restore(const Snapshot& snapshot);

  /// First field that differs between two worlds of the same shape, e.g. "day 12, seat 7, morale";
  /// empty = none.
  [[nodiscard]] static std::string first_difference(const World& a, const World& b);

 private:
  friend class Snapshot;
  friend Result<World> fork(const World& origin, const Scenario& other);
  void write(std::string& bytes) const;
  [[nodiscard]] bool read(std::string_view bytes);  ///< false: these are no bytes of this scenario
  [[nodiscard]] static std::uint64_t layout();      ///< what the bytes mean

  struct Content;
  std::unique_ptr<Content> content_;
};

}  // namespace tandem
