// SPDX-License-Identifier: Apache-2.0
#include "sim/day/scopes.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "sim/day/day.h"
#include "tests/support/firms.h"

// Changes for newcomers and for thirds by result.
namespace tandem {
namespace {

const char* const kFirm = R"(
tandem: 1
seed: 5
horizon: 189
territories: [{name: P, accounts: 480}]
teams:
  - {name: A, territory: P, seats: {generalist: 18}, manager: {coaching: 2h}}
  - {name: B, territory: P, seats: {generalist: 6}}
plan: [{salary: 60000}, {commission: own revenue, rate: 8%}]
plans:
  steep: [{salary: 20000}, {commission: own revenue, rate: 20%}]
hiring: {delay: 5}
)";

struct Played {
  explicit Played(const std::string& changes, const std::string& more = "quitting: {rate: 0.7}\n")
      : scenario(test::firm(kFirm + more + "changes: [" + changes + "]\n")),
        firm(scenario.model()) {
    start(firm, state, 3, 0);
  }
  void until(int day) {
    while (state.day < day) run_day(firm, state);
  }
  [[nodiscard]] bool has(int seat) const {
    return firm.of_seat(state, seat).p.mentoring_hours == 5 && state.people.plan[seat] != 0;
  }
  Scenario scenario;
  Firm firm;
  State state;
};

const std::string kSets = "set: {policies.mentoring.hours: 5h, plan: steep}}";

TEST(Scopes, NewcomersAreThoseOfTheDayItBegins) {
  Played played("{at: 100d, until: 150d, scope: {newcomers: 6m}, " + kSets);
  played.until(100);
  const std::vector<int> joined = played.state.people.joined, person = played.state.people.person;
  const std::vector<std::uint8_t> there = played.state.people.present;
  int in = 0, out = 0, successors = 0;
  for (const int day : {101, 125, 149}) {
    played.until(day);
    for (int seat = 0; seat < played.firm.model.seats; ++seat) {
      const bool same = played.state.people.person[seat] == person[seat];
      const bool newcomer = there[seat] && 100 - joined[seat] < 126;
      if (!played.state.people.present[seat]) continue;
      EXPECT_EQ(played.has(seat), same && newcomer) << day << ", " << seat;
      (!same ? successors : newcomer ? in : out) += 1;
    }
  }
  EXPECT_GT(in, 3);
  EXPECT_GT(out, 5);
  EXPECT_GT(successors, 0);
  played.until(152);
  for (int seat = 0; seat < played.firm.model.seats; ++seat) {
    EXPECT_NE(played.firm.of_seat(played.state, seat).p.mentoring_hours, 5);
    EXPECT_EQ(played.state.people.plan[seat], 0);
  }
}

TEST(Scopes, ThirdsAreByResultOverTheExpectedInTheDaysBefore) {
  Played played("{at: 100d, scope: {team: A, tercile: 1}, " + kSets +
                ", {at: 100d, scope: {team: A, tercile: 3}, set: {policies.crm.discipline: 90%}}");
  played.until(37);
  const std::vector<std::int64_t> before = played.state.people.revenue;
  played.until(100);
  const People then = played.state.people;
  played.until(101);
  std::vector<std::pair<double, int>> order;
  for (const int seat : played.firm.model.team_seats[0]) {
    if (!then.present[seat] || played.firm.model.seat_credit[seat] <= 0) continue;
    const bool late = then.joined[seat] >= 37;
    const double credit = static_cast<double>(then.revenue[seat] - (late ? 0 : before[seat]));
    const int days = 100 - std::max(37, then.joined[seat]);
    if (days > 0) order.emplace_back(credit / played.firm.model.seat_credit[seat] / days, seat);
  }
  std::ranges::sort(order);
  ASSERT_GE(order.size(), 6u);
  const std::size_t n = order.size();
  for (std::size_t rank = 0; rank < n; ++rank) {
    const int seat = order[rank].second;
    EXPECT_EQ(played.has(seat), rank * 3 / n == 0) << rank;
    EXPECT_EQ(played.firm.of_seat(played.state, seat).p.crm_discipline == 0.9, rank * 3 / n == 2)
        << rank;
  }
  for (const int seat : played.firm.model.team_seats[1]) EXPECT_FALSE(played.has(seat));
}

// Two changes at once: each for its own people, the later one in the file wins.
TEST(Scopes, ChangesForSomePeopleAddUp) {
  Played played(
      "{at: 70d, scope: newcomers, set: {policies.mentoring.hours: 5h, policies.crm.discipline: "
      "80%}}, {at: 80d, scope: {tercile: 3}, set: {policies.crm.discipline: 90%}}, {at: 90d, set: "
      "{policies.co_selling.owner: 70%}}");
  played.until(95);
  int both = 0;
  for (int seat = 0; seat < played.firm.model.seats; ++seat) {
    const std::uint64_t in = played.state.scopes.in[seat];
    const Parameters& p = played.firm.of_seat(played.state, seat).p;
    EXPECT_EQ(p.mentoring_hours == 5, (in & 1) != 0);
    EXPECT_EQ(p.crm_discipline, (in & 2) != 0 ? 0.9 : (in & 1) != 0 ? 0.8 : 0.6);
    EXPECT_EQ(p.owner_share, 0.7);
    both += in == 3;
  }
  EXPECT_GT(both, 0);
}

// Where everybody is in and stays, it is the same as no scope, day for day.
TEST(Scopes, AScopeThatHoldsEverybodyIsNoScope) {
  Played some("{at: 70d, until: 120d, scope: {newcomers: 90y}, " + kSets, "quitting: {rate: 0}\n");
  Played all("{at: 70d, until: 120d, " + kSets, "quitting: {rate: 0}\n");
  for (int day = 0; day < 130; ++day) {
    some.until(day);
    all.until(day);
    ASSERT_EQ(some.state.people.paid, all.state.people.paid) << day;
    ASSERT_EQ(some.state.people.knowledge, all.state.people.knowledge) << day;
    ASSERT_EQ(some.state.people.plan, all.state.people.plan) << day;
  }
}

}  // namespace
}  // namespace tandem
