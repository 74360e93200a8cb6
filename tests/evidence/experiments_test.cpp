// SPDX-License-Identifier: Apache-2.0
// Published findings as experiments: none is forgotten, each says where it is from, and
// docs/evidence.md says what the program finds.
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <numeric>
#include <set>

#include "sim/command/experiments_output.h"
#include "sim/study/experiments_statistics.h"
#include "tandem/evidence.h"

namespace tandem {

void PrintTo(EvidenceVerdict verdict, std::ostream* out) { *out << static_cast<int>(verdict); }

namespace {

std::string file(const std::string& path) {
  std::ifstream in(TANDEM_SOURCE_DIR "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// Every published finding that was collected stands on the page, in one of its parts.
TEST(Experiments, EveryFindingHasARow) {
  std::set<std::string_view> there;
  for (const EvidenceRow& row : evidence_rows()) there.insert(row.id);
  for (const Experiment& e : experiments()) there.insert(row_of(e.id));
  const std::string page = file("docs/evidence.md");
  for (const char* id :
       {"K8",  "K9",  "K10", "K11", "K13", "K16", "K17", "K18", "K19", "I1",  "I3",
        "I4",  "I8",  "I10", "I15", "I16", "I19", "I20", "I21", "I22", "I23", "I24",
        "I25", "I26", "T1",  "T2",  "T3",  "T5",  "T7",  "T8",  "T9",  "T10", "T11",
        "T12", "T13", "T14", "T15", "C1",  "C2",  "C3",  "C5",  "C6",  "C7",  "C8"}) {
    EXPECT_TRUE(there.contains(id)) << id;
    const std::string row = "\n| " + std::string(id);
    EXPECT_TRUE(page.find(row + " |") != page.npos || page.find(row + ".") != page.npos) << id;
  }
}

TEST(Experiments, EachSaysWhatIsPlayedOrWhyNothingIs) {
  std::set<std::string_view> ids;
  for (const Experiment& e : experiments()) {
    SCOPED_TRACE(std::string(e.id));
    EXPECT_TRUE(ids.insert(e.id).second);
    EXPECT_FALSE(e.title.empty() || e.published.empty() || e.source.empty() || e.says.empty());
    EXPECT_FALSE(letter(e.basis).empty());
    EXPECT_EQ(e.basis == Basis::memory, e.sure > 0 && e.sure < 1);
    EXPECT_EQ(e.reach == Reach::experiment, !e.firm.empty());
    if (e.reach != Reach::experiment) continue;
    EXPECT_TRUE(std::filesystem::exists(TANDEM_SOURCE_DIR "/scenarios/" + std::string(e.firm)));
    EXPECT_LT(e.low, e.high);
    EXPECT_FALSE(e.unit.empty());
  }
}

// Texts are compared without playing anything; figures of a few rows below.
TEST(Experiments, ThePageSaysOfEachWhatTheProgramSays) {
  const std::string page = file("docs/evidence.md");
  for (const Experiment& e : experiments()) {
    EXPECT_NE(page.find(experiment_note(e)), page.npos)
        << "docs/evidence.md is out of date, run ./dev.sh docs; it should say\n"
        << experiment_note(e);
    if (e.reach == Reach::experiment) {
      EXPECT_NE(page.find("\n| " + std::string(e.id) + " | " + std::string(e.title) + " | "),
                page.npos)
          << e.id;
    }
  }
}

// A figure that is no longer what the page says: some rule has moved. Those that are quick to play.
TEST(Experiments, ThePageHasTheFiguresOfToday) {
  const auto played = measure_experiments({"K8", "K19", "I15", "I23", "C5"});
  ASSERT_TRUE(played.ok());
  ASSERT_EQ(played.value().findings.size(), 9u);
  const std::string page = file("docs/evidence.md");
  for (const ExperimentFinding& f : played.value().findings) {
    ASSERT_TRUE(f.simulated.has_value()) << f.experiment.id;
    const std::string line = experiment_line(f);
    EXPECT_NE(page.find(line), page.npos)
        << "docs/evidence.md is out of date, run ./dev.sh docs; it should say\n"
        << line;
  }
}

TEST(Experiments, AreChosenByRowOrByName) {
  EvidenceOptions few;
  few.replications = 2;
  const auto ids = [&](const std::vector<std::string>& names) {
    std::vector<std::string_view> out;
    const auto played = measure_experiments(names, few);
    for (const ExperimentFinding& f : played.value().findings) out.push_back(f.experiment.id);
    return out;
  };
  EXPECT_EQ(ids({"K16", "I15.worthless"}), (std::vector<std::string_view>{"K16", "I15.worthless"}));
  EXPECT_EQ(ids({"C7"}), (std::vector<std::string_view>{"C7.none", "C7.ten"}));
  EXPECT_EQ(row_of("T7.tenure"), "T7");
  EXPECT_EQ(row_of("K9"), "K9");
}

TEST(Experiments, DoNotDependOnThreads) {
  EvidenceOptions one, three;
  one.replications = three.replications = 5;
  one.threads = 1;
  three.threads = 3;
  const auto a = measure_experiments({"C1"}, one), b = measure_experiments({"C1"}, three);
  EXPECT_EQ(a.value().findings[0].simulated->mean, b.value().findings[0].simulated->mean);
  EXPECT_EQ(a.value().findings[0].simulated->low, b.value().findings[0].simulated->low);
}

TEST(ExperimentVerdicts, InsideEdgeSignMiss) {
  const auto verdict = [](Experiment asked, double low, double high) {
    return experiment_verdict(asked, Estimate{.mean = (low + high) / 2, .low = low, .high = high});
  };
  const Experiment below{.low = -0.3, .high = -0.1};
  EXPECT_EQ(verdict(below, -0.3, -0.1), EvidenceVerdict::inside);
  EXPECT_EQ(verdict(below, -0.2, -0.05), EvidenceVerdict::edge);
  EXPECT_EQ(verdict(below, -0.09, -0.01), EvidenceVerdict::sign);
  EXPECT_EQ(verdict(below, -0.6, -0.4), EvidenceVerdict::sign);
  EXPECT_EQ(verdict(below, -0.05, 0.01), EvidenceVerdict::miss);
  EXPECT_EQ(verdict(below, 0.1, 0.2), EvidenceVerdict::miss);
  const Experiment rises{.low = 0, .high = kMost};
  EXPECT_EQ(verdict(rises, 0.01, 5), EvidenceVerdict::inside);
  EXPECT_EQ(verdict(rises, -0.01, 5), EvidenceVerdict::edge);
  EXPECT_EQ(verdict(rises, -5, -0.01), EvidenceVerdict::miss);
  const Experiment falls{.low = -kMost, .high = 0};
  EXPECT_EQ(verdict(falls, -5, -0.01), EvidenceVerdict::inside);
  EXPECT_EQ(verdict(falls, 0.01, 5), EvidenceVerdict::miss);
  const Experiment ratio{.low = 1.2, .high = 1.6, .none = 1};
  EXPECT_EQ(verdict(ratio, 1.7, 1.8), EvidenceVerdict::sign);
  EXPECT_EQ(verdict(ratio, 0.5, 0.9), EvidenceVerdict::miss);
  const Experiment no_sign{.low = 0.4, .high = 0.6, .none = kNoSign};
  EXPECT_EQ(verdict(no_sign, 0.7, 0.8), EvidenceVerdict::miss);
  EXPECT_EQ(experiment_verdict(rises, std::nullopt), EvidenceVerdict::nothing);
  EXPECT_EQ(experiment_verdict({.reach = Reach::outside}, std::nullopt), EvidenceVerdict::open);
}

TEST(ExperimentStatistics, CorrelationSlopeAndBetas) {
  EXPECT_DOUBLE_EQ(correlation({{1, 2}, {2, 4}, {3, 6}}).value(), 1);
  EXPECT_DOUBLE_EQ(correlation({{1, 1}, {2, 0}, {3, 1}}).value(), 0);
  EXPECT_DOUBLE_EQ(correlation({{0, 0}, {1, 1}, {2, 1}}).value(), std::sqrt(3) / 2);
  EXPECT_FALSE(correlation({{1, 2}, {1, 3}}).has_value());
  EXPECT_FALSE(correlation({}).has_value());
  EXPECT_DOUBLE_EQ(slope({{0, 1}, {1, 3}, {2, 5}}).value(), 2);
  EXPECT_FALSE(slope({{1, 2}, {1, 3}}).has_value());
  // y = 2 a + b on columns that do not correlate, of equal spread: betas 2 and 1 over sqrt(5).
  const Values a = {-1, -1, 1, 1}, b = {-1, 1, -1, 1}, y = {-3, -1, 1, 3};
  const Values found = betas({a, b}, y).value();
  EXPECT_NEAR(found[0], 2 / std::sqrt(5), 1e-12);
  EXPECT_NEAR(found[1], 1 / std::sqrt(5), 1e-12);
  // c = a + b: what a and c tell of y = a + c is told apart although they correlate.
  const Values c = {-2, 0, 0, 2}, z = {-3, -1, 1, 3};
  const double spread_z = std::sqrt(20 / 4.0);
  EXPECT_NEAR(betas({a, c}, z).value()[0], 1 / spread_z, 1e-12);
  EXPECT_NEAR(betas({a, c}, z).value()[1], std::sqrt(2) / spread_z, 1e-12);
  EXPECT_FALSE(betas({a, a}, y).has_value());
  EXPECT_FALSE(betas({a, {1, 1, 1, 1}}, y).has_value());
}

// What is read adds up to what the run's record says.
TEST(ExperimentReadings, AddUpToTheRecord) {
  EvidenceOptions options;
  Bench bench(options);
  const Play play{.firm = "base/software-vendor.yaml", .runs = 3, .read = true};
  for (const Observed& run : bench.play(play)) {
    ASSERT_EQ(run.revenue.size(), 252u);
    ASSERT_EQ(run.months.size(), 13u);
    EXPECT_NEAR(std::accumulate(run.revenue.begin(), run.revenue.end(), 0.0),
                metric_of(run, "revenue"), 0.5);
    std::map<std::pair<int, int>, double> revenue;
    for (const RunRecord::PersonRow& row : run.record.people)
      revenue[{row.seat, row.person}] = row.revenue;
    for (const PersonReading& r : run.months.back()) {
      EXPECT_DOUBLE_EQ(r.revenue, revenue.at({r.seat, r.person}));
      EXPECT_GE(r.knowledge, *std::ranges::min_element(r.topics));
      EXPECT_LE(r.knowledge, *std::ranges::max_element(r.topics));
      EXPECT_TRUE(r.trust > 0 && r.trust < 1);
    }
    for (const Stayer& one : stayers(run)) EXPECT_GE(one.mean.tenure, 252);
    double credit = 0, all = 0;
    for (const TeamRun& team : team_runs(run)) credit += team.credit, ++all;
    EXPECT_EQ(all, 8);
    EXPECT_NEAR(credit / all, 1, 0.5);
  }
  // Read or not, the run is the same.
  Play unread = play;
  unread.read = false;
  for (int i = 0; i < 3; ++i)
    EXPECT_EQ(bench.play(play)[static_cast<std::size_t>(i)].record.hash,
              bench.play(unread)[static_cast<std::size_t>(i)].record.hash);
}

}  // namespace
}  // namespace tandem
