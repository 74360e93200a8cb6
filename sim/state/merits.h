// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

namespace tandem {

/// What plans may pay for beside credit. Each row is empty where no plan does.
struct Merits {
  std::vector<double> help_pull;  ///< by seat: what an hour of help pays the person now, money
  std::vector<double> score;      ///< by seat: of the last evaluation, points
  std::vector<double> satisfied;  ///< by seat, then team, then firm: sum over customers, points
  std::vector<int> customers;     ///< likewise: how many
};

template <class Visitor, class M>
void visit_merits(M& m, Visitor&& visit) {
  visit("pull of an hour of help", m.help_pull);
  visit("score of the last evaluation", m.score);
  visit("satisfaction of customers", m.satisfied);
  visit("customers", m.customers);
}

}  // namespace tandem
