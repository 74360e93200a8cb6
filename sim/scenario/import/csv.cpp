// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/import/csv.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <system_error>

#include "sim/scenario/import/text.h"

namespace tandem::crm {

namespace {

Fault fault(std::string file, int line, std::string message, std::string expected) {
  Fault f;
  f.file = std::move(file);
  f.line = line;
  f.message = std::move(message);
  f.expected = std::move(expected);
  return f;
}

/// The separator that cuts the first rows into the same number of cells, at least two; comma if
/// none does.
char separator_of(std::string_view text) {
  constexpr std::array<char, 4> kSeparators{'\t', ';', '|', ','};
  char best = ',';
  std::size_t most = 0;
  for (const char separator : kSeparators) {
    std::array<std::size_t, 20> cells{};
    std::size_t row = 0, used = 0;
    bool quoted = false, any = false;
    for (const char c : text.substr(0, 200'000)) {
      if (c == '"') quoted = !quoted;
      any = any || (c != '\n' && c != '\r');
      if (!quoted && c == separator) ++cells[row];
      if (!quoted && c == '\n' && any) {
        used = ++row;
        any = false;
        if (row == cells.size()) break;
      }
    }
    if (row < cells.size() && any) used = row + 1;
    if (used == 0 || cells[0] == 0) continue;
    const auto even =
        static_cast<std::size_t>(std::count(cells.begin(), cells.begin() + used, cells[0]));
    const std::size_t score = even * 1'000'000 / used + std::min<std::size_t>(cells[0], 1000);
    if (score > most) {
      most = score;
      best = separator;
    }
  }
  return best;
}

}  // namespace

/// Walks once over the text, closing quoted cells up in place.
class CsvReader {
 public:
  CsvReader(std::string text, std::string name) : name_(std::move(name)) {
    table_.file_ = name_;
    table_.text_ = std::make_unique<std::string>(std::move(text));
  }

  Result<Table> read() {
    if (const Faults faults = decode(); !faults.empty()) return faults;
    std::string& text = *table_.text_;
    at_ = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    take_separator();
    while (at_ < text.size() && faults_.size() < 20 && !stop_) read_row();
    if (faults_.empty() && !have_header_)
      faults_.push_back(fault(name_, 1, "the file is empty", "a header line and rows"));
    if (!faults_.empty()) return faults_;
    return std::move(table_);
  }

 private:
  Faults decode() {
    std::string& text = *table_.text_;
    switch (encoding_of(text)) {
      case Encoding::utf8:
        return {};
      case Encoding::western:
        text = utf8_from_western(text);
        table_.western_ = true;
        return {};
      case Encoding::utf16:
        return {fault(name_, 0, "the file is UTF-16", "CSV in UTF-8: save it as \"CSV UTF-8\"")};
      case Encoding::binary:
        return {
            fault(name_, 0, "the file is not text", "a CSV file (of a workbook: save it as CSV)")};
      case Encoding::unknown:
        break;
    }
    return {fault(name_, 0, "the text is neither UTF-8 nor Windows-1252",
                  "CSV in UTF-8: save it as \"CSV UTF-8\"")};
  }

  void take_separator() {
    const std::string& text = *table_.text_;
    if (text.compare(at_, 4, "sep=") == 0 && at_ + 5 < text.size() &&
        (text[at_ + 5] == '\n' || text[at_ + 5] == '\r')) {
      table_.separator_ = text[at_ + 4];
      const std::size_t end = text.find('\n', at_);
      at_ = end == std::string::npos ? text.size() : end + 1;
      ++line_;
      return;
    }
    table_.separator_ = separator_of(std::string_view(text).substr(at_));
  }

  void read_row() {
    ++record_;
    row_.clear();
    std::size_t count = 0;
    bool more = true, any = false;
    while (more) {
      const std::string_view cell = trimmed(read_cell(more));
      any = any || !cell.empty();
      ++count;
      if (row_.size() < kMostColumns) row_.push_back(cell);
      if (stop_ || (!have_header_ && count > kMostColumns)) break;
    }
    if (stop_) return;
    if (!any && count <= 1) return;  // an empty line
    if (!have_header_)
      take_header(count);
    else
      take_cells(count, any);
  }

