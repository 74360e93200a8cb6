// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "sim/base/hash.h"
#include "sim/base/large_pages.h"
#include "sim/model/model.h"

namespace tandem {

namespace record {
struct Inside;
}

/// Identity of the n-th opportunity of an account under every policy.
[[nodiscard]] constexpr std::uint64_t deal_id(std::uint64_t account, std::uint32_t n) {
  return mix64(account + 0x9E3779B97F4A7C15u * (n + 1));
}

/// How a deal stands to what its stage needs of technical support.
enum class Input : std::uint8_t { not_needed, waited_for, there, missing };

/// One open opportunity. Its identity is (account, n) under every policy.
struct Deal {
  std::uint64_t id = 0;
  double value = 0;     ///< list value, money
  float work_left = 0;  ///< hours of this stage still to do
  // Luck of this stage, drawn when it begins
  float buyer_days = 0;         ///< working days the buyer will take
  std::uint32_t pass_luck = 0;  ///< the word whose uniform32 must lie below the chance to pass
  float competitor = 0;         ///< strength of the rival, in [0, 1]
  std::int32_t account = 0;
  std::int32_t finder = 0;   ///< seat that found it: another one after a hand-over to a closer
  std::int32_t created = 0;  ///< day
  std::int16_t product = -1;
  std::int16_t second_topic = -1;
  float advice = -1;  ///< what colleagues' advice is worth in this stage as a match; < 0: none
  std::int32_t partner = -1;  ///< seat of the co-seller; -1: none
  std::uint16_t slot = 0;     ///< where it lies among its seat's: stays the same while it is there
  std::uint8_t topic = 0;
  Stage stage : 3 = Stage::qualify;
  bool fast : 1 = false;         ///< a quick purchase
  bool from_start : 1 = false;   ///< was open on day 0
  bool to_prospect : 1 = false;  ///< the account was no customer when the deal arose
  bool referred : 1 = false;     ///< passed on by its finder
  bool unqualified : 1 = false;  ///< a lead of marketing's that does not fit
  Input input = Input::not_needed;
  std::uint8_t own_hours = 0, joint_hours = 0;  ///< quarters of an hour of the owner's and the
                                                ///< co-seller's work; 255: as many or more
};
static_assert(sizeof(Deal) == 64, "a deal is a line of the cache");

/// Whose turn it is with a deal, and its place among the others: all that a day must know of those
/// that get no hours.
struct Turn {
  static constexpr std::int32_t kRep = std::numeric_limits<std::int32_t>::min();

  std::int32_t until = kRep;  ///< day on which the buyer answers, or waiting for an input ends;
                              ///< kRep: it waits for its rep
  float idle_left = 0;        ///< Exp(1) threshold less the hazard of neglect so far
  float worth = 0;            ///< worth of the next hour on it to its rep, money
  std::int16_t waited = 0;    ///< days it waited for the rep in this stage
  std::uint16_t slot = 0;     ///< where the deal lies

  [[nodiscard]] bool with_buyer() const { return until != kRep; }
};

/// Which of at most 64 deals something may happen to today, bit i for the i-th: the buyer has answered,
/// or it waits for its rep (kRep lies before any day). The others are with buyers who take their time.
[[nodiscard]] inline std::uint64_t due(std::span<const Turn> turns, std::int32_t day) {
  std::uint64_t bits = 0;
  for (std::size_t i = turns.size(); i-- > 0;)
    bits = bits << 1 | std::uint64_t{turns[i].until <= day};
  return bits;
}

/// The deals of a seat in the order of their turns. D is Deal or const Deal.
template <class D>
class DealsInOrder {
 public:
  DealsInOrder(std::span<const Turn> turns, D* slots) : turns_(turns), slots_(slots) {}

  struct Iterator {
    const Turn* turn;
    D* slots;
    D& operator*() const { return slots[turn->slot]; }
    Iterator& operator++() {
      ++turn;
      return *this;
    }
    bool operator==(const Iterator& other) const { return turn == other.turn; }
  };
  [[nodiscard]] Iterator begin() const { return {turns_.data(), slots_}; }
  [[nodiscard]] Iterator end() const { return {turns_.data() + turns_.size(), slots_}; }
  [[nodiscard]] D& operator[](std::size_t place) const { return slots_[turns_[place].slot]; }
  [[nodiscard]] std::size_t size() const { return turns_.size(); }

 private:
  std::span<const Turn> turns_;
  D* slots_;
};

/// Open deals: for each seat a list of turns, the most urgent first, side by side in memory as each
/// day goes through them. The deals themselves stay in their slots, and a day reads those whose turn
/// it is.
class Deals {
 public:
  /// Of a seat; beyond, opportunities pass it by: a soft limit.
  static constexpr std::size_t kMost = std::numeric_limits<std::uint16_t>::max();

