// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/base/calendar.h"
#include "sim/model/pay_plan.h"

// How much credit is asked of a seat. MODEL section 6 "Quotas" and "Tomorrow"; EVIDENCE A9.
namespace tandem {

/// What is known when quotas are set. Whole units of money a year.
struct QuotaFacts {
  double potential = 0;       ///< credit the seat's market is expected to give
  double mean_potential = 0;  ///< the same, averaged over the seats that share the quota's amount
  double forecast = 0;        ///< what the person expects to sell; bottom-up
  int years = 0;              ///< years since the first quota, for growth
};

/// Quota of a seat and year. A ratchet starts as `by_potential` and moves by ratchet_next.
[[nodiscard]] double quota(const QuotaSpec& spec, const QuotaFacts& facts);

/// q' = q + d + l_up max(0, x - q) - l_down max(0, q - x), never below 0. Quota and result of one
/// period.
[[nodiscard]] double ratchet_next(const QuotaSpec& spec, double quota, double result);

/// Part of slope b that a ratchet of strength l takes off: D l / (1 - D (1 - l)), D the weight of
/// the next period. With D = 1 / (1 + r) the slope left is b r / (r + l), Weitzman's.
[[nodiscard]] double ratchet_drag(double strength, double next_period);

/// D (W(x) - W(q)): what a result x does to the pay of all later periods, for pay of slope b on x -
/// q.
[[nodiscard]] double tomorrow(const QuotaSpec& spec, double slope, double next_period, double quota,
                              double result);

/// Share of the year's quota that falls on the days first..last, both included; may span years.
[[nodiscard]] double season_share(const QuotaSpec& spec, const Calendar& calendar, int first,
                                  int last);

/// Mean share of the quota asked of somebody who joined on day `since` over the days first..last.
[[nodiscard]] double ramp_share(const QuotaSpec& spec, const Calendar& calendar, int since,
                                int first, int last);

}  // namespace tandem
