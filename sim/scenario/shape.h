// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/model/field.h"

// The tables of all structs, flattened: one row for every key that a scenario file may hold.
namespace tandem {

/// One row of a table without its struct.
struct Shape {
  enum Kind { number, integer, yes_no, choice, text, numbers, texts, named, points };
  std::string key;  ///< dotted, inside its map
  Kind kind = number;
  Unit unit = Unit::none;
  double low = 0, high = 0;
  std::vector<std::string> choices;
  Scope scope = Scope::fixed;
  std::string fallback;  ///< as one would write it; empty: none
  std::string_view says, source;
  bool required = false;
};

/// A part of a scenario file: a map at `path`, with [] for each member of a list.
struct Section {
  std::string path;  ///< "" = top level, "teams[]", "plan[].commission", "quota", ...
  std::vector<Shape> shapes;
  std::string head;  ///< of an element of a plan or an event: the key that names its kind
};

/// Every section, in the order in which docs and listings show them.
[[nodiscard]] const std::vector<Section>& sections();

}  // namespace tandem
