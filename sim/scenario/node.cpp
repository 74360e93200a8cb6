// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/node.h"

#include <utility>

namespace tandem {

const Node* Node::find(std::string_view key) const {
  for (const Member& member : members)
    if (member.key == key) return &member.value;
  return nullptr;
}

Node* Node::find(std::string_view key) {
  for (Member& member : members)
    if (member.key == key) return &member.value;
  return nullptr;
}

std::string_view name_of(Node::Kind kind) {
  switch (kind) {
    case Node::null:
      return "nothing";
    case Node::scalar:
      return "a single value";
    case Node::list:
      return "a list";
    case Node::map:
      return "a map";
  }
  return {};
}

std::string_view name_of(const Node& member) {
  if (member.kind == Node::scalar) return member.text;
  const Node* name = member.find("name");
  return name != nullptr && name->kind == Node::scalar ? std::string_view(name->text)
                                                       : std::string_view();
}

Fault fault_at(const Place& place, std::string field, std::string message, std::string expected,
               std::string nearest) {
  Fault fault;
  if (place.source != nullptr) {
    fault =
        place.source->fault(place.offset, place.length, std::move(message), std::move(expected));
  } else {
    fault.message = std::move(message);
    fault.expected = std::move(expected);
  }
  fault.field = std::move(field);
  fault.nearest = std::move(nearest);
  return fault;
}

std::string path_join(std::string_view path, std::string_view key) {
  std::string out(path);
  if (!out.empty()) out += '.';
  // A key of the user's may be anything; the path stays one readable line.
  const std::string safe = shown(key);
  out += std::string_view(safe).substr(1, safe.size() - 2);
  return out;
}

std::string path_join(std::string_view path, std::size_t index) {
  return std::string(path) + '[' + std::to_string(index) + ']';
}

}  // namespace tandem
