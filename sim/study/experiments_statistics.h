// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "sim/study/experiments_bench.h"

// What experiments count. Each figure is one observation of a run, or of a group of runs where one
// run has too few people: observations are independent and their t-interval holds.
namespace tandem {

using Values = std::vector<double>;
using Point = std::pair<double, double>;  // x, y
using Points = std::vector<Point>;

/// Pearson's r; none where one of the two does not vary.
[[nodiscard]] std::optional<double> correlation(const Points& points);
/// Least squares slope of y on x; none where x does not vary.
[[nodiscard]] std::optional<double> slope(const Points& points);
/// Standardised slopes of y on all of x together; none where one of them does not vary.
[[nodiscard]] std::optional<Values> betas(const std::vector<Values>& x, const Values& y);

/// One observation of each run that has one.
[[nodiscard]] Values each_run(const Observations& runs,
                              const std::function<std::optional<double>(const Observed&)>& of);
/// One of each pair of runs on the same luck.
[[nodiscard]] Values each_pair(
    const Observations& base, const Observations& variant,
    const std::function<std::optional<double>(const Observed&, const Observed&)>& of);
/// One of each group of runs, of which there are at most 16: all points of a group together.
[[nodiscard]] Values each_group(const Observations& runs,
                                const std::function<void(const Observed&, Points&)>& collect,
                                const std::function<std::optional<double>(const Points&)>& of);

/// A metric of a run.
[[nodiscard]] double metric_of(const Observed& run, std::string_view id);
/// Revenue of variant over base less 1, pair by pair.
[[nodiscard]] Values change_of_revenue(Bench& bench, const Play& base, const Play& variant);
/// Revenue of the days [from, to).
[[nodiscard]] double revenue_between(const Observed& run, int from, int to);

/// Credit of those there all along under both plans: before, after.
[[nodiscard]] Points both_times(const Observed& base, const Observed& variant);

/// Somebody who was there at every reading of a run: means over the months, credit of the run.
struct Stayer {
  PersonReading mean;  ///< tenure, revenue, help: at the end
  double credit = 0;   ///< of the run, over the expected
  double help = 0;     ///< hours given to mates in the run
};
[[nodiscard]] std::vector<Stayer> stayers(const Observed& run);

/// A team over a run: means over people and months.
struct TeamRun {
  int team = 0;
  double trust = 0, conflict = 0, morale = 0, effort = 0;
  double shared =
      0;  ///< knowledge that two mates have in common, mean over pairs and the topics asked for
  double credit = 0;  ///< revenue over the expected, a seat
};
[[nodiscard]] std::vector<TeamRun> team_runs(const Observed& run);

}  // namespace tandem
