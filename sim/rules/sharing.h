// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/model/model.h"

// What passes from one person to another when they talk (MODEL section 5).
namespace tandem::rules {

/// Knowledge after learning from somebody who knows `theirs`: the gap closes by the share taken / (1
/// + taken), and who knows more loses nothing.
[[nodiscard]] double after_sharing(double knowledge, double theirs, double taken);

/// Common ground of two people: how much of what one knows the other knows too. Rows of `topics`
/// entries.
[[nodiscard]] double common_ground(const double* learner, const double* teacher, int topics);

/// A learner (row `x`) listens to a teacher (row `theirs`, before the talk); time goes to topics as
/// `weight` says, of mean 1. `taken`: share of the gap that would be passed on at full common
/// ground, as of after_sharing().
void listen(double* x, const double* theirs, const double* weight, int topics, double taken);

/// The same where the learner asks for what is missing: time goes to topics by gap times how often
/// they are `asked` for (shares).
void be_taught(double* x, const double* theirs, const double* asked, int topics, double taken);

/// The same by a course, made for who takes it: common ground is no matter.
void take_course(double* x, const double* taught, const double* asked, int topics, double taken);

}  // namespace tandem::rules
