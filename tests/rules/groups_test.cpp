// SPDX-License-Identifier: Apache-2.0
#include "sim/day/groups.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "sim/day/day.h"
#include "tests/support/firms.h"

// Temporary teams: who is in which, how long, and what follows.
namespace tandem {
namespace {

const char* const kFirm = R"(
tandem: 1
seed: 5
horizon: 126
topics: [x, y, z]
territories: [{name: P, accounts: 160}, {name: Q, accounts: 60}]
teams:
  - {name: A, territory: P, seats: {generalist: 7, specialist: 1}, manager: {coaching: 2h}}
  - {name: B, territory: P, seats: {generalist: 5}}
  - {name: C, territory: Q, seats: {generalist: 6}}
quitting: {rate: 1}
hiring: {delay: 5}
)";

struct Played {
  explicit Played(std::vector<std::string> set, const std::string& more = "")
      : scenario(test::firm(kFirm + more, std::move(set))), firm(scenario.model()) {
    start(firm, state, 3, 0);
  }
  Scenario scenario;
  Firm firm;
  State state;
};

std::map<int, std::vector<int>> members(const State& state) {
  std::map<int, std::vector<int>> out;
  for (std::size_t seat = 0; seat < state.groups.of.size(); ++seat)
    out[state.groups.of[seat]].push_back(static_cast<int>(seat));
  return out;
}

TEST(Groups, NobodyIsGroupedWhereNothingNamesGroups) {
  Played run({"groups.size=3"});
  EXPECT_TRUE(run.state.groups.of.empty());
}

TEST(Groups, EverybodyThereIsInOneOfTheRightSizeWithinTheScope) {
  for (const char* form : {"random", "fixed", "high with low", "chosen"})
    for (const char* scope : {"team", "territory", "all"})
      for (const int size : {2, 3}) {
        Played run({"policies.meetings.scope=group", "groups.form=" + std::string(form),
                    "groups.scope=" + std::string(scope), "groups.size=" + std::to_string(size)});
        const Model& model = run.firm.model;
        const std::string where = std::string(form) + ", " + scope + ", " + std::to_string(size);
        for (int day = 0; day < 40; ++day) {
          const int due = run.state.groups.next;
          run_day(run.firm, run.state);
          const bool fresh = run.state.groups.next != due;
          EXPECT_EQ(fresh, due == day) << where;
          for (const auto& [group, seats] : members(run.state)) {
            ASSERT_TRUE(std::ranges::count(seats, group)) << where << ": numbered by a member";
            const auto seen = group_members(run.state, group);
            ASSERT_TRUE(std::ranges::equal(seen, seats)) << where;
            if (seats.size() == 1) continue;
            ASSERT_GE(static_cast<int>(seats.size()), size) << where;
            ASSERT_LT(static_cast<int>(seats.size()), 2 * size) << where;
            for (const int seat : seats) {
              ASSERT_NE(model.seat_role[seat], Role::manager) << where;
              const bool team = model.seat_team[seat] == model.seat_team[group];
              const bool territory = model.seat_territory[seat] == model.seat_territory[group];
              ASSERT_TRUE(std::string(scope) == "all" ||
                          (std::string(scope) == "team" ? team : territory))
                  << where;
            }
          }
        }
      }
}

TEST(Groups, FixedOnesStayAndOthersMeetNewPeople) {
  Played fixed({"policies.meetings.scope=group", "groups.form=fixed"});
  Played random({"policies.meetings.scope=group"});
  const auto first = fixed.state.groups.of;
  std::set<int> met;
  for (int day = 0; day < 60; ++day) {
    run_day(fixed.firm, fixed.state);
    run_day(random.firm, random.state);
    EXPECT_EQ(fixed.state.groups.of, first);
    for (const int mate : group_members(random.state, random.state.groups.of[0])) met.insert(mate);
  }
  EXPECT_GE(met.size(), 5u);
}

TEST(Groups, TheOneWhoKnowsMostMeetsTheOneWhoKnowsLeast) {
  Played run({"policies.meetings.scope=group", "groups.form=high with low"});
  const auto knows = [&](int seat) {
    double sum = 0;
    for (int k = 0; k < 3; ++k) sum += run.state.people.knowledge[seat * 3 + k];
    return sum;
  };
  std::vector<std::pair<double, int>> team;  // A's people but the manager
  for (const int seat : run.firm.model.team_seats[0])
    if (run.firm.model.seat_role[seat] != Role::manager) team.emplace_back(knows(seat), seat);
  std::ranges::sort(team);
  ASSERT_EQ(team.size(), 8u);
  for (std::size_t i = 0; i < 8; ++i)
    EXPECT_EQ(run.state.groups.of[team[i].second], run.state.groups.of[team[7 - i].second]);
}

// Pay by groups needs the same people for a whole period.
TEST(Groups, ThoseThatPayCountsOnStayUntilThePeriodEnds) {
  Played run({},
             "plan: [{bonus: group revenue, per: month, at: 100%, pays: 2000, split: equal}]\n");
  auto before = run.state.groups.of;
  int moved = 0;
  for (int day = 0; day < 126; ++day) {
    run_day(run.firm, run.state);
    if (run.state.groups.of != before) {
      EXPECT_EQ(day % 21, 0) << day;
      ++moved;
    }
    before = run.state.groups.of;
  }
  EXPECT_EQ(moved, 5);
}

// What one's group sells pulls, and only the group's people are worth helping for it.
TEST(Groups, PayByGroupsMakesTheGroupsCreditWorthSomething) {
  Played run({"quitting.rate=0"}, "plan: [{commission: group revenue, per: quarter, rate: 6%}]\n");
  for (int day = 0; day < 10; ++day) run_day(run.firm, run.state);
  for (int seat = 0; seat < run.firm.model.seats; ++seat) {
    if (!run.firm.model.sells(seat)) continue;
    const double sensitivity = run.state.people.money_sensitivity[seat];
    EXPECT_NEAR(run.state.people.pull[seat], 0.06 * sensitivity, 1e-9);
    for (const int mate : run.firm.model.team_seats[run.firm.model.seat_team[seat]]) {
      const bool together = run.state.groups.of[mate] == run.state.groups.of[seat];
      EXPECT_NEAR(worth_of_mates_credit(run.state, seat, mate), together ? 0.06 * sensitivity : 0,
                  1e-9);
    }
  }
}

// Who meets by pairs learns of one person alone: what only a pair knows stays with it.
TEST(Groups, WhatIsToldInAGroupStaysInIt) {
  Played run({"policies.meetings.scope=group", "policies.meetings.format=case review",
              "groups.form=fixed", "policies.chat.on=no", "policies.co_selling.on=no",
              "mechanisms.shifts=no", "mechanisms.quitting=no", "mechanisms.forgetting=no",
              "mechanisms.coaching=no", "mechanisms.learning=no"});
  auto& knowledge = run.state.people.knowledge;
  std::ranges::fill(knowledge, 0.2);
  knowledge[0] = 0.9;  // the first seat knows x
  for (int day = 0; day < 30; ++day) run_day(run.firm, run.state);
  for (const int seat : run.firm.model.team_seats[0]) {
    const bool together = run.state.groups.of[seat] == run.state.groups.of[0];
    if (seat != 0 && together) {
      EXPECT_GT(knowledge[seat * 3], 0.25) << seat;
    } else if (!together) {
      EXPECT_LE(knowledge[seat * 3], 0.2) << seat;
    }
  }
}

TEST(Groups, TheJournalSaysWithWhomAndWhy) {
  Played run({"policies.meetings.scope=group", "groups.form=chosen"});
  run.state.notes.on = true;
  int notes = 0;
  for (int day = 0; day < 6; ++day) {
    run_day(run.firm, run.state);
    for (const Note& note : run.state.notes.all)
      if (note.kind == NoteKind::grouped) {
        ++notes;
        EXPECT_EQ(note.terms, 4u);
        EXPECT_EQ(run.state.groups.of[note.seat], run.state.groups.of[note.number]);
      }
  }
  EXPECT_GT(notes, 10);
}

}  // namespace
}  // namespace tandem
