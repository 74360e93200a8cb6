// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace tandem::viewer {

struct FontReport {
  std::string latin, chinese;  ///< files used; empty: none found
};

/// Builds ImGui's atlas at a size in pixels from fonts of the system. `words`: texts that must be
/// readable beside the catalogue's, such as names in the scenario.
FontReport build_fonts(float pixels, const std::string& words);

}  // namespace tandem::viewer
