// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/day/firm.h"

// Technical support, the service desk and marketing: people outside sales on whom it depends (MODEL
// section 5).
namespace tandem {

/// None of them has anything to do yet.
void start_departments(State& state);

/// In the morning: departments that there are from today on begin; all are paid for the day.
void open_departments(const Firm& firm, State& state);

/// A deal's proposal begins: it may need an input of technical support, who promise it or keep it
/// back. A deal that waits for one is nobody's turn until it is there or patience ends.
void seek_input(const Firm& firm, State& state, int seat, Deal& deal, Turn& turn);

/// A deal's patience with technical support has ended: it goes on without the input.
void go_without_input(const Firm& firm, State& state, int seat, Deal& deal, Turn& turn);

/// A day's hours of technical support go to the cases in their order.
void prepare_inputs(const Firm& firm, State& state);

/// A customer's n-th request may go to the service desk instead of the rep. True if it does.
[[nodiscard]] bool goes_to_desk(const Firm& firm, State& state, int account, std::uint32_t n);

/// A day's hours of the service desk go to the requests in their order.
void answer_at_desk(const Firm& firm, State& state);

/// An opportunity of a prospect may be marketing's, and then may not fit.
void mark_lead(const Firm& firm, State& state, int seat, Deal& deal);

/// At week's end: trust between teams and technical support.
void review_departments(const Firm& firm, State& state);

}  // namespace tandem
