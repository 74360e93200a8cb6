// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "viewer/text/entry.h"

// Policies and pay plans.
namespace tandem::viewer {

// clang-format off
inline constexpr auto kLeverTexts = std::to_array<Entry>({
    {"levers.coming", "…", "…"},
});
// clang-format on

}  // namespace tandem::viewer
