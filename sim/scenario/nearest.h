// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tandem {

/// Edits (insert, delete, replace, swap of neighbours) between two short texts, letters of either
/// case being equal.
[[nodiscard]] int edit_distance(std::string_view a, std::string_view b);

/// The known name that a mistyped one most likely meant; empty = none is near. The first of equals.
[[nodiscard]] std::string nearest(std::string_view wrong, std::span<const std::string> known);

/// "a, b or c"; long lists are cut with "...".
[[nodiscard]] std::string one_of(std::span<const std::string> known);

}  // namespace tandem
