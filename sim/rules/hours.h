// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/model/model.h"

// Hours of a day that nobody chooses (MODEL section 3).
namespace tandem::rules {

/// Hours a day that policies and others take from a person, by what takes them.
struct ImposedTerms {
  double meetings = 0, overload = 0;
  [[nodiscard]] double sum() const { return meetings + overload; }
};
template <class Visitor>
void visit_terms(const ImposedTerms& t, Visitor&& visit) {
  visit("imposed: meetings", t.meetings);
  visit("imposed: overload", t.overload);
}

/// Hours of meetings a day, the days between them counted.
[[nodiscard]] double meeting_hours(const PolicySet& set);

/// `overload`: hours of communication a day beyond what a person can take.
[[nodiscard]] ImposedTerms imposed_terms(const PolicySet& set, double overload);

/// That of `talk` hours of communication a day.
[[nodiscard]] double overload_of(const PolicySet& set, double talk);

}  // namespace tandem::rules
