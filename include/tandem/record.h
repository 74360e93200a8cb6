// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "tandem/result.h"
#include "tandem/world.h"

// Runs kept and gone back to. A Snapshot is a run at one day, a Timeline goes to any day of a run in
// bounded memory, a Recording is what proves that a run can be played again. None of them changes
// the run: an undisturbed one ends in the same state, bit for bit. See docs/recording.md.
namespace tandem {

/// A run at the beginning of a day, whole, as bytes: the state with what its hash leaves out, and
/// the sums its record is made of. A world restored from it goes on as the first one would have
/// done. The bytes are the file: magic number, format version, build, scenario, day and hash first,
/// a checksum last.
class Snapshot {
 public:
  explicit Snapshot(const World& world);

  /// Takes the bytes of a file. A fault if they are no snapshot, cut short, damaged or made by
  /// another build of the engine; `name` stands for the file in it.
  [[nodiscard]] static Result<Snapshot> load(std::string bytes,
                                             const std::string& name = "snapshot");
  /// What to write to a file.
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

  [[nodiscard]] int day() const { return about_.day; }  ///< the next day to be played
  [[nodiscard]] std::uint64_t seed() const { return about_.seed; }
  [[nodiscard]] std::uint32_t replication() const { return about_.replication; }
  [[nodiscard]] std::uint64_t hash() const { return about_.hash; }               ///< of the state
  [[nodiscard]] const std::string& scenario() const { return about_.scenario; }  ///< its digest

 private:
  friend class World;
  struct About {
    std::string scenario;
    std::int32_t days = 0;  ///< horizon
    std::int32_t day = 0;
    std::uint64_t seed = 0;
    std::uint32_t replication = 0;
    std::uint64_t hash = 0;
  };
  Snapshot() = default;
  [[nodiscard]] std::string_view content() const;  ///< what World::read() takes

  About about_;
  std::string bytes_, name_ = "snapshot";
};

/// One run with a way back: any day of it, forwards and backwards, exactly. It keeps snapshots every
/// so many days while it plays; going back restores the nearest one before the day and plays on.
///
/// Memory: the snapshots together take at most `memory` bytes; when the next one would not fit,
/// every second one is given up and the distance between them doubles. Beside them there are two
/// worlds: the one shown and the first day's. With no memory at all going back is as exact and
/// plays from the first day on.
class Timeline {
 public:
  static constexpr std::size_t kMemory = std::size_t{64} << 20;

  /// The run of `first` from its present day on.
  explicit Timeline(World first, std::size_t memory = kMemory);

  /// The run at the beginning of a day. A day before the first or after the last one gives that one.
  const World& go_to(int day);
  [[nodiscard]] const World& world() const { return world_; }
  [[nodiscard]] int first_day() const { return first_.day(); }
  [[nodiscard]] int last_day() const;  ///< on which nothing is left to play: the horizon

  [[nodiscard]] std::size_t snapshots() const { return kept_.size(); }
  [[nodiscard]] std::size_t bytes() const { return bytes_; }  ///< of the snapshots
  [[nodiscard]] int spacing() const { return spacing_; }      ///< days from one to the next

 private:
  void keep();
  [[nodiscard]] bool is_due(int day) const;

  World first_, world_;
  std::size_t memory_, bytes_ = 0;
  int spacing_;
  std::map<int, Snapshot> kept_;
};

/// The run of `origin` from its present day on under another scenario, on the same luck: another
/// future of the same past. `other` may say anything of this day and later ones (Scenario::with);
/// a fault if the two differ before. Where only changes and events to come differ the state is taken
/// over as it is; else, as with a plan that nobody had before, the past is played again and compared.
[[nodiscard]] Result<World> fork(const World& origin, const Scenario& other);

/// The hash of a state and one small hash for each of its fields, which tells where two states part.
struct DayHash {
  std::uint64_t hash = 0;
  std::vector<std::uint16_t> fields;  ///< in the order of hashed_fields()
  friend bool operator==(const DayHash&, const DayHash&) = default;
};
[[nodiscard]] DayHash day_hash(const World& world);
/// What the fields are called. Decisions come before what follows from them.
[[nodiscard]] const std::vector<std::string>& hashed_fields();

/// A run written down: what it is made of, and the hash of its state at the beginning of each day.
/// Whatever reaches a run from outside (changes of policy, events) stands in its scenario, so
/// scenario, seed and replication are all that is needed to play it again.
struct Recording {
  std::string version, build;  ///< of the program that made it; build as build_digest()
  std::string name;            ///< of the scenario
  std::string scenario;        ///< resolved text: needs no other file
  std::uint64_t seed = 0;
  std::uint32_t replication = 0;
  std::vector<std::string> fields;  ///< as hashed_fields()
  std::vector<DayHash> days;        ///< [0] before the first day; one more than days were played

  /// JSON, one line a day.
  [[nodiscard]] std::string save() const;
  /// A fault if the text is no recording or not whole; `name` stands for the file in it.
  [[nodiscard]] static Result<Recording> load(std::string_view text, const std::string& name);
};

/// Called before each day is played and after the last one; may throw to give up.
using EachDay = std::function<void(int day, int of)>;

/// Plays one run to its end and writes it down. A fault where the resolved text does not read back: a
/// table of open deals may make it too long for a scenario.
[[nodiscard]] Result<Recording> record_run(const Scenario& scenario, std::uint64_t seed,
                                           std::uint32_t replication, const EachDay& each_day = {});

/// What playing a recording again has shown.
struct Replayed {
  int days = 0;                ///< played, up to the first difference
  bool same = false;           ///< every day's hash is as recorded
  std::uint64_t recorded = 0;  ///< hash of the last day looked at
  std::uint64_t played = 0;    ///< and what it was this time; equal if `same`
  std::string field;           ///< the first field that differs on that day; empty = not known
};

/// Plays a recording again and compares day by day, up to the first difference. A recording of
/// another build is a fault unless `any_build`: its run need not be the same.
[[nodiscard]] Result<Replayed> replay(const Recording& recording, bool any_build = false,
                                      const EachDay& each_day = {});

}  // namespace tandem
