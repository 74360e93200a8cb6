// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "viewer/panels/why_parts.h"

// With nothing selected: what happened in the firm of late, and a box to look for somebody.
namespace tandem::viewer {

namespace {

/// The most telling first; the last `kFolded` of them are folded at first.
constexpr std::string_view kTelling[] = {
    "change",      "change_ends",   "event",      "shift",
    "quit",        "dismissed",     "joined",     "dispute",
    "settled",     "customer_lost", "deal_taken", "promoted",
    "award",       "included",      "offered",    "customer_followed",
    "won",         "lost",          "idle",       "joined_deal",
    "handed_over", "judged",        "appraised",  "paid",
    "helped",      "input_late",    "told",       "opportunity"};
constexpr std::size_t kOpen = 17;
constexpr std::size_t kOfAKind = 5;

/// First place of the journal, which is in the order of days, on a day or later.
std::size_t first_on(const Journal& journal, int day) {
  std::size_t low = 0, high = journal.size();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (noted_on(journal, middle) < day)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

void gather(const Ui& ui, Why& why) {
  const int until = std::min(why.until(ui), ui.day + 1);
  if (why.happenings_until == until) return;
  why.happenings_until = until;
  why.happenings.clear();
  for (const std::string_view kind : kTelling) why.happenings.push_back({kind, {}});
  const Journal& journal = *why.journal;
  const int week = calendar_of(*ui.run().scenario).week;
  const std::size_t end = first_on(journal, until);
  for (std::size_t place = first_on(journal, until - week); place < end; ++place) {
    const auto row = std::ranges::find(why.happenings, journal.kind(place).id,
                                       [](const auto& each) { return each.first; });
    if (row != why.happenings.end()) row->second.push_back(place);
  }
  std::erase_if(why.happenings, [](const auto& each) { return each.second.empty(); });
}

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

/// What fits the text, as lines after "select ".
std::vector<std::string> look_for(const Ui& ui, const Why& why, const std::string& text) {
  constexpr std::size_t kMost = 12;
  std::vector<std::string> hits;
  const auto& seats = ui.run().scenario->seats();
  for (std::size_t i = 0; i < seats.size() && hits.size() < kMost; ++i)
    if (lower(seats[i].name).find(lower(text)) != std::string::npos)
      hits.push_back(fmt::format("rep {}", i + 1));
  if (why.journal != nullptr && text.find(':') != std::string::npos && why.journal->find(text))
    hits.push_back("event " + text);
  const bool digits = text.find_first_not_of("0123456789.") == std::string::npos;
  if (!digits) return hits;
  if (const Picture* picture = ui.picture()) {
    int accounts = 0;
    for (std::size_t i = 0; i < picture->firm.seats.size(); ++i)
      accounts += static_cast<int>(view_accounts(*picture->world, static_cast<int>(i)).size());
    if (text.find('.') == std::string::npos && text.size() < 8 && std::stoi(text) >= 1 &&
        std::stoi(text) <= accounts)
      hits.push_back("account " + text);
    for (const DealView& deal : picture->firm.deals)
      if (deal.subject().starts_with(text) && hits.size() < kMost)
        hits.push_back("deal " + deal.subject());
  }
  const auto closed = [&] {
    const auto hit = std::ranges::find(hits, "deal " + text);
    return hit == hits.end() && why.journal != nullptr && text.find('.') != std::string::npos &&
           !why.shown(ui, why.journal->about("", text)).empty();
  };
  if (closed()) hits.push_back("deal " + text);
  return hits;
}

void search_box(Ui& ui, Why& why) {
  std::array<char, 64> text{};
  std::ranges::copy(why.query.substr(0, text.size() - 1), text.begin());
  ImGui::SetNextItemWidth(-1);
  if (ImGui::InputTextWithHint("##query", ui("why.find"), text.data(), text.size()))
    why.query = text.data();
  if (why.query != why.hits_of) {
    why.hits_of = why.query;
    why.hits = why.query.empty() ? std::vector<std::string>() : look_for(ui, why, why.query);
  }
  if (why.query.empty()) return;
  if (why.hits.empty()) muted(ui, ui("why.find.none"));
  for (const std::string& hit : why.hits) {
    std::string says = hit;
    if (hit.starts_with("rep "))
      says = ui.run().scenario->seats()[std::stoul(hit.substr(4)) - 1].name;
    else if (hit.starts_with("deal "))
      says = fmt::format("{} {}", ui("why.deal"), hit.substr(5));
    else if (hit.starts_with("account "))
      says = fmt::format("{} {}", ui("why.account"), hit.substr(8));
    if (choose(hit, says)) ui.ask("select " + hit);
  }
  ImGui::Separator();
}

}  // namespace

void why_nothing(Ui& ui, Why& why) {
  muted(ui, ui("why.nothing"));
  search_box(ui, why);
  if (why.journal == nullptr) return;
  gather(ui, why);
  heading(ui, ui("why.happened"));
  if (why.happenings.empty())
    muted(ui, ui.day == 0 ? ui("why.happened.start") : ui("why.happened.none"));
  for (const auto& [kind, places] : why.happenings) {
    const bool telling = std::ranges::find(kTelling, kind) - std::begin(kTelling) <
                         static_cast<std::ptrdiff_t>(kOpen);
    const std::string id(kind);
    ImGui::PushID(id.c_str());
    if (ImGui::TreeNodeEx("##kind", telling ? ImGuiTreeNodeFlags_DefaultOpen : 0, "%s (%zu)",
                          kind_title(ui, kind).c_str(), places.size())) {
      entry_rows(ui, why, places, true, kOfAKind);
      ImGui::TreePop();
    }
    ImGui::PopID();
  }
}

}  // namespace tandem::viewer
