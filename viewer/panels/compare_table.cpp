// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "viewer/panels/compare_parts.h"
#include "viewer/panels/shown.h"
#include "viewer/panels/why_parts.h"
#include "viewer/plots/widget.h"

// Every metric of both runs, their paired difference and whether it can be told from luck.
namespace tandem::viewer {

namespace {

const char* title_of_group(const Ui& ui, std::string_view group) {
  if (group == "firm") return ui("compare.group.firm");
  if (group == "people") return ui("compare.group.people");
  if (group == "collaboration") return ui("compare.group.collaboration");
  return ui("compare.group.customers");
}

bool clear(const MetricRow& row) { return row.verdict != Verdict::unclear; }

/// How far the difference lies from what luck may do: 1 = the interval just touches zero.
double clearness(const MetricRow& row) {
  const double half = (row.high - row.low) / 2;
  return half > 0 ? std::fabs(row.difference) / half : row.difference == 0 ? 0 : 1e9;
}

std::string relative_of(const MetricRow& row) {
  if (row.a == 0) return "";
  return "(" + signed_number(row.difference / std::fabs(row.a), "share") + ")";
}

Table table_of(const Ui& ui, const std::vector<const MetricRow*>& rows, const char* letter) {
  Table out{{"", "", "A", letter, ui("why.difference"), ui("compare.low"), ui("compare.high"), ""},
            {}};
  for (const MetricRow* row : rows) {
    const MetricInfo& metric = metrics()[row->metric];
    const bool interval = row->pairs > 0;
    out.rows.push_back({title_of(ui, metric), std::string(metric.unit), cell(row->a), cell(row->b),
                        cell(row->difference), interval ? cell(row->low) : "",
                        interval ? cell(row->high) : "", verdict_of(ui, *row).says});
  }
  return out;
}

}  // namespace

std::vector<MetricRow> metric_rows(const Pair& pair) {
  std::vector<MetricRow> rows;
  if (pair.paired != nullptr) {
    for (const Difference& d : pair.paired->metrics)
      rows.push_back({.metric = static_cast<std::size_t>(d.metric),
                      .a = d.base_mean,
                      .b = d.variant_mean,
                      .difference = d.difference,
                      .low = d.low,
                      .high = d.high,
                      .pairs = d.pairs,
                      .needed = d.pairs_needed,
                      .verdict = d.verdict,
                      .identical = d.identical});
    std::ranges::sort(rows, {}, &MetricRow::metric);
    return rows;
  }
  if (pair.in_a == nullptr || pair.in_b == nullptr) return rows;
  for (std::size_t m = 0; m < metrics().size(); ++m) {
    const auto &a = pair.in_a->record.values[m], &b = pair.in_b->record.values[m];
    if (a && b)
      rows.push_back({.metric = m,
                      .a = *a,
                      .b = *b,
                      .difference = *b - *a,
                      .low = *b - *a,
                      .high = *b - *a,
                      .identical = *a == *b});
  }
  return rows;
}

std::string difference_of(const Ui& ui, double difference, std::string_view unit) {
  if (unit != "share") return signed_number(difference, unit);
  return signed_number(100 * difference) + " " + ui("compare.points");
}

VerdictWord verdict_of(const Ui& ui, const MetricRow& row) {
  const Palette& p = ui.colours();
  if (row.identical) return {ui("compare.same"), p.muted};
  if (row.pairs == 0) return {ui("compare.one_luck"), p.muted};
  if (row.verdict == Verdict::unclear) return {ui("compare.unclear"), p.muted};
  const bool up = row.verdict == Verdict::higher;
  const std::string sign = up ? "▲ " : "▼ ";
  const Better better = metrics()[row.metric].better;
  if (better == Better::neither)
    return {sign + (up ? ui("compare.higher") : ui("compare.lower")), p.text};
  const bool good = up == (better == Better::more);
  return {sign + (good ? ui("compare.better") : ui("compare.worse")), good ? p.better : p.worse};
}

std::string sentence_of(const Ui& ui, const Pair& pair, const MetricRow& row) {
  const MetricInfo& metric = metrics()[row.metric];
  const char* letter = Ui::letter(ui.place_of(pair.b->id));
  if (row.identical)
    return fmt::format(fmt::runtime(ui("compare.sentence.same")), title_of(ui, metric),
                       number(row.a, metric.unit), letter);
  const std::string first = fmt::format(
      "{}: A {} → {} {}, {} {}", title_of(ui, metric), number(row.a, metric.unit), letter,
      number(row.b, metric.unit), difference_of(ui, row.difference, metric.unit), relative_of(row));
  if (row.pairs == 0) return first + ". " + ui("compare.sentence.luck");
  std::string all = first + fmt::format(fmt::runtime(ui("compare.sentence.interval")),
                                        difference_of(ui, row.low, metric.unit),
                                        difference_of(ui, row.high, metric.unit), row.pairs);
  all += ": " + verdict_of(ui, row).says;
  if (!clear(row) && row.needed > 0)
    all += fmt::format(fmt::runtime(ui("compare.sentence.needed")), row.needed);
  return all;
}

void forest(const Ui& ui, double difference, double low, double high, ImU32 colour, float width) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float em = ui.em(), y = at.y + 0.55F * em, middle = at.x + width / 2;
  ImGui::Dummy({width, 1.1F * em});
  if (!ImGui::IsRectVisible(at, {at.x + width, at.y + em})) return;
  ScreenCanvas canvas(ImGui::GetWindowDrawList());
  canvas.line({middle, at.y}, {middle, at.y + 1.1F * em}, ui.colours().line, ui.scale,
              Dash::dotted);
  const double most = std::max({std::fabs(low), std::fabs(high), std::fabs(difference)});
  if (most <= 0 || !std::isfinite(most)) return;
  const auto x_of = [&](double value) {
    return middle + static_cast<float>(value / most) * (width / 2 - 0.4F * em);
  };
  if (high > low) canvas.line({x_of(low), y}, {x_of(high), y}, colour, 2 * ui.scale, Dash::solid);
  for (const double end : {low, high})
    if (high > low)
      canvas.line({x_of(end), y - 0.2F * em}, {x_of(end), y + 0.2F * em}, colour, 2 * ui.scale,
                  Dash::solid);
  if (high > low)
    canvas.circle({x_of(difference), y}, 0.26F * em, colour);
  else
    canvas.ring({x_of(difference), y}, 0.24F * em, colour, 1.5F * ui.scale);
}

