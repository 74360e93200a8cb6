// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/reader.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/model/parameters.h"
#include "sim/scenario/nearest.h"
#include "sim/scenario/number.h"

namespace tandem {

namespace {

constexpr std::size_t kMostCharacters = 2000;
constexpr std::size_t kMostSuggested = 200;  // with more faults than this, names are not looked up
constexpr std::size_t kMostMembers = 1000;   // of a list of numbers

std::string found(const Node& node) {
  if (node.kind == Node::null) return "no value";
  return std::string(name_of(node.kind)) + " where one value belongs";
}

}  // namespace

namespace detail {

std::string_view next_part(std::string_view key, std::string_view prefix) {
  if (!prefix.empty()) {
    if (key.size() <= prefix.size() + 1 || !key.starts_with(prefix) || key[prefix.size()] != '.')
      return {};
    key.remove_prefix(prefix.size() + 1);
  }
  return key.substr(0, key.find('.'));
}

bool contains(std::span<const std::string_view> keys, std::string_view key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

}  // namespace detail

const std::vector<std::string>& parameter_keys() {
  static const std::vector<std::string> keys = [] {
    std::vector<std::string> out;
    for (const auto& field : Parameters::fields()) out.emplace_back(field.key);
    return out;
  }();
  return keys;
}

void Reader::fault(const Place& place, const std::string& field, std::string message,
                   std::string expected, std::string nearest) {
  faults.push_back(
      fault_at(place, field, std::move(message), std::move(expected), std::move(nearest)));
}

bool Reader::check_kind(const Node& node, Node::Kind kind, const std::string& path,
                        std::string_view expected, std::size_t most) {
  const std::string want(expected);
  if (node.kind != kind) {
    const std::string got = node.kind == Node::null     ? "no value"
                            : node.kind == Node::scalar ? shown(node.text) + " is a single value"
                                                        : std::string(name_of(node.kind));
    fault(node.place, path,
          got + (node.kind == Node::null || node.kind == Node::scalar
                     ? ""
                     : " where " + std::string(name_of(kind)) + " belongs"),
          std::string(name_of(kind)) + ": " + want);
    return false;
  }
  const std::size_t size = kind == Node::list ? node.items.size() : node.members.size();
  if (size > most) {
    fault(node.place, path, std::to_string(size) + " members", "at most " + std::to_string(most));
    return false;
  }
  return true;
}

std::optional<double> Reader::number(const Node& node, const std::string& path,
                                     const NumberRule& rule) {
  const std::string want = expectation(rule.unit, rule.low, rule.high, rule.whole);
  if (node.kind != Node::scalar) {
    fault(node.place, path, found(node), want);
    return {};
  }
  const auto read = read_number(node.text, rule.unit, calendar);
  if (const auto* wrong = std::get_if<NumberFault>(&read)) {
    Place place = node.place;
    if (!node.quoted && wrong->from + wrong->length <= place.length) {
      place.offset += wrong->from;
      place.length = wrong->length;
    }
    fault(place, path, wrong->message, wrong->expected.empty() ? want : wrong->expected);
    return {};
  }
  const double value = std::get<double>(read);
  const char last = node.text.empty() ? ' ' : node.text.back();
  if (node.quoted && ((last >= '0' && last <= '9') || last == '.')) {
    fault(node.place, path, shown(node.text) + " in quotes is text", want + ", without quotes");
    return {};
  }
  if (value < rule.low || value > rule.high) {
    std::string hint;
    if (rule.unit == Unit::share && last != '%' && value > 1 && value <= 100 * rule.high)
      hint = "; " + digits(value) + " is " + write_number(value, Unit::share);
    fault(node.place, path, shown(node.text) + " is out of range" + hint, want);
    return {};
  }
  if (rule.whole && value != std::floor(value)) {
    fault(node.place, path, shown(node.text) + " is not whole", want);
    return {};
  }
  return value;
}

std::optional<bool> Reader::yes_no(const Node& node, const std::string& path) {
  constexpr std::array<std::string_view, 3> kYes{"yes", "true", "on"};
  constexpr std::array<std::string_view, 3> kNo{"no", "false", "off"};
  if (node.kind != Node::scalar) {
    fault(node.place, path, found(node), "yes or no");
    return {};
  }
  // YAML's spellings: yes, Yes and YES.
  std::string lower = node.text;
  const auto low = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  std::transform(lower.begin(), lower.end(), lower.begin(), low);
  if (!node.quoted && std::find(kYes.begin(), kYes.end(), lower) != kYes.end()) return true;
  if (!node.quoted && std::find(kNo.begin(), kNo.end(), lower) != kNo.end()) return false;
  fault(node.place, path,
        node.quoted ? shown(node.text) + " in quotes is text"
                    : shown(node.text) + " is neither yes nor no",
        "yes or no");
  return {};
}

std::optional<int> Reader::choice(const Node& node, const std::string& path,
                                  std::span<const std::string_view> choices) {
  const std::vector<std::string> known(choices.begin(), choices.end());
  if (node.kind != Node::scalar) {
    fault(node.place, path, found(node), one_of(known));
    return {};
  }
  const auto at = std::find(known.begin(), known.end(), node.text);
  if (at != known.end()) return static_cast<int>(at - known.begin());
  fault(node.place, path, shown(node.text) + " is none of the choices", one_of(known),
        nearest(node.text, known));
  return {};
}

std::optional<std::string> Reader::text(const Node& node, const std::string& path) {
  if (node.kind != Node::scalar) {
    fault(node.place, path, found(node), "text");
    return {};
  }
  if (node.text.size() > kMostCharacters) {
    fault(node.place, path, "this text is too long", "at most 2000 bytes");
    return {};
  }
  return node.text;
}

std::optional<std::vector<double>> Reader::numbers(const Node& node, const std::string& path,
                                                   const NumberRule& rule) {
  const std::string want = "[..., ...] with " + expectation(rule.unit, rule.low, rule.high, false);
  if (!check_kind(node, Node::list, path, want, kMostMembers)) return {};
  std::vector<double> out;
  for (std::size_t i = 0; i < node.items.size(); ++i)
    if (const auto value = number(node.items[i], path_join(path, i), rule)) out.push_back(*value);
  if (out.size() != node.items.size()) return {};
  return out;
}

std::optional<std::vector<std::string>> Reader::texts(const Node& node, const std::string& path) {
  if (!check_kind(node, Node::list, path, "[..., ...] with texts", kMostMembers)) return {};
  std::vector<std::string> out;
  for (std::size_t i = 0; i < node.items.size(); ++i)
    if (auto value = text(node.items[i], path_join(path, i))) out.push_back(*std::move(value));
  if (out.size() != node.items.size()) return {};
  return out;
}

std::optional<NamedShares> Reader::named(const Node& node, const std::string& path,
                                         const NumberRule& rule) {
  const std::string want =
      "{name: value, ...} with " + expectation(rule.unit, rule.low, rule.high, false);
  if (!check_kind(node, Node::map, path, want, kMostMembers)) return {};
  NamedShares out;
  for (const Member& member : node.members) {
    const auto value = number(member.value, path_join(path, member.key), rule);
    if (value) out.emplace_back(member.key, *value);
  }
  if (out.size() != node.members.size()) return {};
  return out;
}

std::optional<Points> Reader::points(const Node& node, const std::string& path,
                                     const NumberRule& rule) {
  const std::string want = "pairs such as [[0%, 4%], [80%, 6%]]";
  if (!check_kind(node, Node::list, path, want, kMostMembers)) return {};
  // The two columns of a table may mean different things: any suffix of a share or of money goes.
  const auto read = [&](const Node& value, const std::string& where) {
    const bool money = value.kind == Node::scalar && rule.unit == Unit::share &&
                       (value.text.ends_with('k') || value.text.ends_with('M'));
    NumberRule own = rule;
    if (money) own.unit = Unit::money;
    return number(value, where, own);
  };
  Points out;
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    const Node& pair = node.items[i];
    const std::string where = path_join(path, i);
    if (pair.kind != Node::list || pair.items.size() != 2) {
      fault(pair.place, where,
            pair.kind == Node::list ? std::to_string(pair.items.size()) + " values in a pair"
                                    : "this is not a pair",
            want);
      continue;
    }
    const auto x = read(pair.items[0], path_join(where, 0));
    const auto y = read(pair.items[1], path_join(where, 1));
    if (x && y) out.emplace_back(*x, *y);
  }
  if (out.size() != node.items.size()) return {};
  return out;
}

void Reader::unknown_key(const Member& member, const std::string& path,
                         std::span<const std::string> near) {
  const std::size_t dot = member.key.find('.');
  if (dot != std::string::npos && find_field<Parameters>(member.key) != nullptr) {
    fault(member.key_place, path, shown(member.key) + " is a path, not a key",
          "nested keys: `" + member.key.substr(0, dot) + ": {" + member.key.substr(dot + 1) +
              ": ...}`");
    return;
  }
  std::string guess;
  if (faults.size() < kMostSuggested) {
    guess = nearest(member.key, near);
    const bool parameter = path.find('[') == std::string::npos && !path.starts_with("quota.");
    if (parameter && (guess.empty() || edit_distance(guess, member.key) > 0)) {
      // The right key at the wrong place: say where it belongs.
      for (const std::string& key : parameter_keys())
        if (key == member.key || key.ends_with('.' + member.key)) {
          guess = key;
          break;
        }
    }
  }
  fault(member.key_place, path, shown(member.key) + " is not a key here",
        near.empty() ? "no keys" : one_of(near), guess);
}

void Reader::missing(const Place& place, const std::string& path, std::string_view key,
                     std::string_view says) {
  fault(place, path, "the key " + shown(key) + " is missing",
        "`" + std::string(key) + ": ...`. " + std::string(says));
}

void Reader::unknown_name(const Place& place, const std::string& path, std::string_view name,
                          std::string_view what, std::span<const std::string> known) {
  std::string guess;
  if (faults.size() < kMostSuggested) guess = nearest(name, known);
  fault(place, path, shown(name) + " is not a " + std::string(what),
        known.empty() ? "nothing: the file has no " + std::string(what) : one_of(known), guess);
}

}  // namespace tandem
