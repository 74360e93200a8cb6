// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "sim/plan/pay_book.h"
#include "sim/plan/pay_curve.h"

// A small firm for payouts that a reader can check by hand: months of 21 days, quarters of 63,
// years of 252, everybody's quota 400,000 a year (100,000 a quarter) unless a case says otherwise.
namespace tandem::pay_case {

using P = PayElement;
using Plans = std::vector<std::vector<P>>;  ///< several plans, by number

struct Sale {
  int day;
  int seat;
  double amount;  ///< whole units
  double margin = 0;
  int topic = -1;
  int product = -1;
  bool new_account = false;
  CreditKind kind = CreditKind::direct;
  double share = 1;
};

/// An element with the defaults of its kind and a few keys set.
template <class Set>
P element(int kind, Set set) {
  P e = P::of(kind);
  set(e);
  return e;
}

inline P salary(double amount) {
  return element(P::salary, [&](P& e) { e.amount = amount; });
}

inline P commission(double rate) {
  return element(P::commission, [&](P& e) { e.rate = rate; });
}

struct Firm {
  explicit Firm(std::vector<P> one, int seats = 1) : Firm(Plans(1, std::move(one)), seats) {}
  explicit Firm(Plans all, int seats, QuotaSpec spec = {})
      : plans(compile(all, spec, calendar, topics, products)),
        team(static_cast<std::size_t>(seats), 0),
        territory(team),
        plan(team),
        manager(static_cast<std::size_t>(seats), -1),
        since(static_cast<std::size_t>(seats), 0),
        quota(static_cast<std::size_t>(seats), 400'000'00) {}

  /// After seats, teams, quotas have been set as the case wants them.
  Firm& open() {
    book = make_book(plans, roster(), 0);
    return *this;
  }

  [[nodiscard]] PayRoster roster() const {
    return {team, territory, plan, manager, since, quota, group};
  }

  void sell(const Sale& s) {
    CreditLine line;
    line.seat = s.seat;
    line.deal = ++deals;
    line.day = s.day;
    line.amount = cents(s.amount);
    line.margin = cents(s.margin);
    line.share = s.share;
    line.kind = s.kind;
    line.topic = s.topic;
    line.product = s.product;
    line.new_account = s.new_account;
    credit(book, plans, roster(), calendar, line);
  }

  /// Points of a day, or hours of help: whatever comes of no sale.
  void enter(Quantity quantity, Holder holder, int index, int day, double amount) {
    add_result(book, plans, quantity, holder, index, day, amount);
  }

  /// Plays days up to `last` with the sales on their days.
  Firm& play(int last, const std::vector<Sale>& sales = {}) {
    for (int day = book.settled + 1; day <= last; ++day) {
      for (const Sale& sale : sales)
        if (sale.day == day) sell(sale);
      settle_day(book, plans, roster(), calendar, day, lines);
    }
    return *this;
  }

  Firm& cancel_deal(std::uint64_t deal, int booked, int day) {
    cancel(book, plans, roster(), calendar, deal, booked, day, lines);
    return *this;
  }

  Firm& exit(int seat, int day) {
    leave(book, plans, roster(), calendar, seat, day, lines);
    since[static_cast<std::size_t>(seat)] = kNobody;
    return *this;
  }

  Firm& enter(int seat, int day) {
    since[static_cast<std::size_t>(seat)] = day;
    join(book, plans, roster(), seat, day);
    return *this;
  }

  Firm& replan(const std::vector<int>& seats, int to, int day) {
    change_plan(book, plans, roster(), calendar, seats, to, day, lines);
    for (const int seat : seats) plan[static_cast<std::size_t>(seat)] = to;
    return *this;
  }

  /// Cents paid to a seat (of a kind; -1: of all kinds) so far.
  [[nodiscard]] Money paid(int seat = 0, int kind = -1) const {
    Money sum = 0;
    for (const PayLine& line : lines)
      if (line.seat == seat && (kind < 0 || line.kind == kind)) sum += line.amount;
    return sum;
  }
  [[nodiscard]] Money paid_local(int seat = 0) const {
    Money sum = 0;
    for (const PayLine& line : lines)
      if (line.seat == seat) sum += line.local;
    return sum;
  }

  Calendar calendar;
  std::vector<std::string> topics{"cloud", "security"};
  std::vector<std::string> products{"basic", "plus"};
  PayPlans plans;
  std::vector<int> team, territory, plan, manager, since, group;
  std::vector<Money> quota;
  PayBook book;
  std::vector<PayLine> lines;
  std::uint64_t deals = 0;
};

/// One row of a table: what is set, what is sold in the first quarter by seat 0, what seat 0 gets.
struct Row {
  const char* what;
  std::vector<double> sold;
  double pays;  ///< whole units
};

/// Pay of one seat with one element for sales spread over the first quarter.
inline Money quarter_pay(const P& e, const std::vector<double>& sold) {
  Firm firm({e});
  firm.open();
  std::vector<Sale> sales;
  for (std::size_t i = 0; i < sold.size(); ++i)
    sales.push_back({static_cast<int>(3 + 5 * i), 0, sold[i]});
  return firm.play(62, sales).paid();
}

}  // namespace tandem::pay_case
