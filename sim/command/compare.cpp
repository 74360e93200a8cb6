// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "sim/command/commands.h"
#include "sim/command/compare_output.h"
#include "sim/command/compare_table.h"
#include "sim/command/json.h"
#include "sim/command/play.h"

namespace tandem {

namespace {

/// Each variant by its name; by its file where a variant has kept the name of what it extends.
std::vector<std::string> labels(const Scenario& base, const std::vector<Scenario>& variants,
                                const std::vector<std::string>& files) {
  std::vector<std::string> names{base.name()};
  for (const Scenario& variant : variants) names.push_back(variant.name());
  std::vector<std::string> out;
  for (std::size_t v = 0; v < variants.size(); ++v) {
    const bool alone = std::ranges::count(names, variants[v].name()) == 1;
    out.push_back(alone ? variants[v].name() : files[v]);
  }
  return out;
}

ComparisonSet play(const Scenario& base, const std::vector<Scenario>& variants,
                   const CompareOptions& options, const BatchOptions& batch, OutStore* kept) {
  try {
    return value_or_throw(compare(base, variants, batch));
  } catch (const RunFailure& fault) {
    std::string file = options.base;
    for (std::size_t v = 0; v < variants.size(); ++v) {
      if (variants[v].name() == fault.scenario()) file = options.variants[v];
    }
    throw with_recipe(fault, file, options.play, kept);
  }
}

}  // namespace

ExitCode command(const CompareOptions& options, const Console& console) {
  const Overrides over = overrides(options.play);
  const Scenario base = value_or_throw(Scenario::load(options.base, over));
  const std::vector<Scenario> variants =
      value_or_throw(load_variants(base, {options.variants.begin(), options.variants.end()}, over));
  const std::vector<std::string> names = labels(base, variants, options.variants);

  const Interrupt interrupt;  // before the first thread
  std::optional<CompareOutput> output;
  if (!options.play.out.empty()) output.emplace(options.play.out, base, variants, names);
  ProgressBar bar(console, options.play.quiet);
  BatchOptions batch = batch_options(options.play, interrupt, bar);
  if (output) {
    batch.store = &output->kept().store();
    batch.each_pair = [&](int replication, std::span<const RunRecord> records) {
      output->add(replication, records);
    };
  }
  batch.until = stop_rule(options.play, options.until_clear);
  if (!options.best.empty()) batch.best = find_metric(options.best);
  ComparisonSet set = play(base, variants, options, batch, output ? &output->kept() : nullptr);
  bar.wipe();
  if (output && !options.play.quiet) {
    const auto arms = static_cast<std::int64_t>(variants.size()) + 1;
    output->kept().tell_found(console, arms * set.replications);
  }
  for (std::size_t v = 0; v < names.size(); ++v) {
    set.comparisons[v].variant = names[v];
    if (set.best) set.best->candidates[v + 1].name = names[v];
  }

  if (set.replications > 0) {
    if (output) output->commit(set, options.play.replications);
    console.put(options.play.json ? compare_json(set, batch.until)
                                  : compare_table(base, set, options.play.threads, console));
    if (!options.play.json && batch.until && set.remaining == 0) {
      console.put(goal_reached(*batch.until, true, set.replications, console));
    }
  }
  if (!set.stopped) {
    console.flush();
    if (set.remaining.value_or(0) > 0) {
      tell_not_reached(console, *batch.until, true, set.replications, *set.remaining);
    }
    return kDone;
  }
  console.flush();
  tell_interrupted(console, set.replications, options.play.replications, options.play.out);
  return kInterrupted;
}

}  // namespace tandem
