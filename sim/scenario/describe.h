// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "tandem/result.h"

namespace tandem {

/// The line itself, or a part of a long one. `column` counts characters from 0. A part that does
/// not start with the line has the column at a fixed place, which describe() knows.
[[nodiscard]] std::string excerpt(const std::string& line, std::size_t column);

/// Sorts by line and column, file by file in the order in which the files first appear.
void sort_by_place(Faults& faults);

}  // namespace tandem
