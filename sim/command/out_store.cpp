// SPDX-License-Identifier: Apache-2.0
#include "sim/command/out_store.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/command/numbers.h"
#include "tandem/version.h"

namespace tandem {

namespace {

constexpr const char* kScenarioFile = "scenario.resolved.yaml";

void write(const std::filesystem::path& file, const std::string& text) {
  NewFile out(file);
  out.write(text);
  out.replace();
}

/// A shell script that plays up to the failed run.
std::string recipe(const FailedRun& run) {
  std::string reason = "# ";
  for (const char c : run.reason) reason += c == '\n' ? std::string("\n# ") : std::string(1, c);
  return fmt::format(
      "#!/bin/sh\n# Seed {0}, replication {1} (counted from 0), run {2}:\n{3}\n"
      "# tandem {4} (build {5}, {6})\n"
      "cd \"$(dirname \"$0\")\" &&\n"
      "exec \"${{TANDEM:-tandem}}\" run {7} --seed {0} --replications {8} --days {9}\n",
      run.seed, run.replication, run.id, reason, version(), build_digest(), compiler(),
      kScenarioFile, run.replication + 1, run.scenario.days);
}

}  // namespace

OutStore::OutStore(const OutFolder& folder, const Scenario& scenario)
    : folder_(folder.path()), store_(folder.store()) {
  const std::vector<StoredScenario> held = store_.scenarios();
  if (held.empty() || std::ranges::count(held, scenario.digest(), &StoredScenario::digest) > 0) {
    return;
  }
  throw other_scenario(folder_, held.front().name, held.front().digest, scenario.digest());
}

void OutStore::tell_found(const Console& console, std::int64_t runs) const {
  if (store_.found() == 0) return;
  // Where a goal ends a batch, some more were looked up already.
  console.say(fmt::format("tandem: {} of {} runs were in {} already\n",
                          grouped(std::min(store_.found(), runs)), grouped(runs),
                          (folder_ / kStoreFile).string()));
}

std::string OutStore::write_bundles() {
  std::string told;
  for (const FailedRun& run : store_.failures()) {
    const std::filesystem::path bundle = folder_ / "failures" / run.id;
    std::error_code error;
    std::filesystem::create_directories(bundle, error);
    if (error) {
      throw Failure(kFailed,
                    fmt::format("cannot make the folder {}: {}", bundle.string(), error.message()));
    }
    write(bundle / kScenarioFile, run.scenario.resolved);
    write(bundle / "reproduce.sh", recipe(run));
    told += fmt::format("\nWhat meets it again is in {}", bundle.string());
  }
  return told + fmt::format("\nThe runs that were finished are kept in {}.",
                            (folder_ / kStoreFile).string());
}

std::filesystem::path store_file(const std::filesystem::path& given) {
  const bool folder = std::filesystem::is_directory(given) ||
                      (!std::filesystem::exists(given) && given.extension() != ".sqlite");
  return folder ? given / kStoreFile : given;
}

}  // namespace tandem
