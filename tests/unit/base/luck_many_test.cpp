// SPDX-License-Identifier: Apache-2.0
#include "sim/base/luck_many.h"

#include <gtest/gtest.h>

#include <vector>

#include "sim/base/hash.h"

namespace tandem {
namespace {

TEST(LuckOfMany, IsTheLuckOfEach) {
  const Luck luck(7, 3);
  for (const std::size_t n : {0, 1, 3, 4, 5, 64, 67}) {
    std::vector<std::uint64_t> entities;
    for (std::size_t i = 0; i < n; ++i) entities.push_back(mix64(i + 1));
    std::vector<double> out(n);
    uniforms(luck, Purpose::test, entities, mix64(99), -5, 0xFFFFFFFFu, out.data());
    for (std::size_t i = 0; i < n; ++i)
      ASSERT_EQ(out[i], luck.uniform(Purpose::test, entities[i] ^ mix64(99), -5, 0xFFFFFFFFu));
  }
}

}  // namespace
}  // namespace tandem
