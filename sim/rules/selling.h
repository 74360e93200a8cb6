// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include "sim/base/luck.h"
#include "sim/model/model.h"
#include "sim/state/deals.h"

// A deal's way from stage to stage (MODEL section 4).
namespace tandem::rules {

/// Why a deal passes a stage or not: a logit and its named terms.
struct PassTerms {
  double base = 0, product = 0, match = 0, relation = 0, ability = 0, competitor = 0, waiting = 0,
         price = 0, news = 0, support = 0, lead = 0;
  [[nodiscard]] double sum() const {
    return base + product + match + relation + ability + competitor + waiting + price + news +
           support + lead;
  }
};

template <class Visitor>
void visit_terms(const PassTerms& t, Visitor&& visit) {
  visit("base", t.base);
  visit("product", t.product);
  visit("match", t.match);
  visit("relation", t.relation);
  visit("ability", t.ability);
  visit("competitor", t.competitor);
  visit("waiting", t.waiting);
  visit("price", t.price);
  visit("news", t.news);
  visit("support", t.support);
  visit("lead that does not fit", t.lead);
}

/// `match` = knowledge of the deal's topics among the people on it, `relation` of the account; both
/// in [0, 1].
[[nodiscard]] PassTerms pass_terms(const PolicySet& own, const PolicySet& market, const Deal& deal,
                                   double waited, double product, double match, double relation,
                                   double log_ability);

/// Stage luck is one uniform per (deal, stage): the same under every policy, so a better chance
/// never loses a deal that a worse one wins.
[[nodiscard]] bool passes(const Deal& deal, const PassTerms& terms);

/// Draws what a stage of the deal brings: hours of work, days the buyer will take, luck in passing.
void begin_stage(const PolicySet& own, const PolicySet& market, const Luck& luck, Deal& deal);

/// The same of a stage whose work is done: days of the buyer and luck in passing.
void look_back_on_stage(const PolicySet& own, const PolicySet& market, const Luck& luck,
                        Deal& deal);

}  // namespace tandem::rules
