// SPDX-License-Identifier: Apache-2.0
#include "sim/study/variants.h"

#include <algorithm>

namespace tandem {

namespace {

bool names(const Scenario& scenario, const char* key) {
  return std::ranges::find(scenario.given(), key) != scenario.given().end();
}

Fault refusal(const std::string& variant, const std::string& field, const std::string& message) {
  Fault out;
  out.file = variant;
  out.field = field;
  out.message = message;
  out.expected =
      "the base's own: seed, horizon and replications come from the first file; "
      "leave the key out of the variant";
  return out;
}

Fault other_horizon(const std::string& variant, int days, int base_days) {
  return refusal(variant, "horizon",
                 "the variant lasts " + std::to_string(days) + " working days, the base " +
                     std::to_string(base_days));
}

}  // namespace

Faults not_comparable(const Scenario& base, const std::vector<Scenario>& variants) {
  Faults out;
  for (const Scenario& variant : variants) {
    if (names(variant, "seed") && variant.seed() != base.seed()) {
      out.push_back(refusal(variant.name(), "seed",
                            "the variant names seed " + std::to_string(variant.seed()) +
                                ", the base has " + std::to_string(base.seed())));
    }
    if (variant.days() != base.days()) {
      out.push_back(other_horizon(variant.name(), variant.days(), base.days()));
    }
  }
  return out;
}

Result<std::vector<Scenario>> load_variants(const Scenario& base,
                                            const std::vector<std::filesystem::path>& files,
                                            const Overrides& overrides) {
  std::vector<Scenario> out;
  Faults faults;
  for (const std::filesystem::path& file : files) {
    Result<Scenario> loaded = Scenario::load(file, overrides);
    if (loaded && loaded.value().days() != base.days()) {
      if (names(loaded.value(), "horizon")) {
        faults.push_back(other_horizon(file.string(), loaded.value().days(), base.days()));
        continue;
      }
      Overrides as_base = overrides;
      as_base.days = base.days();
      loaded = Scenario::load(file, as_base);
    }
    if (!loaded) {
      faults.insert(faults.end(), loaded.faults().begin(), loaded.faults().end());
      continue;
    }
    if (Faults other = not_comparable(base, {loaded.value()}); !other.empty()) {
      for (Fault& fault : other) fault.file = file.string();
      faults.insert(faults.end(), other.begin(), other.end());
      continue;
    }
    out.push_back(std::move(loaded).value());
  }
  if (!faults.empty()) return faults;
  return out;
}

}  // namespace tandem
