// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <new>

#include "sim/day/day.h"
#include "tests/support/firms.h"

// This program counts every allocation: it is an executable of its own.
namespace {
std::atomic<long> allocations{0};
}

void* operator new(std::size_t size) {
  ++allocations;
  if (void* place = std::malloc(size)) return place;
  throw std::bad_alloc();
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  ++allocations;
  return std::malloc(size);
}
void operator delete(void* place) noexcept { std::free(place); }
void operator delete(void* place, std::size_t) noexcept { std::free(place); }

namespace tandem {
namespace {

// A run is played thousands of times: after the first one has made room, no day of a later one asks
// for memory.
void expect_none(const char* path, std::vector<std::string> set = {}) {
  const Scenario scenario = test::shipped(path, std::move(set));
  const Firm firm(scenario.model());
  State state;
  for (std::uint32_t warm_up = 0; warm_up < 3; ++warm_up) {
    start(firm, state, 1, warm_up);
    while (state.day < firm.model.days) run_day(firm, state);
  }
  long worst = 0, days = 0;
  start(firm, state, 1, 0);
  while (state.day < firm.model.days) {
    const long before = allocations;
    run_day(firm, state);
    const long asked = allocations - before;
    worst = std::max(worst, asked);
    days += asked > 0;
  }
  EXPECT_EQ(days, 0) << path << ": days that allocated, the worst " << worst << " times";
}

TEST(Memory, NoDayAllocatesAfterWarmUp) { expect_none("base/software-vendor.yaml"); }
TEST(Memory, NoDayWithGroupsAllocatesAfterWarmUp) {
  expect_none("base/software-vendor.yaml", {"policies.meetings.scope=group", "groups.form=chosen"});
}
TEST(Memory, NoDayWithDepartmentsAllocatesAfterWarmUp) {
  expect_none("base/software-vendor.yaml",
              {"policies.support.staff=28h", "policies.service_desk.staff=24h",
               "policies.marketing.money=300"});
}
TEST(Memory, NoDayWithCallersAllocatesAfterWarmUp) { expect_none("base/call-centre.yaml"); }
TEST(Memory, NoDayWithWalkInsAllocatesAfterWarmUp) { expect_none("base/shop-floor.yaml"); }

}  // namespace
}  // namespace tandem
