// SPDX-License-Identifier: Apache-2.0
#include "sim/study/experiments_statistics.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "sim/study/evidence_lab.h"

namespace tandem {

namespace {

/// Sums of squares and products about the means.
struct Products {
  double xx = 0, xy = 0, yy = 0;
};
Products products(const Points& points) {
  double mean_x = 0, mean_y = 0;
  const auto n = static_cast<double>(points.size());
  for (const auto& [x, y] : points) mean_x += x / n, mean_y += y / n;
  Products out;
  for (const auto& [x, y] : points) {
    out.xx += (x - mean_x) * (x - mean_x);
    out.xy += (x - mean_x) * (y - mean_y);
    out.yy += (y - mean_y) * (y - mean_y);
  }
  return out;
}

Points zipped(const Values& x, const Values& y) {
  Points out;
  for (std::size_t i = 0; i < x.size(); ++i) out.emplace_back(x[i], y[i]);
  return out;
}

bool whole_run(const RunRecord::PersonRow& row, const Observed& run) {
  return row.days == static_cast<int>(run.revenue.size()) && !row.quit && !row.dismissed;
}

double common(const PersonReading& a, const PersonReading& b) {
  double sum = 0;
  for (std::size_t k = 0; k < a.topics.size(); ++k) sum += std::min(a.topics[k], b.topics[k]);
  return sum / static_cast<double>(a.topics.size());
}

}  // namespace

std::optional<double> correlation(const Points& points) {
  const Products p = products(points);
  if (p.xx <= 0 || p.yy <= 0) return std::nullopt;
  return p.xy / std::sqrt(p.xx * p.yy);
}

std::optional<double> slope(const Points& points) {
  const Products p = products(points);
  if (p.xx <= 0) return std::nullopt;
  return p.xy / p.xx;
}

// The correlations of the regressors solved against those with y: Gauss's elimination, which a
// correlation matrix lets go without pivots.
std::optional<Values> betas(const std::vector<Values>& x, const Values& y) {
  const std::size_t n = x.size();
  std::vector<Values> rows(n, Values(n + 1));
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j <= n; ++j) {
      const auto r = correlation(zipped(x[i], j < n ? x[j] : y));
      if (!r) return std::nullopt;
      rows[i][j] = *r;
    }
  }
  for (std::size_t k = 0; k < n; ++k) {
    if (rows[k][k] < 1e-9) return std::nullopt;
    for (std::size_t i = 0; i < n; ++i) {
      if (i == k) continue;
      const double factor = rows[i][k] / rows[k][k];
      for (std::size_t j = k; j <= n; ++j) rows[i][j] -= factor * rows[k][j];
    }
  }
  Values out;
  for (std::size_t i = 0; i < n; ++i) out.push_back(rows[i][n] / rows[i][i]);
  return out;
}

Values each_run(const Observations& runs,
                const std::function<std::optional<double>(const Observed&)>& of) {
  Values out;
  for (const Observed& run : runs)
    if (const auto value = of(run)) out.push_back(*value);
  return out;
}

Values each_pair(const Observations& base, const Observations& variant,
                 const std::function<std::optional<double>(const Observed&, const Observed&)>& of) {
  Values out;
  for (std::size_t i = 0; i < std::min(base.size(), variant.size()); ++i)
    if (const auto value = of(base[i], variant[i])) out.push_back(*value);
  return out;
}

Values each_group(const Observations& runs,
                  const std::function<void(const Observed&, Points&)>& collect,
                  const std::function<std::optional<double>(const Points&)>& of) {
  constexpr std::size_t kGroups = 16;
  const std::size_t groups = std::min(kGroups, runs.size());
  Values out;
  for (std::size_t g = 0; g < groups; ++g) {
    Points points;
    for (std::size_t i = g * runs.size() / groups; i < (g + 1) * runs.size() / groups; ++i)
      collect(runs[i], points);
    if (const auto value = of(points)) out.push_back(*value);
  }
  return out;
}

double metric_of(const Observed& run, std::string_view id) {
  return metric_in(run.record, id).value();
}

