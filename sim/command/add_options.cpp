// SPDX-License-Identifier: Apache-2.0
#include "sim/command/add_options.h"

#include <fmt/format.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <charconv>

#include "sim/command/text.h"
#include "tandem/registry.h"

namespace tandem {

namespace {

/// A whole number in [low, high], or a ParseError that says what was read.
template <class T>
T whole_number(const std::string& text, T low, T high) {
  T value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < low || value > high) {
    throw CLI::ValidationError(
        fmt::format("`{}` is not a whole number from {} to {}", text, low, high));
  }
  return value;
}

template <class T, class Target>
CLI::Option* number_option(CLI::App& app, const std::string& name, Target& target, T low, T high,
                           const std::string& says) {
  const auto store = [&target, name, low, high](const std::string& text) {
    try {
      target = whole_number<T>(text, low, high);
    } catch (const CLI::ValidationError& error) {
      throw CLI::ValidationError(name + ": " + error.what());
    }
  };
  return app.add_option_function<std::string>(name, store, says)->type_name("N");
}

/// "2%" or "0.02" as a share above 0 and below 1.
double share(const std::string& name, const std::string& text) {
  const bool percent = text.ends_with('%');
  const std::size_t end = text.size() - (percent ? 1 : 0);
  double value = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + end, value);
  if (percent) value /= 100;
  if (error != std::errc() || rest != text.data() + end || !(value > 0 && value < 1)) {
    throw CLI::ValidationError(
        fmt::format("{}: `{}` is not a share above 0% and below 100%, as 2% or 0.02", name, text));
  }
  return value;
}

/// Why `id` is no metric, or none by which firms can be ranked; empty = it is one.
std::string no_metric(const std::string& id, bool ranked) {
  std::vector<std::string> known;
  for (const MetricInfo& m : metrics()) {
    if (ranked && m.better == Better::neither) continue;
    if (m.id == id) return "";
    known.emplace_back(m.id);
  }
  if (find_metric(id)) return fmt::format("more of `{}` is neither better nor worse", id);
  const std::string nearest = nearest_name(id, known);
  return fmt::format(
      "there is no metric `{}`; {}", id,
      nearest.empty() ? "`tandem metrics` lists them" : "did you mean `" + nearest + "`?");
}

CLI::Option* list_option(CLI::App& app, const std::string& name, std::vector<std::string>& target,
                         const std::string& value, const std::string& says) {
  return app.add_option(name, target, says)->type_name(value)->allow_extra_args(false);
}

void add_set(CLI::App& app, std::vector<std::string>& set) {
  list_option(app, "--set", set, "KEY=VALUE",
              "lay a value over the file, e.g. policies.placebo=true; may be repeated")
      ->check([](const std::string& text) -> std::string {
        const auto equals = text.find('=');
        return equals == std::string::npos || equals == 0
                   ? fmt::format("`{}` is not KEY=VALUE", text)
                   : "";
      });
}

template <class Number>
void add_seed(CLI::App& app, Number& seed) {
  number_option<std::uint64_t>(app, "--seed", seed, 0, UINT64_MAX,
                               "seed of all luck instead of the file's");
}

template <class Number>
void add_days(CLI::App& app, Number& days) {
  number_option<int>(app, "--days", days, 1, 1'000'000,
                     "horizon in working days instead of the file's");
}

template <class Number>
void add_threads(CLI::App& app, Number& threads) {
  number_option<int>(app, "--threads", threads, 1, 1024,
                     "threads to use (default: all cores); results do not depend on it");
}

void add_quiet(CLI::App& app, bool& quiet) { app.add_flag("--quiet", quiet, "no progress bar"); }

