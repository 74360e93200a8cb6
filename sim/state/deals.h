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
  int waited = 0;            ///< days it waited for the rep so far
  double idle_left = 0;      ///< Exp(1) threshold less the hazard of neglect so far
};

/// Open deals: a pool of slots and for each seat the list of those it works on, the most urgent
/// first.
class Deals {
 public:
  /// What a day must know of every open deal; the deal itself is looked at when it is due.
  struct Entry {
    double worth;  ///< of the next hour on it to its rep, money
    int slot;
    int due;  ///< day from which it needs somebody: kNow, or when the buyer answers
  };
  static constexpr int kNow = -(1 << 30);

  void reset(int seats, int expected_a_seat);
  /// Puts a deal in a free slot and at its place by worth in its seat's list.
  void open(const Deal& deal, double worth);
  void close(int seat, int place);  ///< off the seat's list; the slot is free
  /// The same for a deal that goes to another seat's list.
  void move(int slot, int seat, double worth);
  void sort(int seat);  ///< by worth, ties by age and id

  [[nodiscard]] Deal& operator[](int slot) { return pool_[static_cast<std::size_t>(slot)]; }
  [[nodiscard]] const Deal& operator[](int slot) const {
    return pool_[static_cast<std::size_t>(slot)];
  }
  [[nodiscard]] std::span<Entry> of(int seat) { return {row(seat), size(seat)}; }
  [[nodiscard]] std::span<const Entry> of(int seat) const { return {row(seat), size(seat)}; }
  [[nodiscard]] int count(int seat) const { return count_[static_cast<std::size_t>(seat)]; }
  [[nodiscard]] int seats() const { return static_cast<int>(count_.size()); }

 private:
  /// Does `a` come before `b` in a list?
  [[nodiscard]] bool before(const Entry& a, const Entry& b) const {
    if (a.worth != b.worth) return a.worth > b.worth;
    const Deal &left = (*this)[a.slot], &right = (*this)[b.slot];
    return left.created != right.created ? left.created < right.created : left.id < right.id;
  }
  Entry* row(int seat) { return lists_.data() + static_cast<std::size_t>(seat) * stride_; }
  [[nodiscard]] const Entry* row(int seat) const {
    return lists_.data() + static_cast<std::size_t>(seat) * stride_;
  }
  [[nodiscard]] std::size_t size(int seat) const {
    return static_cast<std::size_t>(count_[static_cast<std::size_t>(seat)]);
  }
  void remove(int seat, int place);
  void insert(int seat, Entry entry);
  void widen();

  std::vector<Deal> pool_;
  std::vector<int> free_;
  std::vector<Entry> lists_;  ///< [seat x stride]
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
}

}  // namespace tandem
