// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace tandem::test {

/// The software vendor with so many teams of eight, each in a territory of its own: 38 make 304 reps.
inline std::string large_firm(int teams) {
  std::string territories, people;
  for (int i = 8; i < teams; ++i) {
    const std::string number = std::to_string(i);
    territories += "  - {name: Region " + number + ", accounts: 240, competitors: 40%}\n";
    people +=
        "  - {name: T" + number + ", territory: Region " + number + ", seats: {generalist: 8}}\n";
  }
  return "tandem: 1\nextends: " TANDEM_SOURCE_DIR
         "/scenarios/base/software-vendor.yaml\nname: Large\n"
         "territories:\n" +
         territories + "teams:\n" + people;
}

}  // namespace tandem::test
