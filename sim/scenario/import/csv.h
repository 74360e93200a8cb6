// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tandem/result.h"

namespace tandem::crm {

inline constexpr std::uintmax_t kLargestFile = 200'000'000;  // bytes
inline constexpr std::size_t kMostColumns = 2000;

/// A CSV file in memory: a header and rows of as many cells. Cells are views into one buffer that
/// the table owns.
class Table {
 public:
  struct Ragged {
    std::size_t row;    ///< index into rows
    std::size_t cells;  ///< how many the file has there
  };

  [[nodiscard]] const std::string& file() const { return file_; }
  [[nodiscard]] const std::vector<std::string>& header() const { return header_; }
  [[nodiscard]] std::size_t columns() const { return header_.size(); }
  [[nodiscard]] std::size_t rows() const { return numbers_.size(); }
  /// A cell without white space at its ends; empty where the row is too short.
  [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const {
    return cells_[row * header_.size() + column];
  }
  /// The row as a spreadsheet numbers it: the header is row 1.
  [[nodiscard]] int number(std::size_t row) const { return numbers_[row]; }
  [[nodiscard]] char separator() const { return separator_; }
  [[nodiscard]] bool western() const { return western_; }  ///< was not UTF-8
  [[nodiscard]] const std::vector<Ragged>& ragged() const { return ragged_; }

 private:
  friend class CsvReader;
  std::string file_;
  std::unique_ptr<std::string> text_;
  std::vector<std::string> header_;
  std::vector<std::string_view> cells_;
  std::vector<int> numbers_;
  std::vector<Ragged> ragged_;
  char separator_ = ',';
  bool western_ = false;
};

/// Reads RFC 4180 with what programs make of it: any of , ; tab | as separator, CRLF or LF or CR, a
/// byte order mark, a first line "sep=;", line breaks within quotes. Rows too short are filled up
/// and noted, as are rows too long.
[[nodiscard]] Result<Table> read_csv(const std::filesystem::path& file);
[[nodiscard]] Result<Table> parse_csv(std::string text, const std::string& name);

}  // namespace tandem::crm
