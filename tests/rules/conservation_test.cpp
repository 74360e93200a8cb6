// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "sim/day/day.h"
#include "tests/support/random_firms.h"

// Whatever the policies, nothing is made out of nothing: 1,000 random firms.
namespace tandem {
namespace {

struct Totals {
  std::int64_t opened = 0, closed = 0, pay = 0, paid_to_leavers = 0, revenue = 0, won_value = 0;
  std::int64_t credited = 0, sales = 0;
};

TEST(Conservation, MoneyDealsAccountsAndSeatsAddUpInRandomFirms) {
  int firms_without_deals = 0;
  for (std::uint32_t number = 0; number < 1000; ++number) {
    const Scenario scenario = test::random_scenario(number);
    const Firm firm(scenario.model());
    const Model& model = firm.model;
    State state;
    start(firm, state, scenario.seed(), 0);
    Totals totals;
    std::int64_t open_at_start = 0;
    for (int seat = 0; seat < model.seats; ++seat) open_at_start += state.deals.count(seat);
    std::map<std::pair<int, int>, std::int64_t> lines;  // cents of pay by (seat, person)
    for (int day = 0; day < 90; ++day) {
      const std::vector<int> persons = state.people.person;
      run_day(firm, state);
      totals.opened += state.today.opportunities;
      totals.closed += static_cast<std::int64_t>(state.today.closed.size());
      totals.pay += state.today.pay;
      totals.revenue += state.today.revenue;
      for (const PayLine& line : state.pay_lines)
        lines[{line.seat, persons[line.seat]}] += line.amount;
      for (const auto& exit : state.today.exits) {
        totals.paid_to_leavers += exit.paid;
        totals.credited += exit.revenue;
      }
      std::int64_t of_day = 0;
      for (const auto& closed : state.today.closed)
        if (closed.ending == Ending::won) ++of_day;
      ASSERT_TRUE(of_day > 0 || state.today.sales > 0 || state.today.revenue == 0)
          << "firm " << number;
      // Callers and walk-ins: each is served or not, takes time that is there, and may buy.
      const Today& today = state.today;
      ASSERT_TRUE(0 <= today.abandoned && today.abandoned <= today.encounters) << "firm " << number;
      ASSERT_TRUE(0 <= today.sales && today.sales <= today.encounters - today.abandoned)
          << "firm " << number;
      ASSERT_LE(today.busy_hours, today.counter_hours * (1 + 1e-9)) << "firm " << number;
      totals.sales += today.sales;
    }
    // Deals: each that came is open or closed.
    std::int64_t open = 0;
    for (int seat = 0; seat < model.seats; ++seat) {
      open += state.deals.count(seat);
      for (const Deal& deal : state.deals.of(seat))
        ASSERT_GE(deal.work_left, 0) << "firm " << number;
    }
    ASSERT_EQ(open_at_start + totals.opened, open + totals.closed) << "firm " << number;
    // Pay: what the firm paid is what its people got, those who left included; and each line has a
    // person.
    std::int64_t held = 0, by_line = 0;
    for (int seat = 0; seat < model.seats; ++seat)
      if (state.people.present[seat]) held += state.people.paid[seat];
    for (int seat = 0; seat < model.seats; ++seat)
      if (state.people.present[seat]) totals.credited += state.people.revenue[seat];
    for (const auto& [person, amount] : lines) by_line += amount;
    ASSERT_EQ(totals.pay, held + totals.paid_to_leavers) << "firm " << number;
    ASSERT_EQ(totals.pay, by_line) << "firm " << number;
    // Credit: what came in, to the cent, and once more where co-sellers are credited on top; what is
    // won for an empty seat is nobody's, and only deals can be.
    const int rule = model.spec.parameters.co_credit;
    const bool on_top = rule == Parameters::double_credit || rule == Parameters::overlay;
    ASSERT_LE(totals.credited, totals.revenue * (on_top ? 2 : 1)) << "firm " << number;
    const bool no_deals = std::ranges::none_of(
        model.team_selling, [](Selling selling) { return selling == Selling::pipeline; });
    if (no_deals) {
      ASSERT_EQ(totals.credited, totals.revenue) << "firm " << number;
      firms_without_deals += totals.sales > 0;
    }
    // Seats and accounts: none is lost, and every state lies in its range.
    ASSERT_EQ(state.accounts.all.size(), model.account.size());
    for (int seat = 0; seat < model.seats; ++seat) {
      ASSERT_EQ(state.people.present[seat] != 0, state.people.since[seat] != kNobody)
          << "firm " << number;
      ASSERT_TRUE(state.people.morale[seat] >= 0 && state.people.morale[seat] <= 1)
          << "firm " << number;
      ASSERT_TRUE(state.people.fatigue[seat] >= 0 && state.people.fatigue[seat] <= 1)
          << "firm " << number;
    }
    const auto within = [](const auto& row) {
      return std::ranges::all_of(row, [](double x) { return x >= 0 && x <= 1; });
    };
    ASSERT_TRUE(within(state.people.knowledge)) << "firm " << number;
    ASSERT_TRUE(within(state.people.coverage)) << "firm " << number;
    ASSERT_TRUE(within(state.ties.trust)) << "firm " << number;
    ASSERT_TRUE(within(state.ties.between)) << "firm " << number;
    ASSERT_TRUE(within(state.ties.norm)) << "firm " << number;
    ASSERT_TRUE(within(state.library.answers)) << "firm " << number;
    ASSERT_TRUE(std::ranges::all_of(state.people.hours, [](double h) { return h >= 0; }))
        << "firm " << number;
    for (int a = 0; a < model.accounts; ++a) {
      ASSERT_TRUE(state.accounts[a].satisfaction >= 0 && state.accounts[a].satisfaction <= 1)
          << "firm " << number;
      ASSERT_TRUE(state.accounts.person_relation[a] >= 0 && state.accounts.person_relation[a] <= 1);
      ASSERT_TRUE(state.accounts[a].firm_relation >= 0 && state.accounts[a].firm_relation <= 1);
    }
  }
  EXPECT_GT(firms_without_deals, 20);
}

// With helping switched off nobody keeps hours for mates that grow from week to week.
TEST(Conservation, AManagersDayHasAnEndWithoutHelping) {
  World world(test::firm(R"(
tandem: 1
teams: [{name: A, seats: {generalist: 3, specialist: 1}, manager: {coaching: 3h}}]
mechanisms: {helping: no}
)"),
              5, 0);
  while (!world.finished()) world.run_day();
  const State& state = world.state();
  for (int seat = 0; seat < world.scenario().model().seats; ++seat) {
    double sum = 0;
    for (int m = 0; m < kActivities; ++m) sum += state.people.hours[seat * kActivities + m];
    EXPECT_LE(sum, 16) << seat;  // hours
  }
}

}  // namespace
}  // namespace tandem
