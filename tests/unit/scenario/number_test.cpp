// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/number.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <random>
#include <string>

namespace tandem {
namespace {

const Calendar kCalendar;

double value(const std::string& text, Unit unit) {
  const auto read = read_number(text, unit, kCalendar);
  const auto* number = std::get_if<double>(&read);
  EXPECT_NE(number, nullptr) << text << ": " << std::get<NumberFault>(read).message;
  return number == nullptr ? std::nan("") : *number;
}

bool refused(const std::string& text, Unit unit) {
  return std::holds_alternative<NumberFault>(read_number(text, unit, kCalendar));
}

// What people write; equality is exact because the suffix moves the point of the digits.
TEST(Number, UnitsAreReadAsPeopleWriteThem) {
  EXPECT_EQ(value("15%", Unit::share), 0.15);
  EXPECT_EQ(value("0.1 %", Unit::share), 0.001);
  EXPECT_EQ(value("-5%", Unit::share), -0.05);
  EXPECT_EQ(value("1e1%", Unit::share), 0.1);
  EXPECT_EQ(value("0.15", Unit::share), 0.15);
  EXPECT_EQ(value("2h", Unit::hours), 2);
  EXPECT_EQ(value("30min", Unit::hours), 0.5);
  EXPECT_EQ(value("1.5", Unit::hours), 1.5);
  EXPECT_EQ(value("3d", Unit::days), 3);
  EXPECT_EQ(value("2w", Unit::days), 10);
  EXPECT_EQ(value("1m", Unit::days), 21);
  EXPECT_EQ(value("2q", Unit::days), 126);
  EXPECT_EQ(value("1y", Unit::days), 252);
  EXPECT_EQ(value("60k", Unit::money), 60000);
  EXPECT_EQ(value("1.5M", Unit::money), 1500000);
  EXPECT_EQ(value("0.07k", Unit::money), 70);
  EXPECT_EQ(value("2%", Unit::per_day), 0.02);
  EXPECT_EQ(value("+.5", Unit::none), 0.5);
  EXPECT_EQ(value("5.", Unit::none), 5);
  EXPECT_EQ(value("1E3", Unit::none), 1000);
  EXPECT_EQ(value("0", Unit::none), 0);
  EXPECT_EQ(value("-0.5", Unit::none), -0.5);
}

// The scenario's own calendar says how long a month is.
TEST(Number, DurationsFollowTheCalendar) {
  const Calendar own{6, 26, 78, 312, 8};
  EXPECT_EQ(std::get<double>(read_number("2w", Unit::days, own)), 12);
  EXPECT_EQ(std::get<double>(read_number("1y", Unit::days, own)), 312);
}

TEST(Number, WhatIsNoNumberIsRefused) {
  for (const char* text :
       {"",      " ",   "-",        "+",     ".",  "%",    "e5",  "--1",  "1.2.3", "1 2",
        "1,5",   "1_0", "010",      "-010",  "00", "0x1F", "0b1", "0o7",  "nan",   ".nan",
        "-.inf", "inf", "Infinity", "1e400", "1h", "1%",   "$5",  "5 %%", "1e"})
    EXPECT_TRUE(refused(text, Unit::none)) << text;
  EXPECT_TRUE(refused("5d", Unit::hours));
  EXPECT_TRUE(refused("5h", Unit::days));
  EXPECT_TRUE(refused("5K", Unit::money));
  EXPECT_TRUE(refused("5  %", Unit::share));
}

TEST(Number, TheTinyIsZero) { EXPECT_EQ(value("1e-400", Unit::none), 0); }

// What is written reads back to the same bits, for any double, and is as short as can be.
TEST(Number, WritingIsExactAndShort) {
  EXPECT_EQ(write_number(0.1, Unit::none), "0.1");
  EXPECT_EQ(write_number(0.1, Unit::share), "10%");
  EXPECT_EQ(write_number(0.155, Unit::share), "15.5%");
  EXPECT_EQ(write_number(1, Unit::share), "100%");
  EXPECT_EQ(write_number(0.0006, Unit::share), "0.06%");
  EXPECT_EQ(write_number(-0.25, Unit::share), "-25%");
  EXPECT_EQ(write_number(0, Unit::share), "0%");
  EXPECT_EQ(write_number(252, Unit::days), "252d");
  EXPECT_EQ(write_number(1.5, Unit::hours), "1.5h");
  EXPECT_EQ(write_number(100000, Unit::money), "100000");
  std::mt19937_64 chance(5);
  for (int i = 0; i < 20000; ++i) {
    const double any = std::bit_cast<double>(chance());
    const double near_one = static_cast<double>(chance() >> 11) * 0x1p-53;
    for (const double x : {any, near_one, near_one * 1e6, -near_one / 1e5}) {
      if (!std::isfinite(x)) continue;
      for (const Unit unit : {Unit::none, Unit::share, Unit::hours, Unit::days, Unit::money}) {
        const std::string text = write_number(x, unit);
        const auto read = read_number(text, unit, kCalendar);
        ASSERT_TRUE(std::holds_alternative<double>(read)) << text;
        ASSERT_EQ(std::bit_cast<std::uint64_t>(std::get<double>(read)),
                  std::bit_cast<std::uint64_t>(x))
            << text;
      }
    }
  }
}

}  // namespace
}  // namespace tandem
