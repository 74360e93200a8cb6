// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tandem {

enum class Period { day, week, month, quarter, year };

/// Working days and the periods they make. Day 0 opens the first week, month, quarter and year at
/// once; days before it (the going concern's past) count on backwards. MODEL section 1.
struct Calendar {
  int week = 5;      ///< working days in a week
  int month = 21;    ///< working days in a month
  int quarter = 63;  ///< working days in a quarter
  int year = 252;    ///< working days in a year
  double hours = 8;  ///< working hours in a day

  /// Working days in the period.
  [[nodiscard]] constexpr int length(Period period) const {
    switch (period) {
      case Period::day:
        return 1;
      case Period::week:
        return week;
      case Period::month:
        return month;
      case Period::quarter:
        return quarter;
      case Period::year:
        return year;
    }
    return 1;
  }

  /// Which period of its kind `day` lies in: 0 holds day 0, -1 the day before.
  [[nodiscard]] constexpr int index(Period period, int day) const {
    const int days = length(period);
    return day >= 0 ? day / days : -((-day - 1) / days) - 1;
  }

  /// First day of the period that holds `day`.
  [[nodiscard]] constexpr int first_day(Period period, int day) const {
    return index(period, day) * length(period);
  }

  /// Last day of the period that holds `day`.
  [[nodiscard]] constexpr int last_day(Period period, int day) const {
    return first_day(period, day) + length(period) - 1;
  }

  /// Is `day` the first of its period?
  [[nodiscard]] constexpr bool starts(Period period, int day) const {
    return first_day(period, day) == day;
  }

  /// Is `day` the last of its period? Pay of the period is settled then.
  [[nodiscard]] constexpr bool ends(Period period, int day) const {
    return last_day(period, day) == day;
  }

  [[nodiscard]] constexpr bool ends_week(int day) const { return ends(Period::week, day); }

  /// Working days left in the period, `day` itself included: 1 on its last day.
  [[nodiscard]] constexpr int days_left(Period period, int day) const {
    return last_day(period, day) - day + 1;
  }

  /// Mean calendar days that a number of working days spans, at year / 365.25. Rates go the other
  /// way.
  [[nodiscard]] constexpr double calendar_days(double working) const {
    return working * (365.25 / year);
  }

  /// Mean working days within a number of calendar days.
  [[nodiscard]] constexpr double working_days(double calendar) const {
    return calendar * (year / 365.25);
  }
};

}  // namespace tandem
