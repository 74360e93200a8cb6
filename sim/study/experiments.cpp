// SPDX-License-Identifier: Apache-2.0
// Published findings as experiments: which there are, and what their intervals say.
#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

#include "sim/study/experiments_list.h"
#include "tandem/evidence.h"

namespace tandem {

namespace {

std::array<std::span<const Trial>, 6> parts() {
  return {learning_trials(),  result_trials(),  pay_trials(),
          incentive_trials(), leaving_trials(), team_trials()};
}

bool asked(const Trial& trial, const std::vector<std::string>& names) {
  const std::string_view id = trial.about.id;
  return names.empty() || std::ranges::any_of(names, [&](const std::string& name) {
           return name == id || name == row_of(id);
         });
}

}  // namespace

std::string_view letter(Basis basis) {
  switch (basis) {
    case Basis::read:
      return "V";
    case Basis::secondary:
      return "S";
    case Basis::computed:
      return "C";
    case Basis::memory:
      return "M";
    case Basis::none:
      break;
  }
  return "";
}

std::string_view row_of(std::string_view id) { return id.substr(0, id.find('.')); }

std::vector<Experiment> experiments() {
  std::vector<Experiment> out;
  for (const auto part : parts())
    for (const Trial& trial : part) out.push_back(trial.about);
  return out;
}

EvidenceVerdict experiment_verdict(const Experiment& experiment,
                                   const std::optional<Estimate>& simulated) {
  if (experiment.reach != Reach::experiment) return EvidenceVerdict::open;
  if (!simulated) return EvidenceVerdict::nothing;
  const double low = experiment.low, high = experiment.high, none = experiment.none;
  if (simulated->low >= low && simulated->high <= high) return EvidenceVerdict::inside;
  if (simulated->high >= low && simulated->low <= high) return EvidenceVerdict::edge;
  const bool upwards = std::isinf(high) || (!std::isinf(low) && (low + high) / 2 > none);
  const bool published_side = upwards ? simulated->low > none : simulated->high < none;
  return published_side ? EvidenceVerdict::sign : EvidenceVerdict::miss;
}

Result<ExperimentReport> measure_experiments(const std::vector<std::string>& names,
                                             const EvidenceOptions& options) {
  const auto start = std::chrono::steady_clock::now();
  ExperimentReport out;
  int all = 0;
  for (const auto part : parts())
    for (const Trial& trial : part) all += asked(trial, names);
  for (const auto part : parts()) {
    Bench bench(options);  // neighbours share plays; all of them would fill the memory
    for (const Trial& trial : part) {
      if (!asked(trial, names) || options.stop.stop_requested()) continue;
      ExperimentFinding finding{.experiment = trial.about, .simulated = {}};
      if (trial.of != nullptr) {
        const std::vector<double> observed = trial.of(bench);
        if (!observed.empty()) finding.simulated = estimate(observed);
      }
      finding.verdict = experiment_verdict(finding.experiment, finding.simulated);
      out.findings.push_back(finding);
      const auto done = static_cast<int>(out.findings.size());
      if (options.progress) options.progress({done, all, static_cast<double>(done) / all});
    }
  }
  out.stopped = options.stop.stop_requested();
  out.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return out;
}

}  // namespace tandem
