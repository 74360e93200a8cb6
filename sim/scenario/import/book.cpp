// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/import/book.h"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_set>

#include "sim/scenario/import/aliases.h"
#include "sim/scenario/import/text.h"

namespace tandem::crm {

namespace {

std::size_t at(FieldId id) { return static_cast<std::size_t>(id); }

class Reader {
 public:
  Reader(const std::vector<Source>& sources, const StageBook& stages)
      : sources_(sources), stages_(stages) {}

  Result<Book> run() {
    if (Faults unknown = unknown_stages(); !unknown.empty()) return unknown;
    for (const Source& source : sources_)
      if (source.kind != Kind::opportunities && source.kind != Kind::unknown) read_details(source);
    for (const Source& source : sources_)
      if (source.kind == Kind::opportunities) read_deals(source);
    fit_details();
    tell_spellings(book_.products, "product", false, false);
    tell_spellings(book_.reps, "rep", true, false);
    tell_spellings(book_.accounts, "account", false, true);
    tell_unlisted();
    return std::move(book_);
  }

 private:
  bool have(Kind kind) const {
    return std::any_of(sources_.begin(), sources_.end(),
                       [kind](const Source& s) { return s.kind == kind; });
  }

  Faults unknown_stages() {
    std::map<std::string, std::int64_t> words;
    const Source* where = nullptr;
    for (const Source& source : sources_) {
      if (source.kind != Kind::opportunities) continue;
      for (std::size_t row = 0; row < source.table->rows(); ++row) {
        const std::string_view cell = source.cell(row, FieldId::stage);
        if (stages_.read(cell).outcome != Outcome::unknown) continue;
        if (words.size() < 1000) ++words[std::string(cell)];
        where = &source;
      }
    }
    if (words.empty()) return {};
    std::vector<std::pair<std::int64_t, std::string>> order;
    order.reserve(words.size());
    for (const auto& [word, count] : words) order.emplace_back(-count, word);
    std::sort(order.begin(), order.end());
    std::string list;
    for (std::size_t i = 0; i < order.size() && i < 20; ++i)
      list += (i > 0 ? ", " : "") + ("\"" + shown(order[i].second) + "\" (") +
              count_of(-order[i].first, "row", "rows") + ")";
    if (order.size() > 20) list += ", and " + std::to_string(order.size() - 20) + " more";
    Fault f;
    f.file = where->table->file();
    f.field = "stage";
    f.message = "stages that say neither won, lost nor open: " + list;
    const std::string word = shown(order[0].second);
    f.expected = "--map \"won=" + word + "|...\", --map \"lost=" + word +
                 "|...\", --map \"open=" + word + "|...\", or --map \"leave out=" + word +
                 "|...\" for rows that do not count";
    return {f};
  }

  void read_details(const Source& source) {
    const Table& table = *source.table;
    for (std::size_t row = 0; row < table.rows(); ++row) {
      const auto add = [&](NameTable& names, FieldId id) {
        return names.add(source.cell(row, id), table.file(), table.number(row), true);
      };
      if (source.kind == Kind::people) {
        const int rep = add(book_.reps, FieldId::rep);
        if (rep < 0) continue;
        grow(book_.rep_details, rep) = {add(book_.managers, FieldId::manager),
                                        add(book_.offices, FieldId::office)};
      } else if (source.kind == Kind::products) {
        const int product = add(book_.products, FieldId::product);
        if (product < 0) continue;
        ProductDetail& detail = grow(book_.product_details, product);
        const std::string_view series = source.cell(row, FieldId::series);
        if (!blank(series)) detail.series = series;
        const auto price =
            read_amount(source.cell(row, FieldId::price), source.numbers[at(FieldId::price)]);
        if (price) detail.cents = price->cents;
      } else {
        const int account = add(book_.accounts, FieldId::account);
        if (account < 0) continue;
        const std::string_view sector = source.cell(row, FieldId::sector);
        if (!blank(sector)) grow(book_.sectors, account) = sector;
      }
    }
  }

  template <class T>
  static T& grow(std::vector<T>& values, int index) {
    const auto i = static_cast<std::size_t>(index);
    if (values.size() <= i) values.resize(i + 1);
    return values[i];
  }

  void leave_out(const Source& source, std::size_t row, const std::string& reason,
                 std::int64_t won_cents) {
    auto found = std::find_if(book_.left_out.begin(), book_.left_out.end(),
                              [&reason](const LeftOut& l) { return l.reason == reason; });
    if (found == book_.left_out.end()) found = book_.left_out.insert(found, {reason, 0, 0});
    ++found->rows;
    found->won_cents += won_cents;
    warn(source, row, "rows left out: " + reason, "left out: " + reason);
  }

