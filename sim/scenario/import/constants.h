// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <vector>

#include "sim/scenario/import/aliases.h"
#include "sim/scenario/import/cycle.h"
#include "sim/scenario/import/facts.h"

// The plain constants of the scenario to be written. Rates a year; durations in working days; money
// in whole units.
namespace tandem::crm {

inline constexpr double kWorkingYear = 252, kCalendarYear = 365.25;
inline constexpr double kWorkingPerCalendar = kWorkingYear / kCalendarYear;

struct ProductLine {
  std::string name;
  double price = 0, spread = 0, share = 1, win = 0;
  std::string topic;
  std::size_t facts = 0;  ///< index into Facts::products
  std::string says;       ///< comment
};

struct TerritoryLine {
  std::string name;
  int accounts = 1;
  double potential = 1;
  std::string says;
};

struct TeamLine {
  std::string name, territory;
  int seats = 0;
  std::string says;
  std::vector<int> reps;  ///< of the book, in the order of seats
};

struct Constants {
  std::vector<std::string> topics;
  std::vector<ProductLine> products;
  std::vector<TerritoryLine> territories;
  std::vector<TeamLine> teams;
  bool accounts_told = true;
  double potential_spread = 0.4;

  double account_rate = 1;  ///< opportunities an account brings a year
  CycleLaw cycle;
  std::array<double, 4> pass{};  ///< chance of each stage that the fit starts from
  double pass_shift = 0;         ///< added to every stage's logit: found by simulation
  std::array<double, 4> work{};  ///< mean hours
  double load = 0.5;             ///< share of reps' hours for deals that the work takes
  double ability_spread = 0.2;

  std::vector<std::string> account_places;  ///< by account of the book: "TERRITORY/N"; empty = none

  double quota = 0;        ///< a seat and year: what the fitted scenario sells
  double rep_revenue = 0;  ///< won a year and seat
  double salary = 0, commission = 0.1, outside_pay = 0, effort_cost = 0, hiring_cost = 0;
};

/// Everything that the file says, and starting values for what a simulation has to find.
[[nodiscard]] Constants constants_of(const Book& book, const Facts& facts, const Aliases& aliases);

/// Sets the hours of work from the rate of arrivals, the chances and the load.
void set_work(Constants& constants, const Facts& facts);

/// Chances of the stages so that `win` of the decided are won and a lost deal has lived `lateness`
/// of a won one's time.
[[nodiscard]] std::array<double, 4> stage_chances(double win, double lateness);

/// A number with as many digits as matter, without an exponent.
[[nodiscard]] std::string figure(double value, int digits = 4);

}  // namespace tandem::crm
