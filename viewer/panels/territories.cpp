// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "viewer/panels/panels.h"
#include "viewer/panels/shown.h"
#include "viewer/plots/widget.h"

// A tile for each territory, each run a column of numbers in it, or the difference of the runs. A
// tile that is chosen shows its people.
namespace tandem::viewer {

namespace {

struct Territories {
  bool difference = false;
  std::string picked;
};

/// A number of a territory.
struct Line {
  Text name;
  std::string_view unit;
  Better better;
  double (*of)(const TerritoryView&);
};
constexpr Line kLines[] = {
    {"territories.satisfaction", "share", Better::more,
     [](const TerritoryView& t) { return t.satisfaction; }},
    {"territories.potential", "", Better::neither,
     [](const TerritoryView& t) { return t.potential; }},
    {"territories.customers", "", Better::more,
     [](const TerritoryView& t) { return 1.0 * t.customers; }},
    {"territories.prospects", "", Better::neither,
     [](const TerritoryView& t) { return 1.0 * t.prospects; }},
    {"territories.pipeline", "money", Better::more,
     [](const TerritoryView& t) { return t.pipeline; }},
    {"territories.revenue", "money", Better::more,
     [](const TerritoryView& t) { return t.revenue; }},
    {"territories.lost", "", Better::less, [](const TerritoryView& t) { return 1.0 * t.lost; }},
    {"territories.empty", "", Better::less, [](const TerritoryView& t) { return 1.0 * t.empty; }},
    {"territories.demand", "", Better::more, [](const TerritoryView& t) { return t.demand; }},
};

const TerritoryView* find(const Shown& shown, const std::string& name) {
  const auto& all = shown.picture->firm.territories;
  const auto found = std::ranges::find(all, name, &TerritoryView::name);
  return found == all.end() ? nullptr : &*found;
}

/// A difference in words that need no colour: a triangle for better or worse, and the sign.
void draw_difference(Canvas& canvas, const Ui& ui, ImVec2 at, double difference, const Line& line) {
  if (difference == 0)
    return canvas.text(at, ui("territories.same"), ui.colours().muted, Anchor::right, 0.85F);
  const bool neither = line.better == Better::neither;
  const bool good = (difference > 0) == (line.better == Better::more);
  const ImU32 colour = neither ? ui.colours().text
                       : good  ? ui.colours().better
                               : ui.colours().worse;
  const std::string sign = neither ? "" : good ? "▲ " : "▼ ";
  canvas.text(at, sign + signed_number(difference, line.unit), colour, Anchor::right, 0.85F);
}

float tile_height(const Ui& ui, std::size_t columns) {
  return (1.6F + (columns > 1 ? 1.1F : 0) + 1.15F * static_cast<float>(std::size(kLines)) + 0.6F) *
         ui.em();
}

/// The numbers of a territory in a tile; `columns` of them beside each other.
void draw_tile(Canvas& canvas, const Ui& ui, Box box, const std::vector<Shown>& shown,
               const std::string& name, bool difference) {
  const Palette& p = ui.colours();
  const float em = ui.em(), row = 1.15F * em;
  const std::size_t columns = difference ? shown.size() - 1 : shown.size();
  const Box in{{box.low.x + 0.6F * em, box.low.y + 0.3F * em},
               {box.high.x - 0.5F * em, box.high.y}};
  canvas.text(in.low, name, p.text);
  float names = 0;
  for (const Line& line : kLines) names = std::max(names, canvas.extent(ui(line.name), 0.82F).x);
  const float width = std::min((in.width() - names) / static_cast<float>(columns), 10 * em);
  const auto right = [&](std::size_t c) {
    return in.low.x + names + width * static_cast<float>(c + 1);
  };
  float y = in.low.y + 1.4F * em;
  if (shown.size() > 1) {
    for (std::size_t c = 0; c < columns; ++c) {
      const Pen& pen = shown[difference ? c + 1 : c].pen;
      const std::string head = difference ? pen.name + " – " + shown[0].pen.name : pen.name;
      canvas.text({right(c), y}, head, pen.colour, Anchor::right, 0.9F);
    }
    y += 1.1F * em;
  }
  const TerritoryView* first = find(shown[0], name);
  for (const Line& line : kLines) {
    canvas.text({in.low.x, y}, ui(line.name), p.muted, Anchor::left, 0.82F);
    for (std::size_t c = 0; c < columns; ++c) {
      const TerritoryView* of = find(shown[difference ? c + 1 : c], name);
      if (of == nullptr || (difference && first == nullptr)) continue;
      const double value = line.of(*of);
      if (difference) {
        draw_difference(canvas, ui, {right(c), y}, value - line.of(*first), line);
        continue;
      }
      const std::string says = line.unit.empty() && line.of == kLines[8].of
                                   ? fmt::format("× {:.2f}", value)
                                   : number(value, line.unit);
      const float wide = canvas.extent(says, 0.85F).x;
      if (&line == &kLines[0]) {  // satisfaction: a bar before its number
        const float end = right(c) - wide - 0.4F * em, full = std::min(width - wide - em, 4 * em);
        const Box bar{{end - full, y + 0.25F * em}, {end, y + 0.75F * em}};
        if (full > em) {
          canvas.rect(bar, with_alpha(p.line, 0.35F), 1);
          canvas.rect({bar.low, {bar.low.x + full * static_cast<float>(value), bar.high.y}},
                      mix(p.low, p.high, static_cast<float>(value)), 1);
        }
      }
      const bool alarm = value > 0 && (line.of == kLines[7].of);
      canvas.text({right(c) - wide, y}, says, alarm ? p.warning : p.text, Anchor::left, 0.85F);
    }
    y += row;
  }
}

void people_of(Ui& ui, const Shown& shown, const std::string& name) {
  heading(ui, fmt::format("{} {}", ui("territories.people"), name).c_str());
  const auto& labels = shown.run->scenario->seats();
  bool first = true;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (labels[i].territory != name) continue;
    std::string label = labels[i].name;
    if (!shown.picture->firm.seats[i].present) label += fmt::format(" ({})", ui("floor.empty"));
    if (!first)
      same_line_if(ImGui::CalcTextSize(label.c_str()).x + 2 * ImGui::GetStyle().FramePadding.x);
    first = false;
    if (ImGui::Button(label.c_str())) ui.ask(fmt::format("select rep {}", i + 1));
  }
}

/// A row for each territory and run.
Table table_of(const Ui& ui, const std::vector<Shown>& shown) {
  Table out{{ui("territories.name"), ""}, {}};
  for (const Line& line : kLines) out.head.emplace_back(ui(line.name));
  for (const TerritoryView& territory : shown.front().picture->firm.territories)
    for (const Shown& each : shown)
      if (const TerritoryView* of = find(each, territory.name)) {
        auto& cells = out.rows.emplace_back();
        cells = {territory.name, each.pen.name};
        for (const Line& line : kLines) cells.push_back(cell(line.of(*of)));
      }
  return out;
}

}  // namespace

