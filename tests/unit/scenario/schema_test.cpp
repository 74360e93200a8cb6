// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <string>

#include "sim/scenario/read_scenario.h"
#include "sim/scenario/shape.h"
#include "sim/scenario/write.h"
#include "tandem/registry.h"
#include "tandem/scenario.h"

namespace tandem {
namespace {

using nlohmann::json;

/// YAML as an editor sees it (YAML 1.2: yes and no are text).
json to_json(const YAML::Node& node) {
  if (node.IsNull()) return nullptr;
  if (node.IsSequence()) {
    json out = json::array();
    for (const auto& item : node) out.push_back(to_json(item));
    return out;
  }
  if (node.IsMap()) {
    json out = json::object();
    for (const auto& member : node) out[member.first.Scalar()] = to_json(member.second);
    return out;
  }
  const std::string& text = node.Scalar();
  static const std::regex kNumber(R"([-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?)");
  if (node.Tag() == "?" && std::regex_match(text, kNumber)) {
    if (text.find_first_of(".eE") == std::string::npos && text.size() < 18) return std::stoll(text);
    return std::stod(text);
  }
  if (node.Tag() == "?" && (text == "true" || text == "false")) return text == "true";
  return text;
}

bool has_type(const json& value, const std::string& type) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  if (type == "boolean") return value.is_boolean();
  return type == "null" && value.is_null();
}

/// The keywords that our schema uses, and no others: an unknown one fails.
class Validator {
 public:
  explicit Validator(json schema) : root_(std::move(schema)) {}

  [[nodiscard]] std::string check(const json& value) const { return check(value, root_, "$"); }

 private:
  [[nodiscard]] std::string check(const json& value, const json& schema,
                                  const std::string& at) const {
    for (const auto& [keyword, rule] : schema.items()) {
      std::string wrong = check_keyword(value, schema, keyword, rule, at);
      if (!wrong.empty()) return wrong;
    }
    return {};
  }

  [[nodiscard]] int matches(const json& value, const json& schemas, const std::string& at) const {
    return static_cast<int>(std::count_if(schemas.begin(), schemas.end(), [&](const json& schema) {
      return check(value, schema, at).empty();
    }));
  }

  [[nodiscard]] std::string check_keyword(const json& value, const json& schema,
                                          const std::string& keyword, const json& rule,
                                          const std::string& at) const {
    const auto unless = [&](bool holds) { return holds ? "" : at + ": " + keyword; };
    if (keyword == "type") {
      if (rule.is_string()) return unless(has_type(value, rule));
      return unless(std::any_of(rule.begin(), rule.end(),
                                [&](const json& type) { return has_type(value, type); }));
    }
    if (keyword == "enum") return unless(std::find(rule.begin(), rule.end(), value) != rule.end());
    if (keyword == "const") return unless(value == rule);
    if (keyword == "anyOf") return unless(matches(value, rule, at) > 0);
    if (keyword == "oneOf") return unless(matches(value, rule, at) == 1);
    if (keyword == "$ref") return check(value, root_["$defs"]["plan"], at);
    if (keyword == "minimum") return unless(!value.is_number() || value >= rule);
    if (keyword == "maximum") return unless(!value.is_number() || value <= rule);
    if (keyword == "pattern")
      return unless(!value.is_string() ||
                    std::regex_search(value.get<std::string>(), std::regex(std::string(rule))));
    if (keyword == "required") {
      for (const json& key : rule)
        if (value.is_object() && !value.contains(std::string(key)))
          return at + ": no " + std::string(key);
      return {};
    }
    if (keyword == "properties" || keyword == "additionalProperties") {
      if (value.is_object() && keyword == "additionalProperties") return extra(value, schema, at);
      if (value.is_object())
        for (const auto& [key, inner] : value.items())
          if (rule.contains(key))
            if (auto wrong = check(inner, rule[key], at + "." + key); !wrong.empty()) return wrong;
      return {};
    }
    if (keyword == "items") {
      if (value.is_array())
        for (const json& item : value)
          if (auto wrong = check(item, rule, at + "[]"); !wrong.empty()) return wrong;
      return {};
    }
    if (keyword == "minItems") return unless(!value.is_array() || value.size() >= rule);
    if (keyword == "maxItems") return unless(!value.is_array() || value.size() <= rule);
    const std::set<std::string> silent{"description", "default", "title", "$schema", "$defs"};
    return silent.contains(keyword) ? "" : at + ": what is " + keyword + "?";
  }

  [[nodiscard]] std::string extra(const json& value, const json& schema,
                                  const std::string& at) const {
    const json& rule = schema["additionalProperties"];
    for (const auto& [key, inner] : value.items()) {
      if (schema.contains("properties") && schema["properties"].contains(key)) continue;
      if (rule.is_boolean() && !rule) return at + ": extra " + key;
      if (rule.is_object())
        if (auto wrong = check(inner, rule, at + "." + key); !wrong.empty()) return wrong;
    }
    return {};
  }

