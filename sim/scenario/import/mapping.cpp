// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/import/mapping.h"

#include <algorithm>

#include "sim/scenario/import/aliases.h"
#include "sim/scenario/import/classify.h"
#include "sim/scenario/import/resolve.h"
#include "sim/scenario/import/text.h"

namespace tandem::crm {

namespace {

std::string separator_name(char separator) {
  switch (separator) {
    case ',':
      return "comma";
    case ';':
      return "semicolon";
    case '\t':
      return "tab";
    case '|':
      return "bar";
    default:
      return std::string("\"") + separator + "\"";
  }
}

/// A cell as a sample: as written, and as read where that differs.
std::string sample(const Source& source, std::size_t row, const FieldRow& field) {
  const std::string_view cell = source.cell(row, field.id);
  if (blank(cell)) return "(blank)";
  const auto index = static_cast<std::size_t>(field.id);
  switch (field.id) {
    case FieldId::rep:
    case FieldId::manager:
      return person(cell);
    case FieldId::account:
      return customer(cell);
    case FieldId::id:
    case FieldId::location:
    case FieldId::sector:
      return secret(shown(cell, 30));
    default:
      break;
  }
  std::string text = shown(cell, 30);
  if (field.content == Content::date) {
    const auto day = read_date(cell, source.dates[index]);
    return !day                     ? secret(text) + " = no date"
           : day_text(*day) == text ? text
                                    : text + " = " + day_text(*day);
  }
  if (field.content == Content::money && field.id != FieldId::employees) {
    const auto amount = read_amount(cell, source.numbers[index]);
    if (!amount) return secret(text) + " = no amount";
    const std::string read = money_text(amount->cents);
    return read == text ? text : text + " = " + read;
  }
  return text;
}

Fault no_opportunities(const std::vector<Table>& tables) {
  Fault f;
  f.field = "opportunities";
  f.message = tables.empty() ? "no CSV file was given" : "no file looks like opportunities";
  f.expected =
      "a file with columns for rep, stage, close date and value; name them by "
      "--map \"stage=FILE:COLUMN\" and so on";
  return f;
}

std::string what_was_said(const Choice& choice) { return "--map \"" + choice.said + "\""; }

/// A choice by hand that no table follows would otherwise be ignored in silence.
void unused_choices(const std::vector<Source>& sources, const Options& options, Faults& faults) {
  for (const Choice& choice : options.choices) {
    const bool used = std::any_of(sources.begin(), sources.end(), [&](const Source& source) {
      return source.kind != Kind::unknown && field_row(source.kind, choice.field) != nullptr &&
             choice_for(options, *source.table, choice.field) == &choice;
    });
    if (used) continue;
    Fault f;
    f.field = what_was_said(choice);
    f.message = "the file that has this column has no such field, or a later --map replaces it";
    f.expected = "a column of the file that the field belongs to";
    faults.push_back(std::move(f));
  }
}

}  // namespace

Result<std::vector<Source>> map_tables(const std::vector<Table>& tables, const Options& options) {
  const std::vector<Kind> kinds = classify(tables, options);
  std::vector<Resolved> all;
  for (std::size_t i = 0; i < tables.size(); ++i)
    all.push_back(resolve(tables[i], kinds[i], options));
  const bool complete = std::any_of(all.begin(), all.end(), [](const Resolved& r) {
    return r.source.kind == Kind::opportunities && r.complete;
  });
  std::vector<Source> sources;
  Faults faults;
  bool any = false;
  for (Resolved& r : all) {
    if (r.source.kind == Kind::opportunities && complete && !r.complete) {
      r.source.kind = Kind::unknown;  // another file has all that is needed
      r.source.columns.fill(-1);
      r.source.notes = {r.faults[0].message + "; " + r.faults[0].expected};
      r.faults.clear();
    }
    any = any || r.source.kind == Kind::opportunities;
    faults.insert(faults.end(), r.faults.begin(), r.faults.end());
    sources.push_back(std::move(r.source));
  }
  if (!any) faults.push_back(no_opportunities(tables));
  unused_choices(sources, options, faults);
  if (!faults.empty()) return faults;
  return sources;
}

std::vector<std::string> mapping_lines(const std::vector<Source>& sources) {
  std::vector<std::string> lines;
  for (const Source& source : sources) {
    const Table& table = *source.table;
    lines.push_back(table.file() + ": " + std::string(name_of(source.kind)) + ", " +
                    count_of(static_cast<std::int64_t>(table.rows()), "row", "rows") + ", " +
                    separator_name(table.separator()) + " separated" +
                    (table.western() ? ", read as Windows-1252 (it is not UTF-8)" : ""));
    for (const FieldRow& field : field_rows()) {
      if (field.kind != source.kind || !source.has(field.id)) continue;
      const auto index = static_cast<std::size_t>(field.id);
      std::string line = "  " + std::string(field.key);
      line.append(line.size() < 17 ? 17 - line.size() : 1, ' ');
      line += "= " + shown(table.header()[static_cast<std::size_t>(source.column(field.id))]);
      if (field.content == Content::date) line += " (dates " + source.dates[index].name() + ")";
      if (field.content == Content::money && source.numbers[index].decimal == ',')
        line += " (numbers " + source.numbers[index].name() + ")";
      line.append(line.size() < 46 ? 46 - line.size() : 1, ' ');
      for (std::size_t row = 0; row < table.rows() && row < 3; ++row)
        line += (row > 0 ? " | " : "") + sample(source, row, field);
      lines.push_back(std::move(line));
    }
    for (const std::string& note : source.notes) lines.push_back("  note: " + note);
  }
  return lines;
}

}  // namespace tandem::crm
