// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tandem {

/// One parameter as declared: the same row drives parser, schema, docs, sweep and listings.
struct ParameterInfo {
  std::string
      path;  ///< where it stands in a scenario file, e.g. "market.deal_size", "teams[].name"
  std::string type;      ///< number, integer, yes/no, choice, text, list, map
  std::string unit;      ///< "share", "h", "d", "money", ...; empty = a pure number
  std::string fallback;  ///< default as one would write it in a file
  std::string range;     ///< "0 .. 1", or the choices "a | b | c"
  std::string says;      ///< one sentence
  std::string source;    ///< where the default comes from; may be empty
  std::string scope;     ///< for whom a change may set it: firm, territory, team
};

[[nodiscard]] const std::vector<ParameterInfo>& parameters();

enum class Metric : int;  // index into metrics()

/// Which way a metric is better for the firm.
enum class Better { more, less, neither };

/// One metric as declared. A metric without an observation in a run is left out of results.
struct MetricInfo {
  std::string_view id;      ///< e.g. "voluntary_turnover"; never re-used for another meaning
  std::string_view title;   ///< for tables
  std::string_view unit;    ///< "money", "share", "d", "h", ...
  std::string_view says;    ///< the definition, numerator and denominator named
  std::string_view group;   ///< firm, people, collaboration, customers
  Better better;            ///< more, less; neither where it depends
  bool weekly = false;      ///< has a weekly series
  bool per_person = false;  ///< has a value per person
};

[[nodiscard]] std::span<const MetricInfo> metrics();
[[nodiscard]] const MetricInfo& info(Metric metric);
[[nodiscard]] std::optional<Metric> find_metric(std::string_view id);

}  // namespace tandem
