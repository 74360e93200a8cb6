// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <vector>

#include "sim/scenario/import/options.h"

// Which column of which file is which field.
namespace tandem::crm {

/// A file, what it is about, and where its fields stand.
struct Source {
  const Table* table = nullptr;
  Kind kind = Kind::unknown;
  std::array<int, kFieldCount> columns{};           ///< by FieldId; -1 = none
  std::array<DateFormat, kFieldCount> dates{};      ///< of date fields
  std::array<NumberFormat, kFieldCount> numbers{};  ///< of money fields
  std::vector<std::string> notes;                   ///< what a reader should know about the choice

  [[nodiscard]] int column(FieldId id) const { return columns[static_cast<std::size_t>(id)]; }
  [[nodiscard]] bool has(FieldId id) const { return column(id) >= 0; }
  /// The cell of a field; empty where the file does not have it.
  [[nodiscard]] std::string_view cell(std::size_t row, FieldId id) const {
    return has(id) ? table->cell(row, static_cast<std::size_t>(column(id))) : std::string_view{};
  }
};

/// Finds each field exactly one way, or tells every field that fits none or several.
[[nodiscard]] Result<std::vector<Source>> map_tables(const std::vector<Table>& tables,
                                                     const Options& options);

/// What was taken for what, with three sample rows; names marked as in aliases.h.
[[nodiscard]] std::vector<std::string> mapping_lines(const std::vector<Source>& sources);

}  // namespace tandem::crm
