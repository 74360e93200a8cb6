// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/plan.h"

#include <fmt/format.h>

#include <algorithm>

#include "viewer/panels/lever.h"
#include "viewer/panels/panels.h"
#include "viewer/panels/shown.h"
#include "viewer/plots/plots.h"

// What people are paid for: payout curves, where everybody stands on them, the terms.
namespace tandem::viewer {

namespace {

/// People by what their plan says. Teams of one territory, plan and role have one answer.
std::vector<PlanGroup> groups_of(const Scenario& scenario, int day) {
  std::vector<PlanGroup> groups;
  std::map<std::pair<std::string, std::string>, std::vector<std::string>> known;
  for (const SeatLabel& seat : scenario.seats()) {
    auto& elements = known[{seat.team, seat.role}];
    if (elements.empty()) elements = scenario.plan(day, seat.number - 1);
    auto group = std::ranges::find(groups, elements, &PlanGroup::elements);
    if (group == groups.end()) group = groups.insert(groups.end(), {elements, {}, {}});
    group->seats.push_back(seat.number - 1);
    if (std::ranges::find(group->teams, seat.team) == group->teams.end())
      group->teams.push_back(seat.team);
  }
  return groups;
}

/// The seat that is looked at: the one selected, else the first of the group who is there.
int seat_of(const Ui& ui, PlanState& state, const Picture& picture) {
  if (ui.selection.kind == Selection::rep)
    for (std::size_t i = 0; i < state.groups.size(); ++i)
      if (std::ranges::find(state.groups[i].seats, ui.selection.seat) !=
          state.groups[i].seats.end()) {
        state.group = i;
        return ui.selection.seat;
      }
  state.group = std::min(state.group, state.groups.size() - 1);
  for (const int seat : state.groups[state.group].seats)
    if (picture.firm.seats[static_cast<std::size_t>(seat)].present) return seat;
  return state.groups[state.group].seats.front();
}

/// The plan's elements that pay on a result, of each run that is shown, and who stands where.
std::vector<ElementCurves> curves_of(const Ui& ui, const PlanGroup& group, const Picture& picture,
                                     int seat) {
  std::vector<ElementCurves> out;
  for (const PayCurveView& curve : view_pay(*picture.world, seat))
    out.push_back({{{picture.run, curve}}, {}});
  for (const int other : group.seats) {
    if (other == seat || !picture.firm.seats[static_cast<std::size_t>(other)].present) continue;
    const std::vector<PayCurveView> theirs = view_pay(*picture.world, other);
    if (theirs.size() != out.size()) continue;
    for (std::size_t i = 0; i < out.size(); ++i)
      out[i].others.push_back(
          {other, theirs[i].goal > 0 ? theirs[i].x / theirs[i].goal : theirs[i].x});
  }
  if (!ui.comparing) return out;
  for (const auto& shown : ui.known->pictures) {
    if (shown->run == picture.run || static_cast<int>(shown->firm.seats.size()) <= seat) continue;
    std::vector<PayCurveView> theirs = view_pay(*shown->world, seat);
    for (PayCurveView& curve : theirs) {
      const auto same = std::ranges::find_if(out, [&](const ElementCurves& element) {
        const PayCurveView& own = element.runs.front().curve;
        return own.element == curve.element && own.measure == curve.measure &&
               element.runs.back().run != shown->run;
      });
      if (same == out.end())
        out.push_back({{{shown->run, std::move(curve)}}, {}});
      else
        same->runs.push_back({shown->run, std::move(curve)});
    }
  }
  return out;
}

void take_in(const Ui& ui, PlanState& state, const Picture& picture, int& seat) {
  std::vector<std::pair<int, std::uint64_t>> of = {{picture.run, picture.version}};
  if (ui.comparing)
    for (const auto& shown : ui.known->pictures) of.emplace_back(shown->run, shown->version);
  const bool same = of == state.of && picture.firm.day == state.day;
  if (!same) state.groups = groups_of(*ui.run().scenario, picture.firm.day);
  seat = seat_of(ui, state, picture);
  if (same && seat == state.seat) return;
  state.of = std::move(of);
  state.day = picture.firm.day;
  state.seat = seat;
  state.elements = curves_of(ui, state.groups[state.group], picture, seat);
}

/// Whose plan it is; another one or another person to choose.
void head(Ui& ui, PlanState& state, int seat) {
  const auto& seats = ui.run().scenario->seats();
  if (state.groups.size() > 1) {
    const auto title = [&](const PlanGroup& group) {
      std::string teams;
      for (const std::string& team : group.teams) teams += (teams.empty() ? "" : ", ") + team;
      return fmt::format("{} ({})", teams, group.seats.size());
    };
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(ui("plan.of"));
    ImGui::SameLine();
    ImGui::SetNextItemWidth(std::min(16 * ui.em(), ImGui::GetContentRegionAvail().x));
    if (ImGui::BeginCombo("##plans", title(state.groups[state.group]).c_str())) {
      for (std::size_t i = 0; i < state.groups.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        if (ImGui::Selectable(title(state.groups[i]).c_str(), i == state.group))
          ui.ask(fmt::format("select rep {}", state.groups[i].seats.front() + 1));
        ImGui::PopID();
      }
      ImGui::EndCombo();
    }
    same_line_if(18 * ui.em());
  }
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(ui("plan.person"));
  ImGui::SameLine();
  ImGui::SetNextItemWidth(std::min(16 * ui.em(), ImGui::GetContentRegionAvail().x));
  if (ImGui::BeginCombo("##person", seats[static_cast<std::size_t>(seat)].name.c_str())) {
    for (const int other : state.groups[state.group].seats)
      if (ImGui::Selectable(seats[static_cast<std::size_t>(other)].name.c_str(), other == seat))
        ui.ask(fmt::format("select rep {}", other + 1));
    ImGui::EndCombo();
  }
}

}  // namespace

std::string plan_word(const Ui& ui, std::string kind) {
  const std::string id = "plan." + kind;
  std::ranges::replace(kind, '_', ' ');
  if (!kind.empty()) kind[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(kind[0])));
  return engine_word(id, kind.c_str(), ui.language);
}

double pay_at(const PayCurveView& curve, double result) {
  if (curve.points.empty()) return 0;
  const double beyond = std::max(0.0, result - curve.points.back().first);
  return y_at(curve.points, result) + curve.beyond * beyond;
}

std::optional<double> next_kink(const PayCurveView& curve, double x) {
  const auto next = std::ranges::find_if(curve.points, [&](const auto& p) { return p.first > x; });
  if (next == curve.points.end()) return std::nullopt;
  return next->first;
}

void plan_panel(Ui& ui) {
  const Picture* picture = ui.picture();
  if (picture == nullptr) return;
  PlanState& state = ui.memory.of<PlanState>();
  int seat = 0;
  take_in(ui, state, *picture, seat);
  head(ui, state, seat);
  if (!picture->firm.seats[static_cast<std::size_t>(seat)].present) {
    ImGui::TextWrapped("%s", ui("plan.empty.seat"));
  } else if (state.elements.empty()) {
    ImGui::TextWrapped("%s", ui("plan.no.curve"));
  }
  for (std::size_t i = 0; i < state.elements.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    plan_curve(ui, state.elements[i]);
    ImGui::PopID();
  }
  plan_terms_form(ui, state, seat);
}

}  // namespace tandem::viewer
