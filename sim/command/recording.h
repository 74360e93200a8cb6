// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/command/console.h"
#include "sim/command/options.h"
#include "tandem/record.h"

namespace tandem {

/// `run --record FILE`: plays one replication and writes its recording.
[[nodiscard]] ExitCode record(const Scenario& scenario, const RunOptions& options,
                              const Console& console);

}  // namespace tandem
