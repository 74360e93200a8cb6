// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/import/dates.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "sim/scenario/import/text.h"

namespace tandem::crm {

namespace {

/// A run of digits or of letters, and what stands before it.
struct Token {
  std::string_view text;
  std::string_view before;
  bool digits = false;
  int number = -1;  ///< of at most eight digits
};

bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

int number_of(std::string_view digits) {
  if (digits.empty() || digits.size() > 8) return -1;
  int number = 0;
  for (const char c : digits) number = number * 10 + (c - '0');
  return number;
}

/// The first three tokens of a text and the rest behind them.
struct Split {
  std::array<Token, 3> tokens;
  int count = 0;
  std::string_view rest;
};

Split split(std::string_view text) {
  Split result;
  std::size_t at = 0;
  while (result.count < 3) {
    const std::size_t gap = at;
    while (at < text.size() && !digit(text[at]) && !letter(text[at])) ++at;
    if (at >= text.size()) break;
    const std::size_t start = at;
    const bool digits = digit(text[at]);
    while (at < text.size() && (digits ? digit(text[at]) : letter(text[at]))) ++at;
    Token& token = result.tokens[static_cast<std::size_t>(result.count++)];
    token.text = text.substr(start, at - start);
    token.before = text.substr(gap, start - gap);
    token.digits = digits;
    if (digits) token.number = number_of(token.text);
  }
  result.rest = text.substr(at);
  return result;
}

/// 1..12 by the month's name in English, German, French, Spanish, Italian or Dutch; 0 = none.
int month_of(std::string_view word) {
  constexpr std::array<std::string_view, 12> kMonths{"jan jän janv janvier ene gen",
                                                     "feb fev fév févr febr",
                                                     "mar mär mrz mars maa maart",
                                                     "apr avr abr",
                                                     "may mai mag mei mayo maggio",
                                                     "jun juin giu",
                                                     "jul juil lug",
                                                     "aug aou aoû ago août",
                                                     "sep sept set",
                                                     "oct okt ott out",
                                                     "nov",
                                                     "dec dez déc dic"};
  if (word.size() < 3) return 0;
  std::string low;
  for (const char c : word) low += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  for (std::size_t month = 0; month < kMonths.size(); ++month) {
    std::string_view names = kMonths[month];
    while (!names.empty()) {
      const std::string_view name = names.substr(0, names.find(' '));
      // "march" and "märz" begin with a short form; "marketing" does too, so at most seven letters
      // more
      if (low == name || (name.size() <= 4 && low.starts_with(name) && low.size() <= 10)) {
        return static_cast<int>(month) + 1;
      }
      names.remove_prefix(std::min(names.size(), name.size() + 1));
    }
  }
  return 0;
}

bool weekday(std::string_view word) {
  constexpr std::array<std::string_view, 7> kDays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  std::string low;
  for (const char c : word) low += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  for (const std::string_view day : kDays)
    if (low.starts_with(day) && (low.size() == 3 || low.ends_with("day"))) return true;
  return false;
}

std::optional<Day> civil(int year, int month, int day) {
  if (year < 1900 || year > 2199) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (month < 1 || day < 1 || !date.ok()) return std::nullopt;
  return static_cast<Day>(std::chrono::sys_days(date).time_since_epoch().count());
}

/// Is what stands behind a date a time of day? " 14:05", "T00:00:00.000Z", ", 2:05 PM", "Z", "
/// +02:00" or nothing.
bool time_of_day(std::string_view rest) {
  rest = trimmed(rest);
  if (rest.empty() || rest == "Z") return true;
  if (rest.size() > 40 || rest.find(':') == std::string_view::npos) return false;
  if (rest[0] == 'T' || rest[0] == ',') rest.remove_prefix(1);
  for (const std::string& word : words_of(rest)) {
    constexpr std::array<std::string_view, 12> kKnown{"am",  "pm",  "a",  "p",   "m",   "z",
                                                      "utc", "gmt", "at", "uhr", "est", "cet"};
    if (std::find(kKnown.begin(), kKnown.end(), word) == kKnown.end()) return false;
  }
  return std::all_of(rest.begin(), rest.end(), [](char c) {
    return digit(c) || letter(c) || std::string_view(" :.,+-").find(c) != std::string_view::npos;
  });
}

void add_if_valid(std::vector<DateReading>& readings, const DateFormat& format, int year, int month,
                  int day) {
  if (const auto valid = civil(year, month, day)) readings.push_back({format, *valid});
}

void read_numbers(std::vector<DateReading>& readings, const Split& s) {
  const auto& [a, b, c] = s.tokens;
  if (b.before.size() != 1 || b.before != c.before) return;
  const char separator = b.before[0];
  if (std::string_view("/.- ").find(separator) == std::string_view::npos) return;
  const auto small = [](const Token& t) { return t.text.size() <= 2; };
  DateFormat format;
  format.separator = separator;
  if (a.text.size() == 4 && small(b) && small(c)) {
    format.order = DateFormat::ymd;
    add_if_valid(readings, format, a.number, b.number, c.number);
  }
  if (!small(a) || !small(b) || (c.text.size() != 4 && c.text.size() != 2)) return;
  format.long_year = c.text.size() == 4;
  const int year = format.long_year ? c.number : c.number + (c.number < 70 ? 2000 : 1900);
  format.order = DateFormat::dmy;
  add_if_valid(readings, format, year, b.number, a.number);
  if (separator == '.') return;  // nobody writes month.day.year
  format.order = DateFormat::mdy;
  add_if_valid(readings, format, year, a.number, b.number);
}

void read_named(std::vector<DateReading>& readings, const Split& s) {
  const auto& [a, b, c] = s.tokens;
  DateFormat format;
  format.kind = DateFormat::named_month;
  format.separator = ' ';
  const auto full_year = [](const Token& t) {
    return t.number + (t.text.size() == 2 ? (t.number < 70 ? 2000 : 1900) : 0);
  };
  if (c.text.size() != 4 && c.text.size() != 2) return;
  format.long_year = c.text.size() == 4;
  if (a.digits && !b.digits && c.digits && a.text.size() <= 2) {
    format.order = DateFormat::dmy;
    if (const int month = month_of(b.text)) {
      add_if_valid(readings, format, full_year(c), month, a.number);
    }
  } else if (!a.digits && b.digits && c.digits && b.text.size() <= 2) {
    format.order = DateFormat::mdy;
    if (const int month = month_of(a.text)) {
      add_if_valid(readings, format, full_year(c), month, b.number);
    }
  }
}

void read_single(std::vector<DateReading>& readings, std::string_view digits) {
  DateFormat format;
  format.separator = 0;
  if (digits.size() == 8) {
    const int number = number_of(digits);
    format.kind = DateFormat::compact;
    add_if_valid(readings, format, number / 10000, number / 100 % 100, number % 100);
  } else if (digits.size() == 5) {
    format.kind = DateFormat::serial;  // spreadsheets count from 1899-12-30
    const int number = number_of(digits);
    if (number >= 20000 && number <= 80000) readings.push_back({format, number - 25569});
  } else if (digits.size() == 13 && digits[0] <= '3') {
    format.kind = DateFormat::milliseconds;
    std::int64_t number = 0;
    for (const char c : digits) number = number * 10 + (c - '0');
    readings.push_back({format, static_cast<Day>(number / 86'400'000)});
  }
}

}  // namespace

std::vector<DateReading> readings_of(std::string_view cell) {
  std::vector<DateReading> readings;
  cell = trimmed(cell);
  if (cell.empty() || cell.size() > 60) return readings;
  if (std::all_of(cell.begin(), cell.end(), digit)) {
    read_single(readings, cell);
    return readings;
  }
  Split s = split(cell);
  if (s.count > 0 && !s.tokens[0].digits && weekday(s.tokens[0].text)) {
    const auto skip = static_cast<std::size_t>(s.tokens[0].text.data() - cell.data());
    s = split(trimmed(cell.substr(skip + s.tokens[0].text.size())));
    s.tokens[0].before = {};
  }
  if (s.count < 3 || !s.tokens[0].before.empty() || !time_of_day(s.rest)) return readings;
  const bool numbers = s.tokens[0].digits && s.tokens[1].digits && s.tokens[2].digits;
  if (numbers)
    read_numbers(readings, s);
  else
    read_named(readings, s);
  return readings;
}

std::optional<Day> read_date(std::string_view cell, const DateFormat& format) {
  for (const DateReading& reading : readings_of(cell))
    if (reading.format == format) return reading.day;
  return std::nullopt;
}

std::string DateFormat::name() const {
  const std::string year = long_year ? "Y" : "y";
  switch (kind) {
    case compact:
      return "Ymd";
    case serial:
      return "serial";
    case milliseconds:
      return "ms";
    case named_month:
      return order == mdy ? "Mon d " + year : "d Mon " + year;
    case numbers:
      break;
  }
  const std::string s(1, separator);
  if (order == ymd) return year + s + "m" + s + "d";
  return (order == mdy ? "m" + s + "d" : "d" + s + "m") + s + year;
}

std::optional<DateFormat> DateFormat::named(std::string_view name) {
  for (const Kind kind : {numbers, named_month, compact, serial, milliseconds})
    for (const Order order : {ymd, mdy, dmy})
      for (const char separator : {'-', '/', '.', ' '})
        for (const bool long_year : {true, false}) {
          DateFormat format{kind, order, separator, long_year};
          if (kind == named_month && (order == ymd || separator != ' ')) continue;
          if (kind > named_month) format = {kind, ymd, 0, true};
          if (kind == numbers && order == ymd && !long_year) continue;
          if (format.name() == name) return format;
        }
  return std::nullopt;
}

std::string day_text(Day day) {
  const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
  const auto two = [](unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return std::to_string(static_cast<int>(date.year())) + "-" +
         two(static_cast<unsigned>(date.month())) + "-" + two(static_cast<unsigned>(date.day()));
}

void DateCensus::add(std::string_view cell) {
  if (blank(cell)) return;
  ++cells_;
  for (const DateReading& reading : readings_of(cell)) {
    const auto same = [&reading](const Count& c) { return c.format == reading.format; };
    const auto found = std::find_if(counts_.begin(), counts_.end(), same);
    if (found != counts_.end())
      ++found->fits;
    else
      counts_.push_back({reading.format, 1});
  }
}

std::vector<DateCensus::Count> DateCensus::ranking() const {
  std::vector<Count> ranked = counts_;
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const Count& a, const Count& b) { return a.fits > b.fits; });
  return ranked;
}

}  // namespace tandem::crm
