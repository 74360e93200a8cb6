// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "viewer/panels/panels.h"
#include "viewer/panels/shown.h"
#include "viewer/plots/widget.h"

// Open deals: funnel by stage, whose turn it is, how old they are; how long stages take.
namespace tandem::viewer {

namespace {

constexpr std::size_t kStages = kStageNames.size();

struct StageTime {
  double median = kNone;
  std::size_t deals = 0;
};

struct Pipeline {
  // Plots, made anew when what they are made of changes.
  std::string key;
  Funnel funnel;
  Stack turns;
  Scatter ages;
  std::vector<std::array<StageTime, 2>> times;  ///< by stage and run: passed on, lost there

  // The list, sorted; made anew when what it is made of changes.
  std::uint64_t hash = 0;
  ImGuiID column = 0;
  bool down = true;
  std::vector<std::size_t> list;  ///< places in FirmView::deals
};

double median(std::vector<int>& values) {
  if (values.empty()) return kNone;
  std::ranges::sort(values);
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : 0.5 * (values[half - 1] + values[half]);
}

Funnel funnel_of(const Ui& ui, const std::vector<Shown>& shown) {
  Funnel funnel{.title = ui("pipeline.funnel"),
                .unit = "money",
                .count_name = ui("pipeline.deals"),
                .stages = {},
                .columns = {}};
  for (std::size_t s = 0; s < kStages; ++s)
    funnel.stages.emplace_back(stage_name(ui, static_cast<int>(s)));
  for (const Shown& each : shown) {
    auto& column = funnel.columns.emplace_back();
    column = {each.pen, std::vector<double>(kStages, 0), std::vector<double>(kStages, 0)};
    for (const DealView& deal : each.picture->firm.deals) {
      column.counts[static_cast<std::size_t>(deal.stage)] += 1;
      column.values[static_cast<std::size_t>(deal.stage)] += deal.value;
    }
  }
  return funnel;
}

/// A bar for each stage and run: whose turn it is.
Stack turns_of(const Ui& ui, const std::vector<Shown>& shown) {
  Stack stack{.title = ui("pipeline.turns"),
              .unit = "count",
              .parts = {{ui("pipeline.rep"), ui.colours().part[3]},
                        {ui("pipeline.buyer"), ui.colours().part[1]}},
              .rows = {}};
  for (std::size_t s = 0; s < kStages; ++s)
    for (const Shown& each : shown) {
      auto& row = stack.rows.emplace_back();
      row = {stage_name(ui, static_cast<int>(s)), {0, 0}, {}, shown.size() > 1 ? each.pen : Pen{}};
      std::vector<int> ages;
      for (const DealView& deal : each.picture->firm.deals) {
        if (deal.stage != static_cast<int>(s)) continue;
        row.parts[deal.with_buyer ? 1 : 0] += 1;
        ages.push_back(deal.age);
      }
      if (!ages.empty())
        row.says = fmt::format("{}, {} {}", ages.size(), ui("pipeline.median.age"),
                               number(median(ages), "d"));
    }
  return stack;
}

std::string name_of(const Run& run, const DealView& deal) {
  return fmt::format("{}  {}", deal.subject(),
                     run.scenario->seats()[static_cast<std::size_t>(deal.seat)].name);
}

Scatter ages_of(const Ui& ui, const Shown& shown) {
  Scatter scatter{.title = ui("pipeline.ages"),
                  .x_name = ui("pipeline.age"),
                  .x_unit = "d",
                  .y_name = ui("pipeline.value"),
                  .y_unit = "money",
                  .kinds = {{ui("pipeline.rep"), ui.colours().part[3]},
                            {ui("pipeline.buyer"), ui.colours().part[1]}},
                  .points = {}};
  for (const DealView& deal : shown.picture->firm.deals) {
    if (ui.selection.kind == Selection::deal && ui.selection.id == deal.subject())
      scatter.picked = static_cast<int>(scatter.points.size());
    scatter.points.push_back({static_cast<double>(deal.age), deal.value, deal.with_buyer ? 1 : 0,
                              name_of(*shown.run, deal)});
  }
  return scatter;
}

/// Days that a run's deals spent in a stage up to the cursor.
std::vector<int> days_in(const Shown& shown, std::size_t stage, bool passed, int day) {
  std::vector<int> days;
  if (shown.history != nullptr)
    for (const StageVisit& visit : shown.history->visits)
      if (visit.stage == static_cast<int>(stage) && visit.passed == passed && visit.ended <= day)
        days.push_back(visit.days);
  return days;
}

StageTime time_in(const Shown& shown, std::size_t stage, bool passed, int day) {
  std::vector<int> days = days_in(shown, stage, passed, day);
  return {median(days), days.size()};
}

Table table_of_times(const Ui& ui, const Pipeline& state, const std::vector<Shown>& shown) {
  Table out{{ui("pipeline.stage"), ""}, {}};
  for (const char* way : {ui("pipeline.passed"), ui("pipeline.ended")}) {
    out.head.push_back(fmt::format("{} (d)", way));
    out.head.push_back(fmt::format("{}, {}", way, ui("pipeline.deals")));
  }
  for (std::size_t row = 0; row < state.times.size(); ++row) {
    auto& cells = out.rows.emplace_back();
    cells = {stage_name(ui, static_cast<int>(row / shown.size())),
             shown[row % shown.size()].pen.name};
    for (const StageTime& time : state.times[row]) {
      cells.push_back(cell(time.median));
      cells.push_back(fmt::format("{}", time.deals));
    }
  }
  return out;
}

/// Median days in each stage up to the cursor, a row for each run.
void stage_times(Ui& ui, const Pipeline& state, const std::vector<Shown>& shown) {
  heading(ui, ui("pipeline.times"));
  copy_button(ui, [&] { return table_of_times(ui, state, shown); });
  constexpr auto kFlags = ImGuiTableFlags_RowBg | ImGuiTableFlags_SizingStretchProp;
  if (!ImGui::BeginTable("times", 3, kFlags)) return;
  for (const char* head : {ui("pipeline.stage"), ui("pipeline.passed"), ui("pipeline.ended")})
    ImGui::TableSetupColumn(head);
  ImGui::TableHeadersRow();
  std::size_t row = 0;
  for (std::size_t s = 0; s < kStages; ++s)
    for (const Shown& each : shown) {
      ImGui::TableNextRow();
      ImGui::TableNextColumn();
      ImGui::TextUnformatted(stage_name(ui, static_cast<int>(s)));
      if (shown.size() > 1) {
        ImGui::SameLine();
        ImGui::TextColored(ImGui::ColorConvertU32ToFloat4(each.pen.colour), "%s",
                           each.pen.name.c_str());
      }
      for (const StageTime& time : state.times[row]) {
        ImGui::TableNextColumn();
        if (time.deals == 0)
          ImGui::TextDisabled("–");
        else
          ImGui::Text("%s  (%zu)", number(time.median, "d").c_str(), time.deals);
      }
      ++row;
    }
  ImGui::EndTable();
  const bool known = std::ranges::all_of(
      shown, [](const Shown& each) { return each.history != nullptr && each.history->finished; });
  remark(known ? ui("pipeline.all.deals") : ui("following"));
}

enum Column : ImGuiID { deal_id, whose, stage, age, value, turn, waited };

double key_of(const DealView& deal, ImGuiID column) {
  switch (column) {
    case whose:
      return deal.seat;
    case stage:
      return deal.stage;
    case age:
      return deal.age;
    case value:
      return deal.value;
    case turn:
      return deal.with_buyer;
    case waited:
      return deal.waited;
    default:
      return deal.account + 1e-3 * deal.n;
  }
}

void sort_list(Pipeline& state, const Picture& picture) {
  ImGuiTableSortSpecs* specs = ImGui::TableGetSortSpecs();
  const bool sorted = specs == nullptr || !specs->SpecsDirty;
  const auto& deals = picture.firm.deals;
  if (sorted && state.hash == picture.hash && state.list.size() == deals.size()) return;
  if (specs != nullptr && specs->SpecsCount > 0) {
    state.column = specs->Specs[0].ColumnUserID;
    state.down = specs->Specs[0].SortDirection == ImGuiSortDirection_Descending;
    specs->SpecsDirty = false;
  }
  state.hash = picture.hash;
  state.list.resize(deals.size());
  std::iota(state.list.begin(), state.list.end(), std::size_t{0});
  std::ranges::stable_sort(state.list, [&](std::size_t a, std::size_t b) {
    const double x = key_of(deals[a], state.column), y = key_of(deals[b], state.column);
    return state.down ? x > y : x < y;
  });
}

void deal_list(Ui& ui, const Shown& shown) {
  Pipeline& state = ui.memory.of<Pipeline>();
  heading(ui, ui("pipeline.list"));
  remark(ui("pipeline.list.says"));
  constexpr auto kFlags = ImGuiTableFlags_RowBg | ImGuiTableFlags_Sortable |
                          ImGuiTableFlags_ScrollY | ImGuiTableFlags_ScrollX |
                          ImGuiTableFlags_SizingFixedFit | ImGuiTableFlags_BordersInnerV;
  const float height = std::max(ImGui::GetContentRegionAvail().y, 14 * ui.em());
  if (!ImGui::BeginTable("deals", 7, kFlags, {0, height})) return;
  ImGui::TableSetupScrollFreeze(0, 1);
  constexpr auto kDown = ImGuiTableColumnFlags_PreferSortDescending;
  ImGui::TableSetupColumn(ui("pipeline.deal"), 0, 0, deal_id);
  ImGui::TableSetupColumn(ui("pipeline.who"), 0, 0, whose);
  ImGui::TableSetupColumn(ui("pipeline.stage"), kDown, 0, stage);
  ImGui::TableSetupColumn(ui("pipeline.age.head"), kDown, 0, age);
  ImGui::TableSetupColumn(ui("pipeline.value.head"), kDown | ImGuiTableColumnFlags_DefaultSort, 0,
                          value);
  ImGui::TableSetupColumn(ui("pipeline.turn.head"), 0, 0, turn);
  ImGui::TableSetupColumn(ui("pipeline.waited"), kDown, 0, waited);
  ImGui::TableHeadersRow();
  sort_list(state, *shown.picture);
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(state.list.size()));
  while (clipper.Step())
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const DealView& deal = shown.picture->firm.deals[state.list[static_cast<std::size_t>(i)]];
      const std::string subject = deal.subject();
      ImGui::TableNextRow();
      ImGui::TableNextColumn();
      const bool picked = ui.selection.kind == Selection::deal && ui.selection.id == subject;
      if (ImGui::Selectable(subject.c_str(), picked, ImGuiSelectableFlags_SpanAllColumns))
        ui.ask("select deal " + subject);
      const auto& seats = shown.run->scenario->seats();
      const std::string cells[] = {
          seats[static_cast<std::size_t>(deal.seat)].name,
          stage_name(ui, deal.stage),
          number(deal.age),
          number(deal.value, "money"),
          deal.with_buyer ? ui("pipeline.the.buyer") : ui("pipeline.the.rep"),
          number(deal.waited)};
      for (const std::string& cell : cells) {
        ImGui::TableNextColumn();
        ImGui::TextUnformatted(cell.c_str());
      }
    }
  ImGui::EndTable();
}

