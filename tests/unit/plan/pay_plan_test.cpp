// SPDX-License-Identifier: Apache-2.0
#include "sim/model/pay_plan.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/golden/pay_case.h"

namespace tandem::pay_case {
namespace {

bool known(std::string_view key) {
  const auto fields = P::fields();
  return std::any_of(fields.begin(), fields.end(), [&](const auto& f) { return f.key == key; });
}

TEST(PayPlan, EveryKindNamesOnlyKeysOfTheTable) {
  // The reader finds members through the table: a key that is not in it could never be set.
  ASSERT_EQ(kinds().size(), static_cast<std::size_t>(P::exchange) + 1);
  for (const KindInfo& kind : kinds()) {
    EXPECT_TRUE(known(kind.head)) << kind.name;
    for (const auto key : kind.keys) EXPECT_TRUE(known(key)) << kind.name << "." << key;
    for (const auto key : kind.needs) EXPECT_TRUE(known(key)) << kind.name << "." << key;
  }
}

TEST(PayPlan, EveryKeyBelongsToSomeKind) {
  // A key that no kind reads would be ignored silently.
  std::set<std::string_view> used;
  for (const KindInfo& kind : kinds()) {
    used.insert(kind.head);
    used.insert(kind.keys.begin(), kind.keys.end());
  }
  for (const auto& field : P::fields()) EXPECT_TRUE(used.count(field.key)) << field.key;
}

TEST(PayPlan, KeysAreUniqueAndDefaultsLieInTheirRange) {
  // Two rows of one key would make the second unreachable.
  std::set<std::string_view> seen;
  const P defaults;
  for (const auto& field : P::fields()) {
    EXPECT_TRUE(seen.insert(field.key).second) << field.key;
    if (const auto* member = std::get_if<double P::*>(&field.member)) {
      EXPECT_GE(defaults.**member, field.low) << field.key;
      EXPECT_LE(defaults.**member, field.high) << field.key;
    }
  }
  const QuotaSpec quota;
  for (const auto& field : QuotaSpec::fields()) {
    if (const auto* member = std::get_if<double QuotaSpec::*>(&field.member)) {
      EXPECT_GE(quota.**member, field.low) << field.key;
      EXPECT_LE(quota.**member, field.high) << field.key;
    }
  }
}

TEST(PayPlan, KeysThatContradictEachOtherAreFaults) {
  // Each of these would otherwise be paid in a way nobody asked for.
  const auto wrong = [](int kind, auto set) { return !faults(element(kind, set)).empty(); };
  EXPECT_TRUE(wrong(P::salary, [](P&) {}));
  EXPECT_TRUE(wrong(P::commission, [](P&) {}));
  EXPECT_TRUE(wrong(P::commission, [](P& e) {
    e.rate = 0.1;
    e.tiers = {{0, 0.1}};
  }));
  EXPECT_TRUE(wrong(P::commission, [](P& e) { e.tiers = {{0.5, 0.1}, {0.5, 0.2}}; }));
  EXPECT_TRUE(wrong(P::commission, [](P& e) {
    e.rate = 0.1;
    e.split = P::equal;
  }));
  EXPECT_TRUE(wrong(P::commission, [](P& e) {
    e.rate = 0.1;
    e.excess = P::excess_carried;
  }));
  EXPECT_TRUE(wrong(P::bonus, [](P& e) {
    e.pays = 1;
    e.measure = P::deals_won;
  }));
  EXPECT_TRUE(wrong(P::contest, [](P& e) { e.prizes = {1, 2}; }));
  EXPECT_TRUE(wrong(P::pool, [](P& e) {
    e.rate = 0.1;
    e.split = P::each;
  }));
  EXPECT_TRUE(wrong(P::override_pay, [](P& e) {
    e.rate = 0.1;
    e.measure = P::own_revenue;
  }));
  EXPECT_FALSE(wrong(P::clawback, [](P&) {}));
  EXPECT_FALSE(wrong(P::windfall, [](P&) {}));
  EXPECT_FALSE(wrong(P::recognition, [](P&) {}));
  const std::vector<P> twice{P::of(P::clawback), P::of(P::clawback)};
  EXPECT_EQ(faults(twice).size(), 1u);
}

}  // namespace
}  // namespace tandem::pay_case
