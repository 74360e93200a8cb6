// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/number.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <system_error>

#include "sim/scenario/source.h"

namespace tandem {

namespace {

/// A suffix and what it stands for: a shift of the decimal point, or a factor.
struct Suffix {
  std::string_view name;
  int shift = 0;
  double factor = 1, divisor = 1;
};

struct UnitRow {
  Unit unit;
  std::string_view name, suffixes, example, pattern;
};

constexpr std::string_view kNumber = R"(^[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?)";

constexpr UnitRow kUnits[] = {
    {Unit::none, "", "", "1.5", ""},
    {Unit::share, "share", "%", "15%", R"( ?%$)"},
    {Unit::hours, "hours", "h, min", "2h or 30min", R"( ?(h|min)$)"},
    {Unit::days, "working days", "d, w, m, q, y", "3d, 2w or 1q", R"( ?[dwmqy]$)"},
    {Unit::money, "money", "k, M", "60000 or 60k", R"( ?[kM]$)"},
    {Unit::per_year, "a year", "", "4.5", ""},
    {Unit::per_day, "a day", "%", "0.02 or 2%", R"( ?%$)"},
    {Unit::per_hour, "an hour", "%", "0.02 or 2%", R"( ?%$)"},
};

const UnitRow& row(Unit unit) { return kUnits[static_cast<std::size_t>(unit)]; }

/// What `name` does to a number of the unit; an empty name of the result: no such suffix.
Suffix suffix(std::string_view name, Unit unit, const Calendar& calendar) {
  const bool percent = unit == Unit::share || unit == Unit::per_day || unit == Unit::per_hour;
  const Suffix percents[] = {{"%", -2}};
  const Suffix hours[] = {{"h"}, {"min", 0, 1, 60}};
  const Suffix days[] = {{"d"},
                         {"w", 0, static_cast<double>(calendar.week)},
                         {"m", 0, static_cast<double>(calendar.month)},
                         {"q", 0, static_cast<double>(calendar.quarter)},
                         {"y", 0, static_cast<double>(calendar.year)}};
  const Suffix moneys[] = {{"k", 3}, {"M", 6}};
  std::span<const Suffix> known;
  if (percent) known = percents;
  if (unit == Unit::hours) known = hours;
  if (unit == Unit::days) known = days;
  if (unit == Unit::money) known = moneys;
  for (const Suffix& s : known)
    if (s.name == name) return s;
  return {};
}

bool digit(char c) { return c >= '0' && c <= '9'; }

/// Length of the digits with point and exponent at the start of an unsigned number.
std::size_t number_length(std::string_view text) {
  std::size_t i = 0, count = 0;
  while (i < text.size() && digit(text[i])) ++i, ++count;
  if (i < text.size() && text[i] == '.') {
    ++i;
    while (i < text.size() && digit(text[i])) ++i, ++count;
  }
  if (count == 0) return 0;
  if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
    std::size_t j = i + 1;
    if (j < text.size() && (text[j] == '-' || text[j] == '+')) ++j;
    if (j < text.size() && digit(text[j])) {
      while (j < text.size() && digit(text[j])) ++j;
      i = j;
    }
  }
  return i;
}

bool odd_word(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  if (text.starts_with('.')) text.remove_prefix(1);
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return lower == "nan" || lower == "inf" || lower == "infinity";
}

/// Faults of texts that other programs read as numbers, each in its own way.
std::variant<double, NumberFault> refuse_form(std::string_view text, std::size_t sign) {
  const std::string_view body = text.substr(sign);
  if (odd_word(text)) return NumberFault{shown(text) + " is no finite number", {}, 0, text.size()};
  if (body.size() > 1 && body[0] == '0' && (body[1] == 'x' || body[1] == 'X' || body[1] == 'o'))
    return NumberFault{shown(text) + " is not a decimal number", {}, 0, text.size()};
  const std::size_t zeros = std::min(body.find_first_not_of('0'), body.size());
  if (zeros > 0 && zeros < body.size() && digit(body[zeros])) {
    const std::string plain = std::string(text.substr(0, sign)) + std::string(body.substr(zeros));
    return NumberFault{shown(text) + " starts with 0, which some programs read as octal",
                       shown(plain) + " without the 0", 0, text.size()};
  }
  if (zeros == body.size() && body.size() > 1)
    return NumberFault{shown(text) + " starts with 0, which some programs read as octal", "one 0",
                       0, text.size()};
  return 0.0;
}

/// 0.15 -> 15: the decimal point of shortest digits moved two places, as text.
std::string percent_digits(double value) {
  std::string text = digits(value);
  if (text.find('e') != std::string::npos) return {};
  const std::string sign = text.starts_with('-') ? "-" : "";
  text.erase(0, sign.size());
  std::size_t point = text.find('.');
  std::string fraction = point == std::string::npos ? "" : text.substr(point + 1);
  std::string whole = text.substr(0, point);
  fraction.resize(std::max<std::size_t>(fraction.size(), 2), '0');
  whole += fraction.substr(0, 2);
  fraction.erase(0, 2);
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
  return sign + whole + (fraction.empty() ? "" : "." + fraction);
}

}  // namespace

