// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/model/model.h"

namespace tandem {

/// One open opportunity. Its identity is (account, n) under every policy. One cache line.
struct Deal {
  std::uint64_t id = 0;
  double value = 0;      ///< list value, money
  double work_left = 0;  ///< hours of this stage still to do
  double worth = 0;      ///< worth of the next hour on it to its rep, money
  float idle_left = 0;   ///< Exp(1) threshold less the hazard of neglect so far
  float competitor = 0;  ///< strength of the rival, in [0, 1]
  std::int32_t account = 0;
  std::int32_t finder = 0;   ///< seat that found it: another one after a hand-over to a closer
  std::int32_t created = 0;  ///< day
  std::int32_t until = 0;    ///< the buyer answers on this day, while `with_buyer`
  std::int16_t waited = 0;   ///< days it waited for the rep in this stage
  std::int16_t product = -1;
  std::int16_t second_topic = -1;
  std::uint8_t topic = 0;
  Stage stage : 4 = Stage::qualify;
  bool with_buyer : 1 = false;   ///< the stage's work is done; the buyer has it
  bool fast : 1 = false;         ///< a quick purchase
  bool from_start : 1 = false;   ///< was open on day 0
  bool to_prospect : 1 = false;  ///< the account was no customer when the deal arose
};

/// Open deals: for each seat the list of those it works on, the most urgent first, side by side in
/// memory as each day goes through them.
class Deals {
 public:
  void reset(int seats, int expected_a_seat);
  void open(int seat, const Deal& deal);  ///< at its place by worth
  void close(int seat, int place);
  void sort(int seat);  ///< by worth, ties by age and id

  [[nodiscard]] std::span<Deal> of(int seat) { return {row(seat), size(seat)}; }
  [[nodiscard]] std::span<const Deal> of(int seat) const { return {row(seat), size(seat)}; }
  [[nodiscard]] int count(int seat) const { return count_[static_cast<std::size_t>(seat)]; }
  [[nodiscard]] int seats() const { return static_cast<int>(count_.size()); }

 private:
  Deal* row(int seat) { return lists_.data() + static_cast<std::size_t>(seat) * stride_; }
  [[nodiscard]] const Deal* row(int seat) const {
    return lists_.data() + static_cast<std::size_t>(seat) * stride_;
  }
  [[nodiscard]] std::size_t size(int seat) const {
    return static_cast<std::size_t>(count_[static_cast<std::size_t>(seat)]);
  }
  void widen();

  std::vector<Deal> lists_;  ///< [seat x stride]
  std::vector<int> count_;
  std::size_t stride_ = 0;
};

template <class Visitor, class D>
void visit_deal(D& d, Visitor&& visit) {
  visit("id", d.id);
  visit("account", d.account);
  visit("finder", d.finder);
  visit("created", d.created);
  visit("until", d.until);
  visit("product", d.product);
  visit("topic", d.topic);
  visit("second topic", d.second_topic);
  visit("stage", static_cast<int>(d.stage));
  visit("with buyer", static_cast<int>(d.with_buyer));
  visit("fast", static_cast<int>(d.fast));
  visit("from start", static_cast<int>(d.from_start));
  visit("to prospect", static_cast<int>(d.to_prospect));
  visit("value", d.value);
  visit("competitor", d.competitor);
  visit("work left", d.work_left);
  visit("waited", d.waited);
  visit("idle threshold left", d.idle_left);
  visit("worth", d.worth);
}

}  // namespace tandem
