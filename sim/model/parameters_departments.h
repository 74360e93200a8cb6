// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/model/parameters.h"

namespace tandem {

/// Those of the departments that sales works with.
[[nodiscard]] std::span<const Field<Parameters>> parameters_departments();

}  // namespace tandem
