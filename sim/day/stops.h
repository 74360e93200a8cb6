// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/day/firm.h"

// The stops of a day, in their order. Each is a function of the firm and the state; docs/one-day.md
// tells what each reads and writes.
namespace tandem {

void open_day(const Firm& firm, State& state);   // 1
void inputs(const Firm& firm, State& state);     // 2
void arrive(const Firm& firm, State& state);     // 3
void plan(const Firm& firm, State& state);       // 4
void meet(const Firm& firm, State& state);       // 5
void resolve(const Firm& firm, State& state);    // 6
void work(const Firm& firm, State& state);       // 7
void settle(const Firm& firm, State& state);     // 7
void close_day(const Firm& firm, State& state);  // 8

}  // namespace tandem
