// SPDX-License-Identifier: Apache-2.0
#include "viewer/plots/look.h"

#include <algorithm>

namespace tandem::viewer {

namespace {

/// Bytes of the character that begins here.
std::size_t letter_bytes(char first) {
  const auto c = static_cast<unsigned char>(first);
  return c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
}

/// May a line end before this place? After a space or a slash, and around any letter that is three
/// bytes long, as Chinese ones are.
bool breaks(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return false;
  const bool wide = letter_bytes(text[at]) >= 3;
  const char before = text[at - 1];
  return wide || before == ' ' || before == '/' || static_cast<unsigned char>(before) >= 0x80;
}

}  // namespace

Look look_of(const Ui& ui) {
  const Palette& p = ui.colours();
  return {.text = p.text,
          .muted = p.muted,
          .line = p.line,
          .back = p.panel,
          .accent = p.accent,
          .better = p.better,
          .worse = p.worse,
          .em = ui.em(),
          .stroke = std::max(1.0F, 1.6F * ui.scale),
          .pointer = {},
          .at_cursor = false};
}

std::vector<std::string> wrapped(const Canvas& canvas, std::string_view text, float width,
                                 float size) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    std::size_t end = text.size();
    if (canvas.extent(text, size).x > width) {
      std::size_t at = 0, fits = 0, hard = 0;
      while (at < text.size()) {
        at += std::min(letter_bytes(text[at]), text.size() - at);
        if (canvas.extent(text.substr(0, at), size).x > width) break;
        hard = at;
        if (breaks(text, at)) fits = at;
      }
      end = fits > 0 ? fits : std::max(hard, std::min(letter_bytes(text[0]), text.size()));
    }
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

float paragraph(Canvas& canvas, ImVec2 at, float width, std::string_view text, ImU32 colour,
                float line_height, float size) {
  const float top = at.y;
  for (const std::string& line : wrapped(canvas, text, width, size)) {
    canvas.text(at, line, colour, Anchor::left, size);
    at.y += line_height;
  }
  return at.y - top;
}

float legend(Canvas& canvas, Box box, const Look& look, const std::vector<LegendEntry>& entries) {
  const float em = look.em;
  ImVec2 at = box.low;
  for (const LegendEntry& entry : entries) {
    const float width = canvas.extent(entry.name, 0.82F).x + 1.2F * em;
    if (at.x > box.low.x && at.x + width > box.high.x) at = {box.low.x, at.y + 1.15F * em};
    canvas.rect({{at.x, at.y + 0.15F * em}, {at.x + 0.75F * em, at.y + 0.85F * em}}, entry.colour,
                2);
    canvas.text({at.x + em, at.y + 0.05F * em}, entry.name, look.text, Anchor::left, 0.82F);
    at.x += width + 0.7F * em;
  }
  return entries.empty() ? 0 : at.y - box.low.y + 1.25F * em;
}

void end_labels(Canvas& canvas, std::vector<EndLabel> labels, float x, float top, float bottom,
                const Look& look) {
  const float apart = 0.95F * look.em;
  std::ranges::stable_sort(labels, {}, &EndLabel::y);
  for (EndLabel& label : labels) label.y -= apart / 2;
  for (std::size_t i = 0; i < labels.size(); ++i)
    labels[i].y = std::max(labels[i].y, i == 0 ? top : labels[i - 1].y + apart);
  for (std::size_t i = labels.size(); i-- > 0;)
    labels[i].y =
        std::min(labels[i].y, (i + 1 == labels.size() ? bottom : labels[i + 1].y) - apart);
  for (const EndLabel& label : labels)
    canvas.text({x, label.y}, label.name, label.colour, Anchor::left, 0.85F);
}

}  // namespace tandem::viewer
