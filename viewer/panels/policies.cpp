// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/policies.h"

#include <fmt/format.h>

#include <algorithm>

#include "viewer/panels/lever.h"
#include "viewer/panels/panels.h"
#include "viewer/panels/shown.h"

// Every lever with its value on the cursor's day. What a firm decides comes first; how people and
// markets are is folded away below.
namespace tandem::viewer {

namespace {

constexpr float kControl = 15;  // em

void add(Values& values, std::vector<Setting> settings) {
  for (Setting& setting : settings) values[setting.path] = std::move(setting.value);
}

/// Values in force, for the firm or a seat.
Values values_of(const Scenario& scenario, int day, int seat) {
  Values values;
  add(values, seat < 0 ? scenario.settings(day) : scenario.settings(day, seat));
  return values;
}

void take_in(const Ui& ui, PoliciesState& state) {
  const Run& run = ui.run();
  if (state.version != run.version) {
    const std::string before =
        state.reach < state.reaches.size() ? state.reaches[state.reach].scope() : "";
    state.reaches = reaches(*run.scenario);
    const auto same = std::ranges::find(state.reaches, before, &Reach::scope);
    state.reach =
        same == state.reaches.end() ? 0 : static_cast<std::size_t>(same - state.reaches.begin());
  }
  const int seat = state.reaches[state.reach].seat;
  if (state.run == run.id && state.version == run.version && state.day == ui.day &&
      state.seat == seat)
    return;
  state.run = run.id;
  state.version = run.version;
  state.day = ui.day;
  state.seat = seat;
  state.now = values_of(*run.scenario, ui.day, seat);
  state.file = run.edits.empty() ? state.now : values_of(*run.origin, ui.day, seat);
}

struct Row {
  const Lever* lever = nullptr;
  const std::string *value = nullptr, *file = nullptr;
  [[nodiscard]] bool changed() const { return value != nullptr && *value != *file; }
  [[nodiscard]] bool unusual() const { return value != nullptr && *value != lever->info->fallback; }
};

Row row_of(const PoliciesState& state, const Lever& lever) {
  const auto now = state.now.find(lever.info->path), file = state.file.find(lever.info->path);
  if (now == state.now.end() || file == state.file.end()) return {&lever};
  return {&lever, &now->second, &file->second};
}

std::string group_title(const Ui& ui, const std::string& group) {
  std::string english = group.starts_with("policies.") ? group.substr(9) : group;
  std::ranges::replace(english, '_', ' ');
  if (!english.empty()) english[0] = static_cast<char>(std::toupper(english[0]));
  return engine_word("group." + group, english.c_str(), ui.language);
}

/// What differs from what, and since when.
void notes(const Ui& ui, const Row& row) {
  std::string says;
  const auto part = [&](const std::string& what) { says += (says.empty() ? "" : " · ") + what; };
  if (row.unusual()) part(fmt::format("{} {}", ui("levers.default"), row.lever->info->fallback));
  if (row.changed()) part(fmt::format("{} {}", ui("levers.file"), *row.file));
  for (const Edit& edit : ui.run().edits)
    if (concerns(edit, row.lever->key) && edit.kind == Edit::change)
      part(viewer::says(ui("levers.changed.on"), fmt::arg("day", edit.day)));
  if (says.empty()) return;
  ImGui::PushTextWrapPos();
  ImGui::TextDisabled("%s", says.c_str());
  ImGui::PopTextWrapPos();
}

void name(const Ui& ui, const Row& row) {
  std::string title = row.lever->title(ui);
  if (row.changed()) title.insert(0, "◆ ");
  ImGui::PushStyleColor(ImGuiCol_Text, row.changed() ? ui.colours().accent : ui.colours().text);
  ImGui::AlignTextToFramePadding();
  ImGui::TextWrapped("%s", title.c_str());
  ImGui::PopStyleColor();
  if (ImGui::IsItemHovered()) hint(ui, row.lever->help(ui).c_str());
}

/// The control; why there is none where it cannot differ for those chosen.
void lever_control(Ui& ui, PoliciesState& state, const Row& row, float width) {
  const Reach& reach = state.reaches[state.reach];
  const bool per_place = row.lever->info->path.starts_with("territories[]");
  if (row.value == nullptr) {  // each territory has its own
    ImGui::PushTextWrapPos();
    ImGui::TextDisabled("%s", ui("levers.pick.place"));
    ImGui::PopTextWrapPos();
    return;
  }
  const bool allowed =
      per_place ? reach.kind == Reach::territory : reach.allows(row.lever->info->scope);
  ImGui::BeginDisabled(!allowed);
  ImGui::BeginGroup();
  if (const auto value = control(ui, *row.lever, *row.value, width))
    ui.ask(change_line(reach, ui.day, state.until, state.offer, row.lever->key, *value));
  ImGui::EndGroup();
  ImGui::EndDisabled();
  if (ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled))
    hint(ui, allowed ? row.lever->help(ui).c_str() : ui("levers.same.for.all"));
}

void rows(Ui& ui, PoliciesState& state, const std::vector<Row>& shown, const std::string& group) {
  const float room = ImGui::GetContentRegionAvail().x / ui.em();
  const bool wide = room > 44;
  const float width = std::min(kControl, room - 1);
  if (!wide) {
    for (const Row& row : shown) {
      ImGui::PushID(row.lever->key.c_str());
      name(ui, row);
      lever_control(ui, state, row, width);
      notes(ui, row);
      ImGui::Spacing();
      ImGui::PopID();
    }
    return;
  }
  if (!ImGui::BeginTable(group.c_str(), 3, ImGuiTableFlags_RowBg)) return;
  ImGui::TableSetupColumn("name", ImGuiTableColumnFlags_WidthFixed, 13 * ui.em());
  ImGui::TableSetupColumn("control", ImGuiTableColumnFlags_WidthFixed, (kControl + 0.5F) * ui.em());
  ImGui::TableSetupColumn("says", ImGuiTableColumnFlags_WidthStretch);
  for (const Row& row : shown) {
    ImGui::PushID(row.lever->key.c_str());
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    name(ui, row);
    ImGui::TableNextColumn();
    lever_control(ui, state, row, width);
    ImGui::TableNextColumn();
    wrapped(row.lever->meaning(ui));
    notes(ui, row);
    ImGui::PopID();
  }
  ImGui::EndTable();
}

/// Those of one kind by groups; true if there are any.
bool groups(Ui& ui, PoliciesState& state, bool policies) {
  const std::string wanted = state.search.data();
  std::vector<std::pair<std::string, std::vector<Row>>> all;
  for (const Lever& lever : levers()) {
    if (lever.policy != policies) continue;
    const Row row = row_of(state, lever);
    if (state.only_changed && !row.changed() && !row.unusual()) continue;
    if (!holds(lever.key, wanted) && !holds(lever.meaning(ui), wanted) &&
        !holds(lever.title(ui), wanted) && !holds(group_title(ui, lever.group), wanted))
      continue;
    if (all.empty() || all.back().first != lever.group) {
      const auto same = std::ranges::find(all, lever.group, &decltype(all)::value_type::first);
      if (same != all.end()) {
        same->second.push_back(row);
        continue;
      }
      all.push_back({lever.group, {}});
    }
    all.back().second.push_back(row);
  }
  const bool open = policies || !wanted.empty() || state.only_changed;
  for (const auto& [group, shown] : all) {
    const auto changed = std::ranges::count_if(shown, &Row::changed);
    const std::string title = group_title(ui, group) +
                              (changed > 0 ? fmt::format("  ◆ {}", changed) : "") + "###" + group;
    ImGui::SetNextItemOpen(
        open, wanted.empty() && !state.only_changed ? ImGuiCond_Appearing : ImGuiCond_Always);
    if (ImGui::CollapsingHeader(title.c_str())) rows(ui, state, shown, group);
  }
  return !all.empty();
}

/// What is looked for, for whom a change counts, undo.
void head(Ui& ui, PoliciesState& state) {
  const float em = ui.em();
  ImGui::SetNextItemWidth(11 * em);
  ImGui::InputTextWithHint("##search", ui("levers.search"), state.search.data(),
                           state.search.size());
  same_line_if(9 * em);
  ImGui::Checkbox(ui("levers.only.changed"), &state.only_changed);
  same_line_if(16 * em);
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(ui("levers.for"));
  ImGui::SameLine();
  ImGui::SetNextItemWidth(10 * em);
  if (ImGui::BeginCombo("##reach", state.reaches[state.reach].title(ui).c_str())) {
    for (std::size_t i = 0; i < state.reaches.size(); ++i) {
      ImGui::PushID(static_cast<int>(i));
      if (ImGui::Selectable(state.reaches[i].title(ui).c_str(), i == state.reach)) state.reach = i;
      ImGui::PopID();
    }
    ImGui::EndCombo();
  }
  same_line_if(11 * em);
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(ui("levers.until"));
  ImGui::SameLine();
  if (auto until = field(ui, "##until", state.until, 5)) state.until = *until;
  if (ImGui::IsItemHovered()) hint(ui, ui("levers.until.help"));
  same_line_if(8 * em);
  ImGui::Checkbox(ui("levers.offer"), &state.offer);
  if (ImGui::IsItemHovered()) hint(ui, ui("levers.offer.help"));
  same_line_if(5 * em);
  ImGui::BeginDisabled(ui.run().edits.size() <= ui.run().inherited);
  if (ImGui::Button(ui("levers.undo"))) ui.ask("undo");
  ImGui::EndDisabled();
  same_line_if(5 * em);
  ImGui::BeginDisabled(ui.run().undone.empty());
  if (ImGui::Button(ui("levers.redo"))) ui.ask("redo");
  ImGui::EndDisabled();
  ImGui::PushTextWrapPos();
  ImGui::TextDisabled("%s",
                      fmt::format(fmt::runtime(ui(ui.run().parent < 0 ? Text("levers.makes.branch")
                                                                      : Text("levers.from.today"))),
                                  fmt::arg("day", ui.day), fmt::arg("run", ui.run().name))
                          .c_str());
  ImGui::PopTextWrapPos();
}

void levers(Ui& ui, PoliciesState& state) {
  head(ui, state);
  const bool any = groups(ui, state, true);
  ImGui::Spacing();
  const bool looking = state.search[0] != 0 || state.only_changed;
  ImGui::SetNextItemOpen(looking, looking ? ImGuiCond_Always : ImGuiCond_Appearing);
  bool more = false;
  if (ImGui::CollapsingHeader(fmt::format("{}###world", ui("levers.world")).c_str())) {
    ImGui::Indent();
    more = groups(ui, state, false);
    ImGui::Unindent();
  }
  if (!any && !more && looking) ImGui::TextWrapped("%s", ui("levers.none"));
}

}  // namespace

void policies_panel(Ui& ui) {
  PoliciesState& state = ui.memory.of<PoliciesState>();
  take_in(ui, state);
  constexpr void (*kDraw[])(Ui&, PoliciesState&) = {levers, changes_of_branch, event_form,
                                                    save_form};
  const std::string changes = fmt::format("({})", ui.run().edits.size());
  kDraw[choose_part(ui, "changes", changes)](ui, state);
}

}  // namespace tandem::viewer
