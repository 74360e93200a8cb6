// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/model/model.h"

// What goes along with a leaver and what stays (MODEL section 8).
namespace tandem::rules {

/// Why a customer follows the leaver or stays: a logit and its named terms. Relations and coverage
/// in [0, 1].
struct FollowTerms {
  double base = 0, person = 0, firm = 0, coverage = 0;
  [[nodiscard]] double sum() const { return base + person + firm + coverage; }
};
template <class Visitor>
void visit_terms(const FollowTerms& t, Visitor&& visit) {
  visit("base", t.base);
  visit("relation to the leaver", t.person);
  visit("relation to the firm", t.firm);
  visit("facts on record", t.coverage);
}
[[nodiscard]] FollowTerms follow_terms(const PolicySet& set, double person, double firm,
                                       double coverage);

/// Chance that an open deal goes with the leaver.
[[nodiscard]] double deal_goes(const PolicySet& set, double coverage);

/// Share of a personal relation that a successor finds: records and a careful hand-over keep what
/// would be lost.
[[nodiscard]] double relation_kept(const PolicySet& set, double coverage);

/// Facts on record after a week in which `recorded` of all facts were entered.
[[nodiscard]] double coverage_after_week(const PolicySet& set, double coverage, double recorded);

/// Share of a relation's worth that a rep with so many open deals still has in mind.
[[nodiscard]] double remembered(const PolicySet& set, double open_deals, double coverage);

}  // namespace tandem::rules
