// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "sim/scenario/nearest.h"
#include "sim/scenario/read_spec.h"

// Plans: lists of pay elements. The key that is the name of a kind says what an element is, its
// value is the kind's head; which further keys apply is in the table of kinds.
namespace tandem {

namespace {

const char* const kWantElement = "an element such as {commission: own revenue, rate: 5%}";

std::vector<std::string> kind_names() {
  std::vector<std::string> out;
  for (const KindInfo& kind : kinds()) out.emplace_back(kind.name);
  return out;
}

/// Sentences of faults(element) are "key: sentence": shown at the key, else at the kind.
void place_fault(Reader& reader, const Node& map, const Member& head, const std::string& path,
                 const KindInfo& info, const std::string& sentence) {
  const std::size_t colon = std::min(sentence.find(": "), sentence.size());
  const std::string key = sentence.substr(0, colon);
  const std::string text =
      colon < sentence.size() ? sentence.substr(colon + 2) : std::string(sentence);
  const std::string first = key.substr(0, key.find('.'));
  const Node* value = map.find(first);
  std::string where = path_join(path, key);
  if (value != nullptr && value->kind == Node::map && key.find('.') != std::string::npos) {
    if (const Node* inner = value->find(key.substr(first.size() + 1))) value = inner;
  }
  Place place = head.key_place;
  if (value != nullptr) place = value->place;
  if (key == info.head) {
    place = head.value.place;
    where = path_join(path, head.key);
  }
  reader.fault(place, where, text, "for example " + std::string(info.example));
}

void check_names(Reader& reader, const Node& map, const std::string& path,
                 const PayElement& element, const Names& names) {
  const Node* topic = map.find("topic");
  if (topic != nullptr && !element.topic.empty())
    check_known(reader, *topic, path + ".topic", "topic", names.topics, names);
  const Node* product = map.find("product");
  if (product != nullptr && !element.product.empty())
    check_known(reader, *product, path + ".product", "product", names.products, names);
}

void read_element(Reader& reader, const Node& map, const std::string& path, const Names& names,
                  std::vector<PayElement>& plan) {
  if (!reader.check_kind(map, Node::map, path, kWantElement)) return;
  int kind = 0;
  const Member* head =
      find_kind<PayElement>(reader, map, path, kind_names(), "pay", "element", kind);
  if (head == nullptr) return;
  const KindInfo& info = kinds()[static_cast<std::size_t>(kind)];
  const std::size_t before = reader.faults.size();
  PayElement element = PayElement::of(kind);
  if (const auto* field = find_field<PayElement>(info.head)) {
    const std::string where = path_join(path, head->key);
    if (info.measures.empty()) {
      read_field(reader, head->value, where, *field, element);
    } else {
      // Only the measures that go with the kind are offered.
      std::vector<std::string_view> fitting;
      for (const int measure : info.measures)
        fitting.push_back(field->choices[static_cast<std::size_t>(measure)]);
      const auto chosen = reader.choice(head->value, where, fitting);
      if (chosen) element.measure = info.measures[static_cast<std::size_t>(*chosen)];
    }
  }
  const std::array<std::string_view, 1> others{info.name};
  fill(reader, map, path, element, {info.keys, others});
  check_names(reader, map, path, element, names);
  if (reader.faults.size() == before) {
    for (const std::string& sentence : faults(element))
      place_fault(reader, map, *head, path, info, sentence);
  }
  plan.push_back(std::move(element));
}

}  // namespace

std::vector<PayElement> read_plan(Reader& reader, const Node& node, const std::string& path,
                                  const Names& names) {
  constexpr std::size_t kMostElements = 200;
  std::vector<PayElement> plan;
  if (!reader.check_kind(node, Node::list, path, kWantElement, kMostElements)) return plan;
  const std::size_t before = reader.faults.size();
  for (std::size_t i = 0; i < node.items.size(); ++i)
    read_element(reader, node.items[i], path_join(path, i), names, plan);
  if (reader.faults.size() > before) return plan;
  // The second element of a kind that a plan has once.
  for (const std::string& sentence : faults(std::span<const PayElement>(plan))) {
    const std::string kind = sentence.substr(0, sentence.find(':'));
    const Node* last = nullptr;
    for (const Node& item : node.items)
      if (item.find(kind) != nullptr) last = &item;
    const Place place = last == nullptr ? node.place : last->place;
    reader.fault(place, path, sentence, "one element of this kind");
  }
  return plan;
}

void read_plans(Reader& reader, const Node& root, Spec& spec, Names& names) {
  const Node* plan = root.find("plan");
  if (plan == nullptr) plan = default_lists().find("plan");
  spec.plans.push_back({"", read_plan(reader, *plan, "plan", names)});
  const Node* plans = root.find("plans");
  if (plans == nullptr || plans->kind == Node::null) return;
  if (!reader.check_kind(*plans, Node::map, "plans", "{name: [elements]}, one for each plan",
                         1000)) {
    names.sound = false;
    return;
  }
  for (const Member& member : plans->members) {
    const std::string path = path_join("plans", member.key);
    Node name;
    name.kind = Node::scalar;
    name.place = member.key_place;
    name.text = member.key;
    if (!check_name(reader, name, path, names.plans)) names.sound = false;
    spec.plans.push_back({member.key, read_plan(reader, member.value, path, names)});
  }
}

}  // namespace tandem
