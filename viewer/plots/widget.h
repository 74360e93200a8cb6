// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "viewer/plots/plots.h"

namespace tandem::viewer {

/// Draws a plot in the present window, with its title, what is under the pointer in words, and a menu:
/// copy as a table, save as SVG, save as PNG. The button of the menu is what the keyboard reaches;
/// while it has the focus the values at the cursor are told. `size`: 0 = all the room there is.
/// What was clicked is `item` of the answer, if `clicked`. A choosable plot is also clicked by its
/// title or anywhere in it.
struct Pointed : Hit {
  bool clicked = false;
};
Pointed plot(Ui& ui, const char* id, ImVec2 size, const Plot& data, bool choosable = false);

/// Puts a table into the clipboard, and says so.
void copy(Ui& ui, const Table& cells);
/// A button that does, for what is shown as numbers and not as a plot; `make` makes the table.
template <class MakeTable>
void copy_button(Ui& ui, const MakeTable& make) {
  if (ImGui::SmallButton(ui("plot.copy"))) copy(ui, make());
}

/// Plots beside each other in a grid, each at least so wide and high (em). The one that was chosen;
/// -1: none.
int small_multiples(Ui& ui, const char* id, const std::vector<LinePlot>& plots, ImVec2 least);

}  // namespace tandem::viewer
