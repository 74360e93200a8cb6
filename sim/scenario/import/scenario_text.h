// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/import/constants.h"

namespace tandem::crm {

/// What a reader of the scenario should see above it.
struct Provenance {
  std::string name;
  std::vector<std::string> mapping, reconciliation;
  std::size_t warnings = 0;
  bool aliased = false;
  int open_deals = 0;  ///< rows of NAME.deals.csv
};

/// The text of NAME.yaml: constants with the figures of the file they come from, in both units of
/// time.
[[nodiscard]] std::string scenario_text(const Constants& constants, const Facts& facts,
                                        const Provenance& provenance);

}  // namespace tandem::crm
