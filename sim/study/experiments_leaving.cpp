// SPDX-License-Identifier: Apache-2.0
// Who leaves, what that costs, and what firms' processes do.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "sim/study/evidence_lab.h"
#include "sim/study/experiments_list.h"
#include "sim/study/experiments_statistics.h"

namespace tandem {

namespace {

constexpr std::string_view kSoftware = "base/software-vendor.yaml";

/// One person of each team leaves after a quarter; three years.
Values cost_of_a_leaver(Bench& bench) {
  const Play base{.firm = kSoftware, .runs = 64, .years = 3};
  constexpr int kLeavers = 8;
  std::string events;
  for (const char team : std::string("ABCDEFGH"))
    events += std::string(events.empty() ? "" : ", ") +
              "{at: 63, key person leaves: " + std::string(1, team) + "/generalist/1}";
  Values lost, pay;
  (void)each_pair(bench.play(base), bench.play(with(base, {"events=[" + events + "]"})),
                  [&](const Observed& a, const Observed& b) -> std::optional<double> {
                    lost.push_back((metric_of(a, "profit") - metric_of(b, "profit")) / kLeavers);
                    constexpr double kSeatYears = 64 * 3;
                    pay.push_back(metric_of(a, "compensation") / kSeatYears);
                    return std::nullopt;
                  });
  return ratio_of_means(lost, pay);
}

const Play kOwned{.firm = kSoftware, .runs = 64, .years = 2};
Play more_owned() { return with(kOwned, {"service.relation_gain=6%"}); }
Values owned_growth(Bench& bench) {
  return each_pair(bench.play(kOwned), bench.play(more_owned()),
                   [](const Observed& a, const Observed& b) {
                     return std::optional(metric_of(b, "revenue") / metric_of(a, "revenue") - 1);
                   });
}
Values owned_loss(Bench& bench) {
  Values before, after;
  const auto lost = [](const Observed& run) {
    return metric_of(run, "accounts_lost_with_leavers") /
           std::max(metric_of(run, "voluntary_turnover"), 1e-9);
  };
  (void)each_pair(bench.play(kOwned), bench.play(more_owned()),
                  [&](const Observed& a, const Observed& b) -> std::optional<double> {
                    before.push_back(lost(a));
                    after.push_back(lost(b));
                    return std::nullopt;
                  });
  Values out = ratio_of_means(after, before);
  for (double& ratio : out) ratio -= 1;
  return out;
}

/// Who quits from the fourth month on.
std::set<std::pair<int, int>> quitters(const Observed& run) {
  std::set<std::pair<int, int>> out;
  for (const RunRecord::PersonRow& row : run.record.people)
    if (row.quit) out.insert({row.seat, row.person});
  return out;
}
/// Point-biserial r of a reading at the end of the first quarter with quitting in the rest of the
/// year.
template <double (*Of)(const PersonReading&)>
Values with_quitting(Bench& bench) {
  constexpr std::size_t kThen = 3;
  const Observations& runs = bench.play({.firm = kSoftware, .runs = 96, .read = true});
  return each_group(
      runs,
      [](const Observed& run, Points& points) {
        const auto gone = quitters(run);
        for (const PersonReading& r : run.months[kThen])
          points.emplace_back(Of(r), gone.contains({r.seat, r.person}) ? 1.0 : 0.0);
      },
      correlation);
}
double intention(const PersonReading& r) { return r.hazard; }
double satisfaction(const PersonReading& r) { return r.morale; }
double commitment(const PersonReading& r) { return r.loyalty; }
double stress(const PersonReading& r) { return r.fatigue; }
double cohesion(const PersonReading& r) { return r.trust; }
double performance(const PersonReading& r) { return r.success; }
double pay(const PersonReading& r) { return r.pay; }
double pay_satisfaction(const PersonReading& r) { return r.pay / std::max(r.used_to, 1.0); }
double tenure(const PersonReading& r) { return r.tenure; }

/// Teams from unclear to clear roles; clarity with quitting in the year.
Values clarity_with_quitting(Bench& bench) {
  constexpr double kClarity[] = {0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};
  std::string changes;
  for (std::size_t team = 0; team < std::size(kClarity); ++team)
    changes += std::string(team == 0 ? "" : ", ") +
               "{at: 0, scope: {team: " + std::string(1, static_cast<char>('A' + team)) +
               "}, set: {policies.roles.clarity: " + std::to_string(kClarity[team]) + "}}";
  const Play play{
      .firm = kSoftware, .set = {"changes=[" + changes + "]"}, .runs = 96, .read = true};
  return each_group(
      bench.play(play),
      [&](const Observed& run, Points& points) {
        const auto gone = quitters(run);
        for (const PersonReading& r : run.months.front())
          points.emplace_back(kClarity[r.team], gone.contains({r.seat, r.person}) ? 1.0 : 0.0);
      },
      correlation);
}

Values discipline(Bench& bench, std::string_view metric) {
  const Play play{.firm = kSoftware, .runs = 96};
  return each_pair(bench.play(with(play, {"policies.crm.discipline=50%"})),
                   bench.play(with(play, {"policies.crm.discipline=95%"})),
                   [metric](const Observed& a, const Observed& b) {
                     return std::optional(metric_of(b, metric) - metric_of(a, metric));
                   });
}
Values discipline_quota(Bench& bench) { return discipline(bench, "share_at_quota"); }
Values discipline_wins(Bench& bench) { return discipline(bench, "win_rate"); }

const Play kExits{.firm = kSoftware, .runs = 48, .years = 2, .read = true};

/// Rate of quitting in the month after a reading, of those who fit; per group of runs: in one over
/// in the other.
Values hazard_ratio(Bench& bench, const std::function<int(const PersonReading&)>& group) {
  const Observations& runs = bench.play(kExits);
  return each_group(
      runs,
      [&](const Observed& run, Points& points) {
        const auto gone = quitters(run);
        for (std::size_t month = 0; month + 1 < run.months.size(); ++month) {
          std::set<std::pair<int, int>> still;
          for (const PersonReading& r : run.months[month + 1]) still.insert({r.seat, r.person});
          for (const PersonReading& r : run.months[month]) {
            const std::pair<int, int> who{r.seat, r.person};
            const bool left = !still.contains(who) && gone.contains(who);
            if (const int which = group(r); which > 0) points.emplace_back(which, left ? 1.0 : 0.0);
          }
        }
      },
      [](const Points& points) -> std::optional<double> {
        double left[3] = {}, all[3] = {};
        for (const auto& [which, gone] : points) {
          left[static_cast<int>(which)] += gone;
          all[static_cast<int>(which)] += 1;
        }
        if (left[1] == 0 || left[2] == 0) return std::nullopt;
        return left[1] / all[1] / (left[2] / all[2]);
      });
}
Values overtime(Bench& bench) {
  return hazard_ratio(bench, [](const PersonReading& r) { return r.effort > 1 ? 1 : 2; });
}
Values early_over_late(Bench& bench) {
  return hazard_ratio(bench, [](const PersonReading& r) {
    return r.tenure < kYearDays ? 1 : r.tenure >= 5 * kYearDays ? 2 : 0;
  });
}
Values near_constant(Bench& bench) {
  return hazard_ratio(bench, [](const PersonReading& r) {
    return r.tenure < kYearDays ? 1 : r.tenure < 5 * kYearDays ? 2 : 0;
  });
}

constexpr std::string_view
    kGriffeth = "Griffeth, Hom, Gaertner, J. of Management 26 (2000) 463",
    kQuitSays =
        "People there at the end of the first quarter: their state then with quitting in the "
        "rest of the year, r over people.";

constexpr Experiment correlate(std::string_view id, std::string_view title,
                               std::string_view published, double rho, std::string_view why = {},
                               std::string_view says = "As T7.intention.") {
  return {.id = id,
          .title = title,
          .published = published,
          .low = rho - 0.10,
          .high = rho + 0.10,
          .unit = "none",
          .source = kGriffeth,
          .basis = Basis::memory,
          .sure = 0.75,
          .firm = kSoftware,
          .says = says,
          .why = why};
}

const Trial kTrials[] = {
    {{.id = "T2",
      .title = "cost of a leaver over a year's pay",
      .published = ".5 - 2",
      .low = 0.5,
      .high = 2,
      .unit = "none",
      .source = "rules of thumb; vacancy of 44 days at 500 a day (CEB); all as quoted by others",
      .basis = Basis::secondary,
      .firm = kSoftware,
      .says = "One person of each team leaves after a quarter (key person leaves), three years: "
              "fall of profit a leaver over pay a seat and year; hiring, empty seat, ramp, "
              "customers and mates who follow are in it.",
      .why = "a seat earns four times its pay in margin: what it loses in five months of vacancy "
             "and ramp, and with customers who follow and are not back in three years, is more "
             "than the rules of thumb count"},
     cost_of_a_leaver},
    {{.id = "T5.growth",
      .title = "revenue where relations are the rep's",
      .published = "grows",
      .low = 0,
      .high = kMost,
      .unit = "share",
      .source = "Palmatier, Scheer, Steenkamp, JMR 44 (2007) 185",
      .basis = Basis::read,
      .firm = kSoftware,
      .says = "service.relation_gain 6 % against 3 %: twice the personal relation from an "
              "answered request, two years: change of revenue. A price premium for it has no "
              "rule."},
     owned_growth},
    {{.id = "T5.loss",
      .title = "customers lost by a leaver",
      .published = "more",
      .low = 0,
      .high = kMost,
      .unit = "share",
      .source = "Palmatier, Scheer, Steenkamp, JMR 44 (2007) 185",
      .basis = Basis::read,
      .firm = kSoftware,
      .says = "The same pair: change of customers lost with leavers, over voluntary turnover."},
     owned_loss},
    {correlate(
         "T7.intention", "quitting with the hazard itself, r", "quit intention .45 (raw .38)", 0.45,
         "the most that any state tells: hazards differ little between people and the rest is "
         "chance, so that every r of this row is small",
         kQuitSays),
     with_quitting<intention>},
    {correlate("T7.satisfaction", "quitting with morale, r", "satisfaction -.22", -0.22,
               "morale differs little between people of one firm"),
     with_quitting<satisfaction>},
    {correlate("T7.commitment", "quitting with loyalty, r", "commitment -.27", -0.27),
     with_quitting<commitment>},
    {correlate("T7.stress", "quitting with fatigue, r", "stress .16", 0.16,
               "hardly anybody is tired: few work more than can be kept up"),
     with_quitting<stress>},
    {correlate("T7.clarity", "quitting with role clarity, r", "role clarity -.24", -0.24,
               "unclear roles reach the wish to leave only through disputes and results",
               "Eight teams with role clarity from 20 to 90 % (policies.roles.clarity): that "
               "with quitting in the year, r over people."),
     clarity_with_quitting},
    {correlate("T7.cohesion", "quitting with trust in mates, r", "cohesion -.13", -0.13,
               "mean trust in mates differs little between people"),
     with_quitting<cohesion>},
    {correlate("T7.performance", "quitting with results of late, r", "performance -.17", -0.17,
               "results of late reach the hazard through morale and pay alone"),
     with_quitting<performance>},
    {correlate("T7.pay", "quitting with pay, r", "pay -.11", -0.11,
               "who earns more is also offered more elsewhere, as far as ability is seen"),
     with_quitting<pay>},
    {correlate("T7.pay_satisfaction", "quitting with pay over what one is used to, r",
               "pay satisfaction -.08", -0.08),
     with_quitting<pay_satisfaction>},
    {correlate("T7.tenure", "quitting with tenure, r", "tenure -.23", -0.23,
               "only the first year or two raise the hazard (quitting.tenure_days): long "
               "tenures are alike"),
     with_quitting<tenure>},
    {{.id = "T7.others",
      .title = "role conflict, leader, alternatives",
      .published = ".22, -.25, .15",
      .source = kGriffeth,
      .basis = Basis::memory,
      .sure = 0.75,
      .reach = Reach::outside,
      .says = "Nobody gets contradictory orders; a person has no bond with the manager beyond "
              "hours of coaching; offers from outside are one for all of an ability."}},
    {{.id = "T10",
      .title = "leads to deals",
      .published = "leads to opportunities 13 %, to deals 6 %; .4 x .4 x .3",
      .source = "Implisit; MarketingSherpa 2009; pages",
      .basis = Basis::secondary,
      .reach = Reach::outside,
      .says = "A run begins with opportunities: what makes one of a lead is not simulated, so "
              "the first factor is missing. T9 has the rest."}},
    {{.id = "T12",
      .title = "coverage a quota needs",
      .published = "1 / conversion by value; 3 is folklore",
      .source = "identity; as quoted by others",
      .basis = Basis::secondary,
      .reach = Reach::definition,
      .says =
          "The value of opportunities that a win needs is 1 over the conversion by value, whatever "
          "the model: 3.4 to 4.7 with the win rates of T9, three only at 33 %."}},
    {{.id = "T13.quota",
      .title = "share at quota, much over little discipline",
      .published = "72 against 49 %",
      .low = 0,
      .high = kMost,
      .unit = "share",
      .source = "CSO Insights 2019, as quoted by others",
      .basis = Basis::secondary,
      .firm = kSoftware,
      .says = "policies.crm.discipline 95 against 50 %: difference of quotas made. The order "
              "is asked: firms that follow a process differ in more than that.",
      .why = "of a sales process only the keeping of records has a rule; it costs hours at once "
             "and pays when relations are forgotten or somebody leaves"},
     discipline_quota},
    {{.id = "T13.wins",
      .title = "win rate, much over little discipline",
      .published = "58 against 40 %",
      .low = 0,
      .high = kMost,
      .unit = "share",
      .source = "CSO Insights 2019, as quoted by others",
      .basis = Basis::secondary,
      .firm = kSoftware,
      .says = "The same pair: difference of win rates."},
     discipline_wins},
    {{.id = "T14.overtime",
      .title = "rate of quitting, over by under a full day",
      .published = "2.9",
      .low = 1,
      .high = kMost,
      .none = 1,
      .unit = "none",
      .source = "IBM HR, synthetic: a shape, no finding",
      .basis = Basis::computed,
      .firm = kSoftware,
      .says = "Two years, month by month: rate of quitting of those with an effort over 1, over "
              "that of the others. The direction is asked.",
      .why = "whoever works more here is mostly paid for it, and pay and success keep; "
             "fatigue alone speaks for leaving"},
     overtime},
    {{.id = "T14.tenure",
      .title = "rate of quitting, first year over sixth and later",
      .published = "3",
      .low = 1,
      .high = kMost,
      .none = 1,
      .unit = "none",
      .source = "IBM HR, synthetic: a shape, no finding",
      .basis = Basis::computed,
      .firm = kSoftware,
      .says = "The same runs, by tenure. The direction is asked."},
     early_over_late},
    {{.id = "T15",
      .title = "rate of quitting, first over second to fifth year",
      .published = ".89: near constant",
      .low = 2.0 / 3,
      .high = 1.5,
      .none = kNoSign,
      .unit = "none",
      .source = "Babushkin's data, 1,129 people: survival .856 at 12, .426 at 60 months",
      .basis = Basis::computed,
      .firm = kSoftware,
      .says = "The same runs, by tenure. Tolerance: half as much again either way. Contradicts "
              "T14: the two sets differ.",
      .why = "quitting.tenure adds .8 to the log of a newcomer's hazard"},
     near_constant},
};

}  // namespace

std::span<const Trial> leaving_trials() { return kTrials; }

}  // namespace tandem
