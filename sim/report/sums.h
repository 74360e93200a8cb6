// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "sim/state/state.h"

namespace tandem {

/// What the metrics are made of: counts and sums over some days, each of which adds up. Money in
/// whole units. Numbers of one type, so that a new one is added, kept and compared like all others.
struct Sums {
  double year_days = 252;        ///< the calendar's: does not add up
  double days = 0, samples = 0;  ///< days played; week ends at which states were looked at

  double revenue = 0, list_value = 0, margin = 0, pay = 0, hiring_cost = 0, training_cost = 0;
  double opportunities = 0, won = 0, lost = 0, idle = 0, cycle_days = 0, won_value = 0;
  double requests = 0, answered = 0, complaints = 0, response_days = 0;
  double customers_lost = 0, customers_won = 0;
  double quits = 0, dismissals = 0, joined = 0;
  double hours[kActivities] = {};
  double attainment = 0, at_quota = 0, judged = 0;
  double ramp_days = 0, ramped = 0;
  double topic_shifts = 0;
  double asked = 0, helped = 0, refused = 0, help_hours = 0;
  double promotions = 0, fairness = 0;
  double disputes = 0, settled = 0, dispute_days = 0, open_disputes = 0;
  double missed = 0, duplicated = 0, repeated_hours = 0, dispute_cost = 0;
  double lost_with_leavers = 0, deals_lost_with_leavers = 0;
  double co_sold = 0, cross_team = 0, strays = 0, referrals = 0;
  double offers = 0, accepted = 0;
  double items_used = 0, item_age = 0, unique_items = 0, unique_shared = 0;
  double inputs_asked = 0, inputs_refused = 0, inputs_late = 0, inputs_ready = 0, input_days = 0;
  double inputs_made = 0, inputs_back = 0;  ///< of technical support
  double desk_answered = 0, request_hours = 0, leads = 0, unqualified = 0, department_cost = 0;
  double encounters = 0, abandoned = 0, wait_minutes = 0;  ///< callers and walk-ins
  double sales = 0, sales_value = 0;                       ///< to them
  double counter_hours = 0, busy_hours = 0;                ///< for them, with them

  // Sums of week-end readings
  double people = 0, seats = 0;                                           ///< people present, seats
  double morale = 0, fatigue = 0, effort = 0, tenure = 0, knowledge = 0;  ///< over people
  double knowledge_spread = 0;                                            ///< over readings
  double trust = 0, ties = 0;  ///< over ties between people present, and their number
  double written = 0;          ///< over readings
  double item_needers = 0,
         item_holders = 0;  ///< over live items: who needs it; of them who holds it
  double coverage = 0;      ///< over people
  double norm = 0;          ///< of teams, over readings
  double support_trust = 0, support_readings = 0;  ///< of teams, over readings with support
  double backlog = 0, pipeline = 0;                ///< open deals, their list value
  double customers = 0, satisfaction = 0;          ///< over customers

  void add_day(const State& state);
  void add_reading(const Model& model, const State& state);
  void add_reach(const Model& model, const State& state);
  void add(const Sums& other);
};
using SumsRow = std::array<double, sizeof(Sums) / sizeof(double)>;

}  // namespace tandem
