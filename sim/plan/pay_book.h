// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "sim/base/calendar.h"
#include "sim/base/hash.h"
#include "sim/base/money.h"
#include "sim/plan/pay_plans.h"

// The pay engine: credit lines in, pay lines out. The book is plain arrays; copying it forks the
// future.
namespace tandem {

inline constexpr int kNobody = std::numeric_limits<int>::min();  ///< `since` of an empty seat

/// direct: the seller's; split: a part of a deal shared 100 %; overlay, rollup: double credit on
/// top, which counts for its own seat and never for team, territory or firm.
enum class CreditKind : std::uint8_t { direct, split, overlay, rollup };

/// One person's credit for one deal. Money in cents.
struct CreditLine {
  int seat = 0;
  std::uint64_t deal = 0;
  int day = 0;  ///< of booking
  Money amount = 0, margin = 0;
  double share = 1;  ///< of the deal, for measures that count deals; above 1: so many alike sales
  CreditKind kind = CreditKind::direct;
  int topic = -1, product = -1;
  bool new_account = false;
};

/// Who sits where, as the pay engine needs it. One value a seat.
struct PayRoster {
  std::span<const int> team, territory;
  std::span<const int> plan;     ///< which of PayPlans::plans
  std::span<const int> manager;  ///< seat that this one reports to, or -1
  std::span<const int> since;    ///< first day of the person here (may be before day 0), or kNobody
  std::span<const Money> quota;  ///< cents a year
  std::span<const int> group{};  ///< temporary team, numbered by one of its seats; empty: none
};

/// One line of pay. Its parts: who, by which element, what for, how much, earned and paid when.
struct PayLine {
  int seat = 0;
  int slot = 0;              ///< element's place in the seat's plan
  int kind = 0;              ///< PayElement::Kind
  Money amount = 0;          ///< cents of the firm's currency; negative: taken back
  Money local = 0;           ///< cents of the person's currency
  int earned = 0, paid = 0;  ///< days
  double credit = 0;         ///< result it is paid for, whole units
  double attainment = 0;     ///< of the goal; 0 where there is none
  double points = 0;         ///< of recognition
  double fx = 1;             ///< local currency for one of the firm's
  bool in_cost = true;       ///< counts in the compensation cost of sales
};

/// A credit line as the book remembers it.
struct BookedLine {
  CreditLine line;
  Money counted = 0;   ///< of the amount, for the seat itself (after windfall rules)
  Money reviewed = 0;  ///< counted on `review_due`, after a review
  int review_due = 0;
  Money lift = 0;  ///< by which it lifted the seat's quota
  int due = 0;     ///< day of credit
  int person = 0;  ///< who sat there, by number of persons before
  bool seat_only = false;
  bool cancelled = false;
};

/// First in, first out; room is re-used once half of it is spent.
template <class T>
struct PayQueue {
  std::vector<T> items;
  std::size_t head = 0;
  [[nodiscard]] bool empty() const { return head == items.size(); }
  [[nodiscard]] const T& front() const { return items[head]; }
  void push(const T& item) { items.push_back(item); }
  void pop() {
    if (++head * 2 >= items.size()) {
      items.erase(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(head));
      head = 0;
    }
  }
};

/// What was paid for a seat's own element in one period, for clawbacks.
struct PaidPeriod {
  int index = std::numeric_limits<int>::min();  ///< of the period
  Money credit = 0, paid = 0;
  Money reversed_credit = 0, reversed_paid = 0;
};

/// The state of pay. Rows of `slots` values are laid out seat by seat.
struct PayBook {
  int seats = 0, teams = 0, territories = 0, slots = 0, periods = 0;
  int settled = kNobody;  ///< last day that was settled

  // totals of meter m and holder h at [meter_first[m] + h]
  std::vector<int> meter_first;
  std::vector<Money> totals;
  std::vector<Money> removed;     ///< credit cancelled from earlier periods (clawback)
  std::vector<double> booked_fx;  ///< credit times the rate of its day (exchange at booking)
  std::vector<int> last_credit;   ///< day of the last credit: ties in contests

  // seat x slot
  std::vector<Money>
      offset;  ///< added to the meter: carried credit, or minus what a new plan found there
  std::vector<Money>
      paid;  ///< year to date: paid so far; draw and guarantee: pay before this period
  std::vector<Money> carried;       ///< pay above a cap, carried on
  std::vector<int> opened;          ///< first day the element counts for this person
  std::vector<Money> base;          ///< growth: result of the base weeks so far; empty without
  std::vector<int> base_weeks;      ///< so many
  std::vector<PaidPeriod> history;  ///< seat x slot x periods; empty without clawback

