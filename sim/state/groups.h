// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

namespace tandem {

/// Temporary teams. Empty where no policy and no plan names them.
struct Groups {
  std::vector<int> of;       ///< by seat: its group, numbered by one of its seats
  std::vector<double> pull;  ///< by seat: what one more unit of credit of the others is worth to it
  int next = 0;              ///< day from which they may be made anew
};

}  // namespace tandem
