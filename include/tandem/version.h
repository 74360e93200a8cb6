// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace tandem {

[[nodiscard]] std::string_view version();       ///< e.g. "0.1.0"
[[nodiscard]] std::string_view build_digest();  ///< 16 hex digits over the engine's sources
[[nodiscard]] std::string_view compiler();      ///< e.g. "g++ 12.2.0 Release"

}  // namespace tandem
