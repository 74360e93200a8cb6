// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "tandem/result.h"

namespace tandem {

/// What to import and how to read it.
struct ImportRequest {
  std::string name;                           ///< name of the scenario to be written
  std::vector<std::filesystem::path> inputs;  ///< folders of CSV files, or files
  std::vector<std::string> map;  ///< "FIELD=COLUMN" and its other forms, as `--map`: docs/import.md
  bool alias = false;            ///< replace people's and customers' names by aliases
};

/// A quantity of the file beside the same quantity in the scenario's simulation.
struct ImportFigure {
  std::string name;  ///< e.g. "won cycle, median"
  std::string unit;  ///< "calendar d", "money", "1/d", "share"
  double in_file = 0;
  double simulated = 0;
  bool promised = false;  ///< must lie within 10 %; others are shown for judgement
};

struct ImportedFirm;

/// A CRM export, read, checked and turned into a scenario.
struct Import {
  std::string scenario;  ///< the text of NAME.yaml, commented
  std::string deals;     ///< the text of NAME.deals.csv: what is open at the file's end, from which
                         ///< the scenario starts; empty: nothing is
  std::vector<std::string>
      mapping;  ///< lines that tell which column was taken for which field, with sample rows
  std::vector<std::string> warnings;        ///< row-numbered
  std::vector<std::string> reconciliation;  ///< counts, won value, dates read = dates in the file
  std::vector<ImportFigure> figures;  ///< file side filled in; simulated side by measure_import()
  std::shared_ptr<const ImportedFirm> firm;  ///< what measure_import() needs to know
};

/// Reads the export and fits the constants of a scenario to it, by simulation where they emerge. It
/// never asks: what fits no way or several ways is a fault that names the `--map` to type.
[[nodiscard]] Result<Import> import_crm(const ImportRequest& request);

/// Runs the imported scenario and fills in the simulated side of the figures.
[[nodiscard]] Result<Import> measure_import(Import import, int replications);

}  // namespace tandem
