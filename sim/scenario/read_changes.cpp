// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>

#include "sim/model/model.h"
#include "sim/scenario/nearest.h"
#include "sim/scenario/number.h"
#include "sim/scenario/read_spec.h"

// Changes on a date.
namespace tandem {

namespace {

const char* const kWantChange = "{at: 2q, scope: {team: A}, set: {pricing.discount: 5%}}";
constexpr std::string_view kQuota = "quota.", kTerritories = "territories.";

/// Which fields of a territory are one number.
bool is_number(const Field<TerritorySpec>& field) {
  return std::holds_alternative<double TerritorySpec::*>(field.member) ||
         std::holds_alternative<int TerritorySpec::*>(field.member);
}

template <class S>
bool is_single(const Field<S>& field) {
  return !std::holds_alternative<std::vector<double> S::*>(field.member) &&
         !std::holds_alternative<std::vector<std::string> S::*>(field.member) &&
         !std::holds_alternative<NamedShares S::*>(field.member) &&
         !std::holds_alternative<Points S::*>(field.member) &&
         !std::holds_alternative<std::string S::*>(field.member);
}

template <class S>
double value_of(const Field<S>& field, const S& from) {
  return std::visit(
      [&from](auto member) -> double {
        if constexpr (std::is_arithmetic_v<std::remove_cvref_t<decltype(from.*member)>>)
          return static_cast<double>(from.*member);
        else
          return 0;
      },
      field.member);
}

/// Everything that a change may set, for suggestions.
const std::vector<std::string>& changeable_keys() {
  static const std::vector<std::string> keys = [] {
    std::vector<std::string> out{"plan"};
    for (const auto& field : Parameters::fields())
      if (field.scope != Scope::fixed) out.emplace_back(field.key);
    for (const auto& field : QuotaSpec::fields())
      if (field.scope != Scope::fixed && is_single(field))
        out.push_back(std::string(kQuota) + std::string(field.key));
    for (const auto& field : TerritorySpec::fields())
      if (field.scope != Scope::fixed && is_number(field))
        out.push_back(std::string(kTerritories) + std::string(field.key));
    return out;
  }();
  return keys;
}

/// Reads `set` of one change.
class Setter {
 public:
  Setter(Reader& reader, const Spec& spec, const Names& names, ChangeSpec& change)
      : reader_(reader), spec_(spec), names_(names), change_(change) {}

  void read(const Node& map, const std::string& prefix, const std::string& path) {
    for (const Member& member : map.members) {
      const std::string key = prefix.empty() ? member.key : prefix + '.' + member.key;
      const std::string where = path_join(path, member.key);
      if (key == "plan") {
        set_plan(member, where);
      } else if (!set_number(key, member, where)) {
        const bool section = std::any_of(
            changeable_keys().begin(), changeable_keys().end(), [&key](const std::string& known) {
              return known.starts_with(key) && known.size() > key.size() &&
                     known[key.size()] == '.';
            });
        if (section && member.value.kind == Node::map)
          read(member.value, key, where);
        else
          unknown(key, member, where);
      }
    }
  }

 private:
  bool set_number(const std::string& key, const Member& member, const std::string& where) {
    if (const auto* field = find_field<Parameters>(key)) {
      set(*field, key, member, where, change_.parameters);
      return true;
    }
    if (key.starts_with(kQuota)) {
      if (const auto* field = find_field<QuotaSpec>(key.substr(kQuota.size()))) {
        set(*field, key, member, where, change_.quota);
        return true;
      }
    }
    if (key.starts_with(kTerritories)) {
      if (const auto* field = find_field<TerritorySpec>(key.substr(kTerritories.size()))) {
        set(*field, key, member, where, change_.territory_fields);
        return true;
      }
    }
    return false;
  }

