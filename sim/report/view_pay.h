// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "sim/plan/pay_book.h"
#include "sim/plan/pay_plans.h"
#include "sim/state/state.h"
#include "tandem/view.h"

namespace tandem {

/// The elements of a person's plan that pay on a result, as view_pay() shows them.
[[nodiscard]] std::vector<PayCurveView> pay_curves(const Model& model, const State& state,
                                                   const PayPlans& plans, const PayRoster& roster,
                                                   int seat);

}  // namespace tandem
