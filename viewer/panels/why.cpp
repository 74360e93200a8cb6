// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "viewer/panels/panels.h"
#include "viewer/panels/why_parts.h"

// What is selected: how it stands, what it decided and why, what led to it. Of the future nothing is
// shown unless somebody asks for it.
namespace tandem::viewer {

namespace {

constexpr int kDepth = 12;  // causes of causes that are followed
constexpr int kBeside = 2;  // further causes of each

/// The main cause of each entry, which stands first, to its root; some others beside it.
std::vector<Why::Link> chain_of(const Journal& journal, std::size_t place) {
  std::vector<Why::Link> chain;
  for (int depth = 0; depth < kDepth; ++depth) {
    std::vector<std::size_t> causes;
    for (const std::size_t cause : journal.entry(place).causes)
      if (std::ranges::find(chain, cause, &Why::Link::place) == chain.end())
        causes.push_back(cause);
    if (causes.empty()) return chain;
    for (std::size_t i = 1; i < causes.size() && i <= kBeside; ++i)
      chain.push_back({depth, causes[i], false});
    chain.push_back({depth, causes[0], true});
    place = causes[0];
  }
  return chain;
}

/// The run whose journal has the event: the one looked at, else another one.
const History* with_event(const Ui& ui, const std::string& id) {
  const auto has = [&](const History* history) {
    return history != nullptr && history->journal && history->journal->find(id);
  };
  if (has(ui.history())) return ui.history();
  for (const auto& [run, history] : ui.known->history)
    if (ui.session->find(run) != nullptr && has(history.get())) return history.get();
  return ui.history();
}

void bar_of_buttons(Ui& ui, Why& why) {
  const auto button = [&](const char* label, bool on, const char* says) {
    if (!on) ImGui::BeginDisabled();
    const bool done = ImGui::Button(label);
    if (!on) ImGui::EndDisabled();
    if (ImGui::IsItemHovered()) hint(ui, says);
    ImGui::SameLine();
    return done;
  };
  if (button("‹##back", !ui.before.empty(), ui("key.select_back"))) ui.ask("select back");
  if (button("›##forward", !ui.after.empty(), ui("key.select_forward"))) ui.ask("select forward");
  if (button(ui("why.firm"), ui.selection.kind != Selection::none, ui("why.firm.says")))
    ui.ask("select none");
  const float needs = ImGui::CalcTextSize(ui("why.to_come")).x + 2.5F * ui.em();
  if (ImGui::GetContentRegionAvail().x < needs) ImGui::NewLine();
  ImGui::Checkbox(ui("why.to_come"), &why.to_come);
}

}  // namespace

void dig(const Ui& ui, Why& why) {
  const bool event = ui.selection.kind == Selection::event;
  // An event may stand in another run's journal, which is looked for once.
  if (ui.selection != why.selection) why.version = ~std::uint64_t{0}, why.all = false;
  const History* history = ui.history();
  const std::uint64_t now = history == nullptr || !history->journal ? 0 : history->version + 1;
  if (why.version == now && why.run == ui.run().id) return;
  why.version = now;
  why.run = ui.run().id;
  why.selection = ui.selection;
  why.journal = nullptr;
  why.places.clear();
  why.followed.clear();
  why.chain.clear();
  why.read.clear();
  why.happenings_until = INT_MIN;
  why.hits_of.clear();
  if (event) history = with_event(ui, ui.selection.id);
  if (history == nullptr || !history->journal) return;
  const Journal& journal = *history->journal;
  why.kept = ui.known->history.at(history->run);
  why.journal = &journal;
  why.journal_run = history->run;
  const auto about = [&](std::string_view subject) {
    why.places = journal.about("", ui.selection.id);
    std::erase_if(why.places,
                  [&](std::size_t place) { return journal.kind(place).subject != subject; });
  };
  switch (ui.selection.kind) {
    case Selection::none:
      break;
    case Selection::rep:
      why.places = journal.of_seat(ui.selection.seat, INT_MIN, INT_MAX);
      break;
    case Selection::deal:
      about("deal");
      break;
    case Selection::account:
      about("account");
      break;
    case Selection::event:
      if (const auto place = journal.find(ui.selection.id)) {
        why.places = {*place};
        why.followed = journal.followed(*place);
        why.chain = chain_of(journal, *place);
      }
  }
}

void entry_rows(Ui& ui, Why& why, std::span<const std::size_t> places, bool newest_first,
                std::size_t most) {
  const std::size_t n = why.all ? places.size() : std::min(places.size(), most);
  const auto row = [&](int i) {
    const auto at = static_cast<std::size_t>(i);
    entry_row(ui, why.entry(places[newest_first ? places.size() - 1 - at : at]));
  };
  if (n <= most) {
    for (std::size_t i = 0; i < n; ++i) row(static_cast<int>(i));
  } else {  // a long list scrolls by itself, so that only what is seen is made
    ImGui::BeginChild("all", {0, 14 * ui.em()});
    const float spacing = ImGui::GetStyle().ItemSpacing.y;
    for (std::size_t i = 0; i < n; ++i) {
      const float y = ImGui::GetCursorPosY() - ImGui::GetScrollY();
      if (y > -4 * ui.em() && y < ImGui::GetWindowHeight())
        row(static_cast<int>(i));
      else
        ImGui::Dummy({1, 2 * ui.em() - spacing});
    }
    ImGui::EndChild();
  }
  if (places.size() <= most) return;
  const std::string says = why.all ? std::string(ui("why.fewer"))
                                   : fmt::format(fmt::runtime(ui("why.more")), places.size() - n);
  if (ImGui::SmallButton(says.c_str())) why.all = !why.all;
}

void seat_link(Ui& ui, int seat) {
  const auto& seats = ui.run().scenario->seats();
  if (seat < 0 || seat >= static_cast<int>(seats.size())) return;
  const std::string& name = seats[static_cast<std::size_t>(seat)].name;
  ImGui::PushID(seat);
  if (ImGui::SmallButton(name.c_str())) ui.ask(fmt::format("select rep {}", seat + 1));
  ImGui::PopID();
}

void why_panel(Ui& ui) {
  Why& why = ui.memory.of<Why>();
  bar_of_buttons(ui, why);
  if (why.selection != ui.selection) ImGui::SetScrollY(0);
  dig(ui, why);
  if (why.journal == nullptr) muted(ui, ui("following"));
  switch (ui.selection.kind) {
    case Selection::none:
      why_nothing(ui, why);
      break;
    case Selection::rep:
      why_rep(ui, why);
      break;
    case Selection::deal:
      why_deal(ui, why);
      break;
    case Selection::account:
      why_account(ui, why);
      break;
    case Selection::event:
      why_event(ui, why);
      break;
  }
}

}  // namespace tandem::viewer
