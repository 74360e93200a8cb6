// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/state_fields.h"
#include "sim/report/observer.h"

// Every field of what a run's record is made of, as sim/record/state_fields.h lists the state's.
namespace tandem::record {

void fields(Any<RunRecord::PersonRow> auto& x, auto& visit) {
  auto& [seat, person, pay, revenue, attainment, days, quit, dismissed] = x;
  visit(seat, person, pay, revenue, attainment, days, quit, dismissed);
}

void fields(Any<RunRecord::DealRow> auto& x, auto& visit) {
  auto& [product, seat, created, closed, won, value, stage, to_prospect] = x;
  visit(product, seat, created, closed, won, value, stage, to_prospect);
}

void fields(Any<Sums> auto& x, auto& visit) {
  auto& [days, samples, year_days, revenue, list_value, margin, pay, hiring_cost, opportunities,
         won, lost, idle, cycle_days, won_value, requests, answered, response_days, customers_lost,
         customers_won, quits, dismissals, joined, hours, attainment, at_quota, judged, ramp_days,
         ramped, topic_shifts, encounters, abandoned, wait_minutes, sales, sales_value,
         counter_hours, busy_hours, people, seats, morale, fatigue, effort, tenure, knowledge,
         knowledge_spread, backlog, pipeline, customers, satisfaction] = x;
  visit(days, samples, year_days, revenue, list_value, margin, pay, hiring_cost, opportunities, won,
        lost, idle, cycle_days, won_value, requests, answered, response_days, customers_lost,
        customers_won, quits, dismissals, joined, hours, attainment, at_quota, judged, ramp_days,
        ramped, topic_shifts, encounters, abandoned, wait_minutes, sales, sales_value,
        counter_hours, busy_hours, people, seats, morale, fatigue, effort, tenure, knowledge,
        knowledge_spread, backlog, pipeline, customers, satisfaction);
}

struct InsideObserver {
  static void of(Any<Observer> auto& x, auto& visit) {
    auto& [total, week, weeks, left, attained, periods, deals, watch_deals, soft_limits] = x;
    visit(total, week, varying(weeks), varying(left), attained, periods, varying(deals),
          watch_deals, soft_limits);
  }
};

void fields(Any<Observer> auto& x, auto& visit) { InsideObserver::of(x, visit); }

}  // namespace tandem::record
