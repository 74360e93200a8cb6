// SPDX-License-Identifier: Apache-2.0
#include "tandem/import.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <cmath>
#include <map>

#include "sim/state/state.h"
#include "tandem/scenario.h"
#include "tandem/world.h"
#include "tests/unit/import/exports.h"

namespace tandem {
namespace {

using crm::any_line_has;
using crm::export_folder;

Import import_of(const std::string& name, const std::vector<std::string>& map = {},
                 bool alias = false) {
  Result<Import> import = import_crm({"acme", {export_folder(name)}, map, alias});
  if (import.ok()) return std::move(import).value();
  ADD_FAILURE() << describe(import.faults());
  return {};
}

// As the command writes it: a scenario and, beside it, the table of its open deals.
Result<Scenario> scenario_of(const Import& import) {
  const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "imported";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "acme.yaml") << import.scenario;
  std::ofstream(folder / "acme.deals.csv") << import.deals;
  return Scenario::load(folder / "acme.yaml");
}

// What is written is a scenario that checks, small and with the reconciliation on top, from four
// columns or four files.
TEST(Import, WritesAScenarioThatChecks) {
  for (const char* name : {"iso", "german", "quirks", "minimal"}) {
    const Import import = import_of(name);
    EXPECT_LT(import.scenario.size(), 1'000'000u);
    EXPECT_NE(import.scenario.find("#   rows: "), std::string::npos);
    EXPECT_NE(import.scenario.find("FILL IN: pay"), std::string::npos);
    const Result<Scenario> scenario = scenario_of(import);
    ASSERT_TRUE(scenario.ok()) << describe(scenario.faults());
    EXPECT_EQ(scenario.value().name(), "acme");
  }
}

// Offices are territories, managers teams, reps seats; somebody listed who never sold gets none.
TEST(Import, BuildsTheFirmOfTheFiles) {
  const Result<Scenario> scenario = scenario_of(import_of("iso"));
  ASSERT_TRUE(scenario.ok());
  EXPECT_EQ(scenario.value().reps(), 6);
  EXPECT_NE(scenario.value().resolved().find("North"), std::string::npos);
  World world(scenario.value(), 1, 0);
  int open = 0;
  for (int seat = 0; seat < 6; ++seat) open += world.state().deals.count(seat);
  const std::string deals = import_of("iso").deals;
  EXPECT_EQ(open, std::count(deals.begin(), deals.end(), '\n') - 1);
  EXPECT_GT(open, 5);
  std::map<std::string, int> teams;
  for (const SeatLabel& seat : scenario.value().seats())
    ++teams[seat.team + " in " + seat.territory];
  EXPECT_EQ(teams,
            (std::map<std::string, int>{{"Nora Quist in North", 3}, {"Otis Vale in South", 3}}));
}

// The same export gives the same scenario, letter by letter.
TEST(Import, IsTheSameEveryTime) {
  EXPECT_EQ(import_of("quirks").scenario, import_of("quirks").scenario);
}

// The promise: what the file says of rates, chances, cycle and values, the simulation says again,
// within 10 %.
TEST(Import, SimulatesWhatTheFileSays) {
  for (const char* name : {"iso", "german"}) {
    Result<Import> measured = measure_import(import_of(name), 60);
    ASSERT_TRUE(measured.ok());
    int promised = 0;
    for (const ImportFigure& f : measured.value().figures) {
      if (!f.promised) continue;
      ++promised;
      EXPECT_LT(std::abs(f.simulated / f.in_file - 1), 0.10)
          << name << ": " << f.name << " " << f.in_file << " " << f.simulated;
    }
    EXPECT_GE(promised, 8);
  }
}

// With aliases no rep, manager or customer is named in anything an import hands over.
TEST(Import, HidesNamesOnRequest) {
  const Import import = import_of("iso", {}, true);
  std::string text = import.scenario + import.deals;
  for (const auto* lines : {&import.mapping, &import.warnings, &import.reconciliation})
    for (const std::string& line : *lines) text += line + "\n";
  for (const char* name :
       {"Lindqvist", "Okafor", "Haddad", "Penn", "Morrow", "Castell", "Quist", "Vale", "Bluefin",
        "Cedar", "Dorn", "Fjord", "Granite", "Halcyon", "Juniper", "Kestrel", "Lumen", "Marsh"})
    EXPECT_EQ(text.find(name), std::string::npos) << name;
  EXPECT_NE(text.find("Customer 0"), std::string::npos);
}

// Open deals of the file go on: each with its seat, stage and age.
TEST(Import, HandsOverOpenDeals) {
  const Import import = import_of("iso");
  EXPECT_EQ(std::count(import.deals.begin(), import.deals.end(), '\n'), 34);
  EXPECT_TRUE(import.deals.starts_with("account,seat,product,value,stage,age,customer\n"));
  EXPECT_NE(import.deals.find("Nora Quist/generalist/"), std::string::npos);
}

// A question for a person comes with its answers; a broken file with its line.
TEST(Import, TellsWhatToType) {
  const Result<Import> ambiguous = import_crm({"acme", {export_folder("ambiguous")}, {}, false});
  ASSERT_FALSE(ambiguous.ok());
  EXPECT_NE(ambiguous.faults()[0].expected.find("--map \"close date=Close Date:m/d/Y\""),
            std::string::npos);
  const Result<Import> broken = import_crm({"acme", {export_folder("broken")}, {}, false});
  ASSERT_FALSE(broken.ok());
  EXPECT_EQ(broken.faults()[0].line, 3);
  EXPECT_FALSE(import_crm({"acme", {}, {}, false}).ok());
  EXPECT_FALSE(import_crm({"acme", {"/nowhere"}, {}, false}).ok());
}

}  // namespace
}  // namespace tandem
