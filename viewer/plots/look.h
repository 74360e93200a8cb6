// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "viewer/plots/canvas.h"
#include "viewer/ui.h"

// How plots look, and what several kinds of them draw alike.
namespace tandem::viewer {

struct Look {
  ImU32 text = 0, muted = 0, line = 0, back = 0, accent = 0, better = 0, worse = 0;
  float em = 15;                  ///< size of text, pixels
  float stroke = 1.5F;            ///< width of a line, pixels
  std::optional<ImVec2> pointer;  ///< where somebody points, if on the plot
  bool at_cursor = false;         ///< the keyboard is on it: tell the values at the cursor
};
[[nodiscard]] Look look_of(const Ui& ui);

/// What is under the pointer: which of the plot's series or rows, which of its items, in words.
struct Hit {
  int series = -1, item = -1;
  std::string says;
  explicit operator bool() const { return item >= 0; }
};

/// Lines of a text that are no wider. Breaks between words, and anywhere in a script without them.
[[nodiscard]] std::vector<std::string> wrapped(const Canvas& canvas, std::string_view text,
                                               float width, float size = 1);
/// Draws lines of text; the height they took.
float paragraph(Canvas& canvas, ImVec2 at, float width, std::string_view text, ImU32 colour,
                float line_height, float size = 1);

/// A swatch and a name for each, as many to a line as fit; the height it took.
struct LegendEntry {
  std::string name;
  ImU32 colour = 0;
};
float legend(Canvas& canvas, Box box, const Look& look, const std::vector<LegendEntry>& entries);

/// Labels at wished heights, pushed apart so that none covers another and all are in the box.
struct EndLabel {
  float y = 0;
  std::string name;
  ImU32 colour = 0;
};
void end_labels(Canvas& canvas, std::vector<EndLabel> labels, float x, float top, float bottom,
                const Look& look);

}  // namespace tandem::viewer
