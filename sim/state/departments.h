// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

namespace tandem {

/// A deal's input that technical support has promised.
struct Case {
  std::uint64_t deal = 0;      ///< id
  std::uint64_t priority = 0;  ///< addressed: who of one day comes first
  double value = 0;            ///< of the deal, money
  double work_left = 0;        ///< hours
  std::int32_t seat = 0;       ///< who asked
  std::int32_t asked = 0;      ///< day
  std::int32_t queued = 0;     ///< day: later than `asked` if it has come back
  std::int32_t until = 0;      ///< day on which the deal goes on without it
  std::int32_t round = 0;      ///< how often it has come back
};

/// A customer's request at the service desk.
struct DeskRequest {
  double work_left = 0;  ///< hours; 0: not begun
  std::int32_t account = 0, since = 0;
  std::uint32_t number = 0;    ///< n of the account's n-th request
  std::uint32_t priority = 0;  ///< addressed: who of one day comes first
};

/// Other departments that sales works with. All is empty until there is one.
struct Departments {
  std::vector<Case> cases;  ///< in the order in which they are worked on, the day's new ones last
  double waiting = 0;       ///< hours of work on them this morning
  std::vector<DeskRequest> requests;  ///< likewise

  // By team
  std::vector<double> trust;         ///< between it and technical support, in [0, 1]
  std::vector<int> in_time, missed;  ///< inputs this week
};

template <class Visitor, class D>
void visit_departments(D& d, Visitor&& visit) {
  visit("work that waits at technical support", d.waiting);
  visit("trust in technical support", d.trust);
  visit("inputs in time this week", d.in_time);
  visit("inputs missed this week", d.missed);
}

template <class Visitor, class C>
void visit_case(C& c, Visitor&& visit) {
  visit("deal", c.deal);
  visit("seat", c.seat);
  visit("asked", c.asked);
  visit("queued", c.queued);
  visit("until", c.until);
  visit("round", c.round);
  visit("work left", c.work_left);
}

template <class Visitor, class R>
void visit_desk_request(R& r, Visitor&& visit) {
  visit("account", r.account);
  visit("since", r.since);
  visit("number", r.number);
  visit("work left", r.work_left);
}

}  // namespace tandem
