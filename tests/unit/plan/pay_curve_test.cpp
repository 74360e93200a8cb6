// SPDX-License-Identifier: Apache-2.0
#include "sim/plan/pay_curve.h"

#include <gtest/gtest.h>

#include "tests/golden/pay_case.h"

// What people respond to and what they are paid must be the same function.
namespace tandem::pay_case {
namespace {

struct Plan {
  const char* what;
  P element;
};

std::vector<Plan> every_shape() {
  const Points tiers{{0, 0.04}, {0.8, 0.06}, {1.0, 0.09}};
  std::vector<Plan> out;
  const auto add = [&](const char* what, int kind, auto set) {
    out.push_back({what, element(kind, set)});
  };
  add("flat", P::commission, [](P& e) { e.rate = 0.05; });
  add("marginal", P::commission, [&](P& e) { e.tiers = tiers; });
  add("retroactive", P::commission, [&](P& e) {
    e.tiers = tiers;
    e.tiers_are = P::retroactive;
  });
  add("retroactive, lower edges, threshold lost", P::commission, [&](P& e) {
    e.tiers = tiers;
    e.tiers_are = P::retroactive;
    e.edge = P::lower;
    e.threshold = 0.3;
  });
  add("threshold paid on reaching, cap", P::commission, [&](P& e) {
    e.tiers = tiers;
    e.threshold = 0.5;
    e.below = P::paid_on_reaching;
    e.cap = 1.3;
  });
  add("pay curve", P::commission, [](P& e) {
    e.tiers = {{0.5, 0.02}, {1.0, 0.05}, {1.5, 0.06}};
    e.curve = P::linear;
  });
  add("multipliers and both caps", P::commission, [](P& e) {
    e.rate = 0.05;
    e.multipliers = {{0, 0.65}, {0.8, 1}, {1, 1.5}, {2, 0.5}};
    e.cap_pay = 9000;
    e.cap_rate = 0.055;
  });
  add("retroactive multipliers", P::commission, [](P& e) {
    e.rate = 0.05;
    e.multipliers = {{0.8, 1.2}, {1, 1.5}};
    e.tiers_are = P::retroactive;
    e.cap_rate = 0.06;
  });
  add("money tiers", P::commission, [](P& e) {
    e.tiers = {{0, 0.02}, {30'000, 0.05}, {90'000, 0.01}};
    e.unit = P::money;
  });
  add("year to date", P::commission, [&](P& e) {
    e.tiers = tiers;
    e.basis = P::year_to_date;
  });
  add("carried pay", P::commission, [](P& e) {
    e.rate = 0.1;
    e.cap_pay = 5000;
    e.excess = P::excess_carried;
  });
  add("carried credit", P::commission, [](P& e) {
    e.rate = 0.1;
    e.cap = 0.9;
    e.excess = P::excess_carried;
  });
  add("bonus", P::bonus, [](P& e) { e.pays = 4000; });
  add("bonus, lower edge", P::bonus, [](P& e) {
    e.pays = 4000;
    e.edge = P::lower;
  });
  add("bonus steps", P::bonus, [](P& e) { e.tiers = {{0.8, 2000}, {1, 4000}, {1.5, 9000}}; });
  add("bonus lines", P::bonus, [](P& e) {
    e.tiers = {{0.8, 2000}, {1, 4000}, {1.5, 9000}};
    e.curve = P::linear;
    e.cap_pay = 7000;
  });
  add("spiff", P::spiff, [](P& e) {
    e.measure = P::own_revenue;
    e.rate = 0.03;
    e.cap_pay = 3000;
  });
  for (const int split : {P::each, P::equal, P::by_base, P::by_credit}) {
    add("team", P::commission, [&](P& e) {
      e.measure = P::team_revenue;
      e.split = split;
      e.tiers = tiers;
    });
  }
  for (const int gathered : {P::average, P::maximum}) {
    add("of the members", P::bonus, [&](P& e) {
      e.measure = P::team_revenue;
      e.gathered = gathered;
      e.tiers = {{0.5, 1000}, {1, 4000}};
      e.curve = P::linear;
    });
  }
  add("override", P::override_pay, [&](P& e) { e.tiers = tiers; });
  return out;
}

TEST(PayCurve, TheCurveIsWhatSettlingPaysForEveryResult) {
  // A grid of results over two quarters, hit edges included: the view of each of three members
  // against the ledger.
  for (const Plan& p : every_shape()) {
    EXPECT_TRUE(faults(p.element).empty()) << p.what << ": " << faults(p.element).front();
    for (const double sold :
         {0.0, 1.0, 29'999.99, 30'000.0, 50'000.0, 50'000.01, 79'999.99, 80'000.0, 99'999.99,
          100'000.0, 100'000.01, 123'456.78, 150'000.0, 240'000.0, 300'000.0, 900'000.0}) {
      for (const int quarter : {0, 1}) {
        Firm firm({salary(50'000), p.element}, 3);
        firm.manager = {-1, 0, 0};
        firm.since[2] = 10;
        firm.open();
        if (quarter == 1) firm.play(62, {{4, 0, 95'000}, {5, 1, 40'000}, {30, 2, 10'000}});
        const int start = 63 * quarter;
        firm.play(start + 61,
                  {{start + 20, 0, sold}, {start + 20, 1, 30'000}, {start + 30, 2, 50'000}});
        const auto& compiled = firm.plans.plans[0].elements[1];
        PoolWeights weights;
        refresh(weights, firm.book, firm.plans, firm.roster(), firm.calendar, start + 62);
        std::vector<PayView> seen;
        for (int seat = 0; seat < 3; ++seat) {
          seen.push_back(view(firm.book, firm.plans, firm.roster(), firm.calendar, seat, compiled,
                              start + 62, weights));
        }
        firm.lines.clear();
        firm.play(start + 62);
        for (int seat = 0; seat < 3; ++seat) {
          const PayView& v = seen[static_cast<std::size_t>(seat)];
          EXPECT_EQ(v.last, start + 62);
          const double paid = whole_units(firm.paid(seat, p.element.kind));
          const double cent = p.element.split == P::each ? 0.0051 : 0.0101;  // a pool's odd cents
          EXPECT_NEAR(v.share * v.curve(v.x), paid, cent)
              << p.what << ", sold " << sold << ", quarter " << quarter << ", seat " << seat;
        }
      }
    }
  }
}

TEST(PayCurve, ThePointsOfATierPlanAreItsKnots) {
  // 4 % to 80,000, 6 % to 100,000, 9 % to the cap at 200,000.
  P e = element(P::commission, [](P& c) {
    c.tiers = {{0, 0.04}, {0.8, 0.06}, {1, 0.09}};
    c.cap = 2;
  });
  PayTerms terms;
  terms.goal = 100'000'00;
  const Curve curve = pay_curve(e, terms);
  EXPECT_DOUBLE_EQ(curve.slope_at(-5), 0);
  EXPECT_NEAR(curve.slope_at(10'000), 0.04, 1e-12);
  EXPECT_NEAR(curve.slope_at(90'000), 0.06, 1e-12);
  EXPECT_NEAR(curve.slope_at(150'000), 0.09, 1e-12);
  EXPECT_NEAR(curve.slope_at(250'000), 0, 1e-12);
  EXPECT_NEAR(curve(250'000), 13'400, 1e-6);
}

TEST(PayCurve, OnTargetEarningsAddUpTheElements) {
  // 60,000 + 4 x 4,000 + 4 x (3,200 + 1,200) + a quarter's prizes of 4,000 over 8 people, four
  // times.
  std::vector<P> plan{salary(60'000), element(P::bonus, [](P& e) { e.pays = 4000; }),
                      element(P::commission,
                              [](P& e) {
                                e.tiers = {{0, 0.04}, {0.8, 0.06}};
                              }),
                      element(P::contest, [](P& e) {
                        e.prizes = {3000, 1000};
                      })};
  EXPECT_NEAR(target_pay(plan, 400'000, Calendar{}), 60'000 + 16'000 + 17'600 + 2000, 1e-9);
}

}  // namespace
}  // namespace tandem::pay_case
