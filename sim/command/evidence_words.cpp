// SPDX-License-Identifier: Apache-2.0
#include "sim/command/evidence_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/command/numbers.h"

namespace tandem {

namespace {

/// Unit of the row as the scale of the command's numbers writes it.
Scale scale_of(const Estimate& e, std::string_view unit) {
  const double half = (e.high - e.low) / 2;
  const bool constant = half <= 1e-9 * std::abs(e.mean);  // but for rounding
  Scale scale = scale_for(unit, e.mean, constant ? 0 : half);
  if (unit == "calendar days") scale.unit = "d";
  // More digits than one reads in a table of a dozen figures help nobody.
  const bool fine = unit == "none" || scale.unit == "M";
  scale.decimals = std::min(scale.decimals, fine ? 2 : scale.unit == "k" ? 0 : 1);
  return scale;
}

}  // namespace

std::string_view word(EvidenceVerdict verdict) {
  switch (verdict) {
    case EvidenceVerdict::inside:
      return "inside";
    case EvidenceVerdict::edge:
      return "at the edge";
    case EvidenceVerdict::sign:
      return "sign only";
    case EvidenceVerdict::miss:
      return "miss";
    case EvidenceVerdict::nothing:
      return "no observation";
    case EvidenceVerdict::open:
      break;
  }
  return "";
}

Style style(EvidenceVerdict verdict) {
  switch (verdict) {
    case EvidenceVerdict::inside:
      return Style::up;
    case EvidenceVerdict::miss:
      return Style::down;
    case EvidenceVerdict::edge:
    case EvidenceVerdict::sign:
      return Style::warning;
    default:
      return Style::dim;
  }
}

Shown shown(const std::optional<Estimate>& simulated, std::string_view unit) {
  if (!simulated) return {};
  const Estimate& e = *simulated;
  const Scale scale = scale_of(e, unit);
  return {number(e.mean, scale), number(e.low, scale) + " .. " + number(e.high, scale), scale.unit};
}

std::string in_line(const Shown& figure) {
  if (figure.mean.empty()) return "";
  const std::string unit = figure.unit.empty() ? "" : " " + figure.unit;
  return fmt::format("{}{} ({})", figure.mean, unit, figure.interval);
}

std::string bounds(double low, double high, std::string_view unit) {
  const double factor = unit == "share" ? 100 : 1;
  const auto end = [factor](double x) { return fmt::format("{:.3g}", x * factor); };
  if (std::isinf(high)) return "above " + end(low);
  if (std::isinf(low)) return "below " + end(high);
  return end(low) + " .. " + end(high);
}

std::string cell(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '|' ? "\\|" : std::string(1, c);
  return out;
}

}  // namespace tandem
