// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "sim/base/luck.h"
#include "sim/plan/settling.h"
#include "tests/golden/pay_case.h"

// What must hold for every plan and every stream of credit: 1,000 random firms from addressed luck.
namespace tandem::pay_case {
namespace {

/// Random numbers of one case, in order.
class Dice {
 public:
  explicit Dice(std::uint64_t number) : luck_(number, 0) {}
  double uniform() { return luck_.uniform(Purpose::test, 1, 0, next_++); }
  int below(int n) { return static_cast<int>(uniform() * n); }
  bool often(double chance) { return uniform() < chance; }

 private:
  Luck luck_;
  std::uint32_t next_ = 0;
};

Points random_tiers(Dice& dice, double scale) {
  Points out;
  double edge = dice.often(0.7) ? 0 : 0.2;
  for (int i = dice.below(3) + 1; i > 0; --i) {
    out.emplace_back(edge, scale * dice.uniform());
    edge += 0.2 + dice.uniform() * 0.5;
  }
  return out;
}

/// A random element of a kind that pays by result, without faults.
P random_result(Dice& dice, int kind) {
  for (;;) {
    P e = P::of(kind);
    constexpr std::array kMeasures{P::own_revenue,  P::own_margin,        P::team_revenue,
                                   P::firm_revenue, P::territory_revenue, P::deals_won};
    if (kind == P::commission || kind == P::bonus)
      e.measure = kMeasures[static_cast<std::size_t>(dice.below(6))];
    e.per = P::week + dice.below(4);
    if (kind == P::bonus) {
      e.tiers = random_tiers(dice, 5000);
      if (e.tiers.size() > 1 && dice.often(0.5)) e.curve = P::linear;
    } else if (dice.often(0.3)) {
      e.rate = dice.uniform() * 0.2;
    } else {
      e.tiers = random_tiers(dice, 0.2);
    }
    e.tiers_are = dice.below(2);
    e.edge = dice.below(2);
    if (kind != P::bonus && dice.often(0.3)) e.curve = dice.below(2);
    if (dice.often(0.2)) e.basis = P::year_to_date;
    if (e.measure == P::own_margin || e.measure == P::deals_won) e.goal = 1 + dice.below(20) * 100;
    if (kind != P::bonus && dice.often(0.3)) {
      e.threshold = 0.2 + 0.2 * dice.uniform();
      e.below = dice.below(2);
    }
    if (dice.often(0.3)) e.multipliers = {{0.6, 0.5 + dice.uniform()}, {1.0, 0.5 + dice.uniform()}};
    if (dice.often(0.3)) e.cap = 0.8 + dice.uniform();
    if (dice.often(0.3)) e.cap_pay = 100 + dice.below(5000);
    if (dice.often(0.2)) e.cap_rate = 0.05 + 0.1 * dice.uniform();
    if (dice.often(0.2)) e.cap_deal = 5000;
    if (dice.often(0.3)) e.excess = P::excess_carried;
    if (kind == P::pool || dice.often(0.3)) e.split = 1 + dice.below(3);
    if (dice.often(0.2)) e.gathered = dice.below(3);
    e.prorate = dice.below(3);
    if (dice.often(0.2)) {
      e.credited = P::customer_paid;
      e.after = dice.below(40);
    }
    if (dice.often(0.2)) e.pay_lag = dice.below(30);
    if (kind == P::bonus) {
      e.cap = 0;
      e.multipliers.clear();
      e.cap_rate = 0;
    }
    if (faults(e).empty()) return e;
  }
}

std::vector<P> random_plan(Dice& dice) {
  std::vector<P> plan;
  if (dice.often(0.8)) plan.push_back(salary(20'000 + dice.below(50'000)));
  for (const int kind : {P::commission, P::commission, P::bonus, P::pool, P::override_pay})
    if (dice.often(0.5)) plan.push_back(random_result(dice, kind));
  if (dice.often(0.3)) {
    plan.push_back(element(P::contest, [&](P& e) {
      e.per = P::month;
      e.prizes = {1000, 333.33, 100};
      e.ties = dice.below(3);
    }));
  }
  if (dice.often(0.5)) {
    plan.push_back(element(P::draw, [&](P& e) {
      e.amount = 1 + dice.below(3000);
      e.recovery = dice.uniform();
      e.on_exit = dice.below(2);
      e.advance = dice.below(2);
      e.lasts = dice.often(0.5) ? 100 : 0;
    }));
  }
  if (dice.often(0.4)) {
    plan.push_back(element(P::clawback, [&](P& e) {
      e.window = 30 + dice.below(150);
      e.claw_rate = dice.below(2);
      e.removes_credit = dice.often(0.5);
    }));
  }
  if (dice.often(0.3))
    plan.push_back(element(P::windfall, [&](P& e) { e.treatment = dice.below(4); }));
  if (dice.often(0.2)) plan.push_back(element(P::profit_share, [](P& e) { e.rate = 0.05; }));
  if (dice.often(0.3))
    plan.push_back(element(P::exchange, [&](P& e) {
      e.currency = "EUR";
      e.fx_rate = 0.5 + dice.uniform();
      e.fx_at = dice.below(3);
      e.rounding = dice.below(2);
    }));
  return plan;
}

struct Sold {
  std::uint64_t deal;
  int day;
};

struct Played {
  std::vector<PayLine> lines;
  std::uint64_t hash = 0;
};

/// One firm of six seats through a year and a half of sales, cancellations, exits, entries and a
/// change of plan. `check` sees the firm after each day.
template <class Check, class Before>
Played play_random(std::uint64_t number, Check check, Before before_settling) {
  Dice dice(number);
  Firm firm(Plans{random_plan(dice), random_plan(dice)}, 6);
  firm.team = {0, 0, 0, 1, 1, 1};
  firm.territory = {0, 0, 1, 1, 0, 1};
  firm.manager = {-1, 0, 0, -1, 3, 3};
  for (auto& quota : firm.quota) quota = 100'000'00 + dice.below(1'000'000) * 100;
  firm.open();
  std::vector<Sold> sold;
  for (int day = 0; day < 378; ++day) {
    const std::size_t start = firm.lines.size();
    if (day == 150 || day == 189) {
      std::vector<int> seats;
      for (int seat = 0; seat < 6; ++seat)
        if (dice.often(0.5) && firm.since[static_cast<std::size_t>(seat)] != kNobody)
          seats.push_back(seat);
      firm.replan(seats, 1, day);
    }
    for (int seat = 0; seat < 6; ++seat) {
      const bool there = firm.since[static_cast<std::size_t>(seat)] != kNobody;
      if (!there && dice.often(0.1)) firm.enter(seat, day);
      if (dice.often(0.1)) {
        const double amount = 100 + dice.uniform() * (dice.often(0.03) ? 400'000 : 20'000);
        firm.sell({day, seat, amount, 0.4 * amount, dice.below(2), dice.below(2), dice.often(0.2)});
        sold.push_back({firm.deals, day});
      }
    }
    if (!sold.empty() && dice.often(0.05)) {
      const Sold& back = sold[static_cast<std::size_t>(dice.below(static_cast<int>(sold.size())))];
      firm.cancel_deal(back.deal, back.day, day);
    }
    before_settling(firm, day);
    settle_day(firm.book, firm.plans, firm.roster(), firm.calendar, day, firm.lines);
    for (int seat = 0; seat < 6; ++seat)
      if (firm.since[static_cast<std::size_t>(seat)] != kNobody && dice.often(0.005))
        firm.exit(seat, day);
    check(firm, day, start);
  }
  Hasher hasher;
  add_to(hasher, firm.book);
  return {firm.lines, hasher.value()};
}

template <class Check>
Played play_random(std::uint64_t number, Check check) {
  return play_random(number, check, [](const Firm&, int) {});
}

TEST(PayProperty, WhatPeopleSeeIsWhatTheyArePaid) {
  // On the last day of each period, for every element that follows a result: the curve at the
  // result is the line paid, after changes of plan, late entries, clawbacks, windfalls, carried
  // credit and hurdles alike.
  struct Seen {
    int seat, slot, kind;
    double pay;
  };
  int compared = 0, paid = 0;
  for (std::uint64_t number = 0; number < 400; ++number) {
    std::vector<Seen> seen;
    const auto before = [&](const Firm& firm, int day) {
      seen.clear();
      PayBook book = firm.book;
      settling::release(book, {firm.plans, firm.roster(), firm.calendar}, day);
      PoolWeights weights;
      refresh(weights, book, firm.plans, firm.roster(), firm.calendar, day);
      for (int seat = 0; seat < 6; ++seat) {
        const auto i = static_cast<std::size_t>(seat);
        if (firm.since[i] == kNobody) continue;
        for (const auto& e : firm.plans.plans[static_cast<std::size_t>(firm.plan[i])].elements) {
          if (!has_view(e) || e.cost >= 0 || !firm.calendar.ends(e.per, day)) continue;
          const PayView v =
              view(book, firm.plans, firm.roster(), firm.calendar, seat, e, day, weights);
          ASSERT_EQ(v.x, v.tally.result(book));
          seen.push_back({seat, e.slot, e.says.kind, v.share * v.curve(v.x)});
        }
      }
    };
    const auto check = [&](const Firm& firm, int day, std::size_t start) {
      for (const Seen& s : seen) {
        double got = 0;
        const auto take = [&](const PayLine& line) {
          if (line.seat == s.seat && line.slot == s.slot && line.kind == s.kind &&
              line.earned == day)
            got += whole_units(line.amount);
        };
        for (std::size_t i = start; i < firm.lines.size(); ++i) take(firm.lines[i]);
        for (const PayLine& line : firm.book.waiting) take(line);
        ++compared;
        paid += got > 0 ? 1 : 0;
        if (got < 0) continue;  // a year to date may take back
        ASSERT_NEAR(s.pay, got, 0.0101)
            << "firm " << number << ", day " << day << ", seat " << s.seat << ", "
            << kinds()[static_cast<std::size_t>(s.kind)].name << " in place " << s.slot;
      }
    };
    play_random(number, check, before);
    if (HasFatalFailure()) break;
  }
  EXPECT_GT(compared, 100'000);
  EXPECT_GT(paid, 20'000);
}

TEST(PayProperty, DrawsAreConservedAndNoPayIsNegativeButWhatIsTakenBack) {
  // Advanced = recovered + forgiven + outstanding, on every day of a thousand firms; the sums of
  // the lines say the same.
  for (std::uint64_t number = 0; number < 1000; ++number) {
    Money drawn = 0, back = 0;
    play_random(number, [&](const Firm& firm, int day, std::size_t start) {
      Money balance = 0;
      for (const Money one : firm.book.draw_balance) balance += one;
      for (std::size_t i = start; i < firm.lines.size(); ++i) {
        const PayLine& line = firm.lines[i];
        if (line.kind == P::draw) (line.amount > 0 ? drawn : back) += std::abs(line.amount);
        const bool to_date =
            line.kind == P::commission || line.kind == P::bonus || line.kind == P::override_pay;
        ASSERT_TRUE(line.amount >= 0 || line.kind == P::draw || line.kind == P::clawback || to_date)
            << "firm " << number << ", day " << day;
        ASSERT_LE(line.paid, day);
      }
      ASSERT_EQ(firm.book.drawn, firm.book.recovered + firm.book.forgiven + balance)
          << "firm " << number << ", day " << day;
      ASSERT_EQ(firm.book.drawn, drawn) << "firm " << number << ", day " << day;
      ASSERT_EQ(firm.book.recovered, back) << "firm " << number << ", day " << day;
    });
  }
}

TEST(PayProperty, ARerunGivesTheSameLinesToTheCent) {
  // Rows once paid are frozen: the same inputs give the same lines, and a copied book goes on as
  // its original.
  for (std::uint64_t number = 0; number < 100; ++number) {
    const auto nothing = [](const Firm&, int, std::size_t) {};
    const Played one = play_random(number, nothing), two = play_random(number, nothing);
    ASSERT_EQ(one.hash, two.hash);
    ASSERT_EQ(one.lines.size(), two.lines.size());
    for (std::size_t i = 0; i < one.lines.size(); ++i) {
      ASSERT_EQ(one.lines[i].amount, two.lines[i].amount);
      ASSERT_EQ(one.lines[i].local, two.lines[i].local);
      ASSERT_EQ(one.lines[i].seat, two.lines[i].seat);
    }
  }
}

TEST(PayProperty, SplitDealsAddUpToTheDeal) {
  // Any shares that sum to one, any amount, refunds too.
  Firm firm({commission(0.1)});
  firm.open();
  for (std::uint64_t number = 0; number < 1000; ++number) {
    Dice dice(number);
    std::vector<double> shares(static_cast<std::size_t>(1 + dice.below(7)));
    double sum = 0;
    for (double& share : shares) sum += share = dice.uniform();
    for (double& share : shares) share /= sum;
    const Money amount = dice.below(2'000'000'000) - 100'000, margin = dice.below(1000);
    std::vector<CreditLine> lines(shares.size());
    split_credit(firm.book, amount, margin, shares, lines);
    Money amounts = 0, margins = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      amounts += lines[i].amount;
      margins += lines[i].margin;
      EXPECT_NEAR(static_cast<double>(lines[i].amount), shares[i] * static_cast<double>(amount),
                  1.5);
    }
    ASSERT_EQ(amounts, amount);
    ASSERT_EQ(margins, margin);
  }
}

TEST(PayProperty, APoolPaysOutExactlyItsSum) {
  // Whatever the weights and however many divide it: the lines add up to the rounded pool.
  for (std::uint64_t number = 0; number < 1000; ++number) {
    Dice dice(number);
    P e = random_result(dice, P::pool);
    e.measure = P::team_revenue;
    e.gathered = P::total;
    e.per = P::quarter;
    e.credited = P::booked;
    e.after = e.pay_lag = 0;
    const int seats = 1 + dice.below(9);
    Firm firm({salary(24'000), e}, seats);
    for (auto& since : firm.since) since = dice.below(60);
    firm.open();
    std::vector<Sale> sales;
    double total = 0;
    for (int i = 0; i < 20; ++i) {
      const double amount = std::floor(dice.uniform() * 1e7) / 100;
      sales.push_back({61, dice.below(seats), amount});
      total += e.cap_deal > 0 ? std::min(amount, e.cap_deal) : amount;
    }
    firm.play(62, sales);
    Money paid = 0;
    for (const PayLine& line : firm.lines)
      if (line.kind == P::pool) paid += line.amount;
    PayTerms terms;
    terms.goal = 100'000'00.0 * seats;
    ASSERT_EQ(paid, rounded(payout(e, terms, static_cast<double>(cents(total))))) << number;
  }
}

TEST(PayProperty, CancellingEverythingTakesBackEverythingPaidAtTheOriginalRate) {
  // No cent is left and none is taken twice, in any order of cancelling.
  for (std::uint64_t number = 0; number < 300; ++number) {
    Dice dice(number);
    P e = random_result(dice, P::commission);
    e.measure = P::own_revenue;
    e.goal = 0;
    e.basis = P::period;
    e.split = P::each;
    e.gathered = P::total;
    e.excess = P::excess_lost;
    e.per = P::quarter;
    e.credited = P::booked;
    e.after = e.pay_lag = 0;
    Firm firm({e, element(P::clawback, [](P& c) { c.window = 200; })});
    firm.open();
    std::vector<Sold> sold;
    for (int day = 0; day < 63; ++day) {
      if (dice.often(0.3)) {
        firm.sell({day, 0, 1 + dice.uniform() * 30'000});
        sold.push_back({firm.deals, day});
      }
      firm.play(day);
    }
    const Money paid = firm.paid();
    firm.play(70);
    while (!sold.empty()) {
      const auto i = static_cast<std::size_t>(dice.below(static_cast<int>(sold.size())));
      firm.cancel_deal(sold[i].deal, sold[i].day, 71);
      sold.erase(sold.begin() + static_cast<std::ptrdiff_t>(i));
      ASSERT_GE(firm.paid(), 0);
      ASSERT_LE(firm.paid(), paid);
    }
    ASSERT_EQ(firm.paid(), 0) << number;
  }
}

TEST(PayProperty, LinesOfAPayDayAddUpToTheRoundedSumInTheOtherCurrency) {
  // `rounding: total`: the person's sum of the day is rounded once.
  for (std::uint64_t number = 0; number < 200; ++number) {
    Dice dice(number);
    std::vector<P> plan{element(P::exchange, [&](P& e) {
      e.currency = "EUR";
      e.fx_rate = 0.1 + dice.uniform();
      e.rounding = P::per_total;
    })};
    for (int i = 0; i < 5; ++i) {
      plan.push_back(element(P::salary, [&](P& e) {
        e.amount = 0.01 + dice.below(1000) * 0.01;
        e.per = e.paid = P::week;
      }));
    }
    Firm firm(plan);
    firm.open().play(4);
    ASSERT_EQ(firm.paid_local(), rounded(static_cast<double>(firm.paid()) * plan[0].fx_rate));
  }
}

}  // namespace
}  // namespace tandem::pay_case
