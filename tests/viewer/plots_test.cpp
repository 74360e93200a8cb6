// SPDX-License-Identifier: Apache-2.0
// Plots without a window: ticks, what is drawn and where, what is copied, what is under the pointer.
#include "viewer/plots/plots.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <sstream>

#include "tests/viewer/screen.h"
#include "viewer/app/files.h"

namespace tandem::viewer {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// Keeps what is drawn: the box around it all, the texts, the points of lines.
class Notes final : public Canvas {
 public:
  void line(ImVec2 a, ImVec2 b, ImU32, float, Dash) override { points({a, b}); }
  void polyline(std::span<const ImVec2> line, ImU32, float, Dash) override {
    points({line.begin(), line.end()});
  }
  void polygon(std::span<const ImVec2> line, ImU32) override { points({line.begin(), line.end()}); }
  void area(std::span<const ImVec2> upper, std::span<const ImVec2> lower, ImU32) override {
    points({upper.begin(), upper.end()});
    points({lower.begin(), lower.end()});
  }
  void rect(Box box, ImU32, float) override { points({box.low, box.high}); }
  void frame(Box box, ImU32, float, float) override { points({box.low, box.high}); }
  void circle(ImVec2 c, float r, ImU32) override {
    points({{c.x - r, c.y - r}, {c.x + r, c.y + r}});
  }
  void ring(ImVec2 c, float r, ImU32, float) override {
    points({{c.x - r, c.y - r}, {c.x + r, c.y + r}});
  }
  void text(ImVec2 at, std::string_view text, ImU32, Anchor anchor, float size) override {
    const ImVec2 wide = extent(text, size);
    if (anchor != Anchor::left) at.x -= anchor == Anchor::right ? wide.x : wide.x / 2;
    points({at, {at.x + wide.x, at.y + 0.9F * wide.y}});
    texts.emplace_back(text);
  }
  void clip(Box box) override { clips.push_back(box); }
  void unclip() override { clips.pop_back(); }

  std::vector<std::string> texts;
  std::vector<Box> clips;
  Box all{{1e9F, 1e9F}, {-1e9F, -1e9F}};

