// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/command/console.h"
#include "sim/command/options.h"

// One function per subcommand. Each returns the exit code or throws Failure.
namespace tandem {

[[nodiscard]] ExitCode command(const NewOptions& options, const Console& console);
[[nodiscard]] ExitCode command(const ListOptions& options, const Console& console);
[[nodiscard]] ExitCode command(const CheckOptions& options, const Console& console);
[[nodiscard]] ExitCode command(const RunOptions& options, const Console& console);
[[nodiscard]] ExitCode command(const CompareOptions& options, const Console& console);
[[nodiscard]] ExitCode command(const ReplayOptions& options, const Console& console);
[[nodiscard]] ExitCode command(const MergeOptions& options, const Console& console);
[[nodiscard]] ExitCode command(const VerifyStoreOptions& options, const Console& console);
[[nodiscard]] ExitCode command(const WhyOptions& options, const Console& console);
[[nodiscard]] ExitCode command(const DivergeOptions& options, const Console& console);
[[nodiscard]] ExitCode command(const SchemaOptions& options, const Console& console);
[[nodiscard]] ExitCode command(const ParametersOptions& options, const Console& console);
[[nodiscard]] ExitCode command(const MetricsOptions& options, const Console& console);
[[nodiscard]] ExitCode command(const EvidenceCommandOptions& asked, const Console& console);
[[nodiscard]] ExitCode command(const LessonCommandOptions& asked, const Console& console);

}  // namespace tandem
