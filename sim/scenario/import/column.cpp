// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/import/column.h"

#include "sim/scenario/import/text.h"

namespace tandem::crm {

const DateCensus& Column::dates() {
  if (!dates_) {
    dates_.emplace();
    for (std::size_t row = 0; row < table_->rows(); ++row) dates_->add(table_->cell(row, index_));
  }
  return *dates_;
}

const AmountCensus& Column::amounts() {
  if (!amounts_) {
    amounts_.emplace();
    for (std::size_t row = 0; row < table_->rows(); ++row) amounts_->add(table_->cell(row, index_));
  }
  return *amounts_;
}

const WordCount& Column::words() {
  if (words_) return *words_;
  words_.emplace();
  StageMemo memo(*stages_);
  for (std::size_t row = 0; row < table_->rows(); ++row) {
    const StageWord word = memo.read(table_->cell(row, index_));
    words_->cells += word.outcome != Outcome::blank;
    words_->won += word.outcome == Outcome::won;
    words_->lost += word.outcome == Outcome::lost;
    words_->open += word.outcome == Outcome::open;
    words_->unknown += word.outcome == Outcome::unknown;
  }
  return *words_;
}

bool Column::empty() {
  if (amounts_) return amounts_->cells() == 0;
  for (std::size_t row = 0; row < table_->rows(); ++row)
    if (!blank(table_->cell(row, index_))) return false;
  return true;
}

bool Column::fits(Content content) {
  if (empty()) return false;
  switch (content) {
    case Content::text:
      return true;
    case Content::date: {
      const auto ranking = dates().ranking();
      return !ranking.empty() && ranking[0].fits * 10 >= dates().cells() * 9;
    }
    case Content::money:
      return amounts().fits() * 10 >= amounts().cells() * 9;
    case Content::words:
      return words().won + words().lost + words().open > 0;
  }
  return false;
}

Column::Misfit Column::first_misfit(Content content) const {
  for (std::size_t row = 0; row < table_->rows(); ++row) {
    const std::string_view cell = table_->cell(row, index_);
    if (blank(cell)) continue;
    const bool good = content == Content::date ? !readings_of(cell).empty()
                      : content == Content::money
                          ? read_amount(cell, {'.'}) || read_amount(cell, {','})
                          : true;
    if (!good) return {table_->number(row), cell};
  }
  return {};
}

}  // namespace tandem::crm
