// SPDX-License-Identifier: Apache-2.0
#include "sim/base/waiting_line.h"

#include "sim/base/math.h"

namespace tandem {

namespace {

/// The chance that all n servers are busy if nobody waits, Erlang's B: B_k = A B / (k + A B).
double all_busy(int servers, double load) {
  double busy = 1;
  for (int k = 1; k <= servers; ++k) busy = load * busy / (k + load * busy);
  return busy;
}

}  // namespace

WaitingLine waiting_line(int servers, double load, double service, double patience) {
  if (!(load > 0)) return {};
  if (servers <= 0) return {1, patience > 0 ? patience : math::kInfinity, patience > 0 ? 1.0 : 0.0};
  const double n = servers, busy = all_busy(servers, load);
  if (!(patience > 0)) {
    if (load >= n) return {1, math::kInfinity, 0};
    const double waits = n * busy / (n - load * (1 - busy));
    return {waits, waits * service / (n - load), 0};
  }
  // States by the number j that wait, each relative to j = 0 with all servers busy: the next one is
  // load / (n + j service / patience) as likely. Those with a free server add up to 1 / B.
  constexpr int kMost = 100'000;
  constexpr double kLarge = 1e200, kNothing = 1e-17;
  const double giving_up = service / patience;
  double part = 1, waiting = 1, waiters = 0, all = 1 / busy;
  for (int j = 1; j < kMost; ++j) {
    const double ratio = load / (n + j * giving_up);
    part *= ratio;
    waiting += part;
    waiters += j * part;
    all += part;
    if (ratio < 1 && j * part < kNothing * waiters) break;
    if (part > kLarge) part /= kLarge, waiting /= kLarge, waiters /= kLarge, all /= kLarge;
  }
  const double wait = waiters / all * service / load;  // Little
  return {waiting / all, wait, wait / patience};
}

}  // namespace tandem
