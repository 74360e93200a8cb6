// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "viewer/plots/plots.h"

namespace tandem::viewer {

namespace {

constexpr float kFaint = 0.35F;

float letters(const Canvas& canvas, const LinePlot& plot) {
  float width = 0;
  for (const auto& series : plot.series)
    width = std::max(width, canvas.extent(series.pen.name, 0.85F).x);
  return width;
}

/// The points of a stretch without a gap, from `i` on; `i` is moved behind it.
std::vector<ImVec2> stretch(const Axes& axes, const LinePlot& plot, const std::vector<double>& y,
                            std::size_t& i, std::size_t end) {
  std::vector<ImVec2> points;
  while (i < end && !std::isfinite(y[i])) ++i;
  for (; i < end && std::isfinite(y[i]); ++i) points.push_back(axes.at(plot.x(i), y[i]));
  return points;
}

void draw_line(Canvas& canvas, const Axes& axes, const LinePlot& plot,
               const LinePlot::Series& series, std::size_t from, std::size_t to, ImU32 colour,
               float width) {
  for (std::size_t i = from; i < to;) {
    const auto points = stretch(axes, plot, series.y, i, to);
    if (points.size() == 1)
      canvas.circle(points[0], width, colour);
    else
      canvas.polyline(points, colour, width, series.pen.dash);
  }
}

void draw_band(Canvas& canvas, const Axes& axes, const LinePlot& plot,
               const LinePlot::Series& series, bool outlined, float outline) {
  const std::size_t n = std::min(series.low.size(), series.high.size());
  for (std::size_t i = 0; i < n;) {
    std::size_t j = i;
    const auto upper = stretch(axes, plot, series.high, i, n);
    const auto lower = stretch(axes, plot, series.low, j, n);
    if (upper.size() == lower.size()) {
      canvas.area(upper, lower, with_alpha(series.pen.colour, 0.14F));
      for (const auto& edge : {upper, lower})
        if (outlined)
          canvas.polyline(edge, with_alpha(series.pen.colour, 0.5F), outline, series.pen.dash);
    }
    i = std::max(i, j);
  }
}

/// The first place whose time comes after the cursor.
std::size_t seen(const LinePlot& plot, std::size_t n) {
  if (!plot.cursor) return n;
  std::size_t i = 0;
  while (i < n && plot.x(i) <= *plot.cursor + 1e-9) ++i;
  return i;
}

}  // namespace

Range y_range(const LinePlot& plot) {
  Range range = plot.fixed_y;
  for (const auto& series : plot.series)
    for (const auto* values : {&series.y, &series.low, &series.high})
      for (const double value : *values) range.take(value);
  return range;
}

Hit draw(Canvas& canvas, Box box, const LinePlot& plot, const Look& look) {
  Range x;
  for (const auto& series : plot.series)
    if (!series.y.empty()) {
      x.take(plot.first);
      x.take(plot.x(series.y.size() - 1));
    }
  const Axes axes = lay_out(canvas, box, look, x, y_range(plot), "", plot.unit, Fit::time,
                            letters(canvas, plot) + 0.6F * look.em);
  if (axes.inside.width() < look.em || axes.inside.height() < look.em) return {};
  draw_axes(canvas, axes, look, plot.x_name);
  canvas.clip({{axes.inside.low.x, axes.inside.low.y - look.stroke},
               {axes.inside.high.x, axes.inside.high.y + look.stroke}});
  const bool several = plot.series.size() > 1, large = axes.inside.height() > 9 * look.em;
  for (const auto& series : plot.series)
    draw_band(canvas, axes, plot, series, several && large, 0.6F * look.stroke);
  std::vector<EndLabel> labels;
  for (const auto& series : plot.series) {
    const std::size_t n = series.y.size(), now = seen(plot, n);
    draw_line(canvas, axes, plot, series, now > 0 ? now - 1 : 0, n,
              with_alpha(series.pen.colour, kFaint), look.stroke);
    draw_line(canvas, axes, plot, series, 0, now, series.pen.colour, 1.4F * look.stroke);
    for (std::size_t i = n; i-- > 0;)
      if (std::isfinite(series.y[i])) {
        labels.push_back({axes.at(plot.x(i), series.y[i]).y, series.pen.name, series.pen.colour});
        break;
      }
  }
  if (plot.cursor && *plot.cursor >= axes.x.range.low && *plot.cursor <= axes.x.range.high) {
    const float at = axes.at(*plot.cursor, 0).x;
    canvas.line({at, axes.inside.low.y}, {at, axes.inside.high.y}, look.text, look.stroke * 0.7F);
  }
  canvas.unclip();
  end_labels(canvas, std::move(labels), axes.inside.high.x + 0.3F * look.em, box.low.y, box.high.y,
             look);

  Hit hit;
  const auto told = told_x(axes, look, plot.cursor);
  if (!told) return hit;
  const double under = std::round((*told - plot.first) / plot.step);
  const auto i = static_cast<std::size_t>(std::max(under, 0.0));
  float nearest = 0;
  for (std::size_t s = 0; s < plot.series.size(); ++s) {
    const auto& series = plot.series[s];
    if (i >= series.y.size()) continue;
    hit.says += "\n" + series.pen.name + (series.pen.name.empty() ? "" : "  ") +
                number(series.y[i], plot.unit);
    if (!std::isfinite(series.y[i])) continue;
    if (i < series.low.size() && i < series.high.size())
      hit.says += "  (" + number(series.low[i], plot.unit) + " … " +
                  number(series.high[i], plot.unit) + ")";
    const ImVec2 at = axes.at(plot.x(i), series.y[i]);
    canvas.ring(at, 0.25F * look.em, series.pen.colour, look.stroke);
    const float away = look.pointer ? std::fabs(at.y - look.pointer->y) : 0;
    if (hit && away >= nearest) continue;
    nearest = away;
    hit.series = static_cast<int>(s);
    hit.item = static_cast<int>(i);
  }
  hit.says = plot.x_name + " " + number(plot.x(i)) + hit.says;
  return hit;
}

}  // namespace tandem::viewer
