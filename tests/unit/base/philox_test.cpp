// SPDX-License-Identifier: Apache-2.0
#include <Random123/philox.h>
#include <gtest/gtest.h>

#include "sim/base/luck.h"

namespace tandem {
namespace {

// The vectors published with Random123 (kat_vectors, "philox4x32 10"): zeros, ones, digits of pi.
TEST(Philox, GivesThePublishedBlocks) {
  EXPECT_EQ(philox4x32_10({0, 0, 0, 0}, {0, 0}),
            (Block{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
  const std::uint32_t ones = 0xffffffff;
  EXPECT_EQ(philox4x32_10({ones, ones, ones, ones}, {ones, ones}),
            (Block{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
  EXPECT_EQ(
      philox4x32_10({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
      (Block{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

// Random123 is the authors' own code: whatever we do differently must not show in any word.
TEST(Philox, EqualsRandom123OnManyBlocks) {
  std::uint64_t walk = 0;
  const auto next = [&walk] { return static_cast<std::uint32_t>(mix64(++walk)); };
  for (int i = 0; i < 100'000; ++i) {
    const Block counter{next(), next(), next(), next()};
    const std::array<std::uint32_t, 2> key{next(), next()};
    const r123::Philox4x32::ctr_type c{{counter[0], counter[1], counter[2], counter[3]}};
    const r123::Philox4x32::key_type k{{key[0], key[1]}};
    const auto theirs = r123::Philox4x32{}(c, k);
    const Block ours = philox4x32_10(counter, {key[0], key[1]});
    ASSERT_EQ(ours, (Block{theirs[0], theirs[1], theirs[2], theirs[3]})) << "block " << i;
  }
}

// The function is constexpr, so a compiler that gets 32-bit overflow wrong fails here at build
// time.
static_assert(philox4x32_10({0, 0, 0, 0}, {0, 0})[0] == 0x6627e8d5);

}  // namespace
}  // namespace tandem
