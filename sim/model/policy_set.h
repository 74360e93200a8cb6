// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/base/calendar.h"
#include "sim/model/model.h"

namespace tandem {

/// Works out what follows from the parameters of a set: nominal chances, costs of effort, rates a
/// day.
[[nodiscard]] PolicySet derive(const Parameters& parameters, const QuotaSpec& quota, int plan,
                               const Calendar& calendar);

}  // namespace tandem
