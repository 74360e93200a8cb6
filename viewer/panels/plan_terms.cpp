// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/plan_terms.h"

#include <functional>

namespace tandem::viewer {

namespace {

using View = std::string_view;

View trimmed(View text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// What stands between the outer brackets, cut at the commas that lie in no others.
std::vector<View> members(View text) {
  text = trimmed(text);
  if (text.size() < 2) return {};
  text = text.substr(1, text.size() - 2);
  std::vector<View> out;
  int depth = 0;
  bool in_quotes = false;
  std::size_t from = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i == text.size() || (text[i] == ',' && depth == 0 && !in_quotes)) {
      if (const View member = trimmed(text.substr(from, i - from)); !member.empty())
        out.push_back(member);
      from = i + 1;
    } else if (in_quotes) {
      if (text[i] == '\\') ++i;
      if (i < text.size() && text[i] == '"') in_quotes = false;
    } else if (text[i] == '"') {
      in_quotes = true;
    } else if (text[i] == '[' || text[i] == '{') {
      ++depth;
    } else if (text[i] == ']' || text[i] == '}') {
      --depth;
    }
  }
  return out;
}

/// Every term with its key and its value, which is a part of `element`.
void each_term(View element, const std::string& before,
               const std::function<void(const std::string&, View)>& take) {
  for (const View member : members(element)) {
    const auto colon = member.find(':');
    if (colon == View::npos) continue;
    const std::string key = before + std::string(trimmed(member.substr(0, colon)));
    const View value = trimmed(member.substr(colon + 1));
    if (value.starts_with('{'))
      each_term(value, key + ".", take);
    else
      take(key, value);
  }
}

}  // namespace

std::vector<std::pair<std::string, std::string>> terms_of(View element) {
  std::vector<std::pair<std::string, std::string>> out;
  each_term(element, "", [&](const std::string& key, View value) { out.emplace_back(key, value); });
  return out;
}

std::optional<std::string> with_term(View element, View wanted, View value) {
  std::optional<std::string> out;
  each_term(element, "", [&](const std::string& key, View now) {
    if (key != wanted || out) return;
    const auto at = static_cast<std::size_t>(now.data() - element.data());
    out = std::string(element.substr(0, at)) + std::string(value) +
          std::string(element.substr(at + now.size()));
  });
  return out;
}

std::vector<std::pair<std::string, std::string>> pairs_of(View list) {
  std::vector<std::pair<std::string, std::string>> out;
  if (!trimmed(list).starts_with('[')) return out;
  for (const View row : members(list)) {
    const auto two = row.starts_with('[') ? members(row) : std::vector<View>();
    if (two.size() != 2) return {};
    out.emplace_back(two[0], two[1]);
  }
  return out;
}

std::string list_of(const std::vector<std::pair<std::string, std::string>>& pairs) {
  std::string out = "[";
  for (const auto& [edge, value] : pairs)
    out += (out.size() > 1 ? ", [" : "[") + edge + ", " + value + "]";
  return out + "]";
}

}  // namespace tandem::viewer
