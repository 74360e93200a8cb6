// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "viewer/panels/panels.h"
#include "viewer/panels/seat_plots.h"
#include "viewer/panels/shown.h"
#include "viewer/plots/widget.h"

// Figures week by week: an overview as small multiples, one of them large with what is usual on other
// luck, and the figures of one person.
namespace tandem::viewer {

namespace {

struct Plots {
  std::size_t metric = 0;
  bool keep = false;
  std::vector<Range> kept;  ///< by metric, while scales are kept
  std::shared_ptr<const Replications> asked_before;
  bool asked = false;
};

/// What a firm is looked at for first.
constexpr std::string_view kKey[] = {"revenue",  "profit",       "deals_won", "win_rate",
                                     "pipeline", "cycle_days",   "morale",    "knowledge",
                                     "trust",    "satisfaction", "disputes",  "vacancy"};

/// Runs of other luck of this very run; -1: none.
int replicated(const Replications* replications, const Run& run) {
  if (replications == nullptr || replications->done == 0) return -1;
  for (std::size_t i = 0; i < replications->runs.size(); ++i)
    if (replications->runs[i] == std::pair{run.id, run.version}) return static_cast<int>(i);
  return -1;
}

const std::vector<double>* weeks_of(const Shown& shown, std::size_t metric) {
  if (shown.history == nullptr || metric >= shown.history->record.weekly.size()) return nullptr;
  const auto& weeks = shown.history->record.weekly[metric];
  return std::ranges::any_of(weeks, [](double value) { return value == value; }) ? &weeks : nullptr;
}

LinePlot weekly(const Ui& ui, const std::vector<Shown>& shown, std::size_t metric, bool bands) {
  const MetricInfo& info = metrics()[metric];
  const CalendarView calendar = calendar_of(*ui.run().scenario);
  LinePlot plot{.title = title_of(ui, info),
                .unit = std::string(info.unit),
                .x_name = ui("week"),
                .first = 1,
                .series = {},
                .cursor = static_cast<double>(ui.day) / calendar.week,
                .fixed_y = {}};
  const Replications* replications = ui.known->replications.get();
  for (const Shown& each : shown) {
    const auto* weeks = weeks_of(each, metric);
    if (weeks == nullptr) continue;
    LinePlot::Series series{each.pen, *weeks, {}, {}};
    if (const int r = bands ? replicated(replications, *each.run) : -1; r >= 0) {
      const auto& band = replications->bands[static_cast<std::size_t>(r)][metric];
      series.low.assign(band.low.begin(), band.low.end());
      series.high.assign(band.high.begin(), band.high.end());
    }
    plot.series.push_back(std::move(series));
  }
  return plot;
}

/// Keeps the axes of a metric as they were when the box was ticked, or as wide as they ever were
/// since.
void keep_scale(Plots& state, std::size_t metric, LinePlot& plot) {
  if (!state.keep) return state.kept.clear();
  state.kept.resize(metrics().size());
  state.kept[metric].take(y_range(plot));
  plot.fixed_y = state.kept[metric];
}

void overview(Ui& ui, Plots& state, const std::vector<Shown>& shown) {
  std::vector<LinePlot> plots;
  std::vector<std::size_t> which;
  for (const std::string_view id : kKey) {
    const auto metric = static_cast<std::size_t>(*find_metric(id));
    LinePlot plot = weekly(ui, shown, metric, true);
    if (plot.series.empty()) continue;
    keep_scale(state, metric, plot);
    plots.push_back(std::move(plot));
    which.push_back(metric);
  }
  if (const int chosen = small_multiples(ui, "overview", plots, {12.5F, 7.5F}); chosen >= 0) {
    state.metric = which[static_cast<std::size_t>(chosen)];
    ui.ask("open plots one");
  }
}

const char* group_name(const Ui& ui, std::string_view group) {
  if (group == "firm") return ui("plots.firm");
  if (group == "people") return ui("plots.people");
  if (group == "collaboration") return ui("plots.collaboration");
  return ui("plots.customers");
}

/// All metrics with a weekly series, by group.
void choose_metric(const Ui& ui, Plots& state) {
  const auto all = metrics();
  ImGui::SetNextItemWidth(std::min(20 * ui.em(), ImGui::GetContentRegionAvail().x));
  if (!ImGui::BeginCombo("##metric", title_of(ui, all[state.metric]).c_str(),
                         ImGuiComboFlags_HeightLarge))
    return;
  std::string_view group;
  for (std::size_t m = 0; m < all.size(); ++m) {
    if (!all[m].weekly) continue;
    if (all[m].group != group) ImGui::TextDisabled("%s", group_name(ui, group = all[m].group));
    ImGui::PushID(static_cast<int>(m));
    if (ImGui::Selectable(title_of(ui, all[m]).c_str(), m == state.metric)) state.metric = m;
    if (m == state.metric && ImGui::IsWindowAppearing()) ImGui::SetScrollHereY();
    ImGui::PopID();
  }
  ImGui::EndCombo();
}

/// The button for runs on other luck, how far they are, what they are good for.
void other_luck(Ui& ui, Plots& state) {
  const auto& replications = ui.known->replications;
  if (replications != state.asked_before) state.asked = false;
  if (ImGui::Button(ui("plots.other.luck"))) {
    state.asked = true;
    state.asked_before = replications;
    ui.ask("replicate 100");
  }
  if (ImGui::IsItemHovered()) hint(ui, ui("plots.other.luck.says"));
  if (replications != nullptr && !replications->failure.empty())
    return remark(replications->failure.c_str());
  const bool fits = replicated(replications.get(), ui.run()) >= 0;
  if (!state.asked && !fits) return remark(ui("plots.no.band"));
  if (state.asked || !replications->finished) {
    same_line_if(12 * ui.em());
    const int done = state.asked ? 0 : replications->done,
              of = state.asked ? 100 : replications->of;
    ImGui::ProgressBar(static_cast<float>(done) / static_cast<float>(std::max(of, 1)),
                       {std::min(12 * ui.em(), ImGui::GetContentRegionAvail().x), 0},
                       fmt::format("{} / {}", done, of).c_str());
  }
  if (fits) remark(fmt::format("{} {}", ui("plots.band"), replications->done).c_str());
}

/// Each run's number for the whole run, and how sure the difference is.
void numbers(const Ui& ui, const std::vector<Shown>& shown, std::size_t metric) {
  const MetricInfo& info = metrics()[metric];
  const Replications* replications = ui.known->replications.get();
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const Shown& each = shown[i];
    if (each.history == nullptr || !each.history->finished) continue;
    const auto& value = each.history->record.values[metric];
    if (!value) continue;
    ImGui::PushStyleColor(ImGuiCol_Text, each.pen.colour);
    ImGui::TextWrapped("%s  %s: %s", each.pen.name.c_str(), ui("plots.whole.run"),
                       number(*value, info.unit).c_str());
    ImGui::PopStyleColor();
    const int r = replicated(replications, *each.run);
    if (r < 1 || static_cast<std::size_t>(r) > replications->comparisons.size() ||
        replicated(replications, *shown[0].run) != 0)
      continue;
    const Comparison& comparison = replications->comparisons[static_cast<std::size_t>(r) - 1];
    const auto found =
        std::ranges::find(comparison.metrics, static_cast<Metric>(metric), &Difference::metric);
    if (found == comparison.metrics.end()) continue;
    const bool unclear = found->low <= 0 && found->high >= 0;
    const bool good = (found->difference > 0) == (info.better == Better::more);
    const std::string verdict =
        unclear ? ui("plots.cannot.tell")
        : info.better == Better::neither
            ? ""
            : fmt::format("{} {}", good ? "▲" : "▼", good ? ui("plots.better") : ui("plots.worse"));
    remark(fmt::format("{} – {}: {}, {} {} … {}, {} {}. {}", each.pen.name, shown[0].pen.name,
                       signed_number(found->difference, info.unit), ui("plots.interval"),
                       signed_number(found->low, info.unit), signed_number(found->high, info.unit),
                       found->pairs, ui("plots.pairs"), verdict)
               .c_str());
  }
}

Histogram distribution(const Ui& ui, const std::vector<Shown>& shown, std::size_t metric) {
  const MetricInfo& info = metrics()[metric];
  Histogram histogram{.title = ui("plots.final"),
                      .unit = std::string(info.unit),
                      .count_name = ui("plots.runs"),
                      .series = {}};
  const Replications* replications = ui.known->replications.get();
  for (const Shown& each : shown) {
    const int r = replicated(replications, *each.run);
    if (r < 0) continue;
    const auto& finals = replications->finals[static_cast<std::size_t>(r)][metric];
    if (finals.empty()) continue;
    Histogram::Series series{each.pen, {finals.begin(), finals.end()}, kNone};
    if (each.history != nullptr && each.history->finished)
      series.mark = each.history->record.values[metric].value_or(kNone);
    histogram.series.push_back(std::move(series));
  }
  return histogram;
}

void one_figure(Ui& ui, Plots& state, const std::vector<Shown>& shown) {
  choose_metric(ui, state);
  const MetricInfo& info = metrics()[state.metric];
  remark(meaning_of(ui, info));
  numbers(ui, shown, state.metric);
  LinePlot lines = weekly(ui, shown, state.metric, true);
  if (lines.series.empty()) return remark(ui("plots.no.observation"));
  keep_scale(state, state.metric, lines);
  const Histogram finals = distribution(ui, shown, state.metric);
  const float em = ui.em(), gap = ImGui::GetStyle().ItemSpacing.x;
  const ImVec2 room = ImGui::GetContentRegionAvail();
  const bool wide = room.x > 50 * em;
  const float height = std::max(room.y - gap, 11 * em);
  const std::string id(info.id);
  if (finals.series.empty()) {
    plot(ui, id.c_str(), {room.x, height}, lines);
    return;
  }
  plot(ui, id.c_str(), {wide ? 0.62F * room.x : room.x, height}, lines);
  if (wide) ImGui::SameLine();
  plot(ui, (id + "-finals").c_str(), {wide ? 0.38F * room.x - gap : room.x, height}, finals);
}

}  // namespace

void plots_panel(Ui& ui) {
  Plots& state = ui.memory.of<Plots>();
  const std::size_t part = choose_part(ui);
  same_line_if(ImGui::CalcTextSize(ui("plots.keep.scales")).x + 3 * ui.em());
  ImGui::Checkbox(ui("plots.keep.scales"), &state.keep);
  if (ImGui::IsItemHovered()) hint(ui, ui("plots.keep.scales.says"));
  const auto shown = shown_runs(ui);
  if (shown.empty()) return remark(ui("firm.coming"));
  if (part == 2) return seat_plots(ui, shown, state.keep);
  same_line_if(ImGui::CalcTextSize(ui("plots.other.luck")).x + 2 * ui.em());
  other_luck(ui, state);
  if (std::ranges::none_of(shown, [](const Shown& each) {
        return each.history != nullptr && each.history->finished;
      }))
    return remark(ui("following"));
  if (part == 0)
    overview(ui, state, shown);
  else
    one_figure(ui, state, shown);
}

}  // namespace tandem::viewer
