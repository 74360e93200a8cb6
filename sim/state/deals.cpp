// SPDX-License-Identifier: Apache-2.0
#include "sim/state/deals.h"

#include <algorithm>

namespace tandem {

using std::size_t;

void Deals::reset(int seats, int expected_a_seat) {
  pool_.clear();
  free_.clear();
  const auto n = static_cast<size_t>(seats);
  if (stride_ < static_cast<size_t>(expected_a_seat))
    stride_ = static_cast<size_t>(expected_a_seat);
  lists_.assign(n * stride_, {});
  count_.assign(n, 0);
  pool_.reserve(n * static_cast<size_t>(expected_a_seat));
  free_.reserve(pool_.capacity());
}

void Deals::open(const Deal& deal, double worth) {
  int slot;
  if (free_.empty()) {
    slot = static_cast<int>(pool_.size());
    pool_.push_back(deal);
  } else {
    slot = free_.back();
    free_.pop_back();
    (*this)[slot] = deal;
  }
  insert(deal.seat, {worth, slot, deal.with_buyer ? deal.until : kNow});
}

void Deals::close(int seat, int place) {
  free_.push_back(of(seat)[static_cast<size_t>(place)].slot);
  remove(seat, place);
}

void Deals::move(int slot, int seat, double worth) {
  Deal& deal = (*this)[slot];
  const auto list = of(deal.seat);
  const auto entry = std::ranges::find(list, slot, &Entry::slot);
  remove(deal.seat, static_cast<int>(entry - list.begin()));
  deal.seat = seat;
  insert(seat, {worth, slot, deal.with_buyer ? deal.until : kNow});
}

void Deals::sort(int seat) {
  // Insertion sort: the order hardly changes from week to week, and nothing is allocated.
  const auto list = of(seat);
  for (size_t i = 1; i < list.size(); ++i) {
    const Entry entry = list[i];
    size_t j = i;
    for (; j > 0 && before(entry, list[j - 1]); --j) list[j] = list[j - 1];
    list[j] = entry;
  }
}

void Deals::remove(int seat, int place) {
  const auto list = of(seat);
  std::copy(list.begin() + place + 1, list.end(), list.begin() + place);
  --count_[static_cast<size_t>(seat)];
}

void Deals::insert(int seat, Entry entry) {
  if (size(seat) == stride_) widen();
  Entry* list = row(seat);
  int j = count_[static_cast<size_t>(seat)]++;
  for (; j > 0 && before(entry, list[j - 1]); --j) list[j] = list[j - 1];
  list[j] = entry;
}

void Deals::widen() {
  const size_t wide = stride_ * 2;
  std::vector<Entry> lists(count_.size() * wide);
  for (size_t seat = 0; seat < count_.size(); ++seat)
    std::copy_n(lists_.begin() + static_cast<std::ptrdiff_t>(seat * stride_), count_[seat],
                lists.begin() + static_cast<std::ptrdiff_t>(seat * wide));
  lists_ = std::move(lists);
  stride_ = wide;
}

}  // namespace tandem
