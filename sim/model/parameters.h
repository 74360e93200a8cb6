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
  double strays = 0;
  double market_growth = 0;
  double satisfaction_pull = 1.0;
  double prospecting_pull = 0.2;
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
  double prosociality_spread = 0.8;
  double diversity = 0;
  double specialist_lead = 0.15;

  // knowledge
  double doing_rate = 0.03;    // an hour of work on the topic
  double study_rate = 0.02;    // an hour of own learning
  double forgetting = 0.0008;  // a day without use
  double week_use = 8;         // hours on a topic in a normal week
  double newcomer_knowledge = 0.15;

  // time and effort
  double conscience = 0.66;
  double effort_cost = 600;
  double effort_low = 0.3, effort_high = 1.5;
  double substitution = 0.4;
  double time_deals = 0.48, time_prospecting = 0.20, time_care = 0.19, time_learning = 0.08,
         time_helping = 0.05;
  double return_deals = 0.53, return_prospecting = 0.25, return_care = 0.15, return_learning = 0.04,
         return_helping = 0.05, return_recording = 0.9;
  int choice = 0;  // weekly | daily | once a period
  double impatience = 0.002;
  double next_period = 0.9;
  double effort_morale = 0.3, effort_fatigue = 0.3;

  // fatigue and morale
  double sustainable = 1.0, fatigue_gain = 0.03, fatigue_rest = 0.03;
  double morale_base = 0.6, morale_speed = 0.06;
  double morale_pay = 0.5, morale_success = 0.1, morale_growth = 2.0, morale_load = 0.3;
  double reference_speed = 0.01, pay_memory = 0.02;

  // trust and the sharing norm
  double trust_base = 0.5, trust_spread = 0.1, trust_homophily = 0.1;
  double trust_fade = 0.002;
  double trust_help = 0.06, trust_refusal = 0.05;
  double norm_base = 0.6, norm_speed = 0.05;
  double reciprocity_fade = 0.01;

  // asking and helping
  double ask_base = -0.5;
  double ask_gap = 6, ask_worth = 2, ask_trust = 2, ask_standing = 0.5, ask_insight = 0.5;
  double help_base = 2;
  double help_trust = 3, help_prosociality = 0.7, help_norm = 2, help_pay = 4,
         help_reciprocity = 0.3, help_fatigue = 1;
  double help_yield = 0.5;
  double reliance = 0.7, need_to_differ = 0.15;
  double learn_asking = 0.25;

  // load of communication
  double load_capacity = 1.5;
  double load_cost = 0.75;
  double load_fatigue = 0.15;
  double load_contact = 0.01;

  // what meetings do
  double learn_open = 0.05, learn_pairs = 0.25, learn_case = 0.12, learn_standup = 0.02;
  double meeting_structure = 1.5, meeting_preparation = 0.5;
  double meeting_trust = 0.01, pairs_trust = 0.03;
  double cross_trust = 0.35, cross_fade = 0.002;

  // facts on record
  double crm_entry = 0.08;
  double crm_speed = 0.1;
  double forget_facts = 0.3;
  double crm_rework = 0.5;

  // evaluation, recognition, ranks, careers
  int evaluation_method = 0;  // result | kpi | 360 | objectives
  double evaluation_every = 126, evaluation_noise = 0.2, evaluation_bias = 0.3,
         evaluation_weight = 0.3, evaluation_openness = 0.5;
  double evaluation_raise = 0, evaluation_coaching = 0.1, evaluation_exit = 0;
  double evaluation_together = 0.15;
  double fairness_pay = 0.2, fairness_trust = 0.05, morale_fairness = 0.2;
  double award_hours = 0.25, award_fade = 0.01, award_norm = 0.02, morale_recognition = 0.08,
         help_recognition = 0.4;
  double rank_worth = 2000, rank_sting = 0.1, rank_hopeless = 0.15;
  double career_raise = 0.08, quit_career = 0.6;
  double pressure = 0.15, example = 0.15;
  double morale_cohesion = 0.1;

  // roles and conflict
  double roles_hours = 1;
  double roles_overlap = 0.25, roles_gap = 0.1, roles_twice = 0.8, roles_annoyance = 0.05;
  double roles_cover = 0.5, roles_known = 0.6, roles_talk = 0.15;
  double conflict_rate = 0.4;
  double conflict_trust = 3, conflict_clarity = 1.5, conflict_rivalry = 0.5;
  double conflict_overlap = 0.08, conflict_credit = 0.3, conflict_support = 0.1;
  double conflict_alone = 40, conflict_growth = 0.05, conflict_most = 3;
  double conflict_hours = 0.5, conflict_breach = 0.15, conflict_wear = 0.01;
  double conflict_cost = 1000;
  double help_conflict = 1.5, morale_conflict = 0.08;

  // other channels of knowledge
  double kb_size = 60, kb_ageing = 0.0015, kb_search = 0.15, learn_reading = 0.4;
  double learn_mentoring = 0.15, mentoring_trust = 0.02;
  double learn_course = 0.05, course_level = 0.8;
  double course_skill = 0.01, course_skill_most = 0.15, course_market = 0.02,
         course_market_most = 0.2, course_fade = 0.002;
  double learn_coaching = 0.1, coaching_skill = 0.02, coaching_morale = 0.05;
  double norm_model = 0.3;

  // items of news
  double item_rate = 2, item_life = 60, item_accuracy = 0.5, item_spread = 120, item_need = 0.5;
  int item_life_shape = 2;
  double item_weight = 0.2;
  double item_mention = 0.3, item_structured = 0.8, items_an_hour = 6;
  double item_passing = 0.01, item_attention = 5, item_reading = 0.1, item_record_days = 10;

  // leaving, hiring, dismissal
  double quit_rate = 0.21;
  double quit_tenure = 0.8, quit_tenure_days = 252;
  double quit_morale = 2.5, quit_pay = 1.0, quit_fatigue = 1.0, quit_loyalty = 1.0;
  double quit_peers = 0.5, peers_fade = 0.008;
  double quit_cohesion = 1.0, quit_vesting = 3;
  double visibility = 0.6, visibility_days = 504;
  double outside_pay = 110000, outside_ability = 0.5;
  double leave_deals = 0.5;
  double leave_accounts = -2.2, leave_relation = 3, leave_firm = 3, leave_coverage = 1.5;
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
  bool chat_on = true;
  double chat_latency = 1, chat_hours = 0.4, chat_interruption = 0.2, chat_search = 0.2;
  double crm_discipline = 0.6;
  int handover_to = 0;  // newcomer | nearest | least loaded | most alike | best
  double handover_care = 0.5, handover_hours = 0.5;
  bool co_selling_on = true;
  int co_credit = fixed_split;
  double owner_share = 0.6, partner_hours = 0.3;
  int co_scope = reach_team;  // team | all
  double co_size = 3, co_needed = 0.1;
  double co_overhead = 0.1, learn_co_selling = 0.1;
  bool referral_on = true;
  double referral_credit = 0.2;
  double offer_habit = 1, offer_pay = 20, offer_learning = 2, offer_friends = 1;
  double award_every = 0;
  int award_for = 0;  // result | help
  int ranks = 0;      // none | private | public
  int career_levels = 0;
  double career_years = 2, career_at = 1;
  double clarity = 0.6;
  int conflict_process = 1;  // none | manager | mediator | committee | protocol
  double conflict_days = 10;
  bool kb_on = false;
  double kb_upkeep = 0.5;
  double mentoring_days = 0, mentoring_hours = 2;
  int mentoring_form = 0;  // voluntary | ordered
  double training_every = 0, training_hours = 8, training_cost = 400;
  int training_content = 0;  // product | skill | market
  double meeting_every = 5, meeting_hours = 1;
  int meeting_scope = 0;   // team | territory | all | group
  int meeting_format = 0;  // open | structured pairs | case review | stand-up
  int meeting_pairs = 0;   // random | fixed | high with low | chosen
  double report_every = 0, report_hours = 1;
  int report_scope = 2;  // team | territory | all
  bool cover = true;
  double cover_limit = 15;

  // other departments
  double support_staff = 0, support_liaison = 0.5, support_goal = 0;
  double support_patience = 15;
  int support_order = 0;  // first come | value
  double support_wage = 60, support_premium = 0.2;
  double support_need = 0.4, support_work = 6, support_limit = 8, support_briefing = 0.5;
  int support_shape = 2;
  double misunderstanding = 0.35, support_rework = 0.6, liaison_scale = 0.75;
  double support_weight = 0.6;
  double give_base = 1.5, give_trust = 3, give_goal = 3, give_load = 0.75;
  double support_rest = 0.4, support_fade = 0.002, support_contact = 0.03, support_handling = 0.05,
         support_breach = 0.1;
  double desk_staff = 0, desk_share = 0.6;
  double desk_wage = 40, desk_skill = 0.35, desk_facts = 0.4, desk_writing = 0.6;
  double marketing_money = 0, marketing_liaison = 0.25;
  double leads_most = 1, leads_half = 2;
  double unqualified = 0.5, telling_scale = 0.75, unqualified_weight = 3;

  // temporary teams
  int group_size = 2;
  int group_form = 0;  // random | fixed | high with low | chosen
  double group_redraw = 5;
  int group_scope = 0;  // team | territory | all

  // mechanisms
  bool pay_response = true, learning = true, forgetting_on = true, shifts = true, service = true,
       churn_on = true, quitting = true, morale_on = true, fatigue_on = true, idle_death = true,
       waiting = true, helping_on = true, trust_on = true, overload_on = true,
       co_selling_rule = true, crm_on = true, contagion = true, leavers_take = true,
       coaching_on = true, roles_on = true, conflict_on = true, fairness_on = true,
       pressure_on = true, items_on = true, support_on = true, desk_on = true, marketing_on = true;

  enum Order { first_come, by_value };
  enum HandOver { to_newcomer, to_nearest, to_least_loaded, to_most_alike, to_best };
  enum Method { by_result, by_kpi, by_360, by_objectives };
  enum Award { for_result, for_help };
  enum Ranks { no_ranks, private_ranks, public_ranks };
  enum Process { by_nobody, by_manager, by_mediator, by_committee, by_protocol };
  enum Form { voluntary, ordered };
  enum Course { product, skill, market };
  enum Reach { reach_team, reach_all };
  enum CoCredit { owner_takes_all, fixed_split, by_hours, double_credit, overlay };
  enum MeetingScope { meet_team, meet_territory, meet_all, meet_group };
  enum MeetingFormat { open_talk, structured_pairs, case_review, stand_up };
  enum Pairing { random_pairs, fixed_pairs, high_with_low, chosen_pairs };

  static std::span<const Field<Parameters>> fields();
  friend bool operator==(const Parameters&, const Parameters&) = default;
};

}  // namespace tandem
