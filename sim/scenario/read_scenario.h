// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/model/spec.h"
#include "sim/scenario/layers.h"
#include "tandem/lesson.h"
#include "tandem/scenario.h"

namespace tandem {

/// Text to checked Spec: layers, options, sections, cross checks; all faults, sorted by place. The
/// horizon is the file's. `given` receives the paths of what was written, if asked for, `lesson` the
/// section of this name: then its twins are read too and their faults told.
[[nodiscard]] Result<Spec> read_scenario(const Start& start, const Overrides& overrides,
                                         std::vector<std::string>* given = nullptr,
                                         std::optional<Lesson>* lesson = nullptr);

}  // namespace tandem
