// SPDX-License-Identifier: Apache-2.0
// Trust, conflict, loafing, meetings and shared knowledge in teams.
#include <cmath>
#include <map>

#include "sim/study/experiments_list.h"
#include "sim/study/experiments_statistics.h"
#include "sim/study/statistics.h"

namespace tandem {

namespace {

constexpr std::string_view kSoftware = "base/software-vendor.yaml";

const Play kTeams{.firm = kSoftware, .runs = 96, .read = true};

/// Means of each team over all runs: what its territory makes of it.
std::map<int, Point> lasting(const Observations& runs, double TeamRun::*x, double TeamRun::*y) {
  std::map<int, Point> out;
  for (const Observed& run : runs)
    for (const TeamRun& team : team_runs(run)) {
      out[team.team].first += team.*x / static_cast<double>(runs.size());
      out[team.team].second += team.*y / static_cast<double>(runs.size());
    }
  return out;
}

/// r over the teams of a group of runs, each against its own mean over all runs.
template <double TeamRun::*X, double TeamRun::*Y>
Values over_teams(Bench& bench) {
  const Observations& runs = bench.play(kTeams);
  const std::map<int, Point> means = lasting(runs, X, Y);
  return each_group(
      runs,
      [&](const Observed& run, Points& points) {
        for (const TeamRun& team : team_runs(run)) {
          const Point& mean = means.at(team.team);
          points.emplace_back(team.*X - mean.first, team.*Y - mean.second);
        }
      },
      correlation);
}

Values trust_and_results(Bench& bench) {
  return each_group(
      bench.play(kTeams),
      [](const Observed& run, Points& points) {
        for (const Stayer& one : stayers(run)) points.emplace_back(one.mean.trust, one.credit);
      },
      correlation);
}
Values trust_and_help(Bench& bench) {
  return each_group(
      bench.play(kTeams),
      [](const Observed& run, Points& points) {
        for (const Stayer& one : stayers(run)) points.emplace_back(one.mean.trust, one.help);
      },
      correlation);
}

/// Difference of mean effort over its spread between people, everybody there under both plans.
Values loafing(Bench& bench) {
  const auto paid = [](const char* plan) {
    return Play{.firm = kSoftware,
                .set = {std::string("plan=[{salary: 70000}, ") + plan + "]"},
                .read = true};
  };
  const Play alone = paid("{commission: own revenue, per: quarter, rate: 5%}"),
             together = paid("{pool: team revenue, per: quarter, rate: 5%, split: equal}");
  return each_pair(
      bench.play(together), bench.play(alone),
      [](const Observed& a, const Observed& b) -> std::optional<double> {
        Moments collective, individual;
        for (const Stayer& one : stayers(a)) collective.add(one.mean.effort);
        for (const Stayer& one : stayers(b)) individual.add(one.mean.effort);
        const double spread = std::sqrt((collective.variance() + individual.variance()) / 2);
        return spread > 0 ? std::optional((individual.mean() - collective.mean()) / spread)
                          : std::nullopt;
      });
}

Values an_hour_over(Bench& bench, const std::vector<std::string>& other) {
  const Play hour{.firm = kSoftware, .runs = 96};
  return each_pair(bench.play(with(hour, other)), bench.play(hour),
                   [](const Observed& a, const Observed& b) {
                     return std::optional(metric_of(b, "revenue") / metric_of(a, "revenue") - 1);
                   });
}
Values an_hour_over_none(Bench& bench) {
  return an_hour_over(bench, {"policies.meetings.every=0"});
}
Values an_hour_over_ten(Bench& bench) {
  return an_hour_over(bench, {"policies.meetings.every=1", "policies.meetings.hours=2h"});
}

constexpr std::string_view kDeJong = "De Jong, Dirks, Gillespie, JAP 101 (2016) 1134",
                           kDeDreu = "De Dreu and Weingart, JAP 88 (2003) 741",
                           kDeWit = "de Wit, Greer, Jehn, JAP 2012",
                           kColquitt = "Colquitt, Scott, LePine, JAP 2007",
                           kLaker = "Laker et al. 2022; Patrashkova-Volzdoska 2003";
constexpr std::string_view kTeamsSay =
    "Teams over a year: means over months and people, credit over the expected; each against "
    "its own mean over all runs, so that luck alone makes the difference; r over teams.";
constexpr std::string_view kAsTeams = "As C1.";
constexpr std::string_view kPeopleSay = "People there all year: means over months; r over people.";

const Trial kTrials[] = {
    {{.id = "C1",
      .title = "team's trust with its results, r",
      .published = ".30",
      .low = 0.20,
      .high = 0.40,
      .unit = "none",
      .source = kDeJong,
      .basis = Basis::read,
      .firm = kSoftware,
      .says = kTeamsSay,
      .why = "teams of one firm differ little in trust; what it moves is help, a small part "
             "of results where everybody has customers of one's own"},
     over_teams<&TeamRun::trust, &TeamRun::credit>},
    {{.id = "C2.performance",
      .title = "disputes with a team's results, r",
      .published = "relationship conflict -.22",
      .low = -0.32,
      .high = -0.12,
      .unit = "none",
      .source = kDeDreu,
      .basis = Basis::memory,
      .sure = 0.9,
      .firm = kSoftware,
      .says = kAsTeams,
      .why = "a dispute takes half an hour a day from two people for a while: little beside "
             "the luck of a team's year"},
     over_teams<&TeamRun::conflict, &TeamRun::credit>},
    {{.id = "C2.satisfaction",
      .title = "disputes with a team's morale, r",
      .published = "relationship conflict -.54",
      .low = -0.64,
      .high = -0.44,
      .unit = "none",
      .source = kDeDreu,
      .basis = Basis::memory,
      .sure = 0.9,
      .firm = kSoftware,
      .says = kAsTeams,
      .why =
          "disputes are few and short beside a year: pay and success move a team's morale as well"},
     over_teams<&TeamRun::conflict, &TeamRun::morale>},
    {{.id = "C2.task",
      .title = "task conflict",
      .published = "-.23 with results, -.32 with satisfaction",
      .source = kDeDreu,
      .basis = Basis::memory,
      .sure = 0.9,
      .reach = Reach::outside,
      .says = "A dispute is between persons; nobody disagrees about how to do the work."}},
    {{.id = "C3.relationship",
      .title = "disputes with a team's results, r",
      .published = "relationship conflict -.16",
      .low = -0.24,
      .high = -0.08,
      .unit = "none",
      .source = kDeWit,
      .basis = Basis::memory,
      .sure = 0.8,
      .firm = kSoftware,
      .says = kAsTeams,
      .why = "as C2.performance"},
     over_teams<&TeamRun::conflict, &TeamRun::credit>},
    {{.id = "C3.task",
      .title = "task and process conflict",
      .published = "task about 0, process -.15",
      .source = kDeWit,
      .basis = Basis::memory,
      .sure = 0.8,
      .reach = Reach::outside,
      .says =
          "As C2.task. Its default is that of this later study: what has no rule has no effect."}},
    {{.id = "C5",
      .title = "effort, individual over collective pay, d",
      .published = ".44",
      .low = 0.3,
      .high = 0.6,
      .unit = "none",
      .source = "Karau and Williams, JPSP 65 (1993) 681",
      .basis = Basis::memory,
      .sure = 0.85,
      .firm = kSoftware,
      .says = "Salary 70,000 and 5 % of own revenue against an equal share of 5 % of the "
              "team's: difference of effort over its spread between people.",
      .why = "people paid alike differ little in effort, which is the measure's unit; under team "
             "pay one's own slope is an eighth. The tasks of the studies were mostly unpaid"},
     loafing},
    {{.id = "C6.performance",
      .title = "trust in mates with own results, r",
      .published = ".33",
      .low = 0.21,
      .high = 0.45,
      .unit = "none",
      .source = kColquitt,
      .basis = Basis::memory,
      .sure = 0.75,
      .firm = kSoftware,
      .says = kPeopleSay,
      .why =
          "trust moves who is helped on a few deals; results differ by ability, market and luck"},
     trust_and_results},
    {{.id = "C6.citizenship",
      .title = "trust in mates with help given, r",
      .published = "citizenship .27",
      .low = 0.15,
      .high = 0.39,
      .unit = "none",
      .source = kColquitt,
      .basis = Basis::memory,
      .sure = 0.75,
      .firm = kSoftware,
      .says = kPeopleSay,
      .why = "trust grows in who is helped, not in who helps, and whom mates ask is a matter of "
             "what one knows"},
     trust_and_help},
    {{.id = "C6.others",
      .title = "trust with risk taking, harm done",
      .published = ".42, -.33",
      .source = kColquitt,
      .basis = Basis::memory,
      .sure = 0.75,
      .reach = Reach::outside,
      .says = "Nobody hands over what could be misused, and nobody harms the firm or mates on "
              "purpose."}},
    {{.id = "C7.none",
      .title = "revenue, an hour of meeting a week over none",
      .published = "maximum inside",
      .low = 0,
      .high = kMost,
      .unit = "share",
      .source = kLaker,
      .basis = Basis::memory,
      .sure = 0.6,
      .firm = kSoftware,
      .says = "policies.meetings as shipped against every 0: change of revenue. With C7.ten it "
              "asks for a maximum inside."},
     an_hour_over_none},
    {{.id = "C7.ten",
      .title = "revenue, an hour of meeting a week over ten",
      .published = "maximum inside",
      .low = 0,
      .high = kMost,
      .unit = "share",
      .source = kLaker,
      .basis = Basis::memory,
      .sure = 0.6,
      .firm = kSoftware,
      .says = "As shipped against two hours every day: change of revenue."},
     an_hour_over_ten},
    {{.id = "C8",
      .title = "knowledge in common with a team's results, r",
      .published = "shared cognition .38",
      .low = 0.26,
      .high = 0.50,
      .unit = "none",
      .source = "DeChurch and Mesmer-Magnus, JAP 2010",
      .basis = Basis::memory,
      .sure = 0.8,
      .firm = kSoftware,
      .says = "Teams over a year: of each topic asked for what two mates both know, mean over "
              "pairs, with credit over the expected; each against its own mean over all runs; "
              "r over teams."},
     over_teams<&TeamRun::shared, &TeamRun::credit>},
};

}  // namespace

std::span<const Trial> team_trials() { return kTrials; }

}  // namespace tandem
