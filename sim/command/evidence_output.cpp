// SPDX-License-Identifier: Apache-2.0
#include "sim/command/evidence_output.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/command/evidence_words.h"
#include "sim/command/experiments_output.h"
#include "sim/command/table.h"

namespace tandem {

namespace {

using Json = nlohmann::ordered_json;

std::string_view word(Claim claim) {
  switch (claim) {
    case Claim::judged:
      return "judged";
    case Claim::shown:
      return "shown";
    case Claim::beyond:
      return "beyond the model";
    case Claim::foreign:
      break;
  }
  return "does not apply";
}

/// What the last column says: the verdict, or why there is none.
std::string outcome(const EvidenceFinding& f) {
  if (f.verdict != EvidenceVerdict::open) return std::string(word(f.verdict));
  return f.target.claim == Claim::shown ? "" : std::string(word(f.target.claim));
}

std::string tolerance(const EvidenceFinding& f) {
  if (f.target.claim != Claim::judged) return "";
  return bounds(f.target.low, f.target.high, f.row.unit);
}

std::string head(std::string_view firm, const EvidenceReport& report) {
  return fmt::format("{}, {} replications", firm, report.replications);
}

/// "[S] Bridge Group 2017; the tolerance is 15 % of the figure".
std::string source(const EvidenceTarget& target) {
  std::string out;
  if (!target.source.empty()) out = fmt::format("{}: {}", letter(target.basis), target.source);
  if (!target.remark.empty()) out += (out.empty() ? "" : "; ") + std::string(target.remark);
  return out;
}

/// Who published what, with the firms that it is held against.
std::string sources(std::span<const EvidenceReport> reports, std::size_t row) {
  std::vector<std::pair<std::string, std::string>> all;  // source, firms
  for (const EvidenceReport& report : reports) {
    const std::string from = source(report.findings[row].target);
    const auto known = std::ranges::find(all, from, &std::pair<std::string, std::string>::first);
    if (known == all.end()) {
      all.emplace_back(from, report.base.name);
    } else {
      known->second += ", " + std::string(report.base.name);
    }
  }
  std::string out;
  for (const auto& [from, firms] : all)
    out += fmt::format("- {}{}\n", all.size() > 1 ? firms + ": " : "", from);
  return out;
}

constexpr std::string_view kIntroduction =
    R"(# Evidence

What the shipped firms give beside what has been published. Written by `tandem evidence --markdown` (`./dev.sh docs`); the
same targets stand in the headers of `scenarios/base/*.yaml`, and tests hold them.

- **Simulated** is the mean over replications with its 95 % interval, on the scenario's own seed.
- **Inside**: the whole interval lies in the tolerance. **At the edge**: it crosses an end. **Miss**: it lies outside.
- Tolerances are judgement around published figures, not published intervals. They are not widened to fit.
- **V**: read in the publication, its abstract or its publisher's page. **S**: in another's text that quotes it.
- *Beyond the model*: no rule of the model makes the effect yet; simulated and shown, not judged. *Does not apply*: the
  figure does not speak of this trade.
- Figures published of firms come from surveys of those who answered; most are American, many of software firms.
)";

}  // namespace

std::string evidence_table(const EvidenceReport& report, const Console& console) {
  Table table;
  table.column("row").column("what").column("simulated", Table::right);
  table.column("95 % interval", Table::right).column("").column("tolerance", Table::right);
  table.column("verdict").column("published");
  bool targets = true;
  for (const EvidenceFinding& f : report.findings) {
    if (targets && !f.row.target) table.heading("A second look");
    targets = f.row.target;
    const Shown figure = shown(f.simulated, f.row.unit);
    table.row({targets ? std::string(f.row.id) : "",
               std::string(f.row.title),
               {figure.mean, Style::bold},
               figure.interval,
               {figure.unit, Style::dim},
               tolerance(f),
               {outcome(f), style(f.verdict)},
               {std::string(f.target.published), Style::dim}});
  }
  return fmt::format("\n {}\n {}\n\n{}\n", console.paint(Style::bold, report.base.name),
                     console.paint(Style::dim, head(report.base.file, report)),
                     table.text(console));
}

std::string evidence_line(const EvidenceReport& report, const EvidenceFinding& f) {
  const Shown figure = shown(f.simulated, f.row.unit);
  const std::string unit = figure.unit.empty() ? "" : " " + figure.unit;
  const std::string simulated = in_line(figure);
  if (!f.row.target) {
    return fmt::format("| {} | {} | {} | {} |\n", cell(f.row.title), simulated,
                       cell(f.target.published), cell(source(f.target)));
  }
  const std::string asked = tolerance(f);
  return fmt::format("| {} | {} | {} | {} | {} | {} |\n", f.row.id, report.base.name, simulated,
                     cell(f.target.published), asked.empty() ? "" : asked + unit,
                     f.verdict == EvidenceVerdict::inside ? outcome(f) : "**" + outcome(f) + "**");
}

std::string evidence_markdown(std::span<const EvidenceReport> reports) {
  std::string out(kIntroduction);
  out +=
      "\n## Row by row\n\n| row | firm | simulated (95 % interval) | published | tolerance | "
      "verdict "
      "|\n| --- | --- | --- | --- | --- | --- |\n";
  const auto rows = evidence_rows();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!rows[i].target) continue;
    for (const EvidenceReport& report : reports) out += evidence_line(report, report.findings[i]);
  }
  out += "\n## What the rows count, and where the figures are from\n";
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!rows[i].target) continue;
    out += fmt::format("\n**{}, {}.** {}\n", rows[i].id, rows[i].title, rows[i].says);
    out += "\n" + sources(reports, i);
  }
  out +=
      "\n## A second look\n\nWhat somebody of the trade would look at next. No tolerance: a "
      "published "
      "figure stands beside it where one was found.\n";
  for (const EvidenceReport& report : reports) {
    out += fmt::format("\n### {}\n\n`scenarios/{}`, {} replications.\n\n", report.base.name,
                       report.base.file, report.replications);
    out += "| what | simulated (95 % interval) | published | source |\n| --- | --- | --- | --- |\n";
    for (const EvidenceFinding& f : report.findings)
      if (!f.row.target) out += evidence_line(report, f);
  }
  return out;
}

std::string evidence_json(std::span<const EvidenceReport> reports,
                          const ExperimentReport& experiments) {
  Json all = Json::array();
  for (const EvidenceReport& report : reports) {
    Json rows = Json::object();
    for (const EvidenceFinding& f : report.findings) {
      Json row = {{"title", f.row.title}, {"unit", f.row.unit}, {"claim", word(f.target.claim)}};
      if (f.simulated) {
        row["mean"] = f.simulated->mean;
        row["low"] = f.simulated->low;
        row["high"] = f.simulated->high;
        row["sd"] = f.simulated->sd;
      }
      if (!f.target.published.empty()) {
        row["published"] = f.target.published;
        row["source"] = f.target.source;
        row["basis"] = letter(f.target.basis);
      }
      if (f.target.claim == Claim::judged) {
        row["tolerance"] = {f.target.low, f.target.high};
        row["verdict"] = word(f.verdict);
      }
      if (!f.target.remark.empty()) row["remark"] = f.target.remark;
      rows[std::string(f.row.id)] = row;
    }
    all.push_back({{"scenario", report.base.file},
                   {"replications", report.replications},
                   {"seconds", report.seconds},
                   {"rows", rows}});
  }
  Json both = {{"firms", all}};
  both["experiments"] = experiments_json(experiments);
  return both.dump(2) + "\n";
}

}  // namespace tandem
