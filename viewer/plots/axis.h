// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "viewer/plots/canvas.h"

// Axes: from what range of values to what place on the canvas, with ticks that are easy to read.
namespace tandem::viewer {

struct Look;

/// Values from the least to the greatest; low > high: there are none yet.
struct Range {
  double low = 1, high = 0;
  [[nodiscard]] bool empty() const { return !(low <= high); }
  void take(double value);  ///< what is not a number is passed over
  void take(const Range& other);
};

/// An axis that begins and ends at a tick.
struct Axis {
  Range range;
  double step = 1;
  std::vector<double> ticks;
  std::string unit;  ///< as metrics name it
  /// A tick in words: all ticks of an axis have the same number of digits and the same thousands.
  [[nodiscard]] std::string says(double tick) const;
};

/// Ticks 1, 2 or 5 times a power of ten apart, at most so many (at least two). Zero is on the axis
/// where the values are not far from it.
[[nodiscard]] Axis nice_axis(Range values, int most_ticks, std::string_view unit = "",
                             double least_step = 0);
/// The same, but it ends where the values do.
[[nodiscard]] Axis tight_axis(Range values, int most_ticks, std::string_view unit = "",
                              double least_step = 0);

/// Two axes in a box.
struct Axes {
  Box inside;
  Axis x, y;
  [[nodiscard]] ImVec2 at(double x_value, double y_value) const;
  [[nodiscard]] double x_under(float pixel) const;
};

/// How an axis begins and ends: at ticks, or where the values do; time has no ticks within a day.
enum class Fit { nice, tight, time };
/// Makes room for the words of the ticks, and to the right for `right` pixels of labels.
[[nodiscard]] Axes lay_out(const Canvas& canvas, Box box, const Look& look, Range x, Range y,
                           std::string_view x_unit, std::string_view y_unit, Fit x_fit,
                           float right);
/// The time whose values are to be told: under the pointer, or the cursor's for the keyboard.
[[nodiscard]] std::optional<double> told_x(const Axes& axes, const Look& look,
                                           std::optional<double> cursor);
/// Grid, ticks and their words; `x_name` stands at the right end below.
void draw_axes(Canvas& canvas, const Axes& axes, const Look& look, std::string_view x_name);

}  // namespace tandem::viewer
