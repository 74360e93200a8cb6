// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "viewer/app/shelf.h"
#include "viewer/panels/lever.h"
#include "viewer/panels/panels.h"
#include "viewer/panels/shown.h"

// What can be opened; of the lesson that is open its claim and its guided path. Without a file this
// is the first thing that is seen.
namespace tandem::viewer {

namespace {

/// "+30 % or +30 points" of what is claimed.
std::string claimed(const Ui& ui, const LessonEffect& effect) {
  std::string out;
  const auto add = [&](const std::vector<double>& ends, std::string_view unit, const char* after) {
    if (ends.empty()) return;
    if (!out.empty()) out += fmt::format(" {} ", ui("lesson.or"));
    out += signed_number(ends.front(), unit);
    if (ends.size() > 1) out += " … " + signed_number(ends.back(), unit);
    out += after;
  };
  add(effect.relative, "share", "");
  for (std::size_t i = 0; i < 1 && !effect.points.empty(); ++i) {
    std::vector<double> points = effect.points;
    for (double& point : points) point *= 100;
    add(points, "", ui("lesson.points"));
  }
  add(effect.amount, "", "");
  if (!effect.level.empty()) {
    if (!out.empty()) out += fmt::format(" {} ", ui("lesson.or"));
    out += number(effect.level.front(), "share");
    if (effect.level.size() > 1) out += " … " + number(effect.level.back(), "share");
  }
  return out.empty() ? ui("lesson.no.claim") : out;
}

void effects(const Ui& ui, const Lesson& lesson) {
  if (!ImGui::BeginTable("effects", 2, ImGuiTableFlags_RowBg | ImGuiTableFlags_SizingStretchProp))
    return;
  ImGui::TableSetupColumn("figure", 0, 3);
  ImGui::TableSetupColumn("claim", 0, 2);
  for (const LessonEffect& effect : lesson.effects) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ImGui::TextWrapped("%s", effect.name.in(ui.language).c_str());
    const std::string& reading = effect.reading.in(ui.language);
    if (!reading.empty() && ImGui::IsItemHovered()) hint(ui, reading.c_str());
    ImGui::TableNextColumn();
    ImGui::TextWrapped("%s", claimed(ui, effect).c_str());
  }
  ImGui::EndTable();
}

/// Notes with their days: the last that has been reached is marked, a click goes there.
void path(Ui& ui) {
  int current = -1;
  for (const Remark& remark : ui.remarks)
    if (remark.day <= ui.day) current = std::max(current, remark.day);
  for (std::size_t i = 0; i < ui.remarks.size(); ++i) {
    const Remark& remark = ui.remarks[i];
    ImGui::PushID(static_cast<int>(i));
    const std::string day = (remark.day == current ? "● " : "   ") +
                            says(ui("levers.on.day"), fmt::arg("day", remark.day));
    if (ImGui::Selectable(day.c_str(), remark.day == current, 0, {7 * ui.em(), 0})) {
      ui.ask(fmt::format("goto day {}", remark.day));
    }
    ImGui::SameLine();
    ImGui::TextWrapped("%s", remark.words.in(ui.language).c_str());
    ImGui::PopID();
  }
}

void open_lesson(Ui& ui, const Lesson& lesson) {
  heading(ui, fmt::format("{}  {}", lesson.id, lesson.title.in(ui.language)).c_str());
  ImGui::TextWrapped("%s", lesson.claim.in(ui.language).c_str());
  remark(fmt::format("{}: {}", ui("lesson.from"), lesson.from.in(ui.language)).c_str());
  ImGui::Spacing();
  if (ImGui::Button(ui("lesson.with.without"))) ui.ask("twin");
  if (ImGui::IsItemHovered()) hint(ui, ui("lesson.twin.help"));
  same_line_if(12 * ui.em());
  if (ImGui::Button(ui("lesson.luck"))) {
    ui.ask("twin");
    ui.ask("replicate 100");
    ui.ask("open compare table");
  }
  if (ImGui::IsItemHovered()) hint(ui, ui("lesson.luck.help"));
  ImGui::Spacing();
  heading(ui, ui("lesson.path"));
  path(ui);
  ImGui::Spacing();
  heading(ui, ui("lesson.effects"));
  effects(ui, lesson);
  if (!lesson.causes.empty()) {
    ImGui::Spacing();
    heading(ui, ui("lesson.causes"));
    for (const LessonCause& cause : lesson.causes)
      ImGui::BulletText("%s", cause.name.in(ui.language).c_str());
  }
  ImGui::Spacing();
  ImGui::Separator();
}

/// A row of the shelf: its title chooses it, what it says stands below.
void volume_row(Ui& ui, const Volume& volume) {
  ImGui::PushID(volume.file.c_str());
  std::string title = volume.title.in(ui.language);
  if (volume.lesson) title = volume.id + "  " + title;
  const bool open = !ui.session->runs().empty() && ui.session->runs().front().file == volume.file;
  // The whole card is the button; its words are laid over it.
  const float em = ui.em();
  const float width = ImGui::GetContentRegionAvail().x;
  const float text = width - 1.2F * em;
  const std::string& says = volume.says.in(ui.language);
  const ImVec2 first = ImGui::CalcTextSize(title.c_str(), nullptr, false, text);
  const ImVec2 second = ImGui::CalcTextSize(says.c_str(), nullptr, false, text);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float height = first.y + second.y + 1.1F * em;
  ImGui::PushStyleColor(ImGuiCol_Button, open ? mix(ui.colours().raised, ui.colours().accent, 0.25F)
                                              : with_alpha(ui.colours().raised, 0.6F));
  if (ImGui::Button("##open", {width, height})) ui.ask("file " + volume.file.string());
  ImGui::PopStyleColor();
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddText(nullptr, 0, {at.x + 0.6F * em, at.y + 0.4F * em}, ui.colours().accent,
                title.c_str(), nullptr, text);
  list->AddText(nullptr, 0, {at.x + 0.6F * em, at.y + 0.6F * em + first.y}, ui.colours().text,
                says.c_str(), nullptr, text);
  ImGui::PopID();
}

/// Cards in as many columns as have room, each row as high as its own words.
void cards(Ui& ui, bool lessons) {
  const int columns =
      std::clamp(static_cast<int>(ImGui::GetContentRegionAvail().x / (28 * ui.em())), 1, 3);
  if (!ImGui::BeginTable(lessons ? "lessons" : "firms", columns)) return;
  for (const Volume& volume : shelf()) {
    if (volume.lesson != lessons) continue;
    ImGui::TableNextColumn();
    volume_row(ui, volume);
  }
  ImGui::EndTable();
}

void welcome(Ui& ui) {
  ImGui::PushStyleColor(ImGuiCol_Text, ui.colours().accent);
  ImGui::SetWindowFontScale(1.6F);
  ImGui::TextUnformatted("Tandem");
  ImGui::SetWindowFontScale(1);
  ImGui::PopStyleColor();
  ImGui::TextWrapped("%s", ui("lessons.what"));
  remark(ui("lessons.keys"));
  if (ImGui::Button(ui.language == Language::en ? "中文" : "English")) ui.ask("language next");
  ImGui::SameLine();
  if (ImGui::Button(ui.theme == Theme::light ? ui("lessons.dark") : ui("lessons.light")))
    ui.ask("theme next");
  ImGui::Spacing();
}

}  // namespace

void lessons_panel(Ui& ui) {
  const bool any = !ui.session->runs().empty();
  // Alone on the screen it has a scroll bar of its own.
  ImGui::BeginChild("shelf", {0, 0}, false, any ? 0 : ImGuiWindowFlags_AlwaysUseWindowPadding);
  if (!any)
    welcome(ui);
  else if (const Lesson* lesson = ui.session->runs().front().origin->lesson())
    open_lesson(ui, *lesson);
  heading(ui, ui("lessons.firms"));
  cards(ui, false);
  ImGui::Spacing();
  heading(ui, ui("lessons.lessons"));
  remark(ui("lessons.claims"));
  cards(ui, true);
  if (shelf().empty()) ImGui::TextWrapped("%s", ui("lessons.none"));
  ImGui::EndChild();
}

}  // namespace tandem::viewer
