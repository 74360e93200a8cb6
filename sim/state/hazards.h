// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>
#include <vector>

namespace tandem {

/// Events of one kind that come to many accounts, each at its own rate: the n-th comes when the
/// hazard summed up since the one before passes an addressed Exp(1) threshold (MODEL 0.4). The sum
/// is kept as a date on a clock that runs with what the accounts share (season, demand, days), so
/// that a day without an event costs an account nothing.
struct Hazards {
  std::vector<double> rate;  ///< per unit of the clock
  std::vector<double> due;   ///< when the clock shows this, the next event comes
  std::vector<double> left;  ///< of the threshold, as of the last change of rate

  /// The hazard still to be summed before the next event.
  [[nodiscard]] double until_next(int i, double clock) const {
    return rate[i] > 0 ? (due[i] - clock) * rate[i] : left[i];
  }
  /// The next event comes after so much more hazard, at this rate from now on.
  void expect(int i, double hazard, double next_rate, double clock) {
    left[i] = hazard;
    rate[i] = next_rate;
    due[i] = next_rate > 0 ? clock + hazard / next_rate : std::numeric_limits<double>::infinity();
  }
  void change_rate(int i, double next_rate, double clock) {
    if (next_rate != rate[i]) expect(i, until_next(i, clock), next_rate, clock);
  }
  /// An event has come; the next threshold starts where the last one was passed.
  void next(int i, double threshold) {
    left[i] = threshold;
    due[i] += threshold / rate[i];
  }
};

template <class Visitor, class H>
void visit_hazards(H& h, Visitor&& visit) {
  visit("rate", h.rate);
  visit("due", h.due);
  visit("left", h.left);
}

}  // namespace tandem
