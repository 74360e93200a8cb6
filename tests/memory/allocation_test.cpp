// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <atomic>
#include <cctype>
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
class NoDay : public testing::TestWithParam<const char*> {};

TEST_P(NoDay, AllocatesAfterWarmUp) {
  const Scenario scenario = test::shipped(GetParam());
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
  EXPECT_EQ(days, 0) << "days that allocated, the worst " << worst << " times";
}

INSTANTIATE_TEST_SUITE_P(Memory, NoDay,
                         testing::Values("base/software-vendor.yaml", "base/call-centre.yaml",
                                         "base/shop-floor.yaml"),
                         [](const auto& param) {
                           std::string name;
                           for (const char c : std::string(param.param))
                             if (std::isalnum(static_cast<unsigned char>(c))) name += c;
                           return name;
                         });

}  // namespace
}  // namespace tandem
