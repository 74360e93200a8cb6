// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "sim/base/luck.h"

namespace tandem {

/// out[i] = luck.uniform(purpose, entities[i] ^ mixed_in, day, index), bit for bit: the blocks of four
/// are computed at a time where this CPU has the vectors for it.
void uniforms(const Luck& luck, Purpose purpose, std::span<const std::uint64_t> entities,
              std::uint64_t mixed_in, int day, std::uint32_t index, double* out);

}  // namespace tandem
