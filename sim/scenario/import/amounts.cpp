// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/import/amounts.h"

#include <algorithm>

#include "sim/scenario/import/text.h"

namespace tandem::crm {

namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

/// An amount taken apart: sign, currency, and the body of digits and separators.
struct Parts {
  bool negative = false;
  std::string currency;
  std::string body;  ///< digits, '.' and ','; blanks and apostrophes between digits become 't'
};

bool is_body(char c) { return digit(c) || c == '.' || c == ',' || c == '\'' || c == ' '; }

/// Blanks of any width and typographic apostrophes as their plain forms.
std::string plain(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    std::size_t n = 1;
    if (text.starts_with("\xC2\xA0")) n = 2;
    if (text.starts_with("\xE2\x80\xAF") || text.starts_with("\xE2\x80\x89")) n = 3;
    if (n > 1) {
      result += ' ';
    } else if (text.starts_with("\xE2\x80\x99")) {
      result += '\'';
      n = 3;
    } else if (text.starts_with("\xE2\x88\x92")) {
      result += '-';
      n = 3;
    } else {
      result += text[0];
    }
    text.remove_prefix(n);
  }
  return result;
}

std::optional<Parts> parts_of(std::string_view cell) {
  if (cell.size() > 60) return std::nullopt;
  const std::string text = plain(cell);
  std::string_view rest = trimmed(text);
  Parts parts;
  if (rest.size() > 2 && rest.front() == '(' && rest.back() == ')') {
    parts.negative = true;
    rest = trimmed(rest.substr(1, rest.size() - 2));
  }
  const std::size_t first = rest.find_first_of("0123456789");
  if (first == std::string_view::npos) return std::nullopt;
  std::size_t begin = first;
  if (begin > 0 && (rest[begin - 1] == '.' || rest[begin - 1] == ',') &&
      (begin == 1 || !((rest[begin - 2] | 32) >= 'a' && (rest[begin - 2] | 32) <= 'z')))
    --begin;  // ".50"; the point of "Fr.50" belongs to the currency
  std::size_t end = begin;
  while (end < rest.size() && is_body(rest[end])) ++end;
  while (end > begin && !digit(rest[end - 1]) && rest[end - 1] != '.' && rest[end - 1] != ',')
    --end;
  const std::string around =
      std::string(rest.substr(0, begin)) + " " + std::string(rest.substr(end));
  const bool whole = !digit(rest[end - 1]);  // "12.-" has a dash for its cents
  for (const char c : around) {
    if (digit(c)) return std::nullopt;
    if (c == '-' && !whole) parts.negative = true;
    if (c != ' ' && c != '+' && c != '-') parts.currency += c;
  }
  if (parts.currency.size() > 5) return std::nullopt;
  for (const char c : rest.substr(begin, end - begin))
    parts.body += c == ' ' || c == '\'' ? 't' : c;
  return parts;
}

/// The body's digits without thousands separators, cut at the decimal separator; nothing if groups
/// are not of three (or of two before the last three, as in India).
struct Number {
  std::string whole, fraction;
  bool grouped = false;
};

std::optional<Number> number_of(const std::string& body, char decimal) {
  const char thousands = decimal == '.' ? ',' : '.';
  Number number;
  std::vector<std::size_t> groups{0};
  std::size_t at = 0;
  char used = 0;
  for (; at < body.size() && body[at] != decimal; ++at) {
    const char c = body[at];
    if (digit(c)) {
      number.whole += c;
      ++groups.back();
      continue;
    }
    if (c != thousands && c != 't') return std::nullopt;
    if (used != 0 && used != c) return std::nullopt;
    used = c;
    groups.push_back(0);
  }
  if (at < body.size()) {
    for (const char c : std::string_view(body).substr(at + 1)) {
      if (!digit(c)) return std::nullopt;
      number.fraction += c;
    }
  }
  number.grouped = groups.size() > 1;
  if (number.grouped) {
    if (groups.back() != 3 || groups.front() == 0 || groups.front() > 3) return std::nullopt;
    if (number.whole[0] == '0') return std::nullopt;
    for (std::size_t i = 1; i + 1 < groups.size(); ++i)
      if (groups[i] != 2 && groups[i] != 3) return std::nullopt;
  }
  if (number.whole.empty() && number.fraction.empty()) return std::nullopt;
  return number;
}

std::optional<std::int64_t> cents_of(const Number& number) {
  if (number.whole.size() > 15) return std::nullopt;
  std::int64_t cents = 0;
  for (const char c : number.whole) cents = cents * 10 + (c - '0');
  const std::string fraction = (number.fraction + "000").substr(0, 3);
  cents = cents * 100 + (fraction[0] - '0') * 10 + (fraction[1] - '0');
  if (fraction[2] >= '5') ++cents;
  return cents > 400'000'000'000'000'000 ? std::nullopt : std::optional(cents);
}

}  // namespace

std::string NumberFormat::name() const { return decimal == '.' ? "1,234.56" : "1.234,56"; }

std::optional<NumberFormat> NumberFormat::named(std::string_view name) {
  for (const char decimal : {'.', ','})
    if (NumberFormat{decimal}.name() == name) return NumberFormat{decimal};
  return std::nullopt;
}

std::optional<Amount> read_amount(std::string_view cell, const NumberFormat& format) {
  const auto parts = parts_of(cell);
  if (!parts) return std::nullopt;
  const auto number = number_of(parts->body, format.decimal);
  if (!number) return std::nullopt;
  const auto cents = cents_of(*number);
  if (!cents) return std::nullopt;
  return Amount{parts->negative ? -*cents : *cents, parts->currency};
}

void AmountCensus::add(std::string_view cell) {
  if (blank(cell)) return;
  ++cells_;
  const auto point = read_amount(cell, {'.'});
  const auto comma = read_amount(cell, {','});
  point_ += point.has_value();
  comma_ += comma.has_value();
  if (!point && !comma) return;
  if (point && comma && point->cents != comma->cents) {
    ++differ_;
    (cell.find('.') != std::string_view::npos ? point_before_three_ : comma_before_three_) += 1;
  }
  const std::string& sign = point ? point->currency : comma->currency;
  if (sign.empty()) return;
  const auto same = [&sign](const Currency& c) { return c.sign == sign; };
  const auto found = std::find_if(currencies_.begin(), currencies_.end(), same);
  if (found != currencies_.end())
    ++found->cells;
  else if (currencies_.size() < 50)
    currencies_.push_back({sign, 1});
}

NumberFormat AmountCensus::format() const {
  if (point_ != comma_ || differ_ == 0) return {comma_ > point_ ? ',' : '.'};
  return {point_before_three_ > comma_before_three_ ? ',' : '.'};
}

bool AmountCensus::guessed() const { return point_ == comma_ && differ_ > 0; }

std::int64_t AmountCensus::fits() const { return format().decimal == '.' ? point_ : comma_; }

}  // namespace tandem::crm
