// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "sim/model/model.h"
#include "sim/record/day_hash.h"
#include "sim/record/refusal.h"
#include "tandem/record.h"

namespace tandem {

namespace {

/// What a model says of the days before `day`, beside its plans.
Spec until(const Model& model, int day) {
  Spec spec = model.spec;
  spec.name.clear();
  std::erase_if(spec.changes, [&](const ChangeSpec& change) { return change.at >= day; });
  std::erase_if(spec.events, [&](const EventSpec& event) { return event.at >= day; });
  return spec;
}

/// Can a state of one be one of the other, and has nothing differed so far?
bool same_so_far(const Model& a, const Model& b, int day) {
  return a.days == b.days && a.plans == b.plans && until(a, day) == until(b, day);
}

/// The first field in which two runs differ; empty = none. Of the pay plans only what has come of
/// them: their books have a place for every plan that may come.
std::string difference(const World& a, const World& b) {
  const DayHash x = day_hash(a), y = day_hash(b);
  for (std::size_t i = 0; i < x.fields.size(); ++i) {
    const std::string& field = hashed_fields()[i];
    if (x.fields[i] != y.fields[i] && field != record::kPayBookField &&
        field != record::kContestField)
      return field;
  }
  return {};
}

}  // namespace

Result<World> fork(const World& origin, const Scenario& other) {
  const auto refused = [&](const std::string& why) {
    return record::refusal(other.name(), why,
                           "the same firm and policies as in " + origin.scenario().name() +
                               " before day " + std::to_string(origin.day()));
  };
  if (other.days() < origin.day()) return refused("it ends on an earlier day");
  World world(other, origin.seed(), origin.replication());
  if (same_so_far(origin.scenario().model(), other.model(), origin.day())) {
    std::string bytes;
    origin.write(bytes);
    if (world.read(bytes)) return world;
  }
  while (world.day() < origin.day()) world.run_day();
  if (const std::string field = difference(origin, world); !field.empty())
    return refused("its past is another one: `" + field + "` differs");
  return world;
}

}  // namespace tandem
