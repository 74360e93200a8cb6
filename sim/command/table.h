// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "sim/command/console.h"

namespace tandem {

/// A piece of text in a table with its colour.
struct Cell {
  Cell(std::string content = {}, Style look = Style::plain)
      : text(std::move(content)), style(look) {}
  Cell(const char* content, Style look = Style::plain) : text(content), style(look) {}
  std::string text;
  Style style;
};

/// Columns under titles, with light rules and optional headings between rows.
class Table {
 public:
  enum Align { left, right };

  Table& column(std::string title, Align align = left);
  Table& row(std::vector<Cell> cells);  ///< fewer cells than columns: the last one runs on
  Table& heading(std::string text);

  [[nodiscard]] std::string text(const Console& console) const;

 private:
  struct Column {
    std::string title;
    Align align;
  };
  struct Row {
    std::vector<Cell> cells;
    bool heading = false;
  };
  [[nodiscard]] std::vector<int> widths() const;
  [[nodiscard]] std::string line(const Row& row, const std::vector<int>& widths,
                                 const Console& console) const;

  std::vector<Column> columns_;
  std::vector<Row> rows_;
};

}  // namespace tandem
