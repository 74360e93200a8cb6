// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>

#include "viewer/panels/compare_parts.h"
#include "viewer/panels/panels.h"
#include "viewer/panels/shown.h"
#include "viewer/panels/why_parts.h"

// A and another run on one clock and one luck: what differs in policy, where they part, by how much
// and for whom.
namespace tandem::viewer {

namespace {

constexpr std::size_t kLines = 16;  // of a scenario that the other has not

Pair pair_of(const Ui& ui, const Compare& state) {
  const auto& shown = ui.session->shown();
  const bool has = state.other != shown[0] && std::ranges::find(shown, state.other) != shown.end();
  const int other = has ? state.other : shown[1];
  Pair pair{.a = ui.session->find(shown[0]), .b = ui.session->find(other)};
  const auto followed = [&](const Run& run) {
    const History* history = ui.known->of(run.id);
    return history != nullptr && history->finished && history->version == run.version ? history
                                                                                      : nullptr;
  };
  pair.in_a = followed(*pair.a);
  pair.in_b = followed(*pair.b);
  const Replications* all = ui.known->replications.get();
  if (all == nullptr || all->runs.empty() || all->runs[0] != std::pair(pair.a->id, pair.a->version))
    return pair;
  for (std::size_t i = 1; i < all->runs.size(); ++i)
    if (all->runs[i] == std::pair(pair.b->id, pair.b->version)) {
      pair.replications = all;
      if (i <= all->comparisons.size()) pair.paired = &all->comparisons[i - 1];
    }
  return pair;
}

void letter(const Ui& ui, const Run& run) {
  const int place = ui.place_of(run.id);
  ImGui::PushStyleColor(ImGuiCol_Text, ui.colour_of_run(run.id));
  ImGui::PushTextWrapPos(0);
  ImGui::TextUnformatted(fmt::format("{}  {}", Ui::letter(place), run.name).c_str());
  ImGui::PopTextWrapPos();
  ImGui::PopStyleColor();
}

void header(Ui& ui, Compare& state, const Pair& pair) {
  letter(ui, *pair.a);
  const float needs = ImGui::CalcTextSize(pair.b->name.c_str()).x + 2 * ui.em();
  ImGui::SameLine(0, 2 * ui.em());
  if (ImGui::GetContentRegionAvail().x < needs) ImGui::NewLine();
  letter(ui, *pair.b);
  muted(ui, fmt::format(fmt::runtime(ui("compare.clock")), date(ui, ui.day)));
  const auto& shown = ui.session->shown();
  for (std::size_t i = 1; i < shown.size() && shown.size() > 2; ++i) {
    if (i > 1) ImGui::SameLine();
    const std::string says =
        fmt::format("{} {}", ui("compare.against"), Ui::letter(static_cast<int>(i)));
    if (ImGui::RadioButton(says.c_str(), shown[i] == pair.b->id)) state.other = shown[i];
  }
}

/// Plans that are meant for the scenario: files named after it in `plans` beside it.
std::vector<std::string> plans_for(const std::filesystem::path& file) {
  std::vector<std::string> out;
  std::error_code none;
  for (const auto& folder :
       {file.parent_path() / "plans", file.parent_path().parent_path() / "plans"})
    for (const auto& entry : std::filesystem::directory_iterator(folder, none))
      if (entry.path().extension() == ".yaml" &&
          entry.path().stem().string().starts_with(file.stem().string() + "-"))
        out.push_back(entry.path().string());
  std::ranges::sort(out);
  return out;
}

/// Lines of a scenario that another has not, but for its name and what says that there is nothing.
std::vector<std::string> lines_only_in(const Scenario& ours, const Scenario& theirs) {
  std::multiset<std::string> there;
  std::string line;
  for (std::istringstream in(theirs.resolved()); std::getline(in, line);) there.insert(line);
  std::vector<std::string> only;
  for (std::istringstream in(ours.resolved()); std::getline(in, line);)
    if (const auto same = there.find(line); same != there.end())
      there.erase(same);
    else if (!line.starts_with("name:") && !line.ends_with(": 0") && !line.ends_with(" \"\"") &&
             !line.ends_with(" []") && !line.ends_with(" {}"))
      only.push_back(line);
  return only;
}

/// A change of one setting stands in the table; what a table cannot tell, as a plan, line by line.
void lines_apart(const Ui& ui, const Compare& state, const Pair& pair) {
  if (state.lines[0].empty() && state.lines[1].empty()) return;
  heading(ui, ui("compare.lines"));
  const Run* runs[] = {pair.a, pair.b};
  for (int side = 0; side < 2; ++side) {
    ImGui::PushStyleColor(ImGuiCol_Text, ui.colour_of_run(runs[side]->id));
    const std::vector<std::string>& lines = state.lines[side];
    for (std::size_t i = 0; i < std::min(lines.size(), kLines); ++i)
      wrapped(fmt::format("{} {}", Ui::letter(ui.place_of(runs[side]->id)), lines[i]));
    ImGui::PopStyleColor();
    if (lines.size() > kLines)
      muted(ui, fmt::format(fmt::runtime(ui("why.more")), lines.size() - kLines));
  }
}

}  // namespace

void compare_alone(Ui& ui, Compare& state) {
  wrapped(ui("compare.alone"));
  ImGui::Spacing();
  if (ImGui::Button(ui("branch.here"))) ui.ask("branch");
  muted(ui, ui("compare.alone.branch"));
  if (state.plans_of != ui.run().file.string()) {
    state.plans_of = ui.run().file.string();
    state.plans = plans_for(ui.run().file);
  }
  if (!state.plans.empty()) {
    ImGui::Spacing();
    wrapped(ui("compare.alone.plan"));
  }
  for (const std::string& plan : state.plans)
    if (ImGui::Button(std::filesystem::path(plan).stem().string().c_str()))
      ui.ask("beside " + plan);
  muted(ui, ui("compare.alone.file"));
}

void compare_policies(Ui& ui, Compare& state, const Pair& pair) {
  const std::pair versions{pair.a->version, pair.b->version};
  if (state.settings_of != versions || state.settings_on != ui.day) {
    state.settings_of = versions;
    state.settings_on = ui.day;
    state.settings.clear();
    const auto a = pair.a->scenario->settings(ui.day), b = pair.b->scenario->settings(ui.day);
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
      if (a[i] != b[i]) state.settings.push_back({a[i].path, a[i].value, b[i].value});
    state.lines[0] = lines_only_in(*pair.a->scenario, *pair.b->scenario);
    state.lines[1] = lines_only_in(*pair.b->scenario, *pair.a->scenario);
  }
  for (const std::string& id : pair.b->without())
    wrapped(fmt::format(fmt::runtime(ui("compare.without")), id));
  if (state.settings.empty()) {
    muted(ui, ui("compare.policies.none"));
  } else if (ImGui::BeginTable("policies", 3,
                               ImGuiTableFlags_SizingStretchProp | ImGuiTableFlags_RowBg)) {
    ImGui::TableSetupColumn(ui("compare.policy"));
    ImGui::TableSetupColumn("A");
    ImGui::TableSetupColumn(Ui::letter(ui.place_of(pair.b->id)));
    ImGui::TableHeadersRow();
    for (const Compare::Setting& setting : state.settings)
      for (const std::string* text : {&setting.path, &setting.a, &setting.b}) {
        ImGui::TableNextColumn();
        wrapped(*text);
      }
    ImGui::EndTable();
  }
  lines_apart(ui, state, pair);
}

void compare_panel(Ui& ui) {
  Compare& state = ui.memory.of<Compare>();
  if (ui.session->shown().size() < 2) {
    compare_alone(ui, state);
    return;
  }
  const Pair pair = pair_of(ui, state);
  const std::pair of{pair.a->id, pair.b->id};
  if (state.known != ui.known || state.of != of) {
    state.known = ui.known;
    state.of = of;
    state.metrics = metric_rows(pair);
    state.people = person_rows(pair);
  }
  header(ui, state, pair);
  constexpr void (*kDraw[])(Ui&, Compare&, const Pair&) = {compare_table, compare_first,
                                                           compare_people, compare_policies};
  kDraw[choose_part(ui)](ui, state, pair);
}

}  // namespace tandem::viewer
