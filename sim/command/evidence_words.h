// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/command/console.h"
#include "tandem/evidence.h"

// How figures and verdicts of `tandem evidence` are written.
namespace tandem {

/// "inside", "at the edge", ...; empty: nothing to judge.
[[nodiscard]] std::string_view word(EvidenceVerdict verdict);
[[nodiscard]] Style style(EvidenceVerdict verdict);

struct Shown {
  std::string mean, interval, unit;
};
/// An estimate on the scale that fits it; empty texts where there is none.
[[nodiscard]] Shown shown(const std::optional<Estimate>& simulated, std::string_view unit);
/// "21.3 % (20.2 .. 22.4)" or an empty text.
[[nodiscard]] std::string in_line(const Shown& figure);

/// "20 .. 35", "above 0", "below 33"; of shares in per cent.
[[nodiscard]] std::string bounds(double low, double high, std::string_view unit);

/// A text for a cell of a table in Markdown.
[[nodiscard]] std::string cell(std::string_view text);

}  // namespace tandem
