// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/seat_plots.h"

#include <fmt/format.h>

#include <algorithm>

#include "viewer/plots/widget.h"

namespace tandem::viewer {

namespace {

struct SeatPlots {
  int figure = -1;          ///< of seat_figures(); -1: all of them small
  std::vector<Range> kept;  ///< by figure, while scales are kept
};

std::vector<int> team_of(const Scenario& scenario, int seat) {
  const auto& seats = scenario.seats();
  std::vector<int> team;
  for (std::size_t i = 0; i < seats.size(); ++i)
    if (seats[i].team == seats[static_cast<std::size_t>(seat)].team)
      team.push_back(static_cast<int>(i));
  return team;
}

/// A figure of some seats by day, mean of those who are there.
std::vector<double> mean_by_day(const History& history, const std::vector<int>& seats,
                                std::size_t figure) {
  std::vector<double> days;
  for (int day = 0; day <= history.days; ++day) {
    double sum = 0;
    int people = 0;
    for (const int seat : seats)
      if (seat < history.seats && history.here(day, seat)) {
        sum += history.figure(day, seat, figure);
        ++people;
      }
    days.push_back(people > 0 ? sum / people : kNone);
  }
  return days;
}

LinePlot figure_plot(const Ui& ui, const std::vector<Shown>& shown, int seat, std::size_t figure,
                     bool with_team) {
  const SeatFigure& info = seat_figures()[figure];
  LinePlot plot{.title = title_of(ui, info),
                .unit = std::string(info.unit),
                .x_name = ui("plots.day"),
                .series = {},
                .cursor = ui.day,
                .fixed_y = {}};
  for (const Shown& each : shown) {
    if (each.history == nullptr) continue;
    plot.series.push_back({each.pen, mean_by_day(*each.history, {seat}, figure), {}, {}});
  }
  if (with_team && !shown.empty() && shown.front().history != nullptr)
    plot.series.push_back(
        {{"Ø", ui.colours().muted, Dash::dotted},
         mean_by_day(*shown.front().history, team_of(*shown.front().run->scenario, seat), figure),
         {},
         {}});
  return plot;
}

void choose_person(Ui& ui, const Scenario& scenario, int seat) {
  const auto& seats = scenario.seats();
  const std::string now = seat < 0 ? "…" : seats[static_cast<std::size_t>(seat)].name;
  ImGui::SetNextItemWidth(std::min(14 * ui.em(), ImGui::GetContentRegionAvail().x));
  if (!ImGui::BeginCombo("##person", now.c_str(), ImGuiComboFlags_HeightLarge)) return;
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(seats.size()));
  while (clipper.Step())
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
      if (ImGui::Selectable(seats[static_cast<std::size_t>(i)].name.c_str(), i == seat))
        ui.ask(fmt::format("select rep {}", i + 1));
  ImGui::EndCombo();
}

void choose_figure(const Ui& ui, int& figure) {
  const auto all = seat_figures();
  const char* none = ui("plots.all.figures");
  const std::string now = figure < 0 ? none : title_of(ui, all[static_cast<std::size_t>(figure)]);
  same_line_if(14 * ui.em());
  ImGui::SetNextItemWidth(std::min(14 * ui.em(), ImGui::GetContentRegionAvail().x));
  if (!ImGui::BeginCombo("##figure", now.c_str(), ImGuiComboFlags_HeightLarge)) return;
  if (ImGui::Selectable(none, figure < 0)) figure = -1;
  for (int i = 0; i < static_cast<int>(all.size()); ++i)
    if (ImGui::Selectable(title_of(ui, all[static_cast<std::size_t>(i)]).c_str(), i == figure))
      figure = i;
  ImGui::EndCombo();
}

/// Everybody in the team, on the axes that hold them all.
void team_plots(Ui& ui, const std::vector<Shown>& shown, int seat, std::size_t figure) {
  const Scenario& scenario = *shown.front().run->scenario;
  const std::vector<int> team = team_of(scenario, seat);
  if (team.size() < 2) return;
  std::vector<LinePlot> plots;
  Range all;
  for (const int mate : team) {
    plots.push_back(figure_plot(ui, shown, mate, figure, false));
    plots.back().title = scenario.seats()[static_cast<std::size_t>(mate)].name;
    all.take(y_range(plots.back()));
  }
  for (LinePlot& plot : plots) plot.fixed_y = all;
  heading(ui, ui("plots.all.of.team"));
  if (const int chosen = small_multiples(ui, "team", plots, {12, 7}); chosen >= 0)
    ui.ask(fmt::format("select rep {}", team[static_cast<std::size_t>(chosen)] + 1));
}

}  // namespace

void seat_plots(Ui& ui, const std::vector<Shown>& shown, bool keep_scales) {
  SeatPlots& state = ui.memory.of<SeatPlots>();
  const Scenario& scenario = *shown.front().run->scenario;
  const int seat = ui.selection.kind == Selection::rep ? ui.selection.seat : -1;
  choose_person(ui, scenario, seat);
  if (seat < 0 || seat >= static_cast<int>(scenario.seats().size()))
    return remark(ui("plots.pick.person"));
  choose_figure(ui, state.figure);
  if (shown.front().history == nullptr) return remark(ui("following"));
  ImGui::TextDisabled("Ø  %s", ui("plots.mean.of.team"));
  if (!keep_scales) state.kept.clear();
  const auto made = [&](std::size_t figure) {
    LinePlot plot = figure_plot(ui, shown, seat, figure, true);
    if (keep_scales) {
      state.kept.resize(seat_figures().size());
      state.kept[figure].take(y_range(plot));
      plot.fixed_y = state.kept[figure];
    }
    return plot;
  };
  if (state.figure >= 0) {
    const auto figure = static_cast<std::size_t>(state.figure);
    const SeatFigure& info = seat_figures()[figure];
    if (ui.language == Language::en) remark(std::string(info.says).c_str());
    plot(ui, fmt::format("seat-{}", info.id).c_str(),
         {0, std::max(0.5F * ImGui::GetContentRegionAvail().y, 11 * ui.em())}, made(figure));
    team_plots(ui, shown, seat, figure);
    return;
  }
  std::vector<LinePlot> plots;
  for (std::size_t i = 0; i < seat_figures().size(); ++i) plots.push_back(made(i));
  if (const int chosen = small_multiples(ui, "seat", plots, {14, 8}); chosen >= 0)
    state.figure = chosen;
}

}  // namespace tandem::viewer
