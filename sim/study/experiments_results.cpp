// SPDX-License-Identifier: Apache-2.0
// What a person's results go with: knowledge, ability, effort, roles, the boss, tenure.
#include <map>

#include "sim/study/evidence_lab.h"
#include "sim/study/experiments_list.h"
#include "sim/study/experiments_statistics.h"

namespace tandem {

namespace {

constexpr std::string_view kSoftware = "base/software-vendor.yaml",
                           kCalls = "base/call-centre.yaml";

enum Driver : std::size_t { kKnowledge, kAmbiguity, kAbility, kEngagement, kDrivers };

/// Eight teams between unclear and clear roles, by the same steps.
constexpr double kClarity[] = {0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};

template <Driver Which>
Values driver_of_results(Bench& bench) {
  std::string changes;
  for (std::size_t team = 0; team < std::size(kClarity); ++team)
    changes += std::string(team == 0 ? "" : ", ") +
               "{at: 0, scope: {team: " + std::string(1, static_cast<char>('A' + team)) +
               "}, set: {policies.roles.clarity: " + std::to_string(kClarity[team]) + "}}";
  const Play play{.firm = kSoftware, .set = {"changes=[" + changes + "]"}, .read = true};
  const Observations& runs = bench.play(play);
  Values out;
  constexpr std::size_t kTogether = 3;  // runs of a group
  for (std::size_t first = 0; first + kTogether <= runs.size(); first += kTogether) {
    std::vector<Values> x(kDrivers);
    Values y;
    for (std::size_t run = first; run < first + kTogether; ++run)
      for (const Stayer& one : stayers(runs[run])) {
        x[kKnowledge].push_back(one.mean.knowledge);
        x[kAmbiguity].push_back(1 - kClarity[one.mean.team]);
        x[kAbility].push_back(one.mean.ability);
        x[kEngagement].push_back(one.mean.effort);
        y.push_back(one.credit);
      }
    if (const auto found = betas(x, y)) out.push_back((*found)[Which]);
  }
  return out;
}

Values better_boss(Bench& bench) {
  Play base{.firm = kSoftware, .runs = 96};
  for (const char team : std::string("ABCDEFGH"))
    base.set.push_back("teams." + std::string(1, team) + ".manager={coaching: 5h}");
  const auto bosses = [&](const std::string& selectivity) {
    return with(base, {"changes=[{at: 0, scope: {role: manager}, set: {hiring.selectivity: " +
                       selectivity + "}}]"});
  };
  return each_pair(bench.play(bosses("-1.755")), bench.play(bosses("1.755")),
                   [](const Observed& a, const Observed& b) {
                     return std::optional(metric_of(b, "revenue") / metric_of(a, "revenue") - 1);
                   });
}

/// Mean credit a month of people between two tenures, working days.
std::optional<double> output(const Observed& run, double from, double to) {
  std::map<std::pair<int, int>, double> before;
  double sum = 0, n = 0;
  for (const auto& month : run.months) {
    std::map<std::pair<int, int>, double> now;
    for (const PersonReading& r : month) {
      now[{r.seat, r.person}] = r.revenue;
      const auto last = before.find({r.seat, r.person});
      if (last == before.end() || r.tenure < from || r.tenure >= to) continue;
      sum += r.revenue - last->second;
      n += 1;
    }
    before = std::move(now);
  }
  return n > 0 ? std::optional(sum / n) : std::nullopt;
}
/// Output in the second, the seventh and the thirteenth month; those of a run that has all three.
std::vector<Values> tenure_curve(Bench& bench) {
  std::vector<Values> out(3);
  for (const Observed& run : bench.play({.firm = kCalls, .years = 2, .read = true})) {
    const auto early = output(run, 21, 42), half = output(run, 147, 168),
               late = output(run, 252, 294);
    if (!early || !half || !late) continue;
    out[0].push_back(*early);
    out[1].push_back(*half);
    out[2].push_back(*late);
  }
  return out;
}
Values first_year_rise(Bench& bench) {
  const auto curve = tenure_curve(bench);
  Values out = ratio_of_means(curve[2], curve[0]);
  for (double& ratio : out) ratio -= 1;
  return out;
}
Values rise_by_half(Bench& bench) {
  const auto curve = tenure_curve(bench);
  Values half, all;
  for (std::size_t i = 0; i < curve[0].size(); ++i) {
    half.push_back(curve[1][i] - curve[0][i]);
    all.push_back(curve[2][i] - curve[0][i]);
  }
  return ratio_of_means(half, all);
}

constexpr std::string_view kVerbeke = "Verbeke, Dietz, Verwaal, JAMS 39 (2011) 407-428";
constexpr std::string_view kDriversSays =
    "Eight teams with role clarity from 20 to 90 %; people there all year: their credit over "
    "the expected on knowledge, 1 - clarity, log ability and effort together, standardised.";

const Trial kTrials[] = {
    {{.id = "K16",
      .title = "intermittent, constant or no influence",
      .published = "intermittent: mean as constant, best as none",
      .source = "Bernstein, Shore, Lazer, PNAS 115 (2018) 8734",
      .basis = Basis::read,
      .reach = Reach::outside,
      .says = "Nobody searches: knowledge is known or not, a deal has no landscape of "
              "solutions in which copying mates could end the search too early."}},
    {{.id = "K17.knowledge",
      .title = "results on knowledge, beta",
      .published = ".28",
      .low = 0.18,
      .high = 0.38,
      .unit = "none",
      .source = kVerbeke,
      .basis = Basis::read,
      .firm = kSoftware,
      .says = kDriversSays},
     driver_of_results<kKnowledge>},
    {{.id = "K17.ambiguity",
      .title = "results on role ambiguity, beta",
      .published = "-.25",
      .low = -0.35,
      .high = -0.15,
      .unit = "none",
      .source = kVerbeke,
      .basis = Basis::read,
      .firm = kSoftware,
      .says = "As K17.knowledge.",
      .why = "unclear roles cost opportunities and double work, a few per cent of a team's "
             "results; between people that is little beside luck. No rule makes an unclear role "
             "cost a person's own effort"},
     driver_of_results<kAmbiguity>},
    {{.id = "K17.aptitude",
      .title = "results on ability, beta",
      .published = ".23 (cognitive aptitude)",
      .low = 0.13,
      .high = 0.33,
      .unit = "none",
      .source = kVerbeke,
      .basis = Basis::read,
      .firm = kSoftware,
      .says = "As K17.knowledge.",
      .why = "ability here is all lasting difference in selling, not cognitive aptitude "
             "alone; it enters every stage of every deal"},
     driver_of_results<kAbility>},
    {{.id = "K17.engagement",
      .title = "results on effort, beta",
      .published = ".23 (work engagement)",
      .low = 0.13,
      .high = 0.33,
      .unit = "none",
      .source = kVerbeke,
      .basis = Basis::read,
      .firm = kSoftware,
      .says = "As K17.knowledge."},
     driver_of_results<kEngagement>},
    {{.id = "K17.adaptiveness",
      .title = "results on adaptiveness, beta",
      .published = ".27",
      .source = kVerbeke,
      .basis = Basis::read,
      .reach = Reach::outside,
      .says = "Nobody adapts the way of selling to a customer: a match is knowledge, the same "
              "for whoever buys."}},
    {{.id = "K18",
      .title = "best for worst tenth of bosses",
      .published = "+10 - 12 %",
      .low = 0.06,
      .high = 0.16,
      .unit = "share",
      .source = "Lazear, Shaw, Stanton, JOLE 2015",
      .basis = Basis::memory,
      .sure = 0.85,
      .firm = kSoftware,
      .says = "Managers who coach five hours a week, of the mean ability of the best against "
              "that of the worst tenth (hiring.selectivity 1.755 and -1.755): change of "
              "revenue.",
      .why = "the default of coaching.skill rests on this figure; what a boss teaches grows with "
             "the square of ability, and managers are drawn as widely as reps"},
     better_boss},
    {{.id = "K19.rise",
      .title = "output, thirteenth over second month",
      .published = "+53 % over the first year",
      .low = 0,
      .high = kMost,
      .unit = "share",
      .source = "Shaw and Lazear, Labour Economics 2008",
      .basis = Basis::memory,
      .sure = 0.7,
      .firm = kCalls,
      .says = "Two years: mean credit a month of people in their thirteenth against those in "
              "their second month. No tolerance stands beside the size: the sign is asked."},
     first_year_rise},
    {{.id = "K19.shape",
      .title = "part of that rise by the seventh month",
      .published = "steep first, then flat",
      .low = 0.5,
      .high = kMost,
      .none = 0.5,
      .unit = "share",
      .source = "Shaw and Lazear, Labour Economics 2008",
      .basis = Basis::memory,
      .sure = 0.7,
      .firm = kCalls,
      .says = "The same runs: rise from the second to the seventh month over that to the "
              "thirteenth; more than half is a curve that flattens."},
     rise_by_half},
};

}  // namespace

std::span<const Trial> result_trials() { return kTrials; }

}  // namespace tandem
