// SPDX-License-Identifier: Apache-2.0
#include "sim/model/spec.h"

#include <array>

namespace tandem {

namespace {

using Text = std::string_view;
using enum Scope;

constexpr std::array<Text, 6> kRoles{"generalist", "hunter",     "farmer",
                                     "closer",     "specialist", "manager"};

constexpr std::array<Text, 3> kSellings{"pipeline", "calls", "floor"};

constexpr std::array<Text, 4> kStageNames{"qualify", "discover", "propose", "negotiate"};

constexpr std::array<Text, 7> kEvents{"downturn",         "competitor entry", "price war",
                                      "lead surge",       "topic launch",     "outage",
                                      "key person leaves"};

constexpr double kLongest = 25200;  // a hundred years

// key, member, unit, low, high, scope, sentence, source, choices, required
// clang-format off
using Topic = TopicSpec;
const Field<Topic> kTopicFields[] = {
    {"name", &Topic::name, Unit::none, 0, 0, fixed,
     "What the topic is called.", {}, {}, true},
    {"shift_rate", &Topic::shift_rate, Unit::per_year, -1, 50, fixed,
     "Shifts the topic goes through in a year; -1 = market.turbulence.", {}},
};

using Product = ProductSpec;
const Field<Product> kProductFields[] = {
    {"name", &Product::name, Unit::none, 0, 0, fixed,
     "What the product is called.", {}, {}, true},
    {"price", &Product::price, Unit::money, 0.01, 1e9, fixed,
     "List price: the mean value of a won deal.", {}, {}, true},
    {"spread", &Product::spread, Unit::none, 0, 3, fixed,
     "Log standard deviation of a deal's value around the price.", {}},
    {"share", &Product::share, Unit::none, 0, 1e6, fixed,
     "Weight among the opportunities, against the other products' weights.", {}},
    {"win", &Product::win, Unit::none, -20, 20, fixed,
     "Added to the pass logit of every stage.", {}},
    {"topic", &Product::topic, Unit::none, 0, 0, fixed,
     "The topic that a deal on it needs; empty = drawn from the territory's mix.", {}},
};

using Territory = TerritorySpec;
const Field<Territory> kTerritoryFields[] = {
    {"name", &Territory::name, Unit::none, 0, 0, fixed,
     "What the territory is called.", {}, {}, true},
    {"accounts", &Territory::accounts, Unit::none, 0, 1e6, fixed,
     "Accounts that live there.", {}},
    {"potential", &Territory::potential, Unit::none, 0, 100, territory,
     "Factor on the rate of opportunities.", {}},
    {"competitors", &Territory::competitors, Unit::share, 0, 1, territory,
     "Mean strength of rivals on a deal.", {}},
    {"mix", &Territory::mix, Unit::share, 0, 1, fixed,
     "Shares of the topics among the opportunities; empty = even.", {}},
    {"season", &Territory::season, Unit::none, 0, 100, fixed,
     "Factors on the rate of opportunities over evenly spaced parts of the year; empty = flat.", {}},
};

using Team = TeamSpec;
const Field<Team> kTeamFields[] = {
    {"name", &Team::name, Unit::none, 0, 0, fixed,
     "What the team is called.", {}, {}, true},
    {"territory", &Team::territory, Unit::none, 0, 0, fixed,
     "Where it sells; may be left out where there is one territory.", {}},
    {"seats", &Team::seats, Unit::none, 0, 10000, fixed,
     "Number of seats of each role.", {}, {}, true},
    {"plan", &Team::plan, Unit::none, 0, 0, fixed,
     "One of `plans`; empty = the firm's `plan`.", {}},
    {"manager.coaching", &Team::coaching, Unit::hours, 0, 60, fixed,
     "Hours a week in which the team's manager coaches its people; a team without a seat for one gets it.", {}},
    {"manager.mediation", &Team::mediation, Unit::hours, 0, 60, fixed,
     "Hours a week in which the manager settles disputes.", {}},
    {"manager.evaluation", &Team::evaluation, Unit::hours, 0, 60, fixed,
     "Hours a week in which the manager looks at what each does.", {}},
    {"selling", &Team::selling, Unit::none, 0, 0, fixed,
     "A pipeline of deals with accounts; callers who go to the next free agent; walk-ins who go to whoever catches them.", {}, kSellings},
};

using Change = ChangeSpec;
const Field<Change> kChangeFields[] = {
    {"at", &Change::at, Unit::days, 0, kLongest, fixed,
     "Working day on which the change takes effect.", {}, {}, true},
    {"until", &Change::until, Unit::days, -1, kLongest, fixed,
     "Working day on which the old values return; -1 = never.", {}},
    {"note", &Change::note, Unit::none, 0, 0, fixed,
     "What the change is for, in a few words.", {}},
    {"scope.team", &Change::team, Unit::none, 0, 0, fixed,
     "Only this team's seats; `scope: all` or nothing = everybody.", {}},
    {"scope.territory", &Change::territory, Unit::none, 0, 0, fixed,
     "Only this territory and the seats in it.", {}},
    {"scope.role", &Change::role, Unit::none, 0, 0, fixed,
     "Only seats of this role.", {}},
    {"scope.newcomers", &Change::newcomers, Unit::days, 0, kLongest, fixed,
     "Only people who joined fewer days ago when the change begins; 0 = everybody. `scope: newcomers` = a year.", {}},
    {"scope.tercile", &Change::tercile, Unit::none, 0, 3, fixed,
     "Only the lowest (1), middle (2) or best (3) third by credit over the expected in the 63 days before; 0 = everybody.", {}},
};

using Event = EventSpec;
const Field<Event> kEventFields[] = {
    {"at", &Event::at, Unit::days, 0, kLongest, fixed,
     "Working day on which it happens.", {}, {}, true},
    {"severity", &Event::severity, Unit::share, 0, 10, fixed,
     "How strong it is.", {}},
    {"lasting", &Event::lasting, Unit::days, 0, kLongest, fixed,
     "Working days it lasts; 0 = to the end, of an outage one day.", {}},
    {"note", &Event::note, Unit::none, 0, 0, fixed,
     "What it stands for, in a few words.", {}},
};

using Open = OpenDealSpec;
const Field<Open> kOpenDealFields[] = {
    {"account", &Open::account, Unit::none, 0, 0, fixed,
     "Whose deal: TERRITORY/N, the territory's N-th account; empty = the seat's accounts in turn.", {}},
    {"seat", &Open::seat, Unit::none, 0, 0, fixed,
     "Who works on it: TEAM/ROLE/N.", {}, {}, true},
    {"product", &Open::product, Unit::none, 0, 0, fixed,
     "What is sold; empty = drawn.", {}},
    {"value", &Open::value, Unit::money, 0, 1e12, fixed,
     "List value; 0 = drawn.", {}},
    {"stage", &Open::stage, Unit::none, 0, 0, fixed,
     "The stage it is in.", {}, kStageNames, true},
    {"age", &Open::age, Unit::days, 0, 25200, fixed,
     "Working days since it arose.", {}},
    {"customer", &Open::customer, Unit::none, 0, 0, fixed,
     "What the customer is called, for the reader of the table.", {}},
};
// clang-format on

}  // namespace

std::span<const Field<TopicSpec>> TopicSpec::fields() { return kTopicFields; }
std::span<const Field<ProductSpec>> ProductSpec::fields() { return kProductFields; }
std::span<const Field<TerritorySpec>> TerritorySpec::fields() { return kTerritoryFields; }
std::span<const Field<TeamSpec>> TeamSpec::fields() { return kTeamFields; }
std::span<const Field<OpenDealSpec>> OpenDealSpec::fields() { return kOpenDealFields; }
std::span<const Field<ChangeSpec>> ChangeSpec::fields() { return kChangeFields; }
std::span<const Field<EventSpec>> EventSpec::fields() { return kEventFields; }

std::span<const std::string_view> roles() { return kRoles; }
std::span<const std::string_view> sellings() { return kSellings; }
std::span<const std::string_view> stages() { return kStageNames; }
std::span<const std::string_view> EventSpec::kinds() { return kEvents; }

EventSpec::Target EventSpec::target(int kind) {
  switch (kind) {
    case topic_launch:
      return of_topic;
    case outage:
      return firm;
    case key_person_leaves:
      return of_seat;
    default:
      return in_territory;
  }
}

}  // namespace tandem
