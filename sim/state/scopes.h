// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

namespace tandem {

/// Who is in the changes that hold for some people only. Empty where there are none.
struct Scopes {
  std::vector<std::uint64_t> in;      ///< by seat: bit k = in change Model::personal[k]
  std::vector<std::int64_t> revenue;  ///< [change x seat] People::revenue as its 63 days began
};

}  // namespace tandem
