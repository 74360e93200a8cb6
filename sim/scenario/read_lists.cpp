// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>

#include "sim/scenario/nearest.h"
#include "sim/scenario/number.h"
#include "sim/scenario/read_spec.h"

// Topics, products, territories and teams: lists of named things.
namespace tandem {

namespace {

constexpr std::size_t kMostMembers = 20'000;
constexpr std::size_t kMostTopics = 200;

/// The list under `key`, or the default one; null: there is none that can be read.
const Node* list_of(Reader& reader, const Node& root, std::string_view key,
                    std::string_view expected, std::size_t most, bool may_be_empty = false) {
  const Node* list = root.find(key);
  if (list == nullptr) return default_lists().find(key);
  if (!reader.check_kind(*list, Node::list, std::string(key), expected, most)) return nullptr;
  if (list->items.empty() && !may_be_empty) {
    reader.fault(list->place, std::string(key), "the list is empty", std::string(expected));
    return nullptr;
  }
  return list;
}

/// Reads a list of maps with names. `each` finishes a member with its map and path.
template <class S, class Each>
void read_named(Reader& reader, const Node& list, const std::string& key, std::string_view expected,
                std::vector<S>& into, std::vector<std::string>& used, Names& names, Each each) {
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    const Node& map = list.items[i];
    const std::string path = path_join(key, i);
    if (!reader.check_kind(map, Node::map, path, expected)) {
      names.sound = false;
      continue;
    }
    S member;
    fill(reader, map, path, member);
    const Node* name = map.find("name");
    if (name != nullptr) check_name(reader, *name, path + ".name", used);
    // A name used twice is known all the same.
    if (name == nullptr || std::find(used.begin(), used.end(), name->text) == used.end())
      names.sound = false;
    each(map, path, member);
    into.push_back(std::move(member));
  }
}

void read_topics(Reader& reader, const Node& root, Spec& spec, Names& names) {
  const char* want = "topic names, such as [cloud, security]";
  const Node* list = list_of(reader, root, "topics", want, kMostTopics);
  if (list == nullptr) {
    names.sound = false;
    return;
  }
  // A topic may be written as its name alone.
  Node maps = *list;
  for (Node& item : maps.items) {
    if (item.kind != Node::scalar) continue;
    Node map;
    map.kind = Node::map;
    map.place = item.place;
    map.members.push_back({"name", item.place, item});
    item = std::move(map);
  }
  read_named(reader, maps, "topics", "a topic's name, or {name: ..., shift_rate: ...}", spec.topics,
             names.topics, names, [](const Node&, const std::string&, const TopicSpec&) {});
}

void check_mix(Reader& reader, const Node& map, const std::string& path,
               const TerritorySpec& territory, const Names& names) {
  const Node* mix = map.find("mix");
  if (mix == nullptr || mix->kind != Node::map) return;
  const std::string where = path + ".mix";
  bool known = true;
  for (const Member& member : mix->members) {
    const bool found =
        std::find(names.topics.begin(), names.topics.end(), member.key) != names.topics.end();
    if (!found && names.sound)
      reader.unknown_name(member.key_place, path_join(where, member.key), member.key, "topic",
                          names.topics);
    known = known && found;
  }
  double sum = 0;
  for (const auto& share : territory.mix) sum += share.second;
  // 33% three times is meant to be everything.
  const bool whole = std::fabs(sum - 1) <= 0.0101;
  if (known && territory.mix.size() == mix->members.size() && !territory.mix.empty() && !whole)
    reader.fault(mix->place, where,
                 "the shares add up to " + write_number(std::round(sum * 1e4) / 1e4, Unit::share),
                 "shares that add up to 100%");
}

void read_seats(Reader& reader, const Node& map, const std::string& path, const TeamSpec& team) {
  const Node* seats = map.find("seats");
  if (seats == nullptr || seats->kind != Node::map) return;
  const std::vector<std::string> known(roles().begin(), roles().end());
  double sum = 0;
  bool sound = team.seats.size() == seats->members.size();
  for (const Member& member : seats->members) {
    const std::string where = path_join(path + ".seats", member.key);
    if (std::find(known.begin(), known.end(), member.key) == known.end()) {
      reader.unknown_name(member.key_place, where, member.key, "role", known);
      sound = false;
    }
    for (const auto& [role, count] : team.seats)
      if (role == member.key) {
        sum += count;
        if (count != std::floor(count))
          reader.fault(member.value.place, where, shown(member.value.text) + " is not whole",
                       "a whole number of seats");
      }
  }
  if (sound && sum == 0)
    reader.fault(seats->place, path + ".seats", "the team has no seats",
                 "at least one seat, such as {generalist: 8}");
}

}  // namespace

