// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "viewer/plots/plots.h"

// Histogram and scatter.
namespace tandem::viewer {

Bins bins_of(const Histogram& plot) {
  Range all;
  std::size_t most = 0;
  for (const auto& series : plot.series) {
    for (const double value : series.values) all.take(value);
    most = std::max(most, series.values.size());
  }
  Bins bins;
  bins.counts.resize(plot.series.size());
  if (all.empty()) return bins;
  // About the root of how many there are: enough to see a shape, few enough to see it is one.
  const int wanted = std::clamp(static_cast<int>(std::sqrt(static_cast<double>(most))) + 2, 4, 24);
  const Axis axis = tight_axis(all, wanted);
  bins.width = axis.step;
  bins.low = std::floor(all.low / bins.width + 1e-9) * bins.width;
  const auto n = static_cast<std::size_t>((all.high - bins.low) / bins.width + 1e-9) + 1;
  for (std::size_t s = 0; s < plot.series.size(); ++s) {
    bins.counts[s].assign(n, 0);
    for (const double value : plot.series[s].values)
      if (std::isfinite(value))
        ++bins.counts[s][std::min(
            n - 1, static_cast<std::size_t>((value - bins.low) / bins.width + 1e-9))];
  }
  return bins;
}

Hit draw(Canvas& canvas, Box box, const Histogram& plot, const Look& look) {
  const Bins bins = bins_of(plot);
  const std::size_t n = bins.counts.empty() ? 0 : bins.counts.front().size();
  if (n == 0) return {};
  Range x{bins.low, bins.low + bins.width * static_cast<double>(n)}, y{0, 1};
  for (const auto& counts : bins.counts)
    for (const int count : counts) y.take(count);
  for (const auto& series : plot.series) x.take(series.mark);
  std::vector<LegendEntry> names;
  if (plot.series.size() > 1)
    for (const auto& series : plot.series) names.push_back({series.pen.name, series.pen.colour});
  box.low.y += legend(canvas, box, look, names);
  const Axes axes =
      lay_out(canvas, box, look, x, y, plot.unit, "count", Fit::tight, 0.5F * look.em);
  if (axes.inside.width() < look.em || axes.inside.height() < look.em) return {};
  draw_axes(canvas, axes, look, "");
  const auto edge = [&](std::size_t bin) {
    return bins.low + bins.width * static_cast<double>(bin);
  };
  for (std::size_t s = 0; s < plot.series.size(); ++s) {
    const Pen& pen = plot.series[s].pen;
    std::vector<ImVec2> outline = {axes.at(edge(0), 0)};
    for (std::size_t b = 0; b < n; ++b) {
      const double count = bins.counts[s][b];
      const ImVec2 low = axes.at(edge(b), 0), high = axes.at(edge(b + 1), count);
      if (count > 0) canvas.rect({{low.x, high.y}, {high.x, low.y}}, with_alpha(pen.colour, 0.2F));
      outline.push_back(axes.at(edge(b), count));
      outline.push_back(high);
    }
    outline.push_back(axes.at(edge(n), 0));
    canvas.polyline(outline, pen.colour, look.stroke, pen.dash);
  }
  float top = axes.inside.low.y;
  for (const auto& series : plot.series) {
    if (!std::isfinite(series.mark)) continue;
    const float at = axes.at(series.mark, 0).x;
    canvas.line({at, axes.inside.low.y}, {at, axes.inside.high.y}, series.pen.colour,
                1.6F * look.stroke, series.pen.dash);
    const float width = canvas.extent(series.pen.name, 0.85F).x + 0.3F * look.em;
    const float left = at + width > axes.inside.high.x ? at - width : at + 0.3F * look.em;
    canvas.text({left, top}, series.pen.name, series.pen.colour, Anchor::left, 0.85F);
    top += look.em;
  }
  Hit hit;
  if (!look.pointer || !axes.inside.holds(*look.pointer)) return hit;
  const double under = (axes.x_under(look.pointer->x) - bins.low) / bins.width;
  if (under < 0 || under >= static_cast<double>(n)) return hit;
  const auto bin = static_cast<std::size_t>(under);
  hit.series = 0;
  hit.item = static_cast<int>(bin);
  hit.says = number(edge(bin), plot.unit) + " … " + number(edge(bin + 1), plot.unit);
  for (std::size_t s = 0; s < plot.series.size(); ++s)
    hit.says +=
        fmt::format("\n{}  {} {}", plot.series[s].pen.name, bins.counts[s][bin], plot.count_name);
  return hit;
}

Hit draw(Canvas& canvas, Box box, const Scatter& plot, const Look& look) {
  Range x, y;
  for (const auto& point : plot.points) {
    x.take(point.x);
    y.take(point.y);
  }
  box.low.y += legend(canvas, box, look, plot.kinds);
  const float name = 0.95F * look.em;
  if (!plot.y_name.empty()) {
    canvas.text(box.low, plot.y_name, look.muted, Anchor::left, 0.78F);
    box.low.y += name;
  }
  const Axes axes = lay_out(canvas, box, look, x, y, plot.x_unit, plot.y_unit, Fit::nice, look.em);
  if (axes.inside.width() < look.em || axes.inside.height() < look.em) return {};
  draw_axes(canvas, axes, look, plot.x_name);
  const float radius = 0.28F * look.em;
  Hit hit;
  const bool pointing = look.pointer && box.holds(*look.pointer);
  float nearest = look.em * look.em;
  canvas.clip(box);
  for (std::size_t i = 0; i < plot.points.size(); ++i) {
    const auto& point = plot.points[i];
    const ImVec2 at = axes.at(point.x, point.y);
    const auto kind = static_cast<std::size_t>(point.kind);
    const ImU32 colour = kind < plot.kinds.size() ? plot.kinds[kind].colour : look.accent;
    if (kind % 2 == 0)
      canvas.circle(at, radius, with_alpha(colour, 0.7F));
    else
      canvas.ring(at, radius, colour, look.stroke);
    if (static_cast<int>(i) == plot.picked)
      canvas.ring(at, 1.8F * radius, look.text, 1.5F * look.stroke);
    if (!pointing) continue;
    const float dx = at.x - look.pointer->x, dy = at.y - look.pointer->y;
    if (dx * dx + dy * dy >= nearest) continue;
    nearest = dx * dx + dy * dy;
    hit = {point.kind, static_cast<int>(i), {}};
  }
  if (hit) {
    const auto& point = plot.points[static_cast<std::size_t>(hit.item)];
    canvas.ring(axes.at(point.x, point.y), 1.5F * radius, look.accent, look.stroke);
    hit.says = point.name + "\n" + plot.x_name + " " + number(point.x, plot.x_unit) + "\n" +
               plot.y_name + " " + number(point.y, plot.y_unit);
  }
  canvas.unclip();
  return hit;
}

}  // namespace tandem::viewer
