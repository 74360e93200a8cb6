// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "sim/model/model.h"
#include "sim/plan/pay_plans.h"
#include "sim/state/state.h"

namespace tandem {

/// A contest of some plan: who competes with whom.
struct Contest {
  int plan, element;
  Holder among;  ///< team, territory or firm
};

/// Which policies hold in an epoch, by seat, by territory and for the firm.
struct InForce {
  std::vector<const PolicySet*> seat, territory;
  const PolicySet* firm;
};

/// A model with its plans made ready to be paid and looked ahead on: what a run reads and no day
/// changes.
struct Firm {
  explicit Firm(const Model& frozen);

  const Model& model;
  std::vector<InForce> in_force;  ///< by epoch
  PayPlans pay;
  std::vector<int> manager;  ///< of each seat; -1: nobody
  Holder widest_pay =
      Holder::seat;          ///< seat, team, territory or firm: whose change moves whose pay
  bool for_some = false;     ///< some change is for newcomers or a third
  bool has_groups = false;   ///< some policy or plan names temporary teams
  bool reaches_all = false;  ///< some policy lets co-sellers come from other teams
  bool has_merits = false;   ///< some plan pays for help, satisfaction or score
  std::vector<Contest> contests;
  std::vector<double> salary;             ///< fixed pay a year by plan, money
  std::vector<std::uint8_t> ranks_shown;  ///< by plan: does it rank people before others?
  std::vector<double> team_credit,
      team_variance;  ///< expected credit a day of a team, and its variance
  std::vector<double> territory_credit, territory_variance;
  double firm_credit = 0, firm_variance = 0;

  [[nodiscard]] const PolicySet& of_seat(const State& state, int seat) const {
    if (for_some) [[unlikely]]
      return of_person(model.epochs[state.epoch], state, seat);
    return *in_force[state.epoch].seat[seat];
  }
  [[nodiscard]] const PolicySet& of_seat(const Epoch& epoch, const State& state, int seat) const {
    return for_some ? of_person(epoch, state, seat) : model.sets[epoch.seat_set[seat]];
  }
  /// The same where changes hold for some people only.
  [[gnu::cold, nodiscard]] const PolicySet& of_person(const Epoch& epoch, const State& state,
                                                      int seat) const;
  [[nodiscard]] const PolicySet& of_territory(const State& state, int territory) const {
    return *in_force[state.epoch].territory[territory];
  }
  [[nodiscard]] const PolicySet& of_account(const State& state, int account) const {
    return of_territory(state, model.account[account].territory);
  }
  [[nodiscard]] const PolicySet& of_firm(const State& state) const {
    return *in_force[state.epoch].firm;
  }
  /// Who sits where, as the pay engine asks for it.
  [[nodiscard]] PayRoster roster(const State& state) const;
};

}  // namespace tandem
