// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "sim/model/model.h"
#include "sim/state/state.h"
#include "tests/support/firms.h"

// EVIDENCE B7-B9 and A1 in the engine: people with everything else switched off have exact answers.
namespace tandem {
namespace {

std::vector<std::string> hazard(double yearly, const std::string& delay) {
  return {"mechanisms.quitting=yes", "quitting.rate=" + std::to_string(yearly),
          "quitting.tenure=0",       "quitting.morale=0",
          "quitting.pay=0",          "quitting.fatigue=0",
          "quitting.loyalty=0",      "hiring.delay=" + delay,
          "hiring.shape=0",          "teams.A.seats.generalist=40"};
}

std::vector<std::string> with(std::vector<std::string> set, const std::vector<std::string>& more) {
  set.insert(set.end(), more.begin(), more.end());
  return set;
}

// B7. At a constant hazard h a day a first-day cohort keeps exp(-h t); leavers a seat and year are
// h x 252 with instant refill. T1's 27 % a year is h = -ln(1 - .27) / 252.
TEST(People, ConstantHazardGivesTheTurnoverItSays) {
  const double yearly = -std::log(1 - 0.27);
  const Scenario scenario = test::firm(test::kBare, with(hazard(yearly, "0"), {"horizon=252"}));
  double stayed = 0, seats = 0, quits = 0;
  for (std::uint32_t replication = 0; replication < 150; ++replication) {
    World world(scenario, 9, replication);
    world.run_to_end();
    for (std::size_t i = 0; i < 40; ++i) {
      stayed += world.state().people.person[i] == 0 && world.state().people.present[i];
      quits += world.state().people.person[i] + (world.state().people.present[i] ? 0 : 1);
      ++seats;
    }
  }
  EXPECT_NEAR(stayed / seats, 0.73, 3.5 * std::sqrt(0.73 * 0.27 / seats));
  // A vacancy lasts one day here (the successor comes the next morning): mu / (1 + mu v) of a
  // cohort's hazard.
  const double expected = yearly / (1 + yearly / 252);
  EXPECT_NEAR(quits / seats, expected, 3.5 * std::sqrt(expected / seats));
}

// B8. With vacancies of v days a seat is filled 1 / (1 + mu v) of the time in the long run.
TEST(People, VacanciesTakeTheirShareOfSeats) {
  const double yearly = 1.0;
  const Scenario scenario = test::firm(test::kBare, with(hazard(yearly, "30d"), {"horizon=2000"}));
  double filled = 0, looked = 0;
  std::vector<double> by_run;
  for (std::uint32_t replication = 0; replication < 20; ++replication) {
    World world(scenario, 9, replication);
    double here = 0, all = 0;
    while (!world.finished()) {
      world.run_day();
      if (world.day() < 300) continue;
      for (std::size_t i = 0; i < 40; ++i) here += world.state().people.present[i], ++all;
    }
    by_run.push_back(here / all);
    filled += here, looked += all;
  }
  const double mean = filled / looked;
  double spread = 0;
  for (const double x : by_run) spread += (x - mean) * (x - mean);
  const double error = std::sqrt(spread / 19 / 20);
  const double v = 30 + 1;  // the successor comes on the morning after the 30th empty day
  EXPECT_NEAR(mean, 1 / (1 + yearly / 252 * v), 3.5 * error);
}

// B9. A skill that closes its gap to S at rate a, in people who leave at rate mu, is S a / (a + mu)
// on average in the long run (newcomers know nothing).
TEST(People, MeanSkillIsGrowthOverGrowthAndTurnover) {
  const double yearly = 1.5;
  const Scenario scenario = test::firm(
      test::kBare, with(hazard(yearly, "0"), {"horizon=1500", "mechanisms.learning=yes",
                                              "knowledge.doing=0", "knowledge.study=0.01",
                                              "knowledge.newcomer=0", "people.own_knowledge=0.8"}));
  std::vector<double> by_run;
  double hours = 0;
  for (std::uint32_t replication = 0; replication < 20; ++replication) {
    World world(scenario, 4, replication);
    double sum = 0, n = 0;
    while (!world.finished()) {
      world.run_day();
      if (world.day() < 600) continue;
      for (std::size_t i = 0; i < 40; ++i)
        if (world.state().people.present[i]) sum += world.state().people.knowledge[i] / 0.8, ++n;
    }
    hours = world.state().people.hours[3];
    by_run.push_back(sum / n);
  }
  double mean = 0, spread = 0;
  for (const double x : by_run) mean += x / 20;
  for (const double x : by_run) spread += (x - mean) * (x - mean);
  const double a = 0.01 * hours, mu = yearly / 252;  // a day
  // Learning is booked at the end of the week, two days and a half late on average: a little less
  // than the formula.
  const double late = a / (a + mu) * (1 - 2.5 * mu);
  EXPECT_NEAR(mean, late, 3.5 * std::sqrt(spread / 19 / 20) + 0.002);
}

// A1 in the engine: under one linear commission b, risk neutral, effort is conscience + r b / kappa
// exactly, whatever its split, because delay and impatience are off and no activity is dropped.
TEST(People, OneLinearCommissionGivesTheEffortOfTheFormula) {
  const std::vector<std::string> set = {
      "mechanisms.pay_response=yes", "effort.impatience=0", "effort.next_period=1",
      "effort.conscience=0.5",       "effort.cost=8000",    "horizon=20"};
  std::string text = test::kBare;
  text.replace(text.find("{salary: 50000, per: year}"), 26,
               "{commission: own revenue, per: quarter, rate: 7%}");
  const Scenario scenario = test::firm(text, set);
  World world(scenario, 1, 0);
  while (!world.finished()) {
    world.run_day();
    const double r = scenario.model().seat_credit[0];
    EXPECT_NEAR(world.state().people.effort[0], 0.5 + r * 0.07 / 8000, 1e-9);
  }
}

}  // namespace
}  // namespace tandem
