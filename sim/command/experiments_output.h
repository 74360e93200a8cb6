// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "sim/command/console.h"
#include "tandem/evidence.h"

namespace tandem {

/// Findings as a table for the terminal; with `reasons` what each plays and counts below it.
[[nodiscard]] std::string experiments_table(const ExperimentReport& report, const Console& console,
                                            bool reasons);

/// The line of one finding in the page's tables, and in its lists.
[[nodiscard]] std::string experiment_line(const ExperimentFinding& finding);
[[nodiscard]] std::string experiment_note(const Experiment& experiment);
/// The second part of docs/evidence.md.
[[nodiscard]] std::string experiments_markdown(const ExperimentReport& report);

[[nodiscard]] nlohmann::ordered_json experiments_json(const ExperimentReport& report);

}  // namespace tandem