void compare_pairs(Ui& ui, const Pair& pair) {
  const Replications* all = pair.replications;
  if (all != nullptr && !all->failure.empty()) {
    wrapped(all->failure);
    return;
  }
  const bool running = all != nullptr && !all->finished;
  const auto more = [&](int n) {
    if (ImGui::Button(fmt::format(fmt::runtime(ui("compare.play")), n).c_str()))
      ui.ask(fmt::format("replicate {}", n));
  };
  if (running) {
    const std::string says = fmt::format(fmt::runtime(ui("compare.progress")), all->done, all->of);
    ImGui::ProgressBar(static_cast<float>(all->done) / static_cast<float>(std::max(all->of, 1)),
                       {std::min(ImGui::GetContentRegionAvail().x, 16 * ui.em()), 0}, says.c_str());
    ImGui::SameLine();
    if (ImGui::SmallButton(ui("compare.stop"))) ui.ask("replicate 0");
    return;
  }
  if (pair.paired == nullptr) {
    wrapped(ui("compare.luck"));
    more(100);
    return;
  }
  muted(ui, fmt::format(fmt::runtime(ui("compare.pairs")), pair.paired->pairs));
  more(pair.paired->pairs < 100 ? 100 : pair.paired->pairs < 1000 ? 1000 : 10 * pair.paired->pairs);
}

