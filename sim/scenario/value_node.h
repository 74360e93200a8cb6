// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "sim/scenario/node.h"
#include "sim/scenario/number.h"

// Typed values as nodes of a tree: what the resolved file, listings and docs print.
namespace tandem {

inline Node node_of(std::string text) {
  Node node;
  node.kind = Node::scalar;
  node.text = std::move(text);
  return node;
}

inline Node text_node(std::string text) {
  Node node = node_of(std::move(text));
  node.quoted = true;
  return node;
}

inline Node list_node() {
  Node node;
  node.kind = Node::list;
  return node;
}

inline std::string single(double value, Unit unit, std::span<const std::string_view> choices) {
  if (!choices.empty()) return std::string(choices[static_cast<std::size_t>(value)]);
  return write_number(value, unit);
}

template <class S>
Node value_node(const Field<S>& field, const S& from) {
  const auto visitor = [&](auto member) -> Node {
    const auto& value = from.*member;
    using T = std::remove_cvref_t<decltype(value)>;
    Node node;
    if constexpr (std::is_same_v<T, bool>) {
      node = node_of(value ? "yes" : "no");
    } else if constexpr (std::is_arithmetic_v<T>) {
      node = node_of(single(static_cast<double>(value), field.unit, field.choices));
    } else if constexpr (std::is_same_v<T, std::string>) {
      node = text_node(value);
    } else if constexpr (std::is_same_v<T, std::vector<double>>) {
      node = list_node();
      for (const double x : value) node.items.push_back(node_of(write_number(x, field.unit)));
    } else if constexpr (std::is_same_v<T, std::vector<std::string>>) {
      node = list_node();
      for (const std::string& x : value) node.items.push_back(text_node(x));
    } else if constexpr (std::is_same_v<T, NamedShares>) {
      node.kind = Node::map;
      for (const auto& [name, x] : value)
        node.members.push_back({name, {}, node_of(write_number(x, field.unit))});
    } else {
      // The columns of a table may mean different things: no suffixes but those of shares.
      const Unit unit = field.unit == Unit::share ? Unit::share : Unit::none;
      node = list_node();
      for (const auto& [x, y] : value) {
        Node pair = list_node();
        pair.items = {node_of(write_number(x, unit)), node_of(write_number(y, unit))};
        node.items.push_back(std::move(pair));
      }
    }
    return node;
  };
  return std::visit(visitor, field.member);
}

}  // namespace tandem
