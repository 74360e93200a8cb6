// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/model/field.h"
#include "sim/model/parameters.h"
#include "sim/model/pay_plan.h"

// What a scenario file says, checked field by field but not yet built: plain values and names,
// defaults filled in.
namespace tandem {

/// A subject reps have to know about: a product line or a customer industry.
struct TopicSpec {
  std::string name;
  double shift_rate = -1;  ///< < 0: market.turbulence
  static std::span<const Field<TopicSpec>> fields();
  friend bool operator==(const TopicSpec&, const TopicSpec&) = default;
};

/// Something sold. Without products, deals have the market's log-normal size.
struct ProductSpec {
  std::string name;
  double price = 0;     ///< list price, the mean of a won deal's value
  double spread = 0.1;  ///< log standard deviation of a deal's value around it
  double share = 1;     ///< weight among opportunities
  double win = 0;       ///< added to every stage's pass logit
  std::string topic;    ///< empty: drawn from the territory's mix
  static std::span<const Field<ProductSpec>> fields();
  friend bool operator==(const ProductSpec&, const ProductSpec&) = default;
};

struct TerritorySpec {
  std::string name;
  int accounts = 200;
  double potential = 1;        ///< factor on the rate of opportunities
  double competitors = 0.4;    ///< mean strength of rivals on a deal
  NamedShares mix;             ///< topics; empty: even
  std::vector<double> season;  ///< factors over the year, evenly spaced parts; empty: flat
  static std::span<const Field<TerritorySpec>> fields();
  friend bool operator==(const TerritorySpec&, const TerritorySpec&) = default;
};

struct TeamSpec {
  std::string name;
  std::string territory;                               ///< empty: the only or first one
  NamedShares seats;                                   ///< role -> number of seats
  std::string plan;                                    ///< name of a plan; empty: the firm's
  double coaching = 0, mediation = 0, evaluation = 0;  ///< manager's hours a week for each
  int selling = 0;                                     ///< as sellings()
  static std::span<const Field<TeamSpec>> fields();
  friend bool operator==(const TeamSpec&, const TeamSpec&) = default;
};

/// A deal that is open on day 0: a row of the table `open_deals`.
struct OpenDealSpec {
  std::string account;   ///< "TERRITORY/N"; empty: the seat's own in turn
  std::string seat;      ///< "TEAM/ROLE/N"
  std::string product;   ///< empty: drawn
  double value = 0;      ///< list value, money; 0: drawn
  int stage = 0;         ///< as stages()
  double age = 0;        ///< working days since it arose
  std::string customer;  ///< what the customer is called; for the reader of the table
  static std::span<const Field<OpenDealSpec>> fields();
  friend bool operator==(const OpenDealSpec&, const OpenDealSpec&) = default;
};

/// How a team sells, in the order of the model's Selling.
[[nodiscard]] std::span<const std::string_view> sellings();

/// The stages of a deal, in their order.
[[nodiscard]] std::span<const std::string_view> stages();

/// A change on a date: sets keys for a scope, until a date if given.
struct ChangeSpec {
  double at = 0;      ///< working day
  double until = -1;  ///< the old value returns on this day; < 0: never
  std::string note;
  std::string team, territory, role;  ///< scope; all empty: all
  double newcomers = 0;  ///< only who joined fewer days ago when it begins; 0: everybody
  int tercile = 0;       ///< only this third by result before it begins; 0: everybody
  bool offered = false;  ///< only for those who accept it
  /// Does it hold for some people only, wherever they sit?
  [[nodiscard]] bool personal() const { return newcomers > 0 || tercile > 0 || offered; }
  static std::span<const Field<ChangeSpec>> fields();
  /// What is set, resolved against the tables; switches and choices as numbers.
  std::vector<std::pair<const Field<Parameters>*, double>> parameters;
  std::vector<std::pair<const Field<QuotaSpec>*, double>> quota;
  std::vector<std::pair<const Field<TerritorySpec>*, double>> territory_fields;  ///< numbers only
  std::optional<std::vector<PayElement>> plan;  ///< replaces the plan of everybody in scope
  friend bool operator==(const ChangeSpec&, const ChangeSpec&) = default;
};

/// Something that happens to the firm on a day.
struct EventSpec {
  enum Kind {
    downturn,
    competitor_entry,
    price_war,
    lead_surge,
    topic_launch,
    outage,
    key_person_leaves
  };
  static std::span<const std::string_view> kinds();  ///< "downturn", "competitor entry", ...
  /// What `where` names. A territory may be left out: everywhere; a topic and a seat may not.
  enum Target { firm, in_territory, of_topic, of_seat };
  static Target target(int kind);
  double at = 0;
  int kind = downturn;
  std::string where;  ///< a territory, topic or seat name, by kind; empty: everywhere
  double severity = 0.3;
  double lasting = 0;  ///< working days; 0: to the end (an outage: one day)
  std::string note;
  static std::span<const Field<EventSpec>> fields();
  friend bool operator==(const EventSpec&, const EventSpec&) = default;
};

/// One named bundle of pay for a group of people. `plan:` is the bundle without a name, for
/// everybody else.
struct PlanSpec {
  std::string name;
  std::vector<PayElement> elements;
  friend bool operator==(const PlanSpec&, const PlanSpec&) = default;
};

/// What a seat's holder may be, in the order of the model's roles.
[[nodiscard]] std::span<const std::string_view> roles();

/// A firm and its policies as one file says.
struct Spec {
  std::string name = "unnamed";
  std::uint64_t seed = 1;
  double horizon = 252;  ///< working days
  std::vector<TopicSpec> topics;
  std::vector<ProductSpec> products;
  std::vector<TerritorySpec> territories;
  std::vector<TeamSpec> teams;
  std::vector<PlanSpec> plans;  ///< [0] is the firm's plan
  QuotaSpec quota;
  Parameters parameters;  ///< everything that is one number, switch or choice
  std::vector<ChangeSpec> changes;
  std::vector<EventSpec> events;
  std::vector<OpenDealSpec> open_deals;  ///< empty: the pipeline of a going concern
  friend bool operator==(const Spec&, const Spec&) = default;
};

}  // namespace tandem
