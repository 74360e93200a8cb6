// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "viewer/plots/plots.h"

namespace tandem::viewer {

double y_at(const std::vector<std::pair<double, double>>& points, double x) {
  if (points.empty()) return kNone;
  const auto after = std::ranges::upper_bound(points, x, {}, &std::pair<double, double>::first);
  if (after == points.begin()) return points.front().second;
  const auto& [x0, y0] = *(after - 1);
  if (after == points.end()) return y0;
  return y0 + (after->second - y0) * (x - x0) / (after->first - x0);
}

Hit draw(Canvas& canvas, Box box, const Curves& plot, const Look& look) {
  const float em = look.em;
  Range x, y{0, 0};
  float names = 0;
  for (const auto& series : plot.series) {
    for (const auto& [at, value] : series.points) {
      x.take(at);
      y.take(value);
    }
    names += series.pen.name.empty() ? 0 : canvas.extent(series.pen.name, 0.85F).x + 0.3F * em;
  }
  if (x.empty()) return {};
  if (!plot.y_name.empty()) {
    canvas.text(box.low, plot.y_name, look.muted, Anchor::left, 0.78F);
    box.low.y += 0.95F * em;
  }
  const Axes axes =
      lay_out(canvas, box, look, x, y, plot.x_unit, plot.y_unit, Fit::tight, names + 0.4F * em);
  if (axes.inside.width() < em || axes.inside.height() < em) return {};
  draw_axes(canvas, axes, look, plot.x_name);
  const Box& in = axes.inside;
  if (std::isfinite(plot.mark)) {
    const float at = axes.at(plot.mark, 0).x;
    canvas.line({at, in.low.y}, {at, in.high.y}, look.muted, look.stroke * 0.8F, Dash::dashed);
    const float wide = canvas.extent(plot.mark_name, 0.8F).x;
    canvas.text({std::min(at + 0.2F * em, in.high.x - wide), in.low.y}, plot.mark_name, look.muted,
                Anchor::left, 0.8F);
  }
  for (const auto& other : plot.others) {
    const float at = axes.at(std::clamp(other.x, x.low, x.high), 0).x;
    canvas.line({at, in.high.y - 0.7F * em}, {at, in.high.y}, look.muted, look.stroke);
  }
  float name = in.high.x + 0.3F * em;  // letters side by side, for curves often end together
  for (const auto& series : plot.series) {
    std::vector<ImVec2> points;
    for (const auto& [at, value] : series.points) points.push_back(axes.at(at, value));
    canvas.polyline(points, series.pen.colour, 1.4F * look.stroke, series.pen.dash);
    if (std::isfinite(series.here)) {
      const double here = std::clamp(series.here, x.low, x.high);
      canvas.circle(axes.at(here, y_at(series.points, here)), 0.35F * em, series.pen.colour);
    }
    if (series.pen.name.empty()) continue;
    const float up = std::clamp(points.back().y - 0.5F * em, box.low.y, in.high.y - 0.8F * em);
    canvas.text({name, up}, series.pen.name, series.pen.colour, Anchor::left, 0.85F);
    name += canvas.extent(series.pen.name, 0.85F).x + 0.3F * em;
  }

  Hit hit;
  std::optional<double> here;
  if (!plot.series.empty() && std::isfinite(plot.series[0].here)) here = plot.series[0].here;
  const auto told = told_x(axes, look, here);
  if (!told) return hit;
  hit = {0, 0, plot.x_name + " " + number(*told, plot.x_unit)};
  for (const auto& series : plot.series)
    hit.says += "\n" + series.pen.name + (series.pen.name.empty() ? "" : "  ") +
                number(y_at(series.points, *told), plot.y_unit);
  float nearest = 0.5F * em;
  const Curves::Standing* who = nullptr;
  for (const auto& other : plot.others) {
    const float away = std::fabs(axes.at(other.x, 0).x - axes.at(*told, 0).x);
    if (away >= nearest) continue;
    nearest = away;
    who = &other;
  }
  if (who != nullptr) hit.says += "\n" + who->name + ": " + number(who->x, plot.x_unit);
  return hit;
}

}  // namespace tandem::viewer
