// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "viewer/panels/lever.h"
#include "viewer/panels/plan.h"
#include "viewer/panels/plan_terms.h"
#include "viewer/panels/shown.h"

namespace tandem::viewer {

namespace {

const Lever* lever_of(const std::string& kind, const std::string& key) {
  const std::string path = "plan[]." + kind + (key == kind ? "" : "." + key);
  const auto found = std::ranges::find_if(
      plan_levers(), [&](const Lever& lever) { return lever.info->path == path; });
  return found == plan_levers().end() ? nullptr : &*found;
}

/// Bands as rows of two fields, with one more or one less.
std::optional<std::string> bands(Ui& ui, const std::string& list) {
  auto rows = pairs_of(list);
  bool changed = false;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    if (auto text = field(ui, "##from", rows[i].first, 6)) rows[i].first = *text, changed = true;
    ImGui::SameLine();
    ImGui::TextUnformatted("→");
    ImGui::SameLine();
    if (auto text = field(ui, "##pays", rows[i].second, 5)) rows[i].second = *text, changed = true;
    ImGui::SameLine();
    if (ImGui::Button("×")) {
      rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(i));
      ImGui::PopID();
      return list_of(rows);
    }
    ImGui::PopID();
  }
  if (ImGui::Button(ui("plan.band"))) {
    // Half the goal further on, at the same rate: nothing changes yet.
    const auto last = rows.empty() ? std::pair<std::string, std::string>{"0%", "0%"} : rows.back();
    const auto edge = read_value(last.first);
    const bool share = last.first.ends_with('%');
    const double next = rows.empty() ? 0 : edge.value_or(0) + (share ? 0.5 : 1000);
    rows.emplace_back(write_value(next, share ? "share" : "money"), last.second);
    changed = true;
  }
  return changed ? std::optional(list_of(rows)) : std::nullopt;
}

/// The element with what has been changed in it.
std::optional<std::string> element_form(Ui& ui, const std::string& element, bool all) {
  const auto terms = terms_of(element);
  if (terms.empty()) return std::nullopt;
  const std::string& kind = terms.front().first;
  std::optional<std::string> out;
  const float room = ImGui::GetContentRegionAvail().x / ui.em();
  for (const auto& [key, value] : terms) {
    const Lever* lever = lever_of(kind, key);
    if (lever == nullptr) continue;
    const bool usual = key != kind && value == lever->info->fallback;
    if (usual && !all) continue;
    ImGui::PushID(key.c_str());
    const std::string title = key == kind ? plan_word(ui, kind) : lever->title(ui);
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(title.c_str());
    if (ImGui::IsItemHovered()) hint(ui, lever->help(ui).c_str());
    if (room > 26) ImGui::SameLine(11 * ui.em());
    ImGui::BeginGroup();
    const auto now = lever->info->type == "list of pairs"
                         ? bands(ui, value)
                         : control(ui, *lever, value, std::min(15.0F, room - 1));
    ImGui::EndGroup();
    if (now) out = with_term(element, key, *now);
    ImGui::PopID();
  }
  return out;
}

}  // namespace

void plan_terms_form(Ui& ui, PlanState& state, int seat) {
  const PlanGroup& group = state.groups[state.group];
  ImGui::Separator();
  ImGui::TextUnformatted(ui("plan.terms"));
  ImGui::PushTextWrapPos();
  ImGui::TextDisabled("%s", ui("plan.terms.help"));
  ImGui::PopTextWrapPos();
  const std::string& team = ui.run().scenario->seats()[static_cast<std::size_t>(seat)].team;
  const bool one_plan = state.groups.size() == 1;
  if (!one_plan) state.team_only = true;
  if (one_plan) {
    if (ImGui::RadioButton(ui("reach.all"), !state.team_only)) state.team_only = false;
    ImGui::SameLine();
    if (ImGui::RadioButton(fmt::format("{} {}", ui("reach.team"), team).c_str(), state.team_only))
      state.team_only = true;
    same_line_if(10 * ui.em());
  }
  ImGui::Checkbox(ui("plan.all.terms"), &state.all_terms);
  for (std::size_t i = 0; i < group.elements.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    const auto changed = element_form(ui, group.elements[i], state.all_terms);
    ImGui::PopID();
    ImGui::Spacing();
    if (!changed) continue;
    std::string plan;
    for (std::size_t j = 0; j < group.elements.size(); ++j)
      plan += (plan.empty() ? "" : ", ") + (j == i ? *changed : group.elements[j]);
    const std::string scope = state.team_only ? ", scope: {team: " + in_quotes(team) + "}" : "";
    ui.ask(fmt::format("change {{at: {}d{}, set: {{plan: [{}]}}}}", ui.day, scope, plan));
  }
}

}  // namespace tandem::viewer