void prepare(Pipeline& state, const Ui& ui, const std::vector<Shown>& shown, const Shown& looked) {
  const std::string key = fmt::format("{} / {}", key_of(ui, shown), looked.pen.name);
  if (state.key == key) return;
  state.key = key;
  state.funnel = funnel_of(ui, shown);
  state.turns = turns_of(ui, shown);
  state.ages = ages_of(ui, looked);
  state.times.clear();
  for (std::size_t s = 0; s < kStages; ++s)
    for (const Shown& each : shown)
      state.times.push_back({time_in(each, s, true, ui.day), time_in(each, s, false, ui.day)});
}

}  // namespace

void pipeline_panel(Ui& ui) {
  const auto shown = shown_runs(ui);
  if (shown.empty()) return remark(ui("firm.coming"));
  const Shown* looked = &shown.front();
  bool any = false;
  for (const Shown& each : shown) {
    any = any || !each.picture->firm.deals.empty();
    if (each.run->id == ui.run().id) looked = &each;
  }
  if (!any) return remark(ui("pipeline.none"));
  const float em = ui.em(), gap = ImGui::GetStyle().ItemSpacing.x;
  const float width = ImGui::GetContentRegionAvail().x;
  const int columns = width > 44 * em ? 2 : 1;
  const float cell = columns == 2 ? (width - gap) / 2 : width;
  Pipeline& state = ui.memory.of<Pipeline>();
  prepare(state, ui, shown, *looked);
  const float height = std::max(13 * em, height_of(state.turns, em) + 1.5F * em);
  plot(ui, "funnel", {cell, columns == 2 ? height : 13 * em}, state.funnel);
  if (columns == 2) ImGui::SameLine();
  plot(ui, "turns", {cell, height}, state.turns);
  const float rows = 1 + static_cast<float>(kStages * shown.size());
  const float below = std::max(13 * em, 1.35F * rows * em + 5 * em);
  const Pointed pointed = plot(ui, "ages", {cell, columns == 2 ? below : 13 * em}, state.ages);
  if (pointed.clicked)
    ui.ask("select deal " +
           looked->picture->firm.deals[static_cast<std::size_t>(pointed.item)].subject());
  if (columns == 2) {
    ImGui::SameLine();
    ImGui::BeginChild("beside", {cell, below});
  }
  stage_times(ui, state, shown);
  if (columns == 2) ImGui::EndChild();
  deal_list(ui, *looked);
}

}  // namespace tandem::viewer
