// SPDX-License-Identifier: Apache-2.0
#include "sim/command/evidence_output.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/command/numbers.h"
#include "sim/command/table.h"
#include "sim/command/text.h"

namespace tandem {

namespace {

using Json = nlohmann::ordered_json;

std::string_view word(EvidenceVerdict verdict) {
  switch (verdict) {
    case EvidenceVerdict::inside:
      return "inside";
    case EvidenceVerdict::edge:
      return "at the edge";
    case EvidenceVerdict::miss:
      return "miss";
    case EvidenceVerdict::nothing:
      return "no observation";
    case EvidenceVerdict::open:
      break;
  }
  return "";
}

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

std::string_view word(Basis basis) {
  switch (basis) {
    case Basis::read:
      return "V";
    case Basis::secondary:
      return "S";
    case Basis::none:
      break;
  }
  return "";
}

/// What the last column says: the verdict, or why there is none.
std::string outcome(const EvidenceFinding& f) {
  if (f.verdict != EvidenceVerdict::open) return std::string(word(f.verdict));
  return f.target.claim == Claim::shown ? "" : std::string(word(f.target.claim));
}

Style style(const EvidenceFinding& f) {
  switch (f.verdict) {
    case EvidenceVerdict::inside:
      return Style::up;
    case EvidenceVerdict::miss:
      return Style::down;
    case EvidenceVerdict::edge:
      return Style::warning;
    default:
      return Style::dim;
  }
}

/// Unit of the row as the scale of the command's numbers writes it.
Scale scale_of(const EvidenceFinding& f) {
  const Estimate& e = *f.simulated;
  const double half = (e.high - e.low) / 2;
  const bool constant = half <= 1e-9 * std::abs(e.mean);  // but for rounding
  Scale scale = scale_for(f.row.unit, e.mean, constant ? 0 : half);
  if (f.row.unit == "calendar days") scale.unit = "d";
  // More digits than one reads in a table of a dozen figures help nobody.
  const bool fine = f.row.unit == "none" || scale.unit == "M";
  scale.decimals = std::min(scale.decimals, fine ? 2 : scale.unit == "k" ? 0 : 1);
  return scale;
}

struct Shown {
  std::string mean, interval, unit;
};
Shown shown(const EvidenceFinding& f) {
  if (!f.simulated) return {};
  const Scale scale = scale_of(f);
  const Estimate& e = *f.simulated;
  return {number(e.mean, scale), number(e.low, scale) + " .. " + number(e.high, scale), scale.unit};
}

std::string tolerance(const EvidenceFinding& f) {
  if (f.target.claim != Claim::judged) return "";
  const double factor = f.row.unit == "share" ? 100 : 1;
  return fmt::format("{:g} .. {:g}", f.target.low * factor, f.target.high * factor);
}

std::string head(std::string_view firm, const EvidenceReport& report) {
  return fmt::format("{}, {} replications", firm, report.replications);
}

std::string cell(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '|' ? "\\|" : std::string(1, c);
  return out;
}

/// "[S] Bridge Group 2017; the tolerance is 15 % of the figure".
std::string source(const EvidenceTarget& target) {
  std::string out;
  if (!target.source.empty()) out = fmt::format("{}: {}", word(target.basis), target.source);
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
    const Shown figure = shown(f);
    table.row({targets ? std::string(f.row.id) : "",
               std::string(f.row.title),
               {figure.mean, Style::bold},
               figure.interval,
               {figure.unit, Style::dim},
               tolerance(f),
               {outcome(f), style(f)},
               {std::string(f.target.published), Style::dim}});
  }
  return fmt::format("\n {}\n {}\n\n{}\n", console.paint(Style::bold, report.base.name),
                     console.paint(Style::dim, head(report.base.file, report)),
                     table.text(console));
}

std::string evidence_line(const EvidenceReport& report, const EvidenceFinding& f) {
  const Shown figure = shown(f);
  const std::string unit = figure.unit.empty() ? "" : " " + figure.unit;
  const std::string simulated =
      figure.mean.empty() ? "" : fmt::format("{}{} ({})", figure.mean, unit, figure.interval);
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

std::string evidence_json(std::span<const EvidenceReport> reports) {
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
        row["basis"] = word(f.target.basis);
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
  return Json{{"firms", all}}.dump(2) + "\n";
}

}  // namespace tandem
