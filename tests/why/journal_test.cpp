// SPDX-License-Identifier: Apache-2.0
#include "tandem/journal.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "sim/model/model.h"
#include "tandem/why.h"
#include "tests/support/firms.h"
#include "tests/support/random_firms.h"

namespace tandem {
namespace {

World played(const Scenario& scenario, bool journal) {
  World world(scenario, scenario.seed(), 0);
  if (journal) world.keep_journal();
  world.run_to_end();
  return world;
}

TEST(Journal, ARunIsTheSameWithOneAndWithout) {
  for (std::uint32_t number = 0; number < 60; ++number) {
    const Scenario scenario = test::random_scenario(number);
    EXPECT_EQ(played(scenario, true).hash(), played(scenario, false).hash()) << number;
  }
}

// An id names one entry, causes come before what they cause, and the terms of what chance decided
// give the chance, which gives the answer.
TEST(Journal, EveryEntryIsSound) {
  const World world = played(test::shipped("base/software-vendor.yaml"), true);
  const Journal journal = world.journal();
  std::set<std::string> ids;
  int decided = 0, with_causes = 0;
  for (std::size_t i = 0; i < journal.size(); ++i) {
    const JournalEntry entry = journal.entry(i);
    EXPECT_TRUE(ids.insert(entry.id).second) << entry.id;
    EXPECT_FALSE(entry.text.empty()) << entry.id;
    for (const std::size_t cause : entry.causes) {
      EXPECT_LT(cause, i) << entry.id;
      EXPECT_LE(journal.day(cause), entry.day) << entry.id;
    }
    with_causes += entry.causes.empty() ? 0 : 1;
    double sum = 0;
    for (const auto& [name, value] : entry.terms) sum += value;
    if (entry.chance) {
      ++decided;
      EXPECT_NEAR(*entry.chance, 1 / (1 + std::exp(-sum)), 1e-12) << entry.id;
      EXPECT_EQ(*entry.luck < *entry.chance, entry.kind != "lost") << entry.id;
    }
  }
  EXPECT_GT(decided, 5000);
  EXPECT_GT(with_causes, static_cast<int>(journal.size() / 2));
  // Those that a person asks about are found again by their id.
  for (const char* kind : {"quit", "won", "paid", "judged", "joined"}) {
    const auto places = journal.about(kind, "");
    ASSERT_FALSE(places.empty()) << kind;
    EXPECT_EQ(journal.find(journal.entry(places.back()).id), places.back()) << kind;
  }
}

// A stage that turned on an item of news follows from how the item arose and spread.
TEST(Journal, NewsThatCountedIsNamed) {
  const World world = played(
      test::shipped("quickstart.yaml", {"mechanisms.items=yes", "items.rate=20", "items.spread=0"}),
      true);
  const Journal journal = world.journal();
  int counted = 0;
  for (std::size_t i = 0; i < journal.size(); ++i) {
    const JournalEntry entry = journal.entry(i);
    bool news = false, named = false;
    for (const auto& [name, value] : entry.terms) news = news || (name == "news" && value != 0);
    if (!news) continue;
    ++counted;
    for (const std::size_t cause : entry.causes) {
      const std::string_view kind = journal.entry(cause).kind;
      named = named || kind == "news" || kind == "told" || kind == "heard";
    }
    EXPECT_TRUE(named) << entry.id;
  }
  EXPECT_GT(counted, 20);
}

// What the journal tells of a run are the figures of its record.
TEST(Journal, ItsEventsAddUpToTheRecord) {
  const World world = played(test::shipped("quickstart.yaml"), true);
  const Journal journal = world.journal();
  const RunRecord record = world.record({});
  const auto value = [&](std::string_view id) {
    return record.values[static_cast<std::size_t>(find_metric(id).value())].value_or(0);
  };
  double paid = 0, arrived = 0;
  for (const std::size_t i : journal.about("paid", "")) paid += journal.entry(i).value;
  for (const std::size_t i : journal.about("opportunity", "")) arrived += journal.day(i) >= 0;
  EXPECT_NEAR(paid, value("compensation"), 0.01 * static_cast<double>(journal.size()));
  EXPECT_EQ(static_cast<double>(journal.about("won", "").size()), value("deals_won"));
  EXPECT_EQ(arrived, value("opportunities"));
}

TEST(Undo, AScheduledEventUndoneIsTheFirmWithoutIt) {
  const char* const kEvents =
      "tandem: 1\nextends: quickstart.yaml\nevents: [{at: 60d, downturn: North, severity: 50%}, "
      "{at: 100d, key person leaves: A/generalist/2}]\n";
  const char* const kSecondOnly =
      "tandem: 1\nextends: quickstart.yaml\nevents: [{at: 100d, key person leaves: "
      "A/generalist/2}]\n";
  World without(test::firm(kEvents), 7, 3);
  without.undo("event:1:60");
  without.run_to_end();
  World never(test::firm(kSecondOnly), 7, 3);
  never.run_to_end();
  EXPECT_EQ(without.hash(), never.hash());
  World both(test::firm(kEvents), 7, 3);
  both.run_to_end();
  EXPECT_NE(without.hash(), both.hash());
}

TEST(Undo, AChangeUndoneIsTheFirmWithoutIt) {
  const char* const kChange =
      "tandem: 1\nextends: quickstart.yaml\nchanges: [{at: 80d, set: {market.deal_size: 50000}}]\n";
  World without(test::firm(kChange), 7, 1);
  without.undo("change:1:80");
  without.run_to_end();
  World never(test::firm("tandem: 1\nextends: quickstart.yaml\n"), 7, 1);
  never.run_to_end();
  EXPECT_EQ(without.hash(), never.hash());
}

// Where nothing feeds back, a win undone takes away itself and nothing else.
TEST(Undo, AWinUndoneCostsItsValueWhereNothingFeedsBack) {
  const Scenario scenario = test::firm(test::kBare);
  World with(scenario, 11, 0);
  with.keep_journal();
  with.run_to_end();
  const Journal journal = with.journal();
  const auto wins = journal.about("won", "");
  ASSERT_GT(wins.size(), 10u);
  const JournalEntry win = journal.entry(wins[wins.size() / 2]);
  const Effect effect = effect_of(scenario, 11, 0, win.id, 0);
  for (const MetricEffect& m : effect.metrics) {
    const auto id = info(m.metric).id;
    const double change = m.with.value_or(0) - m.without.value_or(0);
    if (id == "revenue") {
      EXPECT_NEAR(change, win.value, 0.01);
    } else if (id == "deals_won" || id == "opportunities") {
      EXPECT_EQ(change, id == "deals_won" ? 1 : 0);
    }
  }
  ASSERT_TRUE(effect.after.event);
  EXPECT_EQ(effect.after.event->day, win.day);
  EXPECT_EQ(effect.after.ripples.back().deals, 1);
}

// Every kind that says it can be undone: nothing differs before its day, and it is gone.
TEST(Undo, NothingMovesBeforeTheEventAndItIsGone) {
  const Scenario scenario = test::shipped("base/software-vendor.yaml");
  World with(scenario, 1, 2);
  with.keep_journal();
  with.run_to_end();
  const Journal journal = with.journal();
  int tried = 0;
  for (const JournalKind& kind : journal_kinds()) {
    if (kind.undone.empty()) continue;
    auto places = journal.about(kind.id, "");
    std::erase_if(places, [&](std::size_t place) { return journal.day(place) < 20; });
    if (places.empty()) continue;
    ++tried;
    const JournalEntry event = journal.entry(places[places.size() / 3]);
    World without(scenario, 1, 2);
    without.undo(event.id);
    without.keep_journal();
    without.run_to_end();
    EXPECT_FALSE(without.journal().find(event.id)) << event.id;
    const Divergence after = diverge(without.journal(), journal);
    ASSERT_TRUE(after.event) << event.id;
    EXPECT_EQ(after.event->day, event.day) << event.id;
    EXPECT_GE(after.decision ? after.decision->day : event.day, event.day) << event.id;
  }
  EXPECT_GE(tried, 7);
}

TEST(Undo, WhatIsNoEventIsRefused) {
  World world(test::shipped("quickstart.yaml"), 7, 0);
  for (const char* id : {"", "quit", "quit:1", "quit:0:5", "quit:13:5", "quit:x:5", "quit:1:x",
                         "choice:1:5", "paid:1.1:20", "nonsense:1:5", "won:1:5", "won:1.0:5",
                         "won:999999.1:5", "event:1:5", "change:1:5", "shift:9:5", "won:1.1.x:5"})
    EXPECT_THROW(world.undo(id), std::invalid_argument) << id;
  EXPECT_THROW((void)effect_of(test::shipped("quickstart.yaml"), 7, 0, "quit:1:5", 0),
               std::invalid_argument);
}

// A planted cause: one opportunity, in a firm where nothing feeds back. Its first stage drew its luck
// on the day it came; over futures the other three are passed with their nominal chances.
TEST(Effect, OverFuturesIsTheExpectedOne) {
  const Scenario scenario = test::firm(test::kBare, {"market.key_rate=1.5"});
  World with(scenario, 11, 0);
  with.keep_journal();
  with.run_to_end();
  const Journal journal = with.journal();
  JournalEntry chosen;
  for (const std::size_t place : journal.about("passed", "")) {
    const JournalEntry passed = journal.entry(place);
    const auto came = journal.about("opportunity", passed.subject);
    if (came.size() == 1 && journal.day(came[0]) >= 20 &&
        passed.id.find(".1:") != std::string::npos && chosen.id.empty())
      chosen = journal.entry(came[0]);
  }
  ASSERT_FALSE(chosen.id.empty());
  constexpr int kFutures = 600;
  const Effect effect = effect_of(scenario, 11, 0, chosen.id, kFutures);
  const auto& pass = scenario.model().sets.front().nominal_pass;
  const double chance = pass[1] * pass[2] * pass[3];
  const Estimate& won =
      *effect.over_futures[static_cast<std::size_t>(find_metric("revenue").value())];
  EXPECT_NEAR(won.mean / chosen.value, chance, 4 * std::sqrt(chance * (1 - chance) / kFutures));
}

TEST(Diverge, SameAndPlaceboRunsDoNotPart) {
  const Scenario base = test::shipped("quickstart.yaml");
  const Scenario placebo = test::shipped("quickstart.yaml", {"policies.placebo=true"});
  EXPECT_TRUE(diverge(played(base, true).journal(), played(base, true).journal()).identical());
  EXPECT_TRUE(diverge(played(base, true).journal(), played(placebo, true).journal()).identical());
}

TEST(Diverge, AChangeOnADayPartsThemOnThatDay) {
  const Scenario base = test::firm("tandem: 1\nextends: quickstart.yaml\n");
  const Scenario later = test::firm(
      "tandem: 1\nextends: quickstart.yaml\nchanges: [{at: 100d, set: {effort.conscience: "
      "1.2}}]\n");
  const Journal changed = played(later, true).journal();
  const Divergence d = diverge(played(base, true).journal(), changed);
  ASSERT_TRUE(d.event);
  EXPECT_EQ(d.event->day, 100);  // the change itself, which only one of them has
  ASSERT_TRUE(d.event->in_second);
  EXPECT_EQ(changed.kind(*d.event->in_second).id, "change");
  ASSERT_TRUE(d.decision);
  EXPECT_EQ(d.decision->day, 100);
  for (std::size_t i = 1; i < d.ripples.size(); ++i) {
    EXPECT_GE(d.ripples[i].people, d.ripples[i - 1].people);
    EXPECT_GE(d.ripples[i].deals, d.ripples[i - 1].deals);
  }
  EXPECT_EQ(d.ripples.back().choosing, 12);
}

}  // namespace
}  // namespace tandem
