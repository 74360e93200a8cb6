// SPDX-License-Identifier: Apache-2.0
#include "sim/base/gamma.h"

#include <gtest/gtest.h>

#include <boost/math/distributions/gamma.hpp>
#include <vector>

namespace tandem {
namespace {

// The sum of n exponentials is gamma(n): moments 1 and 1/n, and a flat distribution function.
TEST(Gamma, ErlangHasMeanOneAndVarianceOneOverShape) {
  const Luck luck(11, 0);
  const int draws = 200'000;
  for (int shape = 1; shape <= 4; ++shape) {
    double sum = 0, squares = 0;
    std::vector<int> cells(20);
    const boost::math::gamma_distribution<> law(shape, 1.0 / shape);
    for (int i = 0; i < draws; ++i) {
      const double x =
          erlang(shape, luck.block(Purpose::test, static_cast<std::uint64_t>(i), shape, 0));
      ASSERT_GT(x, 0.0);
      sum += x;
      squares += x * x;
      ++cells[static_cast<std::size_t>(boost::math::cdf(law, x) * 20)];
    }
    const double mean = sum / draws;
    EXPECT_NEAR(mean, 1.0, 4.0 / std::sqrt(static_cast<double>(draws) * shape));
    EXPECT_NEAR(squares / draws - mean * mean, 1.0 / shape, 0.02);
    double chi2 = 0;
    for (const int count : cells)
      chi2 += (count - draws / 20.0) * (count - draws / 20.0) / (draws / 20.0);
    EXPECT_LT(chi2, 50.8);  // 99.99 % of chi-square with 19 degrees of freedom
  }
}

// Common random numbers pay off only if a word pushes every result the same way.
TEST(Gamma, ErlangFallsInEveryWord) {
  const Block base{1u << 30, 1u << 29, 3u << 30, 77};
  for (int shape = 1; shape <= 4; ++shape) {
    for (std::size_t i = 0; i < 4; ++i) {
      Block more = base;
      more[i] += 1u << 20;
      const double before = erlang(shape, base), after = erlang(shape, more);
      if (static_cast<int>(i) < shape) {
        EXPECT_LT(after, before);
      } else {
        EXPECT_EQ(after, before);
      }
    }
  }
}

// Shape 0 switches the spread off for exact tests; the extreme words stay finite and positive.
TEST(Gamma, ErlangIsExactlyOneWithoutSpreadAndFiniteAtTheEnds) {
  const Block least{0, 0, 0, 0}, most{~0u, ~0u, ~0u, ~0u};
  EXPECT_EQ(erlang(0, least), 1.0);
  for (int shape = 1; shape <= 4; ++shape) {
    EXPECT_NEAR(erlang(shape, least), 33 * std::log(2.0), 1e-12);
    EXPECT_GT(erlang(shape, most), 0.0);
  }
}

// Two at once share the vector units and give the same bits.
TEST(Gamma, TwoErlangsAreTwoTimesOne) {
  const Luck luck(3, 0);
  for (std::uint64_t i = 0; i < 2000; ++i) {
    const int shape = static_cast<int>(i % 5), other = static_cast<int>(i / 5 % 5);
    const Block a = luck.block(Purpose::test, i, 0, 0), b = luck.block(Purpose::test, i, 0, 1);
    const auto both = erlangs(shape, a, other, b);
    ASSERT_EQ(both[0], erlang(shape, a));
    ASSERT_EQ(both[1], erlang(other, b));
  }
}

}  // namespace
}  // namespace tandem
