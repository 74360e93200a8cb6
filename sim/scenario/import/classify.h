// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "sim/scenario/import/options.h"

namespace tandem::crm {

/// What each file is about, judged by headers and `--map`. At least one is about opportunities if
/// any comes near it.
[[nodiscard]] std::vector<Kind> classify(const std::vector<Table>& tables, const Options& options);

}  // namespace tandem::crm
