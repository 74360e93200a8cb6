// SPDX-License-Identifier: Apache-2.0
#include "tandem/evidence.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "sim/study/evidence_measures.h"

namespace tandem {

namespace {

std::string bounds(const EvidenceTarget& target, std::string_view unit) {
  if (unit == "share") return fmt::format("{:g} .. {:g} %", target.low * 100, target.high * 100);
  const std::string range = fmt::format("{:g} .. {:g}", target.low, target.high);
  return unit == "none" ? range : range + " " + std::string(unit);
}

/// A comment of at most 100 columns a line.
std::string comment(const std::string& text) {
  constexpr std::size_t kWidth = 100;
  std::string out, line = "#  ";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (line.size() + 1 + end - at > kWidth) {
      out += line + "\n";
      line = "#      ";
    }
    line += " " + text.substr(at, end - at);
    at = end + 1;
  }
  return out + line + "\n";
}

}  // namespace

std::span<const EvidenceRow> evidence_rows() {
  static const std::vector<EvidenceRow> rows = [] {
    std::vector<EvidenceRow> out;
    for (const Measure& measure : evidence_measures()) out.push_back(measure.row);
    return out;
  }();
  return rows;
}

EvidenceVerdict evidence_verdict(const EvidenceTarget& target,
                                 const std::optional<Estimate>& simulated) {
  if (target.claim == Claim::foreign) return EvidenceVerdict::open;
  if (!simulated) return EvidenceVerdict::nothing;
  if (target.claim != Claim::judged) return EvidenceVerdict::open;
  if (simulated->low >= target.low && simulated->high <= target.high)
    return EvidenceVerdict::inside;
  if (simulated->high < target.low || simulated->low > target.high) return EvidenceVerdict::miss;
  return EvidenceVerdict::edge;
}

std::string evidence_header(std::string_view file) {
  std::string out =
      "# Targets, held by tests and shown by `tandem evidence`; V: read in the publication, S: "
      "quoted "
      "by\n# another; tolerances are judgement.\n";
  const std::vector<EvidenceTarget> targets = evidence_targets(file);
  for (std::size_t i = 0; i < targets.size(); ++i) {
    const EvidenceRow& row = evidence_rows()[i];
    const EvidenceTarget& target = targets[i];
    if (!row.target) continue;
    const std::string head = fmt::format("{} {}: ", row.id, row.title);
    if (target.claim == Claim::foreign) {
      out += comment(head + "does not apply, " + std::string(target.remark));
      continue;
    }
    const std::string asked = target.claim == Claim::judged
                                  ? bounds(target, row.unit)
                                  : "not judged, " + std::string(target.remark);
    out += comment(fmt::format("{}{}; published {} [{}: {}]", head, asked, target.published,
                               target.basis == Basis::read ? "V" : "S", target.source));
  }
  return out;
}

Result<EvidenceReport> measure_evidence(const EvidenceBase& base, const EvidenceOptions& options) {
  const auto start = std::chrono::steady_clock::now();
  Result<Scenario> loaded = Scenario::load(shipped_scenarios() / base.file);
  if (!loaded) return loaded.faults();
  Lab lab(base, std::move(loaded).value(), options);
  EvidenceReport out{.base = base, .replications = lab.replications(), .findings = {}};
  const std::vector<EvidenceTarget> targets = evidence_targets(base.file);
  for (std::size_t i = 0; i < targets.size() && !lab.stopped(); ++i) {
    const Measure& measure = evidence_measures()[i];
    if (!options.rows.empty() &&
        std::ranges::find(options.rows, measure.row.id) == options.rows.end())
      continue;
    EvidenceFinding finding{.row = measure.row, .target = targets[i], .simulated = {}};
    if (finding.target.claim != Claim::foreign) {
      const std::vector<double> observed = measure.of(lab);
      if (!observed.empty()) finding.simulated = estimate(observed);
    }
    finding.verdict = evidence_verdict(finding.target, finding.simulated);
    out.findings.push_back(finding);
  }
  out.stopped = lab.stopped();
  out.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return out;
}

}  // namespace tandem
