// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/import/calibrate.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/base/math.h"

namespace tandem::crm {

namespace {

constexpr int kSteps = 8;

double logit(double p) {
  p = std::clamp(p, 1e-4, 1 - 1e-4);
  return math::log(p / (1 - p));
}

std::vector<double> working(const std::vector<double>& calendar) {
  std::vector<double> days;
  days.reserve(calendar.size());
  for (const double cycle : calendar) days.push_back(cycle * kWorkingPerCalendar);
  return days;
}

/// What the constants are corrected towards; the targets move by what the simulation misses.
struct Aim {
  CycleTarget cycle;
  double lateness = 0.6;
};

/// Squared relative misses: what is promised counts, the other quantiles a little.
double badness(const Sample& sample, const Facts& facts) {
  const auto off = [](double got, double want) {
    return want > 0 ? std::pow(std::min(2.0, std::abs(got / want - 1)), 2) : 0.0;
  };
  const double decided = std::max(1.0, sample.won + sample.lost);
  double sum = off(sample.arrivals / sample.days, facts.arrivals) +
               off(sample.won / decided, facts.win_rate);
  if (facts.won_cycles.empty()) return sum;
  sum += off(mean(sample.won_cycles), mean(facts.won_cycles));
  for (const double share : kShownShares)
    sum += (share == 0.5 ? 1 : 0.05) *
           off(quantile(sample.won_cycles, share), quantile(facts.won_cycles, share));
  return sum + 0.02 * off(mean(sample.lost_cycles), mean(facts.lost_cycles));
}

void correct_rates(Constants& c, const Sample& sample, const Facts& facts) {
  const double rate = sample.arrivals / sample.days;
  if (rate > 0) c.account_rate *= std::clamp(facts.arrivals / rate, 0.5, 2.0);
  c.account_rate = std::min(c.account_rate, 1000.0);
  const double win = sample.won / std::max(1.0, sample.won + sample.lost);
  double slope = 0;  // of log p in the shift
  for (const double pass : c.pass) slope += 1 - pass;
  const double step =
      (logit(facts.win_rate) - logit(win)) * (1 - facts.win_rate) / std::max(0.01, slope);
  c.pass_shift = std::clamp(c.pass_shift + std::clamp(step, -1.5, 1.5), -20.0, 20.0);
}

/// At first all that a simulated cycle is longer than its law is taken for what work and waiting
/// add to every deal alike; later each quantile is corrected by its own miss.
void correct_cycle(Constants& c, Aim& aim, const Sample& sample, const Facts& facts, int step) {
  if (facts.won_cycles.empty() || sample.won_cycles.empty()) return;
  const CycleTarget want = target_of(working(facts.won_cycles));
  const CycleTarget got = target_of(working(sample.won_cycles));
  const double quick = 1 - c.cycle.fast_share + c.cycle.fast_share * c.cycle.fast_factor;
  const double overhead = got.mean - c.cycle.mean * quick;
  const double move = 0.4;
  aim.cycle.mean = std::max(0.2, want.mean - overhead);
  double before = 0.05;
  for (std::size_t i = 0; i < kShownShares.size(); ++i) {
    double& aimed = aim.cycle.quantiles[i];
    const double next = step < kSteps / 2 ? want.quantiles[i] - overhead
                                          : aimed + move * (want.quantiles[i] - got.quantiles[i]);
    aimed = before = std::max(before, next);
  }
  c.cycle = fit_cycle(aim.cycle);
  c.cycle.mean = std::min(c.cycle.mean, 2500.0);
  if (facts.lost_cycles.empty() || sample.lost_cycles.empty()) return;
  const double ratio = (mean(facts.lost_cycles) / mean(facts.won_cycles)) /
                       (mean(sample.lost_cycles) / mean(sample.won_cycles));
  aim.lateness = std::clamp(aim.lateness * std::clamp(ratio, 0.7, 1.4), 0.15, 0.99);
  c.pass = stage_chances(std::clamp(facts.win_rate, 0.005, 0.995), aim.lateness);
}

}  // namespace

SmallFirm small_firm(const Constants& constants, const Facts& facts, double most) {
  SmallFirm small{constants, 1};
  const double share = most / (facts.arrivals * kCalendarYear);
  if (share >= 1) return small;
  double seats = 0, fewer = 0, all = 0, left = 0;
  for (TeamLine& team : small.constants.teams) {
    seats += team.seats;
    team.seats = std::max(1, static_cast<int>(std::lround(team.seats * share)));
    fewer += team.seats;
  }
  for (TerritoryLine& territory : small.constants.territories) {
    all += territory.accounts * territory.potential;
    territory.accounts = std::max(1, static_cast<int>(std::lround(territory.accounts * share)));
    left += territory.accounts * territory.potential;
  }
  small.share = left / all;
  for (double& hours : small.constants.work) hours *= std::max(1.0, fewer / seats / small.share);
  return small;
}

Result<Constants> calibrate(Constants start, const Facts& facts, const Observe& observe) {
  Constants c = std::move(start);
  Constants best = c;
  double least = std::numeric_limits<double>::infinity();
  Aim aim;
  if (!facts.won_cycles.empty()) {
    std::vector<double> days = working(facts.won_cycles);
    for (double& day : days) day = std::max(0.1, day - 2);
    aim.cycle = target_of(days);
    if (!facts.lost_cycles.empty())
      aim.lateness =
          std::clamp(mean(facts.lost_cycles) / std::max(0.1, mean(facts.won_cycles)), 0.15, 0.99);
  }
  for (int step = 0; step < kSteps; ++step) {
    Result<Sample> run = observe(c, 1);
    if (!run.ok()) return run.faults();
    const Sample& sample = run.value();
    const double bad = badness(sample, facts);
    if (bad < least) {
      least = bad;
      best = c;
    }
    correct_rates(c, sample, facts);
    correct_cycle(c, aim, sample, facts, step);
    set_work(c, facts);
  }
  Result<Sample> longer =
      observe(best, 4);  // rates answer in proportion: one correction more is enough
  if (!longer.ok()) return longer.faults();
  correct_rates(best, longer.value(), facts);
  const Sample& sample = longer.value();
  double seats = 0;
  for (const TeamLine& team : best.teams) seats += team.seats;
  const double value_of_arrival = mean(sample.values) * sample.won / std::max(1.0, sample.arrivals);
  best.quota = value_of_arrival * facts.arrivals * kCalendarYear / std::max(1.0, seats);
  return best;
}

}  // namespace tandem::crm