  void reset(int seats, int expected_a_seat);
  Deal& open(int seat, const Deal& deal, const Turn& turn);  ///< at its place by worth
  void close(int seat, int place);
  void sort(int seat);  ///< by worth, ties by age and id

  [[nodiscard]] DealsInOrder<Deal> of(int seat) { return {turns(seat), &slots_[row(seat)]}; }
  [[nodiscard]] DealsInOrder<const Deal> of(int seat) const {
    return {turns(seat), &slots_[row(seat)]};
  }
  /// The turn of each deal, in the same order.
  [[nodiscard]] std::span<Turn> turns(int seat) { return {&turns_[row(seat)], size(seat)}; }
  [[nodiscard]] std::span<const Turn> turns(int seat) const {
    return {&turns_[row(seat)], size(seat)};
  }
  /// Those from a place on, at most 64 of them.
  [[nodiscard]] std::span<Turn> turns(int seat, int first) {
    const auto rest = turns(seat).subspan(static_cast<std::size_t>(first));
    return rest.first(std::min(rest.size(), std::size_t{64}));
  }
  [[nodiscard]] int count(int seat) const { return count_[static_cast<std::size_t>(seat)]; }
  [[nodiscard]] bool full(int seat) const { return size(seat) == kMost; }
  [[nodiscard]] int seats() const { return static_cast<int>(count_.size()); }

  /// Place of a deal in its seat's order; -1: it is not there.
  [[nodiscard]] int place_of(int seat, std::uint64_t id) const;
  /// The deal itself, or null; `slot` is where it was last seen.
  [[nodiscard]] Deal* find(int seat, std::uint64_t id, std::uint16_t slot) {
    Deal& seen = slots_[row(seat) + slot];
    if (seen.id == id) return &seen;
    const int place = place_of(seat, id);  // it has been away, or is gone
    return place < 0 ? nullptr : &of(seat)[static_cast<std::size_t>(place)];
  }

  // A large firm lies out of the caches: these ask memory for a seat's deals a while before they
  // are used. Turns first: they tell where the deals are.
  void prefetch_turns(int seat) const {
    if (seat >= seats()) return;
    constexpr std::size_t kInLine = 64 / sizeof(Turn);
    for (std::size_t i = 0; i < size(seat); i += kInLine)
      __builtin_prefetch(&turns_[row(seat) + i]);
  }
  void prefetch(int seat) const {
    if (seat >= seats()) return;
    for (const Deal& deal : of(seat)) __builtin_prefetch(&deal);
  }
  void prefetch(int seat, std::uint16_t slot) const {
    __builtin_prefetch(&slots_[row(seat) + slot]);
  }

 private:
  friend struct record::Inside;  // snapshots keep all fields

  [[nodiscard]] std::size_t row(int seat) const { return static_cast<std::size_t>(seat) * stride_; }
  [[nodiscard]] std::size_t size(int seat) const {
    return static_cast<std::size_t>(count_[static_cast<std::size_t>(seat)]);
  }
  void rise(std::size_t row, std::size_t place);
  void make_rows(std::size_t seats, std::size_t stride);
  void widen();

  // A row's turns name each of its slots once; those after the last deal's, the free ones.
  Large<Turn> turns_;  ///< [seat x stride]
  Large<Deal> slots_;  ///< likewise; id 0: free
  std::vector<int> count_;
  std::size_t stride_ = 0;
};

template <class Visitor, class D, class T>
void visit_deal(D& d, T& turn, Visitor&& visit) {
  visit("id", d.id);
  visit("account", d.account);
  visit("finder", d.finder);
  visit("created", d.created);
  visit("until", turn.until);
  visit("product", d.product);
  visit("topic", d.topic);
  visit("second topic", d.second_topic);
  visit("stage", static_cast<int>(d.stage));
  visit("fast", static_cast<int>(d.fast));
  visit("from start", static_cast<int>(d.from_start));
  visit("to prospect", static_cast<int>(d.to_prospect));
  visit("value", d.value);
  visit("competitor", d.competitor);
  visit("work left", d.work_left);
  visit("buyer days", d.buyer_days);
  visit("pass luck", d.pass_luck);
  visit("advice", d.advice);
  visit("partner", d.partner);
  visit("referred", static_cast<int>(d.referred));
  visit("owner's hours", static_cast<int>(d.own_hours));
  visit("co-seller's hours", static_cast<int>(d.joint_hours));
  visit("waited", turn.waited);
  visit("idle threshold left", turn.idle_left);
  visit("worth", turn.worth);
}
/// The same of what only other departments bring; nothing where a deal has nothing of them.
template <class Visitor, class D>
void visit_deal_of_departments(D& d, Visitor&& visit) {
  if (d.input != Input::not_needed) visit("input", static_cast<int>(d.input));
  if (d.unqualified) visit("unqualified", static_cast<int>(d.unqualified));
}

}  // namespace tandem
