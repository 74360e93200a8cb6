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

// Moves the last deal up to its place.
void rise(Deal* first, Deal* last) {
  const Deal deal = *last;
  for (; last > first && before(deal, last[-1]); --last) *last = last[-1];
  *last = deal;
}

}  // namespace

void Deals::reset(int seats, int expected_a_seat) {
  const auto n = static_cast<size_t>(seats);
  stride_ = std::max(stride_, static_cast<size_t>(expected_a_seat));
  lists_.resize(n * stride_);
  count_.assign(n, 0);
}

void Deals::open(int seat, const Deal& deal) {
  if (size(seat) == stride_) widen();
  Deal* const list = row(seat);
  Deal* const last = list + count_[static_cast<size_t>(seat)]++;
  *last = deal;
  rise(list, last);
}

void Deals::close(int seat, int place) {
  const auto list = of(seat);
  std::copy(list.begin() + place + 1, list.end(), list.begin() + place);
  --count_[static_cast<size_t>(seat)];
}

void Deals::sort(int seat) {
  // Insertion sort: the order hardly changes from week to week, and nothing is allocated.
  Deal* const list = row(seat);
  for (int i = 1; i < count(seat); ++i)
    if (before(list[i], list[i - 1])) rise(list, list + i);
}

void Deals::widen() {
  const size_t wide = stride_ * 2;
  std::vector<Deal> lists(count_.size() * wide);
  for (int seat = 0; seat < seats(); ++seat)
    std::ranges::copy(of(seat), lists.begin() + static_cast<std::ptrdiff_t>(seat) *
                                                    static_cast<std::ptrdiff_t>(wide));
  lists_ = std::move(lists);
  stride_ = wide;
}

}  // namespace tandem
