// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/base/large_pages.h"
#include "sim/base/luck.h"
#include "sim/plan/pay_book.h"
#include "sim/state/accounts.h"
#include "sim/state/deals.h"
#include "sim/state/departments.h"
#include "sim/state/disputes.h"
#include "sim/state/groups.h"
#include "sim/state/merits.h"
#include "sim/state/news.h"
#include "sim/state/notes.h"
#include "sim/state/people.h"
#include "sim/state/pulls.h"
#include "sim/state/scopes.h"
#include "sim/state/ties.h"
#include "sim/state/today.h"

namespace tandem {

/// Service requests that wait for the owner of a seat's accounts, first come first served.
struct Requests {
  static constexpr int kMost =
      32;                       ///< of a seat; beyond, the oldest customer gives up: a soft limit
  Large<int> account, since;    ///< [seat x kMost], a ring
  Large<std::uint32_t> number;  ///< n of the account's n-th request, likewise
  std::vector<int> head, waiting;  ///< by seat
  std::vector<double> work_left;   ///< hours on the one at the head, by seat
};

/// What somebody wants of a colleague today: proposed in `meet`, settled in `resolve`.
struct Intent {
  enum Kind : std::uint8_t { hand_over, cover, answer, co_sell } kind;
  std::uint16_t slot;      ///< where the deal was then
  int seat;                ///< whose list the deal is on
  int mate;                ///< who is asked; -1: whoever takes it over
  std::uint64_t deal;      ///< id
  std::uint64_t priority;  ///< addressed, so that no seat is favoured by its number
  float value = 0;         ///< answer: what it is worth as a match
};

/// What is written down, by topic.
struct Library {
  std::vector<double> answers;  ///< share of questions that find an answer
  std::vector<double> level;    ///< knowledge in it
};

/// Room to work in: no part of the state.
struct Room {
  std::vector<int> seats, partner;
  std::vector<int> due;  ///< seats at which something may happen
  std::vector<double> known;
  std::vector<double> best_known;  ///< [team x topic] the most that anybody of a team knows
  std::vector<std::pair<double, int>> order;
  std::vector<std::uint64_t> items;
};

/// Room to work in where callers and walk-ins are served; no part of the state.
struct Counters {
  std::vector<double> hours;            ///< of today on the phone or the floor, by seat
  std::vector<double> weight;           ///< of a seat's claim on the next one, by seat
  std::vector<int> served;              ///< by seat
  std::vector<double> best, next_best;  ///< knowledge within the team, by topic
};

/// Everything that a day changes. Plain arrays: copying a State forks the future.
struct State {
  std::uint64_t seed = 1;
  std::uint32_t replication = 0;
  std::uint32_t future = 0;  ///< other luck from some day on, by number; 0: none
  Luck luck{1, 0};           ///< follows from these three
  int day = 0;               ///< the next day to be played
  int epoch =
      0;  ///< of Model::epochs, in force on `day`: follows from the day, so no part of the hash

  People people;
  Accounts accounts;
  Deals deals;
  Requests requests;
  PayBook pay;
  Ties ties;
  Groups groups;
  Merits merits;
  Scopes scopes;
  Library library;
  News news;
  Departments departments;
  std::vector<Dispute> disputes;    ///< open ones, in the order in which they began
  std::vector<Question> questions;  ///< by day

  // Topics
  std::vector<double> shift_left;     ///< threshold less hazard
  std::vector<std::uint32_t> shifts;  ///< so far

  // What events do to each territory now
  std::vector<double> demand, rivals, price_level;  ///< factor, added strength, factor
  double working_share = 1;                         ///< of a day's hours, an outage takes the rest

  std::vector<Intent> intents;  ///< of the day
  Today today;
  std::vector<PayLine> pay_lines;  ///< of the day
  Contests contests;
  Pulls pulls;  ///< what pay does to each choice; no part of the hash

  Room room;
  Counters counters;           ///< no part of the hash
  Notes notes;                 ///< of the day, for a journal
  std::vector<Undone> undone;  ///< events that do not happen in this run
  [[nodiscard]] bool undoes(NoteKind kind, std::uint64_t entity, int part = 0) const {
    for (const Undone& event : undone)
      if (event.day == day && event.kind == kind && event.entity == entity && event.part == part)
        return true;
    return false;
  }
};

/// The deal that a question or an intent is about, or null if its seat has it no more.
template <class About>
[[nodiscard]] Deal* deal_of(State& state, const About& about) {
  return state.deals.find(about.seat, about.deal, about.slot);
}

[[nodiscard]] inline Luck luck_of(std::uint64_t seed, std::uint32_t replication,
                                  std::uint32_t future) {
  return {future == 0 ? seed : mix64(seed + future), replication};
}

/// Every field of the state with its name, one list for hash, comparison and snapshots.
template <class Visitor, class S>
void visit_state(S& s, Visitor&& visit) {
  visit("seed", s.seed);
  visit("replication", s.replication);
  visit("day", s.day);
  visit_people(s.people, visit);
  visit_accounts(s.accounts, visit);
  visit_ties(s.ties, visit);
  visit("answers written", s.library.answers);
  visit("knowledge written", s.library.level);
  visit("request account", s.requests.account);
  visit("request since", s.requests.since);
  visit("request number", s.requests.number);
  visit("request head", s.requests.head);
  visit("requests waiting", s.requests.waiting);
  visit("request work left", s.requests.work_left);
  visit("week of contests", s.contests.week);
  visit("shift threshold left", s.shift_left);
  visit("shifts", s.shifts);
  visit("demand", s.demand);
  visit("rivals", s.rivals);
  visit("price level", s.price_level);
  visit("working share", s.working_share);
}

[[nodiscard]] std::uint64_t hash_of(const State& state);

/// "day 12, seat 7, morale: 0.51 and 0.52", or empty if the states are equal bit for bit.
[[nodiscard]] std::string first_difference(const State& a, const State& b);

}  // namespace tandem
