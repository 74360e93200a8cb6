// SPDX-License-Identifier: Apache-2.0
#include "sim/day/stops.h"

namespace tandem {

void open_day(const Firm&, State& state) {
  state.today.clear();
  state.intents.clear();
  state.pay_lines.clear();
  state.notes.clear();
}

}  // namespace tandem