  void warn(const Source& source, std::size_t row, const std::string& kind,
            const std::string& detail) {
    book_.warnings.add(source.table->file(), source.table->number(row), kind, detail);
  }

  void read_deals(const Source& source) {
    const Table& table = *source.table;
    const std::vector<bool> repeated = repeated_ids(source);
    std::vector<bool> too_long(table.rows(), false);
    for (const Table::Ragged& ragged : table.ragged()) {
      too_long[ragged.row] = ragged.cells > table.columns();
      const std::string cells = count_of(static_cast<std::int64_t>(ragged.cells), "cell", "cells") +
                                " where the header has " + std::to_string(table.columns());
      if (!too_long[ragged.row])
        warn(source, ragged.row, "too few cells", cells + "; the rest is taken as blank");
    }
    for (std::size_t row = 0; row < table.rows(); ++row) {
      ++book_.rows;
      Deal deal = read_deal(source, row);
      const StageWord word = stages_.read(source.cell(row, FieldId::stage));
      deal.outcome = word.outcome;
      const bool won = word.outcome == Outcome::won && deal.cents != kNoValue;
      const std::int64_t won_cents = won ? deal.cents : 0;
      book_.won_cents_in_file += won_cents;
      if (too_long[row])
        leave_out(source, row, "more cells than the header has", won_cents);
      else if (word.outcome == Outcome::blank)
        leave_out(source, row, "no stage", won_cents);
      else if (word.outcome == Outcome::left_out)
        leave_out(source, row, "stage left out by --map", won_cents);
      else if (repeated[row])
        leave_out(source, row, "the opportunity id came before", won_cents);
      else if (won && deal.cents < 0)
        leave_out(source, row, "won with a negative value", won_cents);
      else
        keep(source, row, deal, word);
    }
  }

  /// Later rows with an id that came before, in this file or an earlier one.
  std::vector<bool> repeated_ids(const Source& source) {
    std::vector<bool> repeated(source.table->rows(), false);
    if (!source.has(FieldId::id)) return repeated;
    for (std::size_t row = 0; row < repeated.size(); ++row) {
      const std::string_view id = source.cell(row, FieldId::id);
      if (!blank(id)) repeated[row] = !ids_.insert(id).second;
    }
    return repeated;
  }

  Deal read_deal(const Source& source, std::size_t row) {
    Deal deal;
    deal.created = read_day(source, row, FieldId::created, book_.created_cells);
    deal.closed = read_day(source, row, FieldId::closed, book_.closed_cells);
    const std::string_view cell = source.cell(row, FieldId::value);
    if (blank(cell)) {
      ++book_.value_cells.blank;
      return deal;
    }
    ++book_.value_cells.cells;
    if (const auto amount = read_amount(cell, source.numbers[at(FieldId::value)])) {
      ++book_.value_cells.read;
      deal.cents = amount->cents;
    } else {
      warn(source, row, "unreadable values",
           "value \"" + secret(shown(cell, 20)) + "\" is no amount");
    }
    return deal;
  }

  Day read_day(const Source& source, std::size_t row, FieldId id, CellCount& count) {
    const std::string_view cell = source.cell(row, id);
    if (blank(cell)) {
      ++count.blank;
      return kNoDay;
    }
    ++count.cells;
    const DateFormat& format = source.dates[at(id)];
    if (const auto day = read_date(cell, format)) {
      ++count.read;
      return *day;
    }
    const std::string field(field_row(Kind::opportunities, id)->key);
    warn(source, row, "unreadable " + field + "s",
         field + " \"" + secret(shown(cell, 20)) + "\" is no date of the form " + format.name());
    return kNoDay;
  }

  void keep(const Source& source, std::size_t row, Deal deal, const StageWord& word) {
    const Table& table = *source.table;
    const auto name = [&](NameTable& names, FieldId id) {
      return names.add(source.cell(row, id), table.file(), table.number(row), false);
    };
    deal.rep = name(book_.reps, FieldId::rep);
    deal.product = name(book_.products, FieldId::product);
    deal.account = name(book_.accounts, FieldId::account);
    deal.stage = word.stage;
    if (deal.outcome == Outcome::open && source.has(FieldId::open_stage)) {
      const StageWord further = stages_.read(source.cell(row, FieldId::open_stage));
      if (further.outcome == Outcome::open) deal.stage = further.stage;
    }
    if (deal.rep < 0) warn(source, row, "blank reps", "no rep; counts for the market, for no seat");
    if (deal.account < 0 && source.has(FieldId::account))
      warn(source, row, "blank accounts", "no account; counts for no customer");
    if (deal.product < 0 && source.has(FieldId::product))
      warn(source, row, "blank products", "no product");
    if (deal.rep >= 0 && (source.has(FieldId::manager) || source.has(FieldId::office)))
      count_place(source, row, deal.rep);
    check_dates(source, row, deal);
    if (deal.outcome == Outcome::won && deal.cents == kNoValue)
      warn(source, row, "deals won without a value", "won without a value; counts as won only");
    if (deal.outcome == Outcome::won && deal.cents == 0)
      warn(source, row, "deals won for nothing", "won at a value of 0");
    if (deal.outcome != Outcome::won && deal.cents != kNoValue && deal.cents < 0)
      warn(source, row, "negative values", "a negative value");
    if (deal.outcome == Outcome::open) deal.closed = kNoDay;  // a forecast, if anything
    book_.deals.push_back(deal);
  }

