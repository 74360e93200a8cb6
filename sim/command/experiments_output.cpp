// SPDX-License-Identifier: Apache-2.0
#include "sim/command/experiments_output.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/command/evidence_words.h"
#include "sim/command/table.h"
#include "sim/command/text.h"

namespace tandem {

namespace {

std::string outcome(const ExperimentFinding& f) {
  if (f.experiment.reach == Reach::outside) return "outside";
  if (f.experiment.reach == Reach::definition) return "by definition";
  return std::string(word(f.verdict));
}

std::string tolerance(const Experiment& e) {
  if (e.reach != Reach::experiment) return "";
  return bounds(e.low, e.high, e.unit) + (e.unit == "share" ? " %" : "");
}

int count(const ExperimentReport& report, std::string_view outcome_asked) {
  return static_cast<int>(std::ranges::count_if(
      report.findings, [&](const ExperimentFinding& f) { return outcome(f) == outcome_asked; }));
}

/// "21 inside, 4 at the edge, ...".
std::string summary(const ExperimentReport& report) {
  std::string out;
  for (const std::string_view what :
       {"inside", "at the edge", "sign only", "miss", "by definition", "outside"})
    if (const int n = count(report, what); n > 0)
      out += fmt::format("{}{} {}", out.empty() ? "" : ", ", n, what);
  return out;
}

std::string source(const Experiment& e) {
  const std::string sure = e.sure > 0 ? fmt::format("({:.2g})", e.sure) : "";
  return fmt::format("{}{}: {}", letter(e.basis), sure, e.source);
}

constexpr std::string_view kIntroduction = R"(
## Experiments

Other published findings, each held against an experiment on a shipped firm or a small variant of it, on the firm's own
seed. Two settings are always compared on the same luck.

- Intervals are over runs, or over groups of runs where one run has too few people or teams.
- **Inside**, **at the edge**, **miss**: as above. **Sign only**: outside the tolerance, on the published side of no
  effect. *Above* and *below*: no size is asked, the sign alone.
- **C**: computed from a data set. **M(0.7)**: from memory, so sure, not checked: look it up before quoting it.
- No parameter was set so that a row fits; where one does not, the reason stands below. A default that was set on a row's own
  figure is named there: such a row tests the rule, not the firm.
)";

}  // namespace

std::string experiments_table(const ExperimentReport& report, const Console& console,
                              bool reasons) {
  // What the other columns take, gaps and margin included.
  constexpr int kOthers = 1 + 3 + 2 + 2 + 18 + 2 + 12 + 2 + 13;
  const int room = std::clamp(console.width() - kOthers, 20, 60);
  Table table;
  table.column("row").column("what").column("95 % interval", Table::right);
  table.column("tolerance", Table::right).column("verdict");
  std::string_view before;
  for (const ExperimentFinding& f : report.findings) {
    const Experiment& e = f.experiment;
    const Shown figure = shown(f.simulated, e.unit);
    const std::string unit = figure.unit.empty() ? "" : " " + figure.unit;
    table.row({row_of(e.id) == before ? "" : std::string(row_of(e.id)),
               shortened(e.title, room),
               {figure.interval.empty() ? "" : figure.interval + unit, Style::bold},
               tolerance(e),
               {outcome(f), e.reach == Reach::experiment ? style(f.verdict) : Style::dim}});
    before = row_of(e.id);
  }
  std::string out = fmt::format("\n {}\n {}\n\n{}\n", console.paint(Style::bold, "Experiments"),
                                console.paint(Style::dim, summary(report)), table.text(console));
  if (!reasons) return out;
  for (const ExperimentFinding& f : report.findings) {
    const Experiment& e = f.experiment;
    const auto paragraph = [&](const std::string& text) {
      return "   " + wrapped(text, std::min(console.width(), 100) - 4, 3) + "\n";
    };
    out += fmt::format(" {}, {}\n", console.paint(Style::bold, std::string(e.id)), e.title);
    out += paragraph(fmt::format("Published: {} ({}).", e.published, source(e)));
    out += paragraph((e.firm.empty() ? "" : std::string(e.firm) + ". ") + std::string(e.says));
    if (!e.why.empty()) out += paragraph("Why: " + std::string(e.why) + ".");
  }
  return out + "\n";
}

std::string experiment_line(const ExperimentFinding& f) {
  const Experiment& e = f.experiment;
  const bool plain = f.verdict == EvidenceVerdict::inside;
  return fmt::format("| {} | {} | {} | {} | {} | {} |\n", e.id, cell(e.title),
                     in_line(shown(f.simulated, e.unit)), cell(e.published), tolerance(e),
                     plain ? outcome(f) : "**" + outcome(f) + "**");
}

std::string experiment_note(const Experiment& e) {
  if (e.reach != Reach::experiment)
    return fmt::format("| {} | {} | {} | {} | {} |\n", e.id, cell(e.title), cell(e.published),
                       cell(e.says), cell(source(e)));
  return fmt::format("- **{}**, `{}`. {}{} {}\n", e.id, e.firm, e.says,
                     e.why.empty() ? "" : fmt::format(" *Why*: {}.", e.why), source(e));
}

std::string experiments_markdown(const ExperimentReport& report) {
  std::string out(kIntroduction);
  out += fmt::format("\n{}.\n\n", summary(report));
  out +=
      "| row | what | simulated (95 % interval) | published | tolerance | verdict |\n"
      "| --- | --- | --- | --- | --- | --- |\n";
  for (const ExperimentFinding& f : report.findings)
    if (f.experiment.reach == Reach::experiment) out += experiment_line(f);
  out += "\n### What is played and counted\n\n";
  for (const ExperimentFinding& f : report.findings)
    if (f.experiment.reach == Reach::experiment) out += experiment_note(f.experiment);
  const auto others = [&](std::string_view head, Reach reach) {
    out += fmt::format(
        "\n### {}\n\n| row | what | published | why | source |\n| --- | --- | --- | --- | --- |\n",
        head);
    for (const ExperimentFinding& f : report.findings)
      if (f.experiment.reach == reach) out += experiment_note(f.experiment);
  };
  others("True by definition", Reach::definition);
  others("Outside the model's reach", Reach::outside);
  return out;
}

nlohmann::ordered_json experiments_json(const ExperimentReport& report) {
  auto rows = nlohmann::ordered_json::object();
  for (const ExperimentFinding& f : report.findings) {
    const Experiment& e = f.experiment;
    nlohmann::ordered_json row = {{"title", e.title},         {"verdict", outcome(f)},
                                  {"published", e.published}, {"source", e.source},
                                  {"basis", letter(e.basis)}, {"says", e.says}};
    if (e.sure > 0) row["sure"] = e.sure;
    if (!e.firm.empty()) row["scenario"] = e.firm;
    if (e.reach == Reach::experiment) {
      row["unit"] = e.unit;
      auto ends = nlohmann::ordered_json::array();  // null: no end
      for (const double end : {e.low, e.high})
        ends.push_back(std::isinf(end) ? nlohmann::ordered_json() : nlohmann::ordered_json(end));
      row["tolerance"] = ends;
    }
    if (f.simulated) {
      row["mean"] = f.simulated->mean;
      row["low"] = f.simulated->low;
      row["high"] = f.simulated->high;
      row["observations"] = f.simulated->n;
    }
    if (!e.why.empty()) row["why"] = e.why;
    rows[std::string(e.id)] = row;
  }
  return rows;
}

}  // namespace tandem
