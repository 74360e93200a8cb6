// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "sim/command/console.h"
#include "sim/command/failure.h"
#include "sim/command/files.h"
#include "tandem/store.h"
#include "tandem/study.h"

// The results store of an output folder, and what is said about it.
namespace tandem {

/// The store of an output folder. Refuses one that holds runs, but none of this scenario.
class OutStore {
 public:
  OutStore(const OutFolder& folder, const Scenario& scenario);

  [[nodiscard]] Store& store() { return store_; }
  /// Says how many of `runs` were there already, if any.
  void tell_found(const Console& console, std::int64_t runs) const;
  /// A bundle for each failed run: DIR/failures/ID/ with the resolved scenario and the line that
  /// meets the fault again. Returns what to tell of it.
  [[nodiscard]] std::string write_bundles();

 private:
  std::filesystem::path folder_;
  Store store_;
};

/// The file a person means by STORE: itself, or results.sqlite in a folder.
[[nodiscard]] std::filesystem::path store_file(const std::filesystem::path& given);

}  // namespace tandem
