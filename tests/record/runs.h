// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cctype>
#include <cstring>
#include <filesystem>
#include <string>
#include <vector>

#include "sim/base/hash.h"
#include "tandem/record.h"
#include "tests/support/firms.h"

// Runs for the tests of what keeps them.
namespace tandem::test {

/// A small firm in which everything that a state can hold comes up within half a year: tiers and
/// pools, a contest, draws, clawback, windfalls under review, pay that waits and credit that comes
/// later; people who leave; a changed plan; every kind of event.
inline const char* const kEverything = R"(
tandem: 1
name: Everything
seed: 5
horizon: 130d
topics: [cloud, billing]
territories:
  - {name: North, accounts: 70, mix: {cloud: 70%, billing: 30%}}
  - {name: South, accounts: 60, competitors: 55%}
teams:
  - {name: A, territory: North, seats: {hunter: 2, closer: 2}}
  - {name: B, territory: South, seats: {generalist: 3}}
plan:
  - {salary: 50000, per: year}
  - {commission: own revenue, per: quarter, tiers: [[0%, 4%], [80%, 6%], [100%, 9%]], cap: 200%, pay_lag: 15}
  - {bonus: team revenue, per: quarter, at: 100%, pays: 4000, split: equal}
  - {pool: firm margin, per: month, rate: 1%, split: by credit, credited: paid, after: 20}
  - {contest: own revenue, per: month, among: all, prizes: [3000, 1000]}
  - {commission: help given, per: month, rate: 20}
  - {bonus: team satisfaction, per: quarter, goal: 50, at: 100%, pays: 500, split: equal}
  - {commission: score, per: month, rate: 2, base_weeks: 5}
  - {draw: 1000, per: month, recoverable: yes}
  - {clawback: 60d}
  - {windfall: 150%, per: quarter, treatment: review, hold: 10}
quota: {method: by potential, growth: 5%}
quitting: {rate: 2}
market: {turbulence: 2}
hiring: {delay: 10d}
policies: {support: {staff: 3h, patience: 8d}, service_desk: {staff: 2h}, marketing: {money: 300}}
changes:
  - at: 70d
    set:
      market.marketing: 1.3
      plan: [{salary: 60000, per: year}, {commission: own revenue, per: month, tiers: [[0%, 5%]]}]
events:
  - {at: 20d, downturn: North, severity: 20%, lasting: 10d}
  - {at: 25d, competitor entry: South, severity: 30%}
  - {at: 30d, price war: North, severity: 10%, lasting: 20d}
  - {at: 35d, lead surge: all, severity: 40%, lasting: 10d}
  - {at: 40d, topic launch: cloud, severity: 50%}
  - {at: 45d, key person leaves: A/closer/1}
  - {at: 50d, outage: all, severity: 60%}
)";

/// All scenarios of the library, as paths under scenarios/.
inline std::vector<std::string> shipped_paths() {
  namespace fs = std::filesystem;
  const fs::path root = TANDEM_SOURCE_DIR "/scenarios";
  std::vector<std::string> paths;
  for (const auto& entry : fs::recursive_directory_iterator(root))
    if (entry.path().extension() == ".yaml")
      paths.push_back(fs::relative(entry.path(), root).generic_string());
  std::ranges::sort(paths);
  return paths;
}

inline std::string test_name(std::string text) {
  for (char& c : text)
    if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
  return text;
}

inline void play(World& world, int until) {
  while (world.day() < until) world.run_day();
}

/// Same state, same bytes of everything that is kept, same record bit for bit.
inline void expect_same(const World& a, const World& b) {
  EXPECT_EQ(World::first_difference(a, b), "");
  EXPECT_EQ(a.hash(), b.hash());
  EXPECT_EQ(Snapshot(a).bytes() == Snapshot(b).bytes(), true) << "what is kept differs";
  const RunRecord x = a.record({true, true}), y = b.record({true, true});
  EXPECT_EQ(x.values, y.values);
  EXPECT_EQ(x.soft_limits, y.soft_limits);
  ASSERT_EQ(x.weekly.size(), y.weekly.size());
  for (std::size_t m = 0; m < x.weekly.size(); ++m) {
    ASSERT_EQ(x.weekly[m].size(), y.weekly[m].size());
    for (std::size_t w = 0; w < x.weekly[m].size(); ++w)
      EXPECT_EQ(std::bit_cast<std::uint64_t>(x.weekly[m][w]),
                std::bit_cast<std::uint64_t>(y.weekly[m][w]));
  }
  ASSERT_EQ(x.people.size(), y.people.size());
  for (std::size_t i = 0; i < x.people.size(); ++i) {
    const auto &p = x.people[i], &q = y.people[i];
    EXPECT_EQ(
        std::tie(p.seat, p.person, p.pay, p.revenue, p.attainment, p.days, p.quit, p.dismissed),
        std::tie(q.seat, q.person, q.pay, q.revenue, q.attainment, q.days, q.quit, q.dismissed));
  }
  ASSERT_EQ(x.deals.size(), y.deals.size());
  for (std::size_t i = 0; i < x.deals.size(); ++i) {
    const auto &p = x.deals[i], &q = y.deals[i];
    EXPECT_EQ(std::tie(p.product, p.seat, p.created, p.closed, p.won, p.value),
              std::tie(q.product, q.seat, q.created, q.closed, q.won, q.value));
  }
}

// The file of a snapshot, as tests bend it: head, content, checksum.
inline constexpr std::size_t kSnapshotHead = 8 + 4 + 16 + 16 + 8 + 4 + 4 + 8 + 4 + 8 + 8;

/// With the length and the checksum that belong to its content.
inline std::string sealed(std::string bytes) {
  bytes.resize(bytes.size() - 8);
  const std::uint64_t content = bytes.size() - kSnapshotHead;
  std::memcpy(&bytes[kSnapshotHead - 8], &content, 8);
  Hasher hasher;
  hasher.add(bytes);
  const std::uint64_t sum = hasher.value();
  bytes.append(reinterpret_cast<const char*>(&sum), 8);
  return bytes;
}

inline std::string with_build(std::string bytes, const std::string& build) {
  return bytes.replace(12, 16, build);
}

/// Without its last bytes of content.
inline std::string cut(const std::string& bytes, std::size_t count) {
  return bytes.substr(0, bytes.size() - 8 - count) + bytes.substr(bytes.size() - 8);
}

/// Seeded choices of a test.
class Picks {
 public:
  explicit Picks(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t n) { return mix64(state_++ * 0x9E3779B97F4A7C15u) % n; }

 private:
  std::uint64_t state_;
};

}  // namespace tandem::test
