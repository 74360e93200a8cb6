// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "sim/model/model.h"
#include "tests/support/firms.h"

namespace tandem {
namespace {

// A scenario with a bit of everything, as people write one.
const char* const kExample = R"(
tandem: 1                          # version of the format
name: Two regions that do not talk
seed: 7
horizon: 4q
topics: [cloud, security, analytics, billing]
territories:
  - {name: North America, accounts: 240, competitors: 40%, mix: {cloud: 50%, security: 30%, analytics: 20%}}
  - {name: Europe, accounts: 200, competitors: 55%, mix: {cloud: 30%, security: 30%, billing: 40%}}
teams:
  - {name: A, territory: North America, seats: {hunter: 3, closer: 4, specialist: 1}, manager: {coaching: 3h}}
  - {name: B, territory: Europe, seats: {generalist: 8}}
plan:                              # what people are paid for
  - {salary: 60000, per: year}
  - {commission: own revenue, per: quarter, tiers: [[0%, 4%], [80%, 6%], [100%, 9%]], cap: 200%}
  - {bonus: team revenue, per: quarter, at: 100%, pays: 4000, split: equal}
quota: {method: by potential, growth: 5%}
policies:
  meetings: {every: 5d, hours: 1h, scope: team, format: structured pairs}
  knowledge_base: {on: true, upkeep: 30min}
  crm: {discipline: 60%}
  co_selling: {credit: split, owner: 60%}
  conflict: {process: mediator, days: 5}
changes:
  - {at: 2q, scope: {team: A}, note: pilot, set: {policies.meetings.scope: all}}
events:
  - {at: 150d, competitor entry: Europe, severity: 30%}
)";

TEST(Example, ItChecksAndRunsAsItIs) {
  World world(test::firm(kExample), 7, 0);
  world.run_to_end();
  EXPECT_EQ(world.day(), 252);
}

// Its topics add to the software vendor's, by name.
TEST(Example, ItRunsOnTopOfTheSoftwareVendor) {
  const auto read =
      Scenario::parse("extends: base/software-vendor.yaml\n" + std::string(kExample).substr(1),
                      "example.yaml", TANDEM_SOURCE_DIR "/scenarios");
  ASSERT_TRUE(read) << describe(read.faults());
  EXPECT_EQ(read.value().model().topics, 6);
  World world(read.value(), 7, 0);
  world.run_to_end();
  EXPECT_EQ(world.day(), 252);
}

}  // namespace
}  // namespace tandem
