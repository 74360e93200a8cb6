// SPDX-License-Identifier: Apache-2.0
#include "sim/command/numbers.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace tandem {
namespace {

std::string shown(double x, std::string_view unit, double resolution) {
  const Scale scale = scale_for(unit, x, resolution);
  return with_unit(number(x, scale), scale);
}

// Money reads in thousands and millions, shares in per cent.
TEST(Numbers, ScaleFollowsTheUnit) {
  EXPECT_EQ(shown(12'345'678, "money", 100'000), "12.35 M");
  EXPECT_EQ(shown(1234, "money", 20), "1234");
  EXPECT_EQ(shown(45'210, "money", 300), "45.21 k");
  EXPECT_EQ(shown(3.2e9, "money", 1e8), "3.20 bn");
  EXPECT_EQ(shown(0.4312, "share", 0.01), "43.1 %");
  EXPECT_EQ(shown(45.123, "d", 0.5), "45.12 d");
}

// Two digits of the uncertainty, and no digits that nobody could believe.
TEST(Numbers, DigitsFollowTheUncertainty) {
  EXPECT_EQ(shown(45.1234567, "d", 12), "45 d");
  EXPECT_EQ(shown(45.1234567, "d", 1e-9), "45.123 d");
  EXPECT_EQ(shown(45.1234567, "d", 0), "45.1 d");
}

// No "-0.00", a plus before gains only, and a half-width that is small does not read as none.
TEST(Numbers, ZeroAndSignsAreClean) {
  const Scale scale{.divisor = 1, .unit = "", .decimals = 2};
  EXPECT_EQ(number(-0.001, scale), "0.00");
  EXPECT_EQ(signed_number(0.001, scale), "0.00");
  EXPECT_EQ(signed_number(0.5, scale), "+0.50");
  EXPECT_EQ(signed_number(-0.5, scale), "-0.50");
  EXPECT_EQ(half_width(0.001, scale), "<0.01");
  EXPECT_EQ(half_width(0, scale), "0.00");
}

TEST(Numbers, CountsAndDurationsReadWell) {
  EXPECT_EQ(grouped(1'234'567), "1,234,567");
  EXPECT_EQ(grouped(-1234), "-1,234");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(roughly(1234), "1,200");
  EXPECT_EQ(roughly(35'400), "35k");
  EXPECT_EQ(duration(0.0123), "12 ms");
  EXPECT_EQ(duration(0.42), "0.42 s");
  EXPECT_EQ(duration(200), "3 min 20 s");
  EXPECT_EQ(duration(3900), "1 h 05 min");
}

// The lowest week is the lowest bar, the highest the highest; gaps stay gaps; a flat line is flat.
TEST(Numbers, SparklineShowsTheShape) {
  EXPECT_EQ(sparkline(std::vector<double>{0, 1, 2, 3, 4, 5, 6, 7}, 8), "▁▂▃▄▅▆▇█");
  EXPECT_EQ(sparkline(std::vector<double>{1, NAN, 2}, 8), "▁ █");
  EXPECT_EQ(sparkline(std::vector<double>{5, 5, 5}, 8), "▄▄▄");
  EXPECT_EQ(sparkline(std::vector<double>{0, 0, 8, 8}, 2), "▁█");
  EXPECT_EQ(sparkline({}, 8), "");
}

}  // namespace
}  // namespace tandem
