// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/read_spec.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <stdexcept>

#include "sim/scenario/nearest.h"
#include "sim/scenario/yaml.h"

namespace tandem {

namespace {

constexpr std::array<std::string_view, 16> kRootKeys{
    "tandem", "name", "extends", "seed",  "horizon", "topics", "products",   "territories",
    "teams",  "plan", "plans",   "quota", "changes", "events", "open_deals", "lesson"};

constexpr double kLongest = 25200;  // a hundred years

constexpr const char* kDefaultLists = R"(
topics: [products, customers, competitors, integration]
territories:
  - {name: Home}
teams:
  - {name: Team, seats: {generalist: 8}}
plan:
  - {salary: 60000, per: year}
  - {commission: own revenue, per: quarter, rate: 8%}
)";

/// The deepest part of the dotted path that is there.
const Node& deepest(const Node& root, std::string_view path) {
  const Node* node = &root;
  while (!path.empty()) {
    const std::size_t dot = std::min(path.find('.'), path.size());
    const Node* next = node->find(path.substr(0, dot));
    if (next == nullptr) break;
    node = next;
    path.remove_prefix(std::min(dot + 1, path.size()));
  }
  return *node;
}

void read_calendar(Reader& reader, const Node& root) {
  const Node* section = root.find("calendar");
  if (section == nullptr || section->kind != Node::map) return;
  // What is wrong with it is told when all parameters are read.
  Reader quiet;
  Parameters p;
  Node only;
  only.kind = Node::map;
  only.members.push_back({"calendar", {}, *section});
  fill(quiet, only, {}, p);
  reader.calendar = {p.week_days, p.month_days, p.quarter_days, p.year_days, p.day_hours};
}

void read_seed(Reader& reader, const Node& node, std::uint64_t& seed) {
  const std::string want = "a whole number from 0 to 18446744073709551615";
  if (node.kind != Node::scalar) {
    reader.fault(
        node.place, "seed",
        node.kind == Node::null ? "no value" : std::string(name_of(node.kind)) + " is not a seed",
        want);
    return;
  }
  const char* end = node.text.data() + node.text.size();
  std::uint64_t value = 0;
  const auto read = std::from_chars(node.text.data(), end, value);
  const bool octal = node.text.size() > 1 && node.text[0] == '0';
  if (node.quoted || octal || read.ec != std::errc() || read.ptr != end) {
    reader.fault(node.place, "seed", shown(node.text) + " is not a seed", want);
    return;
  }
  seed = value;
}

void read_head(Reader& reader, const Node& root, Spec& spec) {
  if (const Node* name = root.find("name")) {
    std::vector<std::string> none;
    if (check_name(reader, *name, "name", none)) spec.name = name->text;
  }
  if (const Node* seed = root.find("seed")) read_seed(reader, *seed, spec.seed);
  if (const Node* horizon = root.find("horizon")) {
    const NumberRule rule{Unit::days, 1, kLongest, true};
    if (const auto days = reader.number(*horizon, "horizon", rule)) spec.horizon = *days;
  }
}

void check_parameters(Reader& reader, const Node& root, const Parameters& p) {
  const auto check = [&](bool right, const char* key, const char* message, const char* expected) {
    if (!right) reader.fault(deepest(root, key).place, key, message, expected);
  };
  check(p.key_share + p.regular_share <= 1 + 1e-12, "market.regular_share",
        "key and regular customers are more than all accounts",
        "market.key_share and market.regular_share of at most 100% together");
  check(p.effort_low < p.effort_high, "effort.low", "the smallest effort is not below the largest",
        "effort.low below effort.high");
  check(p.week_days <= p.month_days && p.month_days <= p.quarter_days &&
            p.quarter_days <= p.year_days,
        "calendar", "the periods do not grow", "calendar.week <= month <= quarter <= year");
}

/// Sizes that each are fine and together ask for more memory than a machine has.
void check_totals(Reader& reader, const Node& root, const Spec& spec) {
  double accounts = 0, seats = 0;
  for (const TerritorySpec& territory : spec.territories) accounts += territory.accounts;
  for (const TeamSpec& team : spec.teams)
    for (const auto& role : team.seats) seats += role.second;
  const auto topics = static_cast<double>(spec.topics.size());
  const auto territories = static_cast<double>(spec.territories.size());
  if (accounts > 5e6)
    reader.fault(deepest(root, "territories").place, "territories",
                 "more than 5000000 accounts together", "at most 5000000 accounts");
  if (seats > 1e5)
    reader.fault(deepest(root, "teams").place, "teams", "more than 100000 seats together",
                 "at most 100000 seats");
  else if (std::max(seats, territories) * topics > 5e6)
    reader.fault(deepest(root, "topics").place, "topics",
                 "more than 5000000 pairs of a seat and a topic", "fewer topics or seats");
}

/// Pay by score where nobody is given one.
void check_scores(Reader& reader, const Node& root, const Spec& spec) {
  const Parameters& p = spec.parameters;
  if (p.fairness_on && p.evaluation_every > 0) return;
  const auto check = [&](const Node* list, const std::string& path,
                         const std::vector<PayElement>& plan) {
    for (std::size_t i = 0; i < plan.size(); ++i) {
      const KindInfo& kind = kinds()[static_cast<std::size_t>(plan[i].kind)];
      const bool head = !kind.measures.empty() && plan[i].measure == PayElement::score;
      if (!head && (plan[i].hurdle_at == 0 || plan[i].hurdle_measure != PayElement::score))
        continue;
      const std::string_view key = head ? kind.name : "hurdle";
      reader.fault(list->items[i].find(key)->place, path_join(path_join(path, i), key),
                   "nobody is evaluated, so there is no score to pay for",
                   p.fairness_on ? "evaluation.every above 0" : "mechanisms.fairness: yes");
    }
  };
  const Node* plans = root.find("plans");
  for (const PlanSpec& plan : spec.plans)
    if (plan.name.empty())
      check(root.find("plan"), "plan", plan.elements);
    else
      check(plans->find(plan.name), path_join("plans", plan.name), plan.elements);
}

}  // namespace

