// SPDX-License-Identifier: Apache-2.0
// How often intervals and verdicts are right on runs of a small firm: the table of
// docs/statistics.md. `./dev.sh check-long` runs it; it fails where a promise is broken.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>
#include <vector>

#include "sim/study/anytime.h"
#include "sim/study/best.h"
#include "sim/study/quantiles.h"
#include "tests/support/firms.h"

namespace tandem {
namespace {

constexpr int kRuns = 100;  // of a batch: what `run` and `compare` take by default
constexpr int kStudies = 2000;
constexpr int kPairStudies = 1000;
constexpr int kBestStudies = 500;
// Figures that every run has and that vary smoothly; verdicts are tried on all.
const char* const kSmooth[] = {"revenue", "profit", "compensation", "win_rate", "morale"};
const auto kRevenue = static_cast<std::size_t>(find_metric("revenue").value());

/// Two teams of two in two like markets, a quarter long. Names decide whose luck is whose: another
/// family is another firm of the same law.
Scenario twin(const std::string& family) {
  return test::firm(fmt::format(R"(
tandem: 1
horizon: 1q
topics: [x{0}, y{0}]
territories: [{{name: N{0}, accounts: 20}}, {{name: S{0}, accounts: 20}}]
teams:
  - {{name: A{0}, territory: N{0}, seats: {{generalist: 2}}}}
  - {{name: B{0}, territory: S{0}, seats: {{generalist: 2}}}}
plan:
  - {{salary: 60000, per: year}}
  - {{commission: own revenue, per: month, tiers: [[0%, 4%], [100%, 6%]]}}
)",
                                family));
}

/// [metric][run] of one batch; NaN = no observation.
using Values = std::vector<std::vector<double>>;

Values play(const Scenario& scenario, std::uint64_t seed) {
  BatchOptions options;
  options.replications = kRuns;
  options.seed = seed;
  options.rows = false;
  Values out(metrics().size());
  options.each = [&](int, const RunRecord& run) {
    for (std::size_t m = 0; m < out.size(); ++m) out[m].push_back(run.values[m].value_or(NAN));
  };
  (void)run_batch(scenario, options);
  return out;
}

std::vector<Values> play_all(const Scenario& scenario, int studies) {
  std::vector<Values> out;
  for (int s = 1; s <= studies; ++s) out.push_back(play(scenario, static_cast<std::uint64_t>(s)));
  return out;
}

bool holds(const Estimate& e, double truth) { return e.low <= truth && truth <= e.high; }

/// Prints one row of the table; remembers a broken promise.
class Report {
 public:
  Report() { fmt::print("| what | of | right | promised |\n| --- | --- | --- | --- |\n"); }
  void row(const std::string& what, int of, int right, double least, double most = 1) {
    const double share = static_cast<double>(right) / of;
    const bool kept = share >= least && share <= most;
    broken_ = broken_ || !kept;
    const std::string promise = least == 0 ? "nothing"
                                : most < 1
                                    ? fmt::format("{:.1f} .. {:.1f} %", 100 * least, 100 * most)
                                    : fmt::format("{:g} % or more", 100 * least);
    fmt::print("| {} | {} | {:.1f} % | {}{} |\n", what, of, 100 * share, promise,
               kept ? "" : ": BROKEN");
    std::fflush(stdout);
  }
  [[nodiscard]] int exit_code() const { return broken_ ? EXIT_FAILURE : EXIT_SUCCESS; }

