// SPDX-License-Identifier: Apache-2.0
#include "viewer/plots/widget.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "viewer/app/files.h"

namespace tandem::viewer {

namespace {

/// While a picture of a plot is taken nothing lies on it.
struct Quiet {
  int until = -1;  ///< frame
};

std::string told_path(const std::string& file) {
  std::error_code none;
  const auto path = std::filesystem::absolute(file, none);
  return none ? file : path.string();
}

void menu(Ui& ui, const char* id, Box box, const Plot& data) {
  const std::string name = fmt::format("plot-{}", id);
  if (ImGui::MenuItem(ui("plot.copy")))
    copy(ui, std::visit([](const auto& plot) { return table(plot); }, data));
  if (ImGui::MenuItem(ui("plot.svg"))) {
    const std::string file = name + ".svg";
    const std::string fault = write_file(file, svg(data, {box.width(), box.height()}, look_of(ui)));
    ui.said = fault.empty() ? fmt::format("{} {}", ui("plot.saved"), told_path(file)) : fault;
  }
  if (ImGui::MenuItem(ui("plot.png"))) {
    ui.memory.of<Quiet>().until = ImGui::GetFrameCount() + 1;
    ui.ask(fmt::format("picture {}.png {:.0f} {:.0f} {:.0f} {:.0f}", name, box.low.x, box.low.y,
                       box.width(), box.height()));
  }
}

}  // namespace

void copy(Ui& ui, const Table& cells) {
  ImGui::SetClipboardText(tab_separated(cells).c_str());
  ui.said = fmt::format("{} ({})", ui("plot.copied"), cells.rows.size());
}

Pointed plot(Ui& ui, const char* id, ImVec2 size, const Plot& data, bool choosable) {
  const float em = ui.em();
  const ImVec2 room = ImGui::GetContentRegionAvail();
  if (size.x <= 0) size.x = room.x;
  if (size.y <= 0) size.y = std::max(room.y, 9 * em);
  size = {std::floor(size.x), std::floor(size.y)};
  const bool quiet = ImGui::GetFrameCount() <= ui.memory.of<Quiet>().until;
  ImGui::PushID(id);
  ImGui::BeginGroup();
  ImGui::Dummy(size);
  const Box box{ImGui::GetItemRectMin(), ImGui::GetItemRectMax()};
  const bool hovered = ImGui::IsItemHovered();
  Look look = look_of(ui);
  bool focused = false;
  const float button = ImGui::CalcTextSize("…").x + 2 * ImGui::GetStyle().FramePadding.x;
  if (!quiet) {
    ImGui::SetCursorScreenPos({box.high.x - button, box.low.y});
    if (ImGui::SmallButton("…")) ImGui::OpenPopup("menu");
    focused = ImGui::IsItemFocused();
    const bool on_button = ImGui::IsItemHovered();
    if (on_button) hint(ui, ui("plot.menu"));
    if (hovered && !on_button) look.pointer = ImGui::GetIO().MousePos;
    if (hovered && ImGui::IsMouseClicked(1)) ImGui::OpenPopup("menu");
    look.at_cursor = focused && ImGui::GetIO().NavVisible;
  }
  Pointed pointed;
  bool chosen = false;
  if (ImGui::IsRectVisible(box.low, box.high)) {
    ScreenCanvas canvas(ImGui::GetWindowDrawList());
    const auto& title =
        std::visit([](const auto& plot) -> const std::string& { return plot.title; }, data);
    const float line = 1.2F * em, width = size.x - button - 0.5F * em;
    const auto lines = static_cast<float>(wrapped(canvas, title, width).size());
    const float head = std::max(lines, 1.0F) * line;
    if (choosable) {  // the title is what the keyboard chooses
      ImGui::SetCursorScreenPos(box.low);
      chosen = ImGui::Selectable("##title", false, 0, {width, head});
    }
    paragraph(canvas, box.low, width, title, look.text, line);
    const Box inside{{box.low.x + 0.1F * em, box.low.y + head + 0.2F * em},
                     {box.high.x - 0.2F * em, box.high.y}};
    static_cast<Hit&>(pointed) =
        std::visit([&](const auto& plot) { return draw(canvas, inside, plot, look); }, data);
  }
  pointed.clicked = chosen || (look.pointer && ImGui::IsMouseClicked(0) && (pointed || choosable));
  if (pointed && (look.pointer || look.at_cursor)) hint(ui, pointed.says.c_str());
  if (ImGui::BeginPopup("menu")) {
    menu(ui, id, box, data);
    ImGui::EndPopup();
  }
  ImGui::SetCursorScreenPos(box.low);  // the group ends where the plot does
  ImGui::EndGroup();
  ImGui::PopID();
  return pointed;
}

int small_multiples(Ui& ui, const char* id, const std::vector<LinePlot>& plots, ImVec2 least) {
  const float em = ui.em(), gap = ImGui::GetStyle().ItemSpacing.x;
  const ImVec2 room = ImGui::GetContentRegionAvail();
  const int n = static_cast<int>(plots.size());
  if (n == 0) return -1;
  const int columns =
      std::clamp(static_cast<int>((room.x + gap) / (least.x * em + gap)), 1, std::min(n, 6));
  const int rows = (n + columns - 1) / columns;
  const float width = (room.x + gap) / static_cast<float>(columns) - gap;
  const float height =
      std::max(least.y * em, room.y / static_cast<float>(rows) - ImGui::GetStyle().ItemSpacing.y);
  int chosen = -1;
  for (int i = 0; i < n; ++i) {
    if (i % columns != 0) ImGui::SameLine();
    const std::string name = fmt::format("{}-{}", id, i + 1);
    if (plot(ui, name.c_str(), {width, height}, plots[static_cast<std::size_t>(i)], true).clicked)
      chosen = i;
  }
  return chosen;
}

}  // namespace tandem::viewer
