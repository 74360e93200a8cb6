// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "sim/base/luck.h"
#include "sim/model/parameters.h"
#include "tests/support/firms.h"

// Random firms for tests of what must hold in all of them.
namespace tandem::test {

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
inline double some_value(Dice& dice, const Field<Parameters>& field, double fallback) {
  if (dice.once_in(12)) return std::min(field.high, std::max(field.low, fallback * 10));
  if (dice.once_in(12)) return field.low;
  return std::min(field.high, std::max(field.low, fallback * dice.uniform(0.3, 2)));
}

inline std::string random_firm(std::uint32_t number) {
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
                               "rate: 5%}, {spiff: deals won, pays: 100}]",
                               "[{salary: 30000, per: year}, {commission: own revenue, per: "
                               "quarter, rate: 5%, cap: 200%, hurdle: {measure: new accounts, "
                               "at: 50%, goal: 2}}]",
                               "[{salary: 30000, per: year}, {commission: own revenue, per: "
                               "month, rate: 2%}, {contest: own revenue, per: month, among: all, "
                               "prizes: [3000, 1000]}]",
                               "[{salary: 30000, per: year}, {pool: territory revenue, per: month, "
                               "rate: 4%, split: by credit}]",
                               "[{salary: 30000, per: year}, {pool: team margin, per: month, rate: "
                               "4%}, {commission: own revenue, per: quarter, rate: 3%}, {windfall: "
                               "50%, per: quarter, treatment: lift quota}]"};
  std::string text =
      "tandem: 1\nseed: " + std::to_string(number + 1) + "\nhorizon: 90\ntopics: [x, y, z]\n";
  text += "territories: [{name: P, accounts: " + std::to_string(dice.whole(5, 90)) +
          "}, {name: Q, accounts: 30}]\n";
  Dice modes(number + 2000000);
  const auto selling = [&] {
    return std::string(!modes.once_in(4)  ? ""
                       : modes.once_in(2) ? ", selling: calls"
                                          : ", selling: floor");
  };
  Dice staff(number + 4000000);
  const auto manager = [&] {
    return std::string(staff.once_in(3) ? ", manager: {coaching: 2h, mediation: 1h}" : "");
  };
  std::string first = teams[dice.whole(0, 3)];
  if (staff.once_in(4)) first.insert(first.size() - 1, ", specialist: 1");
  text += "teams: [{name: A, territory: P, seats: " + first + selling() + manager() +
          "}, {name: B, territory: Q, seats: {generalist: 2}" + selling() + manager() + "}]\n";
  if (modes.once_in(2)) text += "calls: {queue: own}\n";
  std::string plan = plans[dice.whole(0, std::size(plans) - 1)];
  const char* const merits[] = {", {commission: help given, per: month, rate: 30}",
                                ", {bonus: own satisfaction, per: month, goal: 55, pays: 500}",
                                ", {contest: help given, per: quarter, among: all, prizes: [2000]}",
                                ", {commission: own revenue, per: month, rate: 5%, base_weeks: 4}"};
  Dice merit(number + 5000000);
  if (merit.once_in(3)) plan.insert(plan.size() - 1, merits[merit.whole(0, 3)]);
  Dice groups(number + 3000000);
  const bool grouped = groups.once_in(5), group_pay = grouped && groups.once_in(2);
  text += "plan: " +
          (group_pay ? "[{salary: 30000, per: year}, {bonus: group revenue, per: month, at: 80%, "
                       "pays: 3000, split: equal}]"
                     : plan) +
          "\n";
  if (grouped) {
    const char* const forms[] = {"random", "fixed", "high with low", "chosen"};
    const char* const scopes[] = {"team", "territory", "all"};
    text += "groups: {size: " + std::to_string(groups.whole(2, 3)) +
            ", form: " + forms[groups.whole(0, 3)] +
            ", redraw: " + std::to_string(groups.whole(0, 12)) +
            ", scope: " + scopes[groups.whole(0, 2)] +
            "}\npolicies: {meetings: {scope: group, format: structured pairs}}\n";
  }
  if (dice.once_in(3))
    text += "products: [{name: S, price: 900, spread: 0.2}, {name: L, price: 40000, topic: y}]\n";
  std::string changes;
  if (dice.once_in(3))
    changes += "{at: 20d, until: 60d, scope: {territory: P}, set: {pricing.discount: 10%}}";
  if (dice.once_in(3))
    changes += std::string(changes.empty() ? "" : ", ") +
               "{at: 33d, set: {plan: " + plans[dice.whole(0, std::size(plans) - 1)] + "}}";
  if (groups.once_in(6))
    changes += std::string(changes.empty() ? "" : ", ") +
               "{at: 40d, until: 75d, scope: {newcomers: " + std::to_string(groups.whole(1, 30)) +
               "m}, set: {policies.crm.discipline: 90%, plan: " +
               plans[groups.whole(0, std::size(plans) - 1)] +
               "}}, {at: 66d, scope: {tercile: 3}, set: {policies.chat.hours: 1h}}";
  if (staff.once_in(4))
    changes += std::string(changes.empty() ? "" : ", ") +
               "{at: 10d, until: 80d, offer: {policies.training.every: 5d, plan: " +
               plans[staff.whole(0, std::size(plans) - 1)] + "}}";
  if (!changes.empty()) text += "changes: [" + changes + "]\n";
  if (dice.once_in(4)) text += "quota: {method: ratchet, period: month}\n";
  if (dice.once_in(3)) text += "events: [{at: 30d, downturn: all, severity: 50%}]\n";
  return text;
}

inline std::vector<std::string> random_settings(std::uint32_t number) {
  Dice dice(number + 1000000), choices(number + 5000000);
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
  for (const Field<Parameters>& field : Parameters::fields()) {
    // Scopes go with the groups of the file.
    const bool bound = field.key.starts_with("groups.") || field.key.ends_with(".scope");
    if (field.choices.empty() || bound || !choices.once_in(3)) continue;
    const int most = static_cast<int>(field.choices.size()) - 1;
    set.push_back(std::string(field.key) + "=" +
                  std::string(field.choices[static_cast<std::size_t>(choices.whole(0, most))]));
  }
  Dice departments(number + 6000000);
  const auto add = [&](const char* key, double low, double high) {
    if (departments.once_in(3))
      set.push_back("policies." + std::string(key) + "=" +
                    std::to_string(departments.uniform(low, high)));
  };
  add("support.staff", 0.5, 20);
  add("support.patience", 1, 25);
  add("service_desk.staff", 0.5, 10);
  add("marketing.money", 10, 1000);
  return set;
}

inline Scenario random_scenario(std::uint32_t number) {
  return firm(random_firm(number), random_settings(number));
}

}  // namespace tandem::test
