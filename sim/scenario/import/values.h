// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

namespace tandem::crm {

/// Part of the deals on a product, with log-normal values.
struct ValueBand {
  double share = 1;   ///< of the product's deals
  double price = 0;   ///< mean value
  double spread = 0;  ///< log standard deviation
};

/// One band if a log-normal law meets the values' quartiles within 5 %, else the fewest bands of
/// neighbouring values that do (eight at most). The mean is met always.
[[nodiscard]] std::vector<ValueBand> fit_values(const std::vector<double>& sorted);

/// Value below which a share of the bands' deals lies.
[[nodiscard]] double band_quantile(const std::vector<ValueBand>& bands, double share);

}  // namespace tandem::crm
