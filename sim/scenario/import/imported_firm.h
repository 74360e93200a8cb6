// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/scenario/import/constants.h"
#include "tandem/import.h"

namespace tandem {

/// What an import knows beyond its texts.
struct ImportedFirm {
  crm::Book book;
  crm::Facts facts;
  crm::Constants constants;
};

}  // namespace tandem
