// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tandem {

/// Columns a UTF-8 text takes on a terminal: wide letters (Chinese, Japanese, Korean) take two.
[[nodiscard]] int display_width(std::string_view text);

/// The text in at most `width` columns, its end replaced by dots where it is longer.
[[nodiscard]] std::string shortened(std::string_view text, int width);

/// The text broken at spaces into lines of at most `width` columns; `indent` blanks, which do not
/// count, stand before each line but the first.
[[nodiscard]] std::string wrapped(std::string_view text, int width, int indent = 0);

/// The known name most like `name`, or an empty text where none is near enough to be meant.
[[nodiscard]] std::string nearest_name(std::string_view name, std::span<const std::string> known);

[[nodiscard]] std::string joined(std::span<const std::string> parts, std::string_view between);

}  // namespace tandem
