// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "sim/base/check.h"
#include "tandem/record.h"

namespace tandem {

namespace {
constexpr int kFirstSpacing = 5;
}

Timeline::Timeline(World first, std::size_t memory)
    : first_(std::move(first)), world_(first_), memory_(memory), spacing_(kFirstSpacing) {}

int Timeline::last_day() const { return first_.scenario().days(); }

const World& Timeline::go_to(int day) {
  day = std::clamp(day, first_day(), last_day());
  const auto after = kept_.upper_bound(day);
  const int nearest = after == kept_.begin() ? first_day() : std::prev(after)->first;
  if (day < world_.day() || world_.day() < nearest) {
    if (nearest == first_day()) {
      world_ = first_;
    } else {
      const Faults faults = world_.restore(std::prev(after)->second);
      CHECK(faults.empty(), describe(faults));
    }
  }
  while (world_.day() < day) {
    world_.run_day();
    keep();
  }
  return world_;
}

bool Timeline::is_due(int day) const {
  return day > first_day() && (day - first_day()) % spacing_ == 0;
}

void Timeline::keep() {
  const int day = world_.day();
  if (!is_due(day) || kept_.contains(day)) return;
  Snapshot snapshot(world_);
  const std::size_t size = snapshot.bytes().size();
  while (bytes_ + size > memory_) {
    if (kept_.empty()) return;
    spacing_ *= 2;
    std::erase_if(kept_, [&](const auto& each) {
      if (is_due(each.first)) return false;
      bytes_ -= each.second.bytes().size();
      return true;
    });
    if (!is_due(day)) return;
  }
  bytes_ += size;
  kept_.emplace(day, std::move(snapshot));
}

}  // namespace tandem
