// SPDX-License-Identifier: Apache-2.0
// The shipped firms meet the published figures that their headers name, and docs/evidence.md says
// what the program finds today.
#include "tandem/evidence.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>

#include "sim/command/evidence_output.h"
#include "sim/study/evidence_lab.h"
#include "tests/support/firms.h"

namespace tandem {

void PrintTo(const EvidenceBase& base, std::ostream* out) { *out << base.file; }

namespace {

std::string file(const std::string& path) {
  std::ifstream in(TANDEM_SOURCE_DIR "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

class Evidence : public testing::TestWithParam<EvidenceBase> {};

// One measurement, three questions: it takes seconds.
TEST_P(Evidence, TheFirmMeetsItsTargetsAndThePageSaysSo) {
  const auto measured = measure_evidence(GetParam());
  ASSERT_TRUE(measured.ok()) << describe(measured.faults());
  const EvidenceReport& report = measured.value();
  const std::string page = file("docs/evidence.md");
  int judged = 0;
  for (const EvidenceFinding& f : report.findings) {
    SCOPED_TRACE(std::string(f.row.id) + ", " + std::string(f.row.title));
    if (f.target.claim == Claim::judged) {
      ++judged;
      ASSERT_TRUE(f.simulated.has_value());
      EXPECT_EQ(f.verdict, EvidenceVerdict::inside)
          << f.simulated->low << " .. " << f.simulated->high << " is not inside " << f.target.low
          << " .. " << f.target.high;
    }
    const std::string line = evidence_line(report, f);
    EXPECT_NE(page.find(line), std::string::npos)
        << "docs/evidence.md is out of date, run ./dev.sh docs; it should say\n"
        << line;
  }
  EXPECT_GE(judged, 5);
}

// The targets are data; a header repeats them for the reader of the file.
TEST_P(Evidence, TheHeaderNamesTheTargets) {
  const std::string header = evidence_header(GetParam().file);
  const std::string text = file("scenarios/" + std::string(GetParam().file));
  EXPECT_NE(text.find("\n" + header), std::string::npos)
      << GetParam().file << " should say, after what it shows:\n"
      << header;
  EXPECT_EQ(text.find("# Targets"), text.rfind("# Targets"));
}

std::string name_of(const testing::TestParamInfo<EvidenceBase>& info) {
  std::string out;
  for (const char c : info.param.name)
    if (std::isalpha(static_cast<unsigned char>(c))) out += c;
  return out;
}
INSTANTIATE_TEST_SUITE_P(Bases, Evidence, testing::ValuesIn(evidence_bases()), name_of);

TEST(EvidencePage, HasEachRowOfEachFirmOnce) {
  std::vector<std::string> wanted, found;
  for (const EvidenceRow& row : evidence_rows())
    for (const EvidenceBase& base : evidence_bases())
      if (row.target)
        wanted.push_back("| " + std::string(row.id) + " | " + std::string(base.name) + " |");
  std::istringstream page(file("docs/evidence.md"));
  bool inside = false;
  for (std::string line; std::getline(page, line);) {
    if (line.starts_with("## ")) inside = line == "## Row by row";
    if (!inside || !line.starts_with("| ") || line.starts_with("| row") ||
        line.starts_with("| ---"))
      continue;
    found.push_back(line.substr(0, line.find('|', line.find('|', 2) + 1) + 1));
  }
  EXPECT_EQ(found, wanted);
}

TEST(EvidenceTable, EveryTargetHasFigureSourceAndBasis) {
  std::set<std::string_view> ids;
  for (const EvidenceRow& row : evidence_rows()) EXPECT_TRUE(ids.insert(row.id).second) << row.id;
  for (const EvidenceBase& base : evidence_bases()) {
    const auto targets = evidence_targets(base.file);
    ASSERT_EQ(targets.size(), evidence_rows().size());
    for (std::size_t i = 0; i < targets.size(); ++i) {
      SCOPED_TRACE(std::string(base.file) + ", " + std::string(evidence_rows()[i].id));
      const EvidenceTarget& t = targets[i];
      EXPECT_EQ(t.basis == Basis::none, t.published.empty());
      EXPECT_EQ(t.source.empty(), t.published.empty());
      const bool figure = t.claim == Claim::judged || t.claim == Claim::beyond;
      const bool excused = t.claim == Claim::foreign || t.claim == Claim::beyond;
      EXPECT_TRUE(t.claim != Claim::judged || t.low < t.high);
      EXPECT_TRUE(!figure || !t.published.empty());
      EXPECT_TRUE(!excused || !t.remark.empty());
      EXPECT_EQ(t.claim == Claim::shown, !evidence_rows()[i].target);
    }
  }
  EXPECT_THROW((void)evidence_targets("base/nobody.yaml"), std::invalid_argument);
}

TEST(EvidenceVerdicts, TheWholeIntervalCounts) {
  const EvidenceTarget t{.claim = Claim::judged, .low = 1, .high = 2};
  const auto verdict = [&](double low, double high) {
    return evidence_verdict(t, Estimate{.mean = (low + high) / 2, .low = low, .high = high});
  };
  EXPECT_EQ(verdict(1.0, 2.0), EvidenceVerdict::inside);
  EXPECT_EQ(verdict(0.9, 1.5), EvidenceVerdict::edge);
  EXPECT_EQ(verdict(1.5, 2.1), EvidenceVerdict::edge);
  EXPECT_EQ(verdict(0.5, 2.5), EvidenceVerdict::edge);
  EXPECT_EQ(verdict(0.2, 0.9), EvidenceVerdict::miss);
  EXPECT_EQ(verdict(2.1, 2.2), EvidenceVerdict::miss);
  EXPECT_EQ(evidence_verdict(t, std::nullopt), EvidenceVerdict::nothing);
  EXPECT_EQ(evidence_verdict({.claim = Claim::beyond}, Estimate{}), EvidenceVerdict::open);
}

// y = 3 x exactly: the ratio is 3 and nothing is uncertain; with an error on y the interval has the
// width that linearisation gives by hand.
TEST(EvidenceStatistics, RatioOfMeans) {
  for (const double z : ratio_of_means({3, 6, 12}, {1, 2, 4})) EXPECT_DOUBLE_EQ(z, 3);
  const auto z = ratio_of_means({2, 4}, {1, 1});  // ratio 3, residuals -1 and 1 over a mean of 1
  ASSERT_EQ(z.size(), 2u);
  EXPECT_DOUBLE_EQ(z[0], 2);
  EXPECT_DOUBLE_EQ(z[1], 4);
  EXPECT_TRUE(ratio_of_means({1, 2}, {1, -1}).empty());
}

// Figures met with a mechanism asleep would prove nothing.
TEST(EvidenceMechanisms, BehindTheFiguresAreAwake) {
  const auto mean = [](std::vector<std::string> set, std::string_view id) {
    BatchOptions options;
    options.replications = 8;
    const Batch batch =
        run_batch(test::shipped("base/software-vendor.yaml", std::move(set)), options);
    for (std::size_t m = 0; m < metrics().size(); ++m)
      if (metrics()[m].id == id) return batch.estimates[m].value().mean;
    return 0.0;
  };
  EXPECT_LT(mean({"mechanisms.pay_response=no"}, "effort"), 0.9 * mean({}, "effort"));
  EXPECT_LT(mean({"people.ability_spread=0"}, "pay_gini"), 0.9 * mean({}, "pay_gini"));
  EXPECT_GT(mean({"people.own_knowledge=95%"}, "win_rate"), 1.05 * mean({}, "win_rate"));
  EXPECT_GT(mean({"morale.base=40%"}, "turnover"), 1.3 * mean({}, "turnover"));
  EXPECT_GT(mean({"selling.idle_after=1"}, "neglect"), mean({}, "neglect"));
}

}  // namespace
}  // namespace tandem
