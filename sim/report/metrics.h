// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "sim/report/sums.h"
#include "tandem/registry.h"

namespace tandem {

/// A metric's value over the days that `sums` covers; empty = no observation. `pay_gini` is known
/// for whole runs only and NaN otherwise.
[[nodiscard]] std::optional<double> value_of(Metric metric, const Sums& sums, double pay_gini);

}  // namespace tandem
