// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/import/book.h"

// The figures of a book that a scenario is fitted to. Durations are calendar days, rates per
// calendar day.
namespace tandem::crm {

/// Value at which a share q of sorted values lies below, interpolated; 0 if there are none.
[[nodiscard]] double quantile(const std::vector<double>& sorted, double q);
[[nodiscard]] double mean(const std::vector<double>& values);

struct ProductFacts {
  int product = -1;  ///< of the book; -1 = rows without a product
  double opportunities = 0, won = 0, lost = 0;
  double offset = 0;           ///< log odds of winning against all, shrunk by their noise
  std::vector<double> values;  ///< of won deals, sorted
};

struct RepFacts {
  double opportunities = 0, won = 0, lost = 0;
  Day last_seen = kNoDay;  ///< last created or closed
};

struct Facts {
  Day first = kNoDay, last = kNoDay;  ///< window: first to last close date of decided deals
  double days = 0;                    ///< in the window, ends included
  double won = 0, lost = 0, open = 0;
  double win_rate = 0;  ///< won over won and lost

  bool dated = false;  ///< created dates are there
  Day arrivals_until = kNoDay;
  double arrivals =
      0;  ///< a day, over the part of the window in which arrivals have had time to be seen
  double arrivals_whole = 0;  ///< a day, over the whole window
  double won_a_day = 0;

  std::vector<double> won_cycles, lost_cycles;  ///< sorted
  double undecided =
      0;  ///< share of opportunities older than every decided one that stay open (Kaplan-Meier)
  double oldest = 0;  ///< longest cycle

  std::vector<double> values;  ///< of won deals, sorted
  std::vector<ProductFacts> products;
  std::vector<RepFacts> reps;    ///< by rep of the book
  std::vector<double> accounts;  ///< opportunities by account of the book
  double rep_spread = 0;         ///< sd of win rates between reps beyond chance
  struct Month {
    std::string name;
    int created = 0, won = 0, lost = 0;
  };
  std::vector<Month> months;
};

/// Faults if there is nothing to fit: no won deal with a close date.
[[nodiscard]] Result<Facts> facts_of(Book& book);

/// Variance between groups beyond chance (DerSimonian and Laird 1986), of success rates w out of n.
[[nodiscard]] double excess_variance(const std::vector<double>& won,
                                     const std::vector<double>& tried);

}  // namespace tandem::crm
