// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/report/readings.h"
#include "tandem/evidence.h"

namespace tandem {

/// What an experiment plays.
struct Play {
  std::string_view firm;              ///< path under the shipped scenarios
  std::vector<std::string> set = {};  ///< as `--set`
  int runs = 48;
  int years = 1;
  bool read = false;  ///< everybody is read as each month begins and at the end
  auto operator<=>(const Play&) const = default;
};

/// One run as an experiment sees it.
struct Observed {
  RunRecord record;                                ///< with people
  std::vector<double> revenue;                     ///< by day, money
  std::vector<std::vector<PersonReading>> months;  ///< where asked for: day 0, 21, 42, ...
};
using Observations = std::vector<Observed>;

/// Plays firms for experiments, each play once. Plays of one firm and length meet the same luck, run
/// by run.
class Bench {
 public:
  explicit Bench(const EvidenceOptions& options) : options_(options) {}
  const Observations& play(const Play& play);
  [[nodiscard]] const Scenario& scenario(const Play& play);
  [[nodiscard]] bool stopped() const { return options_.stop.stop_requested(); }

 private:
  const EvidenceOptions& options_;
  std::map<Play, Scenario> scenarios_;
  std::map<Play, Observations> played_;
};

/// No sign was published, so that a figure beside the tolerance is a miss.
constexpr double kNoSign = std::numeric_limits<double>::quiet_NaN();
/// An end of a tolerance that asks for the sign alone.
constexpr double kMost = std::numeric_limits<double>::infinity();

constexpr int kMonthDays = 21, kQuarterDays = 63, kYearDays = 252;

/// The same play with further settings.
[[nodiscard]] Play with(Play play, const std::vector<std::string>& set);

/// An experiment and how it is measured: independent observations, one a run or group of runs.
struct Trial {
  Experiment about;
  std::vector<double> (*of)(Bench& bench) = nullptr;  ///< null: nothing is played
};

}  // namespace tandem
