// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include "sim/base/calendar.h"
#include "sim/model/field.h"

namespace tandem {

/// Why a text is no number, and which of its bytes are to blame.
struct NumberFault {
  std::string message;
  std::string expected;  ///< empty: the usual expectation of the field
  std::size_t from = 0, length = 0;
};

/// A number as people write it: 0.15, 15%, 2h, 30min, 2q, 60k, by what it means. Exact: the nearest
/// double to what the digits say.
[[nodiscard]] std::variant<double, NumberFault> read_number(std::string_view text, Unit unit,
                                                            const Calendar& calendar);

/// The shortest text that read_number() gives the same double for, in any calendar: 15%, 2h, 3d.
[[nodiscard]] std::string write_number(double value, Unit unit);

/// The shortest digits of a double.
[[nodiscard]] std::string digits(double value);

/// "a share from 0% to 100%, such as 15%".
[[nodiscard]] std::string expectation(Unit unit, double low, double high, bool whole);

/// "share", "hours", ... empty for a pure number.
[[nodiscard]] std::string_view name_of(Unit unit);

/// Regular expression of the texts that read_number() takes beside plain numbers; empty = none.
[[nodiscard]] std::string_view pattern(Unit unit);

}  // namespace tandem
