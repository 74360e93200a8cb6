// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "sim/base/calendar.h"
#include "sim/base/large_pages.h"
#include "sim/base/math.h"
#include "sim/model/spec.h"

namespace tandem {

enum class Role : std::uint8_t { generalist, hunter, farmer, closer, specialist, manager };
enum class Segment : std::uint8_t { key, regular, prospect };
inline constexpr int kSegments = 3;

enum class Stage : std::uint8_t { qualify, discover, propose, negotiate };
inline constexpr int kStages = 4;

enum class Selling : std::uint8_t { pipeline, calls, floor };

enum class Activity : std::uint8_t { deals, prospecting, care, learning, helping, recording };
inline constexpr int kActivities = 6;

/// What callers or walk-ins bring to a seat: encounters of one stage of minutes and no owner.
struct EncounterPolicy {
  double per_day;   ///< a seat, at potential 1
  double hours;     ///< of one
  double patience;  ///< hours; 0: they wait for ever
  double asking;    ///< share of the hours that a mate who is asked spends
  double base;      ///< logit of a sale
  double sale;      ///< mean list value without products, money
  double sale_spread;
  bool pooled;  ///< one queue for the team
};

/// Everything that may differ between scopes and change on a date, with what follows from it worked
/// out once.
struct PolicySet {
  Parameters p;
  QuotaSpec quota;
  int plan = 0;  ///< index into Model::plans

  // Selling, by stage
  double work[kStages];          ///< mean hours
  double buyer[kStages];         ///< mean days
  double base[kStages];          ///< pass logit
  double nominal_pass[kStages];  ///< pass chance at match, relation and rivals of the middle
  double win_ahead[kStages];     ///< chance of a win from the start of the stage on, nominal
  double work_ahead[kStages];    ///< expected hours from the start of the stage on, nominal
  double days_ahead[kStages];    ///< days to the win from the start of the stage on, nominal
  double price;                  ///< money paid for a deal of list value 1
  double deal_log_mean;          ///< mean of the log of a deal's value, where there are no products
  double price_logit;            ///< what premium and discount do to the pass logit of negotiation

  EncounterPolicy calls, floor;
  [[nodiscard]] const EncounterPolicy& encounters(Selling selling) const {
    return selling == Selling::floor ? floor : calls;
  }

  // Hours (MODEL section 3)
  double activity_cost;   ///< kappa of one activity: money a day per squared unit
  double activity_cross;  ///< g
  double
      conscience_worth[kActivities];  ///< standing worth that alone gives conscience x target split
  double returns[kActivities];  ///< r_m / r: credit a day of one unit of the activity over the
                                ///< rep's credit a day
  bool does[kActivities];       ///< activities there are at all
  double time[kActivities];     ///< shares of the day without pay's pull
  double ask_hours;             ///< what a question costs the helper, interruption included
  double partner_credit;        ///< share of a deal's credit that a co-seller gets

  // Rates a working day
  double opportunity[kSegments], requests[kSegments];
  double churn, quit, friction;
  double cover_limit;    ///< open deals beyond which nobody covers, the less the clearer the roles
  double clarity_hours;  ///< a day, that keep roles as clear as they are

  // Other departments
  bool has_support;      ///< proposals may need an input of technical support
  bool has_desk;         ///< requests may go to a service desk
  double liaison_hours;  ///< a day, with technical support and marketing
  double leads = 0;      ///< what marketing adds to the prospects' opportunities, as a share

  // Of the territory, where the set is one's
  double potential = 1, competitors = 0.4;
};

/// What is in force from a day on: which set governs which seat and which territory.
struct Epoch {
  int from = 0;
  std::vector<int> seat_set;
  std::vector<int> territory_set;
  int firm_set = 0;

