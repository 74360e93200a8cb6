// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/import/constants.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "sim/base/math.h"
#include "sim/scenario/import/firm_lines.h"
#include "sim/scenario/import/text.h"

namespace tandem::crm {

namespace {

constexpr double kHoursForDeals = 3.5;  // of a day of 8, with usual effort and half of it for deals
constexpr double kMostAccountRate = 800;  // the model's limit is 1,000 a year

/// Between-account spread of the number of opportunities beyond that of chance, as a log standard
/// deviation.
double account_spread(const Facts& facts) {
  std::vector<double> counts;
  for (const double count : facts.accounts)
    if (count > 0) counts.push_back(count);
  if (counts.size() < 5) return 0.4;
  const double middle = mean(counts);
  double variance = 0;
  for (const double count : counts) variance += (count - middle) * (count - middle);
  variance /= static_cast<double>(counts.size() - 1);
  const double excess = std::max(0.0, (variance - middle) / (middle * middle));
  return std::min(2.0, std::sqrt(math::log(1 + excess)));
}

void set_market(Constants& c, const Facts& facts) {
  double accounts = 0;
  for (const TerritoryLine& territory : c.territories)
    accounts += territory.accounts * territory.potential;
  const double a_year = facts.arrivals * kCalendarYear;
  const double split = std::ceil(a_year / accounts / kMostAccountRate);
  if (split > 1)
    for (TerritoryLine& territory : c.territories)
      territory.accounts = static_cast<int>(std::min(1e6, territory.accounts * split));
  c.account_rate = a_year / accounts / std::max(1.0, split);
}

void set_cycle(Constants& c, const Facts& facts) {
  constexpr double kOverhead =
      2;  // working days that work and waiting take in any case; simulation corrects it
  if (facts.won_cycles.empty()) return;
  std::vector<double> days;
  for (const double cycle : facts.won_cycles)
    days.push_back(std::max(0.1, cycle * kWorkingPerCalendar - kOverhead));
  c.cycle = fit_cycle(target_of(days));
}

void set_chances(Constants& c, const Facts& facts) {
  const double won = mean(facts.won_cycles), lost = mean(facts.lost_cycles);
  const double lateness = won > 0 && lost > 0 ? lost / won : 0.6;
  c.pass = stage_chances(std::clamp(facts.win_rate, 0.005, 0.995), lateness);
  // d p / d log(ability) = p x sum of (1 - p_s) x weight 0.8
  double slope = 0;
  for (const double pass : c.pass) slope += 0.8 * (1 - pass);
  slope *= facts.win_rate;
  c.ability_spread = slope > 0 ? std::min(0.6, facts.rep_spread / slope) : 0.2;
}

/// Pay is in no CRM: a placeholder in proportion to what a seat sells, so that it fits any
/// currency.
void set_pay(Constants& c, const Facts& facts) {
  double seats = 0;
  for (const TeamLine& team : c.teams) seats += team.seats;
  c.rep_revenue = facts.won_a_day * kCalendarYear * mean(facts.values) / std::max(1.0, seats);
  c.outside_pay = std::clamp(0.25 * c.rep_revenue, 1.0, 1e8);
  c.salary = 0.6 * c.outside_pay;
  c.commission = 0.1;
  c.effort_cost = std::max(0.01, 600 * c.outside_pay / 110000);
  c.hiring_cost = 15000 * c.outside_pay / 110000;
}

}  // namespace

std::array<double, 4> stage_chances(double win, double lateness) {
  std::array<double, 4> until{};  // share of the cycle that has gone when a stage ends
  double gone = 0;
  for (std::size_t s = 0; s < 4; ++s) until[s] = gone += kStageParts[s];
  const auto weights = [](double tilt) {
    std::array<double, 4> w{};
    double sum = 0;
    for (std::size_t s = 0; s < 4; ++s) sum += w[s] = math::exp(tilt * static_cast<double>(s));
    for (double& x : w) x /= sum;
    return w;
  };
  const auto life = [&](double tilt) {
    double sum = 0;
    const auto w = weights(tilt);
    for (std::size_t s = 0; s < 4; ++s) sum += w[s] * until[s];
    return sum;
  };
  double low = -2, high = 2;
  for (int i = 0; i < 40; ++i) (life((low + high) / 2) < lateness ? low : high) = (low + high) / 2;
  const auto lost = weights((low + high) / 2);
  std::array<double, 4> pass{};
  double reach = 1;
  for (std::size_t s = 0; s < 4; ++s) {
    pass[s] = std::clamp(1 - (1 - win) * lost[s] / reach, 0.02, 0.998);
    reach *= pass[s];
  }
  return pass;
}

void set_work(Constants& c, const Facts& facts) {
  constexpr std::array<double, 4> kShares{2.0 / 17, 4.0 / 17, 7.0 / 17, 4.0 / 17};
  constexpr double kMostHours = 60;
  double seats = 0;
  for (const TeamLine& team : c.teams) seats += team.seats;
  const double a_day = facts.arrivals / kWorkingPerCalendar / std::max(1.0, seats);
  const double quick = 1 - c.cycle.fast_share + c.cycle.fast_share * c.cycle.fast_factor;
  double expected = 0, reach = 1;
  for (std::size_t s = 0; s < 4; ++s) {
    expected += kShares[s] * reach * quick;
    reach *= c.pass[s];
  }
  const double all = std::min(kMostHours, c.load * kHoursForDeals / (a_day * expected));
  for (std::size_t s = 0; s < 4; ++s) c.work[s] = std::max(0.0005, all * kShares[s]);
}

std::string figure(double value, int digits) {
  if (value == 0 || !std::isfinite(value)) return "0";
  const double size = std::floor(std::log10(std::abs(value)));
  const int decimals = std::clamp(digits - 1 - static_cast<int>(size), 0, 12);
  const double unit = size + 1 > digits ? std::pow(10, size + 1 - digits) : 1;
  char text[64];
  const double rounded = unit > 1 ? std::round(value / unit) * unit : value;
  std::snprintf(text, sizeof text, "%.*f", decimals, rounded);
  std::string result(text);
  if (result.find('.') != std::string::npos) {
    while (result.back() == '0') result.pop_back();
    if (result.back() == '.') result.pop_back();
  }
  return result;
}

Constants constants_of(const Book& book, const Facts& facts, const Aliases& aliases) {
  Constants c;
  add_products(c, book, facts);
  add_territories_and_teams(c, book, facts, aliases);
  c.potential_spread = account_spread(facts);
  set_market(c, facts);
  set_cycle(c, facts);
  set_chances(c, facts);
  set_work(c, facts);
  set_pay(c, facts);
  return c;
}

}  // namespace tandem::crm
