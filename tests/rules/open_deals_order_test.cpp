// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "sim/state/deals.h"

namespace tandem {
namespace {

Deal deal_of(std::uint64_t id, int created) {
  Deal deal;
  deal.id = id;
  deal.created = created;
  return deal;
}
Turn turn_of(float worth) {
  Turn turn;
  turn.worth = worth;
  return turn;
}
std::vector<std::uint64_t> ids(const Deals& deals, int seat) {
  std::vector<std::uint64_t> out;
  for (const Deal& deal : deals.of(seat)) out.push_back(deal.id);
  return out;
}

TEST(OpenDeals, AreInTheOrderOfWorthThenAgeThenId) {
  Deals deals;
  deals.reset(2, 4);
  deals.open(1, deal_of(7, 3), turn_of(1));
  deals.open(1, deal_of(5, 2), turn_of(1));
  deals.open(1, deal_of(4, 3), turn_of(1));
  deals.open(1, deal_of(9, 9), turn_of(2));
  EXPECT_EQ(ids(deals, 1), (std::vector<std::uint64_t>{9, 5, 4, 7}));
  EXPECT_EQ(deals.count(0), 0);
  deals.turns(1)[0].worth = 0;
  deals.sort(1);
  EXPECT_EQ(ids(deals, 1), (std::vector<std::uint64_t>{5, 4, 7, 9}));
}

TEST(OpenDeals, StayWhereTheyAreWhileTheirTurnsMove) {
  Deals deals;
  deals.reset(1, 8);
  const Deal* const first = &deals.open(0, deal_of(1, 0), turn_of(1));
  const std::uint16_t slot = first->slot;
  for (std::uint64_t id = 2; id <= 8; ++id) deals.open(0, deal_of(id, 0), turn_of(float(id)));
  deals.close(0, 3);
  EXPECT_EQ(deals.find(0, 1, slot), first);
  EXPECT_EQ(deals.place_of(0, 1), 6);
}

TEST(OpenDeals, AreFoundByAWrongSlotToo) {
  Deals deals;
  deals.reset(2, 4);
  const std::uint16_t slot = deals.open(0, deal_of(1, 0), turn_of(1)).slot;
  deals.open(0, deal_of(2, 0), turn_of(2));
  EXPECT_EQ(deals.find(0, 1, 3)->id, 1u);
  deals.close(0, deals.place_of(0, 1));
  EXPECT_EQ(deals.find(0, 1, slot), nullptr);  // it is gone, though its slot is not used again yet
  EXPECT_EQ(deals.find(1, 2, 0), nullptr);
  deals.reset(2, 4);
  EXPECT_EQ(deals.find(0, 2, 1), nullptr);  // of the run before
}

// Against a plain list, with rows that grow while others are in use.
TEST(OpenDeals, AreThoseOfAPlainList) {
  struct Plain {
    float worth;
    std::uint64_t id;
  };
  std::mt19937 random(3);
  Deals deals;
  deals.reset(3, 2);
  std::vector<Plain> plain[3];
  for (std::uint64_t id = 1; id <= 3000; ++id) {
    const int seat = static_cast<int>(random() % 3);
    auto& list = plain[seat];
    if (random() % 5 < 2 && !list.empty()) {
      const auto place = random() % list.size();
      deals.close(seat, static_cast<int>(place));
      list.erase(list.begin() + static_cast<std::ptrdiff_t>(place));
    } else {
      const auto worth = static_cast<float>(random() % 50);
      auto at = list.end();
      while (at != list.begin() && worth > (at - 1)->worth) --at;
      list.insert(at, {worth, id});
      const Deal& opened = deals.open(seat, deal_of(id, 0), turn_of(worth));
      ASSERT_EQ(opened.id, id);
      ASSERT_EQ(deals.find(seat, id, opened.slot), &opened);
    }
    std::vector<std::uint64_t> expected;
    for (const Plain& each : list) expected.push_back(each.id);
    ASSERT_EQ(ids(deals, seat), expected);
  }
  EXPECT_GT(deals.count(0) + deals.count(1) + deals.count(2), 300);
}

TEST(OpenDeals, AreAsManyAsSlotsCanBeNumbered) {
  Deals deals;
  deals.reset(1, 33);
  for (std::uint64_t id = 1; id <= Deals::kMost; ++id) {
    ASSERT_FALSE(deals.full(0));
    deals.open(0, deal_of(id, 0), turn_of(1));
  }
  EXPECT_TRUE(deals.full(0));
  EXPECT_EQ(deals.of(0)[Deals::kMost - 1].id, Deals::kMost);
  deals.close(0, 17);
  EXPECT_FALSE(deals.full(0));
  EXPECT_EQ(deals.open(0, deal_of(1u << 20, 0), turn_of(2)).slot, 17);
  EXPECT_EQ(ids(deals, 0).front(), 1u << 20);
}

}  // namespace
}  // namespace tandem
