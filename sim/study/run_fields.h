// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>

#include "sim/record/state_fields.h"
#include "sim/report/observer.h"

// Every field of what a run's record is made of, as sim/record/state_fields.h lists the state's.
namespace tandem::record {

void fields(Any<RunRecord::PersonRow> auto& x, auto& visit) {
  auto& [seat, person, pay, revenue, attainment, days, quit, dismissed] = x;
  visit(seat, person, pay, revenue, attainment, days, quit, dismissed);
}

void fields(Any<RunRecord::DealRow> auto& x, auto& visit) {
  auto& [product, seat, created, closed, won, value, stage, to_prospect, two_topics] = x;
  visit(product, seat, created, closed, won, value, stage, to_prospect, two_topics);
}

void fields(Any<Sums> auto& x, auto& visit) {
  auto row = std::bit_cast<SumsRow>(x);
  visit(row);
  if constexpr (!std::is_const_v<std::remove_reference_t<decltype(x)>>)
    x = std::bit_cast<Sums>(row);
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
