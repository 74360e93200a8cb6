// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "sim/model/spec.h"
#include "sim/scenario/node.h"
#include "tandem/scenario.h"

namespace tandem {

/// A spec as a scenario file with every value filled in. head + body reads back to the same spec.
struct Written {
  std::string head;  ///< version, name, seed and horizon
  std::string body;  ///< the rest: what a digest is taken over
};

[[nodiscard]] Written write_spec(const Spec& spec);

/// Parameters and quota by their paths.
[[nodiscard]] std::vector<Setting> write_settings(const Parameters& parameters,
                                                  const QuotaSpec& quota);
/// What a change may set of a territory, as `territories[].KEY`.
[[nodiscard]] std::vector<Setting> write_territory(const TerritorySpec& territory);
/// The elements of a plan, each on one line.
[[nodiscard]] std::vector<std::string> write_plan(const std::vector<PayElement>& plan);

/// The table of open deals as CSV, without line ends: read_open_deals() reads it back.
[[nodiscard]] std::string open_deals_header();
[[nodiscard]] std::string open_deals_row(const OpenDealSpec& deal);

/// A tree as YAML text: short lists and maps on one line. Scalars that are `quoted` get quotes.
[[nodiscard]] std::string write_yaml(const Node& map);
[[nodiscard]] std::string on_one_line(const Node& node);

}  // namespace tandem
