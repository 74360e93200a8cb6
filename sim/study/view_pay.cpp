// SPDX-License-Identifier: Apache-2.0
#include "sim/report/view_pay.h"
#include "sim/day/firm.h"
#include "tandem/view.h"

namespace tandem {

std::vector<PayCurveView> view_pay(const World& world, int seat) {
  const Firm firm(world.scenario().model());
  return pay_curves(firm.model, world.state(), firm.pay, firm.roster(world.state()), seat);
}

}  // namespace tandem
