// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
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

/// "0 in every run: Discount, Promotions.": what the tables leave out.
[[nodiscard]] std::string all_zero(std::span<const std::string_view> titles);

/// Places in metrics(), group by group; the groups in the order of their first metric.
[[nodiscard]] std::vector<std::size_t> by_group();

}  // namespace tandem
