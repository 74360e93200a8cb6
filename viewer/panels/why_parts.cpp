// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/why_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "viewer/text/journal_words.h"

namespace tandem::viewer {

namespace {

constexpr std::string_view kHours = "hours: ";  // terms that are no reasons but the decision itself

/// A word by its id; what has no entry stands for itself.
std::string word_of(std::span<const Entry> words, std::string_view id, Language language) {
  for (const Entry& word : words)
    if (id == word.id) return language == Language::zh ? word.zh : word.en;
  return std::string(id);
}

void coloured(const std::string& text, ImU32 colour) {
  ImGui::PushStyleColor(ImGuiCol_Text, colour);
  wrapped(text);
  ImGui::PopStyleColor();
}

}  // namespace

void draw_traces(const Ui& ui, std::span<const Trace> traces, int last, ImVec2 size) {
  const ImVec2 low = ImGui::GetCursorScreenPos();
  ImGui::Dummy(size);
  if (!ImGui::IsRectVisible(low, {low.x + size.x, low.y + size.y})) return;
  ScreenCanvas screen(ImGui::GetWindowDrawList());
  Canvas& canvas = screen;
  float least = 0, most = 0;
  bool any = false;
  // No more points than there are pixels for, and the last day always.
  const float days = static_cast<float>(std::max(ui.session->days(), 1));
  const int step = std::max(static_cast<int>(2 * days / std::max(size.x, 1.0F)), 1);
  const auto each_day = [&](const Trace& trace, auto&& take) {
    const int end = std::min(last, trace.history->days);
    for (int day = 0; day < end + step; day += step)
      take(std::min(day, end), trace.history->figure(std::min(day, end), trace.seat, trace.figure));
  };
  for (const Trace& trace : traces)
    each_day(trace, [&](int, float value) {
      least = any ? std::min(least, value) : value;
      most = any ? std::max(most, value) : value;
      any = true;
    });
  if (!any) return;
  const auto x_of = [&](int day) { return low.x + size.x * static_cast<float>(day) / days; };
  const float inset = 0.12F * size.y, span = most - least;
  static std::vector<ImVec2> points;
  for (const Trace& trace : traces) {
    points.clear();
    each_day(trace, [&](int day, float value) {
      const float share = span > 0 ? (value - least) / span : 0.5F;
      points.push_back({x_of(day), low.y + size.y - inset - share * (size.y - 2 * inset)});
    });
    canvas.polyline(points, trace.colour, 1.5F * ui.scale, trace.dash);
    if (!points.empty()) canvas.circle(points.back(), 2 * ui.scale, trace.colour);
  }
  const float x = x_of(ui.day);
  canvas.line({x, low.y}, {x, low.y + size.y}, with_alpha(ui.colours().line, 0.6F), ui.scale);
}

Dash dash_of(int place) { return static_cast<Dash>(place % 4); }

void muted(const Ui& ui, const std::string& text) { coloured(text, ui.colours().muted); }
bool choose(std::string_view id, const std::string& whole, bool chosen) {
  const float width = std::max(ImGui::GetContentRegionAvail().x, 4 * ImGui::GetFontSize());
  const std::string text = in_lines(whole, width);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float height = ImGui::CalcTextSize(text.c_str(), nullptr, false, width).y;
  ImGui::PushID(id.data(), id.data() + id.size());
  const bool done = ImGui::Selectable("##chosen", chosen, 0, {width, height});
  ImGui::PopID();
  ImGui::GetWindowDrawList()->AddText(ImGui::GetFont(), ImGui::GetFontSize(), at,
                                      ImGui::GetColorU32(ImGuiCol_Text), text.c_str(), nullptr,
                                      width);
  return done;
}

std::string kind_title(const Ui& ui, std::string_view kind) {
  return word_of(kKindWords, kind, ui.language);
}

std::string term_title(const Ui& ui, std::string_view term) {
  if (ui.language == Language::en) return std::string(term);
  const auto colon = term.find(": ");
  if (colon == std::string_view::npos) return word_of(kTermWords, term, ui.language);
  return word_of(kTermWords, term.substr(0, colon), ui.language) + "：" +
         word_of(kTermWords, term.substr(colon + 2), ui.language);
}

std::string undone_title(const Ui& ui, const JournalEntry& entry) {
  if (ui.language == Language::en) return std::string(entry.undone);
  return word_of(kUndoneWords, entry.kind, ui.language);
}

std::string sentence_of(const Ui& ui, const JournalEntry& entry) {
  return told(entry.said, ui.language);
}

void entry_row(Ui& ui, const JournalEntry& entry, const char* lead) {
  if (choose(entry.id,
             fmt::format("{}  {}{}", day_title(ui, entry.day), lead, sentence_of(ui, entry))))
    ui.ask("select event " + entry.id);
}

TermSum sum_of(std::string_view kind) {
  if (kind == "morale") return TermSum::level;
  if (kind == "hazard") return TermSum::log_rate;
  constexpr std::string_view kLogit[] = {
      "passed",      "won",     "lost",       "asked",  "helped",
      "joined_deal", "offered", "deal_taken", "sought", "customer_followed"};
  return std::ranges::find(kLogit, kind) != std::end(kLogit) ? TermSum::logit : TermSum::none;
}

double terms_together(const JournalEntry& entry) {
  double sum = 0;
  for (const auto& [name, value] : entry.terms) sum += value;
  return sum;
}

void term_bars(const Ui& ui, const JournalEntry& entry) {
  std::vector<std::pair<std::string_view, double>> terms;
  std::string hours;
  for (const auto& [name, value] : entry.terms)
    if (name.starts_with(kHours))
      hours += fmt::format("{}{} {:.1f}", hours.empty() ? "" : ", ",
                           term_title(ui, name.substr(kHours.size())), value);
    else if (value != 0)
      terms.emplace_back(name, value);
  std::ranges::stable_sort(terms, std::greater(),
                           [](const auto& term) { return std::fabs(term.second); });
  const Palette& p = ui.colours();
  const float em = ui.em();
  if (!terms.empty() &&
      ImGui::BeginTable("terms", 3, ImGuiTableFlags_SizingStretchProp | ImGuiTableFlags_NoClip)) {
    ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthStretch, 1.2F);
    ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthFixed, 4.2F * em);
    ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthStretch, 1.0F);
    const double largest = std::fabs(terms.front().second);
    for (const auto& [name, value] : terms) {
      ImGui::TableNextColumn();
      wrapped(term_title(ui, name));
      ImGui::TableNextColumn();
      const std::string says = signed_number(value);
      ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x -
                           ImGui::CalcTextSize(says.c_str()).x);
      ImGui::TextUnformatted(says.c_str());
      ImGui::TableNextColumn();
      const ImVec2 at = ImGui::GetCursorScreenPos();
      const float width = ImGui::GetContentRegionAvail().x, middle = at.x + width / 2;
      const auto end = middle + static_cast<float>(value / largest) * width / 2;
      ScreenCanvas screen(ImGui::GetWindowDrawList());
      screen.rect(
          {{std::min(middle, end), at.y + 0.15F * em}, {std::max(middle, end), at.y + 0.9F * em}},
          value < 0 ? p.worse : p.better, 0);
      screen.line({middle, at.y}, {middle, at.y + 1.05F * em}, p.line, ui.scale, Dash::solid);
      ImGui::Dummy({width, em});
    }
    ImGui::EndTable();
  }
  const double sum = terms_together(entry);
  switch (terms.empty() ? TermSum::none : sum_of(entry.kind)) {
    case TermSum::none:
      break;
    case TermSum::logit:
      muted(ui, fmt::format(fmt::runtime(ui("why.sum.logit")), signed_number(sum),
                            number(1 / (1 + std::exp(-sum)), "share")));
      break;
    case TermSum::level:
      muted(ui, fmt::format(fmt::runtime(ui("why.sum.level")), number(sum, "share")));
      break;
    case TermSum::log_rate:
      muted(ui, fmt::format(fmt::runtime(ui("why.sum.rate")), signed_number(sum),
                            number(std::exp(sum))));
      break;
  }
  if (!hours.empty()) muted(ui, fmt::format("{} {}", ui("why.hours"), hours));
}