void territories_panel(Ui& ui) {
  const auto shown = shown_runs(ui);
  if (shown.empty()) return remark(ui("firm.coming"));
  const auto& territories = shown.front().picture->firm.territories;
  if (territories.empty()) return remark(ui("territories.none"));
  Territories& state = ui.memory.of<Territories>();
  const float em = ui.em(), gap = ImGui::GetStyle().ItemSpacing.x;
  const bool difference = state.difference && shown.size() > 1;
  if (shown.size() > 1) {
    const char* ways[] = {ui("territories.beside"), ui("territories.difference")};
    state.difference = choose(ui, ways, state.difference ? 1 : 0) == 1;
  } else if (ui.session->shown().size() > 1) {
    remark(ui("firm.compare"));
  }
  if (find(shown.front(), state.picked) != nullptr)
    people_of(ui, shown.front(), state.picked);
  else
    remark(ui("territories.pick"));
  copy_button(ui, [&] { return table_of(ui, shown); });

  const std::size_t columns = difference ? shown.size() - 1 : shown.size();
  const float room = ImGui::GetContentRegionAvail().x;
  const float least = (10.5F + 5.2F * static_cast<float>(columns)) * em;
  const int across = std::max(1, static_cast<int>((room + gap) / (least + gap)));
  const float width =
      across == 1 ? room : std::min((room + gap) / static_cast<float>(across) - gap, 1.6F * least);
  const ImVec2 size = {width, tile_height(ui, shown.size())};
  for (std::size_t i = 0; i < territories.size(); ++i) {
    const std::string& name = territories[i].name;
    if (i % static_cast<std::size_t>(across) != 0) ImGui::SameLine();
    ImGui::PushID(static_cast<int>(i));
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const Box box{low, {low.x + size.x, low.y + size.y}};
    ScreenCanvas canvas(ImGui::GetWindowDrawList());
    const bool visible = ImGui::IsRectVisible(box.low, box.high);
    if (visible) canvas.rect(box, with_alpha(ui.colours().raised, 0.45F), 5);
    if (ImGui::Selectable("##tile", name == state.picked, 0, size))
      state.picked = name == state.picked ? "" : name;
    if (visible) draw_tile(canvas, ui, box, shown, name, difference);
    ImGui::PopID();
  }
}

}  // namespace tandem::viewer
