// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "viewer/text/entry.h"

// Comparing runs, plots.
namespace tandem::viewer {

// clang-format off
inline constexpr auto kCompareTexts = std::to_array<Entry>({
    {"compare.coming", "…", "…"},
});
// clang-format on

}  // namespace tandem::viewer
