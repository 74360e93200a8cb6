// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "tandem/record.h"
#include "tandem/store.h"
#include "tandem/study.h"
#include "tandem/view.h"
#include "tandem/why.h"
#include "viewer/app/history.h"
#include "viewer/app/session.h"

// What plays in the background: the window asks and never waits.
namespace tandem::viewer {

/// A run on a day.
struct Picture {
  int run = 0;
  std::uint64_t version = 0;
  std::uint64_t hash = 0;
  FirmView firm;
  std::shared_ptr<const World> world;  ///< the same day: for pay curves and accounts of one seat
  std::size_t snapshots = 0, snapshot_bytes = 0;
  int spacing = 0;
};

/// Replications of A against each other run shown, so far.
struct Replications {
  int done = 0, of = 0;
  bool finished = false;
  std::string failure;                              ///< why there are none; empty: all is well
  std::vector<std::pair<int, std::uint64_t>> runs;  ///< id and version, A first
  /// By run of `runs` but the first: paired differences from A.
  std::vector<Comparison> comparisons;
  /// [run][metric][week]: what one run of ten lay below, half of them, nine of ten; empty = no
  /// series.
  struct Band {
    std::vector<float> low, middle, high;
  };
  std::vector<std::vector<Band>> bands;
  std::vector<std::vector<std::vector<float>>> finals;  ///< [run][metric][replication]
};

/// Where two runs part, of which both have been followed to the end.
struct Parting {
  std::pair<int, int> runs;                         ///< ids
  std::pair<std::uint64_t, std::uint64_t> version;  ///< of them
  Divergence how;
};

/// What the engine knows now. Everything in it is const and stays as it is.
struct Known {
  int day = 0;                                            ///< of the pictures
  std::vector<std::shared_ptr<const Picture>> pictures;   ///< of the runs shown, A first
  std::map<int, std::shared_ptr<const History>> history;  ///< by run
  std::vector<std::shared_ptr<const Parting>> partings;   ///< of A from each other run shown
  std::shared_ptr<const Replications> replications;
  std::string failure;  ///< of the program itself; empty: all is well
  [[nodiscard]] const Picture* picture(int run) const;
  [[nodiscard]] const History* of(int run) const;
  /// Null until it is known of the runs as they are followed now.
  [[nodiscard]] const Parting* parting(int first, int second) const;
};

class Engine {
 public:
  /// `wake` is called from other threads when there is something new.
  explicit Engine(std::function<void()> wake = {});
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  /// What is to be seen: the session's runs on a day. Returns at once.
  void show(const Session& session, int day);
  /// So many pairs of A and each other run shown, in the background; 0: none.
  void replicate(const Session& session, int pairs);

  [[nodiscard]] std::shared_ptr<const Known> known() const;
  /// Nothing asked for is still on its way; `all` with histories and replications.
  [[nodiscard]] bool idle(bool all) const;
  /// Waits until idle().
  void settle(bool all) const;

  static constexpr std::size_t kTimelineMemory = std::size_t{64} << 20;  ///< of one run's snapshots

 private:
  struct Wish {
    std::vector<Run> runs;  ///< shown, A first
    std::uint64_t seed = 1;
    std::uint32_t replication = 0;
    int day = 0;
    std::uint64_t number = 0;
  };
  void show_loop(const std::stop_token& stop);
  void follow_loop(const std::stop_token& stop);
  void replicate_loop(const std::stop_token& stop);
  void publish(const std::function<void(Known&)>& change);
  void fail(const std::string& what);

  std::function<void()> wake_;
  mutable std::mutex mutex_;
  mutable std::condition_variable_any changed_;
  Wish wish_;                                     // what to show
  std::uint64_t shown_ = 0;                       // number of the last wish that was fulfilled
  bool following_ = false, replicating_ = false;  // something is under way
  Wish study_;
  int pairs_ = 0;
  std::stop_source study_stop_;
  std::shared_ptr<const Known> known_;
  std::jthread shower_, follower_, studier_;
};

}  // namespace tandem::viewer
