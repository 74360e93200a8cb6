// SPDX-License-Identifier: Apache-2.0
#include "sim/plan/payout.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

#include "sim/base/check.h"

namespace tandem {

namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();

/// Has a result reached an edge? On the edge itself the element's rule decides.
bool reached(const PayElement& e, double edge, double x) {
  return e.edge == PayElement::upper ? x >= edge : x > edge;
}

/// Number of leading points whose edge the result has reached.
std::size_t band(const PayElement& e, const PayTerms& terms, const Points& points, double x) {
  std::size_t i = 0;
  while (i < points.size() && reached(e, edge_of(e, terms, points[i].first), x)) ++i;
  return i;
}

double multiplier_at(const PayElement& e, const PayTerms& terms, double x) {
  const std::size_t i = band(e, terms, e.multipliers, x);
  return i == 0 ? 1.0 : e.multipliers[i - 1].second;
}

/// One band of constant rate: credit from `low` to `high` pays `rate` a unit.
struct Band {
  double low, high, rate;
};

/// Band i of the element's tiers. A flat rate is one band; straight lines between points of pay are
/// bands too: their rate is the slope.
Band tier(const PayElement& e, const PayTerms& terms, std::size_t i) {
  if (e.tiers.empty()) return {0, kNever, e.rate};
  const auto pay_at = [&](std::size_t k) {
    return e.tiers[k].second * edge_of(e, terms, e.tiers[k].first);
  };
  if (e.curve == PayElement::step) {
    const double high = i + 1 < e.tiers.size() ? edge_of(e, terms, e.tiers[i + 1].first) : kNever;
    return {edge_of(e, terms, e.tiers[i].first), high, e.tiers[i].second};
  }
  const std::size_t n = e.tiers.size();
  if (i == 0) return {0, edge_of(e, terms, e.tiers[0].first), e.tiers[0].second};
  const double low = edge_of(e, terms, e.tiers[i - 1].first);
  if (i == n || low == kNever) return {low, kNever, e.tiers[n - 1].second};
  const double high = edge_of(e, terms, e.tiers[i].first);
  if (high == kNever) return {low, high, e.tiers[i - 1].second};
  return {low, high, (pay_at(i) - pay_at(i - 1)) / (high - low)};
}

std::size_t tier_count(const PayElement& e) {
  if (e.tiers.empty()) return 1;
  return e.tiers.size() + (e.curve == PayElement::linear ? 1 : 0);
}

/// Pay for the credit from `start` to `x`, each unit at its own band's rate and multiplier.
double by_bands(const PayElement& e, const PayTerms& terms, double start, double x, bool multiply) {
  double pay = 0;
  for (std::size_t i = 0; i < tier_count(e); ++i) {
    const Band t = tier(e, terms, i);
    const double low = std::max(t.low, start), high = std::min(t.high, x);
    if (!(high > low)) continue;
    if (!multiply || e.multipliers.empty()) {
      pay += t.rate * (high - low);
      continue;
    }
    double from = low, factor = 1;
    for (const auto& [point, next] : e.multipliers) {
      const double until = std::clamp(edge_of(e, terms, point), from, high);
      pay += t.rate * factor * (until - from);
      from = until;
      factor = next;
    }
    pay += t.rate * factor * (high - from);
  }
  return pay;
}

double commission_for(const PayElement& e, const PayTerms& terms, double x) {
  double start = 0;
  if (e.threshold > 0) {
    const double least = edge_of(e, terms, e.threshold);
    if (!reached(e, least, x)) return 0;
    if (e.below == PayElement::lost) start = least;
  }
  if (e.cap > 0) x = std::min(x, edge_of(e, terms, e.cap));
  if (!(x > start)) return 0;
  if (e.tiers_are == PayElement::marginal) return by_bands(e, terms, start, x, true);
  const double factor = multiplier_at(e, terms, x);
  if (e.tiers.empty() || e.curve == PayElement::linear)
    return factor * by_bands(e, terms, start, x, false);
  const std::size_t i = band(e, terms, e.tiers, x);
  return i == 0 ? 0 : factor * e.tiers[i - 1].second * (x - start);
}

double bonus_for(const PayElement& e, const PayTerms& terms, double x) {
  const double scale = 100 * terms.part;
  if (e.tiers.empty()) return reached(e, edge_of(e, terms, e.at), x) ? e.pays * scale : 0;
  const std::size_t i = band(e, terms, e.tiers, x);
  if (i == 0) return 0;
  const auto [edge, amount] = e.tiers[i - 1];
  if (e.curve == PayElement::step || i == e.tiers.size()) return amount * scale;
  const double low = edge_of(e, terms, edge), high = edge_of(e, terms, e.tiers[i].first);
  return scale * (amount + (e.tiers[i].second - amount) * ((x - low) / (high - low)));
}

}  // namespace

