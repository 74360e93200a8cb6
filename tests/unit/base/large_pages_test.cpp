// SPDX-License-Identifier: Apache-2.0
#include "sim/base/large_pages.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <numeric>

namespace tandem {
namespace {

TEST(LargePages, ArraysOfEverySizeGrowAndKeepWhatTheyHold) {
  Large<int> values;
  for (const std::size_t n : {std::size_t{3}, std::size_t{1} << 19, (std::size_t{1} << 20) + 1}) {
    values.resize(n);
    std::iota(values.begin(), values.end(), 0);
    const Large<int> copy = values;
    values.resize(2 * n);
    for (std::size_t i = 0; i < n; i += 1009) ASSERT_EQ(values[i], copy[i]);
  }
}

TEST(LargePages, WhatIsLargeBeginsOnALargePage) {
  const Large<double> values(std::size_t{1} << 18);
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(values.data()) % (std::size_t{2} << 20), 0u);
}

}  // namespace
}  // namespace tandem
