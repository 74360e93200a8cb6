// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "tandem/study.h"

namespace tandem {

/// Why these variants cannot be paired with `base`: they name another seed or last another time.
[[nodiscard]] Faults not_comparable(const Scenario& base, const std::vector<Scenario>& variants);

}  // namespace tandem
