// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "sim/study/statistics.h"

namespace tandem {

/// One metric of BASE and a variant, pair by pair on the same luck.
class PairedMetric {
 public:
  void add(const std::optional<double>& base, const std::optional<double>& variant);
  [[nodiscard]] bool observed() const { return difference_.n() > 0; }
  [[nodiscard]] Difference result(Metric metric) const;
  /// About how many more pairs until the rule is met.
  [[nodiscard]] int remaining(const StopRule& rule) const;

 private:
  Moments base_, variant_, difference_;
  Sample base_sample_, variant_sample_;
  bool identical_ = true;
};

/// Pay and quits seat by seat, for the seats that both firms have under one name.
class PairedSeats {
 public:
  PairedSeats(const Scenario& base, const Scenario& variant);
  void add(const RunRecord& base, const RunRecord& variant);
  [[nodiscard]] std::vector<SeatDifference> result() const;

 private:
  struct Seat {
    SeatLabel label;
    std::size_t base, variant;  // places in the two firms
    Moments base_pay, pay, quits;
  };
  std::vector<Seat> seats_;
  std::size_t base_seats_, variant_seats_;
};

}  // namespace tandem
