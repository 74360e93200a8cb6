// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "sim/scenario/import/mapping.h"
#include "sim/scenario/import/names.h"

// An export, read and cleaned: what the sales force did, in plain numbers.
namespace tandem::crm {

inline constexpr Day kNoDay = std::numeric_limits<Day>::min();
inline constexpr std::int64_t kNoValue = std::numeric_limits<std::int64_t>::min();

/// One opportunity. Indices into the book's tables; -1 = the file does not say.
struct Deal {
  int rep = -1, product = -1, account = -1;
  Outcome outcome = Outcome::open;
  int stage = 0;  ///< of an open one
  Day created = kNoDay;
  Day closed = kNoDay;  ///< of a won or lost one
  std::int64_t cents = kNoValue;
  [[nodiscard]] bool decided() const { return outcome != Outcome::open; }
  [[nodiscard]] bool has_cycle() const {
    return decided() && created != kNoDay && closed != kNoDay && closed >= created;
  }
};

struct RepDetail {
  int manager = -1, office = -1;
};

struct ProductDetail {
  std::string series;
  std::int64_t cents = kNoValue;  ///< list price
};

/// How many cells of a kind were read.
struct CellCount {
  std::int64_t cells = 0;  ///< that say something
  std::int64_t read = 0;
  std::int64_t blank = 0;
};

struct LeftOut {
  std::string reason;
  std::int64_t rows = 0;
  std::int64_t won_cents = 0;
};

struct Book {
  std::vector<Deal> deals;
  NameTable reps, accounts, products, managers, offices;
  std::vector<RepDetail> rep_details;          ///< by rep
  std::vector<ProductDetail> product_details;  ///< by product
  std::vector<std::string> sectors;            ///< by account; empty = not told
  CellCount created_cells, closed_cells, value_cells;
  std::int64_t rows = 0;  ///< of opportunities in all files
  std::int64_t won_cents_in_file = 0;
  std::vector<LeftOut> left_out;
  Warnings warnings;
};

/// Reads every row. The only faults are stage words that nobody explained.
[[nodiscard]] Result<Book> read_book(const std::vector<Source>& sources, const StageBook& stages);

/// What was read against what is in the file; names marked as in aliases.h.
[[nodiscard]] std::vector<std::string> reconciliation_lines(const Book& book,
                                                            const std::vector<Source>& sources);

}  // namespace tandem::crm
