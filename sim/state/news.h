// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "sim/state/deals.h"

namespace tandem {

/// The set of one item.
[[nodiscard]] constexpr std::uint64_t bit(int item) { return std::uint64_t{1} << item; }

/// Items of news: what happened somewhere and who knows it. At most 64 are live; who holds which is
/// one set a seat, bit i for the i-th item. All is empty until the first one can arise.
struct News {
  static constexpr int kMost = 64;

  std::uint64_t live = 0;               ///< those that are not stale
  std::uint64_t written = 0;            ///< in the knowledge base
  std::uint64_t recorded = 0;           ///< among the facts on record
  std::int32_t count = 0;               ///< so far
  std::vector<std::uint64_t> on_topic;  ///< live ones by topic

  // By item
  std::vector<int> place, owner;  ///< territory where it arose, seat that noticed it
  std::vector<int> topic;
  std::vector<int> number;       ///< from 1
  std::vector<int> born, stale;  ///< days
  std::vector<double> accuracy;  ///< in (0, 1]
  std::vector<std::uint64_t> id;
  std::vector<int> arrives;  ///< [item x territory] day from which deals there turn on it

  // By seat
  std::vector<std::uint64_t> held;  ///< what the person knows
  std::vector<std::uint64_t> told;  ///< what the person is told and has not taken in yet

  // By territory
  std::vector<double> left;           ///< threshold less hazard
  std::vector<std::uint32_t> arisen;  ///< so far: n of the next one

  /// Live ones on the topics of a deal.
  [[nodiscard]] std::uint64_t about(const Deal& deal) const {
    const auto on = [&](int k) { return on_topic[static_cast<std::size_t>(k)]; };
    return on(deal.topic) | (deal.second_topic >= 0 ? on(deal.second_topic) : 0);
  }
  [[nodiscard]] bool begun() const { return !left.empty(); }
  [[nodiscard]] bool has_come(int item, int territory, int territories, int day) const {
    return arrives[static_cast<std::size_t>(item * territories + territory)] <= day;
  }
};

template <class Visitor, class N>
void visit_news(N& n, Visitor&& visit) {
  visit("live items", n.live);
  visit("items written", n.written);
  visit("items on record", n.recorded);
  visit("items so far", n.count);
  visit("items on a topic", n.on_topic);
  visit("place of an item", n.place);
  visit("who noticed an item", n.owner);
  visit("topic of an item", n.topic);
  visit("number of an item", n.number);
  visit("birth of an item", n.born);
  visit("end of an item", n.stale);
  visit("accuracy of an item", n.accuracy);
  visit("identity of an item", n.id);
  visit("arrival of an item", n.arrives);
  visit("items held", n.held);
  visit("items told", n.told);
  visit("threshold of news left", n.left);
  visit("items arisen", n.arisen);
}

}  // namespace tandem