void add_play(CLI::App& app, PlayOptions& play, const std::string& what_out_holds,
              const std::string& goal) {
  number_option<int>(app, "--replications", play.replications, 1, 100'000'000,
                     "how many times to play it, each on its own luck (default 100; with a goal at "
                     "most so many, default 100000)");
  app.add_option_function<std::string>(
         "--precision",
         [&play](const std::string& text) { play.precision = share("--precision", text); }, goal)
      ->type_name("P");
  list_option(app, "--metric", play.metrics, "ID",
              "the metric that goals are about (default revenue); may be repeated")
      ->check([](const std::string& id) { return no_metric(id, false); });
  add_seed(app, play.seed);
  add_days(app, play.days);
  add_threads(app, play.threads);
  add_set(app, play.set);
  app.add_option("--out", play.out, what_out_holds)->type_name("DIR");
  app.add_flag("--json", play.json, "print JSON for machines instead of tables");
  add_quiet(app, play.quiet);
}

void add_one_run(CLI::App& app, OneRunOptions& run) {
  number_option<int>(app, "--replication", run.replication, 0, 100'000'000,
                     "which replication, from 0 as in runs.csv (default 0)");
  add_seed(app, run.seed);
  add_days(app, run.days);
  add_set(app, run.set);
  app.add_flag("--json", run.json, "print JSON for machines instead of text");
}

void required(CLI::App& app, const std::string& name, std::string& target,
              const std::string& says) {
  app.add_option(name, target, says)->required()->type_name("");
}

void required(CLI::App& app, const std::string& name, std::vector<std::string>& target,
              const std::string& says) {
  app.add_option(name, target, says)->required()->type_name("");
}

void formats(CLI::App& app, bool& markdown, bool& json) {
  auto* first = app.add_flag("--markdown", markdown, "print a Markdown page");
  app.add_flag("--json", json, "print JSON")->excludes(first);
}

}  // namespace

void add_options(CLI::App& app, NewOptions& of) {
  required(app, "NAME", of.name, "name of the scenario; writes NAME.yaml");
  app.add_option("--from-csv", of.from_csv, "a folder of CSV files, or CSV files")
      ->type_name("DIR|FILE...");
  list_option(app, "--map", of.map, "FIELD=COLUMN",
              "take this column for that field; may be repeated");
  app.add_flag("--alias", of.alias, "replace the names of people and customers");
  app.add_flag("--quiet", of.quiet, "only mistakes and warnings");
}

void add_options(CLI::App& app, CheckOptions& of) {
  required(app, "FILE", of.files, "scenario files");
  add_set(app, of.set);
  app.add_flag("--full", of.full, "print each scenario with every default filled in");
}

void add_options(CLI::App& app, RunOptions& of) {
  required(app, "FILE", of.file, "a scenario file");
  add_play(app, of.play,
           "keep all runs there, go on from those it holds; write CSV files and a manifest",
           "goal: go on until half the 95 % interval is within this share of the mean, as 2%");
  app.add_flag("--quantiles", of.quantiles,
               "also print where one run in ten, half and nine in ten lie, with intervals");
  app.add_flag(
      "--journal", of.journal,
      "with --out: also write every decision and event with terms and causes, journal.csv");
  app.add_flag("--hash", of.hash, "with --replications 1: print the final state's hash only");
  app.add_option("--record", of.record,
                 "play one replication and write down the hash of each day, for tandem replay")
      ->type_name("FILE");
  number_option<std::uint32_t>(app, "--replication", of.replication, 0, UINT32_MAX,
                               "with --record: which one, as runs.csv counts them (default 0)");
}

void add_options(CLI::App& app, CompareOptions& of) {
  required(app, "BASE", of.base, "the scenario to compare with");
  required(app, "VARIANT", of.variants, "one or more scenarios that change something");
  add_play(app, of.play,
           "keep all runs there, go on from those it holds; write CSV files and a manifest",
           "goal: go on until half the interval of the difference is within this share of the "
           "base's mean, as 1%");
  app.add_flag("--until-clear", of.until_clear,
               "goal: go on until there is a verdict; with --precision until either");
  app.add_option("--best", of.best,
                 "with several variants: by what to tell the best (default profit)")
      ->type_name("ID")
      ->check([](const std::string& id) { return no_metric(id, true); });
}

