// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>

#include "tandem/result.h"

namespace tandem::record {

/// Why something kept cannot be used. `name` stands for the file it came from.
[[nodiscard]] inline Fault refusal(const std::string& name, std::string message,
                                   std::string expected = {}) {
  Fault fault;
  fault.file = name;
  fault.message = std::move(message);
  fault.expected = std::move(expected);
  return fault;
}

}  // namespace tandem::record
