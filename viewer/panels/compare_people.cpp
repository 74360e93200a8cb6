// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "viewer/panels/compare_parts.h"
#include "viewer/panels/why_parts.h"
#include "viewer/plots/widget.h"

// Who gains and who loses by the other run.
namespace tandem::viewer {

namespace {

std::map<std::string_view, int> seats_by_name(const Run& run) {
  std::map<std::string_view, int> seats;
  for (std::size_t i = 0; i < run.scenario->seats().size(); ++i)
    seats.emplace(run.scenario->seats()[i].name, static_cast<int>(i));
  return seats;
}

/// Pay and quits of each seat over the run on screen.
struct OfSeat {
  double pay = 0, quits = 0;
};
std::vector<OfSeat> of_seats(const History& history) {
  std::vector<OfSeat> seats(static_cast<std::size_t>(history.seats));
  for (const RunRecord::PersonRow& person : history.record.people) {
    OfSeat& seat = seats[static_cast<std::size_t>(person.seat)];
    seat.pay += person.pay;
    seat.quits += person.quit ? 1 : 0;
  }
  return seats;
}

std::string verdict_mark(const PersonRow& row) {
  if (row.verdict == Verdict::unclear) return "";
  return row.verdict == Verdict::higher ? "▲ " : "▼ ";
}

Table table_of(const Ui& ui, const std::vector<PersonRow>& people) {
  Table out{{ui("compare.person"), "A", ui("compare.pay"), ui("compare.low"), ui("compare.high"),
             ui("compare.quits")},
            {}};
  for (const PersonRow& row : people)
    out.rows.push_back({row.name, cell(row.base), cell(row.difference),
                        row.pairs > 0 ? cell(row.low) : "", row.pairs > 0 ? cell(row.high) : "",
                        cell(row.quits)});
  return out;
}

/// Everybody with difference, interval and the figure chosen over time.
void people_table(Ui& ui, const Compare& state, const Pair& pair) {
  const Palette& p = ui.colours();
  const float em = ui.em();
  const auto figures = seat_figures();
  const float room = ImGui::GetContentRegionAvail().x;
  const bool plot = pair.paired != nullptr && room > 40 * em, quits = room > 26 * em;
  const int columns = 3 + (plot ? 1 : 0) + (quits ? 1 : 0);
  constexpr auto kFlags = ImGuiTableFlags_SizingStretchProp | ImGuiTableFlags_RowBg |
                          ImGuiTableFlags_ScrollY | ImGuiTableFlags_BordersInnerH;
  const float line = 1.5F * em + ImGui::GetStyle().CellPadding.y * 2;
  const float height = std::min(static_cast<float>(state.people.size() + 1) * line + em,
                                std::max(ImGui::GetContentRegionAvail().y, 12 * em));
  if (!ImGui::BeginTable("people", columns, kFlags, {0, height})) return;
  ImGui::TableSetupScrollFreeze(0, 1);
  ImGui::TableSetupColumn(ui("compare.person"), ImGuiTableColumnFlags_WidthStretch, 1.3F);
  ImGui::TableSetupColumn(ui("compare.pay"), ImGuiTableColumnFlags_WidthStretch, 1.5F);
  if (plot)
    ImGui::TableSetupColumn(ui("compare.interval"), ImGuiTableColumnFlags_WidthStretch, 1.4F);
  if (quits) ImGui::TableSetupColumn(ui("compare.quits"), ImGuiTableColumnFlags_WidthStretch, 0.8F);
  ImGui::TableSetupColumn(title_of(ui, figures[state.figure]).c_str(),
                          ImGuiTableColumnFlags_WidthStretch, 1.8F);
  ImGui::TableHeadersRow();
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(state.people.size()), line);
  while (clipper.Step())
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const PersonRow& row = state.people[static_cast<std::size_t>(i)];
      const bool clear = row.verdict != Verdict::unclear;
      const ImU32 colour = !clear ? p.muted : row.difference > 0 ? p.better : p.worse;
      ImGui::TableNextRow(0, line);
      ImGui::TableNextColumn();
      if (ImGui::Selectable(row.name.c_str(),
                            ui.selection.kind == Selection::rep && ui.selection.seat == row.seat_a))
        ui.ask(fmt::format("select rep {}", row.seat_a + 1));
      ImGui::TableNextColumn();
      ImGui::PushStyleColor(ImGuiCol_Text, pair.paired == nullptr ? p.text : colour);
      ImGui::TextUnformatted((verdict_mark(row) + signed_number(row.difference, "money")).c_str());
      ImGui::PopStyleColor();
      if (ImGui::IsItemHovered())
        hint(ui, fmt::format("{} → {}", number(row.base, "money"),
                             number(row.base + row.difference, "money"))
                     .c_str());
      if (plot) {
        ImGui::TableNextColumn();
        forest(ui, row.difference, row.low, row.high, colour, ImGui::GetContentRegionAvail().x);
      }
      if (quits) {
        ImGui::TableNextColumn();
        ImGui::TextUnformatted(row.quits == 0 ? "0" : signed_number(row.quits).c_str());
      }
      ImGui::TableNextColumn();
      std::vector<Trace> traces;
      const auto add = [&](const Run& run, int seat) {
        const History* history = ui.known->of(run.id);
        if (history != nullptr && seat >= 0 && seat < history->seats)
          traces.push_back({history, seat, state.figure, ui.colour_of_run(run.id),
                            dash_of(ui.place_of(run.id))});
      };
      add(*pair.a, row.seat_a);
      add(*pair.b, row.seat_b);
      draw_traces(ui, traces, INT_MAX, {ImGui::GetContentRegionAvail().x, 1.3F * em});
    }
  ImGui::EndTable();
}

}  // namespace

