// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/import/facts.h"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/scenario/import/calibrate.h"
#include "sim/scenario/import/constants.h"
#include "sim/scenario/import/cycle.h"
#include "sim/scenario/import/values.h"
#include "tests/unit/import/exports.h"

namespace tandem::crm {
namespace {

Facts facts_of_export(const std::string& name) {
  Book book = book_of(map_export(name));
  Result<Facts> facts = facts_of(book);
  EXPECT_TRUE(facts.ok());
  return std::move(facts).value();
}

Deal deal(Outcome outcome, Day created, Day closed) {
  Deal d;
  d.outcome = outcome;
  d.created = created;
  d.closed = closed;
  d.cents = 10000;
  return d;
}

// Quantiles are the plain ones with linear interpolation, as spreadsheets and numpy have them.
TEST(Facts, TakesPlainQuantiles) {
  const std::vector<double> values{1, 2, 3, 4};
  EXPECT_DOUBLE_EQ(quantile(values, 0.25), 1.75);
  EXPECT_DOUBLE_EQ(quantile(values, 0.5), 2.5);
  EXPECT_DOUBLE_EQ(quantile(values, 1), 4);
  EXPECT_DOUBLE_EQ(quantile({}, 0.5), 0);
  EXPECT_DOUBLE_EQ(mean(values), 2.5);
}

// Counted by hand from the file.
TEST(Facts, CountsAnExport) {
  const Facts facts = facts_of_export("iso");
  EXPECT_EQ(facts.won, 169);
  EXPECT_EQ(facts.lost, 196);
  EXPECT_NEAR(facts.win_rate, 169.0 / 365, 1e-12);
  EXPECT_EQ(day_text(facts.first), "2023-01-04");
  EXPECT_EQ(day_text(facts.last), "2023-12-28");
  EXPECT_EQ(facts.won_cycles.size(), 169u);
  EXPECT_NEAR(facts.won_a_day, 169.0 / facts.days, 1e-12);
}

// Ten deals close at age 10, ten never do, the rest of the evidence being censored: half are
// undecided.
TEST(Facts, CountsTheUndecidedAsCensored) {
  Book book;
  for (int i = 0; i < 100; ++i) {
    book.deals.push_back(deal(Outcome::won, 100 + i, 110 + i));
    book.deals.push_back(deal(Outcome::open, 100 + i, kNoDay));
  }
  const Facts facts = std::move(facts_of(book)).value();
  EXPECT_NEAR(facts.undecided, 0.5, 0.03);
}

// Opportunities of the last weeks are seen late: the rate must not fall because the window ends.
TEST(Facts, TakesTheRateWhereItCanBeSeen) {
  Book book;
  for (int day = 0; day < 365; ++day)
    if (day + 60 < 365)
      book.deals.push_back(deal(Outcome::won, day, day + 60));  // one a day; open ones not exported
  const Facts facts = std::move(facts_of(book)).value();
  EXPECT_NEAR(facts.arrivals, 1, 0.02);
  EXPECT_LT(facts.arrivals_whole, 0.85);
}

// Without a won deal there is nothing to fit, and that is said.
TEST(Facts, NeedsAWonDeal) {
  Book book;
  book.deals.push_back(deal(Outcome::lost, 1, 5));
  EXPECT_FALSE(facts_of(book).ok());
}

// Equal chances leave no spread between groups beyond chance; clearly different ones do.
TEST(Facts, TellsSkillFromChance) {
  EXPECT_EQ(excess_variance({50, 52, 48, 51}, {100, 100, 100, 100}), 0);
  EXPECT_NEAR(std::sqrt(excess_variance({200, 800, 200, 800}, {1000, 1000, 1000, 1000})), 0.346,
              0.03);
}

// The fit finds the law that made a sample: four stages of shape 2, no quick purchases.
TEST(Cycle, FitsOneMode) {
  CycleLaw law{2, 30, 0, 0.15};
  CycleTarget target;
  target.mean = 30;
  for (std::size_t i = 0; i < 5; ++i) target.quantiles[i] = cycle_quantile(law, kShownShares[i]);
  const CycleLaw fitted = fit_cycle(target);
  EXPECT_EQ(fitted.shape, 2);
  EXPECT_EQ(fitted.fast_share, 0);
  EXPECT_DOUBLE_EQ(fitted.mean, 30);
}

// Two modes need quick purchases: mean, median and the outer quantiles are met at once.
TEST(Cycle, FitsTwoModes) {
  const CycleLaw law{4, 57, 0.4, 0.1};
  CycleTarget target;
  target.mean = 57 * (0.6 + 0.4 * 0.1);
  for (std::size_t i = 0; i < 5; ++i) target.quantiles[i] = cycle_quantile(law, kShownShares[i]);
  const CycleLaw fitted = fit_cycle(target);
  EXPECT_NEAR(fitted.fast_share, 0.4, 0.04);
  EXPECT_NEAR(fitted.mean * (1 - fitted.fast_share + fitted.fast_share * fitted.fast_factor),
              target.mean, 1e-9);
  for (std::size_t i = 0; i < 5; ++i)
    EXPECT_NEAR(cycle_quantile(fitted, kShownShares[i]) / target.quantiles[i], 1, 0.12) << i;
}

// The chances of the stages multiply to the win rate, and late losses lie in late stages.
TEST(Cycle, SpreadsLossesOverStages) {
  for (const double lateness : {0.3, 0.6, 0.8}) {
    const std::array<double, 4> pass = stage_chances(0.4, lateness);
    double reach = 1, gone = 0, life = 0;
    for (std::size_t s = 0; s < 4; ++s) {
      gone += kStageParts[s];
      life += reach * (1 - pass[s]) * gone / 0.6;
      reach *= pass[s];
    }
    EXPECT_NEAR(reach, 0.4, 1e-9);
    EXPECT_NEAR(life, lateness, 1e-3);
  }
}

// A log-normal sample takes one band; list prices mixed in one column take several. The mean is met
// by both.
TEST(Values, TakeAsManyBandsAsTheyNeed) {
  std::vector<double> one, two;
  for (int i = 1; i < 400; ++i) {
    const double z = std::sqrt(2.0) * 1.2 * (i / 200.0 - 1);  // any symmetric spread of logs
    one.push_back(100 * std::exp(0.3 * z));
    two.push_back(i % 2 == 0 ? 50 + 0.01 * i : 5000 + i);
  }
  std::sort(one.begin(), one.end());
  std::sort(two.begin(), two.end());
  EXPECT_EQ(fit_values(one).size(), 1u);
  const std::vector<ValueBand> bands = fit_values(two);
  EXPECT_GT(bands.size(), 1u);
  double total = 0;
  for (const ValueBand& band : bands) total += band.share * band.price;
  EXPECT_NEAR(total / mean(two), 1, 0.01);
  for (const double share : {0.25, 0.75})
    EXPECT_NEAR(band_quantile(bands, share) / quantile(two, share), 1, 0.1);
}

// A large firm is fitted on a small one of its kind: as much work a seat, a known share of the
// opportunities.
TEST(Calibration, FitsALargeFirmOnASmallOne) {
  Constants c;
  c.teams = {{"a", "t", 40, "", {}}, {"b", "t", 1, "", {}}};
  c.territories = {{"t", 1000, 1, ""}};
  c.work = {1, 1, 1, 1};
  Facts facts;
  facts.arrivals = 1000 / kCalendarYear;
  EXPECT_EQ(small_firm(c, facts, 2000).share, 1);
  const SmallFirm small = small_firm(c, facts, 100);
  EXPECT_EQ(small.constants.teams[0].seats, 4);
  EXPECT_EQ(small.constants.teams[1].seats, 1);
  EXPECT_DOUBLE_EQ(small.share, 0.1);
  EXPECT_NEAR(small.constants.work[0], 5.0 / 41 / 0.1,
              1e-12);  // five seats do a tenth of what 41 did
}

// Numbers in a scenario are for people: no exponent, no digits that mean nothing.
TEST(Figures, AreWrittenPlainly) {
  EXPECT_EQ(figure(123456.789, 4), "123500");
  EXPECT_EQ(figure(0.00012345, 3), "0.000123");
  EXPECT_EQ(figure(12, 4), "12");
  EXPECT_EQ(figure(-3.14159, 3), "-3.14");
  EXPECT_EQ(figure(0), "0");
}

}  // namespace
}  // namespace tandem::crm
