// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "sim/command/console.h"
#include "tandem/study.h"

namespace tandem {

/// The headline and the table of metrics that `tandem run` prints.
[[nodiscard]] std::string run_table(const Scenario& scenario, const Batch& batch, int threads,
                                    const Console& console);

/// Where one run in ten, half of them and nine in ten lie, with intervals.
[[nodiscard]] std::string quantile_table(const Batch& batch, const Console& console);

/// "people" -> "People": groups of metrics as headings.
[[nodiscard]] std::string as_heading(std::string_view group);

/// Places in metrics(), group by group; the groups in the order of their first metric.
[[nodiscard]] std::vector<std::size_t> by_group();

}  // namespace tandem
