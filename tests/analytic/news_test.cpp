// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <bit>
#include <cmath>

#include "sim/base/math.h"
#include "sim/day/day.h"
#include "sim/day/library.h"
#include "sim/day/meetings.h"
#include "sim/day/news.h"
#include "sim/rules/hours.h"
#include "tests/support/firms.h"

// Items of news with everything else switched off have exact answers (EVIDENCE K1', K5'; Stasser and
// Titus).
namespace tandem {
namespace {

constexpr int kLong = 1'000'000'000;

std::uint64_t bit(int item) { return std::uint64_t{1} << item; }

// Everybody is willing, nothing gets stale, nothing arises but what a test plants.
std::vector<std::string> willing(std::vector<std::string> more) {
  std::vector<std::string> set = {"mechanisms.items=yes", "items.rate=0.000001", "helping.base=50",
                                  "items.passing=0",      "items.attention=64",  "items.reading=0",
                                  "items.need=1",         "items.spread=0"};
  set.insert(set.end(), more.begin(), more.end());
  return set;
}

struct Bench {
  Scenario scenario;
  Firm firm;
  State state;

  explicit Bench(const std::vector<std::string>& set, const char* text = test::kBare)
      : scenario(test::firm(text, set)), firm(scenario.model()) {
    begin(0);
  }
  void begin(std::uint32_t replication) {
    start(firm, state, 7, replication);
    bring_news(firm, state);
  }
  // An item on topic 0 that nobody holds, and nobody has heard of.
  int plant(double accuracy = 1) {
    News& news = state.news;
    const int item = std::countr_one(news.live);
    const auto i = static_cast<std::size_t>(item);
    news.live |= bit(item);
    news.on_topic[0] |= bit(item);
    news.number[i] = ++news.count;
    news.id[i] = mix64(static_cast<std::uint64_t>(news.count));
    news.born[i] = state.day;
    news.stale[i] = kLong;
    news.accuracy[i] = accuracy;
    news.owner[i] = news.place[i] = news.topic[i] = 0;
    for (int r = 0; r < firm.model.territories; ++r)
      news.arrives[i * static_cast<std::size_t>(firm.model.territories) +
                   static_cast<std::size_t>(r)] = state.day;
    return item;
  }
  std::uint64_t& held(int seat) { return state.news.held[static_cast<std::size_t>(seat)]; }
  std::uint64_t& told(int seat) { return state.news.told[static_cast<std::size_t>(seat)]; }
};

double harmonic(int n) {
  double sum = 0;
  for (int i = 1; i <= n; ++i) sum += 1.0 / i;
  return sum;
}

struct Mean {
  double sum = 0, square = 0, n = 0;
  void add(double x) { sum += x, square += x * x, ++n; }
  [[nodiscard]] double value() const { return sum / n; }
  [[nodiscard]] double error() const {
    return std::sqrt((square / n - value() * value()) / (n - 1));
  }
};

// K5'. N items, one of them at random in each meeting: all are known after N H_N meetings.
TEST(News, AllItemsAreHeardAfterTheMeetingsOfTheCouponCollector) {
  constexpr int kItems = 20;
  Bench bench(willing({"teams.A.seats.generalist=2", "policies.meetings.every=1",
                       "policies.meetings.hours=1", "items.an_hour=1", "items.mention=1"}));
  Mean meetings;
  for (std::uint32_t replication = 0; replication < 1500; ++replication) {
    bench.begin(replication);
    for (int i = 0; i < kItems; ++i) bench.held(0) |= bit(bench.plant());
    int held = 0;
    for (; bench.held(1) != bench.held(0); ++bench.state.day, ++held) {
      hold_meetings(bench.firm, bench.state);
      take_in_news(bench.firm, bench.state);
    }
    meetings.add(held);
  }
  EXPECT_NEAR(meetings.value(), kItems * harmonic(kItems), 3.5 * meetings.error());
}

// K1'. Everybody who knows tells one of the others at the rate b: all N know after
// 2 (N - 1) H_(N-1) / (N b) days.
TEST(News, ItPassesThroughACircleInTheTimeOfPushDiffusion) {
  constexpr int kPeople = 20;
  const double rate = 0.02;
  Bench bench(willing({"teams.A.seats.generalist=20", "items.passing=0.02"}));
  Mean days;
  for (std::uint32_t replication = 0; replication < 1500; ++replication) {
    bench.begin(replication);
    const int item = bench.plant();
    bench.held(3) = bit(item);
    int passed = 0, know = 1;
    for (; know < kPeople; ++bench.state.day, ++passed) {
      pass_news_on(bench.firm, bench.state);
      take_in_news(bench.firm, bench.state);
      know = 0;
      for (int seat = 0; seat < kPeople; ++seat) know += bench.held(seat) != 0;
    }
    days.add(passed);
  }
  const double expected = 2 * (kPeople - 1) * harmonic(kPeople - 1) / (kPeople * rate);
  EXPECT_NEAR(days.value(), expected, 3.5 * days.error());
}

// How often an item comes up that so many of six hold, over many meetings of a format.
double comes_up(const std::string& format, int holders, double* unique = nullptr) {
  Bench bench(
      willing({"teams.A.seats.generalist=6", "policies.meetings.every=1",
               "policies.meetings.format=" + format, "items.mention=0.3", "items.structured=0.8"}));
  const int item = bench.plant();
  constexpr int kMeetings = 6000;
  int up = 0, alone = 0, shared = 0;
  for (int i = 0; i < kMeetings; ++i, ++bench.state.day) {
    bench.state.today.clear();
    bool heard = false;
    for (int seat = 0; seat < 6; ++seat) {
      bench.held(seat) = seat < holders ? bit(item) : 0;
      bench.told(seat) = 0;
    }
    hold_meetings(bench.firm, bench.state);
    for (int seat = 0; seat < 6; ++seat) heard = heard || bench.told(seat) != 0;
    up += heard;
    alone += bench.state.today.unique_items;
    shared += bench.state.today.unique_shared;
  }
  if (unique != nullptr) *unique = alone > 0 ? double(shared) / alone : -1;
  return double(up) / kMeetings;
}

TEST(News, WhatAllKnowIsSaidFirst) {
  for (int holders = 1; holders <= 6; ++holders) {
    const double expected = 1 - std::pow(0.7, holders);
    EXPECT_NEAR(comes_up("open", holders), expected,
                3.5 * std::sqrt(expected * (1 - expected) / 6000) + 1e-9)
        << holders;
  }
}

TEST(News, StructureBringsUpWhatOneAloneKnows) {
  double open = 0, pairs = 0, review = 0;
  (void)comes_up("open", 1, &open);
  (void)comes_up("structured pairs", 1, &pairs);
  (void)comes_up("case review", 1, &review);
  EXPECT_NEAR(open, 0.3, 0.02);
  EXPECT_NEAR(pairs, 0.8, 0.02);
  EXPECT_NEAR(review, 0.8, 0.02);
}

// A deal's chance with an item and without it differs by exactly the term.
TEST(News, ADealWithAndWithoutTheItemDiffersByTheTerm) {
  const auto first_answer = [](bool holds, bool live) {
    Bench bench(willing({"items.weight=0.4"}));
    if (live) {
      const int item = bench.plant(0.75);
      bench.held(0) = holds ? bit(item) : 0;
    }
    bench.state.notes.on = true;
    for (;;) {
      run_day(bench.firm, bench.state);
      for (const Note& note : bench.state.notes.all)
        if (note.kind == NoteKind::passed || note.kind == NoteKind::lost)
          return std::pair(note.deal, math::log(note.chance / (1 - note.chance)));
    }
  };
  const auto with = first_answer(true, true), without = first_answer(false, true),
             none = first_answer(false, false);
  EXPECT_EQ(with.first, none.first);
  EXPECT_EQ(without.first, none.first);
  EXPECT_NEAR(with.second - none.second, 0.4 * 0.75, 1e-12);
  EXPECT_NEAR(without.second - none.second, -0.4, 1e-12);
}

TEST(News, ItCountsWhereItHasComeAndOnItsTopicAndForBothSellers) {
  Bench bench(
      willing({"teams.A.seats.generalist=2", "items.weight=0.4", "topics=[one, two, three]"}));
  const int item = bench.plant(0.5);
  Deal deal;
  const auto term = [&] { return news_on(bench.firm, bench.state, 0, deal).term; };
  EXPECT_DOUBLE_EQ(term(), -0.4);
  deal.topic = 1;
  EXPECT_EQ(term(), 0);
  deal.second_topic = 0;
  EXPECT_DOUBLE_EQ(term(), -0.4);
  deal.partner = 1;
  bench.held(1) = bit(item);
  EXPECT_DOUBLE_EQ(term(), 0.2);
  bench.state.news.arrives[static_cast<std::size_t>(item)] = bench.state.day + 1;
  EXPECT_EQ(term(), 0);
}

// Nothing arises at a rate of 0, and then all is as if there were no such thing as news.
TEST(News, ARateOfZeroIsTheMechanismOff) {
  const auto hash = [](const std::vector<std::string>& set) {
    World world(test::shipped("base/software-vendor.yaml", set, 150), 1, 0);
    world.run_to_end();
    return world.hash();
  };
  EXPECT_EQ(hash({"mechanisms.items=yes", "items.rate=0"}), hash({"mechanisms.items=no"}));
}

// Items arise at their rate and live as long as they are said to.
TEST(News, ItemsAriseAtTheirRate) {
  Bench bench(willing({"items.rate=50", "items.life=20", "items.life_shape=0"}));
  Mean arisen;
  for (std::uint32_t replication = 0; replication < 200; ++replication) {
    bench.begin(replication);
    for (++bench.state.day; bench.state.day < 252; ++bench.state.day) {
      bring_news(bench.firm, bench.state);
      for (int item = 0; item < News::kMost; ++item) {
        if (!(bench.state.news.live & bit(item))) continue;
        const auto i = static_cast<std::size_t>(item);
        ASSERT_LT(bench.state.day - bench.state.news.born[i], 20);
        ASSERT_GT(bench.state.news.accuracy[i], 0.5 - 1e-9);
        ASSERT_EQ(bench.held(0) >> item & 1, 1u);  // the only seat noticed it
      }
    }
    arisen.add(bench.state.news.count);
  }
  EXPECT_NEAR(arisen.value(), 50, 3.5 * arisen.error());
}

// Attention is limited: the newest are taken in, and all cost time.
TEST(News, TooMuchIsNotTakenIn) {
  Bench bench(willing({"items.attention=3", "items.reading=0.2"}));
  for (int i = 0; i < 10; ++i) bench.told(0) |= bit(bench.plant());
  const double before = bench.state.people.talk[0];
  take_in_news(bench.firm, bench.state);
  EXPECT_EQ(bench.held(0), bit(9) | bit(8) | bit(7));
  EXPECT_EQ(bench.told(0), 0u);
  EXPECT_NEAR(bench.state.people.talk[0] - before, 2.0, 1e-12);
}

// Questions, articles, records, reports: each carries what it should, to whom it should.
TEST(News, TravelsByEachChannel) {
  const std::string two = std::string(test::kBare);
  Bench bench(
      willing({"teams=[{name: A, territory: T, seats: {generalist: 3}}, {name: B, "
               "territory: T, seats: {generalist: 2}}]",
               "mechanisms.crm=yes", "policies.crm.discipline=1", "items.record_days=4",
               "policies.report.every=5", "policies.knowledge_base.on=yes"}));
  const int item = bench.plant();
  bench.held(0) = bit(item);
  Deal deal;
  answer_with_news(bench.state, 1, 0, deal);
  EXPECT_EQ(bench.told(1), bit(item));
  bench.told(1) = 0;

  write_news(bench.firm, bench.state, 0, 1.0);
  read_news(bench.state, 4, deal);
  EXPECT_EQ(bench.told(4), bit(item));
  bench.told(4) = 0;

  const int born = bench.state.day;
  for (bench.state.day = born + 1; bench.state.day <= born + 4; ++bench.state.day)
    bring_news(bench.firm, bench.state);  // all facts are on record: mates find it, others do not
  EXPECT_EQ(bench.told(1), bit(item));
  EXPECT_EQ(bench.told(2), bit(item));
  EXPECT_EQ(bench.told(3), 0u);
  leave_news(bench.firm, bench.state, 0);
  EXPECT_EQ(bench.held(0), 0u);
  find_news(bench.firm, bench.state, 0);
  EXPECT_EQ(bench.told(0), bit(item));

  take_in_news(bench.firm, bench.state);
  bench.state.day = 4;  // the fifth: reports are due
  pass_news_on(bench.firm, bench.state);
  for (int seat = 0; seat < 5; ++seat) EXPECT_EQ(bench.told(seat), bit(item)) << seat;
}

// Unwilling people keep things back, asked or not.
TEST(News, IsKeptBackByTheUnwilling) {
  Bench bench(willing({"teams.A.seats.generalist=4", "helping.base=-50",
                       "policies.meetings.every=1", "items.passing=1", "policies.report.every=1"}));
  bench.held(0) = bit(bench.plant());
  for (int i = 0; i < 50; ++i, ++bench.state.day) {
    hold_meetings(bench.firm, bench.state);
    pass_news_on(bench.firm, bench.state);
    for (int seat = 0; seat < 4; ++seat) ASSERT_EQ(bench.told(seat), 0u);
  }
}

double metric(const Scenario& scenario, std::string_view id) {
  double sum = 0;
  for (std::uint32_t replication = 0; replication < 8; ++replication) {
    World world(scenario, 3, replication);
    world.run_to_end();
    const RunRecord record = world.record({});
    sum += record.values[static_cast<std::size_t>(*find_metric(id))].value_or(0);
  }
  return sum / 8;
}

// A report carries news to other teams, and takes hours. With news that matters to no deal it only
// costs.
TEST(News, ReportsReachFurtherAndCostHours) {
  const auto with = [](std::vector<std::string> more) {
    more.insert(more.end(), {"mechanisms.items=yes", "items.rate=6"});
    return test::shipped("quickstart.yaml", more, 200);
  };
  const std::string report = "policies.report.every=5", hours = "policies.report.hours=2";
  EXPECT_GT(metric(with({report, hours}), "items_reach"), 1.2 * metric(with({}), "items_reach"));
  EXPECT_LT(metric(with({report, hours, "items.weight=0"}), "hours_deals"),
            metric(with({"items.weight=0"}), "hours_deals"));
}

}  // namespace
}  // namespace tandem
