// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "sim/study/store/tables.h"

namespace tandem {

namespace {

/// Adds the runs of one store; a run that both have must have the same figures in both.
void unite(Tables& out, Tables& from, Merged& merged) {
  std::map<std::int64_t, std::int64_t> numbers;  // of scenarios: there, here
  for (const RunRow& row : from.rows()) {
    const RunRecord record = from.record(row.run);
    if (const auto known = out.row(row.id)) {
      auto difference = first_difference(out.record(known->run), record);
      if (difference.none() && known->failure != row.failure) {
        difference = {"failure", known->failure, row.failure};
      }
      if (!difference.none()) {
        from.database().refuse("run " + row.id + " (seed " + std::to_string(row.seed) +
                               ", replication " + std::to_string(row.replication) + ") has " +
                               difference.figure + " " + difference.second + " here and " +
                               difference.first + " in " + out.database().file().string() +
                               "; nothing was merged. `tandem "
                               "verify` tells which of the two is right");
      }
      ++merged.known;
      continue;
    }
    RunRow added = row;
    auto number = numbers.find(row.scenario);
    if (number == numbers.end()) {
      number = numbers.emplace(row.scenario, out.number_of(from.scenario(row.scenario))).first;
    }
    added.scenario = number->second;
    out.add(added, record);
    ++merged.added;
  }
}

}  // namespace

Merged merge_stores(const std::filesystem::path& out,
                    const std::vector<std::filesystem::path>& from) {
  // All are opened, and thereby checked, before the first is read.
  std::vector<std::unique_ptr<Tables>> sources;
  sources.reserve(from.size());
  for (const auto& file : from) {
    sources.push_back(std::make_unique<Tables>(file, Store::Access::read));
  }
  const bool is_new = !std::filesystem::exists(out);
  std::error_code error;
  if (out.has_parent_path()) std::filesystem::create_directories(out.parent_path(), error);
  if (error) {
    throw StoreError(
        StoreError::Kind::failed,
        "cannot make the folder " + out.parent_path().string() + ": " + error.message());
  }
  try {
    Tables target(out, Store::Access::write);
    Merged merged;
    Transaction transaction(target.database());
    for (const auto& source : sources) unite(target, *source, merged);
    transaction.commit();
    return merged;
  } catch (const StoreError&) {
    std::error_code ignored;
    if (is_new) std::filesystem::remove(out, ignored);
    throw;
  }
}

}  // namespace tandem
