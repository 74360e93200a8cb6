// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "sim/base/large_pages.h"

namespace tandem {

inline constexpr int kPulls =
    6;  ///< parts of a plan that pull apart: results of one holder over one period

/// Who sits in each seat and how they are: one entry a seat. An empty seat keeps the entries of the
/// one who left until the next person joins.
struct People {
  // Who
  std::vector<int> person;            ///< n-th person of the seat, from 0
  std::vector<std::uint64_t> id;      ///< of (seat, person)
  std::vector<std::uint8_t> present;  ///< 1 = somebody sits there
  std::vector<int> joins;             ///< day the next person joins an empty seat
  std::vector<int> joined;            ///< day the person joined; before the start: negative
  std::vector<int> since;             ///< the same, or kNobody in an empty seat
  std::vector<std::uint8_t> ramped;   ///< has reached four fifths of own knowledge

  // Traits
  std::vector<double> log_ability, learning, money_sensitivity, risk_aversion, loyalty;
  std::vector<double> prosociality;  ///< in logits of helping, mean 0
  std::vector<double> background;    ///< on a ring: 0 is 1

  // Knowledge [seat x topic]
  Large<double> knowledge;    ///< x in [0, 1]
  Large<double> own;          ///< what the person finds out alone in the long run
  Large<double> topic_hours;  ///< hours worked on the topic this week

  // Effort and hours
  std::vector<double> effort;  ///< total, 1 = a full day
  Large<double> hours;         ///< [seat x activity] hours a day
  std::vector<double>
      spare_hours;  ///< hours of deals that found no work this week: they go to prospecting
  std::vector<double>
      nurture;  ///< hours of care this week that no request took: they go to relations
  std::vector<double> help_left;      ///< hours kept for colleagues and not yet given
  std::vector<double> skill, market;  ///< from courses and coaching: log ability, log of finding
  std::vector<double> level;          ///< sum of knowledge at the last week's end
  std::vector<double> writing;        ///< hours a day of writing for the knowledge base
  std::vector<int> mentor;            ///< seat; -1: nobody
  std::vector<int> mentees;           ///< how many
  std::vector<double> coverage;  ///< share of the facts on the seat's accounts that are on record
  std::vector<double> conflict;  ///< severity of open disputes together
  std::vector<double> friction_rate,
      friction_left;  ///< hazard a day of falling out; threshold left
  std::vector<double> help_given, appraised_credit;  ///< hours, credit since the last appraisal
  std::vector<double> award_help, award_credit;      ///< the same since the last award
  std::vector<double> fairness;                      ///< as felt, in [-1, 1]
  std::vector<double> recognised;                    ///< recent awards and promotions, fading
  std::vector<double> rank_felt, rank_expected;  ///< rank among mates, 1 = first, against expected
  std::vector<double> rank_spread, rank_behind;  ///< sd of mates' credit; how hopeless it is
  std::vector<int> appraised_days, warned;       ///< since the last appraisal; bad ones in a row
  std::vector<int> grade, graded;                ///< promotions; day of the last
  std::vector<double> exits_near;  ///< recent exits of mates, each by trust in who left
  std::vector<double> joint_left;  ///< hours promised to colleagues' deals and not yet worked
  std::vector<double> talk;        ///< hours of questions and answers this week
  std::vector<double> overload;    ///< hours of communication a day beyond what the person can take
  std::vector<double> pull;  ///< what one more unit of own credit is worth to the person now (V_x)
  std::vector<double> mate_pull;  ///< the same of a unit of a mate's credit
  Large<double> next_pull;  ///< [seat x kPulls] the same as a period opens, by part of the plan
  std::vector<std::int64_t> weighed;  ///< revenue (below) when the deals were last put in order
  std::vector<double> prospecting;    ///< factor on the prospects' opportunities

