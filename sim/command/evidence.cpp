// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "sim/command/commands.h"
#include "sim/command/evidence_output.h"
#include "sim/command/play.h"

namespace tandem {

namespace {

EvidenceReport measure(const EvidenceBase& base, const EvidenceOptions& options) {
  try {
    return value_or_throw(measure_evidence(base, options));
  } catch (const RunFailure& fault) {
    throw with_recipe(fault, (shipped_scenarios() / base.file).string(), {});
  }
}

}  // namespace

ExitCode command(const EvidenceCommandOptions& asked, const Console& console) {
  const Interrupt interrupt;  // before the first thread
  ProgressBar bar(console, asked.quiet);
  std::vector<EvidenceReport> reports;
  const auto bases = evidence_bases();
  EvidenceOptions options;
  options.replications = asked.replications;
  options.threads = asked.threads;
  options.stop = interrupt.token();
  options.progress = [&](const Progress& p) {
    const auto before = static_cast<double>(reports.size());
    bar.show({p.done, p.of, (before + p.share) / static_cast<double>(bases.size())});
  };
  for (const EvidenceBase& base : bases) {
    reports.push_back(measure(base, options));
    if (!reports.back().stopped) continue;
    bar.wipe();
    console.say("tandem: interrupted before all firms were measured; nothing to show\n");
    return kInterrupted;
  }
  bar.wipe();
  if (asked.markdown) {
    console.put(evidence_markdown(reports));
  } else if (asked.json) {
    console.put(evidence_json(reports));
  } else {
    for (const EvidenceReport& report : reports) console.put(evidence_table(report, console));
    console.put(console.paint(Style::dim,
                              " `tandem evidence --markdown` tells what each row counts and where "
                              "its figure is from.\n"));
  }
  return kDone;
}

}  // namespace tandem