 private:
  bool broken_ = false;
};

double mean_of_all(const std::vector<Values>& studies, std::size_t m) {
  Moments out;
  for (const Values& study : studies) {
    for (const double x : study[m]) out.add(x);
  }
  return out.mean();
}

/// The t-interval after all runs of a batch.
void fixed_number(const std::vector<Values>& studies, Report& report) {
  for (const char* id : kSmooth) {
    const auto m = static_cast<std::size_t>(find_metric(id).value());
    const double truth = mean_of_all(studies, m);
    const auto right = std::ranges::count_if(
        studies, [&](const Values& study) { return holds(estimate(study[m]), truth); });
    report.row(fmt::format("t-interval of {}, {} runs", id, kRuns), kStudies,
               static_cast<int>(right), 0.935, 0.965);
  }
}

/// Whether some look finds two arms different, by always-valid intervals or by plain ones.
struct Wrong {
  bool anytime = false, plain = false;
};
Wrong wrong_at_some_look(const std::vector<double>& base, const std::vector<double>& variant) {
  Moments moments;
  Wrong out;
  for (std::size_t i = 0; i < base.size(); ++i) {
    if (std::isnan(base[i]) || std::isnan(variant[i])) continue;
    moments.add(variant[i] - base[i]);
    out.anytime = out.anytime || verdict(moments) != Verdict::unclear;
    out.plain = out.plain || (moments.n() >= kFirstLook && !holds(estimate(moments), 0));
  }
  return out;
}

template <class Arms>
void peeking(const std::string& what, const Arms& arms, Report& report) {
  int worst = -1;
  std::string worst_id;
  for (std::size_t m = 0; m < metrics().size(); ++m) {
    int anytime = 0, plain = 0;
    for (std::size_t s = 0; s < kPairStudies; ++s) {
      const auto [base, variant] = arms(s);
      const Wrong wrong = wrong_at_some_look((*base)[m], (*variant)[m]);
      anytime += wrong.anytime;
      plain += wrong.plain;
    }
    const std::string id(metrics()[m].id);
    if (id == "revenue" || id == "profit") {
      report.row(fmt::format("{}: no verdict on {} at any of 91 looks", what, id), kPairStudies,
                 kPairStudies - anytime, 0.95);
    }
    if (id == "revenue") {
      report.row(fmt::format("{}: plain t-intervals of revenue find nothing either", what),
                 kPairStudies, kPairStudies - plain, 0);
    }
    if (anytime > worst) worst_id = id;
    worst = std::max(worst, anytime);
  }
  report.row(fmt::format("{}: no verdict on the worst of {} metrics, {}", what, metrics().size(),
                         worst_id),
             kPairStudies, kPairStudies - worst, 0.95);
}

/// `run --precision` on revenue: the interval where it stops, or after all runs.
void stopping(const std::vector<Values>& studies, Report& report) {
  const double truth = mean_of_all(studies, kRevenue);
  Moments all;
  for (const Values& study : studies) {
    for (const double x : study[kRevenue]) all.add(x);
  }
  // So wide that it is reached after about forty runs.
  const double goal = anytime_half_width(40, all.sd(), all.skewness()) / truth;
  int anytime = 0, plain = 0, runs = 0;
  for (const Values& study : studies) {
    Moments one, other;
    for (const double x : study[kRevenue]) {
      one.add(x);
      if (needed_within(one, goal * std::abs(one.mean())) == 0) break;
    }
    runs += one.n();
    anytime += holds(anytime_estimate(one), truth);
    for (const double x : study[kRevenue]) {
      other.add(x);
      const Estimate e = estimate(other);
      if (e.n >= kFirstLook && (e.high - e.low) / 2 < goal * e.mean) break;
    }
    plain += holds(estimate(other), truth);
  }
  report.row(fmt::format("interval of revenue where --precision {:.1f}% stops (after {} runs on "
                         "average)",
                         100 * goal, runs / kStudies),
             kStudies, anytime, 0.95);
  report.row("the same by plain t-intervals", kStudies, plain, 0);
}

void quantiles(const std::vector<Values>& studies, Report& report) {
  std::vector<double> all;
  for (const Values& study : studies)
    all.insert(all.end(), study[kRevenue].begin(), study[kRevenue].end());
  std::ranges::sort(all);
  for (const double p : {0.1, 0.5, 0.9}) {
    const double truth = quantile(all, p);
    int one = 0, any = 0;
    for (const Values& study : studies) {
      std::vector<double> sorted;
      bool misses = false;
      for (const double x : study[kRevenue]) {
        sorted.insert(std::ranges::upper_bound(sorted, x), x);
        const Quantile q = quantile_interval(sorted, p, Looks::any);
        misses = misses || truth < q.low.value_or(truth) || truth > q.high.value_or(truth);
      }
      any += !misses;
      const Quantile q = quantile_interval(sorted, p, Looks::one);
      one += truth >= q.low.value_or(truth) && truth <= q.high.value_or(truth);
    }
    report.row(fmt::format("quantile {:g} % of revenue, {} runs", 100 * p, kRuns), kStudies, one,
               0.945);
    report.row(fmt::format("quantile {:g} % of revenue, at all looks", 100 * p), kStudies, any,
               0.95);
  }
}

/// Four firms of one law: whoever is called better or worse than the others, it is wrong.
void best(const std::vector<const std::vector<Values>*>& firms, Report& report) {
  int held = 0, in_the_running = 0;
  for (std::size_t s = 0; s < kBestStudies; ++s) {
    BestOf best(static_cast<Metric>(kRevenue), firms.size());
    bool misses = false, beaten = false;
    for (std::size_t i = 0; i < kRuns; ++i) {
      std::vector<double> values;
      for (const auto* firm : firms) values.push_back((*firm)[s][kRevenue][i]);
      best.add(values);
      const BestOfSet set = best.result({"a", "b", "c", "d"});
      for (const Candidate& c : set.candidates) misses = misses || c.low > 0 || c.high < 0;
      beaten = beaten || set.candidates.front().standing == Standing::beaten;
    }
    held += !misses;
    in_the_running += !beaten;
  }
  report.row("four equal firms: all intervals hold at all looks", kBestStudies, held, 0.95);
  report.row("four equal firms: the first is called beaten at no look", kBestStudies,
             in_the_running, 0.95);
}

/// What the freedom to look costs: width over that of the plain interval, for Gaussian figures.
void price() {
  fmt::print("\n| pairs | always valid | t | ratio |\n| --- | --- | --- | --- |\n");
  for (const int n : {10, 20, 30, 50, 100, 300, 1000, 10000}) {
    const double any = anytime_quantile(n), one = t_quantile(n - 1);
    fmt::print("| {} | {:.2f} | {:.2f} | {:.2f} |\n", n, any, one, any / one);
  }
}

int study() {
  Report report;
  const std::vector<Values> firm = play_all(twin(""), kStudies);
  fixed_number(firm, report);
  stopping(firm, report);
  quantiles(firm, report);
  peeking(
      "A against A, two seeds",
      [&](std::size_t s) { return std::pair(&firm[2 * s], &firm[2 * s + 1]); }, report);
  const std::vector<Values> second = play_all(twin("2"), kPairStudies);
  peeking(
      "A against its twin, one seed",
      [&](std::size_t s) { return std::pair(&firm[s], &second[s]); }, report);
  const std::vector<Values> third = play_all(twin("3"), kBestStudies);
  const std::vector<Values> fourth = play_all(twin("4"), kBestStudies);
  best({&firm, &second, &third, &fourth}, report);
  price();
  return report.exit_code();
}

}  // namespace
}  // namespace tandem

int main() { return tandem::study(); }
