// SPDX-License-Identifier: Apache-2.0
// What mates do to effort and knowledge.
#include <algorithm>
#include <cmath>
#include <map>

#include "sim/study/evidence_lab.h"
#include "sim/study/experiments_list.h"
#include "sim/study/experiments_statistics.h"

namespace tandem {

namespace {

constexpr std::string_view kSoftware = "base/software-vendor.yaml",
                           kInside = "base/inside-sales-floor.yaml",
                           kCalls = "base/call-centre.yaml";

/// Nobody learns from mates; they still help, meet and sell together.
const std::vector<std::string> kNoMates = {"advice.learning=0", "meetings.learning.open=0",
                                           "co_selling.learning=0"};

/// Efforts of a run by seat: those of one role and those of all others.
struct Efforts {
  std::map<int, double> moved, others;  // mean over months from the third on
};
Efforts efforts(const Observed& run, const Scenario& firm, std::string_view role) {
  std::map<int, std::pair<double, int>> sums;
  for (std::size_t month = 2; month < run.months.size(); ++month)
    for (const PersonReading& r : run.months[month]) {
      sums[r.seat].first += r.effort;
      sums[r.seat].second += 1;
    }
  Efforts out;
  for (const auto& [seat, sum] : sums) {
    const bool moved = firm.seats()[static_cast<std::size_t>(seat)].role == role;
    (moved ? out.moved : out.others)[seat] = sum.first / sum.second;
  }
  return out;
}

double mean(const std::map<int, double>& by_seat) {
  double sum = 0;
  for (const auto& [seat, value] : by_seat) sum += value;
  return by_seat.empty() ? 0 : sum / static_cast<double>(by_seat.size());
}

/// Log change of the others' effort over that of their mean mate, which moves by the share of a
/// role whose standing effort is raised by a fifth. `mates` of that role among `all` in a team.
Values spillover(Bench& bench, const Play& base, std::string_view role, double conscience,
                 double mates, double all) {
  const Play more =
      with(base, {"changes=[{at: 0, scope: {role: " + std::string(role) +
                  "}, set: {effort.conscience: " + std::to_string(conscience) + "}}]"});
  const Scenario& firm = bench.scenario(base);
  Values own, of_mates;
  (void)each_pair(bench.play(base), bench.play(more),
                  [&](const Observed& a, const Observed& b) -> std::optional<double> {
                    const Efforts before = efforts(a, firm, role), after = efforts(b, firm, role);
                    const double still = mean(before.others);
                    const double rest = (all - 1 - mates) * still;
                    own.push_back(std::log(mean(after.others) / still));
                    of_mates.push_back(std::log((mates * mean(after.moved) + rest) /
                                                (mates * mean(before.moved) + rest)));
                    return std::nullopt;
                  });
  return ratio_of_means(own, of_mates);
}

/// Half of each team can be raised by itself.
Play mixed_calls() {
  Play play{.firm = kCalls, .read = true};
  for (const char* team : {"Red", "Blue", "Green", "Violet", "Amber"})
    play.set.push_back("teams." + std::string(team) + ".seats={generalist: 6, hunter: 6}");
  return play;
}
Play cashiers() { return with(mixed_calls(), {"plan=[{salary: 38000}]"}); }
Values mates_on_salary(Bench& bench) { return spillover(bench, cashiers(), "hunter", 0.96, 6, 12); }
Values mates_on_commission(Bench& bench) {
  return spillover(bench, mixed_calls(), "hunter", 0.96, 6, 12);
}

/// Of the gain of those whose mates do more, the part of the half that did less before.
Values gain_of_the_lower_half(Bench& bench) {
  const Play base = cashiers();
  const Play more =
      with(base, {"changes=[{at: 0, scope: {role: hunter}, set: {effort.conscience: 0.96}}]"});
  const Scenario& firm = bench.scenario(base);
  Values low, all;
  (void)each_pair(bench.play(base), bench.play(more),
                  [&](const Observed& a, const Observed& b) -> std::optional<double> {
                    const Efforts before = efforts(a, firm, "hunter"),
                                  after = efforts(b, firm, "hunter");
                    Points both;  // effort before, gain
                    for (const auto& [seat, effort] : before.others)
                      if (const auto now = after.others.find(seat); now != after.others.end())
                        both.emplace_back(effort, now->second - effort);
                    std::ranges::sort(both);
                    double lower = 0, sum = 0;
                    for (std::size_t i = 0; i < both.size(); ++i) {
                      sum += both[i].second;
                      if (i < both.size() / 2) lower += both[i].second;
                    }
                    low.push_back(lower);
                    all.push_back(sum);
                    return std::nullopt;
                  });
  return ratio_of_means(low, all);
}

Values mates_inside_sales(Bench& bench) {
  return spillover(bench, {.firm = kInside, .read = true}, "closer", 0.792, 6, 13);
}

/// Points of one topic of one person: what mates know more at the start, knowledge after half a
/// year that is there because people learn from mates.
Points gains_by_gap(const Observed& with_mates, const Observed& without, bool above) {
  constexpr std::size_t kHalfYear = 6;
  std::map<std::pair<int, int>, const PersonReading*> alone;
  for (const PersonReading& r : without.months[kHalfYear]) alone[{r.seat, r.person}] = &r;
  const auto& start = with_mates.months.front();
  Points out;
  for (const PersonReading& r : with_mates.months[kHalfYear]) {
    const auto other = alone.find({r.seat, r.person});
    const auto self = std::ranges::find_if(start, [&](const PersonReading& at_start) {
      return at_start.seat == r.seat && at_start.person == r.person;
    });
    if (other == alone.end() || self == start.end()) continue;
    for (std::size_t k = 0; k < r.topics.size(); ++k) {
      double mates = 0, n = 0;
      for (const PersonReading& mate : start)
        if (mate.team == r.team && mate.seat != r.seat) mates += mate.topics[k], n += 1;
      if (n == 0) continue;
      const double gap = mates / n - self->topics[k];
      if ((gap > 0) == above) out.emplace_back(gap, r.topics[k] - other->second->topics[k]);
    }
  }
  return out;
}
Values exchange(Bench& bench, bool up) {
  const Play base{.firm = kSoftware, .read = true};
  return each_pair(
      bench.play(base), bench.play(with(base, kNoMates)),
      [up](const Observed& a, const Observed& b) { return slope(gains_by_gap(a, b, up)); });
}
Values exchange_up(Bench& bench) { return exchange(bench, true); }
Values exchange_down(Bench& bench) {
  return ratio_of_means(exchange(bench, false), exchange(bench, true));
}

Values pay_through_mates(Bench& bench) {
  const Play base{.firm = kSoftware, .runs = 32, .years = 3};
  return each_pair(
      bench.play(base), bench.play(with(base, kNoMates)), [](const Observed& a, const Observed& b) {
        return std::optional(1 - metric_of(b, "compensation") / metric_of(a, "compensation"));
      });
}

/// Mean knowledge of newcomers after about half a year.
std::optional<double> newcomers_know(const Observed& run) {
  double sum = 0, n = 0;
  for (const auto& month : run.months)
    for (const PersonReading& r : month)
      if (r.tenure > 115.5 && r.tenure <= 136.5) sum += r.knowledge, n += 1;
  return n > 0 ? std::optional(sum / n) : std::nullopt;
}

/// Shapley's share: what mates bring, averaged over coming before and after own practice.
Values growth_from_mates(Bench& bench) {
  const Play base{.firm = kSoftware, .read = true};
  const std::vector<std::string> no_practice = {"mechanisms.learning=no"};
  const Play plays[] = {base, with(base, kNoMates), with(base, no_practice),
                        with(with(base, kNoMates), no_practice)};
  const Observations* runs[4];
  for (int i = 0; i < 4; ++i) runs[i] = &bench.play(plays[i]);
  Values from_mates, all;
  for (std::size_t run = 0; run < runs[0]->size(); ++run) {
    double known[4];
    bool complete = true;
    for (int i = 0; i < 4; ++i) {
      const auto value = newcomers_know((*runs[i])[run]);
      complete = complete && value.has_value();
      known[i] = value.value_or(0);
    }
    if (!complete) continue;
    from_mates.push_back((known[0] - known[1] + known[2] - known[3]) / 2);
    all.push_back(known[0] - known[3]);
  }
  return ratio_of_means(from_mates, all);
}

const Trial kTrials[] = {
    {{.id = "K8.elasticity",
      .title = "own effort to mates' effort",
      .published = ".15 - .17",
      .low = 0.10,
      .high = 0.20,
      .unit = "none",
      .source = "Mas and Moretti, AER 99 (2009) 112-145",
      .basis = Basis::read,
      .firm = kCalls,
      .says = "Salary alone, as cashiers have; half of each team raised by a fifth in "
              "standing effort: log change of the others' effort over that of their mean "
              "mate's.",
      .why = "the default of pressure.example is this figure: the row tests the rule"},
     mates_on_salary},
    {{.id = "K8.commission",
      .title = "the same where calls are paid",
      .published = ".15 - .17",
      .low = 0.10,
      .high = 0.20,
      .unit = "none",
      .source = "Mas and Moretti, AER 99 (2009) 112-145",
      .basis = Basis::read,
      .firm = kCalls,
      .says = "The same under the firm's own commission.",
      .why = "there are only so many callers: mates who work more leave fewer to sell to, and "
             "who is paid by sales works less for it. The published cashiers are paid by the "
             "hour"},
     mates_on_commission},
    {{.id = "K8.lower",
      .title = "part of the gain that is the lower half's",
      .published = "mostly the less productive gain",
      .low = 0.5,
      .high = kMost,
      .none = 0.5,
      .unit = "share",
      .source = "Mas and Moretti, AER 99 (2009) 112-145",
      .basis = Basis::read,
      .firm = kCalls,
      .says =
          "The pair on salary: gain in effort of those below the median before, over all gain."},
     gain_of_the_lower_half},
    {{.id = "K9",
      .title = "spillover of co-workers' productivity",
      .published = ".12",
      .low = 0.06,
      .high = 0.18,
      .unit = "none",
      .source = "Herbst and Mas, Science 350 (2015) 545: 34 studies",
      .basis = Basis::read,
      .firm = kInside,
      .says = "Closers raised by a fifth in standing effort: log change of hunters' and "
              "farmers' effort over that of their mean mate's.",
      .why = "example is one of several forces: a hunter whose closers work more also earns "
             "more from what is handed over"},
     mates_inside_sales},
    {{.id = "K10.up",
      .title = "gain by a gap to mates who know more",
      .published = "workers catch up to better ones",
      .low = 0,
      .high = kMost,
      .unit = "none",
      .source = "Herkenhoff, Lise, Menzio, Phillips, NBER w25179; JPE 2024",
      .basis = Basis::read,
      .firm = kSoftware,
      .says = "Learning from mates switched off (advice.learning, meetings.learning.open, "
              "co_selling.learning 0) against on: by person and topic, what half a year of "
              "mates added to knowledge, on the gap to their mean at the start where that is "
              "positive."},
     exchange_up},
    {{.id = "K10.down",
      .title = "slope below over slope above",
      .published = "not dragged down: about 0",
      .low = -0.25,
      .high = 0.25,
      .none = kNoSign,
      .unit = "none",
      .source = "Herkenhoff, Lise, Menzio, Phillips, NBER w25179; JPE 2024",
      .basis = Basis::read,
      .firm = kSoftware,
      .says = "The same pair: the slope where mates know less, over the slope where they know "
              "more. 0: somebody far ahead fares as one slightly ahead; 1: no asymmetry.",
      .why = "nobody loses by a mate who knows less; but whoever is above the mean has single "
             "mates who know more, the fewer the farther ahead"},
     exchange_down},
    {{.id = "K11",
      .title = "part of pay that is learned from mates",
      .published = "4 - 9 %",
      .low = 0.02,
      .high = 0.12,
      .unit = "share",
      .source = "Jarosch, Oberfield, Rossi-Hansberg, Econometrica 89 (2021) 647-676",
      .basis = Basis::read,
      .firm = kSoftware,
      .says = "Three years, learning from mates off against on: fall of compensation. The "
              "published share is the value of later wages; here it is this firm's pay.",
      .why = "two thirds of pay are salary, which no knowledge moves"},
     pay_through_mates},
    {{.id = "K13",
      .title = "part of a newcomer's growth from mates",
      .published = "peers matter more than own practice",
      .low = 0.5,
      .high = 1,
      .none = 0.5,
      .unit = "share",
      .source = "Chan, Li, Pierce, Marketing Science 33 (2014)",
      .basis = Basis::memory,
      .sure = 0.7,
      .firm = kSoftware,
      .says = "Learning from mates on and off by own practice (mechanisms.learning) on and "
              "off: mates' Shapley share of what newcomers know after half a year.",
      .why = "knowledge.doing alone brings a newcomer to own knowledge in five months (T3); an "
             "hour of open meeting a week and questions add what lies above"},
     growth_from_mates},
};

}  // namespace

std::span<const Trial> learning_trials() { return kTrials; }

}  // namespace tandem
