// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/base/calendar.h"
#include "sim/model/model.h"

namespace tandem {

/// Works out what follows from the parameters of a set: nominal chances, costs of effort, rates a
/// day.
[[nodiscard]] PolicySet derive(const Parameters& parameters, const QuotaSpec& quota, int plan,
                               const Calendar& calendar);

/// What marketing's money adds to the opportunities of a territory's prospects, as a share: returns
/// diminish in the money for each of so many accounts.
[[nodiscard]] double leads_bought(const Parameters& market, double accounts);

}  // namespace tandem
