// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/import/aliases.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "sim/base/hash.h"
#include "sim/scenario/import/text.h"

namespace tandem::crm {

namespace {

constexpr char kPerson = '\x01', kCustomer = '\x02', kSecret = '\x03', kEnd = '\x04';

std::string marked(char mark, std::string_view name) {
  return mark + shown(name, 60) + kEnd;  // shown() leaves no control character
}

using Names = std::map<std::string, std::string, std::less<>>;

void number(Names& into, const std::vector<std::string>& names, std::string_view word,
            std::size_t least_digits) {
  std::vector<std::pair<std::uint64_t, std::string>> order;
  for (const std::string& name : names) {
    std::string key = name_key(shown(name, 60));
    if (into.find(key) != into.end()) continue;
    into[key];
    const std::uint64_t hash = stable_id("alias", key);
    order.emplace_back(hash, std::move(key));
  }
  std::sort(order.begin(), order.end());
  const std::size_t digits = std::max(least_digits, std::to_string(order.size()).size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    std::string n = std::to_string(i + 1);
    n.insert(0, digits - n.size(), '0');
    into[order[i].second] = std::string(word) + " " + n;
  }
}

}  // namespace

std::string person(std::string_view name) { return marked(kPerson, name); }
std::string customer(std::string_view name) { return marked(kCustomer, name); }
std::string secret(std::string_view cell) { return marked(kSecret, cell); }

Aliases::Aliases(const std::vector<std::string>& reps, const std::vector<std::string>& managers,
                 const std::vector<std::string>& customers)
    : on_(true) {
  number(people_, reps, "Rep", 2);
  number(people_, managers, "Manager", 1);
  number(customers_, customers, "Customer", 3);
}

std::string Aliases::reveal(std::string_view text) const {
  std::string result;
  while (!text.empty()) {
    const char c = text[0];
    const std::size_t end = c >= kPerson && c <= kSecret ? text.find(kEnd) : std::string_view::npos;
    if (end == std::string_view::npos) {
      result += c;
      text.remove_prefix(1);
      continue;
    }
    const std::string_view name = text.substr(1, end - 1);
    text.remove_prefix(end + 1);
    if (!on_) {
      result += name;
    } else if (c == kSecret) {
      result += "(hidden)";
    } else {
      const Names& names = c == kPerson ? people_ : customers_;
      const auto found = names.find(name_key(name));
      result += found != names.end() ? found->second : "(hidden)";
    }
  }
  return result;
}

}  // namespace tandem::crm
