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
  lists_.assign(n * stride_, -1);
  count_.assign(n, 0);
  pool_.reserve(n * static_cast<size_t>(expected_a_seat));
  free_.reserve(pool_.capacity());
}

int Deals::open(const Deal& deal) {
  int slot;
  if (free_.empty()) {
    slot = static_cast<int>(pool_.size());
    pool_.push_back(deal);
  } else {
    slot = free_.back();
    free_.pop_back();
    (*this)[slot] = deal;
  }
  insert(deal.seat, slot);
  return slot;
}

void Deals::close(int slot) {
  const int seat = (*this)[slot].seat;
  int* list = lists_.data() + static_cast<size_t>(seat) * stride_;
  int& n = count_[static_cast<size_t>(seat)];
  int* end = list + n;
  std::copy(std::find(list, end, slot) + 1, end, std::find(list, end, slot));
  --n;
  free_.push_back(slot);
}

void Deals::move(int slot, int seat) {
  close(slot);
  free_.pop_back();
  (*this)[slot].seat = seat;
  insert(seat, slot);
}

void Deals::sort(int seat) {
  // Insertion sort: the order hardly changes from week to week, and nothing is allocated.
  int* list = lists_.data() + static_cast<size_t>(seat) * stride_;
  const int n = count_[static_cast<size_t>(seat)];
  for (int i = 1; i < n; ++i) {
    const int slot = list[i];
    int j = i;
    for (; j > 0 && before((*this)[slot], (*this)[list[j - 1]]); --j) list[j] = list[j - 1];
    list[j] = slot;
  }
}

void Deals::insert(int seat, int slot) {
  if (static_cast<size_t>(count_[static_cast<size_t>(seat)]) == stride_) widen();
  int* list = lists_.data() + static_cast<size_t>(seat) * stride_;
  int& n = count_[static_cast<size_t>(seat)];
  int j = n++;
  for (; j > 0 && before((*this)[slot], (*this)[list[j - 1]]); --j) list[j] = list[j - 1];
  list[j] = slot;
}

void Deals::widen() {
  const size_t wide = stride_ * 2;
  std::vector<int> lists(count_.size() * wide, -1);
  for (size_t seat = 0; seat < count_.size(); ++seat)
    std::copy_n(lists_.begin() + static_cast<std::ptrdiff_t>(seat * stride_), count_[seat],
                lists.begin() + static_cast<std::ptrdiff_t>(seat * wide));
  lists_ = std::move(lists);
  stride_ = wide;
}

}  // namespace tandem
