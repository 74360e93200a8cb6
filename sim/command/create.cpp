// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/command/commands.h"
#include "sim/command/files.h"
#include "sim/command/numbers.h"
#include "sim/command/play.h"
#include "sim/command/table.h"
#include "sim/command/text.h"
#include "tandem/import.h"

namespace tandem {

namespace {

constexpr int kReplications = 20;
constexpr std::size_t kShownWarnings = 12;

/// Where NAME.yaml goes, and the name within the file.
struct Target {
  std::filesystem::path file;
  std::string name;
  std::filesystem::path deals;  ///< of an import: what is open
};

Target target_of(const std::string& given) {
  std::filesystem::path file = given;
  if (file.extension() != ".yaml" && file.extension() != ".yml") file += ".yaml";
  const std::string name = file.stem().string();
  const bool broken = std::ranges::any_of(name, [](unsigned char c) { return c < 32 || c == '"'; });
  if (name.empty() || broken) {
    throw Failure(kBadInput, fmt::format("`{}` is not a name for a file", given));
  }
  std::error_code ignored;
  if (std::filesystem::exists(std::filesystem::symlink_status(file, ignored))) {
    throw Failure(kBadInput,
                  fmt::format("{} exists already and is not overwritten", file.string()));
  }
  const auto folder = file.parent_path();
  if (!folder.empty() && !std::filesystem::is_directory(folder, ignored)) {
    throw Failure(kBadInput, fmt::format("{}: there is no such folder", folder.string()));
  }
  return {file, name, file.parent_path() / (name + ".deals.csv")};
}

std::string block(const std::string& title, const std::vector<std::string>& lines,
                  const Console& console, std::size_t most = SIZE_MAX) {
  if (lines.empty()) return "";
  std::string out = "\n " + console.paint(Style::heading, title) + "\n";
  for (std::size_t i = 0; i < std::min(most, lines.size()); ++i) out += "   " + lines[i] + "\n";
  if (lines.size() > most) out += fmt::format("   ... and {} more\n", lines.size() - most);
  return out;
}

/// The file's figures beside the simulated ones.
std::string figures(const Import& import, const Console& console) {
  Table table;
  table.column("figure").column("in the file", Table::right).column("simulated", Table::right);
  table.column("").column("off by", Table::right).column("");
  int promised = 0, missed = 0;
  for (const ImportFigure& f : import.figures) {
    const double off = f.in_file == 0 ? 0 : (f.simulated - f.in_file) / std::abs(f.in_file);
    const bool miss = std::abs(off) > 0.10;
    promised += f.promised;
    missed += f.promised && miss;
    const Scale scale = scale_for(f.unit, f.in_file, std::abs(f.in_file) / 100);
    const char* word = f.promised ? (miss ? "misses 10 %" : "within 10 %") : "";
    table.row({f.name,
               number(f.in_file, scale),
               number(f.simulated, scale),
               {scale.unit, Style::dim},
               fmt::format("{:+.1f} %", 100 * off),
               {word, miss ? Style::warning : Style::up}});
  }
  return "\n" + table.text(console) +
         fmt::format(
             " {} of {} promised figures lie within 10 % of the file's.\n"
             " Simulated from a going concern's pipeline; the file's open deals come on top.\n",
             promised - missed, promised);
}

ExitCode import(const NewOptions& options, const Target& target, const Console& console) {
  const ImportRequest request{.name = target.name,
                              .inputs = {options.from_csv.begin(), options.from_csv.end()},
                              .map = options.map,
                              .alias = options.alias};
  Import found = value_or_throw(import_crm(request));
  if (!options.quiet) console.put(block("Taken from", found.mapping, console));
  console.flush();
  console.say(block(
      fmt::format("{} warning{}", found.warnings.size(), found.warnings.size() == 1 ? "" : "s"),
      found.warnings, console, kShownWarnings));
  if (!options.quiet) console.put(block("Reconciliation", found.reconciliation, console));
  console.flush();

  NewFile file(target.file);
  file.write(found.scenario);
  std::string deals;
  if (!found.deals.empty()) {
    NewFile table(target.deals);
    table.write(found.deals);
    table.take_free_place();
    deals = " and " + target.deals.string();
  }
  file.take_free_place();
  console.put(fmt::format("\n wrote {}{}\n", target.file.string(), deals));
  if (options.quiet) return kDone;
  console.flush();
  found = value_or_throw(measure_import(std::move(found), kReplications));
  console.put(figures(found, console));
  return kDone;
}

}  // namespace

ExitCode command(const NewOptions& options, const Console& console) {
  const Target target = target_of(options.name);
  if (!options.from_csv.empty()) return import(options, target, console);
  if (!options.map.empty() || options.alias) {
    throw Failure(kBadInput, "--map and --alias are for an import: say --from-csv DIR too");
  }
  NewFile file(target.file);
  file.write(starter_scenario(target.name));
  file.take_free_place();
  if (!options.quiet) {
    console.put(fmt::format("wrote {0}\nnext: tandem run {0}\n", target.file.string()));
  }
  return kDone;
}

}  // namespace tandem
