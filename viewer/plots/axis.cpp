// SPDX-License-Identifier: Apache-2.0
#include "viewer/plots/axis.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "viewer/plots/look.h"

namespace tandem::viewer {

namespace {

constexpr float kTickSize = 0.78F;  ///< of the words of a tick

/// What the numbers of an axis are divided by, and what that is called.
struct Thousands {
  double by;
  const char* name;
};
Thousands thousands(const Axis& axis) {
  if (axis.unit == "share") return {0.01, " %"};
  const double size = std::max(std::fabs(axis.range.low), std::fabs(axis.range.high));
  if (size >= 1e9) return {1e9, " G"};
  if (size >= 1e6) return {1e6, " M"};
  if (size >= 1e4) return {1e3, " k"};
  return {1, ""};
}

/// The least of 1, 2 and 5 times a power of ten that is not less.
double nice_step(double step) {
  const double power = std::pow(10.0, std::floor(std::log10(step)));
  for (const double factor : {1.0, 2.0, 5.0})
    if (factor * power >= step * (1 - 1e-9)) return factor * power;
  return 10 * power;
}

void set_ticks(Axis& axis) {
  axis.ticks.clear();
  const double slack = 1e-6 * axis.step;
  const double first = std::ceil((axis.range.low - slack) / axis.step);
  const double last = std::floor((axis.range.high + slack) / axis.step);
  for (double k = first; k <= last; k += 1) axis.ticks.push_back(k * axis.step + 0.0);
}

}  // namespace

void Range::take(double value) {
  if (!std::isfinite(value)) return;
  low = empty() ? value : std::min(low, value);
  high = std::max(high, value);
  if (high < low) high = low;
}

void Range::take(const Range& other) {
  if (other.empty()) return;
  const bool first = empty();
  low = first ? other.low : std::min(low, other.low);
  high = first ? other.high : std::max(high, other.high);
}

std::string Axis::says(double tick) const {
  const auto [by, name] = thousands(*this);
  const double apart = step / by;
  const int places = std::clamp(static_cast<int>(std::ceil(-std::log10(apart) - 1e-6)), 0, 9);
  if (std::fabs(tick) < 1e-9 * step) return "0";
  std::string out = fmt::format("{:.{}f}", tick / by, places) + name;
  if (unit != "share" && unit != "money" && unit != "count" && unit != "none" && !unit.empty())
    out += " " + unit;
  return out;
}

Axis nice_axis(Range values, int most_ticks, std::string_view unit, double least_step) {
  Axis axis;
  axis.unit = unit;
  if (values.empty()) values = {0, 1};
  if (values.low > 0 && values.low < 0.6 * values.high) values.low = 0;
  if (values.high < 0 && values.high > 0.6 * values.low) values.high = 0;
  if (values.high - values.low <= 1e-9 * std::max(std::fabs(values.low), std::fabs(values.high))) {
    const double room = values.low == 0 ? 1 : 0.1 * std::fabs(values.low);
    values = {values.low < 0 || values.low > 0 ? values.low - room : 0, values.high + room};
  }
  const bool both_sides = values.low < 0 && values.high > 0;
  const int steps = std::max(most_ticks, both_sides ? 3 : 2) - 1;
  axis.step = std::max(nice_step((values.high - values.low) / steps), least_step);
  while (true) {
    axis.range = {std::floor(values.low / axis.step + 1e-9) * axis.step,
                  std::ceil(values.high / axis.step - 1e-9) * axis.step};
    if (axis.range.high - axis.range.low <= (steps + 0.5) * axis.step) break;
    axis.step = nice_step(1.5 * axis.step);
  }
  set_ticks(axis);
  return axis;
}

Axis tight_axis(Range values, int most_ticks, std::string_view unit, double least_step) {
  Axis axis;
  axis.unit = unit;
  if (values.empty()) values = {0, 1};
  if (values.high <= values.low) values.high = values.low + 1;
  axis.range = values;
  axis.step = std::max(nice_step((values.high - values.low) / std::max(most_ticks, 2)), least_step);
  set_ticks(axis);
  return axis;
}

ImVec2 Axes::at(double x_value, double y_value) const {
  const auto share = [](double value, const Range& of) {
    return static_cast<float>(std::clamp((value - of.low) / (of.high - of.low), -1e3, 1e3));
  };
  return {inside.low.x + share(x_value, x.range) * inside.width(),
          inside.high.y - share(y_value, y.range) * inside.height()};
}

double Axes::x_under(float pixel) const {
  const double share = static_cast<double>(pixel - inside.low.x) / std::max(inside.width(), 1.0F);
  return x.range.low + share * (x.range.high - x.range.low);
}

Axes lay_out(const Canvas& canvas, Box box, const Look& look, Range x, Range y,
             std::string_view x_unit, std::string_view y_unit, Fit x_fit, float right) {
  Axes axes;
  const float line = kTickSize * 1.25F * look.em;
  axes.inside = {{box.low.x, box.low.y + line / 2}, {box.high.x - right, box.high.y - line}};
  const int rows = std::clamp(static_cast<int>(axes.inside.height() / (1.35F * line)), 2, 7);
  axes.y = nice_axis(y, rows, y_unit);
  float words = 0;
  for (const double tick : axes.y.ticks)
    words = std::max(words, canvas.extent(axes.y.says(tick), kTickSize).x);
  axes.inside.low.x += words + 0.4F * look.em;
  const int columns = std::clamp(static_cast<int>(axes.inside.width() / (4 * look.em)), 3, 9);
  axes.x = x_fit == Fit::nice ? nice_axis(x, columns, x_unit)
                              : tight_axis(x, columns, x_unit, x_fit == Fit::time ? 1 : 0);
  return axes;
}

std::optional<double> told_x(const Axes& axes, const Look& look, std::optional<double> cursor) {
  if (look.pointer && axes.inside.holds(*look.pointer)) return axes.x_under(look.pointer->x);
  return look.at_cursor ? cursor : std::nullopt;
}

void draw_axes(Canvas& canvas, const Axes& axes, const Look& look, std::string_view x_name) {
  const Box& in = axes.inside;
  const float half = kTickSize * look.em / 2;
  for (const double tick : axes.y.ticks) {
    const float y = axes.at(0, tick).y;
    const bool zero = std::fabs(tick) < 1e-9 * axes.y.step;
    canvas.line({in.low.x, y}, {in.high.x, y}, zero ? look.line : with_alpha(look.line, 0.3F),
                look.stroke * 0.6F);
    canvas.text({in.low.x - 0.3F * look.em, y - half}, axes.y.says(tick), look.muted, Anchor::right,
                kTickSize);
  }
  const float name = canvas.extent(x_name, kTickSize).x;
  if (!x_name.empty())
    canvas.text({in.high.x - name, in.high.y + 0.1F * look.em}, x_name, look.muted, Anchor::left,
                kTickSize);
  float free = in.low.x - 0.3F * look.em;
  const float end = in.high.x - (x_name.empty() ? 0 : name + 0.5F * look.em);
  for (const double tick : axes.x.ticks) {
    const float x = axes.at(tick, 0).x;
    canvas.line({x, in.high.y}, {x, in.high.y + 0.2F * look.em}, look.line, look.stroke * 0.6F);
    const std::string says = axes.x.says(tick);
    const float width = canvas.extent(says, kTickSize).x;
    const float left = std::clamp(x - width / 2, in.low.x, std::max(in.low.x, in.high.x - width));
    if (left < free || left + width > end) continue;
    canvas.text({left, in.high.y + 0.1F * look.em}, says, look.muted, Anchor::left, kTickSize);
    free = left + width + 0.5F * look.em;
  }
}

}  // namespace tandem::viewer
