// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/base/luck.h"
#include "sim/model/model.h"
#include "sim/state/accounts.h"
#include "sim/state/deals.h"

// Where opportunities come from and what they are (MODEL section 1).
namespace tandem::rules {

/// Exp(1) threshold before the n-th event of an account (or a topic, a person).
[[nodiscard]] double threshold(const Luck& luck, Purpose purpose, std::uint64_t entity,
                               std::uint32_t n);

/// Opportunities a working day before season, shocks and, of prospects, prospecting_factor().
/// Customers bring more when satisfied.
[[nodiscard]] double opportunity_rate(const PolicySet& market, Segment segment, double potential,
                                      double satisfaction);

/// Service requests a working day; the dissatisfied ask more.
[[nodiscard]] double request_rate(const PolicySet& market, Segment segment, double potential,
                                  double satisfaction);

/// Hazard a working day of losing a customer; 0 for a prospect.
[[nodiscard]] double churn_rate(const PolicySet& market, Segment segment, double satisfaction);

/// Factor on the prospects' opportunities from the hours spent on them against normal hours: a
/// power, so that returns diminish.
[[nodiscard]] double prospecting_factor(const PolicySet& own, double hours, double day_hours);

/// The n-th opportunity of an account: what it is does not depend on when it comes or on any policy
/// of pay. Only what its stages' luck turns on; draw_traits() gives the rest.
[[nodiscard]] Deal opportunity(const Model& model, const PolicySet& market, const Luck& luck,
                               int account, std::uint32_t n);

/// Value, topics and rival of an account's n-th opportunity. `product`: what is sold, where that is
/// known; -1: drawn.
void draw_traits(const Model& model, const PolicySet& market, const Luck& luck, std::uint32_t n,
                 double added_rivals, Deal& deal, int product = -1);

}  // namespace tandem::rules
