// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/shown.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "viewer/panels/panels.h"

namespace tandem::viewer {

std::vector<Shown> shown_runs(const Ui& ui) {
  std::vector<Shown> shown;
  const auto add = [&](const Run& run) {
    const Picture* picture = ui.known->picture(run.id);
    const auto place = static_cast<std::size_t>(ui.place_of(run.id));
    if (picture != nullptr)
      shown.push_back({&run,
                       picture,
                       ui.known->of(run.id),
                       {Ui::letter(static_cast<int>(place)), ui.colour_of_run(run.id),
                        kDashOfRun[place % std::size(kDashOfRun)]}});
  };
  if (ui.comparing)
    for (const int id : ui.session->shown()) add(*ui.session->find(id));
  else
    add(ui.run());
  return shown;
}

std::string key_of(const Ui& ui, const std::vector<Shown>& shown) {
  std::string key = fmt::format("{} {} {} {} {} {}", ui.day, static_cast<int>(ui.language),
                                static_cast<int>(ui.theme), static_cast<int>(ui.selection.kind),
                                ui.selection.seat, ui.selection.id);
  for (const Shown& each : shown)
    key += fmt::format("; {} {} {} {:x} {} {}", each.pen.name, each.run->id, each.picture->version,
                       each.picture->hash, each.history != nullptr ? each.history->days : -1,
                       each.history != nullptr && each.history->finished);
  return key;
}

void same_line_if(float width) {
  const float right = ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x;
  if (ImGui::GetItemRectMax().x + ImGui::GetStyle().ItemSpacing.x + width < right)
    ImGui::SameLine();
}

int choose(const Ui& ui, std::span<const char* const> names, int chosen) {
  int now = chosen;
  for (int i = 0; i < static_cast<int>(names.size()); ++i) {
    const char* name = names[static_cast<std::size_t>(i)];
    if (i > 0) same_line_if(ImGui::CalcTextSize(name).x + 2 * ImGui::GetStyle().FramePadding.x);
    ImGui::PushID(i);
    if (i == chosen) {
      ImGui::PushStyleColor(ImGuiCol_Button, ui.colours().accent);
      ImGui::PushStyleColor(ImGuiCol_ButtonHovered, ui.colours().accent);
      ImGui::PushStyleColor(ImGuiCol_Text, ui.colours().accent_text);
    }
    if (ImGui::Button(name)) now = i;
    if (i == chosen) ImGui::PopStyleColor(3);
    ImGui::PopID();
  }
  return now;
}

std::size_t choose_part(Ui& ui, std::string_view id, const std::string& after) {
  struct Open {
    std::array<std::size_t, kPanels.size()> part{};  // by panel
  };
  const auto panel = static_cast<std::size_t>(ui.panel);
  const auto parts = parts_of(ui.panel);
  std::size_t& open = ui.memory.of<Open>().part[panel];
  const auto named = std::ranges::find(parts, ui.part, &PanelPart::id);
  if (named != parts.end()) open = static_cast<std::size_t>(named - parts.begin());
  std::vector<std::string> titles;
  std::vector<const char*> names;
  names.reserve(parts.size());
  for (const PanelPart& part : parts)
    titles.push_back(ui(part.title) + (part.id == id ? " " + after : std::string()));
  for (const std::string& title : titles) names.push_back(title.c_str());
  const auto asked = static_cast<std::size_t>(choose(ui, names, static_cast<int>(open)));
  if (asked != open) ui.ask(fmt::format("open {} {}", kPanels[panel], parts[asked].id));
  return open;
}

void remark(const char* text) {
  ImGui::PushStyleColor(ImGuiCol_Text, ImGui::GetStyleColorVec4(ImGuiCol_TextDisabled));
  wrapped(text);
  ImGui::PopStyleColor();
}

void heading(const Ui& ui, const char* text) {
  ImGui::PushStyleColor(ImGuiCol_Text, ui.colours().accent);
  wrapped(text);
  ImGui::PopStyleColor();
}

std::string title_of(const Ui& ui, const MetricInfo& metric) {
  return engine_word("metric." + std::string(metric.id), std::string(metric.title).c_str(),
                     ui.language);
}

std::string title_of(const Ui& ui, const SeatFigure& figure) {
  return engine_word("figure." + std::string(figure.id), std::string(figure.title).c_str(),
                     ui.language);
}

const char* meaning_of(const Ui& ui, const MetricInfo& metric) {
  return engine_word("metric.says." + std::string(metric.id), metric.says.data(), ui.language);
}

const char* meaning_of(const Ui& ui, const SeatFigure& figure) {
  return engine_word("figure.says." + std::string(figure.id), figure.says.data(), ui.language);
}

const char* stage_name(const Ui& ui, int stage) {
  static constexpr Text kNames[] = {"stage.qualify", "stage.discover", "stage.propose",
                                    "stage.negotiate"};
  static_assert(std::size(kNames) == kStageNames.size());
  return ui(kNames[static_cast<std::size_t>(std::clamp(stage, 0, 3))]);
}

std::vector<LegendEntry> uses_of_hours(const Ui& ui) {
  static constexpr Text kNames[] = {"hours.deals",    "hours.prospecting", "hours.care",
                                    "hours.learning", "hours.helping",     "hours.records"};
  static_assert(std::size(kNames) == kHourUses.size());
  std::vector<LegendEntry> uses;
  for (std::size_t i = 0; i < std::size(kNames); ++i)
    uses.push_back({ui(kNames[i]), ui.colours().part[i]});
  return uses;
}

}  // namespace tandem::viewer
