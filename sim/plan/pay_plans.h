// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "sim/base/calendar.h"
#include "sim/base/money.h"
#include "sim/model/pay_plan.h"

// Plans made ready to be settled: names resolved, and the results that any element is paid on
// listed once as meters.
namespace tandem {

/// Whose result a meter adds up. A group is a temporary team, numbered by one of its seats.
enum class Holder : std::uint8_t { seat, group, team, territory, firm, reports };

/// What a meter counts. Money in cents, counts in hundredths (a half share of a deal is 50; so are
/// hours of help). Cost is pay and expense. Satisfaction and score are levels: points, 100 the most
/// or the usual, added up day by day.
enum class Quantity : std::uint8_t {
  revenue,
  margin,
  new_accounts,
  deals,
  activity,
  cost,
  help,
  satisfaction,
  score
};

/// Does it come of no sale: help, satisfaction, score?
[[nodiscard]] constexpr bool is_merit(Quantity q) { return q >= Quantity::help; }
/// Is it a state of things, of which the mean over the days counts?
[[nodiscard]] constexpr bool is_level(Quantity q) { return q >= Quantity::satisfaction; }

/// A running total that starts at 0 with each period.
struct Meter {
  Quantity quantity = Quantity::revenue;
  Holder holder = Holder::seat;
  Period period = Period::quarter;
  int topic = -1, product = -1;  ///< -1: all
  int from = 0, until = -1;      ///< bookings on days from <= day < until; until < 0: always
  int after = 0;                 ///< days from booking to credit
  Money cap_deal = 0;            ///< most that counts from one line; 0: all
  friend bool operator==(const Meter&, const Meter&) = default;

  /// Does a deal on this topic and product, booked on `day`, count?
  [[nodiscard]] bool counts(int its_topic, int its_product, int day) const {
    return (topic < 0 || topic == its_topic) && (product < 0 || product == its_product) &&
           day >= from && (until < 0 || day < until);
  }
};

/// One element of one plan with its meters (-1: none).
struct CompiledElement {
  PayElement says;
  Period per = Period::quarter;  ///< when it is settled
  int meter = -1;                ///< the result it is paid on
  int own = -1;                  ///< each seat's own part of it: shares by credit, averages, ranks
  int cost = -1;                 ///< profit share: pay and expense of the holder
  int hurdle = -1;
  int weekly = -1;                   ///< growth: the same result week by week
  double days = 1, hurdle_days = 1;  ///< by which the meter is divided: a level's days, else 1
  int slot = 0;                      ///< place in its plan
};

struct CompiledPlan {
  std::string name;
  std::vector<CompiledElement> elements;
  int salary = -1, draw = -1, clawback = -1, windfall = -1, exchange = -1,
      promotion = -1;  ///< slots
};

/// All plans that a run may use, changes included. Const during a run.
struct PayPlans {
  std::vector<CompiledPlan> plans;
  std::vector<Meter> meters;
  std::vector<int> lags;  ///< the distinct `after` of the meters, rising, 0 first
  QuotaSpec quota;
  std::array<bool, 5> uses_period{};  ///< periods at whose end something may happen
  int most_elements = 0;              ///< of any plan
  int claw_window = -1;               ///< longest window of any clawback; < 0: no plan has one
  int most_periods = 1;               ///< periods that any window can reach back
  bool fx_by_booking = false;
  bool any_cost = false;         ///< some element is paid on profit
  std::array<bool, 9> counts{};  ///< by Quantity: some meter counts it
  bool any_growth = false;       ///< some element is paid on growth
};

/// Makes plans ready. `topics` and `products` are the names that elements may refer to; an unknown
/// one is a broken invariant (the reader has checked).
[[nodiscard]] PayPlans compile(std::span<const std::vector<PayElement>> plans,
                               const QuotaSpec& quota, const Calendar& calendar,
                               std::span<const std::string> topics,
                               std::span<const std::string> products);

[[nodiscard]] Holder holder_of(int measure);
[[nodiscard]] Quantity quantity_of(int measure);
[[nodiscard]] constexpr Period period_of(int per) { return static_cast<Period>(per); }

}  // namespace tandem
