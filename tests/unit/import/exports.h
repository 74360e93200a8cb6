// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "sim/scenario/import/book.h"
#include "sim/scenario/import/facts.h"

// The exports of tests/data: small, invented, one dialect each.
namespace tandem::crm {

inline std::filesystem::path export_folder(const std::string& name) {
  return std::filesystem::path(TANDEM_SOURCE_DIR) / "tests/data" / ("export-" + name);
}

inline std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// Tables that stay in place while sources look into them.
struct Loaded {
  std::vector<Table> tables;
  Options options;
  std::vector<Source> sources;
  Faults faults;  ///< of mapping or reading; empty = sources are there

  [[nodiscard]] const Source& source(Kind kind) const {
    for (const Source& s : sources)
      if (s.kind == kind) return s;
    ADD_FAILURE() << "no file of " << name_of(kind);
    return sources.front();
  }
};

inline Loaded map_all(std::vector<Table> tables, const std::vector<std::string>& map = {}) {
  Loaded loaded;
  loaded.tables = std::move(tables);
  Result<Options> options = read_options(map, loaded.tables);
  if (!options.ok()) {
    loaded.faults = options.faults();
    return loaded;
  }
  loaded.options = std::move(options).value();
  Result<std::vector<Source>> sources = map_tables(loaded.tables, loaded.options);
  if (sources.ok())
    loaded.sources = std::move(sources).value();
  else
    loaded.faults = sources.faults();
  return loaded;
}

inline Table table_of(const std::string& text, const std::string& name = "deals.csv") {
  Result<Table> table = parse_csv(text, name);
  if (!table.ok()) {
    ADD_FAILURE() << describe(table.faults());
    return std::move(parse_csv("a\n", name)).value();
  }
  return std::move(table).value();
}

inline Loaded map_text(const std::string& text, const std::vector<std::string>& map = {}) {
  std::vector<Table> tables;
  tables.push_back(table_of(text));
  return map_all(std::move(tables), map);
}

inline Loaded map_export(const std::string& name, const std::vector<std::string>& map = {}) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(export_folder(name)))
    files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<Table> tables;
  Faults faults;
  for (const auto& file : files) {
    Result<Table> table = read_csv(file);
    if (table.ok())
      tables.push_back(std::move(table).value());
    else
      faults.insert(faults.end(), table.faults().begin(), table.faults().end());
  }
  if (faults.empty()) return map_all(std::move(tables), map);
  Loaded loaded;
  loaded.faults = faults;
  return loaded;
}

inline Book book_of(const Loaded& loaded) {
  Result<Book> book = read_book(loaded.sources, loaded.options.stages);
  if (!book.ok()) {
    ADD_FAILURE() << describe(book.faults());
    return {};
  }
  return std::move(book).value();
}

inline bool any_line_has(const std::vector<std::string>& lines, const std::string& text) {
  for (const std::string& line : lines)
    if (line.find(text) != std::string::npos) return true;
  return false;
}

}  // namespace tandem::crm
