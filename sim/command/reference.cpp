// SPDX-License-Identifier: Apache-2.0
// What there is: schema, parameters, metrics.
#include <fmt/format.h>

#include <algorithm>

#include "sim/command/commands.h"
#include "sim/command/json.h"
#include "sim/command/reference.h"
#include "sim/command/run_table.h"
#include "sim/command/text.h"

namespace tandem {

namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return out;
}

std::vector<ParameterInfo> matching(const std::string& filter) {
  std::vector<ParameterInfo> out;
  const std::string wanted = lower(filter);
  for (const ParameterInfo& p : parameters()) {
    if (lower(p.path).find(wanted) != std::string::npos ||
        lower(p.says).find(wanted) != std::string::npos) {
      out.push_back(p);
    }
  }
  return out;
}

std::string section(std::string_view path) {
  return std::string(path.substr(0, path.find_first_of(".[")));
}

std::string parameter_text(const ParameterInfo& p, const Console& console) {
  std::string facts = p.type + (p.unit.empty() ? "" : ", " + p.unit);
  if (!p.fallback.empty()) facts += "; default " + p.fallback;
  if (!p.range.empty()) facts += "; " + p.range;
  if (!p.scope.empty() && p.scope != "fixed") facts += "; changeable by " + p.scope;
  std::string out = console.paint(Style::bold, p.path) + "\n    " + wrapped(p.says, 94, 4) +
                    "\n    " + console.paint(Style::dim, wrapped(facts, 94, 4)) + "\n";
  if (!p.source.empty()) {
    out += "    " + console.paint(Style::dim, wrapped("source: " + p.source, 94, 4)) + "\n";
  }
  return out;
}

/// A cell of a Markdown table: bars would end it, line ends the row.
std::string cell(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '|' ? "\\|" : c == '\n' ? " " : std::string(1, c);
  return out;
}

std::string code(std::string_view text) { return text.empty() ? "" : "`" + cell(text) + "`"; }

}  // namespace

std::string parameters_markdown(const std::vector<ParameterInfo>& rows) {
  std::string out =
      "# Parameters\n\nEvery key of a scenario file. `[]` stands for the items of a list. "
      "Written by `tandem parameters --markdown`.\n";
  std::string last;
  for (const ParameterInfo& p : rows) {
    if (section(p.path) != last) {
      last = section(p.path);
      out += fmt::format(
          "\n## {}\n\n| key | type | unit | default | range | meaning | source | "
          "a change may set it for |\n| --- | --- | --- | --- | --- | --- | --- | "
          "--- |\n",
          last);
    }
    out += fmt::format("| {} | {} | {} | {} | {} | {} | {} | {} |\n", code(p.path), cell(p.type),
                       cell(p.unit), code(p.fallback), cell(p.range), cell(p.says), cell(p.source),
                       p.scope == "fixed" ? "" : cell(p.scope));
  }
  return out;
}

std::string metrics_markdown() {
  std::string out =
      "# Metrics\n\nEvery figure that comes out of a run. Each has one definition; one "
      "without an observation is left out of results. Written by `tandem metrics "
      "--markdown`.\n";
  std::string_view last;
  for (const MetricInfo& m : metrics()) {
    if (m.group != last) {
      last = m.group;
      out += fmt::format(
          "\n## {}\n\n| id | title | unit | definition | better | weekly | per person |\n"
          "| --- | --- | --- | --- | --- | --- | --- |\n",
          as_heading(last));
    }
    out +=
        fmt::format("| {} | {} | {} | {} | {} | {} | {} |\n", code(m.id), cell(m.title),
                    cell(m.unit), cell(m.says), m.better == Better::neither ? "" : word(m.better),
                    m.weekly ? "yes" : "", m.per_person ? "yes" : "");
  }
  return out;
}

ExitCode command(const SchemaOptions&, const Console& console) {
  std::string schema = scenario_schema();
  if (!schema.ends_with('\n')) schema += '\n';
  console.put(schema);
  return kDone;
}

ExitCode command(const ParametersOptions& options, const Console& console) {
  const std::vector<ParameterInfo> rows = matching(options.filter);
  if (options.json) {
    console.put(parameters_json(rows));
  } else if (options.markdown) {
    console.put(parameters_markdown(rows));
  } else if (rows.empty()) {
    std::vector<std::string> known;
    for (const ParameterInfo& p : parameters()) known.push_back(p.path);
    const std::string nearest = nearest_name(options.filter, known);
    throw Failure(kBadInput,
                  fmt::format("no parameter holds `{}`{}", options.filter,
                              nearest.empty() ? "" : "; did you mean `" + nearest + "`?"));
  } else {
    for (const ParameterInfo& p : rows) console.put(parameter_text(p, console));
  }
  return kDone;
}

ExitCode command(const MetricsOptions& options, const Console& console) {
  if (options.json) {
    console.put(metrics_json());
  } else if (options.markdown) {
    console.put(metrics_markdown());
  } else {
    std::string_view group;
    for (const MetricInfo& m : metrics()) {
      if (m.group != group) {
        console.put((group.empty() ? "" : "\n") +
                    console.paint(Style::heading, as_heading(m.group)) + "\n");
      }
      group = m.group;
      console.put(fmt::format(
          "  {}  {}{}\n      {}\n", console.paint(Style::bold, m.id), m.title,
          console.paint(Style::dim,
                        m.unit.empty() || m.unit == "none" ? "" : fmt::format(" ({})", m.unit)),
          wrapped(m.says, 92, 6)));
    }
  }
  return kDone;
}

}  // namespace tandem
