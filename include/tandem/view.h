// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tandem/world.h"

// How a firm stands at the beginning of a day, as plain values: what a viewer shows. Looking changes
// nothing.
namespace tandem {

/// What a day's hours go to, in the order of SeatView::hours.
inline constexpr std::array<std::string_view, 6> kHourUses = {"deals",    "prospecting", "care",
                                                              "learning", "helping",     "records"};
inline constexpr std::array<std::string_view, 4> kStageNames = {"qualify", "discover", "propose",
                                                                "negotiate"};
inline constexpr std::array<std::string_view, 4> kDisputeCauses = {"friction", "work done twice",
                                                                   "missing support", "credit"};

/// A seat and who sits there; in an empty one the figures are those of whoever left.
struct SeatView {
  bool present = false;
  bool sells = true;      ///< no specialist, no manager
  bool newcomer = false;  ///< has not yet found out four fifths of what one finds out alone
  int person = 0;         ///< n-th of the seat, from 0
  int joined = 0;         ///< working day; before the start: negative
  int grade = 0;          ///< promotions so far
  double morale = 0, fatigue = 0;
  double trust = 0;      ///< of mates in the person, mean
  double knowledge = 0;  ///< of what the territory asks for, by its shares
  double effort = 0;     ///< 1 = a full day
  double quitting = 0;   ///< chance to leave within 21 working days as things stand
  double conflict = 0;   ///< severity of open disputes together
  double fairness = 0;   ///< as felt, in [-1, 1]
  double revenue = 0;    ///< own credit since joining or the start, money
  double credit = 0;     ///< of the running quota period, money
  double quota = 0;      ///< of that period, money; 0: none
  double paid = 0;       ///< since joining or the start, money
  double deals = 0;      ///< open ones
  double pipeline = 0;   ///< their list value, money
  std::array<double, kHourUses.size()> hours{};  ///< a day, as chosen
};

/// A figure of a seat that can be followed over days.
struct SeatFigure {
  std::string_view id, title, unit, says;
  double SeatView::*value;
};
[[nodiscard]] std::span<const SeatFigure> seat_figures();

/// What one is to another. Seats by index.
struct TieView {
  int from = 0, to = 0;
  float trust = 0;     ///< of `from` in `to`
  float conflict = 0;  ///< severity of an open dispute; 0: none
  float owed = 0;      ///< favours `to` has done `from`, less those returned
};

struct DealView {
  int account = 0;          ///< number, from 1
  std::uint32_t n = 0;      ///< n-th opportunity of the account, from 1
  int seat = 0;             ///< whose list it is on
  int partner = -1;         ///< seat that sells with it; -1: none
  int stage = 0;            ///< of kStageNames
  int age = 0;              ///< working days since it opened
  double value = 0;         ///< list value, money
  bool with_buyer = false;  ///< it is the buyer's turn
  int waited = 0;           ///< days for the rep in this stage
  /// As in ids of the journal: ACCOUNT.N.
  [[nodiscard]] std::string subject() const;
};

struct TerritoryView {
  std::string name;
  int seats = 0, empty = 0;
  int customers = 0, prospects = 0;  ///< accounts
  int lost = 0;                      ///< customers lost so far, each time counted
  double satisfaction = 0;           ///< of customers, mean
  double potential = 0;              ///< sum of the accounts' potentials
  double pipeline = 0;               ///< list value of open deals, money
  double revenue = 0;                ///< own credit of the seats, as SeatView::revenue
  double demand = 1;                 ///< factor of events on it
};

/// One person's own account, as the owner sees it.
struct AccountView {
  int number = 0;
  int seat = -1;  ///< whose book it is in
  std::string_view segment;
  double potential = 0, satisfaction = 0;
  double relation = 0, firm_relation = 0;  ///< to the person, to the firm, in [0, 1]
  int opportunities = 0, requests = 0, lost = 0;
};

struct DisputeView {
  int seat = 0, mate = 0, opened = 0;
  double severity = 0;
  std::string_view cause;  ///< of kDisputeCauses
};

/// Who helped whom on the day before: an answer, or joining a deal.
struct HelpView {
  int from = 0, to = 0;
  bool given = false;  ///< else refused
  bool joint = false;
};

/// The firm at the beginning of a day.
struct FirmView {
  int day = 0;
  std::vector<SeatView> seats;
  std::vector<TieView> ties;  ///< within circles of mates; between people who are there
  std::vector<DealView> deals;
  std::vector<TerritoryView> territories;
  std::vector<DisputeView> disputes;
  std::vector<HelpView> help;  ///< of the day before; only of a world that keeps a journal
};

/// The seats alone, which is quicker.
[[nodiscard]] std::vector<SeatView> view_seats(const World& world);
[[nodiscard]] FirmView view(const World& world);
/// The help of the day before, of a world that keeps a journal.
[[nodiscard]] std::vector<HelpView> view_help(const World& world);
/// The accounts in a seat's book.
[[nodiscard]] std::vector<AccountView> view_accounts(const World& world, int seat);

/// An element of a person's plan that pays on a result: what it pays at the end of the running
/// period, by the result, and where the person stands.
struct PayCurveView {
  std::string element;                            ///< as the plan names it, e.g. "commission"
  std::string measure;                            ///< e.g. "own revenue"
  std::vector<std::pair<double, double>> points;  ///< result, pay; money. Straight between; a jump
                                                  ///< has two of one result
  double beyond = 0;                              ///< slope after the last point
  double x = 0;                                   ///< result so far
  double goal = 0;                                ///< result that is 100 %; 0: none
  int from = 0, to = 0;                           ///< first and last day of the period
};
[[nodiscard]] std::vector<PayCurveView> view_pay(const World& world, int seat);

/// The calendar as a viewer needs it: working days of each step.
struct CalendarView {
  int week = 5, month = 21, quarter = 63, year = 252;
};
[[nodiscard]] CalendarView calendar_of(const Scenario& scenario);

}  // namespace tandem
