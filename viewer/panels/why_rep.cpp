// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "viewer/panels/shown.h"
#include "viewer/panels/why_parts.h"

// A person: how it stands, what it decided last and why, what happened, deals, accounts, ties.
namespace tandem::viewer {

namespace {

constexpr std::size_t kTies = 5;
constexpr std::size_t kAccounts = 10;

/// Decisions that are told with their terms; the first three are a state of mind and open at once.
constexpr std::array<std::string_view, 9> kDecisions = {"choice",      "morale",   "hazard",
                                                        "asked",       "helped",   "sought",
                                                        "joined_deal", "referred", "offered"};
constexpr std::size_t kAlways = 3;

std::string name_of(const Ui& ui, int seat) {
  return ui.run().scenario->seats()[static_cast<std::size_t>(seat)].name;
}

void who(const Ui& ui, int seat, const SeatView& view) {
  const SeatLabel& label = ui.run().scenario->seats()[static_cast<std::size_t>(seat)];
  wrapped(label.name);
  muted(ui, fmt::format("{} {} · {} · {}", ui("why.team"), label.team,
                        engine_word("role." + label.role, label.role.c_str(), ui.language),
                        label.territory));
  std::string since = view.joined < 0 ? std::string(ui("why.since.start"))
                                      : fmt::format(fmt::runtime(ui("why.since.day")), view.joined);
  if (!view.present) since = ui("why.empty");
  if (view.present && view.person > 0)
    since += ", " + fmt::format(fmt::runtime(ui("why.person")), view.person + 1);
  if (view.present && view.newcomer) since += std::string(" · ") + ui("floor.new");
  if (view.grade > 0) since += " · " + fmt::format(fmt::runtime(ui("why.grade")), view.grade);
  muted(ui, since);
}

void figures(Ui& ui, int seat, const SeatView& view, int last) {
  const float em = ui.em();
  if (!ImGui::BeginTable("figures", 3, ImGuiTableFlags_SizingStretchProp)) return;
  ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthStretch, 1.0F);
  ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthFixed, 5 * em);
  ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthStretch, 1.1F);
  for (std::size_t f = 0; f < seat_figures().size(); ++f) {
    const SeatFigure& figure = seat_figures()[f];
    ImGui::TableNextColumn();
    wrapped(title_of(ui, figure));
    if (ImGui::IsItemHovered()) hint(ui, meaning_of(ui, figure));
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(number(view.*figure.value, figure.unit).c_str());
    ImGui::TableNextColumn();
    std::vector<Trace> traces;
    const auto add = [&](int run) {
      const History* history = ui.known->of(run);
      if (history != nullptr && seat < history->seats)
        traces.push_back({history, seat, f, ui.colour_of_run(run), dash_of(ui.place_of(run))});
    };
    if (ui.comparing)
      for (const int run : ui.session->shown()) add(run);
    else
      add(ui.run().id);
    draw_traces(ui, traces, last, {ImGui::GetContentRegionAvail().x, 1.1F * em});
  }
  ImGui::EndTable();
}

void hours(const Ui& ui, const SeatView& view) {
  std::string says;
  for (std::size_t i = 0; i < kHourUses.size(); ++i)
    if (view.hours[i] > 0.05)
      says += fmt::format(
          "{}{} {:.1f}", says.empty() ? "" : ", ",
          engine_word("use." + std::string(kHourUses[i]), kHourUses[i].data(), ui.language),
          view.hours[i]);
  if (!says.empty()) muted(ui, fmt::format("{} {}", ui("why.hours"), says));
}

void decisions(Ui& ui, Why& why) {
  heading(ui, ui("why.decisions"));
  std::array<std::optional<std::size_t>, kDecisions.size()> last;
  const auto places = why.shown(ui, why.places);
  for (std::size_t i = places.size(), found = 0; i-- > 0 && found < last.size();) {
    const JournalKind& kind = why.journal->kind(places[i]);
    if (!kind.decision) continue;
    const auto row = std::ranges::find(kDecisions, kind.id);
    if (row == kDecisions.end()) continue;
    auto& place = last[static_cast<std::size_t>(row - kDecisions.begin())];
    if (!place) place = places[i], ++found;
  }
  bool any = false;
  for (std::size_t k = 0; k < last.size(); ++k) {
    if (!last[k]) continue;
    any = true;
    const JournalEntry entry = why.entry(*last[k]);
    ImGui::PushID(static_cast<int>(k));
    if (ImGui::TreeNodeEx("##decision", k < kAlways ? ImGuiTreeNodeFlags_DefaultOpen : 0, "%s",
                          kind_title(ui, entry.kind).c_str())) {
      entry_row(ui, entry);
      term_bars(ui, entry);
      ImGui::TreePop();
    }
    ImGui::PopID();
  }
  if (!any) muted(ui, ui("why.decisions.none"));
}

void events(Ui& ui, Why& why) {
  heading(ui, ui("why.events"));
  std::vector<std::size_t>& events = why.followed;  // of a rep: what is no decision
  if (events.empty())
    std::ranges::copy_if(why.places, std::back_inserter(events),
                         [&](std::size_t place) { return !why.journal->kind(place).decision; });
  const auto places = why.shown(ui, events);
  if (places.empty()) muted(ui, ui("why.events.none"));
  entry_rows(ui, why, places, true);
}

