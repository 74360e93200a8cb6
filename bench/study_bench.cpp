// SPDX-License-Identifier: Apache-2.0
// Batches by number of threads (rep-days a second; two threads should be near twice one), resident
// memory by number of runs (should not grow), and how long the program takes to say what it can do.
#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <string>

#include "tandem/study.h"

namespace {

using namespace tandem;

const Scenario& baseline() {
  static const Scenario kFirm = [] {
    auto loaded =
        Scenario::load(std::string(TANDEM_SOURCE_DIR) + "/scenarios/base/software-vendor.yaml");
    if (!loaded) throw std::runtime_error(describe(loaded.faults()));
    return std::move(loaded).value();
  }();
  return kFirm;
}

BatchOptions options(int replications, int threads) {
  BatchOptions out;
  out.replications = replications;
  out.threads = threads;
  out.rows = false;
  return out;
}

void batch_by_threads(benchmark::State& state) {
  std::int64_t rep_days = 0;
  for (auto _ : state) {
    rep_days += run_batch(baseline(), options(24, static_cast<int>(state.range(0)))).rep_days;
  }
  state.SetItemsProcessed(rep_days);
}
BENCHMARK(batch_by_threads)->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond);

double resident_megabytes() {
  std::ifstream in("/proc/self/statm");
  double size = 0, resident = 0;
  in >> size >> resident;
  return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

void memory_by_runs(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        run_batch(baseline(), options(static_cast<int>(state.range(0)), 2)).replications);
  }
  state.counters["resident_MB"] = resident_megabytes();
}
BENCHMARK(memory_by_runs)->Arg(10)->Arg(100)->Iterations(1)->UseRealTime();

void help_of_the_program(benchmark::State& state) {
  posix_spawn_file_actions_t quiet;
  posix_spawn_file_actions_init(&quiet);
  posix_spawn_file_actions_addopen(&quiet, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  std::string program = std::string(TANDEM_BINARY_DIR) + "/bin/tandem", help = "--help";
  char* arguments[] = {program.data(), help.data(), nullptr};
  for (auto _ : state) {
    pid_t child = 0;
    int status = 0;
    if (posix_spawn(&child, program.c_str(), &quiet, nullptr, arguments, environ) != 0 ||
        waitpid(child, &status, 0) != child || status != 0) {
      state.SkipWithError("the program did not answer");
      break;
    }
  }
  posix_spawn_file_actions_destroy(&quiet);
}
BENCHMARK(help_of_the_program)->UseRealTime()->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
