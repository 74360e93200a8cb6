// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/model/model.h"

// What other departments do for sales and what makes them do it (MODEL section 5).
namespace tandem::rules {

/// Why technical support gives a deal's input early or keeps it back: a logit and its named terms.
struct GiveTerms {
  double base = 0, trust = 0, goal = 0, load = 0;
  [[nodiscard]] double sum() const { return base + trust + goal + load; }
};
template <class Visitor>
void visit_terms(const GiveTerms& t, Visitor&& visit) {
  visit("base", t.base);
  visit("trust between the departments", t.trust);
  visit("shared goal", t.goal);
  visit("work that waits", t.load);
}
/// `trust` between the rep's team and the department, `waiting` hours of its work.
[[nodiscard]] GiveTerms give_terms(const PolicySet& firm, double trust, double waiting,
                                   const Calendar& calendar);

/// Share of inputs that come back as not what was needed: the less, the more sales and support talk.
[[nodiscard]] double misunderstood(const PolicySet& own);

/// Share of marketing's leads that do not fit, likewise.
[[nodiscard]] double unqualified(const PolicySet& own);

/// What a proposal gains or loses by its input.
[[nodiscard]] double support_term(const PolicySet& own, bool there);

/// Trust between a team and technical support a week later. `liaison`: hours a rep; `in_time` and
/// `missed`: inputs of the week.
[[nodiscard]] double trust_in_support(const PolicySet& firm, double trust, double liaison,
                                      int in_time, int missed, int days);

/// What the service desk knows of a request's topic, in [0, 1]: what it has learned, what is on
/// record about the account (`coverage`), what is `written`. Each tells a share of what the ones
/// before leave open.
[[nodiscard]] double desk_knows(const PolicySet& firm, double coverage, double written);

}  // namespace tandem::rules
