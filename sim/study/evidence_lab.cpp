// SPDX-License-Identifier: Apache-2.0
#include "sim/study/evidence_lab.h"

#include <algorithm>
#include <map>
#include <stdexcept>

#include "sim/study/replications.h"

namespace tandem {

namespace {

constexpr int kYear = 252;
constexpr int kLongYears = 3;

/// The role of which a team has most seats, by team.
std::map<std::string, std::map<std::string, int>> seats_by_team(const Scenario& scenario) {
  std::map<std::string, std::map<std::string, int>> out;
  for (const SeatLabel& seat : scenario.seats()) ++out[seat.team][seat.role];
  return out;
}

}  // namespace

Lab::Lab(const EvidenceBase& base, Scenario scenario, const EvidenceOptions& options)
    : base_(base),
      scenario_(std::move(scenario)),
      options_(options),
      replications_(options.replications > 0 ? options.replications : base.runs) {}

const Runs& Lab::play(const std::vector<std::string>& set, int years) {
  Runs& runs = played_[{set, years}];
  if (!runs.empty() || stopped_) return runs;
  Result<Scenario> variant =
      Scenario::load(shipped_scenarios() / base_.file, {.set = set, .days = years * kYear});
  if (!variant) throw std::logic_error(describe(variant.faults()));
  BatchOptions batch;
  batch.replications = years > 0 ? std::max(2, replications_ / 4) : replications_;
  batch.threads = options_.threads;
  batch.people = batch.deals = true;
  batch.stop = options_.stop;
  if (options_.progress) {
    const auto before = static_cast<double>(played_.size() - 1);
    batch.progress = [this, before](const Progress& p) {
      options_.progress({p.done, p.of, (before + p.share) / kPlays});
    };
  }
  const Played played = play_replications({variant.value()}, scenario_.seed(), batch,
                                          [&](int, std::span<const RunRecord> records) {
                                            runs.push_back(records.front());
                                            return true;
                                          });
  stopped_ = played.stopped;
  return runs;
}

const Runs& Lab::long_runs() { return play({}, kLongYears); }

const Runs& Lab::more_effort() { return play({"effort.conscience=0.68"}); }

const Runs& Lab::more_seats(double& share) {
  std::vector<std::string> set;
  for (const auto& [team, roles] : seats_by_team(scenario_)) {
    const auto most = std::ranges::max_element(
        roles, {}, [](const std::pair<const std::string, int>& role) { return role.second; });
    set.push_back("teams.\"" + team + "\".seats." + most->first + "=" +
                  std::to_string(most->second + 1));
  }
  const auto seats = static_cast<double>(scenario_.reps());
  share = (seats + static_cast<double>(set.size())) / seats;
  return play(set);
}

std::vector<double> ratio_of_means(const std::vector<double>& y, const std::vector<double>& x) {
  const std::size_t n = std::min(x.size(), y.size());
  double sum_x = 0, sum_y = 0;
  for (std::size_t i = 0; i < n; ++i) sum_x += x[i], sum_y += y[i];
  if (n == 0 || sum_x == 0) return {};
  const double ratio = sum_y / sum_x, mean_x = sum_x / static_cast<double>(n);
  std::vector<double> out;
  for (std::size_t i = 0; i < n; ++i) out.push_back(ratio + (y[i] - ratio * x[i]) / mean_x);
  return out;
}

std::optional<double> metric_in(const RunRecord& run, std::string_view id) {
  const auto all = metrics();
  const auto found = std::ranges::find(all, id, &MetricInfo::id);
  if (found == all.end()) throw std::logic_error("no metric " + std::string(id));
  return run.values.at(static_cast<std::size_t>(found - all.begin()));
}

}  // namespace tandem
