// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>
#include <string>

#include "sim/model/spec.h"
#include "sim/scenario/number.h"
#include "sim/scenario/shape.h"
#include "tandem/scenario.h"

// The JSON Schema of the scenario file. Editors check and complete with it; the program's own
// reader says more (names, sums, dates).
namespace tandem {

namespace {

using Json = nlohmann::ordered_json;

Json number_schema(const Shape& shape) {
  Json number;
  number["type"] = shape.kind == Shape::integer && shape.unit == Unit::none ? "integer" : "number";
  if (shape.low < shape.high || shape.low > 0) {
    number["minimum"] = shape.low;
    number["maximum"] = shape.high;
  }
  if (pattern(shape.unit).empty()) return number;
  Json written{{"type", "string"}, {"pattern", pattern(shape.unit)}};
  return {{"anyOf", {std::move(number), std::move(written)}}};
}

Json value_schema(const Shape& shape) {
  Shape one = shape;
  one.kind = Shape::number;
  Json schema;
  switch (shape.kind) {
    case Shape::number:
    case Shape::integer:
      return number_schema(shape);
    case Shape::yes_no:
      // Editors on YAML 1.2 read yes and no as text.
      schema["enum"] = {true, false, "yes", "no", "on", "off"};
      return schema;
    case Shape::choice:
      schema["enum"] = shape.choices;
      return schema;
    case Shape::text:
      schema["type"] = {"string", "number", "boolean"};
      return schema;
    case Shape::numbers:
      return {{"type", "array"}, {"items", number_schema(one)}};
    case Shape::texts:
      return {{"type", "array"}, {"items", {{"type", "string"}}}};
    case Shape::named:
      schema["type"] = "object";
      if (shape.low < shape.high) schema["additionalProperties"] = number_schema(one);
      return schema;
    case Shape::points: {
      Json column;
      column["type"] = {"number", "string"};
      return {{"type", "array"},
              {"items", {{"type", "array"}, {"items", column}, {"minItems", 2}, {"maxItems", 2}}}};
    }
  }
  return schema;
}

std::string description(const Shape& shape) {
  std::string out(shape.says);
  if (shape.kind == Shape::number || shape.kind == Shape::integer)
    if (const std::string_view unit = name_of(shape.unit); !unit.empty())
      out += " In " + std::string(unit) + ".";
  if (!shape.source.empty()) out += " Source: " + std::string(shape.source) + ".";
  return out;
}

Json object_schema() {
  return {{"type", "object"}, {"additionalProperties", false}, {"properties", Json::object()}};
}

/// Adds one key of a section; dots make objects within objects.
void add(Json& object, const Shape& shape) {
  Json* at = &object;
  std::string key = shape.key;
  for (std::size_t dot = key.find('.'); dot != std::string::npos; dot = key.find('.')) {
    Json& inner = (*at)["properties"][key.substr(0, dot)];
    if (inner.is_null()) {
      inner = object_schema();
      inner["type"] = {"object", "null"};
    }
    at = &inner;
    key.erase(0, dot + 1);
  }
  Json schema = value_schema(shape);
  schema["description"] = description(shape);
  if (!shape.fallback.empty() && shape.kind != Shape::named) schema["default"] = shape.fallback;
  (*at)["properties"][key] = std::move(schema);
  if (shape.required) (*at)["required"].push_back(key);
}

Json section_schema(const Section& section) {
  Json object = object_schema();
  for (const Shape& shape : section.shapes) add(object, shape);
  return object;
}

Json list_of(Json item) { return {{"type", "array"}, {"items", std::move(item)}}; }

/// A map that is allowed to be a single text instead.
Json or_text(Json schema, Json text) { return {{"anyOf", {std::move(text), std::move(schema)}}}; }

}  // namespace

std::string scenario_schema() {
  Json root = object_schema();
  root["$schema"] = "https://json-schema.org/draft/2020-12/schema";
  root["title"] = "Tandem scenario";
  Json elements, events;
  Json& properties = root["properties"];
  for (const Section& section : sections()) {
    if (section.path.empty()) {
      for (const Shape& shape : section.shapes) add(root, shape);
    } else if (section.path.starts_with("plan[]")) {
      elements.push_back(section_schema(section));
    } else if (section.path.starts_with("events[]")) {
      events.push_back(section_schema(section));
    } else if (section.path.starts_with("lesson.")) {
      const std::string list = section.path.substr(7, section.path.size() - 9);
      properties["lesson"]["properties"][list] = list_of(section_schema(section));
    } else if (section.path.ends_with("[]")) {
      properties[section.path.substr(0, section.path.size() - 2)] =
          list_of(section_schema(section));
    } else {
      properties[section.path] = section_schema(section);
    }
  }
  Json& topic = properties["topics"]["items"];
  topic = or_text(topic, {{"type", "string"}});
  Json& seats = properties["teams"]["items"]["properties"]["seats"];
  Json counts = seats["additionalProperties"];
  seats["additionalProperties"] = false;
  for (const std::string_view role : roles()) seats["properties"][std::string(role)] = counts;
  Json& scope = properties["changes"]["items"]["properties"]["scope"];
  scope = or_text(scope, {{"enum", {"all", "newcomers"}}});
  properties["changes"]["items"]["oneOf"] = {{{"required", {"set"}}}, {{"required", {"offer"}}}};
  Json& deals = properties["open_deals"];
  std::string columns;
  for (const auto& [column, says] : deals["items"]["properties"].items())
    columns += "\n" + column + ": " + says.value("description", "");
  deals = or_text(list_of({{"type", "string"}}), {{"type", "string"}});
  deals["description"] =
      "Deals that are open on day 0: a CSV file, or its rows, the header first. Columns:" + columns;
  Json& start = properties["start"];
  start = or_text(start, start["properties"]["mode"]);
  root["$defs"]["plan"] = list_of({{"oneOf", std::move(elements)}});
  properties["plan"]["$ref"] = "#/$defs/plan";
  properties["plans"] = {{"type", {"object", "null"}},
                         {"additionalProperties", {{"$ref", "#/$defs/plan"}}}};
  properties["events"] = list_of({{"oneOf", std::move(events)}});
  return root.dump(2) + "\n";
}

}  // namespace tandem