void deals(Ui& ui, const FirmView& firm, int seat) {
  heading(ui, ui("why.deals"));
  constexpr auto kFlags = ImGuiTableFlags_SizingStretchProp | ImGuiTableFlags_RowBg;
  bool any = false;
  for (const DealView& deal : firm.deals) {
    if (deal.seat != seat && deal.partner != seat) continue;
    if (!any) {
      any = ImGui::BeginTable("deals", 4, kFlags);
      if (!any) return;
      for (const char* title : {ui("why.deal"), ui("why.stage"), ui("why.value"), ui("why.age")})
        ImGui::TableSetupColumn(title);
      ImGui::TableHeadersRow();
    }
    ImGui::TableNextColumn();
    const std::string id = deal.subject();
    if (ImGui::Selectable(id.c_str(), false, ImGuiSelectableFlags_SpanAllColumns))
      ui.ask("select deal " + id);
    ImGui::TableNextColumn();
    wrapped(stage_name(ui, deal.stage));
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(number(deal.value, "money").c_str());
    ImGui::TableNextColumn();
    wrapped(fmt::format(fmt::runtime(ui("why.days")), deal.age));
  }
  if (any)
    ImGui::EndTable();
  else
    muted(ui, ui("why.deals.none"));
}

void accounts(Ui& ui, Why& why, const Picture& picture, int seat) {
  if (!ImGui::TreeNode("accounts", "%s", ui("why.accounts"))) return;
  std::vector<AccountView> all = view_accounts(*picture.world, seat);
  std::ranges::stable_sort(all, std::greater(), &AccountView::potential);
  const std::size_t n = why.all ? all.size() : std::min(all.size(), kAccounts);
  if (n > 0 && ImGui::BeginTable("accounts", 4, ImGuiTableFlags_SizingStretchProp)) {
    for (const char* title :
         {ui("why.account"), ui("why.segment"), ui("why.satisfaction"), ui("why.relation")})
      ImGui::TableSetupColumn(title);
    ImGui::TableHeadersRow();
    for (std::size_t i = 0; i < n; ++i) {
      ImGui::TableNextColumn();
      if (ImGui::Selectable(std::to_string(all[i].number).c_str(), false,
                            ImGuiSelectableFlags_SpanAllColumns))
        ui.ask(fmt::format("select account {}", all[i].number));
      ImGui::TableNextColumn();
      wrapped(engine_word("segment." + std::string(all[i].segment), all[i].segment.data(),
                          ui.language));
      ImGui::TableNextColumn();
      ImGui::TextUnformatted(number(all[i].satisfaction, "share").c_str());
      ImGui::TableNextColumn();
      ImGui::TextUnformatted(number(all[i].relation, "share").c_str());
    }
    ImGui::EndTable();
  }
  if (all.size() > n)
    if (ImGui::SmallButton(fmt::format(fmt::runtime(ui("why.more")), all.size() - n).c_str()))
      why.all = true;
  ImGui::TreePop();
}

void ties(Ui& ui, const FirmView& firm, int seat) {
  heading(ui, ui("why.ties"));
  std::vector<TieView> own;
  std::ranges::copy_if(firm.ties, std::back_inserter(own),
                       [&](const TieView& tie) { return tie.from == seat; });
  std::ranges::stable_sort(own, std::greater(), &TieView::trust);
  if (own.empty()) muted(ui, ui("why.ties.none"));
  const auto row = [&](const TieView& tie) {
    const std::string says =
        fmt::format("{}  {} {:.2f}{}", name_of(ui, tie.to), ui("floor.trust"), tie.trust,
                    tie.owed > 0.05F ? fmt::format(", {} {:.1f}", ui("why.owed"), tie.owed) : "");
    if (choose(fmt::format("tie {}", tie.to), says))
      ui.ask(fmt::format("select rep {}", tie.to + 1));
  };
  const std::size_t top = std::min(own.size(), kTies),
                    bottom = std::min(own.size() - top, std::size_t{2});
  for (std::size_t i = 0; i < top; ++i) row(own[i]);
  if (own.size() > top + bottom) muted(ui, "…");
  for (std::size_t i = own.size() - bottom; i < own.size(); ++i) row(own[i]);
  for (const DisputeView& dispute : firm.disputes) {
    if (dispute.seat != seat && dispute.mate != seat) continue;
    const int mate = dispute.seat == seat ? dispute.mate : dispute.seat;
    const std::string says =
        fmt::format("! {}  {} ({}), {}", name_of(ui, mate), ui("floor.dispute"),
                    engine_word("dispute." + std::string(dispute.cause),
                                std::string(dispute.cause).c_str(), ui.language),
                    fmt::format(fmt::runtime(ui("why.since")), dispute.opened));
    if (choose(fmt::format("dispute {}", mate), says))
      ui.ask(fmt::format("select rep {}", mate + 1));
  }
}

}  // namespace

void why_rep(Ui& ui, Why& why) {
  const Picture* picture = ui.picture();
  const int seat = ui.selection.seat;
  if (picture == nullptr) return;
  if (seat >= static_cast<int>(picture->firm.seats.size())) {
    muted(ui, ui("why.no_seat"));
    return;
  }
  const SeatView& view = picture->firm.seats[static_cast<std::size_t>(seat)];
  // Side by side where there is room.
  const bool wide = ImGui::GetContentRegionAvail().x > 56 * ui.em();
  if (wide && !ImGui::BeginTable("halves", 2)) return;
  if (wide) ImGui::TableNextColumn();
  who(ui, seat, view);
  figures(ui, seat, view, why.to_come ? INT_MAX : ui.day);
  hours(ui, view);
  if (why.journal != nullptr) decisions(ui, why);
  if (wide) ImGui::TableNextColumn();
  if (why.journal != nullptr) events(ui, why);
  deals(ui, picture->firm, seat);
  accounts(ui, why, *picture, seat);
  if (view.present) ties(ui, picture->firm, seat);
  if (wide) ImGui::EndTable();
}

}  // namespace tandem::viewer
