// SPDX-License-Identifier: Apache-2.0
#include "sim/base/calendar.h"

#include <gtest/gtest.h>

namespace tandem {
namespace {

constexpr Period kAll[] = {Period::day, Period::week, Period::month, Period::quarter, Period::year};

// Periods tile the days before and after day 0 alike: each day lies in one, and each one ends once.
TEST(Calendar, PeriodsTileTheDays) {
  const Calendar calendar;
  for (const Period period : kAll) {
    int ends = 0;
    for (int day = -600; day < 600; ++day) {
      EXPECT_LE(calendar.first_day(period, day), day);
      EXPECT_GE(calendar.last_day(period, day), day);
      EXPECT_EQ(calendar.ends(period, day),
                calendar.index(period, day + 1) == calendar.index(period, day) + 1);
      EXPECT_EQ(calendar.starts(period, day), calendar.ends(period, day - 1));
      EXPECT_EQ(calendar.days_left(period, day), calendar.last_day(period, day) + 1 - day);
      ends += calendar.ends(period, day);
    }
    EXPECT_NEAR(ends, 1200.0 / calendar.length(period), 1.0);
  }
}

// Day 0 opens every period, so a year of 252 days holds 4 quarters, 12 months and its own end.
TEST(Calendar, AYearHoldsItsQuartersAndMonths) {
  const Calendar calendar;
  EXPECT_TRUE(calendar.ends(Period::quarter, 62));
  EXPECT_FALSE(calendar.ends(Period::quarter, 61));
  EXPECT_TRUE(calendar.ends(Period::year, 251));
  EXPECT_EQ(calendar.index(Period::quarter, 251), 3);
  EXPECT_EQ(calendar.index(Period::month, 251), 11);
  EXPECT_EQ(calendar.index(Period::month, -1), -1);
  EXPECT_EQ(calendar.first_day(Period::month, -1), -21);
  EXPECT_TRUE(calendar.ends_week(4));
  EXPECT_TRUE(calendar.ends_week(-1));
}

// Working days are 252 of 365.25: an imported cycle of calendar days comes back unchanged.
TEST(Calendar, ConvertsDaysThereAndBack) {
  const Calendar calendar;
  EXPECT_DOUBLE_EQ(calendar.calendar_days(252), 365.25);
  EXPECT_DOUBLE_EQ(calendar.working_days(calendar.calendar_days(37.5)), 37.5);
}

}  // namespace
}  // namespace tandem
