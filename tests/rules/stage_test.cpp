// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "sim/rules/selling.h"
#include "tests/support/firms.h"

namespace tandem {
namespace {

// One block gives a stage its hours, its buyer's days and its luck in passing: each with the mean and
// variance it is said to have, and none telling anything of another.
TEST(Stage, WorkBuyerAndLuckAreGammaGammaUniformAndIndependent) {
  const Scenario scenario = test::firm(test::kBare);
  const PolicySet& set = scenario.model().sets.front();
  const Luck luck(11, 0);
  constexpr int kDeals = 400'000;
  double sum[3] = {}, product[3][3] = {};
  for (int i = 0; i < kDeals; ++i) {
    Deal deal;
    deal.id = mix64(static_cast<std::uint64_t>(i));
    rules::begin_stage(set, set, luck, deal);
    const double drawn[3] = {deal.work_left / set.work[0] - 1, deal.buyer_days / set.buyer[0] - 1,
                             std::sqrt(12.0) * (uniform32(deal.pass_luck) - 0.5)};
    for (int a = 0; a < 3; ++a) {
      sum[a] += drawn[a];
      for (int b = 0; b < 3; ++b) product[a][b] += drawn[a] * drawn[b];
    }
  }
  const double variance[3] = {1.0 / set.p.work_shape, 1.0 / set.p.buyer_shape, 1};
  const double spread = 5 / std::sqrt(kDeals);  // five standard errors of a mean of unit variance
  for (int a = 0; a < 3; ++a) {
    EXPECT_NEAR(sum[a] / kDeals, 0, spread * std::sqrt(variance[a])) << a;
    for (int b = 0; b < 3; ++b)
      EXPECT_NEAR(product[a][b] / kDeals, a == b ? variance[a] : 0,
                  3 * spread * std::sqrt(variance[a] * variance[b]))
          << a << " " << b;
  }
}

}  // namespace
}  // namespace tandem