std::vector<PersonRow> person_rows(const Pair& pair) {
  std::vector<PersonRow> rows;
  const auto in_b = seats_by_name(*pair.b);
  if (pair.paired != nullptr) {
    for (const SeatDifference& seat : pair.paired->reps) {
      const auto other = in_b.find(seat.seat.name);
      rows.push_back({.name = seat.seat.name,
                      .seat_a = seat.seat.number - 1,
                      .seat_b = other == in_b.end() ? -1 : other->second,
                      .base = seat.base_pay,
                      .difference = seat.pay.mean,
                      .low = seat.pay.low,
                      .high = seat.pay.high,
                      .quits = seat.quit.mean,
                      .pairs = pair.paired->pairs,
                      .verdict = seat.pay_verdict});
    }
  } else if (pair.in_a != nullptr && pair.in_b != nullptr) {
    const auto a = of_seats(*pair.in_a), b = of_seats(*pair.in_b);
    for (const auto& label : pair.a->scenario->seats()) {
      const auto other = in_b.find(label.name);
      if (other == in_b.end()) continue;
      const OfSeat &from = a[static_cast<std::size_t>(label.number) - 1],
                   &to = b[static_cast<std::size_t>(other->second)];
      const double difference = to.pay - from.pay;
      rows.push_back({.name = label.name,
                      .seat_a = label.number - 1,
                      .seat_b = other->second,
                      .base = from.pay,
                      .difference = difference,
                      .low = difference,
                      .high = difference,
                      .quits = to.quits - from.quits});
    }
  }
  std::ranges::stable_sort(rows, std::greater(), &PersonRow::difference);
  return rows;
}

void compare_people(Ui& ui, Compare& state, const Pair& pair) {
  if (state.people.empty()) {
    muted(ui, ui("following"));
    return;
  }
  const float em = ui.em();
  if (pair.paired != nullptr) {
    const auto count = [&](Verdict verdict) {
      return std::ranges::count(state.people, verdict, &PersonRow::verdict);
    };
    wrapped(fmt::format(fmt::runtime(ui("compare.people.count")), count(Verdict::higher),
                        count(Verdict::lower), count(Verdict::unclear)));
  } else {
    muted(ui, ui("compare.people.luck"));
  }
  ImGui::SetNextItemWidth(14 * em);
  const auto figures = seat_figures();
  if (ImGui::BeginCombo("##figure", title_of(ui, figures[state.figure]).c_str())) {
    for (std::size_t f = 0; f < figures.size(); ++f)
      if (ImGui::Selectable(title_of(ui, figures[f]).c_str(), f == state.figure)) state.figure = f;
    ImGui::EndCombo();
  }
  copy_button(ui, [&] { return table_of(ui, state.people); });
  people_table(ui, state, pair);
}

}  // namespace tandem::viewer
