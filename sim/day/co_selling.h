// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/day/firm.h"

// Two people on a deal, and deals passed on (MODEL section 4).
namespace tandem {

/// Are there co-sellers where these hold?
[[nodiscard]] inline bool co_sells(const Parameters& p) {
  return p.co_selling_rule && p.co_selling_on;
}

/// What the people of each team know best, as questions are about to be put: where that is too little,
/// a seeker need look at nobody. Needed where policies reach beyond teams.
void survey_teams(const Firm& firm, State& state);
/// Somebody has learned more of a topic since.
void survey_again(const Firm& firm, State& state, int seat, int topic);

/// Does the owner want a co-seller, and would that colleague join? An intent.
void seek_partner(const Firm& firm, State& state, int seat, const Deal& deal);

/// The colleague joins: hours are promised, the owner's work is shared.
void take_partner(const Firm& firm, State& state, const Intent& intent);

/// A stage of a deal of two has begun: the co-seller's part of its work is promised.
void share_work(const Firm& firm, State& state, int seat, Deal& deal);

/// Knowledge of a deal's topics by the two people on it: the better one's of each topic.
[[nodiscard]] double known_by_two(const Firm& firm, const State& state, int seat, int mate,
                                  const Deal& deal);

/// Shares of a deal's credit among who worked on it and who found it; `extra` is credit on top of
/// the whole, for a co-seller.
struct CreditParts {
  int n = 0;
  int seat[3];
  double share[3];
  int extra = -1;  ///< seat; -1: nobody
};
[[nodiscard]] CreditParts credit_parts(const Firm& firm, const State& state, int seat,
                                       const Deal& deal);

/// An opportunity that another team's people know more about: the rep keeps it or passes it on.
/// Whose it is from now on.
[[nodiscard]] int pass_on(const Firm& firm, State& state, int seat, Deal& deal);

}  // namespace tandem
