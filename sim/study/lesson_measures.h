// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "tandem/lesson.h"

namespace tandem {

/// What an effect counts, in one run of the file's firm or of a twin; empty: no observation.
[[nodiscard]] std::optional<double> lesson_value(const LessonEffect& effect,
                                                 const Scenario& scenario, const RunRecord& run);
/// The unit of that.
[[nodiscard]] std::string_view lesson_unit(const LessonEffect& effect);

}  // namespace tandem
