// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "sim/command/commands.h"
#include "sim/command/evidence_output.h"
#include "sim/command/experiments_output.h"
#include "sim/command/failure.h"
#include "sim/command/play.h"
#include "sim/command/text.h"

namespace tandem {

namespace {

EvidenceReport measure(const EvidenceBase& base, const EvidenceOptions& options) {
  try {
    return value_or_throw(measure_evidence(base, options));
  } catch (const RunFailure& fault) {
    throw with_recipe(fault, (shipped_scenarios() / base.file).string(), {});
  }
}

bool of_a_firm(const std::string& name) {
  return std::ranges::any_of(evidence_rows(),
                             [&](const EvidenceRow& row) { return row.id == name; });
}
bool of_an_experiment(const std::string& name) {
  return std::ranges::any_of(
      experiments(), [&](const Experiment& e) { return e.id == name || row_of(e.id) == name; });
}

/// Refuses names that no row has.
void check_names(const std::vector<std::string>& names) {
  std::vector<std::string> known;
  for (const EvidenceRow& row : evidence_rows()) known.emplace_back(row.id);
  for (const Experiment& e : experiments())
    known.emplace_back(e.id), known.emplace_back(row_of(e.id));
  for (const std::string& name : names) {
    if (of_a_firm(name) || of_an_experiment(name)) continue;
    const std::string near = nearest_name(name, known);
    const std::string meant = near.empty() ? "" : fmt::format(" Did you mean `{}`?", near);
    throw Failure(kBadInput, fmt::format("there is no row `{}`.{} All stand in docs/evidence.md.",
                                         name, meant));
  }
}

}  // namespace

ExitCode command(const EvidenceCommandOptions& asked, const Console& console) {
  check_names(asked.rows);
  if (asked.markdown && !asked.rows.empty())
    throw Failure(kBadInput, "--markdown writes the whole page: leave out the rows");
  const Interrupt interrupt;  // before the first thread
  ProgressBar bar(console, asked.quiet);
  const auto bases = evidence_bases();
  const bool all = asked.rows.empty();
  const bool firms = all || std::ranges::any_of(asked.rows, of_a_firm);
  const bool trials = all || std::ranges::any_of(asked.rows, of_an_experiment);
  // A firm takes about as long as eight experiments.
  const double first = firms ? 8.0 * static_cast<double>(bases.size()) : 0;
  const double whole = first + (trials ? static_cast<double>(experiments().size()) : 0);
  double before = 0, part = 8;
  EvidenceOptions options;
  options.rows = asked.rows;
  options.replications = asked.replications;
  options.threads = asked.threads;
  options.stop = interrupt.token();
  options.progress = [&](const Progress& p) {
    bar.show({p.done, p.of, (before + part * p.share) / whole});
  };
  const auto interrupted = [&] {
    bar.wipe();
    console.say("tandem: interrupted before all was measured; nothing to show\n");
    return kInterrupted;
  };
  std::vector<EvidenceReport> reports;
  if (firms) {
    for (const EvidenceBase& base : bases) {
      reports.push_back(measure(base, options));
      if (reports.back().stopped) return interrupted();
      before += part;
    }
  }
  part = whole - first;
  ExperimentReport played;
  if (trials) played = value_or_throw(measure_experiments(asked.rows, options));
  if (played.stopped) return interrupted();
  bar.wipe();
  if (asked.markdown) {
    console.put(evidence_markdown(reports) + experiments_markdown(played));
  } else if (asked.json) {
    console.put(evidence_json(reports, played));
  } else {
    for (const EvidenceReport& report : reports) console.put(evidence_table(report, console));
    if (trials) console.put(experiments_table(played, console, !all));
    if (all)
      console.put(console.paint(Style::dim,
                                " `tandem evidence ROW` tells what a row counts and why; "
                                "docs/evidence.md has all.\n"));
  }
  return kDone;
}

}  // namespace tandem
