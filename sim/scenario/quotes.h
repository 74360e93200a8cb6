// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "sim/scenario/source.h"

// yaml-cpp takes a quote without its end for one that goes on to the end of the file, silently.
namespace tandem {

/// Bytes of the quoted text that starts at `offset`, both quotes counted; npos = it has no end.
[[nodiscard]] std::size_t quoted_length(std::string_view text, std::size_t offset);

/// The fault of a quoted text that has no end, or whose end is so late that it takes in a line
/// which looks like `key: value`.
[[nodiscard]] std::optional<Fault> check_quotes(const Source& source, std::size_t offset);

/// The first quote with such a fault, for texts that yaml-cpp gave up on: its own place is often
/// far from the quote. Looks from byte `from` on.
[[nodiscard]] std::optional<Fault> find_open_quote(const Source& source, std::size_t from);

/// The innermost bracket or brace that is open at the end of the text; npos = none is.
[[nodiscard]] std::size_t find_open_bracket(std::string_view text, std::size_t from);

}  // namespace tandem
