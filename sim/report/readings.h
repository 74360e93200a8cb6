// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "sim/state/state.h"

namespace tandem {

/// How one who sells stands on a day, as far as studies of people ask.
struct PersonReading {
  int seat = 0, person = 0, team = 0;
  double tenure = 0;   ///< working days since joining
  double ability = 0;  ///< log
  double loyalty = 0;  ///< as drawn at hiring
  double effort = 0;   ///< 1 = a full day
  double morale = 0, fatigue = 0;
  double trust = 0;            ///< mean, in mates who are there
  double conflict = 0;         ///< severity of open disputes together
  double pay = 0;              ///< what the person takes for the present yearly pay, money
  double used_to = 0;          ///< the yearly pay the person is used to, money
  double success = 0;          ///< credit of late over the expected
  double hazard = 0;           ///< of quitting, a day
  double help = 0;             ///< hours given to mates since the last appraisal
  double knowledge = 0;        ///< of the territory's topics, by their share there
  double revenue = 0;          ///< credit since joining or the start, money
  double expected = 0;         ///< credit that the seat was expected to bring by a day, money
  std::vector<double> topics;  ///< knowledge of each topic that the territory asks for
};

/// Everybody who sells and is there, by seat. Reads only: the run stays the same.
[[nodiscard]] std::vector<PersonReading> read_people(const Model& model, const State& state);

}  // namespace tandem