  json root_;
};

const Validator& validator() {
  static const Validator one(json::parse(scenario_schema()));
  return one;
}

std::string check_text(const std::string& text) {
  return validator().check(to_json(YAML::Load(text)));
}

// Editor and program must not disagree on what is shipped or what is written by us.
TEST(Schema, AcceptsWhatTheProgramAccepts) {
  EXPECT_EQ(check_text("tandem: 1\n"), "");
  EXPECT_EQ(check_text("tandem: 1\nstart: empty\ntopics: [a, {name: b, shift_rate: 2}]\n"), "");
  EXPECT_EQ(check_text(starter_scenario("acme")), "");
  const auto read = Scenario::parse(starter_scenario("acme"), "acme.yaml");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(check_text(read.value().resolved()), "");
  EXPECT_EQ(check_text("tandem: 1\nchanges: [{at: 1q, scope: all, set: {plan: x}}]\n"
                       "events: [{at: 3d, outage: all, severity: 50%}]\n"),
            "");
  for (const KindInfo& kind : kinds())
    EXPECT_EQ(check_text("tandem: 1\nplan: [" + std::string(kind.example) + "]\n"), "")
        << kind.name;
}

TEST(Schema, AcceptsTheShippedScenarios) {
  const std::filesystem::path folder = TANDEM_SOURCE_DIR "/scenarios";
  if (!std::filesystem::exists(folder)) GTEST_SKIP();
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".yaml") continue;
    EXPECT_EQ(validator().check(to_json(YAML::LoadFile(entry.path().string()))), "")
        << entry.path();
  }
}

TEST(Schema, RefusesWhatTheProgramRefuses) {
  EXPECT_NE(check_text("seed: 1\n"), "");
  EXPECT_NE(check_text("tandem: 2\n"), "");
  EXPECT_NE(check_text("tandem: 1\ntems: []\n"), "");
  EXPECT_NE(check_text("tandem: 1\nmarket: {deal_size: big}\n"), "");
  EXPECT_NE(check_text("tandem: 1\nmarket: {deal_size: 5h}\n"), "");
  EXPECT_NE(check_text("tandem: 1\nmarket: {complexity: 200}\n"), "");
  EXPECT_NE(check_text("tandem: 1\nselling: {order: last}\n"), "");
  EXPECT_NE(check_text("tandem: 1\nteams: [{name: A}]\n"), "");
  EXPECT_NE(check_text("tandem: 1\nteams: [{name: A, seats: {clsoer: 1}}]\n"), "");
  EXPECT_NE(check_text("tandem: 1\nplan: [{salary: 5, rate: 3}]\n"), "");
  EXPECT_NE(check_text("tandem: 1\nplan: [{pool: own revenue, rate: 5%}]\n"), "");
  EXPECT_NE(check_text("tandem: 1\nevents: [{at: 3d, outrage: all}]\n"), "");
}

/// Is there a property for every part of the path somewhere in the schema?
bool listed(const json& schema, const Section& section, const std::string& key) {
  const json* at = &schema;
  if (section.path.starts_with("plan[]") || section.path.starts_with("events[]")) {
    const json& several = section.path.starts_with("plan[]")
                              ? schema["$defs"]["plan"]["items"]["oneOf"]
                              : schema["properties"]["events"]["items"]["oneOf"];
    for (const json& one : several)
      if (one["required"][0] == section.head) at = &one;
  } else if (!section.path.empty()) {
    std::string name = section.path;
    if (name.ends_with("[]")) name.resize(name.size() - 2);
    if (const std::size_t dot = name.find('.'); dot != std::string::npos) {
      at = &(*at)["properties"][name.substr(0, dot)];
      name.erase(0, dot + 1);
    }
    at = &(*at)["properties"][name];
    if (at->contains("items")) at = &(*at)["items"];
  }
  std::string rest = key;
  while (!rest.empty()) {
    if (at->contains("anyOf")) at = &(*at)["anyOf"][1];
    const std::string part = rest.substr(0, rest.find('.'));
    if (!at->contains("properties") || !(*at)["properties"].contains(part)) return false;
    at = &(*at)["properties"][part];
    rest = rest.size() > part.size() ? rest.substr(part.size() + 1) : "";
  }
  return true;
}

// One declaration drives everything: a key that is read is in the schema and in the listing.
TEST(Schema, ListsEveryField) {
  const json schema = json::parse(scenario_schema());
  for (const Section& section : sections())
    for (const Shape& shape : section.shapes)
      EXPECT_TRUE(section.path == "open_deals[]"  // columns of a table
                      ? schema["properties"]["open_deals"]["description"].get<std::string>().find(
                            "\n" + shape.key + ": ") != std::string::npos
                      : listed(schema, section, shape.key))
          << section.path << " " << shape.key;
}

TEST(Listing, HasEveryParameterWithItsDefault) {
  std::set<std::string> paths;
  for (const ParameterInfo& info : parameters()) {
    EXPECT_TRUE(paths.insert(info.path).second) << info.path << " twice";
    EXPECT_FALSE(info.says.empty()) << info.path;
    EXPECT_FALSE(info.type.empty()) << info.path;
    EXPECT_TRUE(info.says.ends_with('.')) << info.path;
  }
  for (const auto& field : Parameters::fields())
    EXPECT_TRUE(paths.contains(std::string(field.key))) << field.key;
  for (const char* path : {"tandem", "territories[].accounts", "plan[].commission.tiers",
                           "plan[].salary", "quota.ratchet.up", "changes[].at", "changes[].set",
                           "events[].downturn.severity", "teams[].seats"})
    EXPECT_TRUE(paths.contains(path)) << path;
}

// A default must be one that a person may write: the whole list of them is a scenario.
TEST(Listing, DefaultsLieInTheirRanges) {
  const auto read = read_scenario({"defaults.yaml", "tandem: 1\n", ".", {}}, {});
  ASSERT_TRUE(read.ok());
  const Written written = write_spec(read.value());
  const auto again = read_scenario({"defaults.yaml", written.head + written.body, ".", {}}, {});
  ASSERT_TRUE(again.ok()) << describe(again.faults());
  EXPECT_EQ(again.value(), read.value());
}

}  // namespace
}  // namespace tandem
