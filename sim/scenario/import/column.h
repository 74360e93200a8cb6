// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "sim/scenario/import/amounts.h"
#include "sim/scenario/import/csv.h"
#include "sim/scenario/import/dates.h"
#include "sim/scenario/import/fields.h"
#include "sim/scenario/import/stages.h"

// What the cells of a column look like, taken over all of them and only when asked for.
namespace tandem::crm {

/// How many cells say what about the outcome.
struct WordCount {
  std::int64_t cells = 0, won = 0, lost = 0, open = 0, unknown = 0;
};

class Column {
 public:
  Column(const Table& table, std::size_t index, const StageBook& stages)
      : table_(&table), index_(index), stages_(&stages) {}

  [[nodiscard]] std::string_view header() const { return table_->header()[index_]; }
  [[nodiscard]] std::size_t index() const { return index_; }
  [[nodiscard]] const DateCensus& dates();
  [[nodiscard]] const AmountCensus& amounts();
  [[nodiscard]] const WordCount& words();
  [[nodiscard]] bool empty();
  /// Do nine of ten cells that say something fit? An empty column fits nothing.
  [[nodiscard]] bool fits(Content content);
  /// The first cell that does not fit and its row; row 0 = none.
  struct Misfit {
    int row = 0;
    std::string_view cell;
  };
  [[nodiscard]] Misfit first_misfit(Content content) const;

 private:
  const Table* table_;
  std::size_t index_;
  const StageBook* stages_;
  std::optional<DateCensus> dates_;
  std::optional<AmountCensus> amounts_;
  std::optional<WordCount> words_;
};

}  // namespace tandem::crm
