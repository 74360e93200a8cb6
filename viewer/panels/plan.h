// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tandem/view.h"
#include "viewer/ui.h"

// What the parts of the plan panel share (plan.cpp, plan_curve.cpp, plan_terms_form.cpp).
namespace tandem::viewer {

/// What a kind of pay is called.
[[nodiscard]] std::string plan_word(const Ui& ui, std::string kind);
/// What an element pays on a result.
[[nodiscard]] double pay_at(const PayCurveView& curve, double result);
/// The next result beyond x at which the slope changes or pay jumps; none beyond the last.
[[nodiscard]] std::optional<double> next_kink(const PayCurveView& curve, double x);

/// A person on the axis of a curve.
struct Standing {
  int seat = 0;
  double x = 0;  ///< share of the goal; money where there is none
};

/// One element of a seat's plan, as each shown run has it.
struct ElementCurves {
  struct OfRun {
    int run = 0;
    PayCurveView curve;
  };
  std::vector<OfRun> runs;       ///< the active run first
  std::vector<Standing> others;  ///< who else is on the same plan
};

/// The people of one plan.
struct PlanGroup {
  std::vector<std::string> elements;  ///< as in a file
  std::vector<int> seats;
  std::vector<std::string> teams;  ///< that they are all of
};

struct PlanState {
  // Of which runs, versions and day it is
  std::vector<std::pair<int, std::uint64_t>> of;
  int day = -1, seat = -1;
  std::vector<PlanGroup> groups;
  std::size_t group = 0;
  std::vector<ElementCurves> elements;
  bool team_only = false, all_terms = false;
};

/// Draws an element's curve with everybody on it, and says what it means where the seat stands.
void plan_curve(Ui& ui, const ElementCurves& element);
/// What the plan says, to be changed from the cursor's day on.
void plan_terms_form(Ui& ui, PlanState& state, int seat);

}  // namespace tandem::viewer
