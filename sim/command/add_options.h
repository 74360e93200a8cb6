// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/command/options.h"

namespace CLI {
class App;
}

// What each command takes: its words and options, which fill `of`. Their names and sentences are what
// its help shows.
namespace tandem {

void add_options(CLI::App& app, NewOptions& of);
void add_options(CLI::App& app, CheckOptions& of);
void add_options(CLI::App& app, RunOptions& of);
void add_options(CLI::App& app, CompareOptions& of);
void add_options(CLI::App& app, MergeOptions& of);
void add_options(CLI::App& app, VerifyStoreOptions& of);
void add_options(CLI::App& app, ReplayOptions& of);
void add_options(CLI::App& app, WhyOptions& of);
void add_options(CLI::App& app, DivergeOptions& of);
void add_options(CLI::App& app, ParametersOptions& of);
void add_options(CLI::App& app, MetricsOptions& of);
void add_options(CLI::App& app, EvidenceCommandOptions& of);
void add_options(CLI::App& app, LessonCommandOptions& of);

}  // namespace tandem
