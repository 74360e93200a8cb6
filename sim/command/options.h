// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "sim/command/failure.h"

namespace tandem {

/// How replications are run: what `run` and `compare` have in common.
struct PlayOptions {
  std::vector<std::string> set;
  int replications = 100;            ///< at most so many with a goal
  std::optional<double> precision;   ///< goal: half the interval as a share of the mean
  std::vector<std::string> metrics;  ///< what the goal is about; empty = revenue
  std::optional<std::uint64_t> seed;
  int days = 0;     ///< 0 = the scenario's
  int threads = 0;  ///< 0 = all cores
  std::string out;  ///< empty = no folder
  bool json = false, quiet = false;
};

struct NewOptions {
  std::string name;
  std::vector<std::string> from_csv, map;
  bool alias = false, quiet = false;
};
struct ListOptions {};
struct CheckOptions {
  std::vector<std::string> files, set;
  bool full = false;
};
struct RunOptions {
  std::string file;
  PlayOptions play;
  bool hash = false, quantiles = false;
  std::string record;             ///< file for the recording of one replication; empty = none
  std::uint32_t replication = 0;  ///< which one that is
  bool journal = false;
};
struct CompareOptions {
  std::string base;
  std::vector<std::string> variants;
  PlayOptions play;
  bool until_clear = false;  ///< another goal: a verdict
  std::string best;          ///< metric by which the best is told; empty = profit
};
struct ReplayOptions {
  std::string file;
  bool any_build = false, quiet = false;
};
struct MergeOptions {
  std::string out;
  std::vector<std::string> stores;
};
struct VerifyStoreOptions {
  std::string store;
  std::int64_t sample = 100;
  bool quiet = false;
};
/// One run that is looked into.
struct OneRunOptions {
  std::vector<std::string> set;
  std::optional<std::uint64_t> seed;
  int days = 0;         ///< 0 = the scenario's
  int replication = 0;  ///< from 0
  bool json = false;
};
struct WhyOptions : OneRunOptions {
  std::string file;
  std::string rep, deal, account, event, without;  ///< empty: not asked
  std::optional<int> day;
  int futures = 30;
};
struct DivergeOptions : OneRunOptions {
  std::string first, second;
};
struct SchemaOptions {};
struct ParametersOptions {
  std::string filter;
  bool markdown = false, json = false;
};
struct MetricsOptions {
  bool markdown = false, json = false;
};

struct EvidenceCommandOptions {
  std::vector<std::string> rows;  ///< "T7" or "T7.tenure"; none: all
  int replications = 0;           ///< 0 = each firm's own number
  int threads = 0;                ///< 0 = all cores
  bool markdown = false, json = false, quiet = false;
};

struct LessonCommandOptions {
  std::string lesson;  ///< file or id; empty: list them
  std::vector<std::string> set;
  int replications = 100;
  std::optional<std::uint64_t> seed;
  int threads = 0;  ///< 0 = all cores
  std::string language = "en";
  bool sweep = false;  ///< also at other values of the lesson's key
  bool markdown = false, json = false, quiet = false;
};

/// Nothing to run: help, version, or a mistake in the options.
struct Answer {
  ExitCode code = kDone;
  std::string text;
};

using Request = std::variant<Answer, NewOptions, ListOptions, CheckOptions, RunOptions,
                             CompareOptions, MergeOptions, VerifyStoreOptions, ReplayOptions,
                             WhyOptions, DivergeOptions, SchemaOptions, ParametersOptions,
                             MetricsOptions, EvidenceCommandOptions, LessonCommandOptions>;

/// What the person asked for. `arguments` does not hold the program's name.
[[nodiscard]] Request read_arguments(std::span<const char* const> arguments);

}  // namespace tandem
