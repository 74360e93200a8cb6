// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "viewer/plots/axis.h"
#include "viewer/plots/look.h"

// Plots: what to show as plain data, and a function that draws it into a box of any canvas and tells
// what the pointer is on. Names and units are in the reader's language already.
namespace tandem::viewer {

inline constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// How a run, or anything else that is followed, is told from others.
struct Pen {
  std::string name;  ///< short: it stands at the line's end
  ImU32 colour = 0;
  Dash dash = Dash::solid;
};

/// Values by time, several of them, each with a band if there is one.
struct LinePlot {
  struct Series {
    Pen pen;
    std::vector<double> y;          ///< at first, first + step, ...; NaN: a gap
    std::vector<double> low, high;  ///< as long as y, or empty
  };
  std::string title, unit, x_name;
  double first = 0, step = 1;
  std::vector<Series> series;
  std::optional<double> cursor;  ///< what comes after it is faint
  Range fixed_y;                 ///< at least this is on the axis; empty: what the values need
  [[nodiscard]] double x(std::size_t i) const { return first + step * static_cast<double>(i); }
};
/// What all values of a plot need.
[[nodiscard]] Range y_range(const LinePlot& plot);

/// How often a value falls where; one outline each, on the same bins.
struct Histogram {
  struct Series {
    Pen pen;
    std::vector<double> values;
    double mark = kNone;  ///< one value to be shown among them
  };
  std::string title, unit, count_name;
  std::vector<Series> series;
};
struct Bins {
  double low = 0, width = 1;
  std::vector<std::vector<int>> counts;  ///< [series][bin]
};
[[nodiscard]] Bins bins_of(const Histogram& plot);

struct Scatter {
  struct Point {
    double x = 0, y = 0;
    int kind = 0;  ///< of `kinds`
    std::string name;
  };
  std::string title, x_name, x_unit, y_name, y_unit;
  std::vector<LegendEntry> kinds;  ///< every second one is drawn as a ring
  std::vector<Point> points;
  int picked = -1;
};

/// How many are in each stage and what they are worth, beside each other for each run.
struct Funnel {
  struct Column {
    Pen pen;
    std::vector<double> counts, values;  ///< by stage
  };
  std::string title, unit, count_name;
  std::vector<std::string> stages;
  std::vector<Column> columns;
};

/// Named terms as bars from zero, the largest first.
struct Bars {
  struct Term {
    std::string name;
    double value = 0;
    Range interval = {};  ///< of an uncertain value; where it holds 0 the bar is pale
  };
  std::string title, unit;
  std::vector<Term> terms;
  bool sorted = true;
};

/// Wholes and their parts, one bar a row.
struct Stack {
  struct Row {
    std::string name;
    std::vector<double> parts;  ///< none is negative
    std::string says = {};      ///< after the bar; empty: its length
    Pen tag = {};               ///< the run it is of, where there are several
  };
  std::string title, unit;
  std::vector<LegendEntry> parts;
  std::vector<Row> rows;
  double longest = 0;  ///< at least this fits; 0: what the rows need
};

/// Wholes and their parts by time.
struct Area {
  std::string title, unit, x_name;
  std::vector<LegendEntry> parts;
  double first = 0, step = 1;
  std::vector<std::vector<double>> y;  ///< [part][time]
  std::optional<double> cursor;
  double highest = 0;  ///< at least this fits
};

/// What follows from something, straight between points: a payout by a result. Who stands where.
struct Curves {
  struct Series {
    Pen pen;
    std::vector<std::pair<double, double>> points;  ///< x ascending; a jump has two of one x
    double here = kNone;                            ///< x of the one who is looked at
  };
  struct Standing {
    double x = 0;
    std::string name;
  };
  std::string title, x_name, x_unit, y_name, y_unit;
  std::vector<Series> series;
  std::vector<Standing> others;  ///< ticks on the axis, named under the pointer
  double mark = kNone;           ///< an x that matters
  std::string mark_name;
};
/// The value of a curve at x: of a jump the upper one; beyond its ends that of the end.
[[nodiscard]] double y_at(const std::vector<std::pair<double, double>>& points, double x);

/// People in groups, and what ties them. Each group has a room; its people sit in it in their order, so
/// that nobody moves from day to day.
struct Network {
  struct Node {
    std::string name;
    std::string label;  ///< short: stands below it where there is room
    int group = 0;
    double size = 0;                                    ///< the area of its circle goes by it
    double tone = 0;                                    ///< its colour goes by it
    bool empty = false, fresh = false, framed = false;  ///< a hollow circle, a ring in it, a square
    bool lit = false;                                   ///< searched for
    std::string says;                                   ///< told under its name
  };
  struct TieKind {
    enum Shape { line, arrow, clash } shape = line;
    std::string name;  ///< empty: not in the legend
    ImU32 colour = 0;
    float width = 1.5F;  ///< at the usual scale, pixels
    Dash dash = Dash::solid;
  };
  struct Tie {
    int kind = 0, from = 0, to = 0;
    double strength = 1;  ///< in [0, 1]: width and darkness of a line
  };
  std::string title;
  std::string size_name, size_unit, tone_name, empty_name, fresh_name, framed_name;
  std::string node_name, group_name;  ///< heads of the table
  Range tones{0, 1};                  ///< from the colour `low` to `high`
  ImU32 low = 0, middle = 0, high = 0;
  std::vector<std::string> groups;
  std::vector<Node> nodes;
  std::vector<TieKind> kinds;
  std::vector<Tie> ties;
  double least = 0;  ///< lines weaker than this are drawn of the picked node only
  int picked = -1;
};

Hit draw(Canvas& canvas, Box box, const LinePlot& plot, const Look& look);
Hit draw(Canvas& canvas, Box box, const Histogram& plot, const Look& look);
Hit draw(Canvas& canvas, Box box, const Scatter& plot, const Look& look);
Hit draw(Canvas& canvas, Box box, const Funnel& plot, const Look& look);
Hit draw(Canvas& canvas, Box box, const Bars& plot, const Look& look);
Hit draw(Canvas& canvas, Box box, const Stack& plot, const Look& look);
Hit draw(Canvas& canvas, Box box, const Area& plot, const Look& look);
Hit draw(Canvas& canvas, Box box, const Curves& plot, const Look& look);
Hit draw(Canvas& canvas, Box box, const Network& plot, const Look& look);

/// Height that shows every row, pixels.
[[nodiscard]] float height_of(const Bars& plot, float em);
[[nodiscard]] float height_of(const Stack& plot, float em);
/// Height in which every group has a room that can be read, the title and the meaning of marks below it.
[[nodiscard]] float least_height(Canvas& canvas, const Network& plot, const Look& look,
                                 float width);

/// A plot's data as one would put it into a spreadsheet.
struct Table {
  std::vector<std::string> head;
  std::vector<std::vector<std::string>> rows;
};
/// A value as it is, to be read by another program; nothing where there is none.
[[nodiscard]] std::string cell(double value);
[[nodiscard]] Table table(const LinePlot& plot);
[[nodiscard]] Table table(const Histogram& plot);
[[nodiscard]] Table table(const Scatter& plot);
[[nodiscard]] Table table(const Funnel& plot);
[[nodiscard]] Table table(const Bars& plot);
[[nodiscard]] Table table(const Stack& plot);
[[nodiscard]] Table table(const Area& plot);
/// The curves at every x where one of them bends, then who stands where.
[[nodiscard]] Table table(const Curves& plot);
/// A row for each node; with whom it has ties, a column for each kind.
[[nodiscard]] Table table(const Network& plot);
/// A line a row, a tab between cells.
[[nodiscard]] std::string tab_separated(const Table& table);

using Plot = std::variant<LinePlot, Histogram, Scatter, Funnel, Bars, Stack, Area, Curves, Network>;
/// A plot as an SVG file of this size, its table in words for readers that do not see it.
[[nodiscard]] std::string svg(const Plot& plot, ImVec2 size, Look look);

}  // namespace tandem::viewer