  template <class S>
  void set(const Field<S>& field, const std::string& key, const Member& member,
           const std::string& where, std::vector<std::pair<const Field<S>*, double>>& into) {
    if (field.scope == Scope::fixed || !is_single(field)) {
      reader_.fault(member.key_place, where, shown(key) + " cannot change on a date",
                    "a key that may change; `tandem parameters` lists them");
      return;
    }
    if (!allowed(field.scope, member, where)) return;
    S scratch;
    if (read_field(reader_, member.value, where, field, scratch))
      into.emplace_back(&field, value_of(field, scratch));
  }

  bool allowed(Scope scope, const Member& member, const std::string& where) {
    const bool narrow = !change_.team.empty() || !change_.role.empty() || change_.personal();
    const bool any = narrow || !change_.territory.empty();
    if (scope == Scope::firm && any) {
      reader_.fault(member.key_place, where, shown(member.key) + " is one value for the firm",
                    "`scope: all` for this key");
      return false;
    }
    if (scope == Scope::territory && narrow) {
      reader_.fault(
          member.key_place, where,
          shown(member.key) + " differs between territories, not between teams, roles or people",
          "`scope: all` or {territory: ...} for this key");
      return false;
    }
    return true;
  }

  /// A list of elements, or the name of one of `plans`.
  void set_plan(const Member& member, const std::string& where) {
    if (member.value.kind == Node::scalar) {
      if (check_known(reader_, member.value, where, "plan", names_.plans, names_))
        for (const PlanSpec& plan : spec_.plans)
          if (plan.name == member.value.text) change_.plan = plan.elements;
    } else {
      change_.plan = read_plan(reader_, member.value, where, names_);
    }
  }

  void unknown(const std::string& key, const Member& member, const std::string& where) {
    std::string guess;
    if (reader_.faults.size() < 200) {
      guess = nearest(key, changeable_keys());
      for (const std::string& known : changeable_keys())
        if (guess.empty() && known.ends_with('.' + key)) guess = known;
    }
    reader_.fault(member.key_place, where, shown(key) + " is not a key that a change can set",
                  "a key such as pricing.discount, quota.growth, territories.potential or plan",
                  guess);
  }

