// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "viewer/panels/why_parts.h"

// A deal's course and an account's.
namespace tandem::viewer {

namespace {

/// Entries in their order, each with chance and luck where those decided.
void course(Ui& ui, Why& why) {
  heading(ui, ui("why.course"));
  if (why.journal == nullptr) return;
  const auto places = why.shown(ui, why.places);
  if (places.empty()) {
    muted(ui, ui("why.course.none"));
    return;
  }
  for (const std::size_t place : places) {
    const JournalEntry entry = why.entry(place);
    entry_row(ui, entry);
    if (!entry.chance && entry.terms.empty()) continue;
    const float indent = 1.2F * ui.em();
    ImGui::Indent(indent);
    ImGui::PushID(static_cast<int>(place));
    luck_bar(ui, entry);
    if (!entry.terms.empty() && ImGui::TreeNode("terms", "%s", ui("why.terms"))) {
      term_bars(ui, entry);
      ImGui::TreePop();
    }
    ImGui::PopID();
    ImGui::Unindent(indent);
  }
}

bool facts(const Ui& ui) {
  if (!ImGui::BeginTable("facts", 2)) return false;
  ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthFixed, 11 * ui.em());
  return true;
}

void fact(const Ui& ui, const char* name, const std::string& value) {
  ImGui::TableNextColumn();
  muted(ui, name);
  ImGui::TableNextColumn();
  wrapped(value);
}

}  // namespace

void why_deal(Ui& ui, Why& why) {
  const Picture* picture = ui.picture();
  if (picture == nullptr) return;
  const std::string& id = ui.selection.id;
  wrapped(fmt::format("{} {}", ui("why.deal"), id));
  if (ImGui::SmallButton(
          fmt::format("{} {}", ui("why.account"), id.substr(0, id.find('.'))).c_str()))
    ui.ask("select account " + id.substr(0, id.find('.')));
  const auto& deals = picture->firm.deals;
  const auto deal = std::ranges::find(deals, id, &DealView::subject);
  if (deal == deals.end()) {
    const auto past =
        why.journal == nullptr ? std::span<const std::size_t>() : why.shown(ui, why.places);
    if (past.empty())
      muted(ui, ui("why.deal.closed"));
    else
      muted(ui, fmt::format("{}, {}", kind_title(ui, why.journal->kind(past.back()).id),
                            day_title(ui, why.journal->day(past.back()))));
  } else {
    ImGui::SameLine();
    seat_link(ui, deal->seat);
    if (deal->partner >= 0) {
      ImGui::SameLine();
      seat_link(ui, deal->partner);
    }
    if (facts(ui)) {
      fact(ui, ui("why.stage"),
           fmt::format("{}{}", stage_name(ui, deal->stage),
                       deal->with_buyer ? std::string(", ") + ui("why.buyer") : ""));
      fact(ui, ui("why.value"), number(deal->value, "money"));
      fact(ui, ui("why.age"), fmt::format(fmt::runtime(ui("why.days")), deal->age));
      fact(ui, ui("why.waited"), fmt::format(fmt::runtime(ui("why.days")), deal->waited));
      ImGui::EndTable();
    }
  }
  course(ui, why);
}

void why_account(Ui& ui, Why& why) {
  const Picture* picture = ui.picture();
  if (picture == nullptr) return;
  const std::string& id = ui.selection.id;
  wrapped(fmt::format("{} {}", ui("why.account"), id));
  // Whose book it is in stays the same, and how it stands is looked up once a day.
  struct Book {
    const World* of = nullptr;
    std::string id;
    std::optional<AccountView> account;
  };
  Book& book = ui.memory.of<Book>();
  if (book.of != picture->world.get() || book.id != id) {
    book = {picture->world.get(), id, {}};
    for (std::size_t i = 0; i < picture->firm.seats.size() && !book.account; ++i)
      for (const AccountView& each : view_accounts(*picture->world, static_cast<int>(i)))
        if (std::to_string(each.number) == id) book.account = each;
  }
  if (!book.account) {
    muted(ui, ui("why.account.none"));
  } else {
    const AccountView& account = *book.account;
    seat_link(ui, account.seat);
    if (facts(ui)) {
      fact(ui, ui("why.segment"),
           engine_word("segment." + std::string(account.segment), account.segment.data(),
                       ui.language));
      fact(ui, ui("why.potential"), number(account.potential));
      fact(ui, ui("why.satisfaction"), number(account.satisfaction, "share"));
      fact(ui, ui("why.relation"), number(account.relation, "share"));
      fact(ui, ui("why.relation.firm"), number(account.firm_relation, "share"));
      fact(ui, ui("why.opportunities"), number(account.opportunities));
      fact(ui, ui("why.requests"), number(account.requests));
      fact(ui, ui("why.lost"), number(account.lost));
      ImGui::EndTable();
    }
  }
  for (const DealView& deal : picture->firm.deals)
    if (std::to_string(deal.account) == id) {
      if (choose(deal.subject(),
                 fmt::format("{} {}  {}  {}", ui("why.deal"), deal.subject(),
                             stage_name(ui, deal.stage), number(deal.value, "money"))))
        ui.ask("select deal " + deal.subject());
    }
  course(ui, why);
}

}  // namespace tandem::viewer
