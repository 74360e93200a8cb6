// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/scenario/import/constants.h"

// The lists of a scenario: topics and products, territories and teams.
namespace tandem::crm {

void add_products(Constants& constants, const Book& book, const Facts& facts);
void add_territories_and_teams(Constants& constants, const Book& book, const Facts& facts,
                               const Aliases& aliases);

}  // namespace tandem::crm