std::span<const std::string_view> root_keys() { return kRootKeys; }

const Node& default_lists() {
  // Its places have no source: messages do not point into the program.
  static const Node lists = [] {
    const Source source("defaults", kDefaultLists);
    auto read = read_yaml(source);
    if (!read.ok()) throw std::logic_error("the default lists do not parse");
    Node node = std::move(read).value();
    const auto forget = [](auto&& self, Node& n) -> void {
      n.place = {};
      for (Node& item : n.items) self(self, item);
      for (Member& member : n.members) {
        member.key_place = {};
        self(self, member.value);
      }
    };
    forget(forget, node);
    return node;
  }();
  return lists;
}

bool check_name(Reader& reader, const Node& named, const std::string& path,
                std::vector<std::string>& used) {
  constexpr std::size_t kLongestName = 100;
  const std::string want = "a name of 1 to 100 characters on one line";
  const auto wrong = [&](std::string message, std::string expected) {
    reader.fault(named.place, path, std::move(message), std::move(expected));
    return false;
  };
  if (named.kind == Node::null) return wrong("no value", want);
  if (named.kind != Node::scalar)
    return wrong(std::string(name_of(named.kind)) + " is not a name", want);
  const std::string& name = named.text;
  if (name.empty() || characters(name) > kLongestName || name.front() == ' ' || name.back() == ' ')
    return wrong(shown(name) + " is not a name", want);
  for (const char c : name)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
      return wrong(shown(name) + " is not a name", want);
  if (name == "all") return wrong("\"all\" is not a name: it stands for everybody", "another name");
  if (std::find(used.begin(), used.end(), name) != used.end())
    return wrong(shown(name) + " is already taken", "a name of its own");
  used.push_back(name);
  return true;
}

bool check_known(Reader& reader, const Node& node, const std::string& path, std::string_view what,
                 const std::vector<std::string>& known, const Names& names) {
  if (node.kind != Node::scalar) {
    reader.fault(
        node.place, path,
        node.kind == Node::null ? "no value" : std::string(name_of(node.kind)) + " is not a name",
        "the name of a " + std::string(what));
    return false;
  }
  if (std::find(known.begin(), known.end(), node.text) != known.end()) return true;
  if (names.sound) reader.unknown_name(node.place, path, node.text, what, known);
  return false;
}

bool is_seat(const Spec& spec, std::string_view label) {
  const std::size_t last = label.rfind('/');
  if (last == std::string_view::npos || last == 0) return false;
  const std::size_t middle = label.rfind('/', last - 1);
  if (middle == std::string_view::npos) return false;
  const std::string_view team = label.substr(0, middle);
  const std::string_view role = label.substr(middle + 1, last - middle - 1);
  const std::string_view digits = label.substr(last + 1);
  int number = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (read.ec != std::errc() || read.ptr != digits.data() + digits.size() || number < 1 ||
      digits[0] == '0')
    return false;
  for (const TeamSpec& known : spec.teams)
    for (const auto& seats : known.seats)
      if (known.name == team && seats.first == role) return number <= seats.second;
  return false;
}

std::vector<std::string> seat_labels(const Spec& spec) {
  std::vector<std::string> out;
  for (const TeamSpec& team : spec.teams)
    for (const auto& [role, count] : team.seats)
      for (int i = 1; i <= count && out.size() < 1000; ++i)
        out.push_back(team.name + '/' + role + '/' + std::to_string(i));
  return out;
}

Spec read_spec(Reader& reader, const Node& root, const std::string& name, double dates_to) {
  Spec spec;
  spec.name = name;
  read_calendar(reader, root);
  read_head(reader, root, spec);
  const Keys keys{{}, kRootKeys};
  const std::size_t before = reader.faults.size();
  fill(reader, root, {}, spec.parameters, keys);
  if (reader.faults.size() == before) check_parameters(reader, root, spec.parameters);
  if (const Node* quota = root.find("quota"))
    if (quota->kind != Node::null &&
        reader.check_kind(*quota, Node::map, "quota", "{method: by potential, growth: 5%}"))
      fill(reader, *quota, "quota", spec.quota);
  Names names;
  read_lists(reader, root, spec, names);
  read_plans(reader, root, spec, names);
  if (reader.faults.size() == before) check_scores(reader, root, spec);
  read_teams(reader, root, spec, names);
  check_totals(reader, root, spec);
  const double last_day = std::max(spec.horizon, dates_to);
  read_changes(reader, root, last_day, spec, names);
  read_events(reader, root, last_day, spec, names);
  read_open_deals(reader, root, spec, names);
  return spec;
}

}  // namespace tandem
