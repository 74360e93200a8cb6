// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/plan/pay_plans.h"

namespace tandem {

/// The market's rate on a day for people on this plan: units of their currency for one of the
/// firm's. 1 without an exchange element.
[[nodiscard]] double market_rate(const CompiledPlan& plan, int day);

/// The mean of the market's rate over the days first..last.
[[nodiscard]] double average_rate(const CompiledPlan& plan, int first, int last);

}  // namespace tandem
