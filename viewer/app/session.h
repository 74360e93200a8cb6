// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tandem/result.h"
#include "tandem/scenario.h"

// What is opened and what was done to it: files, branches of them, edits with undo and redo. Plain
// data of the window's thread; the engine plays what it says (engine.h).
namespace tandem::viewer {

/// One thing done to a run from a day on.
struct Edit {
  enum Kind { change, event, without } kind = change;
  std::string text;  ///< YAML of a change or an event as in a file; `without`: id of the event
  int day = 0;
  std::string says;  ///< as one would name it: "pricing.discount = 10%"
  friend bool operator==(const Edit&, const Edit&) = default;
};

/// A run: a file's firm, or another future of one from a day on.
struct Run {
  int id = 0;
  int parent = -1;  ///< id; -1: a file's own
  int from = 0;     ///< day on which it leaves its parent
  std::string name;
  std::filesystem::path file;
  std::shared_ptr<const Scenario> origin;    ///< of the file
  std::shared_ptr<const Scenario> scenario;  ///< with the edits
  std::vector<Edit> edits;                   ///< its own and its parents', oldest first
  std::size_t inherited = 0;                 ///< how many of them are the parents'
  std::vector<Edit> undone;                  ///< that redo brings back, the next one last
  std::uint64_t version = 0;                 ///< a new one with every edit
  /// Ids of events that do not happen.
  [[nodiscard]] std::vector<std::string> without() const;
};

/// All runs and which are shown. Every function that can fail says why and changes nothing then.
class Session {
 public:
  static constexpr std::size_t kShown = 4;  ///< at most so many side by side

  Session() = default;
  Session(Scenario first, std::filesystem::path file, std::uint32_t replication);

  [[nodiscard]] const std::vector<Run>& runs() const { return runs_; }
  [[nodiscard]] const Run* find(int id) const;
  [[nodiscard]] const Run& active() const { return *find(active_); }
  [[nodiscard]] const std::vector<int>& shown() const { return shown_; }  ///< ids, A first
  [[nodiscard]] std::uint64_t seed() const { return seed_; }
  [[nodiscard]] std::uint32_t replication() const { return replication_; }
  [[nodiscard]] int days() const { return runs_.front().scenario->days(); }

  /// Another file beside the first: same horizon, same luck.
  int open(Scenario scenario, std::filesystem::path file);
  /// Another future of a run from a day on; without an edit it is its parent again. Its id.
  int branch(int of, int day, const std::string& name = {});
  /// "KEY=VALUE" from a day on, on a run. On a file's own run a branch is made first. The run's id.
  [[nodiscard]] Result<int> set(int run, int day, const std::string& setting);
  /// An event or a change as in a file, without its date.
  [[nodiscard]] Result<int> add(int run, int day, const std::string& list,
                                const std::string& entry);
  /// What if the event of this id had not happened.
  [[nodiscard]] Result<int> leave_out(int run, int day, const std::string& id);
  void name(int run, std::string name) { at(run).name = std::move(name); }
  bool undo(int run);
  bool redo(int run);
  /// Forgets a branch with all that came from it; a file's first run stays.
  bool drop(int run);

  bool show(int run);  ///< beside the others; false: four are shown already
  bool hide(int run);  ///< one is always left
  void activate(int run);
  void swap();  ///< A and B
  void luck(std::uint64_t seed, std::uint32_t replication);

  /// Branches and edits as lines of a script that makes them again.
  [[nodiscard]] std::string script() const;
  [[nodiscard]] bool changed() const;  ///< is there a branch at all?

 private:
  [[nodiscard]] Run& at(int id);
  [[nodiscard]] Result<int> edit(int run, const Edit& edit);
  [[nodiscard]] static Result<std::shared_ptr<const Scenario>> play(const Scenario& origin,
                                                                    const std::vector<Edit>& edits);

  std::vector<Run> runs_;
  std::vector<int> shown_;
  int active_ = 0, branches_ = 0;
  std::uint64_t seed_ = 1;
  std::uint32_t replication_ = 0;
};

}  // namespace tandem::viewer
