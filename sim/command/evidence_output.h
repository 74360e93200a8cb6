// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "sim/command/console.h"
#include "tandem/evidence.h"

namespace tandem {

/// A firm's findings as a table for the terminal.
[[nodiscard]] std::string evidence_table(const EvidenceReport& report, const Console& console);

/// The line of one finding in the page's tables.
[[nodiscard]] std::string evidence_line(const EvidenceReport& report,
                                        const EvidenceFinding& finding);
/// The first part of docs/evidence.md.
[[nodiscard]] std::string evidence_markdown(std::span<const EvidenceReport> reports);

/// Firms and experiments.
[[nodiscard]] std::string evidence_json(std::span<const EvidenceReport> reports,
                                        const ExperimentReport& experiments);

}  // namespace tandem