  // Where changes hold for some people only; else empty. A seat's sets stand at variants[first]:
  // one for each choice among the changes that it may be in, which are the bits of `asked`.
  std::vector<std::uint64_t> asked;
  std::vector<int> first, variants;
  /// The set of a seat whose person is in those changes (bits, as Model::personal).
  [[nodiscard]] int set_of(int seat, std::uint64_t in) const {
    const auto i = static_cast<std::size_t>(seat);
    int place = first[i], step = 1;
    for (std::uint64_t left = asked[i]; left != 0; left &= left - 1, step <<= 1)
      if ((in & left & (~left + 1)) != 0) place += step;
    return variants[static_cast<std::size_t>(place)];
  }
};

/// A checked firm, frozen: everything that no day changes. Built from a Spec, shared by all runs.
struct Model {
  Spec spec;
  Calendar calendar;
  int days = 252;  ///< horizon after the warm-up
  int warm_up = 0;

  // Topics
  int topics = 0;
  std::vector<std::uint64_t> topic_id;
  std::vector<double> shift_rate;  ///< a day; < 0: market.turbulence

  // Territories
  int territories = 0;
  std::vector<std::uint64_t> territory_id;
  std::vector<double> topic_share;       ///< [territory x topic], each row adds up to 1
  std::vector<double> topic_upto;        ///< the same, cumulative
  std::vector<double> season;            ///< [territory x day of the year], mean 1
  std::vector<double> second_share;      ///< by territory: chance that two topics drawn differ
  std::vector<double> product_share;     ///< cumulative shares
  std::vector<double> product_log_mean;  ///< log price - spread^2 / 2
  std::vector<int> product_topic;        ///< -1: drawn from the territory's mix
  double mean_win = 0;                   ///< of ProductSpec::win over what is sold

  // Seats
  int teams = 0;
  int seats = 0;
  std::vector<std::uint64_t> seat_id;
  std::vector<std::string> seat_name;
  std::vector<int> seat_team, seat_territory;
  std::vector<Role> seat_role;
  std::vector<Selling> seat_selling;
  std::vector<std::string> team_name;
  std::vector<std::uint64_t> team_id;
  std::vector<Selling> team_selling;
  bool encounters = false;  ///< some team sells by calls or on a floor
  std::vector<std::vector<int>> team_seats, territory_seats;
  std::vector<std::vector<int>> team_closers;  ///< seats that take deals over at the proposal

  std::vector<int> team_specialists;  ///< how many
  std::vector<int> team_manager;      ///< seat; -1: nobody manages the team

  /// Seats one after the other, for a loop over them.
  struct SeatRange {
    int from, to;
    struct Iterator {
      int seat;
      int operator*() const { return seat; }
      Iterator& operator++() {
        ++seat;
        return *this;
      }
      friend bool operator==(Iterator, Iterator) = default;
    };
    [[nodiscard]] Iterator begin() const { return {from}; }
    [[nodiscard]] Iterator end() const { return {to}; }
  };
  /// Mates who know each other: a team, or an even part of one that is larger than kCircle.
  struct Circle {
    int team = 0;
    int first = 0, size = 0;    ///< seats
    std::size_t first_tie = 0;  ///< place of its ties: [member x member]
    [[nodiscard]] SeatRange seats() const { return {first, first + size}; }
  };
  static constexpr int kCircle = 64;
  /// Other teams that one works with: those of its territory first, then the nearest in the file.
  static constexpr int kNear = 8;
  std::vector<int> near_teams;  ///< [team x kNear]; -1: none
  std::vector<Circle> circles;
  std::vector<int> seat_circle;
  std::vector<double>
      seat_credit;  ///< expected credit a working day at the start, money (MODEL 6: r)
  std::vector<double> seat_credit_var;   ///< variance of credit a day, money squared (s2)
  std::vector<double> seat_served;       ///< callers or walk-ins a day
  double mean_credit = 0;                ///< of seat_credit over the seats
  std::vector<double> seat_topic_hours;  ///< [seat x topic] hours a week in the middle

