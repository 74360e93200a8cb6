// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "viewer/plots/plots.h"

// What plots hold, as tables and as SVG files.
namespace tandem::viewer {

namespace {

std::string with_unit(const std::string& name, const std::string& unit) {
  const bool none = unit.empty() || unit == "none" || unit == "count";
  return none ? name : name + " (" + unit + ")";
}

}  // namespace

std::string cell(double value) { return std::isfinite(value) ? fmt::format("{}", value) : ""; }

Table table(const LinePlot& plot) {
  Table out;
  out.head.push_back(plot.x_name);
  std::size_t n = 0;
  for (const auto& series : plot.series) {
    out.head.push_back(with_unit(series.pen.name, plot.unit));
    if (!series.low.empty()) out.head.push_back(series.pen.name + " 10 %");
    if (!series.high.empty()) out.head.push_back(series.pen.name + " 90 %");
    n = std::max(n, series.y.size());
  }
  const auto at = [](const std::vector<double>& values, std::size_t i) {
    return i < values.size() ? cell(values[i]) : std::string();
  };
  for (std::size_t i = 0; i < n; ++i) {
    auto& row = out.rows.emplace_back();
    row.push_back(cell(plot.x(i)));
    for (const auto& series : plot.series) {
      row.push_back(at(series.y, i));
      if (!series.low.empty()) row.push_back(at(series.low, i));
      if (!series.high.empty()) row.push_back(at(series.high, i));
    }
  }
  return out;
}

Table table(const Histogram& plot) {
  Table out;
  std::size_t n = 0;
  for (const auto& series : plot.series) {
    out.head.push_back(with_unit(series.pen.name, plot.unit));
    n = std::max(n, series.values.size());
  }
  for (std::size_t i = 0; i < n; ++i) {
    auto& row = out.rows.emplace_back();
    for (const auto& series : plot.series)
      row.push_back(i < series.values.size() ? cell(series.values[i]) : "");
  }
  return out;
}

Table table(const Scatter& plot) {
  Table out{{"", with_unit(plot.x_name, plot.x_unit), with_unit(plot.y_name, plot.y_unit), ""}, {}};
  for (const auto& point : plot.points) {
    const auto kind = static_cast<std::size_t>(point.kind);
    out.rows.push_back({point.name, cell(point.x), cell(point.y),
                        kind < plot.kinds.size() ? plot.kinds[kind].name : ""});
  }
  return out;
}

Table table(const Funnel& plot) {
  Table out;
  out.head.push_back(plot.title);
  for (const auto& column : plot.columns) {
    out.head.push_back(column.pen.name + " " + plot.count_name);
    out.head.push_back(with_unit(column.pen.name, plot.unit));
  }
  for (std::size_t s = 0; s < plot.stages.size(); ++s) {
    auto& row = out.rows.emplace_back();
    row.push_back(plot.stages[s]);
    for (const auto& column : plot.columns) {
      row.push_back(cell(column.counts[s]));
      row.push_back(cell(column.values[s]));
    }
  }
  return out;
}

Table table(const Bars& plot) {
  const bool intervals =
      std::ranges::any_of(plot.terms, [](const auto& term) { return !term.interval.empty(); });
  Table out{{"", with_unit(plot.title, plot.unit)}, {}};
  if (intervals) out.head.insert(out.head.end(), {"low", "high"});
  for (const auto& term : plot.terms) {
    auto& row = out.rows.emplace_back();
    row = {term.name, cell(term.value)};
    if (!intervals) continue;
    row.push_back(term.interval.empty() ? "" : cell(term.interval.low));
    row.push_back(term.interval.empty() ? "" : cell(term.interval.high));
  }
  return out;
}

Table table(const Stack& plot) {
  Table out;
  out.head.push_back(plot.title);
  for (const auto& part : plot.parts) out.head.push_back(with_unit(part.name, plot.unit));
  for (const auto& row : plot.rows) {
    auto& cells = out.rows.emplace_back();
    cells.push_back(row.tag.name.empty() ? row.name : row.name + "  " + row.tag.name);
    for (const double part : row.parts) cells.push_back(cell(part));
  }
  return out;
}

Table table(const Area& plot) {
  Table out;
  out.head.push_back(plot.x_name);
  for (const auto& part : plot.parts) out.head.push_back(with_unit(part.name, plot.unit));
  const std::size_t n = plot.y.empty() ? 0 : plot.y.front().size();
  for (std::size_t i = 0; i < n; ++i) {
    auto& row = out.rows.emplace_back();
    row.push_back(cell(plot.first + plot.step * static_cast<double>(i)));
    for (const auto& part : plot.y) row.push_back(cell(part[i]));
  }
  return out;
}

Table table(const Curves& plot) {
  Table out{{with_unit(plot.x_name, plot.x_unit)}, {}};
  // Before and after each x: where there is no jump the two rows are one.
  std::vector<double> bends;
  for (const auto& series : plot.series) {
    const bool several = plot.series.size() > 1;
    out.head.push_back(
        with_unit(several ? series.pen.name + " " + plot.y_name : plot.y_name, plot.y_unit));
    for (const auto& [x, y] : series.points) bends.push_back(x);
    if (std::isfinite(series.here)) bends.push_back(series.here);
  }
  for (const auto& other : plot.others) bends.push_back(other.x);
  out.head.emplace_back();
  std::ranges::sort(bends);
  bends.erase(std::unique(bends.begin(), bends.end()), bends.end());
  for (const double x : bends) {
    std::vector<std::string> before = {cell(x)}, after = {cell(x)};
    for (const auto& series : plot.series) {
      const auto at = std::ranges::find(series.points, x, &std::pair<double, double>::first);
      after.push_back(cell(y_at(series.points, x)));
      before.push_back(at == series.points.end() ? after.back() : cell(at->second));
    }
    std::string who;
    for (const auto& other : plot.others)
      if (other.x == x) who += (who.empty() ? "" : "; ") + other.name;
    if (x == plot.mark) who += (who.empty() ? "" : "; ") + plot.mark_name;
    const bool jumps = before != after;
    before.emplace_back();
    after.push_back(who);
    if (jumps) out.rows.push_back(before);
    out.rows.push_back(after);
  }
  return out;
}

Table table(const Network& plot) {
  Table out{{plot.node_name, plot.group_name, with_unit(plot.size_name, plot.size_unit),
             plot.tone_name, ""},
            {}};
  for (const auto& kind : plot.kinds) out.head.push_back(kind.name);
  const auto at = [](const auto& all, int i) -> const auto& {
    return all[static_cast<std::size_t>(i)];
  };
  for (const auto& node : plot.nodes)
    out.rows.push_back({node.name, at(plot.groups, node.group), node.empty ? "" : cell(node.size),
                        node.empty ? "" : cell(node.tone),
                        node.empty   ? plot.empty_name
                        : node.fresh ? plot.fresh_name
                                     : ""});
  const std::size_t first = 5;
  for (auto& row : out.rows) row.resize(out.head.size());
  const auto add = [&](int node, int with, const Network::Tie& tie) {
    std::string& to =
        out.rows[static_cast<std::size_t>(node)][first + static_cast<std::size_t>(tie.kind)];
    to += (to.empty() ? "" : "; ") + at(plot.nodes, with).name;
    if (at(plot.kinds, tie.kind).shape == Network::TieKind::line)
      to += fmt::format(" {:.2f}", tie.strength);
  };
  for (const auto& tie : plot.ties) {
    add(tie.from, tie.to, tie);
    if (at(plot.kinds, tie.kind).shape != Network::TieKind::arrow) add(tie.to, tie.from, tie);
  }
  return out;
}

std::string tab_separated(const Table& table) {
  std::string out;
  const auto add = [&](const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) out += '\t';
      for (const char c : cells[i]) out += c == '\t' || c == '\n' ? ' ' : c;
    }
    out += '\n';
  };
  add(table.head);
  for (const auto& row : table.rows) add(row);
  return out;
}

std::string svg(const Plot& plot, ImVec2 size, Look look) {
  look.pointer.reset();
  const Box box{{0, 0}, size};
  SvgCanvas canvas(box, look.back);
  const float edge = 0.5F * look.em;
  return std::visit(
      [&](const auto& data) {
        Box inside{{edge, edge}, {size.x - edge, size.y - edge}};
        inside.low.y +=
            paragraph(canvas, inside.low, inside.width(), data.title, look.text, 1.2F * look.em);
        (void)draw(canvas, inside, data, look);
        return canvas.file(data.title, tab_separated(table(data)));
      },
      plot);
}

}  // namespace tandem::viewer
