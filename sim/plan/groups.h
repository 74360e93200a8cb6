// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "sim/plan/pay_book.h"

// Who belongs together: teams, territories and the firm as holders of results and as rivals.
namespace tandem::settling {

/// Whose total a meter shows for this seat: an index into the meter's holders.
[[nodiscard]] int holder_index(const PayRoster& roster, Holder holder, int seat);

/// Members of the group that a seat or an index stands for; `whole` is the list of all seats.
[[nodiscard]] std::span<const int> members(const PayBook& book, Holder holder, int index);
[[nodiscard]] int groups(const PayBook& book, Holder holder);

/// Among whom a contest or recognition is held: team, territory or firm.
[[nodiscard]] Holder rivals_of(const PayElement& element);

}  // namespace tandem::settling
