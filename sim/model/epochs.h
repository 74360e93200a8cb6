// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/model/model.h"

namespace tandem {

/// Works out which policies are in force when and for whom: fills plans, sets and epochs (MODEL
/// section 11).
void build_epochs(Model& model);

}  // namespace tandem
