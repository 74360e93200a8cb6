// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/model/model.h"

namespace tandem {

/// One open opportunity. Its identity is (account, n) under every policy.
struct Deal {
  std::uint64_t id = 0;
  int account = 0;
  int seat = 0;     ///< who works on it
  int finder = 0;   ///< who found it: another seat after a hand-over to a closer
  int created = 0;  ///< day
  int until = 0;    ///< the buyer answers on this day, while `with_buyer`
  std::int16_t product = -1;
  std::int16_t topic = 0, second_topic = -1;
  Stage stage = Stage::qualify;
  bool with_buyer = false;   ///< the stage's work is done; the buyer has it
  bool fast = false;         ///< a quick purchase
  bool from_start = false;   ///< was open on day 0
  bool to_prospect = false;  ///< the account was no customer when the deal arose
  double value = 0;          ///< list value, money
  double competitor = 0;     ///< strength of the rival, in [0, 1]
  double work_left = 0;      ///< hours of this stage still to do
  double waited = 0;         ///< days it waited for the rep so far
  double idle_left = 0;      ///< Exp(1) threshold less the hazard of neglect so far
  double worth = 0;          ///< worth of the next hour on it to its rep, money
};

/// Open deals: a pool of slots and for each seat the slots it works on, the most urgent first.
class Deals {
 public:
  void reset(int seats, int expected_a_seat);
  /// A free slot, put at its place by worth in the seat's list.
  int open(const Deal& deal);
  void close(int slot);           ///< takes it off its seat's list and frees the slot
  void move(int slot, int seat);  ///< to another seat's list
  void sort(int seat);            ///< by worth, ties by age and id

  [[nodiscard]] Deal& operator[](int slot) { return pool_[static_cast<std::size_t>(slot)]; }
  [[nodiscard]] const Deal& operator[](int slot) const {
    return pool_[static_cast<std::size_t>(slot)];
  }
  [[nodiscard]] std::span<const int> of(int seat) const {
    return {lists_.data() + static_cast<std::size_t>(seat) * stride_,
            static_cast<std::size_t>(count_[static_cast<std::size_t>(seat)])};
  }
  [[nodiscard]] int count(int seat) const { return count_[static_cast<std::size_t>(seat)]; }
  [[nodiscard]] int seats() const { return static_cast<int>(count_.size()); }

  /// Does `a` come before `b` in a list?
  [[nodiscard]] static bool before(const Deal& a, const Deal& b) {
    if (a.worth != b.worth) return a.worth > b.worth;
    if (a.created != b.created) return a.created < b.created;
    return a.id < b.id;
  }

 private:
  void insert(int seat, int slot);
  void widen();

  std::vector<Deal> pool_;
  std::vector<int> free_;
  std::vector<int> lists_;  ///< [seat x stride]
  std::vector<int> count_;
  std::size_t stride_ = 0;
};

template <class Visitor, class D>
void visit_deal(D& d, Visitor&& visit) {
  visit("id", d.id);
  visit("account", d.account);
  visit("seat", d.seat);
  visit("finder", d.finder);
  visit("created", d.created);
  visit("until", d.until);
  visit("product", d.product);
  visit("topic", d.topic);
  visit("second topic", d.second_topic);
  visit("stage", d.stage);
  visit("with buyer", d.with_buyer);
  visit("fast", d.fast);
  visit("from start", d.from_start);
  visit("to prospect", d.to_prospect);
  visit("value", d.value);
  visit("competitor", d.competitor);
  visit("work left", d.work_left);
  visit("waited", d.waited);
  visit("idle threshold left", d.idle_left);
  visit("worth", d.worth);
}

}  // namespace tandem
