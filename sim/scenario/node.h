// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/source.h"

namespace tandem {

/// Where something was written. No source: a default of the program.
struct Place {
  const Source* source = nullptr;
  std::size_t offset = 0;
  std::size_t length = 1;
};

struct Member;

/// A value of a scenario file: a tree of our own, so that every key and value keeps its place
/// through `extends` and `--set`.
struct Node {
  enum Kind { null, scalar, list, map };
  Kind kind = null;
  bool quoted = false;  ///< a scalar in quotes is text, never a number or a switch
  Place place;
  std::string text;             ///< of a scalar
  std::vector<Node> items;      ///< of a list
  std::vector<Member> members;  ///< of a map, in file order

  [[nodiscard]] const Node* find(std::string_view key) const;
  [[nodiscard]] Node* find(std::string_view key);
};

struct Member {
  std::string key;
  Place key_place;
  Node value;
};

/// "a list", "a map", ... as messages call it.
[[nodiscard]] std::string_view name_of(Node::Kind kind);

/// The `name` of a member of a list of named things, or the scalar itself; empty = none.
[[nodiscard]] std::string_view name_of(const Node& member);

[[nodiscard]] Fault fault_at(const Place& place, std::string field, std::string message,
                             std::string expected, std::string nearest = {});

/// `text` as a path goes on: "teams[1]" and "seats" give "teams[1].seats".
[[nodiscard]] std::string path_join(std::string_view path, std::string_view key);
[[nodiscard]] std::string path_join(std::string_view path, std::size_t index);

}  // namespace tandem
