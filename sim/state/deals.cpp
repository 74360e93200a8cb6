// SPDX-License-Identifier: Apache-2.0
#include "sim/state/deals.h"

#include <algorithm>

#include "sim/base/check.h"

namespace tandem {

using std::size_t;

void Deals::reset(int seats, int expected_a_seat) {
  const auto n = static_cast<size_t>(seats);
  count_.assign(n, 0);
  turns_.clear();
  slots_.clear();
  make_rows(n, std::max(stride_, static_cast<size_t>(expected_a_seat)));
}

// Empty rows of so many slots.
void Deals::make_rows(size_t seats, size_t stride) {
  stride_ = stride;
  turns_.resize(seats * stride);
  slots_.resize(seats * stride);
  for (size_t seat = 0; seat < seats; ++seat)
    for (size_t slot = 0; slot < stride; ++slot)
      turns_[seat * stride + slot].slot = static_cast<std::uint16_t>(slot);
}

Deal& Deals::open(int seat, const Deal& deal, const Turn& turn) {
  if (size(seat) == stride_) widen();
  const size_t place = size(seat);
  ++count_[static_cast<size_t>(seat)];
  Turn& last = turns_[row(seat) + place];
  const std::uint16_t slot = last.slot;
  last = turn;
  last.slot = slot;
  Deal& opened = slots_[row(seat) + slot];
  opened = deal;
  opened.slot = slot;
  rise(row(seat), place);
  return opened;
}

void Deals::close(int seat, int place) {
  const auto list = turns(seat);
  const auto closed = list.begin() + place;
  const std::uint16_t slot = closed->slot;
  slots_[row(seat) + slot].id = 0;
  std::copy(closed + 1, list.end(), closed);
  list.back().slot = slot;
  --count_[static_cast<size_t>(seat)];
}

void Deals::sort(int seat) {
  // Insertion sort: the order hardly changes from week to week, and nothing is allocated.
  for (size_t place = 1; place < size(seat); ++place) rise(row(seat), place);
}

// Moves the turn at a place of a row up to where it belongs.
void Deals::rise(size_t row, size_t place) {
  Turn* const turns = &turns_[row];
  const Turn turn = turns[place];
  const auto before = [&](const Turn& other) {
    if (turn.worth != other.worth) return turn.worth > other.worth;
    const Deal &a = slots_[row + turn.slot], &b = slots_[row + other.slot];
    return a.created != b.created ? a.created < b.created : a.id < b.id;
  };
  if (place == 0 || !before(turns[place - 1])) return;
  do turns[place] = turns[place - 1], --place;
  while (place > 0 && before(turns[place - 1]));
  turns[place] = turn;
}

int Deals::place_of(int seat, std::uint64_t id) const {
  const auto deals = of(seat);
  for (size_t place = 0; place < deals.size(); ++place)
    if (deals[place].id == id) return static_cast<int>(place);
  return -1;
}

void Deals::widen() {
  const Large<Turn> turns = std::move(turns_);
  const Large<Deal> slots = std::move(slots_);
  const size_t narrow = stride_;
  turns_ = {};
  slots_ = {};
  CHECK(narrow < kMost, "no deal is opened for a seat that is full");
  make_rows(count_.size(), std::min(narrow * 2, kMost));
  for (size_t seat = 0; seat < count_.size(); ++seat) {
    std::copy_n(&turns[seat * narrow], narrow, &turns_[seat * stride_]);
    std::copy_n(&slots[seat * narrow], narrow, &slots_[seat * stride_]);
  }
}

}  // namespace tandem
