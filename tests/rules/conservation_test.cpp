// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <map>

#include "sim/base/luck.h"
#include "sim/day/day.h"
#include "sim/model/parameters.h"
#include "tests/support/firms.h"

// Whatever the policies, nothing is made out of nothing: 1,000 random firms.
namespace tandem {
namespace {

// Random but addressed choices, so that a failing firm can be named by its number.
class Dice {
 public:
  explicit Dice(std::uint32_t firm) : luck_(1, firm) {}
  double uniform(double low, double high) {
    return low + (high - low) * luck_.uniform(Purpose::test, 1, 0, n_++);
  }
  int whole(int low, int high) { return low + static_cast<int>(uniform(0, high - low + 1 - 1e-9)); }
  bool once_in(int n) { return whole(1, n) == 1; }

 private:
  Luck luck_;
  std::uint32_t n_ = 0;
};

// A value within the range of a parameter, mostly near its default, sometimes at an end.
double some_value(Dice& dice, const Field<Parameters>& field, double fallback) {
  if (dice.once_in(12)) return std::min(field.high, std::max(field.low, fallback * 10));
  if (dice.once_in(12)) return field.low;
  return std::min(field.high, std::max(field.low, fallback * dice.uniform(0.3, 2)));
}

std::string random_firm(std::uint32_t number) {
  Dice dice(number);
  const char* const teams[] = {"{generalist: 3}", "{hunter: 2, closer: 1}",
                               "{hunter: 1, farmer: 2}", "{generalist: 1, hunter: 1, closer: 2}"};
  const char* const plans[] = {"[{salary: 50000, per: year}]",
                               "[{salary: 30000, per: year}, {commission: own revenue, per: month, "
                               "tiers: [[0%, 3%], [100%, 9%]], cap: 300%}]",
                               "[{salary: 30000, per: year}, {commission: own revenue, per: "
                               "quarter, rate: 6%}, {draw: 2000, per: month}]",
                               "[{salary: 40000, per: year}, {bonus: team revenue, per: quarter, "
                               "at: 90%, pays: 3000, split: equal}]",
                               "[{salary: 20000, per: year}, {commission: own margin, per: month, "
                               "rate: 5%}, {spiff: deals won, pays: 100}]"};
  std::string text =
      "tandem: 1\nseed: " + std::to_string(number + 1) + "\nhorizon: 90\ntopics: [x, y, z]\n";
  text += "territories: [{name: P, accounts: " + std::to_string(dice.whole(5, 90)) +
          "}, {name: Q, accounts: 30}]\n";
  text += "teams: [{name: A, territory: P, seats: " + std::string(teams[dice.whole(0, 3)]) +
          "}, {name: B, territory: Q, seats: {generalist: 2}}]\n";
  text += "plan: " + std::string(plans[dice.whole(0, 4)]) + "\n";
  if (dice.once_in(3))
    text += "products: [{name: S, price: 900, spread: 0.2}, {name: L, price: 40000, topic: y}]\n";
  if (dice.once_in(3))
    text +=
        "changes: [{at: 20d, until: 60d, scope: {territory: P}, set: {pricing.discount: 10%}}]\n";
  if (dice.once_in(3)) text += "events: [{at: 30d, downturn: all, severity: 50%}]\n";
  return text;
}

std::vector<std::string> random_settings(std::uint32_t number) {
  Dice dice(number + 1000000);
  const Parameters defaults;
  std::vector<std::string> set;
  for (const Field<Parameters>& field : Parameters::fields()) {
    // Keys that are checked against each other stay as they are.
    const bool bound = field.key.starts_with("calendar.") || field.key == "effort.low" ||
                       field.key == "effort.high";
    if (bound || field.key == "market.regular_share" || !dice.once_in(4)) continue;
    const std::string key(field.key);
    if (const auto number_field = std::get_if<double Parameters::*>(&field.member)) {
      if (field.high >= 1e6 || key == "market.key_share") continue;
      set.push_back(key + "=" + std::to_string(some_value(dice, field, defaults.**number_field)));
    } else if (const auto flag = std::get_if<bool Parameters::*>(&field.member)) {
      set.push_back(key + (dice.once_in(2) ? "=yes" : "=no"));
    } else if (const auto count = std::get_if<int Parameters::*>(&field.member);
               count && field.choices.empty()) {
      if (key != "start.warm_up")
        set.push_back(key + "=" +
                      std::to_string(dice.whole(static_cast<int>(field.low),
                                                std::min(8, static_cast<int>(field.high)))));
    }
  }
  return set;
}

struct Totals {
  std::int64_t opened = 0, closed = 0, pay = 0, paid_to_leavers = 0, revenue = 0, won_value = 0;
};

TEST(Conservation, MoneyDealsAccountsAndSeatsAddUpInRandomFirms) {
  for (std::uint32_t number = 0; number < 1000; ++number) {
    const Scenario scenario = test::firm(random_firm(number), random_settings(number));
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
      for (const auto& exit : state.today.exits) totals.paid_to_leavers += exit.paid;
      std::int64_t of_day = 0;
      for (const auto& closed : state.today.closed)
        if (closed.ending == Ending::won) ++of_day;
      ASSERT_TRUE(of_day > 0 || state.today.revenue == 0) << "firm " << number;
    }
    // Deals: each that came is open or closed.
    std::int64_t open = 0;
    for (int seat = 0; seat < model.seats; ++seat) {
      open += state.deals.count(seat);
      for (const int slot : state.deals.of(seat)) {
        ASSERT_EQ(state.deals[slot].seat, seat) << "firm " << number;
        ASSERT_GE(state.deals[slot].work_left, 0) << "firm " << number;
      }
    }
    ASSERT_EQ(open_at_start + totals.opened, open + totals.closed) << "firm " << number;
    // Pay: what the firm paid is what its people got, those who left included; and each line has a
    // person.
    std::int64_t held = 0, by_line = 0;
    for (int seat = 0; seat < model.seats; ++seat)
      if (state.people.present[seat]) held += state.people.paid[seat];
    for (const auto& [person, amount] : lines) by_line += amount;
    ASSERT_EQ(totals.pay, held + totals.paid_to_leavers) << "firm " << number;
    ASSERT_EQ(totals.pay, by_line) << "firm " << number;
    // Seats and accounts: none is lost, and every state lies in its range.
    ASSERT_EQ(state.accounts.segment.size(), model.account_id.size());
    for (int seat = 0; seat < model.seats; ++seat) {
      ASSERT_EQ(state.people.present[seat] != 0, state.people.since[seat] != kNobody)
          << "firm " << number;
      ASSERT_TRUE(state.people.morale[seat] >= 0 && state.people.morale[seat] <= 1)
          << "firm " << number;
      ASSERT_TRUE(state.people.fatigue[seat] >= 0 && state.people.fatigue[seat] <= 1)
          << "firm " << number;
    }
    for (int a = 0; a < model.accounts; ++a) {
      ASSERT_TRUE(state.accounts.satisfaction[a] >= 0 && state.accounts.satisfaction[a] <= 1)
          << "firm " << number;
      ASSERT_TRUE(state.accounts.person_relation[a] >= 0 && state.accounts.person_relation[a] <= 1);
      ASSERT_TRUE(state.accounts.firm_relation[a] >= 0 && state.accounts.firm_relation[a] <= 1);
    }
  }
}

}  // namespace
}  // namespace tandem
