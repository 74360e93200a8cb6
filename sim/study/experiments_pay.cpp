// SPDX-License-Identifier: Apache-2.0
// What pay plans do to output, and when in the year.
#include <algorithm>
#include <cmath>

#include "sim/study/evidence_lab.h"
#include "sim/study/experiments_list.h"
#include "sim/study/experiments_statistics.h"

namespace tandem {

namespace {

constexpr std::string_view kSoftware = "base/software-vendor.yaml",
                           kInside = "base/inside-sales-floor.yaml",
                           kMedical = "base/medical-devices.yaml", kCalls = "base/call-centre.yaml";

// I1: callers without end, so that output is limited by work, as where windscreens wait.
Play windscreens(bool piece_rate, bool quitting) {
  Play play{.firm = kCalls, .set = {"calls.per_day=120"}, .runs = 32, .years = 3, .read = true};
  play.set.push_back(
      piece_rate ? "plan=[{commission: own revenue, per: month, rate: 10%}, {guarantee: 2800, per: "
                   "month}]"
                 : "plan=[{salary: 38000}]");
  if (!quitting) play.set.push_back("mechanisms.quitting=no");
  return play;
}
/// Log change of the last year's output of a person who is there.
Values piece_rate_gain(Bench& bench, bool quitting) {
  const auto output = [](const Observed& run) {
    double here = 0, months = 0;
    for (std::size_t month = 2 * 12; month < run.months.size(); ++month)
      here += static_cast<double>(run.months[month].size()), months += 1;
    return revenue_between(run, 2 * kYearDays, 3 * kYearDays) * months / here;
  };
  return each_pair(bench.play(windscreens(false, quitting)),
                   bench.play(windscreens(true, quitting)),
                   [&](const Observed& a, const Observed& b) {
                     return std::optional(std::log(output(b) / output(a)));
                   });
}
Values piece_rate_total(Bench& bench) {
  Values out = piece_rate_gain(bench, true);
  for (double& gain : out) gain = std::exp(gain) - 1;
  return out;
}
Values piece_rate_incentive(Bench& bench) {
  return ratio_of_means(piece_rate_gain(bench, false), piece_rate_gain(bench, true));
}

const Play kLinear{.firm = kInside,
                   .set = {"plan=[{salary: 50000}, {commission: own revenue, per: quarter, "
                           "rate: 8%}]"},
                   .runs = 96,
                   .years = 2};
const Play kQuarterBonus{
    .firm = kInside,
    .set = {"plan=[{salary: 50000}, {commission: own revenue, per: quarter, rate: 8%}, {bonus: "
            "own revenue, per: quarter, at: 100%, pays: 3000}]"},
    .runs = 96,
    .years = 2};

/// Of what the bonus adds, the part that is missing in the first fortnight of quarters against
/// their middle: what was sold earlier for its sake.
Values timing_share(Bench& bench) {
  constexpr int kEdge = 13, kLast = 7;  // days, quarter
  Values moved, added;
  (void)each_pair(bench.play(kLinear), bench.play(kQuarterBonus),
                  [&](const Observed& a, const Observed& b) -> std::optional<double> {
                    const auto more = [&](int from, int to) {
                      return revenue_between(b, from, to) - revenue_between(a, from, to);
                    };
                    double missing = 0, all = 0;
                    for (int quarter = 1; quarter <= kLast; ++quarter) {
                      const int start = quarter * kQuarterDays, end = start + kQuarterDays;
                      const double middle =
                          more(start + kEdge, end - kEdge) / (kQuarterDays - 2 * kEdge);
                      missing += middle * kEdge - more(start, start + kEdge);
                      all += more(start, end);
                    }
                    moved.push_back(missing);
                    added.push_back(all);
                    return std::nullopt;
                  });
  return ratio_of_means(moved, added);
}
Values bonus_raises(Bench& bench) { return change_of_revenue(bench, kLinear, kQuarterBonus); }

Values gift_raises(Bench& bench) {
  const Play base{.firm = kSoftware,
                  .set = {"plan=[{salary: 70000}, {commission: own revenue, per: quarter, "
                          "rate: 4%}]"},
                  .runs = 96};
  const Play gift =
      with(base, {"changes=[{at: 63, until: 84, set: {plan: [{salary: 94000}, {commission: own "
                  "revenue, per: quarter, rate: 4%}]}}]"});
  return each_pair(bench.play(base), bench.play(gift), [](const Observed& a, const Observed& b) {
    return std::optional(revenue_between(b, 84, 210) / revenue_between(a, 84, 210) - 1);
  });
}

/// The weak third by the mean of both plans, so that a lucky draw under one of them does not
/// choose.
Values weak_third(Bench& bench) {
  const std::string fixed =
      "plan=[{salary: 60000}, {commission: own revenue, per: quarter, tiers: [[0%, 4%], "
      "[100%, 8%]]}, {bonus: own revenue, per: year, at: 100%, pays: 8000}";
  const Play without{.firm = kSoftware, .set = {fixed + "]"}, .runs = 96};
  const Play with_bonus{
      .firm = kSoftware,
      .set = {fixed + ", {bonus: own revenue, per: quarter, at: 100%, pays: 3000}]"},
      .runs = 96};
  return each_pair(bench.play(with_bonus), bench.play(without),
                   [](const Observed& a, const Observed& b) -> std::optional<double> {
                     Points people = both_times(a, b);
                     std::ranges::sort(people, {},
                                       [](const Point& p) { return p.first + p.second; });
                     people.resize(people.size() / 3);
                     double was = 0, is = 0;
                     for (const auto& [before, after] : people) was += before, is += after;
                     return was > 0 ? std::optional(is / was - 1) : std::nullopt;
                   });
}

/// Log of a quarter's revenue over that of the two in the middle, yearly accelerator against one
/// rate.
Values season_of_plan(Bench& bench, int quarter) {
  const Play convex{.firm = kMedical, .runs = 160, .years = 3};
  const Play flat = with(convex, {"plan[1].tiers=[[0%, 3.5%]]"});
  const auto weight = [quarter](const Observed& run) {
    double of = 0, middle = 0;
    for (int year = 1; year < 3; ++year) {
      const auto at = [&](int q) {
        const int start = year * kYearDays + q * kQuarterDays;
        return revenue_between(run, start, start + kQuarterDays);
      };
      of += at(quarter);
      middle += (at(1) + at(2)) / 2;
    }
    return std::log(of / middle);
  };
  return each_pair(bench.play(flat), bench.play(convex), [&](const Observed& a, const Observed& b) {
    return std::optional(weight(b) - weight(a));
  });
}
Values fiscal_year_end(Bench& bench) { return season_of_plan(bench, 3); }
Values fiscal_year_start(Bench& bench) { return season_of_plan(bench, 0); }

constexpr std::string_view kLazear = "Lazear, AER 90 (2000) 1346",
                           kChung =
                               "Chung, Steenburgh, Sudhir, Marketing Science 33 (2014) 165-187",
                           kOyer = "Oyer, QJE 113 (1998) 149-185",
                           kNarayandas = "Chung and Narayandas, JMR 54 (2017) 511";

const Trial kTrials[] = {
    {{.id = "I1.output",
      .title = "output a worker, salary to piece rate",
      .published = "+44 %",
      .low = 0.30,
      .high = 0.55,
      .unit = "share",
      .source = kLazear,
      .basis = Basis::read,
      .firm = kCalls,
      .says = "More callers than can be served (calls.per_day 120), so that work limits output; "
              "salary 38,000 against 10 % of revenue and a guarantee of 2,800 a month, three "
              "years: change of the last year's revenue a person there.",
      .why = "effort goes to its bound (effort.high 1.2), from .85 under salary; pay in all is "
             "about the same"},
     piece_rate_total},
    {{.id = "I1.incentive",
      .title = "part of it that is incentive",
      .published = "about half",
      .low = 0.4,
      .high = 0.6,
      .none = kNoSign,
      .unit = "share",
      .source = kLazear,
      .basis = Basis::memory,
      .sure = 0.95,
      .firm = kCalls,
      .says = "The same with mechanisms.quitting off, log gain over log gain.",
      .why = "hires have the same abilities under every plan (hiring.selectivity), and who "
             "leaves depends on pay against an outside pay that follows ability too: little "
             "sorts"},
     piece_rate_incentive},
    {{.id = "I3",
      .title = "part of a quota bonus's gain that is only moved",
      .published = "little; most is effort",
      .low = -kMost,
      .high = 1.0 / 3,
      .none = 0.5,
      .unit = "share",
      .source = "Steenburgh, QME 6 (2008) 235",
      .basis = Basis::read,
      .firm = kInside,
      .says = "Salary 50,000 and 8 % without and with 3,000 for a quarter's quota, two years: of "
              "the revenue that the bonus adds, what is missing in the first 13 days of quarters "
              "against their middle.",
      .why = "nobody moves the day on which a ready deal closes: only effort and the order of "
             "work move. The quarter's end has no bump either: effort sells weeks later"},
     timing_share},
    {{.id = "I4.weak",
      .title = "weak third without the quarterly bonus",
      .published = "about -10 %",
      .low = -kMost,
      .high = 0,
      .unit = "share",
      .source = kChung,
      .basis = Basis::read,
      .firm = kSoftware,
      .says = "Salary 60,000, 4 and 8 %, 8,000 for the year's quota, with and without 3,000 for a "
              "quarter's: change of the revenue of the third that sold least under both. The sign "
              "is asked; the size is from memory."},
     weak_third},
    {{.id = "I8.end",
      .title = "last quarter over the middle of the year",
      .published = "higher; about +2.7 %",
      .low = 0,
      .high = kMost,
      .unit = "share",
      .source = kOyer,
      .basis = Basis::read,
      .firm = kMedical,
      .says = "The firm's yearly accelerator against one rate (plan[1].tiers [[0%, 3.5%]]), "
              "second and third year: log of the fourth quarter over the mean of second and "
              "third, difference. The sign is asked; the size is from memory.",
      .why = "a deal of seven months answers effort late: little of what the year's end pulls "
             "is sold within it"},
     fiscal_year_end},
    {{.id = "I8.start",
      .title = "first quarter over the middle of the year",
      .published = "lower; about -4.8 %",
      .low = -kMost,
      .high = 0,
      .unit = "share",
      .source = kOyer,
      .basis = Basis::read,
      .firm = kMedical,
      .says = "The same runs: the first quarter. The sign is asked."},
     fiscal_year_start},
    {{.id = "I10.bonus",
      .title = "revenue with a bonus for a quota",
      .published = "rises",
      .low = 0,
      .high = kMost,
      .unit = "share",
      .source = kNarayandas,
      .basis = Basis::read,
      .firm = kInside,
      .says = "The pair of I3: change of revenue."},
     bonus_raises},
    {{.id = "I10.gift",
      .title = "revenue after an unconditional gift",
      .published = "rises late, fades",
      .low = 0,
      .high = kMost,
      .unit = "share",
      .source = kNarayandas,
      .basis = Basis::read,
      .firm = kSoftware,
      .says = "Salary 70,000 and 4 %; 2,000 more in the fourth month, asked for nothing: "
              "change of revenue in the half year after it.",
      .why = "a gift lifts morale a little (morale.pay), and morale standing effort; nothing "
             "repays a gift as such"},
     gift_raises},
    {{.id = "I10.frame",
      .title = "bonus framed as a penalty",
      .published = "no different",
      .source = kNarayandas,
      .basis = Basis::read,
      .reach = Reach::outside,
      .says =
          "A plan is a function from results to pay: two wordings of one function are one plan."}},
};

}  // namespace

std::span<const Trial> pay_trials() { return kTrials; }

}  // namespace tandem
