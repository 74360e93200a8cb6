// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

// One declaration per parameter. A struct that a scenario file fills has a table of Field rows;
// parser, --set, JSON Schema, resolved output, listings and docs are all driven by the tables and
// know no names.
namespace tandem {

/// What a number means. It decides which suffixes a person may write and how it is printed back.
enum class Unit {
  none,      ///< a pure number, weight or logit
  share,     ///< 0.15, written 15% (a percentage may exceed 100 %)
  hours,     ///< working hours, written 2h or 30min
  days,      ///< working days, written 3d, 2w, 1m, 2q, 1y
  money,     ///< the firm's currency, major units
  per_year,  ///< events a year
  per_day,   ///< a rate or hazard a working day
  per_hour,  ///< a rate an hour of work
};

/// For whom a change on a date may set a parameter.
enum class Scope {
  fixed,      ///< not changeable: calendar, names, start
  firm,       ///< one value for the firm
  territory,  ///< may differ between territories
  team,       ///< may differ between teams and roles
};

using NamedShares = std::vector<std::pair<std::string, double>>;  ///< {cloud: 50%, security: 30%}
using Points = std::vector<std::pair<double, double>>;            ///< [[0%, 4%], [80%, 6%]]

/// One field of struct S.
template <class S>
struct Field {
  using Member =
      std::variant<double S::*, int S::*, bool S::*, std::string S::*, std::vector<double> S::*,
                   std::vector<std::string> S::*, NamedShares S::*, Points S::*>;
  std::string_view key;  ///< key in its map; dots for nested maps ("market.deal_size")
  Member member;         ///< the default is the member's own initialiser
  Unit unit = Unit::none;
  double low = 0;   ///< smallest and largest allowed value, ends included
  double high = 0;  ///< (of each number in a list or map)
  Scope scope = Scope::fixed;
  std::string_view says;         ///< one sentence
  std::string_view source = {};  ///< where the default comes from
  std::span<const std::string_view> choices =
      {};  ///< an int member with choices is a choice, by position
  bool required = false;
};

}  // namespace tandem
