// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <bit>

#include "sim/base/math.h"
#include "sim/day/asking.h"
#include "sim/day/news.h"
#include "sim/day/ties.h"
#include "sim/rules/help.h"
#include "sim/rules/hours.h"

namespace tandem {

namespace {

enum Channel { in_meeting, in_passing, in_report, in_writing };

rules::HelpTerms terms_of_telling(const Firm& firm, const State& state, int seat, double trust,
                                  double asked_to) {
  auto terms = rules::help_terms(firm.of_seat(state, seat), telling(firm, state, seat, trust));
  terms.base += asked_to;
  return terms;
}

// `to`: a seat; -1: whoever is there or reads it.
void note_telling(State& state, int seat, int item, Channel channel, bool tells, double chance,
                  double luck, const rules::HelpTerms& why, int to = -1) {
  if (!state.notes.on) return;
  const int part = told_part(channel, item, to);
  for (const Note& note : state.notes.all)  // one says it once a day
    if (note.kind == NoteKind::told && note.seat == seat && note.part == part) return;
  state.notes.add_with({.kind = NoteKind::told,
                        .day = state.day,
                        .seat = seat,
                        .number = channel,
                        .part = part,
                        .item = state.news.number[item],
                        .value = tells ? 1.0 : 0.0,
                        .chance = chance,
                        .luck = luck},
                       why);
}

// Of what comes up, a meeting has time for some: the first in an addressed order.
void keep_to_time(const PolicySet& set, std::vector<std::pair<double, int>>& order) {
  const auto room = static_cast<std::size_t>(rules::room_for_items(set));
  if (order.size() <= room) return;
  std::nth_element(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(room), order.end());
  order.resize(room);
}

// Each hears what the partner holds.
void mention_in_pairs(const Firm& firm, State& state, const PolicySet& set, std::uint64_t unique,
                      std::uint64_t meeting) {
  News& news = state.news;
  Room& room = state.room;
  std::uint64_t unique_told = 0;
  const double m = rules::mention(set);
  for (std::size_t i = 0; i < room.seats.size(); ++i) {
    if (room.partner[i] < 0) continue;
    const int seat = room.seats[i], mate = room.seats[room.partner[i]];
    if (news.held[mate] == 0) continue;
    const auto why = terms_of_telling(firm, state, mate, trust_in(firm, state, mate, seat),
                                      set.p.meeting_structure);
    const double chance = m * math::logistic(why.sum());
    room.order.clear();
    for (std::uint64_t left = news.held[mate]; left != 0; left &= left - 1) {
      const int item = std::countr_zero(left);
      const Block luck = state.luck.block(
          Purpose::item_talk, meeting ^ news.id[item] ^ firm.model.seat_id[seat], state.day, 1);
      const bool tells = uniform32(luck[0]) < chance;
      note_telling(state, mate, item, in_meeting, tells, chance, uniform32(luck[0]), why, seat);
      if (tells) room.order.emplace_back(uniform32(luck[1]), item);
    }
    keep_to_time(set, room.order);
    for (const auto& [_, item] : room.order) {
      news.told[seat] |= bit(item);
      unique_told |= unique & bit(item);
    }
  }
  state.today.unique_shared += std::popcount(unique_told);
}

// Each hears whatever comes up.
void mention_to_all(const Firm& firm, State& state, const PolicySet& set, std::uint64_t unique,
                    std::uint64_t meeting) {
  News& news = state.news;
  Room& room = state.room;
  const double asked_to = rules::asked_to_tell(set);
  std::uint64_t held = 0;
  for (const int seat : room.seats) held |= news.held[seat];
  room.order.clear();
  for (std::uint64_t left = news.live & held; left != 0; left &= left - 1) {
    const int item = std::countr_zero(left);
    rules::Mention mention(set);
    rules::HelpTerms why;
    int first = -1;
    for (const int seat : room.seats) {
      if (!(news.held[seat] & bit(item))) continue;
      const auto terms = terms_of_telling(firm, state, seat, 0.5, asked_to);
      mention.holder(math::logistic(terms.sum()));
      if (first < 0) first = seat, why = terms;
    }
    if (first < 0) continue;
    const Block luck = state.luck.block(Purpose::item_talk, meeting ^ news.id[item], state.day, 0);
    const bool comes_up = uniform32(luck[0]) < mention.chance();
    note_telling(state, first, item, in_meeting, comes_up, mention.chance(), uniform32(luck[0]),
                 why);
    if (comes_up) room.order.emplace_back(uniform32(luck[1]), item);
  }
  keep_to_time(set, room.order);
  std::uint64_t talked_about = 0;
  for (const auto& [_, item] : room.order) talked_about |= bit(item);
  for (const int seat : room.seats) news.told[seat] |= talked_about;
  state.today.unique_shared += std::popcount(unique & talked_about);
}

// A circle's day: each item held is told to a mate with a small chance.
void pass_on_in_circle(const Firm& firm, State& state, const Model::Circle& circle) {
  News& news = state.news;
  int held = 0, here = 0;
  for (const int seat : circle.seats()) {
    if (!state.people.present[seat]) continue;
    held += std::popcount(news.held[seat]);
    ++here;
  }
  if (held == 0 || here < 2) return;
  const double mean = firm.of_seat(state, circle.first).p.item_passing * held;
  const std::uint64_t id = firm.model.seat_id[circle.first];
  const double u = state.luck.uniform(Purpose::item_passing, id, state.day, 0);
  const int times = static_cast<int>(mean) + (u < mean - static_cast<int>(mean) ? 1 : 0);
  for (int t = 1; t <= times; ++t) {
    const Block luck =
        state.luck.block(Purpose::item_passing, id, state.day, static_cast<std::uint32_t>(t));
    int place = static_cast<int>(luck[0] % static_cast<std::uint32_t>(held));
    int teller = circle.first;
    for (;; ++teller) {
      if (!state.people.present[teller]) continue;
      const int own = std::popcount(news.held[teller]);
      if (place < own) break;
      place -= own;
    }
    std::uint64_t items = news.held[teller];
    for (; place > 0; --place) items &= items - 1;
    const int item = std::countr_zero(items);
    int other = static_cast<int>(luck[1] % static_cast<std::uint32_t>(here - 1));
    int mate = circle.first;
    for (;; ++mate) {
      if (mate == teller || !state.people.present[mate]) continue;
      if (other-- == 0) break;
    }
    const auto why = terms_of_telling(firm, state, teller, trust_in(firm, state, teller, mate), 0);
    const double chance = math::logistic(why.sum());
    // What one thinks of telling a mate of an item is the same all day.
    const double v = state.luck.uniform(
        Purpose::item_passing,
        state.people.id[teller] ^ mix64(state.people.id[mate]) ^ news.id[item], state.day, 1);
    note_telling(state, teller, item, in_passing, v < chance, chance, v, why, mate);
    if (v < chance) news.told[mate] |= bit(item);
  }
}

bool reports_today(const PolicySet& set, int day) {
  return set.p.report_hours > 0 && rules::falls_on(set.p.report_every, day);
}

// What those who report tell, by whoever is to read it: a team, a territory, everybody.
void report(const Firm& firm, State& state) {
  const Model& model = firm.model;
  News& news = state.news;
  std::vector<std::uint64_t>& items = state.room.items;
  const auto places = static_cast<std::size_t>(model.teams + model.territories + 1);
  bool any = false;
  const auto place = [&](int seat, int scope) {
    return scope == Parameters::meet_team        ? model.seat_team[seat]
           : scope == Parameters::meet_territory ? model.teams + model.seat_territory[seat]
                                                 : model.teams + model.territories;
  };
  for (int seat = 0; seat < model.seats; ++seat) {
    if (!state.people.present[seat] || news.held[seat] == 0) continue;
    const PolicySet& own = firm.of_seat(state, seat);
    if (!reports_today(own, state.day)) continue;
    if (!any) items.assign(places, 0);
    any = true;
    const auto why = terms_of_telling(firm, state, seat, 0.5, own.p.meeting_structure);
    const double chance = math::logistic(why.sum());
    const double u = state.luck.uniform(Purpose::item_report, state.people.id[seat], state.day, 0);
    for (std::uint64_t left = news.held[seat]; left != 0; left &= left - 1)
      note_telling(state, seat, std::countr_zero(left), in_report, u < chance, chance, u, why);
    if (u < chance) items[place(seat, own.p.report_scope)] |= news.held[seat];
  }
  if (!any) return;
  for (int seat = 0; seat < model.seats; ++seat) {
    const PolicySet& own = firm.of_seat(state, seat);
    if (state.people.present[seat] && reports_today(own, state.day))
      news.told[seat] |= items[place(seat, own.p.report_scope)];
  }
}

}  // namespace

void mention_news(const Firm& firm, State& state, const PolicySet& set, std::uint64_t meeting) {
  News& news = state.news;
  if (news.live == 0) return;
  std::uint64_t once = 0, more = 0;
  for (const int seat : state.room.seats) {
    more |= once & news.held[seat];
    once |= news.held[seat];
  }
  const std::uint64_t unique = once & ~more;
  state.today.unique_items += std::popcount(unique);
  if (set.p.meeting_format == Parameters::structured_pairs)
    mention_in_pairs(firm, state, set, unique, meeting);
  else
    mention_to_all(firm, state, set, unique, meeting);
}

void pass_news_on(const Firm& firm, State& state) {
  if (state.news.live == 0) return;
  for (const Model::Circle& circle : firm.model.circles) pass_on_in_circle(firm, state, circle);
  report(firm, state);
}

void answer_with_news(State& state, int seat, int mate, const Deal& deal) {
  News& news = state.news;
  if (news.live == 0) return;
  news.told[seat] |= news.held[mate] & news.about(deal);
}

void write_news(const Firm& firm, State& state, int seat, double willing) {
  News& news = state.news;
  if (news.live == 0) return;
  const auto why = terms_of_telling(firm, state, seat, 0.5, 0);
  for (std::uint64_t left = news.held[seat] & ~news.written; left != 0; left &= left - 1) {
    const int item = std::countr_zero(left);
    const double u = state.luck.uniform(Purpose::item_record, news.id[item] ^ state.people.id[seat],
                                        state.day, 1);
    note_telling(state, seat, item, in_writing, u < willing, willing, u, why);
    if (u < willing) news.written |= bit(item);
  }
}

void read_news(State& state, int seat, const Deal& deal) {
  News& news = state.news;
  if (news.live == 0) return;
  news.told[seat] |= news.written & news.about(deal);
}

}  // namespace tandem