void add_options(CLI::App& app, MergeOptions& of) {
  required(app, "OUT", of.out, "the store to add to, or its folder; made if missing");
  required(app, "STORE", of.stores, "stores, or folders that hold one");
}

void add_options(CLI::App& app, VerifyStoreOptions& of) {
  required(app, "STORE", of.store, "a store, or a folder that holds one");
  number_option<std::int64_t>(app, "--sample", of.sample, 1, 1'000'000'000,
                              "how many runs to play again (default 100)");
  add_quiet(app, of.quiet);
}

void add_options(CLI::App& app, ReplayOptions& of) {
  required(app, "RECORDING", of.file, "a file written by tandem run --record");
  app.add_flag("--any-build", of.any_build,
               "play it though another build recorded it, to see where the two part");
  add_quiet(app, of.quiet);
}

void add_options(CLI::App& app, WhyOptions& of) {
  required(app, "FILE", of.file, "a scenario file");
  app.add_option("--rep", of.rep,
                 "a rep by number from 1 or by name: its life, or with --day its decisions")
      ->type_name("R");
  number_option<int>(app, "--day", of.day, 0, 1'000'000, "a working day, from 0");
  app.add_option("--deal", of.deal,
                 "a deal as ACCOUNT.N: its course, and why each stage was passed or not")
      ->type_name("A.N");
  app.add_option("--account", of.account, "an account by number: everything that happened to it")
      ->type_name("A");
  app.add_option("--event", of.event,
                 "an event's id, e.g. quit:12:143: its terms and the chain behind it")
      ->type_name("ID");
  app.add_option("--without", of.without,
                 "undo this event, keep all other luck, and tell what it did")
      ->type_name("ID");
  number_option<int>(app, "--futures", of.futures, 0, 100'000,
                     "with --without: how many other futures to try after that day (default 30)");
  add_one_run(app, of);
}

void add_options(CLI::App& app, DivergeOptions& of) {
  required(app, "A", of.first, "a scenario file");
  required(app, "B", of.second, "another one: its seed and horizon are those of A");
  add_one_run(app, of);
}

void add_options(CLI::App& app, ParametersOptions& of) {
  app.add_option("FILTER", of.filter, "only those whose path or sentence holds it")->type_name("");
  formats(app, of.markdown, of.json);
}

void add_options(CLI::App& app, MetricsOptions& of) { formats(app, of.markdown, of.json); }

void add_options(CLI::App& app, EvidenceCommandOptions& of) {
  app.add_option("ROW", of.rows, "only these: T1, K17, T7.tenure")->type_name("");
  number_option<int>(app, "--replications", of.replications, 2, 1'000'000,
                     "replications of each firm instead of its own number");
  add_threads(app, of.threads);
  formats(app, of.markdown, of.json);
  add_quiet(app, of.quiet);
}

void add_options(CLI::App& app, LessonCommandOptions& of) {
  app.add_option("LESSON", of.lesson, "a lesson by its id, or a file with a lesson")->type_name("");
  number_option<int>(app, "--replications", of.replications, 1, 100'000'000,
                     "pairs of runs (default 100)");
  add_seed(app, of.seed);
  add_threads(app, of.threads);
  add_set(app, of.set);
  app.add_flag("--sweep", of.sweep,
               "also the effects at several values of a key that the lesson names");
  app.add_option("--language", of.language, "language of the texts: en or zh")
      ->type_name("L")
      ->check([](const std::string& text) -> std::string {
        return text == "en" || text == "zh"
                   ? ""
                   : fmt::format("there is no language `{}`; en or zh", text);
      });
  formats(app, of.markdown, of.json);
  add_quiet(app, of.quiet);
}

}  // namespace tandem