double edge_of(const PayElement& e, const PayTerms& terms, double value) {
  if (value == 0) return 0;
  if (e.unit != PayElement::attainment)
    return std::nearbyint(value * 100 * terms.part) + terms.removed;
  return terms.goal > 0 ? std::nearbyint(value * terms.goal) + terms.removed : kNever;
}

double uncapped(const PayElement& e, const PayTerms& terms, double x) {
  switch (e.kind) {
    case PayElement::commission:
    case PayElement::pool:
    case PayElement::override_pay:
    case PayElement::profit_share:
      return terms.hurdle * commission_for(e, terms, x);
    case PayElement::bonus:
      return terms.hurdle * bonus_for(e, terms, x);
    case PayElement::spiff:
      return std::max(0.0, x) * (e.rate > 0 ? e.rate : e.pays);
    default:
      CHECK(false, "this kind of pay is no function of a result");
  }
}

double payout(const PayElement& e, const PayTerms& terms, double x) {
  double pay = uncapped(e, terms, x);
  if (e.cap_rate > 0) pay = std::min(pay, e.cap_rate * std::max(0.0, x));
  pay += terms.carried;
  if (e.cap_pay > 0) pay = std::min(pay, e.cap_pay * 100 * terms.part);
  return pay * terms.share;
}

double beyond_cap_pay(const PayElement& e, const PayTerms& terms, double x) {
  if (e.cap_pay == 0) return 0;
  double pay = uncapped(e, terms, x);
  if (e.cap_rate > 0) pay = std::min(pay, e.cap_rate * std::max(0.0, x));
  return std::max(0.0, pay + terms.carried - e.cap_pay * 100 * terms.part);
}

Edges edges(const PayElement& e, const PayTerms& terms) {
  Edges out;
  const auto add = [&](double value) {
    const double at = edge_of(e, terms, value);
    if (at == kNever) return;
    CHECK(out.count < kMostEdges, "a pay element has too many edges");
    out.at[static_cast<std::size_t>(out.count++)] = at;
  };
  add(0);
  if (e.kind == PayElement::bonus && e.tiers.empty()) add(e.at);
  for (const auto& [edge, rate] : e.tiers) add(edge);
  for (const auto& [point, factor] : e.multipliers) add(point);
  if (e.threshold > 0) add(e.threshold);
  if (e.cap > 0) add(e.cap);
  auto* const end = out.at.begin() + out.count;
  std::sort(out.at.begin(), end);
  out.count = static_cast<int>(std::unique(out.at.begin(), end) - out.at.begin());
  return out;
}

Money rounded(double amount) {
  CHECK(std::abs(amount) < 0x1p62, "pay is not a number or beyond every ledger");
  const double snapped = std::abs(amount) < 1e11 ? std::nearbyint(amount * 1e4) / 1e4 : amount;
  const double below = std::floor(snapped);
  const double rest = snapped - below;
  const Money whole = static_cast<Money>(below);
  // A multiple of 1e-4 is not exact in binary, but .5 of a cent is.
  if (rest != 0.5) return whole + (rest > 0.5 ? 1 : 0);
  return whole + (whole & 1);
}

bool pays_by_result(const PayElement& e) {
  switch (e.kind) {
    case PayElement::commission:
    case PayElement::pool:
    case PayElement::override_pay:
    case PayElement::profit_share:
    case PayElement::bonus:
    case PayElement::spiff:
      return true;
    default:
      return false;
  }
}

}  // namespace tandem
