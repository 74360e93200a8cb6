// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tandem/study.h"
#include "tandem/why.h"

// Everything the command prints or saves as JSON.
namespace tandem {

/// The words for machines: "higher", "best", "more", ...
[[nodiscard]] std::string_view word(Verdict verdict);
[[nodiscard]] std::string_view word(Standing standing);
[[nodiscard]] std::string_view word(Better better);

[[nodiscard]] std::string run_json(const Scenario& scenario, const Batch& batch,
                                   const std::optional<StopRule>& until = {});
[[nodiscard]] std::string compare_json(const ComparisonSet& set,
                                       const std::optional<StopRule>& until = {});
/// Entries of a journal by their places.
[[nodiscard]] std::string entries_json(const Journal& journal,
                                       const std::vector<std::size_t>& places);
[[nodiscard]] std::string effect_json(const Effect& effect);
[[nodiscard]] std::string divergence_json(const Divergence& divergence, const Journal& first,
                                          const Journal& second);
[[nodiscard]] std::string parameters_json(const std::vector<ParameterInfo>& rows);
[[nodiscard]] std::string metrics_json();

/// manifest.json of `run --out` and of `compare --out`; `files` stand beside it.
[[nodiscard]] std::string run_manifest(const Scenario& scenario, const Batch& batch, int asked,
                                       const std::vector<std::string>& files);
[[nodiscard]] std::string compare_manifest(const Scenario& base,
                                           const std::vector<Scenario>& variants,
                                           const ComparisonSet& set, int asked,
                                           const std::vector<std::string>& files);
/// One digest for a base and its variants.
[[nodiscard]] std::string joint_digest(const Scenario& base, const std::vector<Scenario>& variants);

}  // namespace tandem
