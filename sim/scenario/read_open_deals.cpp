// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>

#include "sim/scenario/read_spec.h"
#include "sim/scenario/write.h"

// Open deals: the rows of a table, each a text as it stands in a CSV file, the header first.
namespace tandem {

namespace {

constexpr std::size_t kMostDeals = 100'000;

// The cells of a row with their places; quotes as RFC 4180 has them.
std::vector<Node> cells_of(const Node& row) {
  std::vector<Node> cells;
  const std::string& text = row.text;
  const bool in_file = row.place.length == text.size();  // else the YAML may have quotes of its own
  for (std::size_t at = 0;;) {
    Node cell;
    cell.kind = Node::scalar;
    const std::size_t start = at;
    if (at < text.size() && text[at] == '"') {
      for (++at; at < text.size(); ++at) {
        if (text[at] != '"') {
          cell.text += text[at];
        } else if (at + 1 < text.size() && text[at + 1] == '"') {
          cell.text += text[at++];
        } else {
          break;
        }
      }
      at = std::min(text.find(',', at), text.size());
    } else {
      at = std::min(text.find(',', at), text.size());
      cell.text = text.substr(start, at - start);
      while (!cell.text.empty() && cell.text.back() == ' ') cell.text.pop_back();
      while (!cell.text.empty() && cell.text.front() == ' ') cell.text.erase(0, 1);
    }
    cell.place = row.place;
    if (in_file) {
      cell.place.offset += start;
      cell.place.length = std::max<std::size_t>(1, at - start);
    }
    cells.push_back(std::move(cell));
    if (at >= text.size()) return cells;
    ++at;
  }
}

using Columns = std::vector<const Field<OpenDealSpec>*>;

bool read_header(Reader& reader, const Node& row, Columns& columns) {
  std::vector<std::string> known;
  for (const auto& field : OpenDealSpec::fields()) known.emplace_back(field.key);
  const std::size_t before = reader.faults.size();
  for (const Node& cell : cells_of(row)) {
    const auto* field = find_field<OpenDealSpec>(cell.text);
    if (field == nullptr)
      reader.unknown_name(cell.place, "open_deals", cell.text, "column", known);
    else if (std::ranges::find(columns, field) != columns.end())
      reader.fault(cell.place, "open_deals", "the column stands here for the second time",
                   "each column once");
    columns.push_back(field);
  }
  for (const auto& field : OpenDealSpec::fields())
    if (field.required && std::ranges::find(columns, &field) == columns.end())
      reader.missing(row.place, "open_deals", field.key, field.says);
  return reader.faults.size() == before;
}

// "T/12": the number of an account that the territory has.
bool is_account(const Spec& spec, std::string_view label) {
  const std::size_t slash = label.rfind('/');
  if (slash == std::string_view::npos) return false;
  int number = 0;
  const char* end = label.data() + label.size();
  const auto read = std::from_chars(label.data() + slash + 1, end, number);
  if (read.ec != std::errc() || read.ptr != end) return false;
  return std::ranges::any_of(spec.territories, [&](const TerritorySpec& territory) {
    return territory.name == label.substr(0, slash) && number >= 1 && number <= territory.accounts;
  });
}

// Whether the seat's team sells to callers or walk-ins, who leave nothing open.
bool has_no_deals(const Spec& spec, std::string_view seat) {
  const std::string_view role = seat.substr(0, seat.rfind('/'));
  const std::string_view name = role.substr(0, role.rfind('/'));
  return std::ranges::any_of(
      spec.teams, [&](const TeamSpec& team) { return team.selling != 0 && team.name == name; });
}

void read_row(Reader& reader, const Node& row, std::size_t number, const Columns& columns,
              const Names& names, Spec& spec) {
  const std::string path = path_join("open_deals", number);
  const std::vector<Node> cells = cells_of(row);
  if (cells.size() != columns.size()) {
    reader.fault(row.place, path, std::to_string(cells.size()) + " cells",
                 "one for each of the " + std::to_string(columns.size()) + " columns");
    return;
  }
  OpenDealSpec deal;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Node& cell = cells[i];
    const std::string where = path_join(path, columns[i]->key);
    if (cell.text.empty() && !columns[i]->required) continue;
    if (!read_field(reader, cell, where, *columns[i], deal)) continue;
    if (columns[i]->key == "seat" && !is_seat(spec, deal.seat) && names.sound)
      reader.unknown_name(cell.place, where, deal.seat, "seat", seat_labels(spec));
    else if (columns[i]->key == "seat" && has_no_deals(spec, deal.seat))
      reader.fault(cell.place, where, shown(deal.seat) + " is on a team without a pipeline",
                   "a seat of a team with `selling: pipeline`");
    if (columns[i]->key == "product")
      check_known(reader, cell, where, "product", names.products, names);
    if (columns[i]->key == "account" && !is_account(spec, deal.account) && names.sound)
      reader.fault(cell.place, where, shown(deal.account) + " is no account",
                   "TERRITORY/N with N up to the territory's accounts");
  }
  spec.open_deals.push_back(std::move(deal));
}

}  // namespace

void read_open_deals(Reader& reader, const Node& root, Spec& spec, const Names& names) {
  const Node* list = root.find("open_deals");
  if (list == nullptr || list->kind == Node::null) return;
  if (!reader.check_kind(
          *list, Node::list, "open_deals",
          "a CSV file, or a list of its rows, the header first: " + open_deals_header(),
          kMostDeals))
    return;
  Columns columns;
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Node& row = list->items[i];
    if (!reader.check_kind(row, Node::scalar, path_join("open_deals", i), "a row of the table"))
      return;
    if (i == 0) {
      if (!read_header(reader, row, columns)) return;
    } else {
      read_row(reader, row, i, columns, names, spec);
    }
  }
}

}  // namespace tandem
