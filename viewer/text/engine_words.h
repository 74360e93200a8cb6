// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

// What the engine calls things, in Simplified Chinese: "metric.ID", "figure.ID", "parameter.PATH",
// "kind.ID", "role.NAME", "unit.NAME".
namespace tandem::viewer {

struct EngineWord {
  std::string_view id;
  const char* zh;
};

inline constexpr EngineWord kEngineWords[] = {
    {"figure.morale", "士气"},
};

}  // namespace tandem::viewer
