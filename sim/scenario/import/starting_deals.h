// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "sim/scenario/import/constants.h"

namespace tandem::crm {

/// The file's open deals as CSV: account,seat,product,value,stage,age,customer. Deals older than
/// every decided one are left out: on the file's evidence they are not decided any more; `left_out`
/// counts them.
struct StartingDeals {
  std::string csv;
  int rows = 0;
  int left_out = 0;
};
[[nodiscard]] StartingDeals starting_deals(const Constants& constants, const Book& book,
                                           const Facts& facts, const Aliases& aliases);

}  // namespace tandem::crm
