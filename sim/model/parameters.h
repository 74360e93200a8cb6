// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "sim/model/field.h"

namespace tandem {

/// Every constant of MODEL.md that is one number, one switch or one choice. The initialiser is the
/// default; unit, range, sentence and source stand once in fields().
struct Parameters {
  // calendar
  int week_days = 5, month_days = 21, quarter_days = 63, year_days = 252;
  double day_hours = 8;

  // market
  double key_share = 0.10, regular_share = 0.40;
  double key_rate = 8, regular_rate = 3.5, prospect_rate = 1.5;  // opportunities an account a year
  double potential_spread = 0.4;
  double deal_size = 25000, deal_spread = 0.8;
  double complexity = 0.25;
  double competitor_spread = 0.15;
  double fast_share = 0, fast_factor = 0.15;
  double marketing = 1;
  double market_growth = 0;
  double satisfaction_pull = 1.0;
  double prospecting_pull = 0.3;
  double turbulence = 0.25, shift_severity = 0.3;

  // selling
  double qualify_work = 1.5, discover_work = 3, propose_work = 5, negotiate_work = 3;
  double qualify_buyer = 5, discover_buyer = 9, propose_buyer = 12, negotiate_buyer = 9;
  double qualify_base = 1, discover_base = 1.2, propose_base = 0.9, negotiate_base = 1.2;
  int work_shape = 2, buyer_shape = 2;
  double daily_limit = 4;
  double standing = 0.02;
  double handover_credit = 0.5;
  int order = 0;  // value | first come
  double w_match = 1.2, w_relation = 0.8, w_ability = 0.8, w_competitor = 1.0, w_wait = 0.03;
  double w_haste = 0.4;
  double idle_after = 10, idle_rate = 0.02;

  // calls: teams that answer callers
  double calls_per_day = 40;  // a seat
  double calls_handling = 0.1, calls_patience = 0.05, calls_asking = 0.15;
  double calls_base = -1.2;
  double calls_sale = 120, calls_spread = 0.6;
  int calls_queue = 0;  // pooled | own

  // floor: teams that serve walk-ins
  double floor_per_day = 12;  // a seat
  double floor_handling = 0.4, floor_patience = 0.15, floor_asking = 0.15;
  double floor_base = -0.6;
  double floor_sale = 160, floor_spread = 0.8;
  double claim_ability = 1, claim_effort = 1, claim_gain = 10, claim_mates = 10;
  double rivals_discount = 0;

  // pricing
  double gross_margin = 0.7;
  double premium = 0, discount = 0;
  double w_premium = 6, w_discount = 5;

  // service
  double key_requests = 12, regular_requests = 5, prospect_requests = 0;
  double request_work = 1.5;
  double answer_gain = 0.06, poor_answer = 0.3, win_gain = 0.03, wait_loss = 0.01;
  double relation_gain = 0.03, relation_loss = 0.0006;
  double churn = 0.12, churn_pull = 3;
  double satisfaction_start = 0.6, relation_start = 0.5, newcomer_relation = 0.25;

  // people
  double ability_spread = 0.3;
  double learning_spread = 0.25;
  double own_mean = 0.75, own_spread = 0.1;
  double money_sensitivity_spread = 0.25;
  double risk_aversion = 1.0, risk_aversion_spread = 0.5;
  double loyalty_spread = 0.4;

  // knowledge
  double doing_rate = 0.03;    // an hour of work on the topic
  double study_rate = 0.02;    // an hour of own learning
  double forgetting = 0.0008;  // a day without use
  double week_use = 8;         // hours on a topic in a normal week
  double newcomer_knowledge = 0.15;

  // time and effort
  double conscience = 0.62;
  double effort_cost = 600;
  double effort_low = 0.3, effort_high = 1.5;
  double substitution = 0.4;
  double time_deals = 0.50, time_prospecting = 0.20, time_care = 0.20, time_learning = 0.10;
  double return_deals = 0.55, return_prospecting = 0.25, return_care = 0.15, return_learning = 0.05;
  int choice = 0;  // weekly | daily | once a period
  double impatience = 0.002;
  double next_period = 0.9;
  double effort_morale = 0.3, effort_fatigue = 0.3;

  // fatigue and morale
  double sustainable = 1.0, fatigue_gain = 0.03, fatigue_rest = 0.03;
  double morale_base = 0.6, morale_speed = 0.06;
  double morale_pay = 0.5, morale_success = 0.1, morale_growth = 2.0, morale_load = 0.3;
  double reference_speed = 0.01, pay_memory = 0.02;

  // leaving, hiring, dismissal
  double quit_rate = 0.24;
  double quit_tenure = 0.8, quit_tenure_days = 252;
  double quit_morale = 2.5, quit_pay = 1.0, quit_fatigue = 1.0, quit_loyalty = 1.0;
  double outside_pay = 110000, outside_ability = 0.5;
  double hiring_delay = 30;
  int hiring_shape = 2;
  double hiring_cost = 15000, selectivity = 0;
  double dismissal_floor = 0;
  int dismissal_periods = 4;

  // start
  int start = 0;  // going concern | empty
  int warm_up = 0;

  // policies
  bool placebo = false;
  bool cover = true;
  double cover_limit = 15;

  // mechanisms
  bool pay_response = true, learning = true, forgetting_on = true, shifts = true, service = true,
       churn_on = true, quitting = true, morale_on = true, fatigue_on = true, idle_death = true,
       waiting = true;

  static std::span<const Field<Parameters>> fields();
  friend bool operator==(const Parameters&, const Parameters&) = default;
};

}  // namespace tandem