Values change_of_revenue(Bench& bench, const Play& base, const Play& variant) {
  return each_pair(bench.play(base), bench.play(variant), [](const Observed& a, const Observed& b) {
    return std::optional(metric_of(b, "revenue") / metric_of(a, "revenue") - 1);
  });
}

double revenue_between(const Observed& run, int from, int to) {
  double sum = 0;
  for (int day = from; day < to; ++day) sum += run.revenue[static_cast<std::size_t>(day)];
  return sum;
}

Points both_times(const Observed& base, const Observed& variant) {
  std::map<std::pair<int, int>, double> after;
  for (const RunRecord::PersonRow& row : variant.record.people)
    if (whole_run(row, variant)) after[{row.seat, row.person}] = row.revenue;
  Points out;
  for (const RunRecord::PersonRow& row : base.record.people) {
    const auto found = after.find({row.seat, row.person});
    if (whole_run(row, base) && found != after.end()) out.emplace_back(row.revenue, found->second);
  }
  return out;
}

std::vector<Stayer> stayers(const Observed& run) {
  const auto months = static_cast<double>(run.months.size());
  std::map<std::pair<int, int>, std::vector<const PersonReading*>> people;
  for (const auto& month : run.months)
    for (const PersonReading& r : month) people[{r.seat, r.person}].push_back(&r);
  std::vector<Stayer> out;
  for (const auto& [who, readings] : people) {
    if (readings.size() < run.months.size()) continue;
    Stayer one{.mean = *readings.back()};
    PersonReading& m = one.mean;
    m.effort = m.morale = m.fatigue = m.trust = m.conflict = m.pay = m.knowledge = 0;
    double help_before = readings.front()->help;
    for (const PersonReading* r : readings) {
      m.effort += r->effort / months;
      m.morale += r->morale / months;
      m.fatigue += r->fatigue / months;
      m.trust += r->trust / months;
      m.conflict += r->conflict / months;
      m.pay += r->pay / months;
      m.knowledge += r->knowledge / months;
      // An appraisal sets the count back to 0.
      one.help += r->help >= help_before ? r->help - help_before : r->help;
      help_before = r->help;
    }
    const double expected = m.expected * static_cast<double>(run.revenue.size());
    one.credit = expected > 0 ? m.revenue / expected : 0;
    out.push_back(std::move(one));
  }
  return out;
}

std::vector<TeamRun> team_runs(const Observed& run) {
  std::map<int, std::vector<const PersonReading*>> readings;  // by team, of all months
  std::map<int, std::map<int, double>> expected;              // by team and seat, a day
  std::map<int, double> shared, pairs;
  for (const auto& month : run.months) {
    for (std::size_t i = 0; i < month.size(); ++i) {
      const PersonReading& r = month[i];
      readings[r.team].push_back(&r);
      expected[r.team][r.seat] = r.expected;
      for (std::size_t j = i + 1; j < month.size() && month[j].team == r.team; ++j) {
        shared[r.team] += common(r, month[j]);
        pairs[r.team] += 1;
      }
    }
  }
  std::map<int, double> revenue;  // of everybody who was there in the run
  std::map<int, int> team_of;
  for (const auto& [team, seats] : expected)
    for (const auto& [seat, a_day] : seats) team_of[seat] = team;
  for (const RunRecord::PersonRow& row : run.record.people)
    if (const auto team = team_of.find(row.seat); team != team_of.end())
      revenue[team->second] += row.revenue;
  std::vector<TeamRun> out;
  for (const auto& [team, all] : readings) {
    const auto n = static_cast<double>(all.size());
    TeamRun mean{.team = team};
    for (const PersonReading* r : all) {
      mean.trust += r->trust / n;
      mean.conflict += r->conflict / n;
      mean.morale += r->morale / n;
      mean.effort += r->effort / n;
    }
    if (pairs[team] > 0) mean.shared = shared[team] / pairs[team];
    double year = 0;
    for (const auto& [seat, a_day] : expected[team])
      year += a_day * static_cast<double>(run.revenue.size());
    if (year > 0) mean.credit = revenue[team] / year;
    out.push_back(mean);
  }
  return out;
}

}  // namespace tandem
