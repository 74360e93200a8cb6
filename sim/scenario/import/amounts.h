// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Amounts of money as exports write them: currency signs, thousands separators, decimal commas.
namespace tandem::crm {

/// How a column writes numbers. One per column, decided from the whole column.
struct NumberFormat {
  char decimal = '.';
  /// As one writes it in `--map`: "1,234.56" or "1.234,56".
  [[nodiscard]] std::string name() const;
  [[nodiscard]] static std::optional<NumberFormat> named(std::string_view name);
};

struct Amount {
  std::int64_t cents = 0;
  std::string currency;  ///< sign or code as written; may be empty
};

/// An amount in cents, rounded to the nearest; nothing if the text is no amount in this format.
/// "(12.50)" and "12.50-" are negative. Beyond 4e15 in size is no amount.
[[nodiscard]] std::optional<Amount> read_amount(std::string_view cell, const NumberFormat& format);

/// What a column of texts says about its number format.
class AmountCensus {
 public:
  void add(std::string_view cell);  ///< blank cells count as nothing
  [[nodiscard]] std::int64_t cells() const { return cells_; }
  [[nodiscard]] std::int64_t fits() const;  ///< cells that are amounts in format()
  /// Point unless the comma fits more cells. Where both fit all and differ ("1.234": a thousand or
  /// one?), a separator that always stands before three digits parts thousands: money has two
  /// decimals.
  [[nodiscard]] NumberFormat format() const;
  [[nodiscard]] bool guessed() const;  ///< format() rests on that convention
  struct Currency {
    std::string sign;
    std::int64_t cells = 0;
  };
  [[nodiscard]] const std::vector<Currency>& currencies() const { return currencies_; }

 private:
  std::int64_t cells_ = 0, point_ = 0, comma_ = 0;
  std::int64_t point_before_three_ = 0, comma_before_three_ = 0, differ_ = 0;
  std::vector<Currency> currencies_;
};

}  // namespace tandem::crm
