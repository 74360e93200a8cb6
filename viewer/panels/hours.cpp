// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "viewer/panels/panels.h"
#include "viewer/panels/shown.h"
#include "viewer/plots/widget.h"

// Where the day goes: by team, by person, and of the firm over days.
namespace tandem::viewer {

namespace {

struct Hours {
  std::string team;  ///< whose people are shown; empty: the first one
};

std::vector<std::string> teams_of(const Scenario& scenario) {
  std::vector<std::string> teams;
  for (const SeatLabel& seat : scenario.seats())
    if (std::ranges::find(teams, seat.team) == teams.end()) teams.push_back(seat.team);
  return teams;
}

/// Mean hours of those who are there; empty `team`: of all. All zero if nobody is.
std::vector<double> mean_hours(const Shown& shown, const std::string& team) {
  std::vector<double> mean(kHourUses.size(), 0);
  double people = 0;
  const auto& labels = shown.run->scenario->seats();
  const auto& seats = shown.picture->firm.seats;
  for (std::size_t i = 0; i < seats.size(); ++i) {
    if (!seats[i].present || (!team.empty() && labels[i].team != team)) continue;
    people += 1;
    for (std::size_t use = 0; use < mean.size(); ++use) mean[use] += seats[i].hours[use];
  }
  for (double& hours : mean) hours /= std::max(people, 1.0);
  return mean;
}

Stack by_team(const Ui& ui, const std::vector<Shown>& shown,
              const std::vector<std::string>& teams) {
  Stack stack{.title = ui("hours.teams"), .unit = "h", .parts = uses_of_hours(ui), .rows = {}};
  const auto add = [&](const std::string& name, const std::string& team) {
    for (const Shown& each : shown)
      stack.rows.push_back({name, mean_hours(each, team), {}, shown.size() > 1 ? each.pen : Pen{}});
  };
  add(ui("hours.firm"), "");
  if (teams.size() > 1)
    for (const std::string& team : teams) add(team, team);
  return stack;
}

/// The people of a team; `seats` tells which seat stands in which row.
Stack by_person(const Ui& ui, const std::vector<Shown>& shown, const std::string& team,
                std::vector<int>& seats) {
  Stack stack{.title = fmt::format("{}: {}", team, ui("hours.people")),
              .unit = "h",
              .parts = uses_of_hours(ui),
              .rows = {}};
  const auto& labels = shown.front().run->scenario->seats();
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (labels[i].team != team) continue;
    for (const Shown& each : shown) {
      if (i >= each.picture->firm.seats.size()) continue;
      const SeatView& seat = each.picture->firm.seats[i];
      std::vector<double> parts(kHourUses.size(), 0);
      if (seat.present) parts.assign(seat.hours.begin(), seat.hours.end());
      stack.rows.push_back({labels[i].name, parts, seat.present ? "" : ui("floor.empty"),
                            shown.size() > 1 ? each.pen : Pen{}});
      seats.push_back(static_cast<int>(i));
    }
  }
  return stack;
}

Area over_days(const Ui& ui, const Shown& shown, bool several) {
  Area area{.title = ui("hours.days"),
            .unit = "h",
            .x_name = ui("plots.day"),
            .parts = uses_of_hours(ui),
            .y = std::vector<std::vector<double>>(kHourUses.size()),
            .cursor = ui.day};
  if (several) area.title = shown.pen.name + "  " + shown.run->name + ": " + area.title;
  for (const auto& hours : shown.history->hours)
    for (std::size_t use = 0; use < hours.size(); ++use) area.y[use].push_back(hours[use]);
  return area;
}

double highest(const std::vector<Shown>& shown) {
  float most = 0;
  for (const Shown& each : shown)
    if (each.history != nullptr)
      for (const auto& day : each.history->hours) {
        float sum = 0;
        for (const float hours : day) sum += hours;
        most = std::max(most, sum);
      }
  return most;
}

}  // namespace

void hours_panel(Ui& ui) {
  const auto shown = shown_runs(ui);
  if (shown.empty()) return remark(ui("firm.coming"));
  const float em = ui.em(), gap = ImGui::GetStyle().ItemSpacing.x;
  const float width = ImGui::GetContentRegionAvail().x;
  const int columns = width > 52 * em ? 2 : 1;
  const float cell = columns == 2 ? (width - gap) / 2 : width;
  const auto teams = teams_of(*shown.front().run->scenario);
  Hours& state = ui.memory.of<Hours>();
  if (std::ranges::find(teams, state.team) == teams.end()) state.team = teams.front();

  const Stack team_bars = by_team(ui, shown, teams);
  const float team_height = height_of(team_bars, em) + 1.5F * em;
  ImGui::BeginGroup();
  plot(ui, "hours-teams", {cell, team_height}, team_bars);
  ImGui::EndGroup();
  if (columns == 2) ImGui::SameLine();
  ImGui::BeginGroup();
  const double most = highest(shown);
  const float area_height =
      columns == 2 ? std::max(team_height / static_cast<float>(shown.size()), 9 * em) : 11 * em;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    if (shown[i].history == nullptr || shown[i].history->hours.empty()) continue;
    Area area = over_days(ui, shown[i], shown.size() > 1);
    area.highest = most;
    plot(ui, fmt::format("hours-days-{}", shown[i].pen.name).c_str(), {cell, area_height}, area);
  }
  ImGui::EndGroup();

  if (teams.size() > 1) {
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(ui("hours.team"));
    ImGui::SameLine();
    ImGui::SetNextItemWidth(std::min(16 * em, ImGui::GetContentRegionAvail().x));
    if (ImGui::BeginCombo("##team", state.team.c_str())) {
      for (const std::string& team : teams)
        if (ImGui::Selectable(team.c_str(), team == state.team)) state.team = team;
      ImGui::EndCombo();
    }
  }
  std::vector<int> seats;
  const Stack people = by_person(ui, shown, state.team, seats);
  const Pointed pointed =
      plot(ui, "hours-people", {width, height_of(people, em) + 1.5F * em}, people);
  if (pointed.clicked)
    ui.ask(fmt::format("select rep {}", seats[static_cast<std::size_t>(pointed.item)] + 1));
}

}  // namespace tandem::viewer
