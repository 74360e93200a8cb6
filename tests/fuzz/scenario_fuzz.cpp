// SPDX-License-Identifier: Apache-2.0
// Any bytes at all as a scenario file. Beyond not crashing: a refusal names at least one fault,
// each with words, and an accepted file, written out with its defaults, is accepted again as the
// same firm.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "tandem/scenario.h"

namespace {

void demand(bool holds, const char* promise, const std::string& detail = {}) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n%s\n", promise, detail.c_str());
  std::abort();
}

void check_refusal(const tandem::Faults& faults) {
  demand(!faults.empty(), "a refusal has a reason");
  for (const tandem::Fault& fault : faults) {
    demand(!fault.message.empty(), "a fault says what is wrong");
    demand(!describe(fault).empty(), "a fault can be printed");
  }
  demand(!describe(faults).empty(), "faults can be printed");
}

void check_acceptance(const tandem::Scenario& scenario, const std::string& folder) {
  const auto again = tandem::Scenario::parse(scenario.resolved(), "resolved.yaml", folder);
  demand(again.ok(), "the resolved scenario is a scenario",
         again.ok() ? "" : describe(again.faults()));
  demand(again.value().digest() == scenario.digest(), "the resolved scenario is the same firm",
         scenario.resolved());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string folder = std::string(TANDEM_SOURCE_DIR) + "/scenarios";
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto scenario = tandem::Scenario::parse(text, "fuzz.yaml", folder);
  if (scenario.ok())
    check_acceptance(scenario.value(), folder);
  else
    check_refusal(scenario.faults());
  return 0;
}
