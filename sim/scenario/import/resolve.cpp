// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/import/resolve.h"

#include <algorithm>
#include <string>

#include "sim/scenario/import/column.h"
#include "sim/scenario/import/text.h"

namespace tandem::crm {

namespace {

std::size_t at(FieldId id) { return static_cast<std::size_t>(id); }

class Resolver {
 public:
  Resolver(const Table& table, Kind kind, const Options& options)
      : table_(table), kind_(kind), options_(options) {
    result_.source.table = &table;
    result_.source.kind = kind;
    result_.source.columns.fill(-1);
    for (std::size_t i = 0; i < table.columns(); ++i)
      columns_.emplace_back(table, i, options.stages);
    used_.assign(table.columns(), false);
  }

  Resolved run() {
    for (const FieldRow& row : field_rows())
      if (row.kind == kind_) take_choice(row);
    for (const int tier : {2, 1})
      for (const FieldRow& row : field_rows())
        if (row.kind == kind_ && !settled_[at(row.id)]) take_header(row, tier);
    for (const bool texts : {false, true})  // what is left for texts is known last
      for (const FieldRow& row : field_rows())
        if (row.kind == kind_ && needed(row) && !settled_[at(row.id)] &&
            (row.content == Content::text) == texts)
          take_content(row);
    if (kind_ == Kind::opportunities) take_open_stage();
    for (const FieldRow& row : field_rows())
      if (row.kind == kind_ && result_.source.has(row.id)) decide_format(row);
    return std::move(result_);
  }

 private:
  bool needed(const FieldRow& row) const {
    if (kind_ == Kind::opportunities) return row.needed;
    return row.id == FieldId::account || row.id == FieldId::product || row.id == FieldId::rep;
  }

  void take(const FieldRow& row, std::size_t column) {
    result_.source.columns[at(row.id)] = static_cast<int>(column);
    settled_[at(row.id)] = true;
    used_[column] = true;
  }

  void take_choice(const FieldRow& row) {
    const Choice* choice = choice_for(options_, table_, row.id);
    if (choice == nullptr) return;
    settled_[at(row.id)] = true;
    if (choice->column.empty()) {
      if (needed(row)) fail(row, std::string(row.key) + " is needed", "a column for it");
      return;
    }
    const auto column = static_cast<std::size_t>(column_named(table_, choice->column));
    take(row, column);
    if (!columns_[column].fits(row.content)) misfit(row, columns_[column]);
  }

  void take_header(const FieldRow& row, int tier) {
    std::vector<std::size_t> named, fitting;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (used_[i] || header_match(row, columns_[i].header()) != tier) continue;
      named.push_back(i);
      if (columns_[i].fits(row.content)) fitting.push_back(i);
    }
    if (row.id == FieldId::stage) fitting = telling(fitting.empty() ? named : fitting);
    if (fitting.size() == 1) {
      take(row, fitting[0]);
    } else if (fitting.size() > 1) {
      settled_[at(row.id)] = true;
      several(row, fitting);
    } else if (!named.empty() && tier == 2 && needed(row)) {
      settled_[at(row.id)] = true;
      misfit(row, columns_[named[0]]);
    }
  }

  /// Of the columns that might be the stage those that tell won from not won. One that only says
  /// more words about the same outcomes than another wins over it.
  std::vector<std::size_t> telling(const std::vector<std::size_t>& candidates) {
    if (candidates.size() < 2) return candidates;
    std::vector<std::size_t> told;
    for (const std::size_t i : candidates) {
      const WordCount& words = columns_[i].words();
      if (words.won > 0 && words.lost + words.open > 0) told.push_back(i);
    }
    if (told.size() < 2) return told.empty() ? candidates : told;
    const WordCount& first = columns_[told[0]].words();
    for (const std::size_t i : told) {
      const WordCount& words = columns_[i].words();
      if (words.won != first.won || words.lost != first.lost || words.unknown != first.unknown)
        return told;
    }
    return {told[0]};
  }

  /// A second column of stages beside the outcome, as where one says open, won, lost and another
  /// how far.
  void take_open_stage() {
    const FieldRow& row = *field_row(kind_, FieldId::open_stage);
    const FieldRow& stage = *field_row(kind_, FieldId::stage);
    if (settled_[at(row.id)]) return;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (used_[i] || header_match(stage, columns_[i].header()) == 0) continue;
      const WordCount& words = columns_[i].words();
      if (words.open * 2 > words.cells && !result_.source.has(row.id)) take(row, i);
    }
  }

  void take_content(const FieldRow& row) {
    if (row.content == Content::text) return none(row);  // texts look alike
    std::vector<std::size_t> fitting;
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (!used_[i] && looks_like(row, columns_[i])) fitting.push_back(i);
    if (fitting.size() == 1) {
      take(row, fitting[0]);
      result_.source.notes.push_back("\"" + shown(columns_[fitting[0]].header()) +
                                     "\" is taken for " + std::string(row.key) +
                                     " by what its cells look like");
    } else if (fitting.size() > 1) {
      several(row, fitting);
    } else {
      none(row);
    }
  }

  static bool looks_like(const FieldRow& row, Column& column) {
    switch (row.content) {
      case Content::words: {
        const WordCount& words = column.words();
        return words.won > 0 && words.lost + words.open > 0 && words.unknown == 0;
      }
      case Content::date:
        return column.fits(Content::date);
      case Content::money:
        return column.fits(Content::money) && !column.fits(Content::date);
      case Content::text:
        break;
    }
    return false;
  }

