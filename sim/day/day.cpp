// SPDX-License-Identifier: Apache-2.0
#include "sim/day/day.h"

#include "sim/day/stops.h"

namespace tandem {

void run_day(const Firm& firm, State& state) {
  // 1 open: yesterday's events are cleared
  open_day(firm, state);
  // 2 inputs: policy changes due and scheduled events, the only door from outside; standings of
  // contests, once a week
  inputs(firm, state);
  // 3 arrive: topic shifts, opportunities, service requests, customers lost, newcomers
  arrive(firm, state);
  // 4 plan: each rep looks at what pay is worth, chooses effort, its split and the order of deals
  plan(firm, state);
  // 5 meet: who would hand over or take over which deal: intents
  meet(firm, state);
  // 6 resolve: intents in an addressed order; contention is settled here and nowhere else
  resolve(firm, state);
  // 7 work & settle: hours on deals and customers, closings; pay, wellbeing, quits, dismissals
  work(firm, state);
  settle(firm, state);
  // 8 close: the day is over; observers may look
  close_day(firm, state);
}

}  // namespace tandem
