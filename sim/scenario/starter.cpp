// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/write.h"
#include "tandem/scenario.h"

namespace tandem {

namespace {

constexpr const char* kStarter = R"(seed: 1
horizon: 4q                 # d days, w weeks, m months, q quarters, y years; of working days

# What reps have to know about. Knowledge of a topic fades, and the topics shift.
topics: [platform, analytics, security, integration]

# Where the accounts are. `competitors` is the mean strength of rivals on a deal,
# `mix` says which topics the demand there is about.
territories:
  - {name: North, accounts: 150, competitors: 40%, mix: {platform: 50%, analytics: 30%, security: 20%}}
  - {name: South, accounts: 150, competitors: 45%, mix: {platform: 40%, security: 30%, integration: 30%}}

# Who sells. Roles: generalist, hunter (new business), farmer (care), closer (late stages).
teams:
  - {name: North, territory: North, seats: {generalist: 6}}
  - {name: South, territory: South, seats: {generalist: 6}}

# What people are paid for: each element names its kind, what it is paid on and how.
plan:
  - {salary: 60000, per: year}
  - commission: own revenue
    per: quarter
    tiers: [[0%, 5%], [80%, 7%], [100%, 10%]]   # from that share of quota on, this rate
    cap: 200%
quota: {method: by potential, growth: 5%}

# Any constant may be set in its section; `tandem parameters` lists them with their defaults.
market:
  deal_size: 25000          # mean value of a deal
  complexity: 25%           # deals that need a second topic

# What changes on a date, for everybody or for a scope, and what happens to the firm.
# changes:
#   - {at: 2q, scope: {team: North}, note: pilot, set: {quota.growth: 10%}}
# events:
#   - {at: 150d, competitor entry: South, severity: 30%}
)";

}  // namespace

std::string starter_scenario(const std::string& name) {
  Node title;
  title.kind = Node::scalar;
  title.quoted = true;
  title.text = name;
  return "# A firm and its policies. Everything left out has a default; `tandem check` shows "
         "them.\n"
         "tandem: 1                   # version of this format\n"
         "name: " +
         on_one_line(title) + "\n" + kStarter;
}

}  // namespace tandem
