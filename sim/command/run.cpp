// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "sim/command/commands.h"
#include "sim/command/json.h"
#include "sim/command/play.h"
#include "sim/command/recording.h"
#include "sim/command/run_output.h"
#include "sim/command/run_table.h"

namespace tandem {

namespace {

Batch play(const Scenario& scenario, const RunOptions& options, const BatchOptions& batch,
           OutStore* kept) {
  try {
    return run_batch(scenario, batch);
  } catch (const RunFailure& fault) {
    throw with_recipe(fault, options.file, options.play, kept);
  }
}

}  // namespace

ExitCode command(const RunOptions& options, const Console& console) {
  const Scenario scenario = value_or_throw(Scenario::load(options.file, overrides(options.play)));
  if (!options.record.empty()) return record(scenario, options, console);
  const Interrupt interrupt;  // before the first thread
  std::optional<RunOutput> output;
  if (!options.play.out.empty()) output.emplace(options.play.out, scenario, options.journal);

  ProgressBar bar(console, options.play.quiet || options.hash);
  BatchOptions batch = batch_options(options.play, interrupt, bar);
  batch.until = stop_rule(options.play, false);
  const bool table = !options.hash && !options.play.json;
  batch.weekly = output.has_value() || (table && console.terminal() && console.unicode());
  batch.people = output.has_value();
  batch.journal = options.journal;
  if (output) {
    batch.store = &output->kept().store();
    batch.each = [&](int replication, const RunRecord& record) {
      output->add(replication, record);
    };
  }
  const Batch result = play(scenario, options, batch, output ? &output->kept() : nullptr);
  bar.wipe();
  if (output && !options.play.quiet) output->kept().tell_found(console, result.replications);

  if (result.replications > 0) {
    if (output) output->commit(result, options.play.replications);
    if (options.hash) {
      console.put(fmt::format("{:016x}\n", result.hash));
    } else if (options.play.json) {
      console.put(run_json(scenario, result, batch.until));
    } else {
      console.put(run_table(scenario, result, options.play.threads, console));
      if (batch.until && result.remaining == 0) {
        console.put(goal_reached(*batch.until, false, result.replications, console));
      }
      if (options.quantiles) console.put(quantile_table(result, console));
      if (scenario.lesson() != nullptr) {
        console.put(" " +
                    console.paint(Style::dim, fmt::format("A lesson: `tandem lesson {}` plays "
                                                          "it beside its twin.",
                                                          options.file)) +
                    "\n");
      }
    }
  }
  if (!result.stopped) {
    console.flush();
    if (result.remaining.value_or(0) > 0) {
      tell_not_reached(console, *batch.until, false, result.replications, *result.remaining);
    }
    return kDone;
  }
  console.flush();
  tell_interrupted(console, result.replications, options.play.replications, options.play.out);
  return kInterrupted;
}

}  // namespace tandem
