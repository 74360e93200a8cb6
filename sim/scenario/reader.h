// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "sim/base/calendar.h"
#include "sim/model/field.h"
#include "sim/scenario/node.h"

namespace tandem {

/// What a number must be.
struct NumberRule {
  Unit unit = Unit::none;
  double low = 0, high = 0;
  bool whole = false;
};

/// Turns values of the tree into typed ones. What cannot be turned is a fault and gives nothing;
/// reading goes on, so that all faults come at once.
class Reader {
 public:
  Faults faults;
  Calendar calendar;  ///< what 2w or 1q means; set before anything else is read

  void fault(const Place& place, const std::string& field, std::string message,
             std::string expected, std::string nearest = {});

  std::optional<double> number(const Node& node, const std::string& path, const NumberRule& rule);
  std::optional<bool> yes_no(const Node& node, const std::string& path);
  std::optional<int> choice(const Node& node, const std::string& path,
                            std::span<const std::string_view> choices);
  std::optional<std::string> text(const Node& node, const std::string& path);
  std::optional<std::vector<double>> numbers(const Node& node, const std::string& path,
                                             const NumberRule& rule);
  std::optional<std::vector<std::string>> texts(const Node& node, const std::string& path);
  std::optional<NamedShares> named(const Node& node, const std::string& path,
                                   const NumberRule& rule);
  std::optional<Points> points(const Node& node, const std::string& path, const NumberRule& rule);

  /// A list or map of at most `most` members; else a fault.
  bool check_kind(const Node& node, Node::Kind kind, const std::string& path,
                  std::string_view expected, std::size_t most = 100'000);
  /// A key that nobody reads; `near` are the keys known at this place.
  void unknown_key(const Member& member, const std::string& path,
                   std::span<const std::string> near);
  void missing(const Place& place, const std::string& path, std::string_view key,
               std::string_view says);
  /// A name that stands for nothing.
  void unknown_name(const Place& place, const std::string& path, std::string_view name,
                    std::string_view what, std::span<const std::string> known);
};

/// What the tables say about a key, for those who ask about all of them.
[[nodiscard]] const std::vector<std::string>& parameter_keys();

/// Reads one value as its row says. True: it was set.
template <class S>
bool read_field(Reader& reader, const Node& node, const std::string& path, const Field<S>& field,
                S& into) {
  const NumberRule rule{field.unit, field.low, field.high, false};
  const auto set = [&into](auto member, auto value) {
    if (!value) return false;
    into.*member = *std::move(value);
    return true;
  };
  const auto visitor = [&](auto member) {
    using T = std::remove_cvref_t<decltype(into.*member)>;
    if constexpr (std::is_same_v<T, double>) {
      return set(member, reader.number(node, path, rule));
    } else if constexpr (std::is_same_v<T, int>) {
      if (!field.choices.empty()) return set(member, reader.choice(node, path, field.choices));
      const auto value = reader.number(node, path, {field.unit, field.low, field.high, true});
      if (value) into.*member = static_cast<int>(*value);
      return value.has_value();
    } else if constexpr (std::is_same_v<T, bool>) {
      return set(member, reader.yes_no(node, path));
    } else if constexpr (std::is_same_v<T, std::string>) {
      return set(member, reader.text(node, path));
    } else if constexpr (std::is_same_v<T, std::vector<double>>) {
      return set(member, reader.numbers(node, path, rule));
    } else if constexpr (std::is_same_v<T, std::vector<std::string>>) {
      return set(member, reader.texts(node, path));
    } else if constexpr (std::is_same_v<T, NamedShares>) {
      return set(member, reader.named(node, path, rule));
    } else {
      static_assert(std::is_same_v<T, Points>);
      return set(member, reader.points(node, path, rule));
    }
  };
  return std::visit(visitor, field.member);
}

/// Which keys of a map are whose.
struct Keys {
  std::span<const std::string_view> only = {};    ///< the only rows that apply; empty: all
  std::span<const std::string_view> others = {};  ///< top-level keys that the caller reads itself
};

namespace detail {

template <class S>
bool applies(const Field<S>& field, const Keys& keys) {
  if (keys.only.empty()) return true;
  for (const std::string_view key : keys.only)
    if (key == field.key) return true;
  return false;
}

/// The part of `key` after `prefix` and its dot up to the next dot; empty: not below prefix.
[[nodiscard]] std::string_view next_part(std::string_view key, std::string_view prefix);

[[nodiscard]] bool contains(std::span<const std::string_view> keys, std::string_view key);

/// The keys that may stand in the map at `prefix`.
template <class S>
std::vector<std::string> keys_below(std::string_view prefix, const Keys& keys) {
  std::vector<std::string> out;
  if (prefix.empty()) out.assign(keys.others.begin(), keys.others.end());
  for (const Field<S>& field : S::fields()) {
    const std::string_view part = applies(field, keys) ? next_part(field.key, prefix) : "";
    if (!part.empty() && (out.empty() || out.back() != part)) out.emplace_back(part);
  }
  return out;
}

template <class S>
void fill_level(Reader& reader, const Node& map, const std::string& path, S& into, const Keys& keys,
                const std::string& prefix) {
  std::vector<std::string> near;  // filled at the first unknown key
  for (const Member& member : map.members) {
    const std::string key = prefix.empty() ? member.key : prefix + '.' + member.key;
    const std::string where = path_join(path, member.key);
    bool known = false, section = false;
    for (const Field<S>& field : S::fields()) {
      // A dot inside a key is no nesting: layers merge by nested keys.
      if (!applies(field, keys) || member.key.find('.') != std::string::npos) continue;
      if (field.key == key) {
        read_field(reader, member.value, where, field, into);
        known = true;
        break;
      }
      section = section || !next_part(field.key, key).empty();
    }
    if (known) continue;
    if (section) {
      if (member.value.kind == Node::null) continue;  // a section with all its keys commented out
      if (reader.check_kind(member.value, Node::map, where, "keys of its own, one a line"))
        fill_level(reader, member.value, where, into, keys, key);
      continue;
    }
    if (prefix.empty() && contains(keys.others, member.key)) continue;
    if (near.empty()) near = keys_below<S>(prefix, keys);
    reader.unknown_key(member, where, near);
  }
}

}  // namespace detail

/// Fills `into` from a map by its table. Keys without a row are faults, except keys.others, and so
/// are required keys that are not there.
template <class S>
void fill(Reader& reader, const Node& map, const std::string& path, S& into,
          const Keys& keys = {}) {
  detail::fill_level(reader, map, path, into, keys, {});
  for (const Field<S>& field : S::fields())
    if (field.required && detail::applies(field, keys) && map.find(field.key) == nullptr)
      reader.missing(map.place, path, field.key, field.says);
}

/// The row of a key; null = none.
template <class S>
const Field<S>* find_field(std::string_view key) {
  for (const Field<S>& field : S::fields())
    if (field.key == key) return &field;
  return nullptr;
}

}  // namespace tandem
