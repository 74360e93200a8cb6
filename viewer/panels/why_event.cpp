// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "viewer/panels/compare_parts.h"
#include "viewer/panels/why_parts.h"

// One entry of the journal: its terms, its causes, what followed, and the world without it.
namespace tandem::viewer {

namespace {

constexpr std::size_t kFigures = 10;  // of an effect, without asking for all

/// The shown branch in which the event does not happen; null: there is none.
const Run* without(const Ui& ui, const std::string& id) {
  for (const Run& run : ui.session->runs())
    if (!run.edits.empty() && run.edits.back().kind == Edit::without && run.edits.back().text == id)
      return &run;
  return nullptr;
}

/// Metrics of the whole run with and without the event, on this luck.
void effect(Ui& ui, Why& why, const Run& branch) {
  const History *with = ui.known->of(branch.parent), *other = ui.known->of(branch.id);
  heading(ui, ui("why.effect"));
  if (with == nullptr || other == nullptr || !with->finished || !other->finished) {
    muted(ui, ui("following"));
    return;
  }
  muted(ui, ui("why.effect.says"));
  if (!ImGui::BeginTable("effect", 4, ImGuiTableFlags_SizingStretchProp)) return;
  for (const char* title : {"", ui("why.with"), ui("why.without"), ui("why.difference")})
    ImGui::TableSetupColumn(title);
  ImGui::TableHeadersRow();
  std::size_t differ = 0;
  for (std::size_t m = 0; m < metrics().size(); ++m) {
    const auto &a = with->record.values[m], &b = other->record.values[m];
    if (!a || !b || *a == *b) continue;
    const MetricInfo& metric = metrics()[m];
    if (++differ > kFigures && !why.all) continue;
    ImGui::TableNextColumn();
    wrapped(title_of(ui, metric));
    ImGui::TableNextColumn();
    wrapped(number(*a, metric.unit));
    ImGui::TableNextColumn();
    wrapped(number(*b, metric.unit));
    ImGui::TableNextColumn();
    wrapped(difference_of(ui, *a - *b, metric.unit));
  }
  ImGui::EndTable();
  if (differ == 0) wrapped(ui("why.effect.none"));
  if (differ <= kFigures) return;
  const std::string says = why.all ? std::string(ui("why.fewer"))
                                   : fmt::format(fmt::runtime(ui("why.more")), differ - kFigures);
  if (ImGui::SmallButton(says.c_str())) why.all = !why.all;
}

void go_there(Ui& ui, int day) {
  const int on = std::clamp(day + 1, 0, ui.session->days());
  if (on == ui.day) return;
  if (ImGui::SmallButton(fmt::format(fmt::runtime(ui("why.go")), day).c_str()))
    ui.ask(fmt::format("goto day {}", on));
}

}  // namespace

void why_event(Ui& ui, Why& why) {
  if (why.journal == nullptr) return;
  if (why.places.empty()) {
    wrapped(fmt::format(fmt::runtime(ui("why.no_event")), ui.selection.id));
    return;
  }
  const JournalEntry entry = why.entry(why.places.front());
  const bool past = entry.day < why.until(ui);
  wrapped(kind_title(ui, entry.kind));
  muted(ui, fmt::format("{} · {}", day_title(ui, entry.day), entry.id));
  if (!past) {
    muted(ui, ui("why.not_yet"));
    go_there(ui, entry.day);
    return;
  }
  if (why.journal_run != ui.run().id)
    muted(ui, fmt::format(fmt::runtime(ui("why.only_in")),
                          ui.session->find(why.journal_run) == nullptr
                              ? "?"
                              : ui.session->find(why.journal_run)->name));
  wrapped(sentence_of(ui, entry));
  seat_link(ui, entry.seat);
  const JournalKind& kind = why.journal->kind(why.places.front());
  if (kind.subject == "deal" || kind.subject == "account") {
    if (entry.seat >= 0) ImGui::SameLine();
    const bool deal = kind.subject == "deal";
    if (ImGui::SmallButton(
            fmt::format("{} {}", deal ? ui("why.deal") : ui("why.account"), entry.subject).c_str()))
      ui.ask(fmt::format("select {} {}", kind.subject, entry.subject));
  }
  go_there(ui, entry.day);
  luck_bar(ui, entry);
  const Run* branch = without(ui, entry.id);
  if (!entry.undone.empty() && branch == nullptr) {
    ImGui::Spacing();
    if (ImGui::Button(ui("why.what_if"))) {
      const auto run = std::ranges::find(ui.session->runs(), why.journal_run, &Run::id);
      ui.ask(fmt::format("active {}", run - ui.session->runs().begin() + 1));
      ui.ask("without " + entry.id);
    }
    muted(ui, fmt::format(fmt::runtime(ui("why.what_if.says")), undone_title(ui, entry)));
  }
  if (branch != nullptr) effect(ui, why, *branch);
  if (!entry.terms.empty()) {
    heading(ui, ui("why.terms"));
    term_bars(ui, entry);
  }
  heading(ui, ui("why.causes"));
  if (why.chain.empty()) muted(ui, ui("why.causes.none"));
  for (const Why::Link& link : why.chain) {
    const float indent = static_cast<float>(std::min(link.depth, 5)) * 0.8F * ui.em();
    if (indent > 0) ImGui::Indent(indent);
    entry_row(ui, why.entry(link.place), link.main ? "" : ui("why.and"));
    if (indent > 0) ImGui::Unindent(indent);
  }
  heading(ui, ui("why.followed"));
  const auto followed = why.shown(ui, why.followed);
  if (followed.empty()) muted(ui, ui("why.followed.none"));
  entry_rows(ui, why, followed, false);
}

}  // namespace tandem::viewer
