// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string>

#include "viewer/app/commands.h"
#include "viewer/panels/lever.h"
#include "viewer/panels/panels.h"

namespace tandem::viewer {

namespace {

struct PaletteState {
  std::array<char, 256> text{};
  bool was_open = false, again = false;
  int place = 0;
};

/// Of the widest key.
float key_width() {
  float width = 0;
  for (const Shortcut& shortcut : shortcuts())
    width = std::max(
        width,
        ImGui::CalcTextSize(shortcut.key.data(), shortcut.key.data() + shortcut.key.size()).x);
  return width;
}

/// What can be done and fits the text typed so far: how many lines they are; the one that is chosen.
int offers(Ui& ui, PaletteState& state, const std::string& wanted, float width, bool enter,
           std::string& chosen) {
  int line = 0;
  const bool forms = width > 34 * ui.em();  // where there is room: how a script says it
  ImGui::BeginTable("offers", forms ? 3 : 2);
  ImGui::TableSetupColumn("says", ImGuiTableColumnFlags_WidthStretch, 5);
  if (forms) ImGui::TableSetupColumn("form", ImGuiTableColumnFlags_WidthStretch, 4);
  ImGui::TableSetupColumn("key", ImGuiTableColumnFlags_WidthFixed, key_width());
  const auto offer = [&](Text says, std::string_view form, std::string_view key, bool whole) {
    if (!holds(ui(says), wanted) && !holds(form, wanted)) return;
    const bool here = line == state.place;
    ImGui::PushID(line++);
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    const ImVec2 at = ImGui::GetCursorPos();
    if (ImGui::Selectable("##line", here, ImGuiSelectableFlags_SpanAllColumns) || (enter && here)) {
      if (whole) {
        chosen = form;
      } else {  // it takes something: its name is put into the line
        state.text.fill(0);
        std::ranges::copy(std::string(form.substr(0, form.find(' '))) + " ", state.text.begin());
        state.again = true;
      }
    }
    ImGui::SetCursorPos(at);
    ImGui::TextWrapped("%s", ui(says));
    ImGui::TableNextColumn();
    if (forms) {
      ImGui::TextDisabled("%s", std::string(form).c_str());
      ImGui::TableNextColumn();
    }
    ImGui::TextDisabled("%s", std::string(key).c_str());
    ImGui::PopID();
  };
  for (const Shortcut& shortcut : shortcuts())
    offer(shortcut.says, shortcut.line, shortcut.key, true);
  for (const Command& command : commands())
    if (command.form.find(' ') != std::string_view::npos)
      offer(command.says, command.form, "", false);
  ImGui::EndTable();
  return line;
}

}  // namespace

void command_palette(Ui& ui, bool& open) {
  PaletteState& state = ui.memory.of<PaletteState>();
  if (!open) {
    state.was_open = false;
    return;
  }
  const float em = ui.em();
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  const float width = std::min(40 * em, display.x - 2 * em);
  ImGui::SetNextWindowPos({(display.x - width) / 2, 2.5F * em});
  ImGui::SetNextWindowSize({width, std::min(24 * em, display.y - 5 * em)});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
  ImGui::PushStyleColor(ImGuiCol_WindowBg, ui.colours().panel);
  ImGui::Begin(
      "palette", nullptr,
      ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
  if (!state.was_open) {
    state = {};
    state.was_open = true;
    ImGui::SetWindowFocus();
    ImGui::SetKeyboardFocusHere();
  }
  if (state.again) ImGui::SetKeyboardFocusHere();
  state.again = false;
  ImGui::SetNextItemWidth(-1);
  const bool enter =
      ImGui::InputTextWithHint("##line", ui("palette.hint"), state.text.data(), state.text.size(),
                               ImGuiInputTextFlags_EnterReturnsTrue);
  if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_DownArrow))) ++state.place;
  if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_UpArrow))) --state.place;
  if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape))) open = false;
  const std::string wanted = state.text.data();
  std::string chosen;
  ImGui::BeginChild("lines");
  const int line = offers(ui, state, wanted, width, enter, chosen);
  state.place = std::clamp(state.place, 0, std::max(line - 1, 0));
  if (line == 0) {
    ImGui::TextDisabled("%s", ui("palette.none"));
    if (enter) chosen = wanted;
  }
  // A whole line is done as it stands.
  if (enter && chosen.empty())
    for (const Command& command : commands()) {
      const auto name = command.form.substr(0, command.form.find(' '));
      if (wanted.starts_with(name) && wanted.size() > name.size() + 1) chosen = wanted;
    }
  ImGui::EndChild();
  ImGui::End();
  ImGui::PopStyleColor();
  ImGui::PopStyleVar();
  if (chosen.empty()) return;
  open = false;
  if (chosen != "palette") ui.ask(chosen);
}

void shortcut_sheet(Ui& ui, bool& open) {
  if (!open) return;
  const float em = ui.em();
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  const ImVec2 size = {std::min(56 * em, display.x - 2 * em), display.y - 3 * em};
  ImGui::SetNextWindowPos({(display.x - size.x) / 2, 1.5F * em});
  ImGui::SetNextWindowSize(size);
  ImGui::PushStyleColor(ImGuiCol_WindowBg, ui.colours().panel);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
  ImGui::Begin("sheet", nullptr,
               ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoSavedSettings);
  ImGui::TextUnformatted(ui("sheet.title"));
  if (ImGui::BeginTable("keys", 3, ImGuiTableFlags_SizingStretchProp | ImGuiTableFlags_RowBg)) {
    ImGui::TableSetupColumn(ui("sheet.key"), ImGuiTableColumnFlags_WidthFixed, key_width());
    ImGui::TableSetupColumn(ui("sheet.does"), ImGuiTableColumnFlags_WidthStretch, 5);
    ImGui::TableSetupColumn(ui("sheet.line"), ImGuiTableColumnFlags_WidthStretch, 4);
    ImGui::TableHeadersRow();
    const auto row = [&](std::string_view key, Text says, std::string_view line) {
      ImGui::TableNextRow();
      ImGui::TableNextColumn();
      ImGui::TextUnformatted(key.data(), key.data() + key.size());
      ImGui::TableNextColumn();
      ImGui::TextWrapped("%s", ui(says));
      ImGui::TableNextColumn();
      ImGui::PushStyleColor(ImGuiCol_Text, ui.colours().muted);
      ImGui::TextWrapped("%s", std::string(line).c_str());
      ImGui::PopStyleColor();
    };
    for (const Shortcut& shortcut : shortcuts())
      if (!shortcut.key.empty()) row(shortcut.key, shortcut.says, shortcut.line);
    for (const Command& command : commands()) row("", command.says, command.form);
    ImGui::EndTable();
  }
  ImGui::End();
  ImGui::PopStyleVar();
  ImGui::PopStyleColor();
}

}  // namespace tandem::viewer
