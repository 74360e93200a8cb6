// SPDX-License-Identifier: Apache-2.0
#include "tandem/import.h"

#include <algorithm>
#include <system_error>

#include "sim/scenario/import/calibrate.h"
#include "sim/scenario/import/imported_firm.h"
#include "sim/scenario/import/observe.h"
#include "sim/scenario/import/scenario_text.h"
#include "sim/scenario/import/starting_deals.h"

namespace tandem {

using namespace crm;

namespace {

constexpr std::uint64_t kFitSeed = 20170301;
constexpr double kFitDeals = 60'000;          ///< opportunities of a step of the fit
constexpr double kMeasuredDeals = 1'500'000;  ///< at most, of the measurement

Fault input_fault(const std::filesystem::path& input, std::string message, std::string expected) {
  Fault f;
  f.file = input.string();
  f.message = std::move(message);
  f.expected = std::move(expected);
  return f;
}

bool is_table(const std::filesystem::path& file) {
  std::string extension = file.extension().string();
  for (char& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return extension == ".csv" || extension == ".tsv" || extension == ".tab" || extension == ".txt";
}

/// The files that were named and those of folders, in the order of names.
Result<std::vector<std::filesystem::path>> files_of(const ImportRequest& request) {
  std::vector<std::filesystem::path> files;
  Faults faults;
  for (const std::filesystem::path& input : request.inputs) {
    std::error_code error;
    if (!std::filesystem::is_directory(input, error)) {
      files.push_back(input);
      continue;
    }
    std::vector<std::filesystem::path> found;
    for (auto entry = std::filesystem::directory_iterator(input, error);
         !error && entry != std::filesystem::directory_iterator(); entry.increment(error))
      if (is_table(entry->path()) && entry->path().filename().string()[0] != '.')
        found.push_back(entry->path());
    std::sort(found.begin(), found.end());
    if (found.empty())
      faults.push_back(
          input_fault(input, error ? "the folder cannot be read" : "the folder has no CSV file",
                      "a folder with the CSV files of an export"));
    files.insert(files.end(), found.begin(), found.end());
  }
  if (files.empty() && faults.empty())
    faults.push_back(input_fault({}, "no file was given", "CSV files, or a folder"));
  if (!faults.empty()) return faults;
  return files;
}

Result<std::vector<Table>> tables_of(const ImportRequest& request) {
  Result<std::vector<std::filesystem::path>> files = files_of(request);
  if (!files.ok()) return files.faults();
  std::vector<Table> tables;
  Faults faults;
  for (const std::filesystem::path& file : files.value()) {
    Result<Table> table = read_csv(file);
    if (table.ok())
      tables.push_back(std::move(table).value());
    else
      faults.insert(faults.end(), table.faults().begin(), table.faults().end());
  }
  if (!faults.empty()) return faults;
  return tables;
}

void reveal(std::vector<std::string>& lines, const Aliases& aliases) {
  for (std::string& line : lines) line = aliases.reveal(line);
}

/// Enough runs for some ten thousand opportunities, few for a large firm.
int fit_replications(const Facts& facts) {
  const double a_run = std::max(1.0, facts.arrivals * kCalendarYear);
  return static_cast<int>(std::clamp(kFitDeals / a_run, 1.0, 30.0));
}

Result<Scenario> scenario_of(const Constants& constants, const Facts& facts,
                             const Provenance& from) {
  return Scenario::parse(scenario_text(constants, facts, from), from.name + ".yaml");
}

}  // namespace

Result<Import> import_crm(const ImportRequest& request) {
  Result<std::vector<Table>> tables = tables_of(request);
  if (!tables.ok()) return tables.faults();
  Result<Options> options = read_options(request.map, tables.value());
  if (!options.ok()) return options.faults();
  Result<std::vector<Source>> sources = map_tables(tables.value(), options.value());
  if (!sources.ok()) return sources.faults();
  Result<Book> read = read_book(sources.value(), options.value().stages);
  if (!read.ok()) return read.faults();

  auto firm = std::make_shared<ImportedFirm>();
  firm->book = std::move(read).value();
  Result<Facts> facts = facts_of(firm->book);
  if (!facts.ok()) return facts.faults();
  firm->facts = std::move(facts).value();
  const Book& book = firm->book;
  Aliases aliases;
  if (request.alias)
    aliases = Aliases(book.reps.names(), book.managers.names(), book.accounts.names());

  Import import;
  import.mapping = mapping_lines(sources.value());
  import.reconciliation = reconciliation_lines(book, sources.value());
  import.warnings = book.warnings.lines();
  reveal(import.mapping, aliases);
  reveal(import.reconciliation, aliases);
  reveal(import.warnings, aliases);

  Constants constants = constants_of(book, firm->facts, aliases);
  Provenance from{request.name, {}, {}, import.warnings.size(), request.alias, 0};
  Result<Constants> fitted =
      calibrate(constants, firm->facts, [&](const Constants& c, int times) -> Result<Sample> {
        const SmallFirm small = small_firm(c, firm->facts, kFitDeals);
        Result<Scenario> scenario = scenario_of(small.constants, firm->facts, from);
        if (!scenario.ok()) return scenario.faults();
        Sample sample = observe(scenario.value(), small.constants, firm->facts.products.size(),
                                kFitSeed, times * fit_replications(firm->facts));
        sample.days *= small.share;  // so that rates are the whole firm's
        return sample;
      });
  if (!fitted.ok()) return fitted.faults();
  firm->constants = std::move(fitted).value();
  from.mapping = import.mapping;
  from.reconciliation = import.reconciliation;
  const StartingDeals deals = starting_deals(firm->constants, book, firm->facts, aliases);
  from.open_deals = deals.rows;
  if (deals.rows > 0) import.deals = deals.csv;
  import.scenario = scenario_text(firm->constants, firm->facts, from);
  import.figures = figures_of_file(firm->facts, book);
  import.firm = std::move(firm);
  return import;
}

Result<Import> measure_import(Import import, int replications) {
  // The file's open deals are set aside: half their cycle lies in the file, and where they stand in
  // it is a guess. A going concern's pipeline shows what the constants bring.
  Result<Scenario> scenario =
      Scenario::parse(import.scenario, "imported.yaml", ".", {{"open_deals=[]"}, 0});
  if (!scenario.ok()) return scenario.faults();
  const ImportedFirm& firm = *import.firm;
  const double a_run = std::max(1.0, firm.facts.arrivals * kCalendarYear);
  const int runs = static_cast<int>(std::min<double>(replications, kMeasuredDeals / a_run));
  const Sample sample = observe(scenario.value(), firm.constants, firm.facts.products.size(),
                                scenario.value().seed(), std::max(1, runs));
  const std::vector<double> simulated = figures_of_sample(sample, firm.facts);
  for (std::size_t i = 0; i < simulated.size(); ++i) import.figures[i].simulated = simulated[i];
  return import;
}

}  // namespace tandem
