// SPDX-License-Identifier: Apache-2.0
#include "viewer/ui.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "tandem/view.h"

namespace tandem::viewer {

namespace {

constexpr ImU32 rgb(unsigned hex) {
  return IM_COL32(hex >> 16 & 255, hex >> 8 & 255, hex & 255, 255);
}

// Contrast against `panel`: text at least 4.5, everything that means something at least 3.
constexpr Palette kLight = {.back = rgb(0xEEF0F2),
                            .panel = rgb(0xFFFFFF),
                            .raised = rgb(0xE3E7EA),
                            .text = rgb(0x1A1C1E),
                            .muted = rgb(0x565C62),
                            .line = rgb(0x8A9096),
                            .accent = rgb(0x005A8E),
                            .accent_text = rgb(0xFFFFFF),
                            .run = {rgb(0x0072B2), rgb(0xD55E00), rgb(0x00805E), rgb(0xA8548A)},
                            .better = rgb(0x0072B2),
                            .worse = rgb(0xC25500),
                            .part = {rgb(0x332288), rgb(0x2E8B7B), rgb(0x85822A), rgb(0xC05566),
                                     rgb(0x882255), rgb(0x74787C)},
                            .low = rgb(0xD55E00),
                            .high = rgb(0x0072B2),
                            .warning = rgb(0xB34700)};
constexpr Palette kDark = {.back = rgb(0x16181A),
                           .panel = rgb(0x1E2123),
                           .raised = rgb(0x303539),
                           .text = rgb(0xECEEF0),
                           .muted = rgb(0xA9B0B6),
                           .line = rgb(0x737A80),
                           .accent = rgb(0x56B4E9),
                           .accent_text = rgb(0x101214),
                           .run = {rgb(0x56B4E9), rgb(0xE69F00), rgb(0x2CC295), rgb(0xCC79A7)},
                           .better = rgb(0x56B4E9),
                           .worse = rgb(0xF0A030),
                           .part = {rgb(0x8F86E0), rgb(0x44AA99), rgb(0xB5B54A), rgb(0xE08896),
                                    rgb(0xC95E98), rgb(0x9AA0A6)},
                           .low = rgb(0xE69F00),
                           .high = rgb(0x56B4E9),
                           .warning = rgb(0xF0A030)};

/// Three significant digits, without an exponent.
std::string digits(double value) {
  const double size = std::fabs(value);
  if (size >= 100) return fmt::format("{:.0f}", value);
  if (size >= 10) return fmt::format("{:.1f}", value);
  if (size >= 0.1) return fmt::format("{:.2f}", value);
  return size < 5e-5 ? "0" : fmt::format("{:.{}f}", value, size >= 0.01 ? 3 : 4);
}

}  // namespace

const Palette& palette(Theme theme) { return theme == Theme::dark ? kDark : kLight; }

int Ui::place_of(int run) const {
  const auto& shown = session->shown();
  return static_cast<int>(std::ranges::find(shown, run) - shown.begin());
}

ImU32 Ui::colour_of_run(int run) const {
  return colours().run[static_cast<std::size_t>(place_of(run)) % colours().run.size()];
}

std::string number(double value, std::string_view unit) {
  if (!std::isfinite(value)) return "–";
  if (unit == "share") return digits(value * 100) + " %";
  const double size = std::fabs(value);
  std::string out;
  if (size >= 999.5e6)
    out = digits(value / 1e9) + " G";
  else if (size >= 999.5e3)
    out = digits(value / 1e6) + " M";
  else if (size >= 9999.5)
    out = digits(value / 1e3) + " k";
  else
    out = size == std::floor(size) ? fmt::format("{:.0f}", value) : digits(value);
  if (!unit.empty() && unit != "money" && unit != "count" && unit != "none")
    out += " " + std::string(unit);
  return out;
}

std::string signed_number(double value, std::string_view unit) {
  return (value > 0 ? "+" : "") + number(value, unit);
}

std::string day_title(const Ui& ui, int day) { return fmt::format(fmt::runtime(ui("day")), day); }

std::string date(const Ui& ui, int day) {
  const CalendarView calendar = calendar_of(*ui.run().scenario);
  return fmt::format(fmt::runtime(ui("date")), day, day / calendar.week + 1,
                     day / calendar.quarter + 1);
}

std::string in_lines(std::string_view text, float width) {
  const auto wide = [&](std::size_t at) {  // a character of Chinese, three bytes
    const auto c = at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
    return (c >= 0xE3 && c <= 0xE9) || c == 0xEF;
  };
  const auto among = [&](std::string_view marks, std::size_t at) {
    return wide(at) && marks.find(text.substr(at, 3)) != std::string_view::npos;
  };
  const auto piece_end = [&](std::size_t at) {  // what stays together
    while (among("（《「", at)) at += 3;
    if (wide(at))
      at += 3;
    else
      while (at < text.size() && text[at] != ' ' && text[at] != '\n' && !wide(at)) ++at;
    while (among("，。；：、？！）》」", at)) at += 3;
    return std::min(at, text.size());
  };
  const auto extent = [&](std::size_t from, std::size_t to) {
    return ImGui::CalcTextSize(text.data() + from, text.data() + to).x;
  };
  std::string out;
  float used = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\n') {
      out += text[at++];
      used = 0;
      continue;
    }
    const std::size_t piece = std::min(text.find_first_not_of(' ', at), text.size());
    const std::size_t end = piece_end(piece);
    const bool fits = used == 0 || used + extent(at, end) <= width;
    if (!fits) out += '\n';
    const std::size_t from = fits ? at : piece;
    used = (fits ? used : 0) + extent(from, end);
    out += text.substr(from, end - from);
    at = end;
  }
  return out;
}

void wrapped(const std::string& text) {
  ImGui::PushTextWrapPos(0);
  ImGui::TextUnformatted(in_lines(text, ImGui::GetContentRegionAvail().x).c_str());
  ImGui::PopTextWrapPos();
}

void hint(const Ui& ui, const char* text) {
  const float width = 28 * ui.em();
  ImGui::BeginTooltip();
  ImGui::PushTextWrapPos(width);
  ImGui::TextUnformatted(in_lines(text, width).c_str());
  ImGui::PopTextWrapPos();
  ImGui::EndTooltip();
}

ImU32 mix(ImU32 from, ImU32 to, float share) {
  const ImVec4 a = ImGui::ColorConvertU32ToFloat4(from), b = ImGui::ColorConvertU32ToFloat4(to);
  const float s = std::clamp(share, 0.0F, 1.0F);
  return ImGui::ColorConvertFloat4ToU32(
      {a.x + s * (b.x - a.x), a.y + s * (b.y - a.y), a.z + s * (b.z - a.z), a.w + s * (b.w - a.w)});
}

ImU32 with_alpha(ImU32 colour, float alpha) {
  return (colour & ~IM_COL32_A_MASK) | static_cast<ImU32>(std::clamp(alpha, 0.0F, 1.0F) * 255)
                                           << IM_COL32_A_SHIFT;
}

}  // namespace tandem::viewer
