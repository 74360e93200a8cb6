// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "viewer/panels/compare_parts.h"
#include "viewer/panels/why_parts.h"

// The earliest thing that differs between two runs on one luck, and how far that has spread.
namespace tandem::viewer {

namespace {

/// The terms that differ, most different first.
void terms_beside(const Ui& ui, const JournalEntry& a, const JournalEntry& b) {
  struct Row {
    std::string_view name;
    double a, b;
  };
  std::vector<Row> rows;
  for (const auto& [name, value] : b.terms) {
    const auto same = std::ranges::find(a.terms, name, [](const auto& term) { return term.first; });
    if (same != a.terms.end() && same->second != value) rows.push_back({name, same->second, value});
  }
  if (rows.empty()) return;
  std::ranges::stable_sort(rows, std::greater(),
                           [](const Row& row) { return std::fabs(row.b - row.a); });
  if (rows.size() > 8) rows.resize(8);
  muted(ui, ui("compare.first.terms"));
  if (!ImGui::BeginTable("terms", 4, ImGuiTableFlags_SizingStretchProp)) return;
  for (const char* title : {"", "A", "B", ui("why.difference")}) ImGui::TableSetupColumn(title);
  ImGui::TableHeadersRow();
  for (const Row& row : rows) {
    ImGui::TableNextColumn();
    wrapped(term_title(ui, row.name));
    for (const std::string& text : {fmt::format("{:.4g}", row.a), fmt::format("{:.4g}", row.b),
                                    fmt::format("{:+.2g}", row.b - row.a)}) {
      ImGui::TableNextColumn();
      ImGui::TextUnformatted(text.c_str());
    }
  }
  ImGui::EndTable();
}

void first(Ui& ui, const Pair& pair, const char* title, const Divergence::First& at) {
  muted(ui, fmt::format("{}, {}", title, day_title(ui, at.day)));
  ImGui::SameLine();
  ImGui::PushID(title);
  // The day after, when it has happened.
  if (ImGui::SmallButton(ui("compare.first.go")))
    ui.ask(fmt::format("goto day {}", std::clamp(at.day + 1, 0, ui.session->days())));
  std::optional<JournalEntry> entries[2];
  const auto tell = [&](int which, const History* history, const Run& run,
                        const std::optional<std::size_t>& place) {
    if (place) entries[which] = history->journal->entry(*place);
    ImGui::PushStyleColor(ImGuiCol_Text, ui.colour_of_run(run.id));
    const std::string says =
        fmt::format("{}: {}", Ui::letter(ui.place_of(run.id)),
                    place ? sentence_of(ui, *entries[which]) : ui("compare.first.nothing"));
    if (!place)
      wrapped(says);
    else if (choose(run.name, says)) {
      ui.ask("select event " + entries[which]->id);
      ui.ask(fmt::format("goto day {}", std::clamp(at.day + 1, 0, ui.session->days())));
    }
    ImGui::PopStyleColor();
  };
  tell(0, pair.in_a, *pair.a, at.in_first);
  tell(1, pair.in_b, *pair.b, at.in_second);
  if (entries[0] && entries[1] && entries[0]->kind == entries[1]->kind)
    terms_beside(ui, *entries[0], *entries[1]);
  ImGui::PopID();
  ImGui::Spacing();
}

void spread(const Ui& ui, const Pair& pair, const std::vector<Ripple>& ripples) {
  muted(ui, ui("compare.spread"));
  constexpr auto kFlags = ImGuiTableFlags_SizingStretchProp | ImGuiTableFlags_RowBg;
  if (!ImGui::BeginTable("spread", 6, kFlags)) return;
  for (const char* title :
       {ui("compare.spread.by"), ui("compare.spread.choosing"), ui("compare.spread.people"),
        ui("compare.spread.deals"), ui("compare.spread.customers"), ui("compare.spread.won")})
    ImGui::TableSetupColumn(title);
  ImGui::TableNextRow();
  for (int column = 0; column < 6; ++column) {  // headers that wrap
    ImGui::TableNextColumn();
    muted(ui, ImGui::TableGetColumnName(column));
  }
  const float seats =
      static_cast<float>(std::max<std::size_t>(pair.a->scenario->seats().size(), 1));
  const auto share = [&](int n) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    ScreenCanvas canvas(ImGui::GetWindowDrawList());
    canvas.rect(
        {at, {at.x + width * std::min(static_cast<float>(n) / seats, 1.0F), at.y + 1.1F * ui.em()}},
        with_alpha(ui.colours().accent, 0.3F), 2);
    ImGui::TextUnformatted(fmt::format("{}", n).c_str());
  };
  for (const Ripple& ripple : ripples) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    wrapped(day_title(ui, ripple.day));
    ImGui::TableNextColumn();
    share(ripple.choosing);
    ImGui::TableNextColumn();
    share(ripple.people);
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(number(ripple.deals).c_str());
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(number(ripple.customers).c_str());
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(signed_number(ripple.won, "money").c_str());
  }
  ImGui::EndTable();
}

}  // namespace

void compare_first(Ui& ui, Compare&, const Pair& pair) {
  const Parting* parting = ui.known->parting(pair.a->id, pair.b->id);
  if (parting == nullptr || pair.in_a == nullptr || pair.in_b == nullptr) {
    muted(ui, ui("following"));
    return;
  }
  if (parting->how.identical()) {
    wrapped(ui("compare.identical"));
    return;
  }
  wrapped(ui("compare.first.long"));
  muted(ui, ui("compare.first.says"));
  if (parting->how.decision) first(ui, pair, ui("compare.first.decision"), *parting->how.decision);
  if (parting->how.event) first(ui, pair, ui("compare.first.event"), *parting->how.event);
  spread(ui, pair, parting->how.ripples);
}

}  // namespace tandem::viewer
