// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/model/model.h"

// Hours of a day that nobody chooses (MODEL section 3).
namespace tandem::rules {

/// Hours a day that policies and others take from a person, by what takes them.
struct ImposedTerms {
  double meetings = 0, training = 0, writing = 0, mentoring = 0, coaching = 0, contact = 0,
         roles = 0, disputes = 0, overload = 0, reports = 0, liaison = 0, awards = 0;
  [[nodiscard]] double sum() const {
    return meetings + training + writing + mentoring + coaching + contact + roles + disputes +
           overload + reports + liaison + awards;
  }
};
template <class Visitor>
void visit_terms(const ImposedTerms& t, Visitor&& visit) {
  visit("imposed: meetings", t.meetings);
  visit("imposed: training", t.training);
  visit("imposed: writing", t.writing);
  visit("imposed: mentoring", t.mentoring);
  visit("imposed: coaching", t.coaching);
  visit("imposed: keeping in touch", t.contact);
  visit("imposed: clear roles", t.roles);
  visit("imposed: disputes", t.disputes);
  visit("imposed: overload", t.overload);
  visit("imposed: reports", t.reports);
  visit("imposed: liaison", t.liaison);
  visit("imposed: awards", t.awards);
}

/// Does something that comes every so many days fall on this one?
[[nodiscard]] bool falls_on(double every, int day);

/// Hours of meetings a day, the days between them counted; likewise of courses, of reports, and of
/// making ready for meetings in which each is asked to tell.
[[nodiscard]] double meeting_hours(const PolicySet& set);
[[nodiscard]] double preparation_hours(const PolicySet& set);
[[nodiscard]] double training_hours(const PolicySet& set);
[[nodiscard]] double report_hours(const PolicySet& set);

/// What there is beside what policies say of everybody, hours a day.
struct ImposedCase {
  double overload = 0;   ///< of communication, beyond what the person can take
  double writing = 0;    ///< for the knowledge base
  double mentoring = 0;  ///< with mentor and newcomers
  double coaching = 0;   ///< with the manager
  double disputes = 0;   ///< severity of open ones
  int mates = 0;         ///< of the circle
};
[[nodiscard]] ImposedTerms imposed_terms(const PolicySet& set, const ImposedCase& of);

/// That of `talk` hours of communication a day.
[[nodiscard]] double overload_of(const PolicySet& set, double talk);

}  // namespace tandem::rules
