// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "sim/model/spec.h"
#include "sim/scenario/layers.h"
#include "tandem/scenario.h"

namespace tandem {

/// Text to checked Spec: layers, options, sections, cross checks; all faults, sorted by place. The
/// horizon is the file's. `given` receives the paths of what was written, if asked for.
[[nodiscard]] Result<Spec> read_scenario(const Start& start, const Overrides& overrides,
                                         std::vector<std::string>* given = nullptr);

}  // namespace tandem
