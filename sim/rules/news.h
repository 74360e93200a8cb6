// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/model/model.h"

// Items of news: what comes up when people talk, and what it does for a deal (MODEL section 5).
namespace tandem::rules {

/// Chance that somebody willing brings an item up in a meeting of the policy's format.
[[nodiscard]] double mention(const PolicySet& set);

/// Does an item come up? 1 - (1 - m)^holders where all are willing: what all know is said first
/// (Stasser and Titus).
class Mention {
 public:
  explicit Mention(const PolicySet& set) : m_(mention(set)) {}
  void holder(double willing) { quiet_ *= 1 - m_ * willing; }
  [[nodiscard]] double chance() const { return 1 - quiet_; }

 private:
  double m_, quiet_ = 1;
};

/// How many items a meeting of the policy has time for.
[[nodiscard]] int room_for_items(const PolicySet& set);

/// What an item does to the logit of a stage that turns on it.
[[nodiscard]] double news_term(const PolicySet& set, bool held, double accuracy);

}  // namespace tandem::rules
