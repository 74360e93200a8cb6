// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/day/firm.h"

// What somebody's leaving does to deals, customers and mates.
namespace tandem {

/// The leaver takes deals and customers along; mates feel it; the customers that stay go to whom the
/// policy says. Before the seat is empty.
void take_leave(const Firm& firm, State& state, int seat);

/// A newcomer takes over what mates have served meanwhile.
void take_over_book(const Firm& firm, State& state, int seat);

/// Who serves an account: the seat it belongs to, or a mate for an empty one.
[[nodiscard]] inline int server_of(const Firm& firm, const State& state, int account) {
  const int mate = state.accounts.server[account];
  return mate >= 0 ? mate : firm.model.account[account].seat;
}

}  // namespace tandem
