// SPDX-License-Identifier: Apache-2.0
#include "sim/command/help.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "sim/command/text.h"

namespace tandem {

namespace {

constexpr int kWidth = 96;

const std::vector<CommandHelp> kCommands{
    {"new",
     "tandem new NAME [--from-csv DIR|FILE...]",
     "write a scenario to start from, or build one from a CRM export",
     "Writes NAME.yaml: a commented starter, or, with --from-csv, a firm built from the "
     "opportunities of a CRM export. The columns taken for each field, the checks of the import "
     "and the figures of the file beside the simulated ones are printed. It never asks a "
     "question and never overwrites a file.",
     {"tandem new acme", "tandem new acme --from-csv exports/ --map deal.value=Amount --alias"}},
    {"list",
     "tandem list",
     "the scenarios that come with Tandem",
     "Lists the shipped scenarios with what each of them shows. Their names can be given to "
     "`extends` in a file of your own.",
     {"tandem list"}},
    {"check",
     "tandem check FILE... [--set KEY=VALUE] [--full]",
     "validate scenario files; show what the defaults fill in",
     "Reads scenario files and reports every mistake with its place, what was expected and the "
     "nearest right name. For a file without mistakes it tells what the file gives and what the "
     "defaults fill in. Exit code 2 if any file has a mistake.",
     {"tandem check firm.yaml", "tandem check firm.yaml --full > resolved.yaml"}},
    {"run",
     "tandem run FILE [OPTIONS]",
     "play a scenario many times; metrics with 95 % intervals",
     "Plays the firm of FILE again and again, each time on its own luck, and shows every "
     "metric's "
     "mean with its 95 % interval and its course over the weeks. The same file, seed and number "
     "of replications give the same figures on any machine and any number of threads.",
     {"tandem run scenarios/quickstart.yaml --replications 200",
      "tandem run scenarios/quickstart.yaml --precision 2%",
      "tandem run firm.yaml --set market.deal_size=40000 --out results"}},
    {"compare",
     "tandem compare BASE VARIANT... [OPTIONS]",
     "what a change does: differences on the same luck",
     "Plays BASE and each VARIANT on the same luck, pair by pair, so that what differs is the "
     "change and not the dice. Tells of every metric whether it is higher, lower, or that it "
     "cannot be told yet and about how many more pairs it takes; the 95 % intervals hold however "
     "early and often you look. Then the cost of the plan, the risk, and whose pay rises and "
     "falls; of several variants which can be the best. Seed, horizon and replications are those "
     "of BASE.",
     {"tandem compare firm.yaml new-plan.yaml",
      "tandem compare firm.yaml new-plan.yaml --until-clear --metric profit",
      "tandem compare firm.yaml plan-a.yaml plan-b.yaml --replications 400 --json"}},
    {"replay",
     "tandem replay RECORDING [OPTIONS]",
     "play a recording again and check each day's hash",
     "Plays the run of a recording again and compares the hash of its state on every day. Says "
     "that all are as recorded, or names the first day and field that are not. Exit code 3 if "
     "the same build plays it differently, 1 if another build does (--any-build), 2 if the file "
     "cannot be played.",
     {"tandem run firm.yaml --record year.recording --replication 17",
      "tandem replay year.recording"}},
    {"merge",
     "tandem merge OUT STORE...",
     "unite results stores, as of several machines",
     "Adds to the store OUT every run of the other stores that it lacks: the union of sets, in "
     "whatever order. A run that two stores hold must have the same figures in both; a store of "
     "another build of the engine is refused. All is added or nothing.",
     {"tandem merge results monday/results.sqlite tuesday/results.sqlite"}},
    {"verify",
     "tandem verify STORE [--sample N]",
     "read a results store, play a sample of its runs again",
     "Reads every run of a store and holds it against its checksum, plays a sample of the runs "
     "again and names the first figure that differs. Exit code 3 if one does.",
     {"tandem verify results", "tandem verify results/results.sqlite --sample 1000"}},
    {"why",
     "tandem why FILE [--rep R [--day D] | --deal A.N | --account A | --event ID | --without ID]",
     "the reasons behind a run: terms of decisions, chains of events",
     "Plays one replication with a journal and answers from it. Without a question it lists "
     "events "
     "worth asking about. Decisions (effort and hours, morale, the wish to leave, a buyer's yes "
     "or "
     "no) are shown as their named terms; events with the chain of earlier events they follow "
     "from. "
     "--without replays the run on the same luck without one event and tells what it did, to "
     "this "
     "run exactly and to other futures with an interval.",
     {"tandem why scenarios/quickstart.yaml",
      "tandem why scenarios/quickstart.yaml --rep 7 --day 143",
      "tandem why firm.yaml --without quit:12:143 --replication 4"}},
    {"diverge",
     "tandem diverge A B [OPTIONS]",
     "where two policies part on the same luck, and how far it spreads",
     "Plays A and B on the same luck with a journal each, and names the first decision and the "
     "first "
     "event that differ, with terms and the chain behind them; then how many people, deals and "
     "customers are touched as days go by.",
     {"tandem diverge scenarios/quickstart.yaml scenarios/plans/quickstart-accelerator.yaml"}},
    {"lesson",
     "tandem lesson [LESSON] [OPTIONS]",
     "a claim beside what the simulation makes of it",
     "Without LESSON lists the lessons that come with Tandem. With one, by its id or as a file, "
     "it "
     "plays the firm and its twin on the same luck and prints the simulated effect with its 95 % "
     "interval beside the claimed one. The claims' sources could not be checked: lessons "
     "illustrate, they are no targets. --markdown plays all of them and prints docs/lessons.md.",
     {"tandem lesson", "tandem lesson N5 --replications 200", "tandem lesson N16 --sweep",
      "tandem lesson my-lesson.yaml --language zh"}},
    {"schema",
     "tandem schema",
     "JSON Schema of the scenario file, for editors",
     "Prints the JSON Schema of the scenario file. Editors use it to complete keys and to mark "
     "mistakes while you type.",
     {"tandem schema > tandem.schema.json"}},
    {"parameters",
     "tandem parameters [FILTER] [--markdown | --json]",
     "every key of a scenario: unit, default, range, meaning, source",
     "Lists every parameter a scenario file may set, with type, unit, default, range, one "
     "sentence and where the default comes from.",
     {"tandem parameters market", "tandem parameters --markdown > parameters.md"}},
    {"metrics",
     "tandem metrics [--markdown | --json]",
     "every figure that comes out, with its definition",
     "Lists every metric with its id, unit and definition: what is counted, over what.",
     {"tandem metrics", "tandem metrics --json"}},
    {"evidence",
     "tandem evidence [ROW...] [--replications N] [--markdown | --json]",
     "the shipped firms beside published figures: inside or not",
     "Plays the four firms in scenarios/base and shows row by row the simulated interval, the "
     "published figure and its tolerance: turnover, ramp, quota attainment, win rate, sales "
     "cycle, elasticity of sales. Then experiments on shipped firms beside published findings on "
     "learning, pay, leaving and teams: inside, at the edge, sign only, miss, or outside the "
     "model's reach. A ROW such as K17 plays that alone and tells what is counted and why. All "
     "of "
     "it takes two or three minutes.",
     {"tandem evidence", "tandem evidence K17", "tandem evidence --markdown > docs/evidence.md"}},
};

std::string examples(const std::vector<std::string>& lines) {
  std::string out = lines.size() > 1 ? "\nExamples:\n" : "\nExample:\n";
  for (const std::string& line : lines) out += "  " + line + "\n";
  return out;
}

}  // namespace

std::vector<std::string> command_names() {
  std::vector<std::string> out;
  std::ranges::transform(kCommands, std::back_inserter(out), &CommandHelp::name);
  return out;
}

const CommandHelp* find_help(const std::string& command) {
  const auto found = std::ranges::find(kCommands, command, &CommandHelp::name);
  return found == kCommands.end() ? nullptr : &*found;
}

std::string overview() {
  std::string out = wrapped(
      "Tandem plays a sales team forward day by day, many times over, and tells "
      "what a change of pay, quotas or rules does to revenue, cost and people, "
      "apart from luck.",
      kWidth);
  out += "\n\nUsage: tandem COMMAND [OPTIONS]\n\nCommands:\n";
  for (const CommandHelp& command : kCommands) {
    out += fmt::format("  {:<12}{}\n", command.name, command.summary);
  }
  out +=
      "\nOptions:\n"
      "  --help      show this help; after a command, that command's\n"
      "  --version   print version, build digest and compiler\n"
      "\nExit codes: 0 done, 1 failed (disk, display), 2 bad input, 3 fault of the program, "
      "130 Ctrl-C\n";
  return out + examples({"tandem run scenarios/quickstart.yaml",
                         "tandem compare firm.yaml new-plan.yaml"});
}

std::string help_of(const CommandHelp& command, std::span<const OptionHelp> options) {
  std::size_t widest = 0;
  for (const OptionHelp& option : options) widest = std::max(widest, option.name.size());
  const int indent = static_cast<int>(widest) + 4;
  std::string out =
      fmt::format("{}\n\nUsage: {}\n\nOptions:\n", wrapped(command.purpose, kWidth), command.usage);
  for (const OptionHelp& option : options) {
    out += fmt::format("  {:<{}}  {}\n", option.name, widest,
                       wrapped(option.says, kWidth - indent, indent));
  }
  return out + examples(command.examples);
}

}  // namespace tandem