  // Accounts: those of a seat stand together, in the order of seats; accounts nobody serves come
  // last
  int accounts = 0;
  /// What an account is: side by side, as whoever asks for one mostly asks for another.
  struct AccountPlace {
    std::uint64_t id = 0;
    int territory = 0;
    int seat = -1;  ///< -1: nobody
  };
  Large<AccountPlace> account;
  std::vector<int> account_number;       ///< from 1, through the territories in file order
  std::vector<Segment> account_segment;  ///< at the start
  std::vector<int> book_first;           ///< [seats + 1]

  /// A deal that is open on day 0.
  struct OpenDeal {
    int account = 0, seat = 0, product = -1;
    Stage stage = Stage::qualify;
    double value = 0;  ///< 0: drawn
    int age = 0;       ///< days
  };
  std::vector<OpenDeal> open_deals;  ///< empty: a going concern's pipeline is drawn

  // Policies over time
  std::vector<PlanSpec> plans;
  std::vector<PolicySet> sets;
  std::vector<Epoch> epochs;  ///< by day, the first from the beginning
  static constexpr int kPersonal = 6;
  std::vector<int> personal;  ///< of Spec::changes, those for some people only, by date

  /// Where a team keeps what it has with another, in arrays of [team x kNear]; -1: it has no contact.
  [[nodiscard]] int near_place(int team, int other) const {
    for (int place = team * kNear; place < (team + 1) * kNear; ++place)
      if (near_teams[static_cast<std::size_t>(place)] == other) return place;
    return -1;
  }
  /// May accounts belong to the seat?
  [[nodiscard]] bool has_accounts(int seat) const {
    return seat_role[static_cast<std::size_t>(seat)] <= Role::farmer;
  }
  /// Is it a seat that sells: no specialist's, no manager's?
  [[nodiscard]] bool sells(int seat) const {
    return seat_role[static_cast<std::size_t>(seat)] < Role::specialist;
  }
  /// What the seat's territory asks for: a share by topic.
  [[nodiscard]] const double* asked_of(int seat) const {
    return &topic_share[static_cast<std::size_t>(seat_territory[static_cast<std::size_t>(seat)] *
                                                 topics)];
  }
  /// The same of a territory, cumulative.
  [[nodiscard]] std::span<const double> topics_upto(int territory) const {
    const auto n = static_cast<std::size_t>(topics);
    return {&topic_upto[static_cast<std::size_t>(territory) * n], n};
  }
  [[nodiscard]] double deal_mean(
      const PolicySet& market) const;  ///< mean list value of a deal, money
  [[nodiscard]] double deal_square(const PolicySet& market) const;  ///< mean of its square
  /// Mean list value of what a seat sells, a deal or a sale to a caller or walk-in; and the mean of
  /// its square.
  [[nodiscard]] double sale_mean(int seat, const PolicySet& own, const PolicySet& market) const;
  [[nodiscard]] double sale_square(int seat, const PolicySet& own, const PolicySet& market) const;

  /// How often somebody on the team is free to be asked, where `present` give `hours` to `coming`
  /// callers or walk-ins.
  [[nodiscard]] static double free_mates(const EncounterPolicy& policy, int present, double coming,
                                         double hours) {
    if (!policy.pooled || present < 2) return 0;
    return std::max(0.0, 1 - coming * policy.hours / hours);
  }
  /// Hours that an encounter takes of a team's time, those of a mate who is asked included.
  [[nodiscard]] double encounter_hours(const EncounterPolicy& policy, const PolicySet& market,
                                       int territory, double free) const {
    const double second = market.p.complexity * second_share[static_cast<std::size_t>(territory)];
    return policy.hours * (1 + policy.asking * second * free);
  }
  /// How many encounters of so many hours a day has room for; the last one is finished.
  [[nodiscard]] static int encounter_room(double hours, double each) {
    return math::whole(std::min(hours / each, 1e9));
  }
};

/// Builds the frozen model from a checked spec.
[[nodiscard]] std::shared_ptr<const Model> build(Spec spec);

}  // namespace tandem
