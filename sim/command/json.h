// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "tandem/study.h"

// Everything the command prints or saves as JSON.
namespace tandem {

[[nodiscard]] std::string run_json(const Scenario& scenario, const Batch& batch);
[[nodiscard]] std::string compare_json(const ComparisonSet& set);
[[nodiscard]] std::string parameters_json(const std::vector<ParameterInfo>& rows);
[[nodiscard]] std::string metrics_json();

/// manifest.json of `run --out` and of `compare --out`.
[[nodiscard]] std::string run_manifest(const Scenario& scenario, const Batch& batch, int asked);
[[nodiscard]] std::string compare_manifest(const Scenario& base,
                                           const std::vector<Scenario>& variants,
                                           const ComparisonSet& set, int asked);
/// One digest for a base and its variants.
[[nodiscard]] std::string joint_digest(const Scenario& base, const std::vector<Scenario>& variants);

}  // namespace tandem
