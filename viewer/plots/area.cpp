// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "viewer/plots/plots.h"

namespace tandem::viewer {

Hit draw(Canvas& canvas, Box box, const Area& plot, const Look& look) {
  const std::size_t n = plot.y.empty() ? 0 : plot.y.front().size();
  if (n == 0) return {};
  const auto x_of = [&](std::size_t i) { return plot.first + plot.step * static_cast<double>(i); };
  std::vector<std::vector<double>> top(plot.y.size() + 1, std::vector<double>(n, 0));
  Range y{0, std::max(plot.highest, 1e-9)};
  for (std::size_t p = 0; p < plot.y.size(); ++p)
    for (std::size_t i = 0; i < n && i < plot.y[p].size(); ++i) {
      top[p + 1][i] = top[p][i] + (std::isfinite(plot.y[p][i]) ? plot.y[p][i] : 0);
      y.take(top[p + 1][i]);
    }
  float names = 0;
  for (const auto& part : plot.parts) names = std::max(names, canvas.extent(part.name, 0.85F).x);
  const Axes axes = lay_out(canvas, box, look, {x_of(0), x_of(std::max<std::size_t>(n, 2) - 1)}, y,
                            "", plot.unit, Fit::time, names + 0.5F * look.em);
  if (axes.inside.width() < look.em || axes.inside.height() < look.em) return {};
  // More points than pixels say nothing.
  const std::size_t step = std::max<std::size_t>(
      1, static_cast<std::size_t>(static_cast<float>(n) / std::max(axes.inside.width(), 1.0F)));
  std::vector<EndLabel> labels;
  for (std::size_t p = 0; p < plot.y.size() && p < plot.parts.size(); ++p) {
    std::vector<ImVec2> upper, lower;
    for (std::size_t i = 0; i < n; i += step) {
      upper.push_back(axes.at(x_of(i), top[p + 1][i]));
      lower.push_back(axes.at(x_of(i), top[p][i]));
    }
    canvas.area(upper, lower, plot.parts[p].colour);
    labels.push_back(
        {(upper.back().y + lower.back().y) / 2, plot.parts[p].name, plot.parts[p].colour});
  }
  draw_axes(canvas, axes, look, plot.x_name);
  end_labels(canvas, std::move(labels), axes.inside.high.x + 0.3F * look.em, box.low.y, box.high.y,
             look);
  if (plot.cursor && *plot.cursor >= axes.x.range.low && *plot.cursor <= axes.x.range.high) {
    const float at = axes.at(*plot.cursor, 0).x;
    canvas.rect({{at, axes.inside.low.y}, axes.inside.high}, with_alpha(look.back, 0.55F));
    canvas.line({at, axes.inside.low.y}, {at, axes.inside.high.y}, look.text, look.stroke);
  }
  Hit hit;
  const auto told = told_x(axes, look, plot.cursor);
  if (!told) return hit;
  const double under = std::round((*told - plot.first) / plot.step);
  const auto i = std::min(n - 1, static_cast<std::size_t>(std::max(under, 0.0)));
  hit = {0, static_cast<int>(i), plot.x_name + " " + number(x_of(i))};
  for (std::size_t p = plot.y.size(); p-- > 0;) {
    hit.says += "\n" + plot.parts[p].name + "  " + number(plot.y[p][i], plot.unit);
    if (look.pointer && look.pointer->y >= axes.at(0, top[p + 1][i]).y &&
        look.pointer->y < axes.at(0, top[p][i]).y)
      hit.series = static_cast<int>(p);
  }
  return hit;
}

}  // namespace tandem::viewer
