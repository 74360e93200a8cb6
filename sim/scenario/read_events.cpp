// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>

#include "sim/scenario/nearest.h"
#include "sim/scenario/read_spec.h"

// Events: what happens to the firm on a day. The key that is the name of a kind says what happens,
// its value where.
namespace tandem {

namespace {

const char* const kWantEvent = "{at: 150d, competitor entry: Europe, severity: 30%}";

void read_target(Reader& reader, const Member& member, const std::string& path, const Spec& spec,
                 const Names& names, EventSpec& event) {
  const Node& value = member.value;
  const std::string where = path_join(path, member.key);
  const auto target = EventSpec::target(event.kind);
  const bool everywhere =
      value.kind == Node::scalar && (value.text == "all" || (value.text == "yes" && !value.quoted));
  const bool wide = target == EventSpec::firm || target == EventSpec::in_territory;
  if (everywhere && wide) return;
  if (target == EventSpec::firm) {
    reader.fault(
        value.place, where,
        value.kind == Node::scalar ? shown(value.text) + " is not a place for this" : "no place",
        "all: it hits the whole firm");
    return;
  }
  if (target == EventSpec::in_territory) {
    std::vector<std::string> known = names.territories;
    known.emplace_back("all");
    if (check_known(reader, value, where, "territory", known, names)) event.where = value.text;
  } else if (target == EventSpec::of_topic) {
    if (check_known(reader, value, where, "topic", names.topics, names)) event.where = value.text;
  } else if (value.kind != Node::scalar) {
    const std::vector<std::string> seats = seat_labels(spec);
    reader.fault(value.place, where, value.kind == Node::null ? "no value" : "not a single seat",
                 "a seat, such as " + (seats.empty() ? "A/closer/2" : seats[0]));
  } else if (is_seat(spec, value.text)) {
    event.where = value.text;
  } else if (names.sound) {
    reader.unknown_name(value.place, where, value.text, "seat", seat_labels(spec));
  }
}

}  // namespace

void read_events(Reader& reader, const Node& root, double last_day, Spec& spec,
                 const Names& names) {
  const Node* list = root.find("events");
  if (list == nullptr || !reader.check_kind(*list, Node::list, "events", kWantEvent, 10'000))
    return;
  const auto kinds = EventSpec::kinds();
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Node& map = list->items[i];
    const std::string path = path_join("events", i);
    if (!reader.check_kind(map, Node::map, path, kWantEvent)) continue;
    EventSpec event;
    const Member* kind = find_kind<EventSpec>(reader, map, path, {kinds.begin(), kinds.end()},
                                              "event", "entry", event.kind);
    if (kind == nullptr) continue;
    const std::string_view others[] = {kind->key};
    fill(reader, map, path, event, {{}, others});
    read_target(reader, *kind, path, spec, names, event);
    check_day(reader, map, "at", path, event.at, last_day);
    const Node* lasting = map.find("lasting");
    if (lasting != nullptr && event.lasting > 0)
      check_day(reader, map, "lasting", path, event.lasting, 25200);
    spec.events.push_back(std::move(event));
  }
}

}  // namespace tandem