  void take_header(std::size_t count) {
    have_header_ = true;
    if (count > kMostColumns) {
      stop_ = true;
      faults_.push_back(fault(name_, line_, "the header has more than 2,000 columns",
                              "a table of opportunities, accounts, products or people"));
      return;
    }
    while (row_.size() > 1 && row_.back().empty()) row_.pop_back();
    for (std::size_t i = 0; i < row_.size(); ++i)
      table_.header_.push_back(row_[i].empty() ? "column " + std::to_string(i + 1)
                                               : std::string(row_[i]));
  }

  void take_cells(std::size_t count, bool any) {
    if (!any) return;  // separators only: spreadsheets leave such rows at the end
    const std::size_t width = table_.header_.size();
    std::size_t filled = std::min(count, row_.size());
    while (filled > width && row_[filled - 1].empty()) --filled;
    if (filled < width || filled > width || count > kMostColumns) {
      const std::size_t told = filled > width ? std::max(filled, count) : count;
      if (told != width) table_.ragged_.push_back({table_.rows(), told});
    }
    row_.resize(width);
    table_.cells_.insert(table_.cells_.end(), row_.begin(), row_.end());
    table_.numbers_.push_back(record_);
  }

  /// One cell from at_, which ends behind the separator or line end; `more`: another cell follows
  /// in this row.
  std::string_view read_cell(bool& more) {
    std::string& text = *table_.text_;
    const char separator = table_.separator_;
    std::size_t blanks = at_;
    while (blanks < text.size() && text[blanks] == ' ' && separator != ' ') ++blanks;
    if (blanks < text.size() && text[blanks] == '"') {
      at_ = blanks;
      return read_quoted(more);
    }
    const std::size_t start = at_;
    while (at_ < text.size() && text[at_] != separator && text[at_] != '\n' && text[at_] != '\r')
      ++at_;
    const std::string_view cell(text.data() + start, at_ - start);
    more = finish_cell();
    return cell;
  }

  std::string_view read_quoted(bool& more) {
    std::string& text = *table_.text_;
    const int opened = line_;
    const std::size_t start = ++at_;
    std::size_t to = start;
    for (;; ++at_) {
      if (at_ >= text.size()) {
        stop_ = true;
        more = false;
        faults_.push_back(fault(name_, opened, "a quote opened here is never closed",
                                "\" at the end of the cell (a \" within a cell is written \"\")"));
        return {};
      }
      const char c = text[at_];
      if (c == '"') {
        if (at_ + 1 >= text.size() || text[at_ + 1] != '"') break;
        ++at_;
      }
      if (c == '\n') ++line_;
      text[to++] = c;
    }
    ++at_;
    while (at_ < text.size() && text[at_] == ' ') ++at_;
    if (at_ < text.size() && text[at_] != table_.separator_ && text[at_] != '\n' &&
        text[at_] != '\r') {
      faults_.push_back(fault(name_, line_, "text after a closing quote",
                              "a separator or a line end (a \" within a cell is written \"\")"));
      while (at_ < text.size() && text[at_] != table_.separator_ && text[at_] != '\n') ++at_;
    }
    const std::string_view cell(text.data() + start, to - start);
    more = finish_cell();
    return cell;
  }

  bool finish_cell() {
    const std::string& text = *table_.text_;
    if (at_ >= text.size()) return false;
    const char c = text[at_++];
    if (c == table_.separator_) return true;
    if (c == '\r' && at_ < text.size() && text[at_] == '\n') ++at_;
    ++line_;
    return false;
  }

  std::string name_;
  Table table_;
  Faults faults_;
  std::vector<std::string_view> row_;
  std::size_t at_ = 0;
  int line_ = 1;
  int record_ = 0;
  bool have_header_ = false;
  bool stop_ = false;
};

Result<Table> parse_csv(std::string text, const std::string& name) {
  return CsvReader(std::move(text), name).read();
}

Result<Table> read_csv(const std::filesystem::path& file) {
  const std::string name = file.filename().string();
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error))
    return fault(file.string(), 0, "there is no such file", "a CSV file, or a folder of them");
  const std::uintmax_t size = std::filesystem::file_size(file, error);
  if (error || size > kLargestFile)
    return fault(name, 0,
                 "the file has " + grouped(static_cast<std::int64_t>(size / 1'000'000)) + " MB",
                 "at most 200 MB: leave out columns that are not needed");
  std::string text(static_cast<std::size_t>(size), '\0');
  std::ifstream stream(file, std::ios::binary);
  if (!stream.read(text.data(), static_cast<std::streamsize>(size)))
    return fault(name, 0, "the file cannot be read", "a readable CSV file");
  return parse_csv(std::move(text), name);
}

}  // namespace tandem::crm