  // seat
  std::vector<Money> incentive, all_pay;  ///< paid since joining
  std::vector<Money> draw_balance;        ///< advanced and not yet recovered
  std::vector<Money> ladder;              ///< credit since joining, for promotion
  std::vector<Money> raise;               ///< of the yearly salary, by promotion
  std::vector<Money> lift;                ///< of the running quota, by windfalls
  std::vector<int> person;

  // who belongs together: members of group g at [first[g], first[g + 1])
  std::vector<int> team_first, team_members, territory_first, territory_members, group_first,
      group_members;
  std::vector<Money> team_quota, territory_quota, reports_quota, group_quota;  ///< cents a year
  Money firm_quota = 0;

  std::vector<PayQueue<BookedLine>> deferred;  ///< by lag, as PayPlans::lags; [0] stays empty
  std::vector<BookedLine> reviews;             ///< windfalls under review
  PayQueue<BookedLine> memory;                 ///< lines within the longest clawback window
  std::vector<PayLine> waiting;                ///< earned, not yet paid
  int next_payday = std::numeric_limits<int>::max();

  Money drawn = 0, recovered = 0, forgiven = 0;  ///< drawn = recovered + forgiven + balances

  // room for settling; no part of the state
  std::vector<Money> weights, parts;
  std::vector<int> order;
  std::vector<std::uint64_t> remainders;
  std::vector<double> scores, exact_local;

  [[nodiscard]] Money& total(int meter, int holder) {
    return totals[static_cast<std::size_t>(meter_first[static_cast<std::size_t>(meter)] + holder)];
  }
  [[nodiscard]] Money total(int meter, int holder) const {
    return totals[static_cast<std::size_t>(meter_first[static_cast<std::size_t>(meter)] + holder)];
  }
  [[nodiscard]] std::size_t at(int seat, int slot) const {
    return static_cast<std::size_t>(seat) * static_cast<std::size_t>(slots) +
           static_cast<std::size_t>(slot);
  }
};

/// An empty book with everybody of the roster joined. Reserves what settling needs.
[[nodiscard]] PayBook make_book(const PayPlans& plans, const PayRoster& roster, int day = 0);

/// To be called after quotas, teams, territories, groups or managers changed.
void regroup(PayBook& book, const PayRoster& roster);

/// The seat's yearly quota was raised by so much (cents): sums of its groups follow.
void move_quota(PayBook& book, const PayRoster& roster, int seat, Money raised);

/// Enters a credit line on its day of booking.
void credit(PayBook& book, const PayPlans& plans, const PayRoster& roster, const Calendar& calendar,
            const CreditLine& line);

/// Splits one deal into lines whose amounts and margins add up to it to the cent. Shares must sum
/// to 1. lines[i].seat and the rest are the caller's; amount, margin, share and kind are set.
void split_credit(PayBook& book, Money amount, Money margin, std::span<const double> shares,
                  std::span<CreditLine> lines);

/// What comes of no deal, for a holder: callers served, hours of help, points of a day.
void add_result(PayBook& book, const PayPlans& plans, Quantity quantity, Holder holder, int index,
                int day, double amount);

/// An expense of a team, which lowers team and firm profit.
void add_expense(PayBook& book, const PayPlans& plans, int team, Money amount);

/// A deal booked on day `booked` is cancelled on `day`: lines of the running period are struck out,
/// earlier ones are clawed back as the seat's plan says. Without a clawback element a cancelled
/// deal stays credited.
void cancel(PayBook& book, const PayPlans& plans, const PayRoster& roster, const Calendar& calendar,
            std::uint64_t deal, int booked, int day, std::vector<PayLine>& out);

/// Pays what falls due at the end of `day`. Call once a day, after the day's credit.
void settle_day(PayBook& book, const PayPlans& plans, const PayRoster& roster,
                const Calendar& calendar, int day, std::vector<PayLine>& out);

/// Settles with the person of a seat whose last day is `day`, before the roster shows the seat
/// empty: salary to date, own results to date, lagged pay, draws. Shared pay and contests need
/// presence at the period's end.
void leave(PayBook& book, const PayPlans& plans, const PayRoster& roster, const Calendar& calendar,
           int seat, int day, std::vector<PayLine>& out);

/// A person's first day, after the roster shows it.
void join(PayBook& book, const PayPlans& plans, const PayRoster& roster, int seat, int day);

/// The seats get plan `to` from `day` on, before the roster shows it. Elements that both plans have
/// go on undisturbed; the others are settled up to the day before, new ones start on `day`. Pools
/// are shared out rightly if all seats that change on a day change in one call.
void change_plan(PayBook& book, const PayPlans& plans, const PayRoster& roster,
                 const Calendar& calendar, std::span<const int> seats, int to, int day,
                 std::vector<PayLine>& out);

/// Adds the state (not the scratch room) to a hash.
void add_to(Hasher& hasher, const PayBook& book);

}  // namespace tandem
