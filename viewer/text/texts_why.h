// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "viewer/text/entry.h"

// What is selected and why.
namespace tandem::viewer {

// clang-format off
inline constexpr auto kWhyTexts = std::to_array<Entry>({
    {"why.coming", "…", "…"},
});
// clang-format on

}  // namespace tandem::viewer
