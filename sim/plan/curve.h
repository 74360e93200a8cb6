// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "sim/base/check.h"

namespace tandem {

/// Pay as a function of credit: straight lines with jumps between them. Plain data of fixed size,
/// no heap.
///
/// Segment j covers [at[j], at[j+1]) and is level[j] + slope[j] (x - at[j]). The first one reaches
/// down for ever: at[0] is only the place where level[0] is given. The last one reaches up for
/// ever. A jump belongs to its upper side: whoever sells exactly the quota has reached it; below()
/// gives the limit from the left.
struct Curve {
  static constexpr int kMost = 16;  ///< segments

  int segments = 1;
  std::array<double, kMost> at{}, level{}, slope{};

  /// The straight line level + slope (x - from).
  [[nodiscard]] static Curve line(double slope, double level = 0.0, double from = 0.0) {
    Curve curve;
    curve.at[0] = from;
    curve.level[0] = level;
    curve.slope[0] = slope;
    return curve;
  }

  /// The curve so far, and from `from` on another slope, after a jump up (or down, if negative).
  /// Breakpoints are given in rising order: Curve::line(0).then(quota, rate, bonus).then(cap, 0).
  [[nodiscard]] Curve then(double from, double next_slope, double jump = 0.0) const {
    CHECK(std::isfinite(from) && (segments == 1 || from > at[last()]),
          "breakpoints of a curve must rise");
    CHECK(segments < kMost, "a curve of pay has too many segments");
    Curve curve = *this;
    if (segments == 1 && from < at[0]) {  // move the place where the first level is given
      curve.level[0] = line_at(0, from);
      curve.at[0] = from;
    }
    const auto next = static_cast<std::size_t>(segments);
    curve.at[next] = from;
    curve.level[next] = line_at(segments - 1, from) + jump;
    curve.slope[next] = next_slope;
    ++curve.segments;
    return curve;
  }

  /// Segment j's line at x, inside the segment or not.
  [[nodiscard]] double line_at(int j, double x) const {
    const auto i = static_cast<std::size_t>(j);
    return level[i] + slope[i] * (x - at[i]);
  }

  /// The segment x lies in.
  [[nodiscard]] int segment(double x) const {
    int j = 0;
    for (int i = 1; i < segments; ++i) j += at[static_cast<std::size_t>(i)] <= x;
    return j;
  }

  /// Pay for credit x; on a breakpoint the value above it.
  [[nodiscard]] double operator()(double x) const { return line_at(segment(x), x); }

  /// Pay just below x.
  [[nodiscard]] double below(double x) const {
    int j = 0;
    for (int i = 1; i < segments; ++i) j += at[static_cast<std::size_t>(i)] < x;
    return line_at(j, x);
  }

  /// Slope at x; on a breakpoint the one above it.
  [[nodiscard]] double slope_at(double x) const {
    return slope[static_cast<std::size_t>(segment(x))];
  }

  /// How much the curve jumps at breakpoint j = 1 .. segments - 1.
  [[nodiscard]] double jump(int j) const {
    const auto i = static_cast<std::size_t>(j);
    return level[i] - line_at(j - 1, at[i]);
  }

  /// The curve times a factor.
  [[nodiscard]] Curve scaled(double factor) const {
    Curve curve = *this;
    for (double& value : curve.level) value *= factor;
    for (double& value : curve.slope) value *= factor;
    return curve;
  }

  /// The curve of u -> P(offset + rate u) for a rate > 0: the same pay against another measure of
  /// credit.
  [[nodiscard]] Curve along(double offset, double rate) const {
    CHECK(rate > 0.0, "credit must be measured along a rising scale");
    Curve curve = *this;
    for (double& value : curve.at) value = (value - offset) / rate;
    for (double& value : curve.slope) value *= rate;
    return curve;
  }

  /// Credit is never negative, so where a plan starts at zero its first line goes on below:
  /// otherwise the Normal noise of the outlook would weigh results that cannot be.
  void leave_out_debt() {
    if (segments < 2 || at[1] > 0 || jump(1) != 0) return;
    --segments;
    const auto n = static_cast<std::size_t>(segments);
    for (auto* row : {&at, &level, &slope}) std::copy_n(row->begin() + 1, n, row->begin());
  }

  /// Closes the gaps that rounding left where the curve does not jump: a jump costs those who look
  /// ahead two exponentials.
  void close_gaps() {
    for (int j = 1; j < segments; ++j) {
      const auto i = static_cast<std::size_t>(j);
      const double reached = line_at(j - 1, at[i]);
      if (std::fabs(level[i] - reached) < 1e-11 * (std::fabs(level[i]) + std::fabs(reached)))
        level[i] = reached;
    }
  }

  /// The sum of both curves. Breakpoints of equal place become one; what is not needed is left out.
  void add(Curve other);

  /// The same function without breakpoints at which nothing happens (no jump, no bend, to 1e-14).
  [[nodiscard]] Curve simplified() const {
    Curve curve = *this;
    curve.segments = 1;
    for (int j = 1; j < segments; ++j) {
      const auto i = static_cast<std::size_t>(j);
      const int before = curve.segments - 1;
      const double reached = curve.line_at(before, at[i]);
      const double bend = slope[i] - curve.slope[static_cast<std::size_t>(before)];
      const double tiny = 1e-14;
      if (std::fabs(level[i] - reached) <=
              tiny * std::fmax(std::fabs(level[i]), std::fabs(reached)) &&
          std::fabs(bend) <= tiny * std::fabs(slope[i])) {
        continue;
      }
      const auto next = static_cast<std::size_t>(curve.segments++);
      curve.at[next] = at[i];
      curve.level[next] = level[i];
      curve.slope[next] = slope[i];
    }
    return curve;
  }

 private:
  [[nodiscard]] std::size_t last() const { return static_cast<std::size_t>(segments - 1); }
};

inline void Curve::add(Curve other) {
  const Curve mine = *this;
  const auto append = [this](double from, double value, double rise) {
    CHECK(segments < kMost, "a sum of curves of pay has too many segments");
    const auto next = static_cast<std::size_t>(segments++);
    at[next] = from;
    level[next] = value;
    slope[next] = rise;
  };
  segments = 0;
  const double start = std::fmin(mine.at[0], other.at[0]);
  append(start, mine.line_at(0, start) + other.line_at(0, start), mine.slope[0] + other.slope[0]);
  int i = 1, j = 1;
  while (i < mine.segments || j < other.segments) {
    const double x = i < mine.segments ? mine.at[static_cast<std::size_t>(i)] : HUGE_VAL;
    const double y = j < other.segments ? other.at[static_cast<std::size_t>(j)] : HUGE_VAL;
    i += x <= y;
    j += y <= x;
    const double from = std::fmin(x, y);
    append(
        from, mine.line_at(i - 1, from) + other.line_at(j - 1, from),
        mine.slope[static_cast<std::size_t>(i - 1)] + other.slope[static_cast<std::size_t>(j - 1)]);
  }
  *this = simplified();
}

}  // namespace tandem
