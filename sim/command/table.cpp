// SPDX-License-Identifier: Apache-2.0
#include "sim/command/table.h"

#include <algorithm>
#include <stdexcept>

#include "sim/command/text.h"

namespace tandem {

namespace {

constexpr int kGap = 2;

std::string spaces(int n) { return std::string(static_cast<std::size_t>(std::max(n, 0)), ' '); }

}  // namespace

Table& Table::column(std::string title, Align align) {
  columns_.push_back({std::move(title), align});
  return *this;
}

Table& Table::row(std::vector<Cell> cells) {
  if (cells.empty() || cells.size() > columns_.size()) {
    throw std::logic_error("a row of " + std::to_string(cells.size()) + " cells in a table of " +
                           std::to_string(columns_.size()) + " columns");
  }
  rows_.push_back({std::move(cells), false});
  return *this;
}

Table& Table::heading(std::string text) {
  rows_.push_back({{Cell(std::move(text), Style::heading)}, true});
  return *this;
}

std::vector<int> Table::widths() const {
  std::vector<int> out;
  for (const Column& column : columns_) out.push_back(display_width(column.title));
  for (const Row& row : rows_) {
    // The last cell of a short row runs on over the columns it leaves out.
    const std::size_t fixed =
        row.cells.size() < columns_.size() ? row.cells.size() - 1 : row.cells.size();
    for (std::size_t c = 0; c < fixed; ++c) {
      out[c] = std::max(out[c], display_width(row.cells[c].text));
    }
  }
  return out;
}

std::string Table::line(const Row& row, const std::vector<int>& widths,
                        const Console& console) const {
  std::string out = " ";
  int owed = 0;  // blanks not written yet, so that no line ends in some
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    const Cell& cell = row.cells[c];
    const bool runs_on = c + 1 == row.cells.size() && row.cells.size() < columns_.size();
    const int pad = runs_on ? 0 : widths[c] - display_width(cell.text);
    if (columns_[c].align == right && !runs_on) owed += pad;
    if (!cell.text.empty()) {
      out += spaces(owed) + console.paint(cell.style, cell.text);
      owed = 0;
    }
    owed += (columns_[c].align == right && !runs_on ? 0 : pad) + kGap;
  }
  return out + "\n";
}

std::string Table::text(const Console& console) const {
  const std::vector<int> width = widths();
  int total = -kGap;
  for (const int w : width) total += w + kGap;
  std::string rule = " ";
  for (int i = 0; i < total; ++i) rule += console.unicode() ? "─" : "-";
  rule = console.paint(Style::dim, rule) + "\n";

  Row titles;
  for (const Column& column : columns_) titles.cells.emplace_back(column.title, Style::bold);
  std::string out = line(titles, width, console) + rule;
  for (const Row& row : rows_) out += line(row, width, console);
  return out + rule;
}

}  // namespace tandem
