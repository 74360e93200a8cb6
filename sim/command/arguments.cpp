// SPDX-License-Identifier: Apache-2.0
// It and add_options.cpp are the only users of CLI11, which takes long to compile.
#include <fmt/format.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "sim/command/add_options.h"
#include "sim/command/help.h"
#include "sim/command/options.h"
#include "sim/command/text.h"
#include "tandem/version.h"

namespace tandem {

namespace {

// A goal that so many replications do not reach is told apart from one that takes a while.
constexpr int kMostWithGoal = 100'000;

/// A mistake in an option, in one line.
Answer mistake(const std::string& command, const std::string& what) {
  const std::string name = command.empty() ? "tandem" : "tandem " + command;
  return {kBadInput, fmt::format("{}: {}\nTry `{} --help`.\n", name, what, name)};
}

/// Help in the shape of help.h instead of CLI11's own.
class HelpFormatter : public CLI::FormatterBase {
 public:
  std::string make_help(const CLI::App* app, std::string, CLI::AppFormatMode) const override {
    if (app->get_parent() == nullptr) return overview();
    const CommandHelp& about = *find_help(app->get_name());
    std::vector<OptionHelp> options;
    for (const CLI::Option* option : app->get_options()) {
      std::string name = option->get_name(option->get_positional(), !option->get_positional());
      if (name == "-h,--help") name = "--help";
      const std::string value = option->get_type_size() == 0 || option->get_positional()
                                    ? ""
                                    : " " + option->get_type_name();
      options.push_back({name + value, option->get_description()});
    }
    return help_of(about, options);
  }
};

/// All subcommands with the options they fill.
class Arguments {
 public:
  Arguments() {
    app_.formatter(std::make_shared<HelpFormatter>());
    app_.set_help_flag("-h,--help", "show this help");
    app_.add_flag("--version", version_, "print version, build digest and compiler");
    app_.require_subcommand(0, 1);

    add_options(subcommand("new"), new_);
    subcommand("list");
    add_options(subcommand("check"), check_);
    add_options(subcommand("run"), run_);
    add_options(subcommand("compare"), compare_);
    add_options(subcommand("merge"), merge_);
    add_options(subcommand("verify"), verify_);
    add_options(subcommand("replay"), replay_);
    add_options(subcommand("why"), why_);
    add_options(subcommand("diverge"), diverge_);
    subcommand("schema");
    add_options(subcommand("parameters"), parameters_);
    add_options(subcommand("metrics"), metrics_);
    add_options(subcommand("evidence"), evidence_);
    add_options(subcommand("lesson"), lesson_);
  }

  Request read(std::span<const char* const> arguments) {
    std::vector<std::string> words(arguments.begin(), arguments.end());
    if (words.empty()) return Answer{kBadInput, overview()};
    const std::string command = words.front().starts_with("-") ? "" : words.front();
    if (const auto wrong = unknown_word(words, command)) return *wrong;
    try {
      std::reverse(words.begin(), words.end());  // CLI11 takes them from the back
      app_.parse(words);
    } catch (const CLI::CallForHelp&) {
      return Answer{kDone, command.empty() ? overview() : app_.get_subcommand(command)->help()};
    } catch (const CLI::RequiredError& error) {
      return mistake(command, missing(command, error));
    } catch (const CLI::ParseError& error) {
      return mistake(command, error.what());
    }
    if (command.empty()) {
      return version_ ? Answer{kDone, version_text()} : Answer{kBadInput, overview()};
    }
    return request(command);
  }

 private:
  CLI::App& subcommand(const std::string& name) {
    return *app_.add_subcommand(name, find_help(name)->summary);
  }

  static std::string version_text() {
    return fmt::format("tandem {} (build {}, {})\n", version(), build_digest(), compiler());
  }

  static std::string missing(const std::string& command, const CLI::RequiredError& error) {
    const std::string what = error.what();
    return fmt::format("{} is missing; usage: {}", what.substr(0, what.find(' ')),
                       find_help(command)->usage);
  }

  /// The answer to a subcommand or option that does not exist, with the nearest one that does.
  std::optional<Answer> unknown_word(const std::vector<std::string>& words,
                                     const std::string& command) {
    const CLI::App* app = &app_;
    if (!command.empty()) {
      if (find_help(command) == nullptr) return unknown(command, "", "command", command_names());
      app = app_.get_subcommand(command);
    }
    for (const std::string& word : words) {
      if (word == "--") break;
      const std::string name = word.substr(0, word.find('='));
      if (!name.starts_with("--") || app->get_option_no_throw(name) != nullptr) continue;
      if (command.empty() && (name != words.front())) continue;
      std::vector<std::string> known;
      for (const CLI::Option* option : app->get_options()) {
        if (!option->get_positional()) known.push_back("--" + option->get_lnames().front());
      }
      if (command.empty() && find_owner(name) != nullptr) {
        return mistake("", fmt::format("{0} stands after the command: tandem {1} ... {0}", name,
                                       find_owner(name)->get_name()));
      }
      return unknown(name, command, "option", known);
    }
    return std::nullopt;
  }

