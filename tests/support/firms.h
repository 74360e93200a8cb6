// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tandem/scenario.h"
#include "tandem/world.h"

// Scenarios for tests.
namespace tandem::test {

/// The scenario that the text says; a fault fails the test with its description.
inline Scenario firm(const std::string& text, std::vector<std::string> set = {}) {
  auto scenario =
      Scenario::parse(text, "test.yaml", TANDEM_SOURCE_DIR "/scenarios", {std::move(set), 0});
  if (!scenario) throw std::runtime_error(describe(scenario.faults()));
  return std::move(scenario).value();
}

/// A shipped scenario, by its path under scenarios/.
inline Scenario shipped(const std::string& path, std::vector<std::string> set = {}, int days = 0) {
  auto scenario =
      Scenario::load(std::string(TANDEM_SOURCE_DIR "/scenarios/") + path, {std::move(set), days});
  if (!scenario) throw std::runtime_error(describe(scenario.faults()));
  return std::move(scenario).value();
}

/// One seat, one topic, everything switched off but selling: what the exact answers are about.
/// Settings are added.
inline const char* const kBare = R"(
tandem: 1
seed: 11
topics: [one]
territories: [{name: T, accounts: 40, competitors: 0}]
teams: [{name: A, territory: T, seats: {generalist: 1}}]
plan: [{salary: 50000, per: year}]
market: {key_share: 100%, regular_share: 0%, key_rate: 10, potential_spread: 0, complexity: 0%,
  competitor_spread: 0%, satisfaction_pull: 0, turbulence: 0}
selling: {weight: {match: 0, relation: 0, ability: 0, competitor: 0, wait: 0}, daily_limit: 24h}
people: {ability_spread: 0, learning_spread: 0, own_spread: 0%, money_spread: 0, risk_spread: 0, loyalty_spread: 0}
mechanisms: {pay_response: no, learning: no, forgetting: no, shifts: no, service: no, churn: no, quitting: no,
  morale: no, fatigue: no, idle_death: no, waiting: no, helping: no, trust: no, co_selling: no, crm: no,
  contagion: no, leavers_take: no, coaching: no, roles: no, conflict: no, fairness: no, pressure: no, overload: no, items: no}
trust: {spread: 0%, homophily: 0%}
load: {contact: 0}
policies: {meetings: {every: 0}}
effort: {conscience: 1, high: 3, morale: 0, fatigue: 0}
start: {mode: empty}
)";

}  // namespace tandem::test
