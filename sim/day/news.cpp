// SPDX-License-Identifier: Apache-2.0
#include "sim/day/news.h"

#include <algorithm>
#include <bit>

#include "sim/base/gamma.h"
#include "sim/base/luck_many.h"
#include "sim/base/math.h"
#include "sim/day/ties.h"
#include "sim/rules/market.h"

namespace tandem {

namespace {

bool has_pipeline(const Model& model, int territory) {
  return std::ranges::any_of(model.territory_seats[territory], [&](int seat) {
    return model.sells(seat) && model.seat_selling[seat] == Selling::pipeline;
  });
}

// The first day on which something may arise anywhere.
bool begin(const Firm& firm, State& state) {
  News& news = state.news;
  if (news.begun()) return true;
  const Model& model = firm.model;
  bool any = false;
  for (int r = 0; r < model.territories; ++r)
    any = any || (firm.of_territory(state, r).p.item_rate > 0 && has_pipeline(model, r));
  if (!any) return false;
  const auto seats = static_cast<std::size_t>(model.seats);
  const auto territories = static_cast<std::size_t>(model.territories);
  news.on_topic.assign(static_cast<std::size_t>(model.topics), 0);
  for (auto* of : {&news.place, &news.owner, &news.topic, &news.number, &news.born, &news.stale})
    of->assign(News::kMost, 0);
  news.accuracy.assign(News::kMost, 0);
  news.id.assign(News::kMost, 0);
  news.arrives.assign(News::kMost * territories, 0);
  news.held.assign(seats, 0);
  news.told.assign(seats, 0);
  news.arisen.assign(territories, 0);
  for (const std::uint64_t id : model.territory_id)
    news.left.push_back(rules::threshold(state.luck, Purpose::item_gap, id, 0));
  return true;
}

// What a day changes among the items: who holds and is told what follows from it in one pass.
struct Turnover {
  std::uint64_t dropped = 0, arisen = 0;
};

void drop(News& news, int item, Turnover& turnover) {
  const std::uint64_t rest = ~bit(item);
  news.live &= rest;
  news.written &= rest;
  news.recorded &= rest;
  news.on_topic[news.topic[item]] &= rest;
  turnover.dropped |= bit(item);
  turnover.arisen &= rest;
}

void update_seats(News& news, const Turnover& turnover) {
  if (turnover.dropped != 0) {
    for (std::uint64_t& held : news.held) held &= ~turnover.dropped;
    for (std::uint64_t& told : news.told) told &= ~turnover.dropped;
  }
  for (std::uint64_t left = turnover.arisen; left != 0; left &= left - 1)
    news.held[news.owner[std::countr_zero(left)]] |= left & -left;
}

// A place for another item: the oldest gives way where there is none.
int free_place(State& state, Turnover& turnover) {
  News& news = state.news;
  if (news.live != ~std::uint64_t{0}) return std::countr_one(news.live);
  int oldest = 0;
  for (int item = 1; item < News::kMost; ++item)
    if (news.number[item] < news.number[oldest]) oldest = item;
  drop(news, oldest, turnover);
  ++state.today.soft_limits;
  return oldest;
}

// Who of a territory notices something, in turn from an addressed place; -1: nobody is there.
int noticed_by(const Firm& firm, const State& state, int territory, std::uint32_t luck) {
  const std::vector<int>& seats = firm.model.territory_seats[territory];
  for (std::size_t i = 0; i < seats.size(); ++i) {
    const int seat = seats[(luck + i) % seats.size()];
    if (state.people.present[seat]) return seat;
  }
  return -1;
}

// The day from which deals of each territory turn on an item.
void spread(const Firm& firm, State& state, int item) {
  const Model& model = firm.model;
  News& news = state.news;
  const double mean = firm.of_firm(state).p.item_spread;
  std::vector<double>& logs = state.room.known;
  logs.resize(model.territory_id.size());
  uniforms(state.luck, Purpose::item_traits, model.territory_id, news.id[item], 0, 2, logs.data());
  math::log_all(logs.data(), logs.size());
  for (int r = 0; r < model.territories; ++r) {
    const double days = r == news.place[item] ? 0 : mean * -logs[r];
    news.arrives[item * model.territories + r] = state.day + math::whole(std::min(days, 1e6));
  }
}

void arise(const Firm& firm, State& state, int territory, std::uint32_t n, Turnover& turnover) {
  const Model& model = firm.model;
  News& news = state.news;
  const Parameters& p = firm.of_territory(state, territory).p;
  const std::uint64_t id = mix64(model.territory_id[territory] + 0x9E3779B97F4A7C15u * (n + 1));
  const Block luck = state.luck.block(Purpose::item_traits, id, 0, 0);
  const int owner = noticed_by(firm, state, territory, luck[0]);
  if (owner < 0 || state.undoes(NoteKind::news, owner, static_cast<int>(n) + 1)) return;
  const int topic = pick(model.topics_upto(territory), uniform32(luck[1]));

  const int item = free_place(state, turnover);
  news.live |= bit(item);
  news.on_topic[topic] |= bit(item);
  turnover.arisen |= bit(item);
  news.place[item] = territory;
  news.owner[item] = owner;
  news.topic[item] = topic;
  news.number[item] = ++news.count;
  news.born[item] = state.day;
  const Block life = state.luck.block(Purpose::item_traits, id, 0, 1);
  news.stale[item] =
      state.day + std::max(1, math::whole(p.item_life * erlang(p.item_life_shape, life)));
  news.accuracy[item] = p.item_accuracy + (1 - p.item_accuracy) * uniform32(luck[2]);
  news.id[item] = id;
  spread(firm, state, item);
  if (state.notes.on)
    state.notes.add({.kind = NoteKind::news,
                     .day = state.day,
                     .seat = owner,
                     .number = topic,
                     .part = static_cast<int>(n) + 1,
                     .item = news.number[item],
                     .value = news.accuracy[item]});
}

// An item is recorded with the chance that facts are; its luck belongs to the item.
bool gets_recorded(const Firm& firm, const State& state, int seat, int item) {
  return firm.of_seat(state, seat).p.crm_on &&
         state.luck.uniform(Purpose::item_record, state.news.id[item], 0, 0) <
             state.people.coverage[seat];
}

void find_records(const Firm& firm, State& state) {
  News& news = state.news;
  for (std::uint64_t left = news.live & ~news.recorded; left != 0; left &= left - 1) {
    const int item = std::countr_zero(left), owner = news.owner[item];
    const int days = math::whole(firm.of_seat(state, owner).p.item_record_days);
    if (state.day != news.born[item] + days || !(news.held[owner] & bit(item)) ||
        !gets_recorded(firm, state, owner, item))
      continue;
    news.recorded |= bit(item);
    const Model::Circle& circle = circle_of(firm, owner);
    for (const int mate : circle.seats())
      if (state.people.present[mate]) news.told[mate] |= bit(item);
  }
}

}  // namespace

void start_news(State& state) {
  News& news = state.news;
  news.live = news.written = news.recorded = 0;
  news.count = 0;
  for (auto* of : {&news.place, &news.owner, &news.topic, &news.number, &news.born, &news.stale,
                   &news.arrives})
    of->clear();
  for (auto* of : {&news.on_topic, &news.id, &news.held, &news.told}) of->clear();
  news.accuracy.clear();
  news.left.clear();
  news.arisen.clear();
}

void bring_news(const Firm& firm, State& state) {
  if (!firm.of_firm(state).p.items_on || !begin(firm, state)) return;
  const Model& model = firm.model;
  News& news = state.news;
  Turnover turnover;
  for (std::uint64_t left = news.live; left != 0; left &= left - 1)
    if (const int item = std::countr_zero(left); news.stale[item] <= state.day)
      drop(news, item, turnover);
  for (int r = 0; r < model.territories; ++r) {
    const double rate = firm.of_territory(state, r).p.item_rate / model.calendar.year;
    if (rate <= 0 || !has_pipeline(model, r)) continue;
    news.left[r] -= rate;
    while (news.left[r] < 0) {
      const std::uint32_t n = news.arisen[r]++;
      news.left[r] += rules::threshold(state.luck, Purpose::item_gap, model.territory_id[r], n + 1);
      arise(firm, state, r, n, turnover);
    }
  }
  update_seats(news, turnover);
  find_records(firm, state);
}

void take_in_news(const Firm& firm, State& state) {
  News& news = state.news;
  if (news.live == 0) return;
  for (int seat = 0; seat < firm.model.seats; ++seat) {
    std::uint64_t fresh = news.told[seat] & ~news.held[seat];
    news.told[seat] = 0;
    if (fresh == 0) continue;
    const Parameters& p = firm.of_seat(state, seat).p;
    state.people.talk[seat] += p.item_reading * std::popcount(fresh);
    for (int room = math::whole(p.item_attention); room > 0 && fresh != 0; --room) {
      int newest = std::countr_zero(fresh);
      for (std::uint64_t left = fresh; left != 0; left &= left - 1)
        if (const int item = std::countr_zero(left); news.number[item] > news.number[newest])
          newest = item;
      fresh &= ~bit(newest);
      news.held[seat] |= bit(newest);
      if (state.notes.on)
        state.notes.add({.kind = NoteKind::heard,
                         .day = state.day,
                         .seat = seat,
                         .part = newest + 1,
                         .item = news.number[newest],
                         .value = double(state.day - news.born[newest])});
    }
  }
}

void leave_news(const Firm& firm, State& state, int seat) {
  News& news = state.news;
  if (news.live == 0) return;
  for (std::uint64_t left = news.held[seat]; left != 0; left &= left - 1)
    if (const int item = std::countr_zero(left); gets_recorded(firm, state, seat, item))
      news.recorded |= bit(item);
  news.held[seat] = news.told[seat] = 0;
}

void find_news(const Firm& firm, State& state, int seat) {
  News& news = state.news;
  for (std::uint64_t left = news.live & news.recorded; left != 0; left &= left - 1) {
    const int item = std::countr_zero(left);
    if (firm.model.seat_circle[news.owner[item]] == firm.model.seat_circle[seat])
      news.told[seat] |= bit(item);
  }
}

NewsOnDeal news_on(const Firm& firm, const State& state, int seat, const Deal& deal) {
  const News& news = state.news;
  NewsOnDeal out;
  if (news.live == 0) return out;
  std::uint64_t about = news.about(deal);
  if (about == 0) return out;
  const Model& model = firm.model;
  const int territory = model.account[deal.account].territory;
  const double need = firm.of_territory(state, territory).p.item_need;
  const std::uint64_t held = news.held[seat] | (deal.partner >= 0 ? news.held[deal.partner] : 0);
  double accuracy = 0;
  for (; about != 0; about &= about - 1) {
    const int item = std::countr_zero(about);
    if (!news.has_come(item, territory, model.territories, state.day)) continue;
    if (state.luck.uniform(Purpose::item_need, deal.id ^ news.id[item], 0,
                           static_cast<std::uint32_t>(deal.stage)) >= need)
      continue;
    if (held & bit(item)) {  // the most accurate of those held counts
      if (news.accuracy[item] <= accuracy) continue;
      accuracy = news.accuracy[item];
      out.age = state.day - news.born[item];
      out.number = news.number[item];
    } else if (out.number == 0) {
      out.number = news.number[item];
    }
  }
  if (out.number > 0)
    out.term = rules::news_term(firm.of_seat(state, seat), accuracy > 0, accuracy);
  return out;
}

}  // namespace tandem
