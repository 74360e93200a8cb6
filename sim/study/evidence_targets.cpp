// SPDX-License-Identifier: Apache-2.0
// What is asked of each firm: the published figures, each declared once.
#include <algorithm>
#include <stdexcept>

#include "tandem/evidence.h"

namespace tandem {

namespace {

constexpr EvidenceBase kBases[] = {
    {"base/software-vendor.yaml", "Software vendor", 128, "plan[1].tiers=[[0%, 4%], [80%, 6%]]"},
    {"base/inside-sales-floor.yaml", "Inside-sales floor", 160, "plan[1].tiers=[[0%, 8%]]"},
    {"base/consumer-goods.yaml", "Consumer goods", 96, "plan[1].tiers=[[0%, 0.6%]]"},
    {"base/medical-devices.yaml", "Medical devices", 224, "plan[1].tiers=[[0%, 3.5%]]"},
};
constexpr std::string_view kSoftware = kBases[0].file, kInside = kBases[1].file,
                           kConsumer = kBases[2].file, kMedical = kBases[3].file;
constexpr std::string_view kAll;  // every firm that no line of its own speaks of

struct Line {
  std::string_view row, file;
  EvidenceTarget target;
};

using enum Claim;
constexpr Basis kRead = Basis::read, kSecondary = Basis::secondary;

constexpr EvidenceTarget not_of_this_trade(std::string_view why) {
  return {.claim = foreign, .remark = why};
}

// Tolerances are judgement, not published intervals.
constexpr Line kLines[] = {
    {"T1",
     kAll,
     {judged, "27 - 34 %", 0.20, 0.35,
      "as high as 27 % (Harvard Business Review, July-August 2017, read); more than 34 % "
      "(titanhouse.com 2022)",
      kSecondary}},
    {"T3",
     kAll,
     {judged, "median 5.0 months", 3, 9,
      "Bridge Group, SaaS AE Metrics 2024, as quoted at pulserevops.com", kSecondary,
      "published ramps are what firms say of themselves; here it is knowledge"}},
    {"T8",
     kAll,
     {judged, "52 - 60 %", 0.50, 0.62,
      "CSO Insights: 51.8 % (2009), 57 % (2013), 57.1 % (2015), 60 % (2019), as quoted by others",
      kSecondary}},
    {"T8q",
     kAll,
     {judged, "52 - 60 %", 0.50, 0.62, "as T8, whose figures are of years", kSecondary}},
    {"T9",
     kAll,
     {judged, "30 %", 0.15, 0.50, "Implisit 2014, 21,000 opportunities of hundreds of firms",
      kRead}},
    {"T9", kConsumer,
     not_of_this_trade("most deals are repeat orders of regular customers, not contested ones")},
    {"T9f",
     kAll,
     {judged, "46.4 %", 0.39, 0.53, "CSO Insights 2019, as quoted by others", kSecondary,
      "the tolerance is 15 % of the figure"}},
    {"T9f", kConsumer, not_of_this_trade("a repeat order is no forecast deal")},
    {"T11",
     kSoftware,
     {judged, "60 days", 51, 69,
      "Bridge Group, SaaS AE Metrics 2017: 384 firms, contracts of 25,000 in the median", kRead,
      "the publication gives the median over firms of their average cycle; see T11m; the tolerance "
      "is 15 % of the figure"}},
    {"T11",
     kInside,
     {judged, "14 - 30 days", 14, 30,
      "small deals, as told by thecroreport.com and revopsdictionary.com", kSecondary}},
    {"T11",
     kMedical,
     {judged, "3 - 12 months", 91, 365, "capital equipment, phcconsulting.com 2008", kSecondary}},
    {"T11", kConsumer, not_of_this_trade("a repeat order has no sales cycle to publish")},
    {"T11m",
     kSoftware,
     {judged, "60 days", 51, 69,
      "Bridge Group, SaaS AE Metrics 2017: 384 firms, contracts of 25,000 in the median", kRead}},
    {"T11m", kInside, {judged, "14 - 30 days", 14, 30, "as T11", kSecondary}},
    {"T11m", kMedical, {judged, "3 - 12 months", 91, 365, "as T11", kSecondary}},
    {"T11m", kConsumer, not_of_this_trade("a repeat order has no sales cycle to publish")},
    {"T11n",
     kAll,
     {beyond, "1.75 (91 over 52 days)", 0, 0, "Ebsta, as quoted by others", kSecondary,
      "buyers take as long whether they are customers or not: no rule yet makes expansion "
      "quicker"}},
    {"T11n", kConsumer, not_of_this_trade("a repeat order has no sales cycle to publish")},
    {"I24",
     kAll,
     {judged, "mean .34, of medicines .245", 0.20, 0.45,
      "Albers, Mantrala, Sridhar, J. of Marketing Research 47 (2010), as cited in Innovation and "
      "Marketing in the Pharmaceutical Industry (2014), chapter 18",
      kSecondary}},
    {"I24h",
     kAll,
     {beyond, "mean .34, of medicines .245", 0, 0, "as I24, whose studies mix effort and headcount",
      kSecondary,
      "a rep's prospecting counts by hours, not by hours an account: more seats share the same "
      "prospects and find few more"}},
    {"I4",
     kAll,
     {judged, "falls", -1, 0,
      "Chung, Steenburgh, Sudhir, Marketing Science 33 (2014): overachievement commission sustains "
      "the best performers",
      kRead, "the sign is asked, not the size"}},
    {"pay",
     kSoftware,
     {shown, "112 - 130 k on target", 0, 0,
      "inside reps, Bridge Group and Insight as quoted at lean-case.com", kSecondary}},
    {"pay",
     kInside,
     {shown, "58 - 130 k on target", 0, 0,
      "inside reps, Salary.com, Bridge Group and Insight as quoted at lean-case.com", kSecondary}},
    {"pay",
     kMedical,
     {shown, "147 - 150 k", 0, 0, "MedReps salary reports 2017 and 2018, about 2,800 answers",
      kRead}},
    {"ccos",
     kAll,
     {shown, "3 - 9 % of most firms", 0, 0, "ZS, Putting CCOS to work; Sibson 2010", kRead,
      "not measured alike by any two; higher where margins are"}},
    {"ccos",
     kMedical,
     {shown, "below 16.4 %, the whole cost of selling", 0, 0,
      "Alexander Group, Medical Device Sales Index 2015", kRead}},
};

const EvidenceTarget* find(std::string_view row, std::string_view file) {
  const auto found = std::ranges::find_if(
      kLines, [&](const Line& line) { return line.row == row && line.file == file; });
  return found == std::end(kLines) ? nullptr : &found->target;
}

}  // namespace

std::span<const EvidenceBase> evidence_bases() { return kBases; }

std::vector<EvidenceTarget> evidence_targets(std::string_view file) {
  if (std::ranges::find(kBases, file, &EvidenceBase::file) == std::end(kBases))
    throw std::invalid_argument("no base " + std::string(file));
  const auto rows = evidence_rows();
  for (const Line& line : kLines)
    if (std::ranges::find(rows, line.row, &EvidenceRow::id) == rows.end())
      throw std::logic_error("a target names no row: " + std::string(line.row));
  std::vector<EvidenceTarget> out;
  for (const EvidenceRow& row : rows) {
    const EvidenceTarget* target = find(row.id, file);
    if (target == nullptr) target = find(row.id, kAll);
    out.push_back(target == nullptr ? EvidenceTarget{} : *target);
  }
  return out;
}

}  // namespace tandem