std::variant<double, NumberFault> read_number(std::string_view text, Unit unit,
                                              const Calendar& calendar) {
  const std::size_t sign = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
  auto form = refuse_form(text, sign);
  if (std::holds_alternative<NumberFault>(form)) return form;
  const std::size_t length = number_length(text.substr(sign));
  if (length == 0) return NumberFault{shown(text) + " is not a number", {}, 0, text.size()};
  std::size_t tail = sign + length;
  if (tail < text.size() && text[tail] == ' ') ++tail;
  const std::string_view name = text.substr(tail);
  Suffix found;
  if (!name.empty()) {
    found = suffix(name, unit, calendar);
    if (found.name.empty() && (name[0] == ',' || name[0] == '_' || digit(name[0])))
      return NumberFault{shown(text) + " is not a number", "digits without separators", 0,
                         text.size()};
    if (found.name.empty())
      return NumberFault{shown(name) + " is not a unit here", {}, tail, name.size()};
  }
  std::string plain(text.substr(0, sign + length));
  if (plain.starts_with('+')) plain.erase(0, 1);
  if (found.shift != 0) {
    const std::size_t e = plain.find_first_of("eE");
    const int exponent = e == std::string::npos ? 0 : std::atoi(plain.c_str() + e + 1);
    plain =
        plain.substr(0, e) + "e" + std::to_string(std::clamp(exponent, -9999, 9999) + found.shift);
  }
  double value = 0;
  const auto end = std::from_chars(plain.data(), plain.data() + plain.size(), value);
  if (end.ec == std::errc::result_out_of_range) {
    // from_chars leaves the value alone: too large or too small is told by the exponent's sign.
    if (plain.find("e-") == std::string::npos && plain.find("E-") == std::string::npos)
      return NumberFault{shown(text) + " is too large", {}, 0, text.size()};
    value = 0;
  }
  return value * found.factor / found.divisor;
}

std::string digits(double value) {
  char buffer[64];
  const double size = std::fabs(value);
  const bool fixed = size == 0 || (size >= 1e-7 && size < 1e15);
  const auto end =
      fixed ? std::to_chars(std::begin(buffer), std::end(buffer), value, std::chars_format::fixed)
            : std::to_chars(std::begin(buffer), std::end(buffer), value,
                            std::chars_format::scientific);
  return {std::begin(buffer), end.ptr};
}

std::string write_number(double value, Unit unit) {
  std::string text = digits(value);
  switch (unit) {
    case Unit::share: {
      // Beyond 10000 % it is a table's column of money or a count that shares the unit's row.
      const std::string percent = std::fabs(value) <= 100 ? percent_digits(value) : "";
      return percent.empty() ? text : percent + "%";
    }
    case Unit::hours:
      return text + "h";
    case Unit::days:
      return text + "d";
    default:
      return text;
  }
}

std::string expectation(Unit unit, double low, double high, bool whole) {
  const std::string from = write_number(low, unit), to = write_number(high, unit);
  std::string what = whole ? "a whole number" : "a number";
  if (unit == Unit::share) what = "a share";
  if (unit == Unit::hours) what = "working hours";
  if (unit == Unit::days) what = whole ? "whole working days" : "working days";
  if (unit == Unit::money) what = "money";
  if (unit == Unit::per_year) what = "a number a year";
  if (unit == Unit::per_day) what = "a number a day";
  if (unit == Unit::per_hour) what = "a number an hour";
  if (low < high) what += " from " + from + " to " + to;
  const bool suffixes = !row(unit).suffixes.empty();
  if (suffixes) what += ", such as " + std::string(row(unit).example);
  return what;
}

std::string_view name_of(Unit unit) { return row(unit).name; }

std::string_view pattern(Unit unit) {
  static const std::string patterns[] = {
      std::string(kNumber) + std::string(row(Unit::share).pattern),
      std::string(kNumber) + std::string(row(Unit::hours).pattern),
      std::string(kNumber) + std::string(row(Unit::days).pattern),
      std::string(kNumber) + std::string(row(Unit::money).pattern)};
  switch (unit) {
    case Unit::share:
    case Unit::per_day:
    case Unit::per_hour:
      return patterns[0];
    case Unit::hours:
      return patterns[1];
    case Unit::days:
      return patterns[2];
    case Unit::money:
      return patterns[3];
    default:
      return {};
  }
}

}  // namespace tandem
