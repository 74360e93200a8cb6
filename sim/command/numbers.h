// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace tandem {

/// How the numbers of one row are shown: divided, rounded, and what is written behind them.
struct Scale {
  double divisor = 1;
  std::string unit;  ///< "M", "%", "d", ...; may be empty
  int decimals = 2;
};

/// A scale for a metric's unit on which `size` reads well and `resolution` (the half-width of an
/// interval) shows with two digits.
[[nodiscard]] Scale scale_for(std::string_view unit, double size, double resolution);

[[nodiscard]] std::string number(double x, const Scale& scale);
[[nodiscard]] std::string signed_number(double x, const Scale& scale);  ///< "+" before gains
/// A half-width of an interval; one too small for the scale reads "<0.01", not "0.00".
[[nodiscard]] std::string half_width(double half, const Scale& scale);
[[nodiscard]] std::string with_unit(const std::string& number, const Scale& scale);

/// 1234567 -> "1,234,567".
[[nodiscard]] std::string grouped(std::int64_t n);
/// A count of which only the size matters: "840", "1,200", "35k", "2M".
[[nodiscard]] std::string roughly(std::int64_t n);
/// A duration for people: "12 ms", "0.42 s", "3 min 20 s", "1 h 05 min".
[[nodiscard]] std::string duration(double seconds);

/// A series as small bars, `width` of them; weeks without observation (NaN) are gaps.
[[nodiscard]] std::string sparkline(std::span<const double> series, int width);

}  // namespace tandem
