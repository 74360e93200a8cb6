// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "sim/base/large_pages.h"
#include "sim/model/model.h"

namespace tandem {

/// What people are to each other: for each circle of mates a square of ties, from one to the other.
struct Ties {
  Large<float> trust;     ///< of the first in the second, in [0, 1]
  Large<float> conflict;  ///< severity of an open dispute between them; 0: none
  Large<float> owed;      ///< favours the second has done the first, less those returned

  std::vector<float> between;  ///< [team x Model::kNear] trust of a team in another

  // By team
  std::vector<double> norm;          ///< sharing norm in [0, 1]: how usual it is to help
  std::vector<int> helped, refused;  ///< seen this week

  // By circle, as seen at week's end
  std::vector<double> example;   ///< mean effort
  std::vector<double> at_stake;  ///< what a unit of credit pays all mates together, money
  std::vector<int> here;         ///< people present

  /// Place of the tie from `seat` to `mate`, both of one circle.
  [[nodiscard]] static std::size_t place(const Model::Circle& circle, int seat, int mate) {
    return circle.first_tie +
           static_cast<std::size_t>((seat - circle.first) * circle.size + mate - circle.first);
  }
};

/// A question on a deal, asked or still to be thought about.
struct Question {
  int seat = 0;
  int due = 0;             ///< day
  std::uint64_t deal = 0;  ///< id
  std::uint16_t slot = 0;  ///< where it was then
  Stage stage = Stage::qualify;
};

template <class Visitor, class T>
void visit_ties(T& t, Visitor&& visit) {
  visit("trust", t.trust);
  visit("dispute", t.conflict);
  visit("favours owed", t.owed);
  visit("trust between teams", t.between);
  visit("sharing norm", t.norm);
  visit("mates' effort", t.example);
  visit("mates' stake", t.at_stake);
  visit("people here", t.here);
  visit("help seen this week", t.helped);
  visit("refusals seen this week", t.refused);
}

}  // namespace tandem
