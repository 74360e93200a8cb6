// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "sim/scenario/import/book.h"
#include "sim/scenario/import/text.h"

namespace tandem::crm {

namespace {

std::string files_of(const std::vector<Source>& sources, Kind kind) {
  std::string names;
  for (const Source& source : sources)
    if (source.kind == kind) names += (names.empty() ? "" : ", ") + source.table->file();
  return names;
}

std::string dates_line(const std::string& field, const CellCount& count, Day first, Day last) {
  std::string line = field + ": " + count_of(count.cells, "date", "dates") +
                     " in the file = " + grouped(count.read) + " read + " +
                     grouped(count.cells - count.read) + " unreadable; " +
                     count_of(count.blank, "cell", "cells") + " blank";
  if (first != kNoDay) line += "; " + day_text(first) + " .. " + day_text(last);
  return line;
}

struct Span {
  Day first = kNoDay, last = kNoDay;
  void add(Day day) {
    if (day == kNoDay) return;
    if (first == kNoDay || day < first) first = day;
    if (last == kNoDay || day > last) last = day;
  }
};

/// "30 in the opportunities (30 of them listed); 35 listed, 5 of them without an opportunity".
std::string things_line(const std::string& what, const NameTable& names,
                        const std::vector<bool>& used, const std::string& file) {
  std::int64_t in_deals = 0, listed = 0, both = 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    in_deals += used[i];
    listed += names.listed(i);
    both += used[i] && names.listed(i);
  }
  std::string line = what + ": " + grouped(in_deals) + " in the opportunities";
  if (!file.empty())
    line += ", " + grouped(listed) + " in " + file + ", " + grouped(both) + " in both";
  return line;
}

}  // namespace

std::vector<std::string> reconciliation_lines(const Book& book,
                                              const std::vector<Source>& sources) {
  std::vector<std::string> lines;
  std::int64_t left = 0, left_cents = 0, used_cents = 0;
  std::int64_t won = 0, lost = 0, open = 0;
  Span created, closed;
  std::vector<bool> reps(book.reps.size()), accounts(book.accounts.size()),
      products(book.products.size());
  for (const LeftOut& l : book.left_out) {
    left += l.rows;
    left_cents += l.won_cents;
  }
  for (const Deal& deal : book.deals) {
    won += deal.outcome == Outcome::won;
    lost += deal.outcome == Outcome::lost;
    open += deal.outcome == Outcome::open;
    if (deal.outcome == Outcome::won && deal.cents != kNoValue) used_cents += deal.cents;
    created.add(deal.created);
    closed.add(deal.closed);
    if (deal.rep >= 0) reps[static_cast<std::size_t>(deal.rep)] = true;
    if (deal.account >= 0) accounts[static_cast<std::size_t>(deal.account)] = true;
    if (deal.product >= 0) products[static_cast<std::size_t>(deal.product)] = true;
  }
  const auto used = static_cast<std::int64_t>(book.deals.size());
  lines.push_back("rows: " + grouped(book.rows) + " in " + files_of(sources, Kind::opportunities) +
                  " = " + grouped(used) + " used + " + grouped(left) + " left out");
  for (const LeftOut& l : book.left_out)
    lines.push_back("  left out: " + count_of(l.rows, "row", "rows") + ", " + l.reason);
  lines.push_back("outcomes: " + grouped(won) + " won + " + grouped(lost) + " lost + " +
                  grouped(open) + " open = " + grouped(won + lost + open) + " used");
  lines.push_back("won value: " + money_text(book.won_cents_in_file) + " in the file = " +
                  money_text(used_cents) + " used + " + money_text(left_cents) + " left out");
  lines.push_back("values: " + count_of(book.value_cells.cells, "amount", "amounts") +
                  " in the file = " + grouped(book.value_cells.read) + " read + " +
                  grouped(book.value_cells.cells - book.value_cells.read) + " unreadable; " +
                  count_of(book.value_cells.blank, "cell", "cells") + " blank");
  if (std::any_of(sources.begin(), sources.end(), [](const Source& s) {
        return s.kind == Kind::opportunities && s.has(FieldId::created);
      }))
    lines.push_back(dates_line("created", book.created_cells, created.first, created.last));
  lines.push_back(dates_line("close date", book.closed_cells, closed.first, closed.last));
  lines.push_back(things_line("reps", book.reps, reps, files_of(sources, Kind::people)));
  lines.push_back(
      things_line("accounts", book.accounts, accounts, files_of(sources, Kind::accounts)));
  lines.push_back(
      things_line("products", book.products, products, files_of(sources, Kind::products)));
  if (book.managers.size() + book.offices.size() > 0)
    lines.push_back("managers: " + std::to_string(book.managers.size()) +
                    ", offices: " + std::to_string(book.offices.size()));
  return lines;
}

}  // namespace tandem::crm
