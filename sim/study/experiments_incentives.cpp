// SPDX-License-Identifier: Apache-2.0
// What ranks, kinds of incentive, activity pay and noise do.
#include <cmath>

#include "sim/study/experiments_list.h"
#include "sim/study/experiments_statistics.h"
#include "sim/study/statistics.h"

namespace tandem {

namespace {

constexpr std::string_view kSoftware = "base/software-vendor.yaml",
                           kCalls = "base/call-centre.yaml", kFloor = "base/shop-floor.yaml";

Values ranks_taken_away(Bench& bench) {
  const Play none{.firm = kFloor, .runs = 192};
  return change_of_revenue(bench, with(none, {"policies.ranking.shown=private"}), none);
}
Values worthless_ranks_taken_away(Bench& bench) {
  const Play none{.firm = kFloor, .set = {"ranks.worth=0"}, .runs = 192};
  return change_of_revenue(bench, with(none, {"policies.ranking.shown=private"}), none);
}
Values ranks_shown(Bench& bench) {
  const Play none{
      .firm = kCalls,
      .set = {"plan=[{salary: 20000}, {commission: own revenue, per: month, rate: 6%}]"},
      .runs = 96};
  return change_of_revenue(bench, none, with(none, {"policies.ranking.shown=private"}));
}

/// Standardised effect: difference of mean credit over the spread between people.
std::optional<double> effect_size(const Observed& a, const Observed& b) {
  const Points people = both_times(a, b);
  Moments before, after;
  for (const auto& [was, is] : people) before.add(was), after.add(is);
  const double spread = std::sqrt((before.variance() + after.variance()) / 2);
  return spread > 0 ? std::optional((after.mean() - before.mean()) / spread) : std::nullopt;
}
const Play kSalary{.firm = kSoftware, .set = {"plan=[{salary: 95000}]"}};
const Play kPool{.firm = kSoftware,
                 .set = {"plan=[{salary: 70000}, {pool: team revenue, per: quarter, rate: 5%, "
                         "split: equal}]"}};
Values individual_incentive(Bench& bench) {
  const Play paid{.firm = kSoftware,
                  .set = {"plan=[{salary: 70000}, {commission: own revenue, per: quarter, "
                          "tiers: [[0%, 4%], [80%, 6%], [100%, 9%]]}]"}};
  return each_pair(bench.play(kSalary), bench.play(paid), effect_size);
}
Values team_incentive(Bench& bench) {
  return each_pair(bench.play(kSalary), bench.play(kPool), effect_size);
}
Values equitable_split(Bench& bench) {
  const Play by_credit{
      .firm = kSoftware,
      .set = {"plan=[{salary: 70000}, {pool: team revenue, per: quarter, rate: 5%, split: by "
              "credit}]"}};
  return change_of_revenue(bench, kPool, by_credit);
}

Values activity_pay(Bench& bench) {
  const Play base{.firm = kCalls};
  const Play more = with(
      base, {"plan=[{salary: 30000}, {commission: own revenue, per: month, tiers: [[0%, "
             "1.5%], [100%, 3%]], cap: 200%}, {commission: activity, per: month, rate: 0.25}]"});
  return change_of_revenue(bench, base, more);
}

/// What a salary-heavy plan gains on a commission-heavy one by noisier results: the interaction, a
/// share of profit. Positive: the best share of salary rises (monotone comparative statics).
Values noise_favours_salary(Bench& bench) {
  const auto play = [](const char* plan, const char* spread) {
    return Play{.firm = kSoftware,
                .set = {std::string("plan=") + plan, std::string("market.deal_spread=") + spread},
                .runs = 96,
                .years = 2};
  };
  constexpr const char* kSafe =
      "[{salary: 90000}, {commission: own revenue, per: quarter, rate: 2%}]";
  constexpr const char* kRisky =
      "[{salary: 66000}, {commission: own revenue, per: quarter, rate: 6%}]";
  const Observations* runs[] = {&bench.play(play(kSafe, "1.5")), &bench.play(play(kRisky, "1.5")),
                                &bench.play(play(kSafe, "0.3")), &bench.play(play(kRisky, "0.3"))};
  Values out;
  for (std::size_t run = 0; run < runs[0]->size(); ++run) {
    const auto profit = [&](int which) { return metric_of((*runs[which])[run], "profit"); };
    out.push_back((profit(0) - profit(1)) / profit(1) - (profit(2) - profit(3)) / profit(3));
  }
  return out;
}

constexpr std::string_view kGarbers = "Garbers and Konradt, JOOP 2014",
                           kBarankay = "Barankay 2012, Wharton working paper";

const Trial kTrials[] = {
    {{.id = "I15",
      .title = "revenue when private ranks are taken away",
      .published = "+11 %",
      .low = 0.03,
      .high = 0.15,
      .unit = "share",
      .source = kBarankay,
      .basis = Basis::memory,
      .sure = 0.75,
      .firm = kFloor,
      .says = "policies.ranking.shown private against none, by default worth of a rank.",
      .why = "a rank that can still be changed is worth ranks.worth; the sting of a low one is "
             "felt in morale alone. Contradicts I16: one setting cannot meet both"},
     ranks_taken_away},
    {{.id = "I15.worthless",
      .title = "the same where a rank is worth nothing",
      .published = "+11 %",
      .low = 0.03,
      .high = 0.15,
      .unit = "share",
      .source = kBarankay,
      .basis = Basis::memory,
      .sure = 0.75,
      .firm = kFloor,
      .says = "The same with ranks.worth 0: what is left of a rank is its sting.",
      .why = "walk-ins come whatever morale does, so little of the effort lost shows in sales"},
     worthless_ranks_taken_away},
    {{.id = "I16",
      .title = "revenue when private ranks are shown",
      .published = "+6.8 %",
      .low = 0,
      .high = kMost,
      .unit = "share",
      .source = "Blanes i Vidal and Nossol, Management Science 2011",
      .basis = Basis::memory,
      .sure = 0.85,
      .firm = kCalls,
      .says = "Salary 20,000 and 6 % of own revenue; policies.ranking.shown none against "
              "private. The sign is asked, as against I15."},
     ranks_shown},
    {{.id = "I19",
      .title = "short competitions, with and without money",
      .published = "large only where manager and staff share gender",
      .source = "Delfgaauw, Dur, Sol, Verbeke, JOLE 31 (2013) 305",
      .basis = Basis::read,
      .reach = Reach::outside,
      .says = "People have no gender, and nothing about a manager changes how a contest is felt."}},
    {{.id = "I20.individual",
      .title = "individual incentive, g",
      .published = ".32, in the field .34",
      .low = 0.20,
      .high = 0.46,
      .unit = "none",
      .source = kGarbers,
      .basis = Basis::read,
      .firm = kSoftware,
      .says = "Salary 95,000 against 70,000 and the firm's commission, people there all year: "
              "difference of mean revenue over its spread between people. Tolerance: .12 "
              "around both figures."},
     individual_incentive},
    {{.id = "I20.team",
      .title = "team incentive, g",
      .published = ".45",
      .low = 0.33,
      .high = 0.57,
      .unit = "none",
      .source = kGarbers,
      .basis = Basis::read,
      .firm = kSoftware,
      .says = "Salary 95,000 against 70,000 and an equal share of 5 % of the team's revenue: "
              "as I20.individual.",
      .why = "an eighth of what one sells is one's own (1/N); help is worth more under team pay "
             "but eight people with customers of their own have little need of it"},
     team_incentive},
    {{.id = "I20.split",
      .title = "revenue, split by credit over equal split",
      .published = "equitable is better",
      .low = 0,
      .high = kMost,
      .unit = "share",
      .source = kGarbers,
      .basis = Basis::read,
      .firm = kSoftware,
      .says = "The team's 5 % divided by credit against equally: change of revenue."},
     equitable_split},
    {{.id = "I21",
      .title = "quota's answer to a beat and to a miss",
      .published = "rises more than it falls",
      .source = "Leone, Misra, Zimmerman 2004",
      .basis = Basis::read,
      .reach = Reach::definition,
      .says = "With quota.method ratchet a quota rises by quota.ratchet.up (50 %) of a beat "
              "and falls by quota.ratchet.down (25 %) of a miss: parameters, not results."}},
    {{.id = "I22",
      .title = "managers near their own quota",
      .published = "13 - 15 % of quota cuts and retentions",
      .source = "Benson, JOLE 2015",
      .basis = Basis::read,
      .reach = Reach::outside,
      .says = "Quotas and dismissals follow rules of the firm; no manager decides them with "
              "an eye on a quota of one's own."}},
    {{.id = "I23",
      .title = "revenue with pay for activity added",
      .published = "+6 - 9 %",
      .low = 0.03,
      .high = 0.12,
      .unit = "share",
      .source = "JMR 2021, doi 10.1177/00222437211020013",
      .basis = Basis::secondary,
      .firm = kCalls,
      .says = "0.25 for each caller served, about 6 % more pay: change of revenue.",
      .why = "callers come whatever agents do: whoever works more loses fewer of them, and finds "
             "no more. In a pipeline nothing but results is counted as activity"},
     activity_pay},
    {{.id = "I25",
      .title = "noise by salary share, effect on profit",
      .published = "noisier results, more salary",
      .low = 0,
      .high = kMost,
      .unit = "share",
      .source = "Basu, Lal, Srinivasan, Staelin, Marketing Science 1985",
      .basis = Basis::read,
      .firm = kSoftware,
      .says = "Salary 90,000 and 2 % against 66,000 and 6 %, two years: change of profit at "
              "market.deal_spread 1.5 less that at 0.3. Positive: the best share of salary "
              "rises with noise.",
      .why = "risk is felt in morale and in leaving, not in effort; a rep's year holds many "
             "deals, so their spread is little risk"},
     noise_favours_salary},
    {{.id = "I26",
      .title = "pay for exploration",
      .published = "tolerance of early failure finds most",
      .source = "Ederer and Manso, Management Science 59 (2013) 1496",
      .basis = Basis::memory,
      .sure = 0.85,
      .reach = Reach::outside,
      .says = "Nobody tries new ways of selling: there is no choice between the known and the "
              "unknown that pay could move."}},
};

}  // namespace

std::span<const Trial> incentive_trials() { return kTrials; }

}  // namespace tandem