void luck_bar(const Ui& ui, const JournalEntry& entry) {
  if (!entry.chance || !entry.luck) return;
  const Palette& p = ui.colours();
  const float em = ui.em(), width = std::min(ImGui::GetContentRegionAvail().x, 20 * em);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const bool yes = *entry.luck < *entry.chance;
  ScreenCanvas canvas(ImGui::GetWindowDrawList());
  const auto x_of = [&](double share) {
    return at.x + width * static_cast<float>(std::clamp(share, 0.0, 1.0));
  };
  canvas.rect({at, {at.x + width, at.y + 0.8F * em}}, p.raised, 3);
  canvas.rect({at, {x_of(*entry.chance), at.y + 0.8F * em}}, mix(p.raised, p.accent, 0.6F), 3);
  const float x = x_of(*entry.luck);
  canvas.line({x, at.y - 0.1F * em}, {x, at.y + 0.9F * em}, p.text, 2 * ui.scale, Dash::solid);
  canvas.circle({x, at.y + 0.4F * em}, 0.22F * em, p.text);
  ImGui::Dummy({width, em});
  wrapped(fmt::format(fmt::runtime(yes ? ui("why.luck.yes") : ui("why.luck.no")),
                      number(*entry.chance, "share"), number(*entry.luck, "share")));
}

const JournalEntry& Why::entry(std::size_t place) {
  const auto found = read.find(place);
  if (found != read.end()) return found->second;
  if (read.size() > 4000) read.clear();
  return read.emplace(place, journal->entry(place)).first->second;
}

std::span<const std::size_t> Why::shown(const Ui& ui, const std::vector<std::size_t>& of) const {
  const auto end = std::ranges::partition_point(
      of, [&](std::size_t place) { return noted_on(*journal, place) < until(ui); });
  return {of.begin(), end};
}

}  // namespace tandem::viewer