  Reader& reader_;
  const Spec& spec_;
  const Names& names_;
  ChangeSpec& change_;
};

/// `scope: all` says the same as no scope, `scope: newcomers` names a year: the table knows maps
/// only.
bool read_scope(Reader& reader, Node& map, const std::string& path) {
  Node* scope = map.find("scope");
  if (scope == nullptr) return true;
  const char* want =
      "all, newcomers, {team: ...}, {territory: ...}, {role: ...}, {newcomers: 6m} or {tercile: 1}";
  if (scope->kind == Node::scalar && scope->text == "all") {
    scope->kind = Node::map;
    return true;
  }
  if (scope->kind == Node::scalar && scope->text == "newcomers") {
    Node year = *scope;
    year.text = "1y";
    scope->members.push_back({"newcomers", scope->place, std::move(year)});
    scope->kind = Node::map;
    return true;
  }
  if (scope->kind == Node::map && !scope->members.empty()) return true;
  const std::string what = scope->kind == Node::scalar ? shown(scope->text) + " is not a scope"
                           : scope->kind == Node::map  ? "the scope is empty"
                           : scope->kind == Node::null ? "no value"
                                                       : "a list is not a scope";
  reader.fault(scope->place, path + ".scope", what, want);
  scope->kind = Node::map;
  return false;
}

bool check_scope(Reader& reader, const Node& map, const std::string& path, const ChangeSpec& change,
                 const Names& names) {
  const Node* scope = map.find("scope");
  if (scope == nullptr) return true;
  const std::vector<std::string> known_roles(roles().begin(), roles().end());
  bool fine = true;
  const auto check = [&](const char* key, const std::string& value, const char* what,
                         const std::vector<std::string>& known) {
    const Node* node = scope->find(key);
    if (node == nullptr || node->kind != Node::scalar || node->text != value) return;
    fine = check_known(reader, *node, path + ".scope." + key, what, known, names) && fine;
  };
  check("team", change.team, "team", names.teams);
  check("territory", change.territory, "territory", names.territories);
  check("role", change.role, "role", known_roles);
  return fine;
}

}  // namespace

namespace {

/// Who is in a change is seen when it begins, thirds by the results of the days before.
void check_people(Reader& reader, const Node& map, const std::string& path,
                  const ChangeSpec& change, const Spec& spec) {
  constexpr double kTercileDays = 63;
  const Node* scope = map.find("scope");
  if (!change.personal()) return;
  const auto& place = scope != nullptr ? scope->place : map.place;
  if (scope != nullptr && change.newcomers > 0 && change.tercile > 0)
    reader.fault(scope->place, path + ".scope", "newcomers and thirds in one change",
                 "one of newcomers and tercile");
  const double least = (change.tercile > 0 ? kTercileDays : 1) - spec.parameters.warm_up;
  if (const Node* at = map.find("at"); at != nullptr && change.at < least)
    reader.fault(at->place, path + ".at",
                 change.tercile > 0     ? "thirds are made by the 63 days before the change"
                 : change.newcomers > 0 ? "newcomers are known once the run has begun"
                                        : "people decide once the run has begun",
                 "day " + digits(least) + " or later, or a warm-up");
  const auto others = std::ranges::count_if(spec.changes, &ChangeSpec::personal);
  if (others == Model::kPersonal)
    reader.fault(place, path, "too many changes for newcomers, thirds or those who accept",
                 "at most " + std::to_string(Model::kPersonal));
}

}  // namespace

void check_day(Reader& reader, const Node& map, std::string_view key, const std::string& path,
               double day, double last) {
  const Node* node = map.find(key);
  if (node == nullptr || node->kind != Node::scalar) return;
  const std::string where = path_join(path, key);
  if (day != std::floor(day)) {
    reader.fault(node->place, where, shown(node->text) + " is not a whole day",
                 "a whole number of working days");
  } else if (day > last) {
    reader.fault(node->place, where,
                 shown(node->text) + " is day " + digits(day) + ", after the end",
                 "a day from 0 to the horizon, " + digits(last));
  }
}

void read_changes(Reader& reader, const Node& root, double last_day, Spec& spec,
                  const Names& names) {
  const Node* list = root.find("changes");
  if (list == nullptr || !reader.check_kind(*list, Node::list, "changes", kWantChange, 10'000))
    return;
  constexpr std::array<std::string_view, 2> kOthers{"set", "offer"};
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    Node map = list->items[i];
    const std::string path = path_join("changes", i);
    if (!reader.check_kind(map, Node::map, path, kWantChange)) continue;
    ChangeSpec change;
    const bool scope_read = read_scope(reader, map, path);
    fill(reader, map, path, change, {{}, kOthers});
    const bool scoped = check_scope(reader, map, path, change, names) && scope_read;
    check_day(reader, map, "at", path, change.at, last_day);
    if (change.until >= 0) check_day(reader, map, "until", path, change.until, last_day);
    if (const Node* until = map.find("until");
        until != nullptr && change.until >= 0 && change.until <= change.at)
      reader.fault(until->place, path + ".until", "the end is not after the start",
                   "a day after `at`");
    change.offered = map.find("offer") != nullptr;
    check_people(reader, map, path, change, spec);
    const std::string key = change.offered ? ".offer" : ".set";
    const Node* set = map.find(key.substr(1));
    if (change.offered && map.find("set") != nullptr)
      reader.fault(map.find("set")->place, path + ".set", "a change is set or offered, not both",
                   "two changes");
    if (set == nullptr) {
      reader.fault(map.place, path, "the change sets nothing", kWantChange);
    } else if (reader.check_kind(*set, Node::map, path + key, "{pricing.discount: 5%}")) {
      if (set->members.empty())
        reader.fault(set->place, path + key, "the change sets nothing", kWantChange);
      if (scoped) Setter(reader, spec, names, change).read(*set, {}, path + key);
    }
    spec.changes.push_back(std::move(change));
  }
}

}  // namespace tandem
