// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "sim/model/spec.h"
#include "sim/scenario/reader.h"
#include "tandem/lesson.h"

namespace tandem {

/// The section `lesson` of a file, if there is one; what is wrong with it is in reader.faults. The
/// firm must have been read: teams are looked up, days must lie within the horizon.
[[nodiscard]] std::optional<Lesson> read_lesson(Reader& reader, const Node& root, const Spec& spec,
                                                double last_day);

/// Faults of a twin, told at the place in the file that says its options. `list` holds them; `before`
/// options of the command line came first.
[[nodiscard]] Faults faults_at(const Faults& of_twin, const Node& list, const std::string& path,
                               std::size_t before);

}  // namespace tandem
