// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

namespace tandem {

/// What a dispute is about.
enum class Cause : std::uint8_t { friction, overlap, support, credit };

/// An open dispute between two people of a circle.
struct Dispute {
  int seat = 0, mate = 0;
  int opened = 0;  ///< day
  Cause cause = Cause::friction;
  double severity = 1;  ///< 1 as it begins; grows until it is settled
  double left = 0;      ///< Exp(1) threshold less the hazard of being settled so far
};

}  // namespace tandem
