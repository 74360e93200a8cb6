// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

#include "viewer/ui.h"

// The panels. Each draws into the present ImGui window what it is given room for, and asks for what
// the person wants by lines of the script language (Ui::ask).
namespace tandem::viewer {

void lessons_panel(Ui& ui);      ///< what can be opened
void floor_panel(Ui& ui);        ///< teams and people as a network
void territories_panel(Ui& ui);  ///< tiles
void pipeline_panel(Ui& ui);     ///< funnel, ageing, stage times
void hours_panel(Ui& ui);        ///< where the day goes
void plots_panel(Ui& ui);        ///< metrics week by week, runs beside each other
void compare_panel(Ui& ui);      ///< paired differences, first divergence, winners and losers
void why_panel(Ui& ui);          ///< what is selected: state, decisions, causes
void policies_panel(Ui& ui);     ///< every lever
void plan_panel(Ui& ui);         ///< payout curves and where people stand on them

/// The days that the time line shows.
struct TimeLineView {
  double first = 0, last = -1;  ///< at its edges; last < first: all
};

void top_bar(Ui& ui, bool playing, double speed);
void time_line(Ui& ui, const std::optional<std::pair<int, int>>& loop);
/// Height that the time line needs, pixels.
[[nodiscard]] float time_line_height(const Ui& ui);

/// All commands with what they do; lines that fit what is typed.
void command_palette(Ui& ui, bool& open);
void shortcut_sheet(Ui& ui, bool& open);

/// A part of a panel, as `open PANEL PART` names it.
struct PanelPart {
  std::string_view id;
  Text title;
};
/// The parts of a panel, the one that opens first first; most have none.
[[nodiscard]] std::span<const PanelPart> parts_of(Panel panel);

/// What a panel is called.
[[nodiscard]] const char* title_of(const Ui& ui, Panel panel);

}  // namespace tandem::viewer
