// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "viewer/panels/panels.h"

namespace tandem::viewer {

namespace {

constexpr Panel kOrder[] = {Panel::floor, Panel::territories, Panel::pipeline, Panel::hours,
                            Panel::plots, Panel::compare,     Panel::why,      Panel::policies,
                            Panel::plan,  Panel::lessons};

/// What fits stays on the line, the rest wraps.
void wrap(float width) {
  const float right = ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x;
  const float used = ImGui::GetItemRectMax().x + ImGui::GetStyle().ItemSpacing.x;
  if (used + width < right) ImGui::SameLine();
}

/// Names may be long; the hint has the whole of them.
std::string shortened(const std::string& name) {
  constexpr std::size_t kMost = 30;
  if (name.size() <= kMost) return name;
  std::size_t end = kMost;
  while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;  // whole letters
  return name.substr(0, end) + "…";
}

/// A run by its letter, colour and name; a click looks at it.
void run_tabs(Ui& ui) {
  const auto& runs = ui.session->runs();
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const Run& run = runs[i];
    const int place = ui.place_of(run.id);
    const bool shown = place < static_cast<int>(ui.session->shown().size());
    const bool active = run.id == ui.run().id;
    const std::string name = shortened(run.name);
    wrap(ImGui::CalcTextSize(name.c_str()).x + ImGui::GetFrameHeight() + 2 * ui.em());
    ImGui::PushID(run.id);
    if (shown) {
      const ImVec2 at = ImGui::GetCursorScreenPos();
      const float side = ImGui::GetFrameHeight();
      ImDrawList* list = ImGui::GetWindowDrawList();
      list->AddRectFilled(at, {at.x + side, at.y + side},
                          ui.colours().run[static_cast<std::size_t>(place)], 4);
      const ImVec2 letter = ImGui::CalcTextSize(Ui::letter(place));
      list->AddText({at.x + (side - letter.x) / 2, at.y + (side - letter.y) / 2},
                    ui.colours().panel, Ui::letter(place));
      if (ImGui::InvisibleButton("letter", {side, side})) ui.ask(fmt::format("active {}", i + 1));
      ImGui::SameLine(0, ui.em() * 0.2F);
    }
    if (active)
      ImGui::PushStyleColor(ImGuiCol_Button, mix(ui.colours().raised, ui.colours().accent, 0.35F));
    if (ImGui::Button(name.c_str())) ui.ask(fmt::format("active {}", i + 1));
    if (active) ImGui::PopStyleColor();
    if (ImGui::IsItemHovered()) {
      std::string says = run.name + "\n" + run.file.string();
      for (const Edit& edit : run.edits) says += "\n" + day_title(ui, edit.day) + ": " + edit.says;
      hint(ui, says.c_str());
    }
    ImGui::PopID();
  }
}

void open(Ui& ui, Panel panel) {
  ui.ask("open " + std::string(kPanels[static_cast<std::size_t>(panel)]));
}

void panel_buttons(Ui& ui) {
  for (const Panel panel : kOrder) {
    const char* title = title_of(ui, panel);
    if (panel != kOrder[0])
      wrap(ImGui::CalcTextSize(title).x + 2 * ImGui::GetStyle().FramePadding.x);
    const bool here = ui.panel == panel;
    if (here) {
      ImGui::PushStyleColor(ImGuiCol_Button, ui.colours().accent);
      ImGui::PushStyleColor(ImGuiCol_ButtonHovered, ui.colours().accent);
      ImGui::PushStyleColor(ImGuiCol_Text, ui.colours().accent_text);
    }
    if (ImGui::Button(title)) open(ui, panel);
    if (here) ImGui::PopStyleColor(3);
  }
}

/// Where there is little room: one button that unfolds.
void panel_list(Ui& ui) {
  wrap(10 * ui.em());
  ImGui::SetNextItemWidth(10 * ui.em());
  if (!ImGui::BeginCombo("##panel", title_of(ui, ui.panel), ImGuiComboFlags_HeightLargest)) return;
  for (const Panel panel : kOrder)
    if (ImGui::Selectable(title_of(ui, panel), ui.panel == panel)) open(ui, panel);
  ImGui::EndCombo();
}

}  // namespace

std::span<const PanelPart> parts_of(Panel panel) {
  static constexpr PanelPart kCompare[] = {{"table", "compare.table"},
                                           {"first", "compare.first"},
                                           {"people", "compare.people"},
                                           {"policies", "compare.policies"}};
  static constexpr PanelPart kPolicies[] = {{"levers", "levers.tab"},
                                            {"changes", "levers.changes"},
                                            {"event", "levers.event"},
                                            {"save", "levers.save"}};
  static constexpr PanelPart kPlots[] = {
      {"overview", "plots.overview"}, {"one", "plots.one"}, {"person", "plots.person"}};
  switch (panel) {
    case Panel::compare:
      return kCompare;
    case Panel::policies:
      return kPolicies;
    case Panel::plots:
      return kPlots;
    default:
      return {};
  }
}

const char* title_of(const Ui& ui, Panel panel) {
  switch (panel) {
    case Panel::lessons:
      return ui("panel.lessons");
    case Panel::floor:
      return ui("panel.floor");
    case Panel::territories:
      return ui("panel.territories");
    case Panel::pipeline:
      return ui("panel.pipeline");
    case Panel::hours:
      return ui("panel.hours");
    case Panel::compare:
      return ui("panel.compare");
    case Panel::why:
      return ui("panel.why");
    case Panel::policies:
      return ui("panel.policies");
    case Panel::plan:
      return ui("panel.plan");
    case Panel::plots:
      return ui("panel.plots");
  }
  return "";
}

void top_bar(Ui& ui, bool playing, double speed) {
  if (ImGui::Button(playing ? ui("pause") : ui("play"))) ui.ask("toggle");
  ImGui::SameLine();
  for (const auto& [label, line] : {std::pair{"« ", "back 1 quarters"},
                                    {"‹ ", "back 1 weeks"},
                                    {" ›", "step 1 weeks"},
                                    {" »", "step 1 quarters"}}) {
    if (ImGui::Button(label)) ui.ask(line);
    ImGui::SameLine();
  }
  const std::string now = date(ui, ui.day);
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(now.c_str());
  if (playing) {
    wrap(ImGui::CalcTextSize("000 days a second").x);
    ImGui::TextDisabled("%s %s", number(speed).c_str(), ui("days.a.second"));
  }
  run_tabs(ui);
  wrap(ImGui::CalcTextSize(ui("branch.here")).x + 2 * ImGui::GetStyle().FramePadding.x);
  if (ImGui::Button(ui("branch.here"))) ui.ask("branch");
  if (ImGui::GetIO().DisplaySize.x < 52 * ui.em())
    panel_list(ui);
  else
    panel_buttons(ui);
}

}  // namespace tandem::viewer
