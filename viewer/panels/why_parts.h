// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <climits>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tandem/journal.h"
#include "viewer/panels/shown.h"
#include "viewer/plots/canvas.h"
#include "viewer/ui.h"

// What the panels "why" and "compare" are put together from.
namespace tandem::viewer {

/// One figure of a seat over days.
struct Trace {
  const History* history = nullptr;
  int seat = 0;
  std::size_t figure = 0;
  ImU32 colour = 0;
  Dash dash = Dash::solid;
};
/// Small lines on one scale, of days 0 to `last` on an axis of all days; takes up the size given.
void draw_traces(const Ui& ui, std::span<const Trace> traces, int last, ImVec2 size);
/// How the lines of a run are drawn: A, B, C, D.
[[nodiscard]] Dash dash_of(int place);

void muted(const Ui& ui, const std::string& text);  ///< wraps, too
/// A text that can be chosen by mouse or key; wraps. `id` tells it from others beside it.
bool choose(std::string_view id, const std::string& text, bool chosen = false);

/// What an entry says.
[[nodiscard]] std::string sentence_of(const Ui& ui, const JournalEntry& entry);
[[nodiscard]] std::string kind_title(const Ui& ui, std::string_view kind);
/// A named term; "deals: pay now" has two parts.
[[nodiscard]] std::string term_title(const Ui& ui, std::string_view term);
/// What is so without an event.
[[nodiscard]] std::string undone_title(const Ui& ui, const JournalEntry& entry);
/// "day 87  …"; chosen, it is asked for as the selection.
void entry_row(Ui& ui, const JournalEntry& entry, const char* lead = "");
/// Named terms by size, what they add up to and in which unit.
void term_bars(const Ui& ui, const JournalEntry& entry);
/// Chance and what luck drew; nothing where chance had no part.
void luck_bar(const Ui& ui, const JournalEntry& entry);

/// Terms add up to something, of these kinds of entries; else they only stand beside each other.
enum class TermSum { none, logit, level, log_rate };
[[nodiscard]] TermSum sum_of(std::string_view kind);
[[nodiscard]] double terms_together(const JournalEntry& entry);

/// The day on which an entry was noted, in the order of places: what lies before the start was noted
/// on the first day.
[[nodiscard]] inline int noted_on(const Journal& journal, std::size_t place) {
  return std::max(journal.day(place), 0);
}

/// State of the panel "why".
struct Why {
  // Of what
  std::uint64_t version = ~std::uint64_t{0};  ///< of the history of the run looked at, and one
  int run = -1;                               ///< looked at
  std::shared_ptr<const History> kept;        ///< where the selection is found,
  const Journal* journal = nullptr;           ///< its journal; null: it is still being followed
  int journal_run = -1;                       ///< and whose that is
  Selection selection;
  // Found there
  std::vector<std::size_t>
      places;  ///< of the entries about it, in their order; of an event its own
  std::vector<std::size_t> followed;  ///< of an event
  struct Link {
    int depth;
    std::size_t place;
    bool main;
  };
  std::vector<Link> chain;  ///< of an event: main causes to the root, some others beside them
  std::vector<std::pair<std::string_view, std::vector<std::size_t>>> happenings;  ///< by kind
  int happenings_until = INT_MIN;
  std::map<std::size_t, JournalEntry> read;
  // As the person likes it
  bool to_come = false;  ///< entries after the cursor's day, too
  bool all = false;      ///< of long lists all
  std::string query;     ///< of the search box
  std::vector<std::string> hits;
  std::string hits_of;

  /// Days before which entries are shown.
  [[nodiscard]] int until(const Ui& ui) const { return to_come ? INT_MAX : ui.day; }
  const JournalEntry& entry(std::size_t place);
  /// Those of places that lie before until().
  [[nodiscard]] std::span<const std::size_t> shown(const Ui& ui,
                                                   const std::vector<std::size_t>& of) const;
};
/// Looks up what is selected, if that or the run is another than before.
void dig(const Ui& ui, Why& why);

void why_rep(Ui& ui, Why& why);
void why_deal(Ui& ui, Why& why);
void why_account(Ui& ui, Why& why);
void why_event(Ui& ui, Why& why);
void why_nothing(Ui& ui, Why& why);
/// Name of a seat of the run looked at, to be chosen.
void seat_link(Ui& ui, int seat);
/// Rows for the last of these entries, newest first; the others on demand.
void entry_rows(Ui& ui, Why& why, std::span<const std::size_t> places, bool newest_first,
                std::size_t most = 12);

}  // namespace tandem::viewer
