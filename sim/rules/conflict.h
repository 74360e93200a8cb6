// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/model/model.h"

// How disputes arise, grow and end (MODEL section 8).
namespace tandem::rules {

/// Why people of a team fall out: named terms of the log hazard.
struct FrictionTerms {
  double trust = 0, clarity = 0, rivalry = 0;
  [[nodiscard]] double sum() const { return trust + clarity + rivalry; }
};
template <class Visitor>
void visit_terms(const FrictionTerms& t, Visitor&& visit) {
  visit("trust in mates", t.trust);
  visit("clear roles", t.clarity);
  visit("rivalry for prizes", t.rivalry);
}
/// `trust`: mean, in mates.
[[nodiscard]] FrictionTerms friction_terms(const PolicySet& set, double trust, bool ranked);

/// Hazard a working day.
[[nodiscard]] double friction_rate(const PolicySet& set, const FrictionTerms& terms);

/// Severity a day later.
[[nodiscard]] double escalated(const PolicySet& set, double severity);

/// Hazard a day of being settled. `mediation`: the manager's hours for each open dispute of the team,
/// a week; 0: nobody has any. `meets`: does the committee meet today?
[[nodiscard]] double settling_rate(const PolicySet& set, double severity, double mediation,
                                   bool meets);

/// Share of the missing trust that the way of settling gives back.
[[nodiscard]] double reconciliation(const PolicySet& set);

/// Share of what unclear roles leave open that talk and records close: `talk` hours of meetings a
/// week, `coverage` of facts on record.
[[nodiscard]] double coordinated(const PolicySet& set, double talk, double coverage);

/// Chance that two reps take up one opportunity, and that nobody does, uncoordinated.
[[nodiscard]] double overlap(const PolicySet& set);
[[nodiscard]] double gap(const PolicySet& set);

}  // namespace tandem::rules