  std::string quoted(std::size_t column) const {
    return "\"" + shown(columns_[column].header()) + "\"";
  }

  std::string option(const FieldRow& row, std::string_view column) const {
    return "--map \"" + std::string(row.key) + "=" + shown(column) + "\"";
  }

  void fail(const FieldRow& row, std::string message, std::string expected) {
    Fault f;
    f.file = table_.file();
    f.line = 1;
    f.field = row.key;
    f.message = std::move(message);
    f.expected = std::move(expected);
    result_.faults.push_back(std::move(f));
  }

  void several(const FieldRow& row, const std::vector<std::size_t>& columns) {
    std::string names, options;
    for (std::size_t i = 0; i < columns.size() && i < 8; ++i) {
      names += (i > 0 ? ", " : "") + quoted(columns[i]);
      options += (i > 0 ? " or " : "") + option(row, columns_[columns[i]].header());
    }
    const std::string message =
        std::to_string(columns.size()) + " columns may be " + std::string(row.key) + ": " + names;
    if (row.optional) {
      result_.source.notes.push_back(message + "; none is used. To use one: " + options);
    } else {
      fail(row, message, options);
    }
  }

  void misfit(const FieldRow& row, Column& column) {
    const Column::Misfit bad = column.first_misfit(row.content);
    const std::string kind = row.content == Content::date    ? "dates"
                             : row.content == Content::money ? "amounts"
                             : row.content == Content::words ? "stages that say won, lost or open"
                                                             : "texts";
    std::string message = "column \"" + shown(column.header()) + "\" does not hold " + kind;
    if (column.empty())
      message = "column \"" + shown(column.header()) + "\" is empty";
    else if (bad.row > 0)
      message += ": row " + std::to_string(bad.row) + " says \"" + shown(bad.cell) + "\"";
    if (column.empty() && !needed(row)) {
      result_.source.notes.push_back(message);
      result_.source.columns[at(row.id)] = -1;
      return;
    }
    if (column.empty()) result_.complete = false;
    fail(row, message, "a column of " + kind + ": " + option(row, "COLUMN"));
  }

  void none(const FieldRow& row) {
    result_.complete = false;
    std::string names;
    int count = 0;
    for (std::size_t i = 0; i < columns_.size() && count < 12; ++i)
      if (!used_[i]) names += (count++ > 0 ? ", " : "") + quoted(i);
    fail(row, "no column is known to be " + std::string(row.key),
         option(row, "COLUMN") + ", COLUMN being one of " + (count > 0 ? names : "the header"));
  }

  void decide_format(const FieldRow& row) {
    const auto index = static_cast<std::size_t>(result_.source.column(row.id));
    Column& column = columns_[index];
    const Choice* choice = choice_for(options_, table_, row.id);
    if (row.content == Content::money) {
      NumberFormat& format = result_.source.numbers[at(row.id)];
      format = column.amounts().format();
      if (options_.numbers) format = *options_.numbers;
      if (choice && choice->number)
        format = *choice->number;
      else if (!options_.numbers && column.amounts().guessed())
        result_.source.notes.push_back("amounts of " + quoted(index) + " are read as " +
                                       format.name() +
                                       ": every separator stands before three digits");
      one_currency(row, column);
    }
    if (row.content == Content::date) {
      if (choice && choice->date)
        result_.source.dates[at(row.id)] = *choice->date;
      else if (options_.dates)
        result_.source.dates[at(row.id)] = *options_.dates;
      else
        decide_dates(row, column);
    }
  }

  void decide_dates(const FieldRow& row, Column& column) {
    const auto ranking = column.dates().ranking();
    if (ranking.empty()) return;  // told as a misfit
    if (ranking.size() > 1 && ranking[1].fits == ranking[0].fits) {
      const std::string header(column.header());
      std::string options, names;
      for (std::size_t i = 0; i < ranking.size() && ranking[i].fits == ranking[0].fits; ++i) {
        const std::string name = ranking[i].format.name();
        names += (i > 0 ? " and " : "") + name;
        options += (i > 0 ? " or " : "") + option(row, header + ":" + name);
      }
      fail(row, "the dates of \"" + shown(header) + "\" fit " + names + " in every row", options);
    }
    result_.source.dates[at(row.id)] = ranking[0].format;
  }

  void one_currency(const FieldRow& row, Column& column) {
    const auto& currencies = column.amounts().currencies();
    if (currencies.size() < 2) return;
    std::string names;
    for (const auto& currency : currencies)
      names += (names.empty() ? "" : ", ") + shown(currency.sign) + " (" +
               count_of(currency.cells, "row", "rows") + ")";
    fail(row, "\"" + shown(column.header()) + "\" mixes currencies: " + names,
         "amounts in one currency: convert them, or name a column that is");
  }

  const Table& table_;
  Kind kind_;
  const Options& options_;
  Resolved result_;
  std::vector<Column> columns_;
  std::vector<bool> used_;
  std::array<bool, kFieldCount> settled_{};
};

}  // namespace

Resolved resolve(const Table& table, Kind kind, const Options& options) {
  return Resolver(table, kind, options).run();
}

}  // namespace tandem::crm
