// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// An element of a pay plan as text of a scenario file on one line,
// "{commission: own revenue, tiers: [[0%, 4%]], hurdle: {at: 0%}}": its terms read and replaced.
namespace tandem::viewer {

/// Keys and values in their order; a map within has keys with a dot: "hurdle.at".
[[nodiscard]] std::vector<std::pair<std::string, std::string>> terms_of(std::string_view element);
/// The element with another value of a term; none if it has no such term.
[[nodiscard]] std::optional<std::string> with_term(std::string_view element, std::string_view key,
                                                   std::string_view value);
/// "[[0%, 4%], [100%, 6%]]" as rows of two; empty if it is anything else.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> pairs_of(std::string_view list);
[[nodiscard]] std::string list_of(const std::vector<std::pair<std::string, std::string>>& pairs);

}  // namespace tandem::viewer
