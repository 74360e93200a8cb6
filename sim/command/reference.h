// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "tandem/registry.h"

namespace tandem {

/// The pages docs/parameters.md and docs/metrics.md.
[[nodiscard]] std::string parameters_markdown(const std::vector<ParameterInfo>& rows);
[[nodiscard]] std::string metrics_markdown();

}  // namespace tandem
