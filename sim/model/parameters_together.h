// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "sim/model/parameters.h"

namespace tandem {

/// The second half of Parameters::fields(): what people share, owe and do to each other.
[[nodiscard]] std::span<const Field<Parameters>> parameters_together();

}  // namespace tandem
