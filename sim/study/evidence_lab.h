// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "tandem/evidence.h"

namespace tandem {

using Runs = std::vector<RunRecord>;

/// The firm that evidence is taken from, and the experiments on it. What was played once is kept:
/// rows share runs. Variants of one length meet the same luck, run by run.
class Lab {
 public:
  Lab(const EvidenceBase& base, Scenario scenario, const EvidenceOptions& options);

  [[nodiscard]] const Scenario& scenario() const { return scenario_; }
  /// Runs of the firm as it is, over its own horizon.
  const Runs& plain() { return play({}); }
  /// Runs over three years, a quarter as many: for what one year cuts off.
  const Runs& long_runs();
  /// Runs in which everybody works about a tenth more of their own accord.
  const Runs& more_effort();
  /// Runs with one more seat in each team, the market as it is; `share` becomes seats over seats.
  const Runs& more_seats(double& share);

  /// Runs without the higher rate above quota.
  const Runs& flat() { return play({std::string(base_.flat)}); }

  [[nodiscard]] int replications() const { return replications_; }
  [[nodiscard]] bool stopped() const { return stopped_; }

  static constexpr int kPlays = 5;  ///< different ones above

 private:
  const Runs& play(const std::vector<std::string>& set, int years = 0);

  EvidenceBase base_;
  Scenario scenario_;
  const EvidenceOptions& options_;
  int replications_;
  bool stopped_ = false;
  std::map<std::pair<std::vector<std::string>, int>, Runs> played_;
};

/// Mean of y over x of paired observations as observations of the ratio of their means: their mean
/// is the ratio and their t-interval its interval by linearisation (Cochran 1977, section 2.11).
[[nodiscard]] std::vector<double> ratio_of_means(const std::vector<double>& y,
                                                 const std::vector<double>& x);

/// A metric's value in a run.
[[nodiscard]] std::optional<double> metric_in(const RunRecord& run, std::string_view id);

}  // namespace tandem
