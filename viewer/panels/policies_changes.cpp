// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "viewer/panels/lever.h"
#include "viewer/panels/policies.h"
#include "viewer/panels/shown.h"

// For whom a change counts, what has been changed so far, events, saving.
namespace tandem::viewer {

std::string Reach::title(const Ui& ui) const {
  switch (kind) {
    case all:
      return ui("reach.all");
    case team:
      return fmt::format("{} {}", ui("reach.team"), name);
    case territory:
      return fmt::format("{} {}", ui("reach.territory"), name);
    case role:
      return engine_word("role." + name, name.c_str(), ui.language);
    case newcomers:
      return ui("reach.newcomers");
    case tercile:
      return name == "1" ? ui("reach.lowest") : name == "2" ? ui("reach.middle") : ui("reach.best");
  }
  return {};
}

std::string Reach::scope() const {
  switch (kind) {
    case all:
      return {};
    case team:
      return "{team: " + in_quotes(name) + "}";
    case territory:
      return "{territory: " + in_quotes(name) + "}";
    case role:
      return "{role: " + name + "}";
    case newcomers:
      return "newcomers";
    case tercile:
      return "{tercile: " + name + "}";
  }
  return {};
}

bool Reach::allows(std::string_view scope) const {
  if (kind == all) return true;
  if (kind == territory) return scope != "firm";
  return scope == "team";
}

std::vector<Reach> reaches(const Scenario& scenario) {
  std::vector<Reach> out = {{Reach::all, {}, -1}};
  const auto each = [&](Reach::Kind kind, std::string SeatLabel::*what) {
    std::vector<Reach> found;
    for (const SeatLabel& seat : scenario.seats())
      if (std::ranges::find(found, seat.*what, &Reach::name) == found.end())
        found.push_back({kind, seat.*what, seat.number - 1});
    // One alone is everybody, but a territory has values of its own.
    if (found.size() > 1 || kind == Reach::territory)
      out.insert(out.end(), found.begin(), found.end());
  };
  each(Reach::team, &SeatLabel::team);
  each(Reach::territory, &SeatLabel::territory);
  each(Reach::role, &SeatLabel::role);
  out.push_back({Reach::newcomers, {}, -1});
  for (const char* third : {"1", "2", "3"}) out.push_back({Reach::tercile, third, -1});
  return out;
}

std::string change_line(const Reach& reach, int day, const std::string& until, bool offer,
                        const std::string& key, const std::string& value) {
  if (reach.kind == Reach::all && until.empty() && !offer) return "set " + key + "=" + value;
  std::string line = fmt::format("change {{at: {}d", day);
  if (!until.empty()) line += ", until: " + until;
  if (!reach.scope().empty()) line += ", scope: " + reach.scope();
  return line + (offer ? ", offer: {" : ", set: {") + key + ": " + value + "}}";
}

bool concerns(const Edit& edit, std::string_view key) {
  const std::string wanted = std::string(key) + ":";
  const auto place = edit.text.find(wanted);
  return place != std::string::npos && place > 0 &&
         (edit.text[place - 1] == '{' || edit.text[place - 1] == ' ');
}

void changes_of_branch(Ui& ui, PoliciesState&) {
  const Run& run = ui.run();
  if (run.edits.empty()) {
    ImGui::TextWrapped("%s", ui("levers.no.changes"));
    return;
  }
  for (std::size_t i = 0; i < run.edits.size(); ++i) {
    const Edit& edit = run.edits[i];
    ImGui::PushID(static_cast<int>(i));
    const std::string day = says(ui("levers.on.day"), fmt::arg("day", edit.day));
    if (ImGui::Selectable(day.c_str(), edit.day == ui.day, 0, {7 * ui.em(), 0}))
      ui.ask(fmt::format("goto day {}", edit.day));
    ImGui::SameLine();
    std::string what = edit.says;
    if (edit.kind == Edit::without) what = fmt::format("{} {}", ui("levers.without"), edit.text);
    if (edit.kind == Edit::event) what = fmt::format("{} {}", ui("levers.event"), what);
    ImGui::TextWrapped("%s", what.c_str());
    if (i < run.inherited) ImGui::TextDisabled("%s", ui("levers.inherited"));
    ImGui::PopID();
  }
  ImGui::BeginDisabled(run.edits.size() <= run.inherited);
  if (ImGui::Button(ui("levers.undo"))) ui.ask("undo");
  ImGui::EndDisabled();
  ImGui::SameLine();
  ImGui::BeginDisabled(run.undone.empty());
  if (ImGui::Button(ui("levers.redo"))) ui.ask("redo");
  ImGui::EndDisabled();
}

namespace {

/// Kinds of events, as the engine declares them: events[].KIND.
const std::vector<const ParameterInfo*>& event_kinds() {
  static const std::vector<const ParameterInfo*> kinds = [] {
    std::vector<const ParameterInfo*> out;
    for (const ParameterInfo& info : parameters())
      if (info.path.starts_with("events[].") && info.path.find('.', 9) == std::string::npos)
        out.push_back(&info);
    return out;
  }();
  return kinds;
}

/// A name without the quotes that YAML may ask for.
std::string plain(std::string name) {
  if (name.size() > 1 && (name.front() == '"' || name.front() == '\''))
    name = name.substr(1, name.size() - 2);
  return name;
}

/// Where an event of a kind may happen.
std::vector<std::string> places_of(const Scenario& scenario, std::string_view kind) {
  std::vector<std::string> places;
  if (kind == "key person leaves") {
    for (const SeatLabel& seat : scenario.seats()) places.push_back(seat.name);
  } else if (kind == "topic launch") {
    // Topics stand at the head of the scenario, one a line.
    const std::string& text = scenario.resolved();
    const auto from = text.find("\ntopics:");
    const auto to = text.find("\nterritories:", from);
    for (auto at = text.find("name: ", from); at < to; at = text.find("name: ", at + 1))
      places.push_back(plain(text.substr(at + 6, text.find(',', at) - at - 6)));
  } else {
    places.emplace_back("all");
    if (kind != "outage")
      for (const SeatLabel& seat : scenario.seats())
        if (std::ranges::find(places, seat.territory) == places.end())
          places.push_back(seat.territory);
  }
  return places;
}

/// A combo of texts; the place that is chosen.
void choose(const Ui& ui, const char* id, const std::vector<std::string>& texts,
            std::size_t& chosen) {
  chosen = std::min(chosen, texts.size() - 1);
  ImGui::SetNextItemWidth(std::min(16 * ui.em(), ImGui::GetContentRegionAvail().x));
  if (!ImGui::BeginCombo(id, texts[chosen].c_str())) return;
  for (std::size_t i = 0; i < texts.size(); ++i)
    if (ImGui::Selectable(texts[i].c_str(), i == chosen)) chosen = i;
  ImGui::EndCombo();
}

}  // namespace

void event_form(Ui& ui, PoliciesState& state) {
  std::vector<std::string> kinds;
  for (const ParameterInfo* info : event_kinds()) {
    const std::string kind = info->path.substr(9);
    kinds.emplace_back(engine_word("event." + kind, kind.c_str(), ui.language));
  }
  const float label = 9 * ui.em();
  const auto line = [&](const char* what) {
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(what);
    ImGui::SameLine(label);
  };
  line(ui("event.kind"));
  const std::size_t before = state.event;
  choose(ui, "##kind", kinds, state.event);
  if (state.event != before) state.where = 0;
  const ParameterInfo& info = *event_kinds()[state.event];
  const std::string kind = info.path.substr(9);
  const std::vector<std::string> places = places_of(*ui.run().scenario, kind);
  if (places.empty()) {
    ImGui::TextWrapped("%s", ui("event.nowhere"));
    return;
  }
  std::vector<std::string> shown = places;
  if (shown.front() == "all") shown.front() = ui("event.everywhere");
  line(ui("event.where"));
  choose(ui, "##where", shown, state.where);
  const bool lasting = kind != "key person leaves";
  if (lasting) {
    line(ui("event.severity"));
    if (auto text = field(ui, "##severity", state.severity, 6)) state.severity = *text;
    line(ui("event.lasting"));
    if (auto text = field(ui, "##lasting", state.lasting, 6)) state.lasting = *text;
    if (ImGui::IsItemHovered()) hint(ui, ui("event.lasting.help"));
  }
  line(ui("event.note"));
  if (auto text = field(ui, "##note", state.note, 16)) state.note = *text;
  ImGui::Spacing();
  const std::string button = says(ui("event.happens"), fmt::arg("day", ui.day));
  if (ImGui::Button(button.c_str())) {
    const std::string& where = places[state.where];
    std::string entry = fmt::format("event {{at: {}d, {}: {}", ui.day, kind,
                                    where == "all" ? where : in_quotes(where));
    if (lasting && !state.severity.empty()) entry += ", severity: " + state.severity;
    if (lasting && !state.lasting.empty()) entry += ", lasting: " + state.lasting;
    if (!state.note.empty()) entry += ", note: " + in_quotes(state.note);
    ui.ask(entry + "}");
  }
  ImGui::PushTextWrapPos();
  ImGui::TextDisabled(
      "%s", ui(ui.run().parent < 0 ? Text("event.makes.branch") : Text("event.in.branch")));
  ImGui::PopTextWrapPos();
}

void save_form(Ui& ui, PoliciesState& state) {
  ImGui::TextWrapped("%s", ui("save.says"));
  if (auto text = field(ui, "##file", state.save_as,
                        std::min(20.0F, ImGui::GetContentRegionAvail().x / ui.em() - 1)))
    state.save_as = *text;
  same_line_if(6 * ui.em());
  ImGui::BeginDisabled(state.save_as.empty());
  if (ImGui::Button(ui("save.button"))) ui.ask("save " + state.save_as);
  ImGui::EndDisabled();
  if (state.save_as.empty()) ImGui::TextDisabled("%s", ui("save.empty"));
}

}  // namespace tandem::viewer
