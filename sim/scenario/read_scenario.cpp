// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/read_scenario.h"

#include <optional>
#include <utility>

#include "sim/scenario/describe.h"
#include "sim/scenario/read_spec.h"

namespace tandem {

namespace {

constexpr int kMostDays = 25200;  // a hundred years

}  // namespace

Result<Spec> read_scenario(const Start& start, const Overrides& overrides,
                           std::vector<std::string>* given) {
  Sources sources;
  Reader reader;
  std::optional<Node> root = read_layers(start, sources, reader.faults);
  if (!root) return std::move(reader.faults);
  int number = 0;
  for (const std::string& option : overrides.set)
    apply_set(*root, option, ++number, sources, reader.faults);
  if (overrides.days < 0 || overrides.days > kMostDays)
    reader.fault({}, "--days", std::to_string(overrides.days) + " is out of range",
                 "working days from 1 to 25200");
  take_in_tables(*root, sources, reader.faults);
  const std::string stem = std::filesystem::path(start.name).stem().string();
  Spec spec = read_spec(reader, *root, stem.empty() ? "unnamed" : stem, overrides.days);
  if (!reader.faults.empty()) {
    sort_by_place(reader.faults);
    return std::move(reader.faults);
  }
  if (given != nullptr) *given = given_paths(*root);
  return spec;
}

}  // namespace tandem
