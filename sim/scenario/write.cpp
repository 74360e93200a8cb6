// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/write.h"

#include <array>
#include <string_view>
#include <utility>
#include <variant>

#include "sim/scenario/value_node.h"
#include "tandem/registry.h"

namespace tandem {

namespace {

/// Adds a value at a dotted path, making the maps on the way.
void put(Node& map, std::string_view path, Node value) {
  map.kind = Node::map;
  const std::size_t dot = path.find('.');
  const std::string_view key = path.substr(0, dot);
  Node* inner = map.find(key);
  if (inner == nullptr) {
    map.members.push_back({std::string(key), {}, {}});
    inner = &map.members.back().value;
  }
  if (dot == std::string_view::npos)
    *inner = std::move(value);
  else
    put(*inner, path.substr(dot + 1), std::move(value));
}

template <class S>
void put_fields(Node& map, const S& from, std::span<const std::string_view> only = {}) {
  map.kind = Node::map;
  for (const Field<S>& field : S::fields()) {
    bool applies = only.empty();
    for (const std::string_view key : only) applies = applies || key == field.key;
    if (applies) put(map, field.key, value_node(field, from));
  }
}

template <class S>
void put_list(Node& root, std::string_view key, const std::vector<S>& members) {
  Node list = list_node();
  for (const S& member : members) {
    Node map;
    put_fields(map, member);
    list.items.push_back(std::move(map));
  }
  put(root, key, std::move(list));
}

Node plan_node(const std::vector<PayElement>& plan) {
  Node list = list_node();
  for (const PayElement& element : plan) {
    const KindInfo& info = kinds()[static_cast<std::size_t>(element.kind)];
    Node map;
    for (const Field<PayElement>& field : PayElement::fields())
      if (field.key == info.head) put(map, info.name, value_node(field, element));
    put_fields(map, element, info.keys);
    list.items.push_back(std::move(map));
  }
  return list;
}

template <class S>
void put_set(Node& set, std::string_view prefix,
             const std::vector<std::pair<const Field<S>*, double>>& values) {
  for (const auto& [field, value] : values) {
    const bool is_switch = std::holds_alternative<bool S::*>(field->member);
    Node node = is_switch ? node_of(value != 0 ? "yes" : "no")
                          : node_of(single(value, field->unit, field->choices));
    set.members.push_back({std::string(prefix) + std::string(field->key), {}, std::move(node)});
  }
}

Node change_node(const ChangeSpec& change) {
  Node map;
  put(map, "at", node_of(write_number(change.at, Unit::days)));
  put(map, "until", node_of(write_number(change.until, Unit::days)));
  put(map, "note", text_node(change.note));
  const std::array<std::pair<std::string_view, const std::string*>, 3> scopes{
      {{"scope.team", &change.team},
       {"scope.territory", &change.territory},
       {"scope.role", &change.role}}};
  for (const auto& [key, value] : scopes)
    if (!value->empty()) put(map, key, text_node(*value));
  if (change.newcomers > 0)
    put(map, "scope.newcomers", node_of(write_number(change.newcomers, Unit::days)));
  if (change.tercile > 0)
    put(map, "scope.tercile", node_of(write_number(change.tercile, Unit::none)));
  if (map.find("scope") == nullptr) put(map, "scope", node_of("all"));
  Node set;
  set.kind = Node::map;
  put_set(set, "", change.parameters);
  put_set(set, "quota.", change.quota);
  put_set(set, "territories.", change.territory_fields);
  if (change.plan) set.members.push_back({"plan", {}, plan_node(*change.plan)});
  put(map, change.offered ? "offer" : "set", std::move(set));
  return map;
}

Node event_node(const EventSpec& event) {
  Node map;
  const std::string_view kind = EventSpec::kinds()[static_cast<std::size_t>(event.kind)];
  put(map, kind, event.where.empty() ? node_of("all") : text_node(event.where));
  put_fields(map, event);
  return map;
}

Node open_deals_node(const std::vector<OpenDealSpec>& deals) {
  Node list = list_node();
  list.items.push_back(text_node(open_deals_header()));
  for (const OpenDealSpec& deal : deals) list.items.push_back(text_node(open_deals_row(deal)));
  return list;
}

}  // namespace

std::string open_deals_header() {
  std::string header;
  for (const auto& field : OpenDealSpec::fields())
    header += (header.empty() ? "" : ",") + std::string(field.key);
  return header;
}

std::string open_deals_row(const OpenDealSpec& deal) {
  const auto cell = [](const std::string& text) {
    if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
    return quoted + '"';
  };
  const std::string value = deal.value > 0 ? write_number(deal.value, Unit::money) : "";
  return cell(deal.account) + "," + cell(deal.seat) + "," + cell(deal.product) + "," + value + "," +
         std::string(stages()[static_cast<std::size_t>(deal.stage)]) + "," +
         write_number(deal.age, Unit::none) + "," + cell(deal.customer);
}

Written write_spec(const Spec& spec) {
  Node head, body;
  put(head, "tandem", node_of("1"));
  put(head, "name", text_node(spec.name));
  put(head, "seed", node_of(std::to_string(spec.seed)));
  put(head, "horizon", node_of(write_number(spec.horizon, Unit::days)));
  put_list(body, "topics", spec.topics);
  if (!spec.products.empty()) put_list(body, "products", spec.products);
  put_list(body, "territories", spec.territories);
  put_list(body, "teams", spec.teams);
  put(body, "plan",
      plan_node(spec.plans.empty() ? std::vector<PayElement>() : spec.plans[0].elements));
  if (spec.plans.size() > 1) {
    Node plans;
    plans.kind = Node::map;
    for (std::size_t i = 1; i < spec.plans.size(); ++i)
      plans.members.push_back({spec.plans[i].name, {}, plan_node(spec.plans[i].elements)});
    put(body, "plans", std::move(plans));
  }
  Node quota;
  put_fields(quota, spec.quota);
  put(body, "quota", std::move(quota));
  put_fields(body, spec.parameters);
  Node changes = list_node(), events = list_node();
  for (const ChangeSpec& change : spec.changes) changes.items.push_back(change_node(change));
  for (const EventSpec& event : spec.events) events.items.push_back(event_node(event));
  if (!changes.items.empty()) put(body, "changes", std::move(changes));
  if (!events.items.empty()) put(body, "events", std::move(events));
  if (!spec.open_deals.empty()) put(body, "open_deals", open_deals_node(spec.open_deals));
  return {write_yaml(head), write_yaml(body)};
}

std::vector<Setting> write_settings(const Parameters& parameters, const QuotaSpec& quota) {
  Node tree, quotas;
  put_fields(tree, parameters);
  put_fields(quotas, quota);
  put(tree, "quota", std::move(quotas));
  std::vector<Setting> out;
  for (const ParameterInfo& info : tandem::parameters()) {
    const Node* node = &tree;
    for (std::string_view rest = info.path; node != nullptr && !rest.empty();) {
      const auto dot = rest.find('.');
      node = node->kind == Node::map ? node->find(rest.substr(0, dot)) : nullptr;
      rest = dot == std::string_view::npos ? std::string_view() : rest.substr(dot + 1);
    }
    if (node != nullptr && node != &tree) out.push_back({info.path, on_one_line(*node)});
  }
  return out;
}

std::vector<Setting> write_territory(const TerritorySpec& territory) {
  Node map;
  put_fields(map, territory);
  std::vector<Setting> out;
  for (const char* key : {"potential", "competitors"})
    out.push_back({std::string("territories[].") + key, on_one_line(*map.find(key))});
  return out;
}

std::vector<std::string> write_plan(const std::vector<PayElement>& plan) {
  std::vector<std::string> out;
  for (const Node& element : plan_node(plan).items) out.push_back(on_one_line(element));
  return out;
}

}  // namespace tandem
