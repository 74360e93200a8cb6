// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "sim/scenario/nearest.h"
#include "sim/scenario/number.h"
#include "sim/scenario/shape.h"
#include "tandem/registry.h"

namespace tandem {

namespace {

const char* name_of(Shape::Kind kind) {
  switch (kind) {
    case Shape::number:
      return "number";
    case Shape::integer:
      return "integer";
    case Shape::yes_no:
      return "yes/no";
    case Shape::choice:
      return "choice";
    case Shape::text:
      return "text";
    case Shape::numbers:
      return "list of numbers";
    case Shape::texts:
      return "list of texts";
    case Shape::named:
      return "map";
    case Shape::points:
      return "list of pairs";
  }
  return "";
}

const char* name_of(Scope scope) {
  switch (scope) {
    case Scope::fixed:
      return "";
    case Scope::firm:
      return "firm";
    case Scope::territory:
      return "territory";
    case Scope::team:
      return "team";
  }
  return "";
}

std::string range_of(const Shape& shape) {
  if (shape.kind == Shape::choice) {
    std::string out;
    for (const std::string& choice : shape.choices) out += (out.empty() ? "" : " | ") + choice;
    return out;
  }
  if (shape.kind == Shape::yes_no) return "yes | no";
  if (shape.low >= shape.high) return {};
  return write_number(shape.low, shape.unit) + " .. " + write_number(shape.high, shape.unit);
}

ParameterInfo info_of(const Section& section, const Shape& shape) {
  ParameterInfo info;
  const bool head = !section.head.empty() && shape.key == section.head;
  const std::string prefix = section.path.empty() ? "" : section.path + ".";
  info.path = head ? section.path : prefix + shape.key;
  info.type = name_of(shape.kind);
  info.unit = name_of(shape.unit);
  info.fallback = shape.fallback;
  info.range = range_of(shape);
  info.says = shape.says;
  info.source = shape.source;
  info.scope = name_of(shape.scope);
  return info;
}

}  // namespace

const std::vector<ParameterInfo>& parameters() {
  static const std::vector<ParameterInfo> all = [] {
    std::vector<ParameterInfo> out;
    for (const Section& section : sections())
      for (const Shape& shape : section.shapes) out.push_back(info_of(section, shape));
    return out;
  }();
  return all;
}

}  // namespace tandem
