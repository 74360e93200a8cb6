// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/scenario/import/figures.h"
#include "tandem/scenario.h"

namespace tandem::crm {

/// Runs a scenario and gathers its deals in the terms of a file. `groups` maps products of the
/// scenario to groups of the facts.
[[nodiscard]] Sample observe(const Scenario& scenario, const Constants& constants,
                             std::size_t groups, std::uint64_t seed, int replications);

}  // namespace tandem::crm
