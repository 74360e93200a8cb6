// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "viewer/panels/panels.h"
#include "viewer/plots/canvas.h"

// Days from left to right: periods, the tree of branches, density marks of what happens, notes, the
// cursor. A drag moves the cursor; the wheel zooms.
namespace tandem::viewer {

namespace {

struct Drag {
  bool on = false;
  int loop_from = -1;  ///< with Shift a range is drawn to play over and over
};

/// Rows of marks, several kinds to a row.
struct Row {
  Text title;
  std::array<Mark, 3> kinds;
  std::size_t n;
};
const Row kRows[] = {
    {"mark.change", {Mark::change, Mark::event}, 2},
    {"mark.quit", {Mark::quit, Mark::dismissed, Mark::joined}, 3},
    {"mark.dispute", {Mark::dispute}, 1},
    {"mark.customer_lost", {Mark::customer_lost}, 1},
    {"mark.won", {Mark::won}, 1},
    {"mark.paid", {Mark::paid}, 1},
};

float row_height(const Ui& ui) { return ui.em() * 0.72F; }

bool tall(const Ui& ui) { return ImGui::GetIO().DisplaySize.y > 34 * ui.em(); }

std::size_t rows(const Ui& ui) { return tall(ui) ? std::size(kRows) : 2; }

/// Depth of a run in the tree of those shown.
std::size_t lanes(const Ui& ui) {
  return std::min<std::size_t>(ui.session->runs().size(), tall(ui) ? 5 : 2);
}

const char* title_of_mark(const Ui& ui, Mark mark) {
  switch (mark) {
    case Mark::change:
      return ui("mark.change");
    case Mark::event:
      return ui("mark.event");
    case Mark::joined:
      return ui("mark.joined");
    case Mark::quit:
      return ui("mark.quit");
    case Mark::dismissed:
      return ui("mark.dismissed");
    case Mark::dispute:
      return ui("mark.dispute");
    case Mark::settled:
      return ui("mark.settled");
    case Mark::paid:
      return ui("mark.paid");
    case Mark::customer_lost:
      return ui("mark.customer_lost");
    case Mark::won:
      return ui("mark.won");
  }
  return "";
}

/// A sign of its own for each kind of mark, beside its colour.
void draw_mark(Canvas& canvas, const Ui& ui, Mark mark, ImVec2 at, float size) {
  const Palette& p = ui.colours();
  const float r = size / 2;
  const std::array<ImVec2, 3> up = {ImVec2(at.x - r, at.y + r), ImVec2(at.x + r, at.y + r),
                                    ImVec2(at.x, at.y - r)};
  const std::array<ImVec2, 3> down = {ImVec2(at.x - r, at.y - r), ImVec2(at.x + r, at.y - r),
                                      ImVec2(at.x, at.y + r)};
  const std::array<ImVec2, 4> diamond = {ImVec2(at.x - r, at.y), ImVec2(at.x, at.y - r),
                                         ImVec2(at.x + r, at.y), ImVec2(at.x, at.y + r)};
  switch (mark) {
    case Mark::change:
      return canvas.polygon(diamond, p.accent);
    case Mark::event:
      return canvas.polygon(diamond, p.worse);
    case Mark::joined:
      return canvas.polygon(up, p.better);
    case Mark::quit:
      return canvas.polygon(down, p.worse);
    case Mark::dismissed:
      return canvas.ring(at, r * 0.8F, p.worse, 2);
    default:
      return canvas.circle(at, r * 0.8F, p.muted);
  }
}

/// The first day on which a run shown is not as A is.
std::optional<int> parts_from_first(const Ui& ui, int run) {
  const Parting* parting = ui.known->parting(ui.session->shown().front(), run);
  if (parting == nullptr || parting->how.identical()) return std::nullopt;
  const auto &decision = parting->how.decision, &event = parting->how.event;
  return std::min(decision ? decision->day : event->day, event ? event->day : decision->day);
}

/// How much of it a day saw: height and strength of a bar.
void draw_density(Canvas& canvas, const Ui& ui, const std::vector<int>& count, Mark mark, Box box,
                  int first, int last, float per_day) {
  const int most = std::max(1, *std::ranges::max_element(count));
  const ImU32 colour = mark == Mark::won    ? ui.colours().better
                       : mark == Mark::paid ? ui.colours().muted
                                            : ui.colours().worse;
  const float width = std::max(per_day - 1, 1.0F);
  for (int day = std::max(first, 0); day <= last && day < static_cast<int>(count.size()); ++day) {
    const int n = count[static_cast<std::size_t>(day)];
    if (n == 0) continue;
    const float share = std::sqrt(static_cast<float>(n) / static_cast<float>(most));
    const float x = box.low.x + static_cast<float>(day - first) * per_day;
    canvas.rect({{x, box.high.y - std::max(share * box.height(), 2.0F)}, {x + width, box.high.y}},
                with_alpha(colour, 0.35F + 0.65F * share));
  }
}

/// The range that is played over and over, its first and last day named beside it.
void draw_loop(Canvas& canvas, const Ui& ui, Box box, float from, float to,
               const std::pair<int, int>& days) {
  const Palette& p = ui.colours();
  canvas.rect({{from, box.low.y}, {to, box.high.y}}, with_alpha(p.accent, 0.12F));
  for (const float edge : {from, to})
    canvas.line({edge, box.low.y}, {edge, box.high.y}, p.accent, 1.5F * ui.scale, Dash::dashed);
  const float gap = 0.25F * ui.em(), high = 1.1F * ui.em();
  const auto say = [&](float x, int day) {
    const std::string says = day_title(ui, day);
    const float wide = canvas.extent(says, 0.78F).x + 2 * gap;
    x = std::clamp(x < to ? x - wide : x, box.low.x, std::max(box.low.x, box.high.x - wide));
    canvas.rect({{x, box.low.y}, {x + wide, box.low.y + high}}, p.panel);
    canvas.text({x + gap, box.low.y + 0.1F * ui.em()}, says, p.accent, Anchor::left, 0.78F);
  };
  say(from, days.first);
  say(to, days.second);
}

/// The time line on the screen.
struct Line {
  Box outer, box;  ///< all of it; where days are
  double first = 0, span = 1;
  float per_day = 1;
  int days = 0;
  [[nodiscard]] float place(double day) const {
    return box.low.x + static_cast<float>(day - first) * per_day;
  }
};

/// What happened, if the run has been followed to its end.
const History* followed(const Ui& ui) {
  const History* history = ui.history();
  return history != nullptr && history->finished ? history : nullptr;
}

void draw_quarters(Canvas& canvas, const Ui& ui, const Line& line) {
  const Palette& p = ui.colours();
  const float em = ui.em();
  const int quarter_days = calendar_of(*ui.run().scenario).quarter;
  for (int quarter = 0; quarter * quarter_days < line.days; ++quarter) {
    const float x = line.place(quarter * quarter_days);
    if (x < line.box.low.x - 1 || x > line.box.high.x) continue;
    canvas.line({x, line.outer.low.y + 0.2F * em}, {x, line.box.high.y}, with_alpha(p.line, 0.6F),
                1);
    canvas.text({x + 0.2F * em, line.outer.low.y + 0.1F * em},
                fmt::format(fmt::runtime(ui("quarter.n")), quarter + 1), p.muted, Anchor::left,
                0.78F);
  }
}

/// The tree of branches: each run a line from where it begins; what is shown has its letter. Where it
/// ends below.
float draw_runs(Canvas& canvas, const Ui& ui, const Line& line) {
  const Palette& p = ui.colours();
  const float em = ui.em();
  float y = line.box.low.y + 0.3F * em;
  std::map<int, float> height;
  const auto& runs = ui.session->runs();
  for (std::size_t i = 0; i < std::min(runs.size(), lanes(ui)); ++i, y += 0.8F * em) {
    const Run& run = runs[i];
    const int at = ui.place_of(run.id);
    const bool shown = at < static_cast<int>(ui.session->shown().size());
    const ImU32 colour = shown ? ui.colour_of_run(run.id) : p.line;
    const Dash dash =
        shown ? kDashOfRun[static_cast<std::size_t>(at) % std::size(kDashOfRun)] : Dash::solid;
    height[run.id] = y;
    if (const auto parent = height.find(run.parent); parent != height.end())
      canvas.line({line.place(run.from), parent->second}, {line.place(run.from), y}, colour,
                  2 * ui.scale);
    canvas.line({line.place(run.from), y}, {line.place(line.days), y}, colour,
                (run.id == ui.run().id ? 3 : 1.5F) * ui.scale, dash);
    for (std::size_t k = run.inherited; k < run.edits.size(); ++k)
      draw_mark(canvas, ui, Mark::change, {line.place(run.edits[k].day), y}, 0.55F * em);
    if (const auto day = parts_from_first(ui, run.id))
      canvas.ring({line.place(*day), y}, 0.28F * em, colour, 1.5F * ui.scale);
    if (shown)
      canvas.text({line.box.high.x + 0.2F * em, y - 0.45F * em}, Ui::letter(at), colour,
                  Anchor::left, 0.8F);
  }
  return y;
}

/// What happens, kind by kind; notes.
void draw_marks(Canvas& canvas, const Ui& ui, const Line& line, float top,
                const TimeLineView& state) {
  const Palette& p = ui.colours();
  const float em = ui.em();
  const History* history = followed(ui);
  if (history == nullptr)
    canvas.text({line.box.low.x, top}, ui("following"), p.muted, Anchor::left, 0.85F);
  const int first = static_cast<int>(state.first), last = static_cast<int>(state.last);
  for (std::size_t r = 0; history != nullptr && r < rows(ui); ++r) {
    const Row& row = kRows[r];
    const Box lane{{line.box.low.x, top + static_cast<float>(r) * row_height(ui)},
                   {line.box.high.x, top + static_cast<float>(r + 1) * row_height(ui) - 1}};
    for (std::size_t k = 0; k < row.n; ++k) {
      const auto& count = history->marks[static_cast<std::size_t>(row.kinds[k])];
      if (row.n == 1) {
        draw_density(canvas, ui, count, row.kinds[k], lane, first, last, line.per_day);
        continue;
      }
      for (int day = std::max(first, 0); day < static_cast<int>(count.size()) && day <= last; ++day)
        if (count[static_cast<std::size_t>(day)] > 0)
          draw_mark(canvas, ui, row.kinds[k], {line.place(day), (lane.low.y + lane.high.y) / 2},
                    0.62F * em);
    }
  }
  for (const Remark& remark : ui.remarks) {
    const float x = line.place(remark.day);
    canvas.circle({x, line.box.low.y + 0.3F * em}, 0.5F * em, p.accent);
    canvas.text({x, line.box.low.y - 0.18F * em}, "i", p.accent_text, Anchor::middle, 0.8F);
  }
}

void draw_names(Canvas& canvas, const Ui& ui, const Line& line, float top) {
  const Palette& p = ui.colours();
  const float em = ui.em();
  canvas.clip({line.outer.low, {line.box.low.x - 0.3F * em, line.outer.high.y}});
  for (std::size_t r = 0; r < rows(ui); ++r)
    canvas.text(
        {line.outer.low.x + 0.5F * em, top + static_cast<float>(r) * row_height(ui) - 0.08F * em},
        ui(kRows[r].title), p.muted, Anchor::left, 0.72F);
  canvas.unclip();
}

void draw_cursor(Canvas& canvas, const Ui& ui, const Line& line) {
  const Palette& p = ui.colours();
  const float em = ui.em();
  const float cursor = line.place(ui.day);
  canvas.line({cursor, line.outer.low.y}, {cursor, line.outer.high.y}, p.text, 2 * ui.scale);
  const std::array<ImVec2, 3> head = {ImVec2(cursor - 0.35F * em, line.outer.low.y),
                                      ImVec2(cursor + 0.35F * em, line.outer.low.y),
                                      ImVec2(cursor, line.outer.low.y + 0.5F * em)};
  canvas.polygon(head, p.text);
}

/// Drags the cursor or a loop, turns the wheel, tells what is under the pointer.
void point_at(Ui& ui, const Line& line, TimeLineView& state, bool hovered) {
  Drag& drag = ui.memory.of<Drag>();
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const double under = state.first + static_cast<double>(mouse.x - line.box.low.x) / line.per_day;
  const int day = std::clamp(static_cast<int>(std::lround(under)), 0, line.days);
  if (hovered && ImGui::IsMouseClicked(0)) drag = {true, ImGui::GetIO().KeyShift ? day : -1};
  if (drag.on && drag.loop_from >= 0 && !ImGui::IsMouseDown(0)) {
    const auto [from, to] = std::minmax(drag.loop_from, day);
    ui.ask(from < to ? fmt::format("loop {} {}", from, to) : "loop off");
  }
  if (!ImGui::IsMouseDown(0)) drag = {};
  if (drag.on && drag.loop_from < 0 && day != ui.day) ui.ask(fmt::format("goto day {}", day));
  if (!hovered || drag.on) return;
  if (const float wheel = ImGui::GetIO().MouseWheel; wheel != 0) {
    const double factor = wheel > 0 ? 0.8 : 1.25;
    const double width = std::clamp(line.span * factor, 10.0, static_cast<double>(line.days));
    state.first =
        std::clamp(under - (under - state.first) * width / line.span, 0.0, line.days - width);
    state.last = state.first + width;
  }
  std::string says = date(ui, day);
  if (const History* history = followed(ui))
    for (std::size_t k = 0; k < kMarks; ++k)
      if (const int n = history->marks[k][static_cast<std::size_t>(day)]; n > 0)
        says += fmt::format("\n{} {}", n, title_of_mark(ui, static_cast<Mark>(k)));
  for (const int run : ui.session->shown())
    if (parts_from_first(ui, run) == day)
      says += fmt::format("\nA ≠ {}", Ui::letter(ui.place_of(run)));
  for (const Remark& remark : ui.remarks)
    if (static_cast<float>(std::abs(remark.day - day)) * line.per_day < 0.5F * ui.em())
      says += "\n" + remark.words.in(ui.language);
  hint(ui, says.c_str());
}

}  // namespace

float time_line_height(const Ui& ui) {
  return static_cast<float>(rows(ui)) * row_height(ui) +
         static_cast<float>(lanes(ui)) * ui.em() * 0.8F + 2.2F * ui.em();
}

void time_line(Ui& ui, const std::optional<std::pair<int, int>>& loop) {
  TimeLineView& state = ui.memory.of<TimeLineView>();
  const float em = ui.em();
  const int days = ui.session->days();
  if (state.last < state.first) state.first = 0, state.last = days;

  const ImVec2 low = ImGui::GetCursorScreenPos();
  const ImVec2 size = {ImGui::GetContentRegionAvail().x, time_line_height(ui)};
  ImGui::InvisibleButton("time line", size);
  const bool hovered = ImGui::IsItemHovered();
  ScreenCanvas canvas(ImGui::GetWindowDrawList());
  const float names = tall(ui) ? 7.5F * em : 0.5F * em;
  Line line{.outer = {low, {low.x + size.x, low.y + size.y}},
            .box = {{low.x + names, low.y + 1.2F * em},
                    {low.x + size.x - em, low.y + size.y - 0.3F * em}},
            .first = state.first,
            .span = std::max(state.last - state.first, 1.0),
            .days = days};
  line.per_day = static_cast<float>(line.box.width() / line.span);

  canvas.rect(line.outer, ui.colours().panel, 4);
  draw_quarters(canvas, ui, line);
  canvas.clip({{line.box.low.x - 1, low.y}, {line.box.high.x + em, line.outer.high.y}});
  const float top = draw_runs(canvas, ui, line) + 0.1F * em;
  draw_marks(canvas, ui, line, top, state);
  if (loop)
    draw_loop(canvas, ui, {line.outer.low, {line.outer.high.x, line.box.high.y}},
              line.place(loop->first), line.place(loop->second), *loop);
  draw_cursor(canvas, ui, line);
  canvas.unclip();
  if (tall(ui)) draw_names(canvas, ui, line, top);
  point_at(ui, line, state, hovered);
}

}  // namespace tandem::viewer
