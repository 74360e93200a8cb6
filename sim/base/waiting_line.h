// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tandem {

/// What happens in a line that waits for the next free of some servers.
struct WaitingLine {
  double waits = 0;  ///< share of those who come that find everybody busy
  double wait =
      0;  ///< mean wait of all who come, in the unit of service; infinite if it only grows
  double lost = 0;  ///< share that runs out of patience
};

/// Arrivals Poisson, service exponential with mean `service`, patience exponential with mean
/// `patience`, 0 = nobody gives up. `load` = arrivals in a mean service (Erlangs). Without giving up
/// this is Erlang's C (EVIDENCE B4), with it Erlang's A (Palm): closed forms both.
[[nodiscard]] WaitingLine waiting_line(int servers, double load, double service, double patience);

}  // namespace tandem