  // How they are
  std::vector<double> morale, fatigue;  ///< in [0, 1]
  std::vector<double> pay_level;        ///< what the person takes for the present yearly pay, money
  std::vector<double> pay_reference;    ///< the yearly pay the person is used to, money
  std::vector<double> success;          ///< credit of late over the expected
  std::vector<double> quit_rate;        ///< hazard a day
  std::vector<double> quit_left;        ///< Exp(1) threshold less the hazard summed so far

  // Accounts of the running periods
  std::vector<std::int64_t> paid;        ///< cents paid to the person since joining or the start
  std::vector<std::int64_t> paid_week;   ///< cents paid since the last weekly review
  std::vector<std::int64_t> revenue;     ///< cents of credit since joining or the start
  std::vector<double> credit_week;       ///< credit since the last weekly review, money
  std::vector<int> plan;                 ///< which of the firm's plans pays the seat
  std::vector<std::int64_t> quota_year;  ///< cents a year
  std::vector<double> quota;             ///< of the running quota period, money
  std::vector<double> credit_period;     ///< credit in the running quota period, money
  std::vector<int> below_floor;          ///< quota periods in a row below the dismissal floor
};

// Decisions come before what follows from them, so that a comparison names the cause.
template <class Visitor, class P>
void visit_people(P& p, Visitor&& visit) {
  visit("person", p.person);
  visit("person id", p.id);
  visit("present", p.present);
  visit("joins", p.joins);
  visit("joined", p.joined);
  visit("since", p.since);
  visit("ramped", p.ramped);
  visit("log ability", p.log_ability);
  visit("learning", p.learning);
  visit("money sensitivity", p.money_sensitivity);
  visit("risk aversion", p.risk_aversion);
  visit("loyalty", p.loyalty);
  visit("prosociality", p.prosociality);
  visit("background", p.background);
  visit("effort", p.effort);
  visit("hours", p.hours);
  visit("knowledge", p.knowledge);
  visit("own knowledge", p.own);
  visit("topic hours", p.topic_hours);
  visit("spare hours", p.spare_hours);
  visit("nurture", p.nurture);
  visit("hours kept for colleagues", p.help_left);
  visit("skill", p.skill);
  visit("market sense", p.market);
  visit("knowledge last week", p.level);
  visit("hours of writing", p.writing);
  visit("mentor", p.mentor);
  visit("newcomers to look after", p.mentees);
  visit("coverage", p.coverage);
  visit("disputes", p.conflict);
  visit("rate of falling out", p.friction_rate);
  visit("threshold of falling out left", p.friction_left);
  visit("help given", p.help_given);
  visit("award help", p.award_help);
  visit("award credit", p.award_credit);
  visit("appraised credit", p.appraised_credit);
  visit("fairness", p.fairness);
  visit("recognised", p.recognised);
  visit("rank felt", p.rank_felt);
  visit("rank expected", p.rank_expected);
  visit("rank spread", p.rank_spread);
  visit("rank behind", p.rank_behind);
  visit("appraised days", p.appraised_days);
  visit("warned", p.warned);
  visit("grade", p.grade);
  visit("graded", p.graded);
  visit("exits near", p.exits_near);
  visit("hours promised to colleagues' deals", p.joint_left);
  visit("talk", p.talk);
  visit("overload", p.overload);
  visit("pull", p.pull);
  visit("pull of a mate's credit", p.mate_pull);
  visit("next pull", p.next_pull);
  visit("revenue when deals were weighed", p.weighed);
  visit("prospecting", p.prospecting);
  visit("morale", p.morale);
  visit("fatigue", p.fatigue);
  visit("pay level", p.pay_level);
  visit("pay reference", p.pay_reference);
  visit("success", p.success);
  visit("quit rate", p.quit_rate);
  visit("quit threshold left", p.quit_left);
  visit("paid", p.paid);
  visit("paid this week", p.paid_week);
  visit("revenue", p.revenue);
  visit("credit this week", p.credit_week);
  visit("plan", p.plan);
  visit("quota a year", p.quota_year);
  visit("quota", p.quota);
  visit("credit this period", p.credit_period);
  visit("periods below floor", p.below_floor);
}

}  // namespace tandem