namespace {

/// A line a metric; a click tells it in a sentence.
void metric_table(const Ui& ui, Compare& state, const Pair& pair,
                  const std::vector<const MetricRow*>& rows) {
  const float em = ui.em(), room = ImGui::GetContentRegionAvail().x;
  const bool plot = pair.paired != nullptr && room > 30 * em, interval = plot && room > 62 * em;
  const int columns = 4 + (plot ? 1 : 0) + (interval ? 1 : 0);
  if (!ImGui::BeginTable("metrics", columns,
                         ImGuiTableFlags_SizingStretchProp | ImGuiTableFlags_RowBg |
                             ImGuiTableFlags_BordersInnerH))
    return;
  const std::string a_to_b = fmt::format("A → {}", Ui::letter(ui.place_of(pair.b->id)));
  ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthStretch, 2.2F);
  ImGui::TableSetupColumn(a_to_b.c_str(), ImGuiTableColumnFlags_WidthStretch, 1.6F);
  ImGui::TableSetupColumn(ui("why.difference"), ImGuiTableColumnFlags_WidthStretch, 1.6F);
  if (interval)
    ImGui::TableSetupColumn(ui("compare.interval"), ImGuiTableColumnFlags_WidthStretch, 1.7F);
  if (plot)
    ImGui::TableSetupColumn(interval ? ui("compare.own_scale") : ui("compare.interval"),
                            ImGuiTableColumnFlags_WidthStretch, 1.5F);
  ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthStretch, 1.4F);
  ImGui::TableHeadersRow();
  std::string_view group;
  for (const MetricRow* row : rows) {
    const MetricInfo& metric = metrics()[row->metric];
    if (!state.clearest_first && metric.group != group) {
      group = metric.group;
      ImGui::TableNextRow();
      ImGui::TableNextColumn();
      muted(ui, title_of_group(ui, group));
    }
    const VerdictWord verdict = verdict_of(ui, *row);
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    if (choose(metric.id, title_of(ui, metric), row->metric == state.metric))
      state.metric = row->metric;
    ImGui::TableNextColumn();
    wrapped(number(row->a, metric.unit) + " → " + number(row->b, metric.unit));
    ImGui::TableNextColumn();
    if (!row->identical)
      wrapped(difference_of(ui, row->difference, metric.unit) + " " + relative_of(*row));
    if (interval) {
      ImGui::TableNextColumn();
      if (!row->identical)
        wrapped(difference_of(ui, row->low, metric.unit) + " … " +
                difference_of(ui, row->high, metric.unit));
    }
    if (plot) {
      ImGui::TableNextColumn();
      forest(ui, row->difference, row->low, row->high, verdict.colour,
             ImGui::GetContentRegionAvail().x);
    }
    ImGui::TableNextColumn();
    ImGui::PushStyleColor(ImGuiCol_Text, verdict.colour);
    wrapped(verdict.says);
    ImGui::PopStyleColor();
  }
  ImGui::EndTable();
}

}  // namespace

void compare_table(Ui& ui, Compare& state, const Pair& pair) {
  compare_pairs(ui, pair);
  std::vector<const MetricRow*> rows;
  for (const MetricRow& row : state.metrics)
    if (!state.only_clear || clear(row)) rows.push_back(&row);
  if (state.metrics.empty()) {
    muted(ui, ui("following"));
    return;
  }
  const bool alike = std::ranges::all_of(state.metrics, &MetricRow::identical);
  if (alike) wrapped(ui("compare.identical"));
  if (state.clearest_first)
    std::ranges::stable_sort(rows, std::greater(), [](auto* row) { return clearness(*row); });
  const auto told = std::ranges::find_if(
      state.metrics, [&](const MetricRow& row) { return row.metric == state.metric; });
  if (told != state.metrics.end()) {
    wrapped(sentence_of(ui, pair, *told));
    muted(ui, meaning_of(ui, metrics()[told->metric]));
  }
  if (pair.paired != nullptr) {
    ImGui::Checkbox(ui("compare.only_clear"), &state.only_clear);
    ImGui::SameLine();
    if (ImGui::GetContentRegionAvail().x < 14 * ui.em()) ImGui::NewLine();
    ImGui::Checkbox(ui("compare.clearest"), &state.clearest_first);
    if (rows.empty()) muted(ui, ui("compare.none_clear"));
  }
  if (rows.empty()) return;
  copy_button(ui, [&] { return table_of(ui, rows, Ui::letter(ui.place_of(pair.b->id))); });

  metric_table(ui, state, pair, rows);
}

}  // namespace tandem::viewer
