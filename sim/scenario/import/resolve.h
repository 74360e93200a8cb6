// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/scenario/import/mapping.h"

namespace tandem::crm {

/// A source and what is wrong with it.
struct Resolved {
  Source source;
  Faults faults;
  bool complete = true;  ///< every needed field has a column
};

/// Finds the fields of one table: choices made by hand first, then headers, then what the cells
/// look like.
[[nodiscard]] Resolved resolve(const Table& table, Kind kind, const Options& options);

}  // namespace tandem::crm
