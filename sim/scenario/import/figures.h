// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "sim/scenario/import/constants.h"
#include "tandem/import.h"

namespace tandem::crm {

/// Deals as a run ends them, in the terms of a file: calendar days, money.
struct Sample {
  std::vector<double> won_cycles, lost_cycles, values;  ///< sorted by sort()
  std::vector<std::vector<double>> product_values;      ///< by Facts::products
  double arrivals = 0, won = 0, lost = 0;
  double days = 0;  ///< calendar days of all runs together
  void sort();
};

/// The figures in the order in which they are shown: promised ones first. The simulated side is 0.
[[nodiscard]] std::vector<ImportFigure> figures_of_file(const Facts& facts, const Book& book);

/// The same figures of a sample, in the same order.
[[nodiscard]] std::vector<double> figures_of_sample(const Sample& sample, const Facts& facts);

}  // namespace tandem::crm