void read_lists(Reader& reader, const Node& root, Spec& spec, Names& names) {
  read_topics(reader, root, spec, names);
  if (root.find("products") != nullptr) {
    const char* want = "{name: ..., price: ...}, one for each product";
    if (const Node* list = list_of(reader, root, "products", want, kMostMembers, true))
      read_named(reader, *list, "products", want, spec.products, names.products, names,
                 [&](const Node& map, const std::string& path, const ProductSpec& product) {
                   const Node* topic = map.find("topic");
                   if (topic != nullptr && !product.topic.empty())
                     check_known(reader, *topic, path + ".topic", "topic", names.topics, names);
                 });
    double weight = 0;
    for (const ProductSpec& product : spec.products) weight += product.share;
    if (!spec.products.empty() && weight == 0)
      reader.fault(root.find("products")->place, "products", "all products have the share 0",
                   "at least one share above 0");
  }
  const char* want = "{name: ..., accounts: ...}, one for each territory";
  const Node* list = list_of(reader, root, "territories", want, kMostMembers);
  if (list == nullptr) {
    names.sound = false;
    return;
  }
  read_named(reader, *list, "territories", want, spec.territories, names.territories, names,
             [&](const Node& map, const std::string& path, const TerritorySpec& territory) {
               check_mix(reader, map, path, territory, names);
               const bool flat = std::all_of(territory.season.begin(), territory.season.end(),
                                             [](double factor) { return factor == 0; });
               if (!territory.season.empty() && flat)
                 reader.fault(map.find("season")->place, path + ".season",
                              "every part of the year is 0", "at least one factor above 0");
             });
}

// Hours for a manager without a manager's seat bring one along.
void add_manager(TeamSpec& team) {
  const bool there = std::ranges::any_of(
      team.seats, [](const auto& row) { return row.first == "manager" && row.second > 0; });
  if (!there && team.coaching + team.mediation + team.evaluation > 0)
    team.seats.emplace_back("manager", 1);
}

void read_teams(Reader& reader, const Node& root, Spec& spec, Names& names) {
  const char* want = "{name: ..., seats: {generalist: 8}}, one for each team";
  const Node* list = list_of(reader, root, "teams", want, kMostMembers);
  if (list == nullptr) {
    names.sound = false;
    return;
  }
  read_named(reader, *list, "teams", want, spec.teams, names.teams, names,
             [&](const Node& map, const std::string& path, TeamSpec& team) {
               read_seats(reader, map, path, team);
               add_manager(team);
               const Node* territory = map.find("territory");
               if (territory != nullptr && territory->kind == Node::scalar) {
                 check_known(reader, *territory, path + ".territory", "territory",
                             names.territories, names);
               } else if (territory == nullptr && spec.territories.size() == 1) {
                 team.territory = spec.territories[0].name;
               } else if (territory == nullptr && map.place.source == nullptr) {
                 const Node* several = root.find("territories");
                 if (several != nullptr && names.sound)
                   reader.fault(several->place, "territories",
                                "there are several territories and no teams",
                                "`teams:` with {name: ..., territory: ..., seats: ...}");
               } else if (territory == nullptr && names.sound) {
                 reader.fault(map.place, path, "the team says no territory and there are several",
                              "territory: " + one_of(names.territories));
               }
               const Node* plan = map.find("plan");
               if (plan != nullptr && plan->kind == Node::scalar && !team.plan.empty())
                 check_known(reader, *plan, path + ".plan", "plan", names.plans, names);
             });
}

}  // namespace tandem
