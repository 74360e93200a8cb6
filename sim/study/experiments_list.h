// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "sim/study/experiments_bench.h"

// The experiments by subject, each with what it plays and counts.
namespace tandem {

[[nodiscard]] std::span<const Trial> learning_trials();   ///< mates, effort and knowledge
[[nodiscard]] std::span<const Trial> result_trials();     ///< what results go with
[[nodiscard]] std::span<const Trial> pay_trials();        ///< what plans do to output and when
[[nodiscard]] std::span<const Trial> incentive_trials();  ///< ranks, kinds of incentive, noise
[[nodiscard]] std::span<const Trial> leaving_trials();    ///< turnover, customers, processes
[[nodiscard]] std::span<const Trial> team_trials();       ///< trust, conflict, loafing, meetings

}  // namespace tandem
