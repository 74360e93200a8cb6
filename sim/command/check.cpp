// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <set>

#include "sim/command/commands.h"
#include "sim/command/numbers.h"
#include "sim/command/text.h"
#include "tandem/registry.h"
#include "tandem/scenario.h"

namespace tandem {

namespace {

constexpr std::size_t kShownDefaults = 3;

std::string section(std::string_view path) {
  return std::string(path.substr(0, path.find_first_of(".[")));
}

/// "teams[3].name" -> "teams[].name", the form in which the path is declared.
std::string declared(std::string_view path) {
  std::string out;
  bool inside = false;
  for (const char c : path) {
    inside = inside && c != ']';
    if (!inside) out += c;
    inside = inside || c == '[';
  }
  return out;
}

/// Texts by section, in the order in which the sections come.
class Sections {
 public:
  void add(const std::string& name, std::string text) {
    auto found = std::ranges::find(rows_, name, &Row::name);
    if (found == rows_.end()) found = rows_.insert(rows_.end(), {name, {}});
    found->texts.push_back(std::move(text));
    ++total_;
  }
  [[nodiscard]] int total() const { return total_; }
  [[nodiscard]] std::string text(std::size_t most) const {
    std::string out;
    for (const Row& row : rows_) {
      std::vector<std::string> shown(row.texts.begin(),
                                     row.texts.begin() + std::min(most, row.texts.size()));
      std::string line = joined(shown, ", ");
      if (row.texts.size() > most) line += fmt::format(", and {} more", row.texts.size() - most);
      out += fmt::format("    {:<17}{}\n", row.name, wrapped(line, 76, 21));
    }
    return out;
  }

 private:
  struct Row {
    std::string name;
    std::vector<std::string> texts;
  };
  std::vector<Row> rows_;
  int total_ = 0;
};

/// The path without its section: "teams[].name" -> "name".
std::string inside(std::string_view path) {
  const auto cut = path.find_first_of(".[");
  if (cut == std::string_view::npos) return std::string(path);
  return std::string(path.substr(path[cut] == '.' ? cut + 1 : std::min(path.size(), cut + 3)));
}

/// The declared path a given one belongs to: names that people make up, such as the topics of a
/// mix, belong to the map that holds them.
std::string owner(const std::string& path, const std::set<std::string>& known) {
  const auto cut = path.find_last_of('.');
  if (known.contains(path) || cut == std::string::npos) return path;
  return known.contains(path.substr(0, cut)) ? path.substr(0, cut) : path;
}

/// "teams (2)" where the file lists things, else the section's name.
std::string titled(const std::string& name, const std::vector<std::string>& given) {
  int most = -1;
  for (const std::string& path : given) {
    if (path.size() <= name.size() + 1 || !path.starts_with(name) || path[name.size()] != '[') {
      continue;
    }
    most = std::max(most, std::atoi(path.c_str() + name.size() + 1));
  }
  return most < 0 ? name : fmt::format("{} ({})", name, most + 1);
}

/// What the file gives, section by section; keys without a section come first.
Sections written_in(const Scenario& scenario, const std::set<std::string>& given) {
  std::set<std::string> known;
  for (const ParameterInfo& p : parameters()) known.insert(p.path);
  std::set<std::string> owners;
  for (const std::string& path : given) owners.insert(owner(path, known));
  Sections out;
  for (const std::string& path : owners) {
    if (path.find_first_of(".[") == std::string::npos) out.add("file", path);
  }
  for (const std::string& path : owners) {
    if (path.find_first_of(".[") == std::string::npos) continue;
    out.add(titled(section(path), scenario.given()), inside(path));
  }
  return out;
}

/// What the file gives and what the defaults fill in, short.
std::string summary(const std::string& file, const Scenario& scenario, const Console& console) {
  std::set<std::string> given, teams, territories;
  for (const std::string& path : scenario.given()) given.insert(declared(path));
  for (const SeatLabel& seat : scenario.seats()) {
    teams.insert(seat.team);
    territories.insert(seat.territory);
  }
  const Sections written = written_in(scenario, given);
  Sections filled;
  for (const ParameterInfo& p : parameters()) {
    const bool nothing = p.fallback.empty() || p.fallback == "\"\"" || p.fallback == "[]";
    if (nothing || given.contains(p.path) || p.path.find('[') != std::string::npos) continue;
    const bool top = p.path.find('.') == std::string::npos;
    filled.add(top ? "file" : section(p.path), inside(p.path) + " " + p.fallback);
  }
  std::string out = fmt::format("{}: {}, \"{}\"\n", file, console.paint(Style::up, "no mistakes"),
                                scenario.name());
  out += fmt::format("  {} reps in {} {}, {} {}; {} days, seed {}, digest {}\n",
                     grouped(scenario.reps()), teams.size(), teams.size() == 1 ? "team" : "teams",
                     territories.size(), territories.size() == 1 ? "territory" : "territories",
                     grouped(scenario.days()), scenario.seed(), scenario.digest());
  out += fmt::format("  the file gives {} {}\n{}", written.total(),
                     written.total() == 1 ? "key" : "keys", written.text(12));
  out += fmt::format("  defaults fill in {} (`--full` prints them all)\n{}", filled.total(),
                     filled.text(kShownDefaults));
  return out;
}

}  // namespace

ExitCode command(const CheckOptions& options, const Console& console) {
  ExitCode code = kDone;
  for (const std::string& file : options.files) {
    const Result<Scenario> loaded = Scenario::load(file, {.set = options.set, .days = 0});
    if (!loaded) {
      console.flush();
      console.say(describe(loaded.faults()));
      code = kBadInput;
    } else if (options.full) {
      console.put(loaded.value().resolved());
    } else {
      console.put(summary(file, loaded.value(), console));
    }
  }
  return code;
}

}  // namespace tandem
