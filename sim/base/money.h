// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

#include "sim/base/check.h"

namespace tandem {

/// Money in minor units (cents), exact at the ledger. Expected values and prices stay doubles in
/// whole units.
using Money = std::int64_t;

/// An amount in whole units, as scenarios write it, in cents: rounded to the nearest, halves to
/// even. cents(12.34) == 1234. Stops on NaN and beyond 4e16 units.
[[nodiscard]] Money cents(double amount);

/// Adds to a sum. One that 64 bits do not hold is a broken invariant, never a wrapped number.
inline void add_to(Money& sum, Money amount) {
  CHECK(!__builtin_add_overflow(sum, amount, &sum), "a sum of money is beyond every ledger");
}

/// An amount in cents as a double of whole units.
[[nodiscard]] constexpr double whole_units(Money money) {
  return static_cast<double>(money) / 100.0;
}

/// Splits `total` in proportion to `weights` (finite, none negative) so that the parts add up to it
/// to the cent: largest remainder, ties to the lower index. All weights zero: equal parts. A
/// negative total splits as its opposite does. The arithmetic is on integers, so equal weights get
/// parts at most a cent apart.
void apportion(Money total, std::span<const double> weights, std::span<Money> out);

}  // namespace tandem
