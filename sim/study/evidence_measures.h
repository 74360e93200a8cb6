// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "sim/study/evidence_lab.h"

namespace tandem {

/// A row and how it is measured: one observation a run.
struct Measure {
  EvidenceRow row;
  std::vector<double> (*of)(Lab& lab);
};
[[nodiscard]] std::span<const Measure> evidence_measures();

}  // namespace tandem
