// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace tandem::record {

// Of hashed_fields() those that are laid out by the plans a scenario may use.
inline constexpr std::string_view kContestField = "likely results in contests";
inline constexpr std::string_view kPayBookField = "book of pay";

}  // namespace tandem::record