  static Answer unknown(const std::string& name, const std::string& command,
                        const std::string& kind, const std::vector<std::string>& known) {
    const std::string nearest = nearest_name(name, known);
    return mistake(command,
                   fmt::format("there is no {} `{}`{}", kind, name,
                               nearest.empty() ? "" : "; did you mean `" + nearest + "`?"));
  }

  const CLI::App* find_owner(const std::string& option) const {
    const auto all = app_.get_subcommands([](const CLI::App*) { return true; });
    for (const std::string preferred : {"run", "new", "check"}) {
      for (const CLI::App* app : all) {
        if (app->get_name() == preferred && app->get_option_no_throw(option) != nullptr) return app;
      }
    }
    return nullptr;
  }

  /// What is wrong with the goal; fills in what it leaves open.
  std::optional<Answer> wrong_goal(const std::string& command, PlayOptions& play,
                                   bool until_clear) const {
    if (!play.precision && !until_clear) {
      if (play.metrics.empty()) return std::nullopt;
      return mistake(command, command == "run"
                                  ? "--metric says what --precision is about: give both"
                                  : "--metric says what --precision or --until-clear is about: "
                                    "give one of them too");
    }
    const bool given = app_.get_subcommand(command)->count("--replications") > 0;
    if (!given) play.replications = kMostWithGoal;
    if (play.metrics.empty()) play.metrics = {"revenue"};
    return std::nullopt;
  }

  Request request(const std::string& command) {
    if (command == "run") {
      if (const auto wrong = wrong_goal(command, run_.play, false)) return *wrong;
    }
    if (command == "compare") {
      if (const auto wrong = wrong_goal(command, compare_.play, compare_.until_clear))
        return *wrong;
    }
    if (command == "new") return new_;
    if (command == "list") return ListOptions{};
    if (command == "check") return check_;
    if (command == "compare") return compare_;
    if (command == "replay") return replay_;
    if (command == "merge") return merge_;
    if (command == "verify") return verify_;
    if (command == "why") return why_;
    if (command == "diverge") return diverge_;
    if (command == "schema") return SchemaOptions{};
    if (command == "parameters") return parameters_;
    if (command == "metrics") return metrics_;
    if (command == "evidence") return evidence_;
    if (command == "lesson") return lesson_request();
    if (!run_.record.empty() || app_.get_subcommand("run")->count("--replication") > 0)
      return record_request();
    if (run_.hash) return hash_request();
    return run_;
  }

  /// The page is of all lessons as they come.
  Request lesson_request() {
    if (lesson_.markdown && (!lesson_.lesson.empty() || !lesson_.set.empty() || lesson_.sweep)) {
      return mistake("lesson", "--markdown is of all lessons: leave out LESSON, --set and --sweep");
    }
    if (lesson_.sweep && lesson_.lesson.empty()) {
      return mistake("lesson", "--sweep is of one lesson: say which");
    }
    return lesson_;
  }

  /// A recording is of one replication, and nothing else comes out.
  Request record_request() {
    const CLI::App& run = *app_.get_subcommand("run");
    if (run_.record.empty()) {
      return mistake("run", "--replication goes with --record FILE; for many say --replications N");
    }
    if (run.count("--replications") > 0 && run_.play.replications != 1) {
      return mistake("run", "--record is of one replication: say which by --replication N");
    }
    if (run_.hash || run_.play.json || !run_.play.out.empty() || run_.play.precision ||
        run_.quantiles) {
      return mistake("run",
                     "--record writes the recording and nothing else: leave out --hash, --json, "
                     "--out, --precision and --quantiles");
    }
    return run_;
  }

  /// `--hash` alone means one replication; with another number there is no one state to hash.
  Request hash_request() {
    const bool given = app_.get_subcommand("run")->count("--replications") > 0;
    if (given && run_.play.replications != 1) {
      return mistake("run", "--hash is of one final state: say --replications 1");
    }
    if (run_.play.json || !run_.play.out.empty() || run_.play.precision || run_.quantiles) {
      return mistake("run",
                     "--hash prints the hash and nothing else: leave out --json, --out, "
                     "--precision and --quantiles");
    }
    run_.play.replications = 1;
    return run_;
  }

  CLI::App app_{"", "tandem"};
  bool version_ = false;
  NewOptions new_;
  CheckOptions check_;
  RunOptions run_;
  CompareOptions compare_;
  ReplayOptions replay_;
  MergeOptions merge_;
  VerifyStoreOptions verify_;
  WhyOptions why_;
  DivergeOptions diverge_;
  ParametersOptions parameters_;
  MetricsOptions metrics_;
  EvidenceCommandOptions evidence_;
  LessonCommandOptions lesson_;
};

}  // namespace

Request read_arguments(std::span<const char* const> arguments) {
  return Arguments().read(arguments);
}

}  // namespace tandem
