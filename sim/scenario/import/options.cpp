// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/import/options.h"

#include <algorithm>
#include <filesystem>

#include "sim/scenario/import/text.h"

namespace tandem::crm {

namespace {

bool names_file(std::string_view said, const Table& table) {
  const std::string stem = std::filesystem::path(table.file()).stem().string();
  return name_key(said) == name_key(table.file()) || name_key(said) == name_key(stem);
}

/// Does some table, of that file if one is said, have the column?
bool some_table_has(const std::vector<Table>& tables, std::string_view file,
                    std::string_view column) {
  return std::any_of(tables.begin(), tables.end(), [&](const Table& table) {
    return (file.empty() || names_file(file, table)) && column_named(table, column) >= 0;
  });
}

/// FILE:COLUMN or COLUMN, if there is such a one. Headers may hold colons, so the whole text is
/// tried first.
bool place(Choice& choice, std::string_view text, const std::vector<Table>& tables) {
  if (some_table_has(tables, {}, text)) {
    choice.column = trimmed(text);
    return true;
  }
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return false;
  const std::string_view file = text.substr(0, colon), column = text.substr(colon + 1);
  if (file.empty() || !some_table_has(tables, file, column)) return false;
  choice.file = trimmed(file);
  choice.column = trimmed(column);
  return true;
}

bool place_with_format(Choice& choice, std::string_view text, const std::vector<Table>& tables) {
  if (place(choice, text, tables)) return true;
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return false;
  const std::string_view format = trimmed(text.substr(colon + 1));
  choice.date = DateFormat::named(format);
  choice.number = NumberFormat::named(format);
  return (choice.date || choice.number) && place(choice, text.substr(0, colon), tables);
}

Fault fault(const std::string& said, std::string message, std::string expected,
            std::string nearest = {}) {
  Fault f;
  f.field = "--map \"" + said + "\"";
  f.message = std::move(message);
  f.expected = std::move(expected);
  f.nearest = std::move(nearest);
  return f;
}

std::vector<std::string> known_fields() {
  std::vector<std::string> names;
  for (const FieldRow& row : field_rows()) {
    const std::string name(row.key);
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  for (const char* name : {"won", "lost", "open", "leave out", "dates", "numbers"})
    names.emplace_back(name);
  return names;
}

std::vector<std::string> known_columns(const std::vector<Table>& tables) {
  std::vector<std::string> names;
  for (const Table& table : tables)
    for (const std::string& header : table.header())
      if (names.size() < 200) names.push_back(header);
  return names;
}

std::string joined(const std::vector<std::string>& names, std::size_t most) {
  std::string text;
  for (std::size_t i = 0; i < names.size() && i < most; ++i)
    text += (i > 0 ? ", " : "") + shown(names[i]);
  return names.size() > most ? text + ", ..." : text;
}

}  // namespace

int column_named(const Table& table, std::string_view header) {
  header = trimmed(header);
  const auto& names = table.header();
  const auto same = std::find(names.begin(), names.end(), header);
  if (same != names.end()) return static_cast<int>(same - names.begin());
  const std::string key = header_key(header);
  if (key.empty()) return -1;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (header_key(names[i]) == key) return static_cast<int>(i);
  return -1;
}

Result<Options> read_options(const std::vector<std::string>& map,
                             const std::vector<Table>& tables) {
  Options options;
  Faults faults;
  for (const std::string& said : map) {
    const std::size_t equals = said.find('=');
    if (equals == std::string::npos || equals == 0) {
      faults.push_back(fault(said, "no FIELD=COLUMN", "e.g. --map \"close date=Closed On\""));
      continue;
    }
    const std::string_view heading = trimmed(std::string_view(said).substr(0, equals));
    const std::string_view text = trimmed(std::string_view(said).substr(equals + 1));
    if (options.stages.add(heading, text)) continue;
    const std::string key = name_key(heading);
    if (key == "dates") {
      options.dates = DateFormat::named(text);
      if (!options.dates)
        faults.push_back(
            fault(said, "no date format", "Y-m-d, m/d/Y, d/m/Y, d.m.Y, m/d/y, d Mon Y, Ymd, ..."));
      continue;
    }
    if (key == "numbers") {
      options.numbers = NumberFormat::named(text);
      if (!options.numbers)
        faults.push_back(fault(said, "no number format", "1,234.56 or 1.234,56"));
      continue;
    }
    const FieldRow* row = field_named(heading);
    if (row == nullptr) {
      faults.push_back(fault(said, "no such field: " + shown(heading),
                             "one of " + joined(known_fields(), 30),
                             nearest_name(heading, known_fields())));
      continue;
    }
    Choice choice{said, row->id, {}, {}, {}, {}};
    if (!blank(text) && !place_with_format(choice, text, tables)) {
      faults.push_back(fault(said, "no file has a column " + shown(text),
                             "one of " + joined(known_columns(tables), 30),
                             nearest_name(text, known_columns(tables))));
      continue;
    }
    options.choices.push_back(choice);
  }
  if (!faults.empty()) return faults;
  return options;
}

const Choice* choice_for(const Options& options, const Table& table, FieldId field) {
  const Choice* found = nullptr;
  for (const Choice& choice : options.choices) {
    if (choice.field != field) continue;
    if (!choice.file.empty() && !names_file(choice.file, table)) continue;
    if (!choice.column.empty() && column_named(table, choice.column) < 0) continue;
    found = &choice;  // the last one said holds
  }
  return found;
}

}  // namespace tandem::crm
