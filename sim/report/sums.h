// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/state/state.h"

namespace tandem {

/// What the metrics are made of: counts and sums over some days, each of which adds up. Money in
/// whole units.
struct Sums {
  int days = 0, samples = 0;  ///< days played; week ends at which states were looked at
  double year_days = 252;

  double revenue = 0, list_value = 0, margin = 0, pay = 0, hiring_cost = 0;
  double opportunities = 0, won = 0, lost = 0, idle = 0, cycle_days = 0, won_value = 0;
  double requests = 0, answered = 0, response_days = 0;
  double customers_lost = 0, customers_won = 0;
  double quits = 0, dismissals = 0, joined = 0;
  double hours[kActivities] = {};
  double attainment = 0, at_quota = 0, judged = 0;
  double ramp_days = 0, ramped = 0;
  double topic_shifts = 0;
  double encounters = 0, abandoned = 0, wait_minutes = 0;  ///< callers and walk-ins
  double sales = 0, sales_value = 0;                       ///< to them
  double counter_hours = 0, busy_hours = 0;                ///< for them, with them

  // Sums of week-end readings
  double people = 0, seats = 0;                                           ///< people present, seats
  double morale = 0, fatigue = 0, effort = 0, tenure = 0, knowledge = 0;  ///< over people
  double knowledge_spread = 0;                                            ///< over readings
  double backlog = 0, pipeline = 0;        ///< open deals, their list value
  double customers = 0, satisfaction = 0;  ///< over customers

  void add_day(const State& state);
  void add_reading(const Model& model, const State& state);
  void add(const Sums& other);
};

}  // namespace tandem
