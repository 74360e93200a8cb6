// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "sim/base/hash.h"
#include "tandem/study.h"
#include "tests/support/firms.h"

namespace tandem {
namespace {

struct Golden {
  std::string path;
  int days;
  std::string hash;
};

std::vector<Golden> goldens() {
  std::ifstream file(TANDEM_SOURCE_DIR "/tests/golden/hashes.txt");
  std::vector<Golden> all;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream words(line);
    Golden golden;
    words >> golden.path >> golden.days >> golden.hash;
    all.push_back(golden);
  }
  return all;
}

// A run is a pure function of scenario, seed and replication: its hash is the same on every
// compiler, at every optimisation, on every x86-64. A hash moves only in a commit of its own that
// says why.
TEST(OneHash, EveryScenarioHasItsGoldenHash) {
  ASSERT_FALSE(goldens().empty());
  for (const Golden& golden : goldens()) {
    const Scenario scenario = test::shipped(golden.path, {}, golden.days);
    World world(scenario, scenario.seed(), 0);
    world.run_to_end();
    EXPECT_EQ(hex16(world.hash()), golden.hash)
        << golden.path << " " << golden.days << " " << hex16(world.hash());
  }
}

// Replications share nothing, so who computes which cannot matter.
TEST(OneHash, AnyNumberOfThreadsGivesTheSameBatch) {
  const Scenario scenario = test::shipped("quickstart.yaml", {}, 80);
  BatchOptions options;
  options.replications = 12;
  options.threads = 1;
  const Batch one = run_batch(scenario, options);
  for (const int threads : {2, 3, 5, 8, 16}) {
    options.threads = threads;
    const Batch many = run_batch(scenario, options);
    EXPECT_EQ(many.hash, one.hash) << threads << " threads";
    EXPECT_EQ(many.values, one.values) << threads << " threads";
  }
}

// A World that has played before starts again as if it were new.
TEST(OneHash, ARestartedWorldEqualsAFreshOne) {
  const Scenario scenario = test::shipped("quickstart.yaml", {}, 120);
  World used(scenario, 3, 4);
  used.run_to_end();
  used.restart(5, 6);
  World fresh(scenario, 5, 6);
  used.run_to_end();
  fresh.run_to_end();
  EXPECT_EQ(used.hash(), fresh.hash());
}

// Observers read and draw nothing.
TEST(OneHash, WatchingChangesNothing) {
  const Scenario scenario = test::shipped("quickstart.yaml", {}, 120);
  World watched(scenario, 1, 0), alone(scenario, 1, 0);
  watched.watch_deals();
  while (!watched.finished()) {
    watched.run_day();
    const RunRecord record = watched.record({true, true});
    EXPECT_EQ(record.hash, watched.hash());
    alone.run_day();
  }
  EXPECT_EQ(watched.hash(), alone.hash());
}

}  // namespace
}  // namespace tandem
