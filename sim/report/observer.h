// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "sim/report/sums.h"
#include "tandem/world.h"

namespace tandem {

namespace record {
struct InsideObserver;
}

/// Looks at each day after it is played, and makes the run's record. It reads, draws nothing and
/// changes nothing.
class Observer {
 public:
  void start(const Model& model, bool deals);
  void see(const Model& model, const State& state);
  [[nodiscard]] RunRecord record(const Model& model, const State& state, WatchDetail detail) const;

 private:
  friend struct record::InsideObserver;  // snapshots keep all fields

  void close_week();
  [[nodiscard]] RunRecord::PersonRow row_of(const State& state, int seat) const;
  [[nodiscard]] double pay_gini(const Model& model, const State& state) const;

  Sums total_, week_;
  std::vector<Sums> weeks_;
  std::vector<RunRecord::PersonRow> left_;  ///< people who left within the run
  std::vector<double> attained_, periods_;  ///< of each seat's present person
  std::vector<RunRecord::DealRow> deals_;
  bool watch_deals_ = false;
  std::int64_t soft_limits_ = 0;
};

}  // namespace tandem
