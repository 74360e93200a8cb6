// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/day/firm.h"
#include "sim/rules/news.h"

// Items of news from the day they arise to the day they are stale, and the channels by which they
// travel (MODEL section 5). Who is told of one takes it in when the day's work begins.
namespace tandem {

/// No item, and none on its way.
void start_news(State& state);

/// Items that are stale go, new ones arise, and mates find what is on record by now.
void bring_news(const Firm& firm, State& state);

/// What the people in room.seats bring up in their meeting; in structured pairs each to whom it
/// tells by room.partner (who learns from whom; -1: nobody).
void mention_news(const Firm& firm, State& state, const PolicySet& set, std::uint64_t meeting);

/// Mates tell each other in passing; reports that are due are written and read.
void pass_news_on(const Firm& firm, State& state);

/// An answer carries what the helper holds on the deal's topics.
void answer_with_news(State& state, int seat, int mate, const Deal& deal);

/// At week's end a writer of articles, willing with this chance, writes items down; a rep who looks
/// for answers on a deal reads them.
void write_news(const Firm& firm, State& state, int seat, double willing);
void read_news(State& state, int seat, const Deal& deal);

/// People take in what they were told, the newest first, as far as attention goes.
void take_in_news(const Firm& firm, State& state);

/// Somebody leaves: what is not on record goes too. Somebody joins and finds what is.
void leave_news(const Firm& firm, State& state, int seat);
void find_news(const Firm& firm, State& state, int seat);

/// What news does to a deal's present stage, and the item that counts; number 0: none does.
struct NewsOnDeal {
  double term = 0;
  int number = 0;
  int age = -1;  ///< days, where the item is held
};
[[nodiscard]] NewsOnDeal news_on(const Firm& firm, const State& state, int seat, const Deal& deal);

}  // namespace tandem
