// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/base/large_pages.h"
#include "sim/plan/contest.h"
#include "sim/plan/pay_curve.h"
#include "sim/state/people.h"

namespace tandem {

/// One part of a plan that pulls: all elements paid on one holder's result over one period, as one
/// curve over credit.
struct Pull {
  Holder holder;
  Quantity quantity;
  Period period;
  int last, payday;   ///< days
  Tally tally;        ///< the holder's result so far
  double per_credit;  ///< how much of the measure a unit of credit makes; beside credit: 1
  Curve curve;   ///< pay at the period's end over credit, as much as it is to the person, money;
                 ///< of a sum divided by credit the whole
  int own = -1;  ///< divided by credit: the meter of the own part, else -1
  double others = 0;  ///< ... and the others' parts so far, credit

  /// The holder's credit so far, money.
  [[nodiscard]] double credit(const PayBook& book) const { return tally.result(book) / per_credit; }
};

/// What pulls on the person in a seat, kept until a period ends or somebody changes.
struct SeatPulls {
  std::array<Pull, kPulls> part;
  int n = 0;
  double against = 0;          ///< what a unit of one rival's credit costs in contests, money
  int until = kNobody;         ///< last day it may be used
  std::uint64_t built = 0;     ///< value of Pulls::changes
  std::uint32_t sighting = 0;  ///< as Contests::sightings
};

/// Contests as everybody saw them at the start of the week.
struct Contests {
  int week = kNobody;           ///< of the last sighting
  std::uint32_t sightings = 0;  ///< so far
  std::vector<Rival> seen;      ///< [contest x seat]; sd < 0: takes no part
};

/// All seats' pulls and a stamp of the last change that each may depend on. Follows from the rest
/// of the state: no part of the hash, made anew where it is missing.
struct Pulls {
  Large<SeatPulls> seat;
  std::uint64_t changes = 0;  ///< so far; the stamps below are values it had
  std::vector<std::uint64_t> seat_changed, team_changed, territory_changed;
  std::uint64_t firm_changed = 0;

  PoolWeights weights;  ///< as of `weighed` and that day, whenever a pull is made anew
  std::uint64_t weighed = 0;
  int weighed_on = kNobody;

  std::vector<std::vector<ContestField>> fields;  ///< [contest][group], as of `fields_sighting`
  std::uint32_t fields_sighting = 0;
  std::vector<Rival> rivals;  ///< room to work in
};

/// Asks memory for a seat's pulls a while before they are used.
inline void prefetch(const Pulls& pulls, int seat) {
  const SeatPulls& kept = pulls.seat[static_cast<std::size_t>(seat)];
  __builtin_prefetch(&kept.n);
  for (int g = 0; g < 2; ++g) {
    const Curve& curve = kept.part[static_cast<std::size_t>(g)].curve;
    __builtin_prefetch(&kept.part[static_cast<std::size_t>(g)]);
    __builtin_prefetch(&curve.at);
    __builtin_prefetch(&curve.level);
    __builtin_prefetch(&curve.slope);
  }
}

}  // namespace tandem
