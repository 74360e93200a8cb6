// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/read_scenario.h"
#include "sim/scenario/write.h"

// A good file, damaged at random: every text is either a scenario that reads back from its resolved
// form, or a list of faults with words and places. Nothing crashes and nothing is undecided.
namespace {

const char* const kGood = R"(tandem: 1
name: "Two regions"
seed: 7
horizon: 4q
topics: [cloud, {name: security, shift_rate: 1}, analytics, billing]
products: [{name: Basic, price: 20k, topic: cloud}, {name: Pro, price: 60k, win: -0.2}]
territories:
  - {name: North America, accounts: 240, competitors: 40%, mix: {cloud: 50%, security: 50%}}
  - {name: Europe, accounts: 200, season: [1, 0.8, 1.1, 1.3]}
teams:
  - {name: A, territory: North America, seats: {hunter: 3, closer: 4}, plan: hunters}
  - {name: B, territory: Europe, seats: {generalist: 8}}
plan:
  - {salary: 60000, per: year}
  - {commission: own revenue, per: quarter, tiers: [[0%, 4%], [80%, 6%]], cap: 200%}
plans:
  hunters: &h
    - {salary: 50000}
    - {draw: 2000, per: month, recovery: 50%, lasts: 6m}
quota: {method: ratchet, growth: 5%, ramp: [25%, 50%], ratchet: {up: 40%}}
market: {deal_size: 30k, complexity: 20%}
hiring: {delay: 2w}
start: empty
changes:
  - {at: 2q, scope: {team: A}, note: 'it''s a pilot', set: {quota.growth: 8%, plan: hunters}}
  - {at: 1q, until: 2q, scope: {territory: Europe}, set: {territories.potential: 1.2}}
events:
  - {at: 150d, competitor entry: Europe, severity: 30%}
  - {at: 10d, outage: all}
)";

using Chance = std::mt19937_64;

std::size_t below(Chance& chance, std::size_t limit) { return chance() % limit; }

std::string damaged(std::string text, Chance& chance) {
  static const std::vector<std::string> kPieces{"[",      "]",
                                                "{",      "}",
                                                ":",      ": ",
                                                "\"",     "'",
                                                "\n",     "\n  ",
                                                "- ",     "#",
                                                "&a ",    "*a",
                                                "*h",     "<<: ",
                                                "!!str ", "|\n",
                                                ">\n",    "%",
                                                "0",      "9e999",
                                                "-",      ".nan",
                                                "~",      "yes",
                                                "\t",     "\r",
                                                "\x01",   std::string(1, '\0'),
                                                "\xff",   "\xe4\xb8\xad",
                                                "---\n",  "...",
                                                "?",      ",",
                                                "010",    "1q",
                                                "null"};
  const std::size_t changes = 1 + below(chance, 4);
  for (std::size_t i = 0; i < changes; ++i) {
    const std::size_t at = below(chance, text.size() + 1);
    const std::size_t length = std::min(below(chance, 12), text.size() - at);
    switch (below(chance, 5)) {
      case 0:
        text.erase(at, length);
        break;
      case 1:
        text.insert(at, kPieces[below(chance, kPieces.size())]);
        break;
      case 2:
        text.replace(at, std::min<std::size_t>(length, 1), kPieces[below(chance, kPieces.size())]);
        break;
      case 3:
        text.insert(below(chance, text.size() + 1), text.substr(at, length * 4));
        break;
      default:
        if (at < text.size()) text[at] = static_cast<char>(chance());
    }
  }
  return text;
}

void expect_decided(const std::string& text) {
  const auto read = tandem::read_scenario({"damaged.yaml", text, ".", {}}, {});
  if (read.ok()) {
    const tandem::Written written = tandem::write_spec(read.value());
    const auto again =
        tandem::read_scenario({"again.yaml", written.head + written.body, ".", {}}, {});
    ASSERT_TRUE(again.ok()) << text << "\n" << describe(again.faults());
    ASSERT_EQ(again.value(), read.value()) << text;
    return;
  }
  ASSERT_FALSE(read.faults().empty()) << text;
  for (const tandem::Fault& fault : read.faults()) {
    ASSERT_FALSE(fault.message.empty()) << text;
    ASSERT_FALSE(fault.expected.empty()) << text << fault.message;
    ASSERT_GE(fault.column, 1) << text << fault.message;
    ASSERT_LE(fault.message.size() + fault.field.size(), 2000u) << text;
  }
  ASSERT_FALSE(describe(read.faults()).empty());
}

TEST(MutatedFiles, TheGoodFileIsGood) {
  const auto read = tandem::read_scenario({"good.yaml", kGood, ".", {}}, {});
  ASSERT_TRUE(read.ok()) << describe(read.faults());
}

TEST(MutatedFiles, EveryDamageIsAnswered) {
  Chance chance(20240607);
  int refused = 0;
  for (int i = 0; i < 4000; ++i) {
    const std::string text = damaged(kGood, chance);
    ASSERT_NO_FATAL_FAILURE(expect_decided(text)) << "mutation " << i;
    if (!tandem::read_scenario({"damaged.yaml", text, ".", {}}, {}).ok()) ++refused;
  }
  EXPECT_GT(refused, 2000);  // the damage is real
}

TEST(MutatedFiles, EveryCutIsAnswered) {
  const std::string good = kGood;
  for (std::size_t end = 0; end < good.size(); end += 3)
    ASSERT_NO_FATAL_FAILURE(expect_decided(good.substr(0, end))) << "cut at " << end;
}

// The same for options: they meet the tree of a good file.
TEST(MutatedFiles, EveryDamagedOptionIsAnswered) {
  Chance chance(77);
  const std::vector<std::string> options{"teams.A.seats.closer=5",
                                         "plan[1].tiers=[[0%, 5%]]",
                                         "territories.\"North America\".accounts=9",
                                         "start=empty",
                                         "topics.cloud.shift_rate=2",
                                         "changes[0].set={pricing.discount: 5%}",
                                         "plans.hunters[0].salary=1",
                                         "quota={method: uniform}",
                                         "name=\"x\"",
                                         "market="};
  for (int i = 0; i < 2000; ++i) {
    tandem::Overrides overrides;
    overrides.set = {damaged(options[below(chance, options.size())], chance)};
    const auto read = tandem::read_scenario({"good.yaml", kGood, ".", {}}, overrides);
    if (!read.ok()) {
      ASSERT_FALSE(describe(read.faults()).empty());
      for (const tandem::Fault& fault : read.faults())
        ASSERT_FALSE(fault.expected.empty()) << overrides.set[0] << fault.message;
    }
  }
}

}  // namespace
