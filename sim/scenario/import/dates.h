// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Dates as exports write them. The format is one per column and decided from the whole column.
namespace tandem::crm {

using Day = std::int32_t;  ///< days since 1970-01-01

/// How a column writes its dates. A time of day behind the date is allowed and left out.
struct DateFormat {
  enum Kind { numbers, named_month, compact, serial, milliseconds };
  enum Order { ymd, mdy, dmy };
  Kind kind = numbers;
  Order order = ymd;
  char separator = '-';   ///< between numbers
  bool long_year = true;  ///< four digits
  friend bool operator==(const DateFormat&, const DateFormat&) = default;

  /// As one writes it in `--map`: Y-m-d, m/d/Y, d.m.y, d Mon Y, Ymd, serial, ms.
  [[nodiscard]] std::string name() const;
  [[nodiscard]] static std::optional<DateFormat> named(std::string_view name);
};

/// All formats that a text may be a date in, with the day it then is. At most two differ in the
/// day.
struct DateReading {
  DateFormat format;
  Day day;
};
[[nodiscard]] std::vector<DateReading> readings_of(std::string_view cell);
[[nodiscard]] std::optional<Day> read_date(std::string_view cell, const DateFormat& format);

/// "2017-03-01".
[[nodiscard]] std::string day_text(Day day);

/// What a column of texts says about its date format.
class DateCensus {
 public:
  void add(std::string_view cell);  ///< blank cells count as nothing
  /// Formats that fit most cells, best first; those that fit as many as the best are equally good.
  struct Count {
    DateFormat format;
    std::int64_t fits = 0;
  };
  [[nodiscard]] std::vector<Count> ranking() const;
  [[nodiscard]] std::int64_t cells() const { return cells_; }

 private:
  std::vector<Count> counts_;
  std::int64_t cells_ = 0;
};

}  // namespace tandem::crm
