// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/import/amounts.h"
#include "sim/scenario/import/csv.h"
#include "sim/scenario/import/dates.h"
#include "sim/scenario/import/fields.h"
#include "sim/scenario/import/stages.h"

// What `--map` says. The forms:
//   FIELD=COLUMN   FIELD=FILE:COLUMN   FIELD=COLUMN:FORMAT   FIELD=FILE:COLUMN:FORMAT   FIELD=none
//   dates=m/d/Y    numbers=1.234,56    won=WORD|WORD   lost=   open=   qualify= .. negotiate= leave
//   out=
namespace tandem::crm {

/// A column that a person chose for a field.
struct Choice {
  std::string said;  ///< the whole of it, for messages
  FieldId field;
  std::string file;    ///< empty: any that has the column
  std::string column;  ///< empty: the field shall have no column
  std::optional<DateFormat> date;
  std::optional<NumberFormat> number;
};

struct Options {
  std::vector<Choice> choices;
  StageBook stages;
  std::optional<DateFormat> dates;      ///< of every date column
  std::optional<NumberFormat> numbers;  ///< of every column of amounts
};

[[nodiscard]] Result<Options> read_options(const std::vector<std::string>& map,
                                           const std::vector<Table>& tables);

/// The choice that a table's column follows for a field; nullptr = none.
[[nodiscard]] const Choice* choice_for(const Options& options, const Table& table, FieldId field);

/// Position of a header in a table, by its text or else by its key; -1 = none.
[[nodiscard]] int column_named(const Table& table, std::string_view header);

}  // namespace tandem::crm
