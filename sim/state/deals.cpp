// SPDX-License-Identifier: Apache-2.0
#include "sim/state/deals.h"

#include <algorithm>

namespace tandem {

using std::size_t;

namespace {

static_assert(sizeof(Deal) == 64, "a deal fills one cache line");

bool before(const Deal& a, const Deal& b) {
  if (a.worth != b.worth) return a.worth > b.worth;
  return a.created != b.created ? a.created < b.created : a.id < b.id;
}

}  // namespace

void Deals::reset(int seats, int expected_a_seat) {
  const auto n = static_cast<size_t>(seats);
  stride_ = std::max(stride_, static_cast<size_t>(expected_a_seat));
  lists_.resize(n * stride_);
  turns_.resize(n * stride_);
  count_.assign(n, 0);
}

void Deals::open(int seat, const Deal& deal, const Turn& turn) {
  if (size(seat) == stride_) widen();
  const size_t last = row(seat) + size(seat);
  ++count_[static_cast<size_t>(seat)];
  lists_[last] = deal;
  turns_[last] = turn;
  rise(row(seat), last);
}

void Deals::close(int seat, int place) {
  std::ranges::copy(of(seat).subspan(static_cast<size_t>(place) + 1), of(seat).begin() + place);
  std::ranges::copy(turns(seat).subspan(static_cast<size_t>(place) + 1),
                    turns(seat).begin() + place);
  --count_[static_cast<size_t>(seat)];
}

void Deals::sort(int seat) {
  // Insertion sort: the order hardly changes from week to week, and nothing is allocated.
  const size_t first = row(seat);
  for (size_t i = first + 1; i < first + size(seat); ++i) rise(first, i);
}

// Moves the last deal up to its place.
void Deals::rise(size_t first, size_t last) {
  size_t place = last;
  while (place > first && before(lists_[last], lists_[place - 1])) --place;
  if (place == last) return;
  const Deal deal = lists_[last];
  const Turn turn = turns_[last];
  for (size_t i = last; i > place; --i) lists_[i] = lists_[i - 1], turns_[i] = turns_[i - 1];
  lists_[place] = deal;
  turns_[place] = turn;
}

void Deals::widen() {
  const size_t wide = stride_ * 2;
  Large<Deal> lists(count_.size() * wide);
  Large<Turn> turns(lists.size());
  for (int seat = 0; seat < seats(); ++seat) {
    const size_t to = static_cast<size_t>(seat) * wide;
    std::copy_n(&lists_[row(seat)], size(seat), &lists[to]);
    std::copy_n(&turns_[row(seat)], size(seat), &turns[to]);
  }
  lists_ = std::move(lists);
  turns_ = std::move(turns);
  stride_ = wide;
}

}  // namespace tandem