  void check_dates(const Source& source, std::size_t row, const Deal& deal) {
    if (deal.created == kNoDay && source.has(FieldId::created) &&
        blank(source.cell(row, FieldId::created)))
      warn(source, row, "blank created dates", "no created date; counts in no cycle");
    if (!deal.decided()) return;
    if (deal.closed == kNoDay) {
      if (blank(source.cell(row, FieldId::closed)))
        warn(source, row, "deals decided without a close date",
             "decided without a close date; counts in no cycle");
    } else if (deal.created != kNoDay && deal.closed < deal.created) {
      warn(source, row, "close dates before the created date",
           "closed " + day_text(deal.closed) + ", before it was created " + day_text(deal.created) +
               "; counts in no cycle");
    }
  }

  /// Where opportunities name their rep's manager or office, the commonest holds unless a file of
  /// people says.
  void count_place(const Source& source, std::size_t row, int rep) {
    const Table& table = *source.table;
    const auto count = [&](NameTable& names, FieldId id, std::vector<std::map<int, int>>& counts) {
      const int i = names.add(source.cell(row, id), table.file(), table.number(row), false);
      if (i >= 0) ++grow(counts, rep)[i];
    };
    count(book_.managers, FieldId::manager, manager_counts_);
    count(book_.offices, FieldId::office, office_counts_);
  }

  void fit_details() {
    book_.rep_details.resize(book_.reps.size());
    book_.product_details.resize(book_.products.size());
    book_.sectors.resize(book_.accounts.size());
    const auto settle = [this](std::vector<std::map<int, int>>& counts, int RepDetail::*member) {
      for (std::size_t rep = 0; rep < counts.size(); ++rep) {
        int most = 0, best = -1;
        for (const auto& [place, count] : counts[rep])
          if (count > most) {
            most = count;
            best = place;
          }
        if (book_.rep_details[rep].*member < 0) book_.rep_details[rep].*member = best;
      }
    };
    settle(manager_counts_, &RepDetail::manager);
    settle(office_counts_, &RepDetail::office);
  }

  void tell_spellings(const NameTable& names, const std::string& what, bool people,
                      bool customers) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      for (const NameTable::Spelling& s : names.spellings(i)) {
        if (s.text == names.name(i)) continue;
        const auto mark = [&](const std::string& text) {
          return people ? person(text) : customers ? customer(text) : "\"" + text + "\"";
        };
        const bool hide = people || customers;
        book_.warnings.add(s.file, s.row, "other spellings of a " + what,
                           what + " " + (hide ? "\"" + secret(s.text) + "\"" : mark(s.text)) +
                               " is read as " + mark(names.name(i)) + " (" +
                               count_of(s.count, "row", "rows") + ")");
      }
    }
  }

  void tell_unlisted() {
    const auto tell = [this](const NameTable& names, Kind kind, const std::string& what, auto mark,
                             const std::string& consequence) {
      if (!have(kind)) return;
      for (std::size_t i = 0; i < names.size(); ++i) {
        if (names.listed(i)) continue;
        const NameTable::Spelling& s = names.spellings(i)[0];
        book_.warnings.add(s.file, s.row, what + "s that no file about them has",
                           what + " " + mark(names.name(i)) + " is in no file of " +
                               std::string(name_of(kind)) + consequence + " (" +
                               count_of(s.count, "row", "rows") + ")");
      }
    };
    tell(book_.reps, Kind::people, "rep", person, "; the seat gets no manager or office from one");
    tell(book_.accounts, Kind::accounts, "account", customer, "");
    tell(
        book_.products, Kind::products, "product",
        [](std::string_view name) { return "\"" + std::string(name) + "\""; }, "");
  }

  const std::vector<Source>& sources_;
  StageMemo stages_;
  Book book_;
  std::unordered_set<std::string_view> ids_;
  std::vector<std::map<int, int>> manager_counts_, office_counts_;
};

}  // namespace

Result<Book> read_book(const std::vector<Source>& sources, const StageBook& stages) {
  return Reader(sources, stages).run();
}

}  // namespace tandem::crm