 private:
  void points(const std::vector<ImVec2>& drawn) {
    for (ImVec2 p : drawn) {
      ASSERT_TRUE(std::isfinite(p.x) && std::isfinite(p.y));
      for (const Box& box : clips) {
        p.x = std::clamp(p.x, box.low.x, box.high.x);
        p.y = std::clamp(p.y, box.low.y, box.high.y);
      }
      all.low = {std::min(all.low.x, p.x), std::min(all.low.y, p.y)};
      all.high = {std::max(all.high.x, p.x), std::max(all.high.y, p.y)};
    }
  }
};

/// Plots need the letters of a font.
class Plots : public testing::Test {
 protected:
  Plots() : viewer_(shipped_file("quickstart.yaml")) {
    EXPECT_EQ(viewer_.play("goto day 3"), "");
    look_ = look_of(viewer_->ui());
  }
  TestViewer viewer_;
  Look look_;
};

Pen pen(const char* name, ImU32 colour, Dash dash) {
  Pen made;
  made.name = name;
  made.colour = colour;
  made.dash = dash;
  return made;
}
const Pen kA = pen("A", IM_COL32(0, 114, 178, 255), Dash::solid);
const Pen kB = pen("B", IM_COL32(213, 94, 0, 255), Dash::dashed);

LinePlot two_lines() {
  LinePlot plot;
  plot.title = "Revenue <&> more";
  plot.unit = "money";
  plot.x_name = "week";
  plot.first = 1;
  plot.cursor = 2.5;
  plot.series.resize(2);
  plot.series[0].pen = kA;
  plot.series[0].y = {1234.5, 2000, kNone, 4000.25, 3000};
  plot.series[0].low = {1000, 1500, 2000, 3500, 2500};
  plot.series[0].high = {1500, 2500, 3000, 4500, 3500};
  plot.series[1].pen = kB;
  plot.series[1].y = {-100, 700, 1500, 2500, 9999};
  return plot;
}

Histogram histogram(std::vector<double> a, std::vector<double> b, double mark) {
  Histogram plot;
  plot.title = "Final";
  plot.unit = "share";
  plot.count_name = "runs";
  plot.series.resize(b.empty() ? 1 : 2);
  plot.series[0].pen = kA;
  plot.series[0].values = std::move(a);
  plot.series[0].mark = mark;
  if (b.empty()) return plot;
  plot.series[1].pen = kB;
  plot.series[1].values = std::move(b);
  return plot;
}

std::vector<LegendEntry> two_kinds() {
  std::vector<LegendEntry> kinds(2);
  kinds[0].name = "deals";
  kinds[1].name = "care of customers";
  return kinds;
}

/// A jump at 100 and a bend at 200; the other is flat.
Curves two_curves() {
  Curves curves;
  curves.x_name = "result";
  curves.y_name = "pay";
  curves.series.resize(2);
  curves.series[0].pen = kA;
  curves.series[0].points = {{0, 0}, {100, 400}, {100, 1400}, {200, 2000}};
  curves.series[0].here = 50;
  curves.series[1].pen = kB;
  curves.series[1].points = {{0, 700}, {200, 700}};
  curves.series[1].here = 300;
  curves.others = {{150, "Ann"}, {1e9, "Bob"}};
  curves.mark = 100;
  curves.mark_name = "goal";
  return curves;
}

/// People of two teams, every tie once.
Network network(int people) {
  Network network;
  network.size_name = "size: revenue";
  network.tone_name = "colour: morale";
  network.fresh_name = "newcomer";
  network.empty_name = "empty seat";
  network.groups = {"North", "a team with a very long name"};
  for (int i = 0; i < people; ++i) {
    auto& node = network.nodes.emplace_back();
    node.name = fmt::format("N/{}", i);
    node.label = fmt::format("{}", i);
    node.group = i % 2;
    node.size = 10.0 * i;
    node.tone = 0.01 * i;
    node.fresh = i == 1;
    node.empty = i == 2;
  }
  using Tie = Network::TieKind;
  network.kinds = {{Tie::line, "trust", 0xFF000000},
                   {Tie::arrow, "helped", 0xFF000000},
                   {Tie::clash, "dispute", 0xFF000000}};
  network.ties = {{0, 0, 2, 0.75}, {0, 0, 4, 0.25}, {1, 1, 3, 1}, {2, 5, 3, 1}};
  network.least = 0.5;
  return network;
}

/// One of each, with what is awkward: gaps, nothing, negative and huge numbers, long names.
std::vector<Plot> one_of_each() {
  std::vector<Plot> plots;
  plots.emplace_back(two_lines());
  plots.emplace_back(LinePlot{});
  plots.emplace_back(histogram({0.1, 0.2, 0.2, 0.9, kNone}, {0.3, 0.3, 0.31}, 0.95));
  plots.emplace_back(histogram({7, 7, 7}, {}, 7));
  Scatter scatter;
  scatter.x_name = "age";
  scatter.y_name = "value";
  scatter.kinds = two_kinds();
  scatter.points.resize(2);
  scatter.points[0].y = 5;
  scatter.points[1].x = 1e9;
  scatter.points[1].kind = 1;
  scatter.picked = 1;
  plots.emplace_back(scatter);
  Funnel funnel;
  funnel.count_name = "deals";
  funnel.stages = {"qualify", "a stage with a very long name indeed"};
  funnel.columns.resize(2);
  for (auto& column : funnel.columns) column.pen = kA;
  funnel.columns[0].counts = {12, 3};
  funnel.columns[0].values = {1e6, 2e9};
  funnel.columns[1].counts = {0, 30};
  funnel.columns[1].values = {0, 5};
  plots.emplace_back(funnel);
  Bars bars;
  bars.terms.resize(3);
  bars.terms[0].value = 1;
  bars.terms[1].name = "a term that says at length what it is about";
  bars.terms[1].value = -50;
  bars.terms[1].interval = {-80, -20};
  bars.terms[2].value = 9;
  bars.terms[2].interval = {-1, 19};
  plots.emplace_back(bars);
  Stack stack;
  stack.unit = "h";
  stack.parts = two_kinds();
  stack.rows.resize(2);
  stack.rows[0].name = "Team";
  stack.rows[0].parts = {3, 5};
  stack.rows[1].parts = {0, 0.1};
  stack.rows[1].tag = kB;
  plots.emplace_back(stack);
  Area area;
  area.x_name = "day";
  area.unit = "h";
  area.parts = two_kinds();
  area.y = {{1, 2, 3}, {4, 0, kNone}};
  area.cursor = 1;
  plots.emplace_back(area);
  plots.emplace_back(two_curves());
  plots.emplace_back(Curves{});
  plots.emplace_back(network(7));
  plots.emplace_back(network(90));
  plots.emplace_back(Network{});
  return plots;
}

// Ticks are 1, 2 or 5 times a power of ten apart, hold all values and are no more than asked for.
TEST(Axis, TicksAreNice) {
  const Axis plain = nice_axis({0, 97}, 6);
  EXPECT_EQ(plain.step, 20);
  EXPECT_THAT(plain.ticks, ElementsAre(0, 20, 40, 60, 80, 100));
  for (const Range range :
       {Range{0, 1}, Range{3, 3}, Range{0, 0}, Range{-7, 250}, Range{-1e-9, 1e12},
        Range{99.9, 100.1}, Range{1e6, 1.00001e6}, Range{-5, -4.5}, Range{}})
    for (int most = 2; most < 12; ++most) {
      const Axis axis = nice_axis(range, most);
      ASSERT_GE(axis.ticks.size(), 2u);
      const bool both_sides = range.low < 0 && range.high > 0;
      EXPECT_LE(axis.ticks.size(),
                std::max<std::size_t>(static_cast<std::size_t>(most), both_sides ? 3 : 2));
      if (!range.empty()) {
        EXPECT_LE(axis.range.low, range.low + 1e-6 * axis.step);
        EXPECT_GE(axis.range.high, range.high - 1e-6 * axis.step);
      }
      const double lead = axis.step / std::pow(10, std::floor(std::log10(axis.step) + 1e-9));
      EXPECT_TRUE(std::fabs(lead - 1) < 1e-6 || std::fabs(lead - 2) < 1e-6 ||
                  std::fabs(lead - 5) < 1e-6)
          << axis.step;
    }
}

TEST(Axis, WordsOfTicksDiffer) {
  const Axis millions = nice_axis({0, 2.4e6}, 6, "money");
  EXPECT_EQ(millions.says(500000), "0.5 M");
  EXPECT_EQ(millions.says(0), "0");
  EXPECT_EQ(nice_axis({0, 1}, 5, "share").says(0.2), "20 %");
  EXPECT_EQ(nice_axis({0, 8}, 5, "h").says(4), "4 h");
  for (const Range range : {Range{99.9, 100.1}, Range{0, 1e-4}, Range{1.0e7, 1.02e7}}) {
    const Axis axis = nice_axis(range, 6, "money");
    for (std::size_t i = 1; i < axis.ticks.size(); ++i)
      EXPECT_NE(axis.says(axis.ticks[i - 1]), axis.says(axis.ticks[i]));
  }
}

TEST_F(Plots, NothingIsDrawnOutsideItsBox) {
  for (const ImVec2 size : {ImVec2(700, 400), ImVec2(300, 150), ImVec2(180, 120)})
    for (const Plot& plot : one_of_each()) {
      Notes notes;
      const Box box{{50, 40}, {50 + size.x, 40 + size.y}};
      std::visit([&](const auto& data) { (void)draw(notes, box, data, look_); }, plot);
      SCOPED_TRACE(fmt::format("plot {} at {}x{}", plot.index(), size.x, size.y));
      EXPECT_TRUE(notes.clips.empty());
      if (notes.all.low.x > notes.all.high.x) continue;  // nothing to draw
      EXPECT_GE(notes.all.low.x, box.low.x - 1);
      EXPECT_GE(notes.all.low.y, box.low.y - 1);
      EXPECT_LE(notes.all.high.x, box.high.x + 1);
      EXPECT_LE(notes.all.high.y, box.high.y + 1);
    }
}

TEST_F(Plots, ThePointerFindsTheNearestPoint) {
  const LinePlot plot = two_lines();
  Notes notes;
  const Box box{{0, 0}, {600, 400}};
  const Axes axes = lay_out(notes, box, look_, {1, 5}, y_range(plot), "", "money", Fit::time,
                            notes.extent("A", 0.85F).x + 0.6F * look_.em);
  for (const auto& [series, item] : {std::pair{0, 0}, {0, 1}, {1, 2}, {0, 3}, {1, 3}, {1, 4}}) {
    const double y =
        plot.series[static_cast<std::size_t>(series)].y[static_cast<std::size_t>(item)];
    ImVec2 at = axes.at(plot.x(static_cast<std::size_t>(item)), y);
    look_.pointer = {std::min(at.x + (item == 0 ? 5.0F : -5.0F), axes.inside.high.x - 1),
                     std::clamp(at.y, axes.inside.low.y, axes.inside.high.y - 1)};
    const Hit hit = draw(notes, box, plot, look_);
    EXPECT_EQ(hit.series, series);
    EXPECT_EQ(hit.item, item);
    EXPECT_THAT(hit.says, HasSubstr(number(y, "money")));
  }
  look_.pointer.reset();
  EXPECT_FALSE(draw(notes, box, plot, look_));
  look_.at_cursor = true;  // the keyboard hears the values at the cursor
  EXPECT_EQ(draw(notes, box, plot, look_).item, 2);
}

// What is copied is what was given, to the last digit; a gap is an empty cell.
TEST(PlotTable, TheCopyEqualsTheData) {
  const LinePlot plot = two_lines();
  std::istringstream lines(tab_separated(table(plot)));
  std::string line;
  std::getline(lines, line);
  EXPECT_EQ(line, "week\tA (money)\tA 10 %\tA 90 %\tB (money)");
  for (std::size_t i = 0; i < plot.series[0].y.size(); ++i) {
    ASSERT_TRUE(std::getline(lines, line));
    std::vector<std::string> cells;
    std::istringstream row(line);
    for (std::string cell; std::getline(row, cell, '\t');) cells.push_back(cell);
    ASSERT_EQ(cells.size(), 5u);
    EXPECT_EQ(std::stod(cells[0]), plot.x(i));
    if (std::isnan(plot.series[0].y[i]))
      EXPECT_EQ(cells[1], "");
    else
      EXPECT_EQ(std::stod(cells[1]), plot.series[0].y[i]);
    EXPECT_EQ(std::stod(cells[2]), plot.series[0].low[i]);
    EXPECT_EQ(std::stod(cells[3]), plot.series[0].high[i]);
    EXPECT_EQ(std::stod(cells[4]), plot.series[1].y[i]);
  }
  EXPECT_FALSE(std::getline(lines, line));
}

TEST(PlotTable, EveryRowHasAsManyCellsAsTheHead) {
  for (const Plot& plot : one_of_each()) {
    const Table cells = std::visit([](const auto& data) { return table(data); }, plot);
    for (const auto& row : cells.rows) EXPECT_EQ(row.size(), cells.head.size()) << plot.index();
  }
}

/// Every element that is opened is closed, in order; no bare ampersand.
void expect_well_formed(const std::string& xml) {
  std::vector<std::string> open;
  for (std::size_t at = 0; (at = xml.find_first_of("<&", at)) != std::string::npos; ++at) {
    if (xml[at] == '&') {
      const std::size_t end = xml.find(';', at);
      ASSERT_TRUE(end != std::string::npos && end - at < 6) << xml.substr(at, 20);
      continue;
    }
    const std::size_t end = xml.find('>', at);
    ASSERT_NE(end, std::string::npos);
    const std::string tag = xml.substr(at + 1, end - at - 1);
    ASSERT_EQ(tag.find('<'), std::string::npos) << tag;
    if (tag.starts_with('/')) {
      ASSERT_FALSE(open.empty());
      EXPECT_EQ(tag.substr(1), open.back());
      open.pop_back();
    } else if (!tag.ends_with('/')) {
      open.push_back(tag.substr(0, tag.find(' ')));
    }
  }
  EXPECT_TRUE(open.empty());
}

TEST_F(Plots, SvgIsWellFormedAndHoldsTheValues) {
  for (const Plot& plot : one_of_each()) expect_well_formed(svg(plot, {500, 300}, look_));
  const std::string file = svg(two_lines(), {500, 300}, look_);
  for (const char* part : {"1234.5", "4000.25", "9999", "Revenue &lt;&amp;&gt; more", ">A</text>",
                           "stroke-dasharray", "4 k</text>"})
    EXPECT_THAT(file, HasSubstr(part));
  EXPECT_EQ(file.find("nan"), std::string::npos);
}

// Bins hold every value once, and the largest value is in the last one.
TEST(Histogram, BinsHoldEveryValueOnce) {
  std::vector<double> values;
  for (int i = 0; i <= 100; ++i) values.push_back(0.1 * i);
  const Histogram plot = histogram(values, {}, kNone);
  const Bins bins = bins_of(plot);
  int all = 0;
  for (const int count : bins.counts[0]) all += count;
  EXPECT_EQ(all, 101);
  EXPECT_LE(bins.low, 0);
  EXPECT_GT(bins.counts[0].back(), 0);
}

TEST_F(Plots, ALongTextIsWrappedAndNothingOfItIsLost) {
  Notes notes;
  for (const std::string text : {"Opportunities that came to nothing", "没有结果的商机所占的比例",
                                 "Averylongwordwithoutanyspaceinit", ""}) {
    std::string again;
    for (const std::string& line : wrapped(notes, text, 90)) {
      EXPECT_LE(notes.extent(line.substr(0, line.find_last_not_of(' ') + 1)).x, 90);
      again += line;
    }
    EXPECT_EQ(again, text);
  }
}

TEST(Files, WhatCannotBeWrittenIsTold) {
  EXPECT_THAT(write_file("no/such/folder/plot.svg", "x"), HasSubstr("plot.svg: cannot be written"));
  EXPECT_THAT(write_png("no/such/folder/plot.png", {{1, 1}, {0, 0, 0}}),
              HasSubstr("plot.png: cannot be written"));
  TestViewer viewer(shipped_file("quickstart.yaml"));
  EXPECT_THAT(viewer.play("picture x.png 0 0"), HasSubstr("expected: picture FILE"));
}

// Every panel draws at every size, in both languages, with one run and two, before and after a
// selection.
TEST(FirmPanels, DrawAtEverySize) {
  for (const Size size : {Size{1280, 720}, Size{640, 400}}) {
    TestViewer viewer(shipped_file("quickstart.yaml"), size);
    std::string lines = "goto day 60\nset pricing.discount=10%\ngoto day 90\nwait\n";
    for (const char* way : {"compare off", "compare on"})
      for (const char* language : {"en", "zh"})
        for (const char* scale : {"75", "300"})
          for (const char* panel : {"plots", "pipeline", "hours", "territories"})
            lines += fmt::format("{}\nlanguage {}\nscale {}\nopen {}\nselect rep 3\n", way,
                                 language, scale, panel);
    EXPECT_EQ(viewer.play(lines), "");
  }
}

// The stages that a journal tells are those the record counts: as many deals ended as were won, lost
// or died, of those that arose in the run.
TEST(StageVisits, EndWhereDealsEnd) {
  TestViewer viewer(shipped_file("quickstart.yaml"));
  ASSERT_EQ(viewer.play("wait"), "");
  const History* history = viewer->ui().history();
  ASSERT_NE(history, nullptr);
  ASSERT_TRUE(history->finished);
  std::size_t arose = 0;
  for (std::size_t i = 0; i < history->journal->size(); ++i)
    arose += history->journal->kind(i).id == "opportunity";
  std::size_t ended = 0;
  for (const StageVisit& visit : history->visits) {
    EXPECT_GE(visit.stage, 0);
    EXPECT_LT(visit.stage, static_cast<int>(kStageNames.size()));
    EXPECT_GE(visit.days, 0);
    ended += !visit.passed || visit.stage + 1 == static_cast<int>(kStageNames.size());
  }
  EXPECT_GT(ended, 0u);
  EXPECT_LE(ended, arose);
  EXPECT_EQ(history->hours.size(), static_cast<std::size_t>(history->days) + 1);
}

// What a network ties is in its table: trust and disputes with both people, help with who gave it.
TEST(Tables, ANetworkNamesItsTies) {
  const Table cells = table(network(7));
  const auto row = [&](std::size_t i) { return cells.rows[i]; };
  EXPECT_THAT(row(0), ElementsAre("N/0", "North", "0", "0", "", "N/2 0.75; N/4 0.25", "", ""));
  EXPECT_EQ(row(1)[4], "newcomer");
  EXPECT_THAT(row(2), ElementsAre("N/2", "North", "", "", "empty seat", "N/0 0.75", "", ""));
  EXPECT_EQ(row(1)[6], "N/3");
  EXPECT_EQ(row(3)[6], "");
  EXPECT_EQ(row(3)[7], "N/5");
  EXPECT_EQ(row(5)[7], "N/3");
}

// Of a jump a table has what is below and above it; between points a curve is straight.
TEST(Tables, ACurveKeepsItsJump) {
  const Curves curves = two_curves();
  EXPECT_EQ(y_at(curves.series[0].points, 50), 200);
  EXPECT_EQ(y_at(curves.series[0].points, 100), 1400);
  EXPECT_EQ(y_at(curves.series[0].points, 150), 1700);
  EXPECT_EQ(y_at(curves.series[0].points, 900), 2000);
  const Table cells = table(curves);
  EXPECT_THAT(cells.rows[2], ElementsAre("100", "400", "700", ""));
  EXPECT_THAT(cells.rows[3], ElementsAre("100", "1400", "700", "goal"));
  EXPECT_THAT(cells.rows[4], ElementsAre("150", "1700", "700", "Ann"));
}

// Whoever is pointed at is found where the circle was drawn, and nobody between the circles.
TEST_F(Plots, APersonIsFoundUnderThePointer) {
  Notes notes;
  const Network people = network(7);
  const Box box{{0, 0}, {700, 500}};
  std::set<int> found;
  for (float x = 0; x < 700; x += 4)
    for (float y = 0; y < 500; y += 4) {
      look_.pointer = ImVec2(x, y);
      if (const Hit hit = draw(notes, box, people, look_)) found.insert(hit.item);
    }
  EXPECT_EQ(found.size(), people.nodes.size());
  look_.pointer = ImVec2(1, 499);
  EXPECT_FALSE(draw(notes, box, people, look_));
  look_.pointer.reset();
  look_.at_cursor = true;
  EXPECT_FALSE(draw(notes, box, people, look_));
  Network picked = people;
  picked.picked = 3;
  EXPECT_EQ(draw(notes, box, picked, look_).item, 3);
  // In a box that is too low for what the marks mean, people come first.
  const Box low{{0, 0}, {8 * look_.em, 5 * look_.em}};
  EXPECT_EQ(draw(notes, low, picked, look_).item, 3);
}

}  // namespace
}  // namespace tandem::viewer
