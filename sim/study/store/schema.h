// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tandem {

constexpr std::int64_t kApplication = 0x54414E44;  ///< "TAND" in the file's header
constexpr std::int64_t kFormat = 1;                ///< of the tables; a file of another is refused

/// All tables and views of an empty store.
[[nodiscard]] std::string schema();

/// Places in metrics() of those that have a weekly series: the columns of the table of weeks.
[[nodiscard]] std::vector<std::size_t> weekly_metrics();
/// Their ids, or those of all metrics, each after a comma.
[[nodiscard]] std::string metric_columns();
[[nodiscard]] std::string weekly_columns();
/// ",?" for each of n parameters.
[[nodiscard]] std::string places(std::size_t n);

}  // namespace tandem
