// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/day/firm.h"

// The knowledge base: what is written, and what is found (MODEL section 5).
namespace tandem {

/// As full as the policy keeps it in the long run.
void start_library(const Firm& firm, State& state);

/// At week's end: people write what they know best, as far as they are willing; articles age.
void write_articles(const Firm& firm, State& state);

/// A rep looks for an answer on a deal: advice, or nothing. Hours are spent either way.
void look_up(const Firm& firm, State& state, int seat, Deal& deal);

}  // namespace tandem
