// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/seat_plots.h"

#include <fmt/format.h>

#include <algorithm>

#include "viewer/plots/widget.h"

namespace tandem::viewer {

namespace {

struct SeatPlots {
  // Made anew when what they are made of changes.
  std::string key;
  std::vector<LinePlot> figures, mates;
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
std::vector<LinePlot> team_plots(const Ui& ui, const std::vector<Shown>& shown,
                                 const std::vector<int>& team, std::size_t figure) {
  std::vector<LinePlot> plots;
  Range all;
  for (const int mate : team) {
    plots.push_back(figure_plot(ui, shown, mate, figure, false));
    plots.back().title = shown.front().run->scenario->seats()[static_cast<std::size_t>(mate)].name;
    all.take(y_range(plots.back()));
  }
  for (LinePlot& plot : plots) plot.fixed_y = all;
  return plots;
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
  const std::vector<int> team = team_of(scenario, seat);
  const std::string key = fmt::format("{} / {}", key_of(ui, shown), state.figure);
  if (state.key != key) {
    state.key = key;
    state.figures.clear();
    state.mates.clear();
    if (state.figure >= 0 && team.size() > 1)
      state.mates = team_plots(ui, shown, team, static_cast<std::size_t>(state.figure));
    for (std::size_t i = 0; i < seat_figures().size(); ++i)
      state.figures.push_back(figure_plot(ui, shown, seat, i, true));
  }
  state.kept.resize(keep_scales ? seat_figures().size() : 0);
  for (std::size_t i = 0; i < state.figures.size(); ++i) {
    if (keep_scales) state.kept[i].take(y_range(state.figures[i]));
    state.figures[i].fixed_y = keep_scales ? state.kept[i] : Range{};
  }
  if (state.figure < 0) {
    const int chosen = small_multiples(ui, "seat", state.figures, {14, 8});
    if (chosen >= 0) state.figure = chosen;
    return;
  }
  const auto figure = static_cast<std::size_t>(state.figure);
  const SeatFigure& info = seat_figures()[figure];
  if (ui.language == Language::en) remark(std::string(info.says).c_str());
  plot(ui, fmt::format("seat-{}", info.id).c_str(),
       {0, std::max(0.5F * ImGui::GetContentRegionAvail().y, 11 * ui.em())}, state.figures[figure]);
  if (state.mates.empty()) return;
  heading(ui, ui("plots.all.of.team"));
  if (const int chosen = small_multiples(ui, "team", state.mates, {12, 7}); chosen >= 0)
    ui.ask(fmt::format("select rep {}", team[static_cast<std::size_t>(chosen)] + 1));
}

}  // namespace tandem::viewer
