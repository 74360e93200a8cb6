// SPDX-License-Identifier: Apache-2.0
#include "sim/base/hash.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace tandem {
namespace {

template <class... Values>
std::uint64_t hash_of(const Values&... values) {
  Hasher hasher;
  (hasher.add(values), ...);
  return hasher.value();
}

// Recordings store hashes: the function must never change, and words are little-endian by
// definition.
TEST(Hash, IsTheSameWithEveryCompiler) {
  EXPECT_EQ(hex16(hash_of(1, 2.5, std::string("abc"), std::vector<double>{1, 2, 3}, true, 'x')),
            "3c7fcae73de3ef83");
  EXPECT_EQ(hex16(stable_id("team A", "closer", 2)), "509ccbb40e2e568b");
}

// A step of the hash is one-to-one in the word, so one changed value cannot be missed.
TEST(Hash, SeesEveryBitOfEveryValue) {
  std::vector<std::uint64_t> words(9, 0);
  std::vector<std::uint64_t> seen{hash_of(words)};
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (int bit = 0; bit < 64; ++bit) {
      words[i] = std::uint64_t{1} << bit;
      seen.push_back(hash_of(words));
      words[i] = 0;
    }
  }
  std::sort(seen.begin(), seen.end());
  EXPECT_EQ(std::adjacent_find(seen.begin(), seen.end()), seen.end());
}

// Spans count their length: a value that moves from one array to the next is a change of state.
TEST(Hash, SeesWhereOneArrayEnds) {
  using Words = std::vector<int>;
  EXPECT_NE(hash_of(Words{1}, Words{2, 3}), hash_of(Words{1, 2}, Words{3}));
  EXPECT_NE(hash_of(Words{}), hash_of(Words{}, Words{}));
  EXPECT_NE(hash_of(std::string("ab")), hash_of(std::string("ab\0", 3)));
}

// Doubles count by bits: a state that holds -0.0 is another state, since 1 / x differs.
TEST(Hash, TellsTheZerosApart) { EXPECT_NE(hash_of(0.0), hash_of(-0.0)); }

// Order, part boundaries and kind of a part are all part of a name.
TEST(StableId, DependsOnEveryPartAndItsPlace) {
  std::vector<std::uint64_t> ids{
      stable_id("a", "b"),     stable_id("b", "a"), stable_id("ab"),     stable_id("a", "b", ""),
      stable_id("", "a", "b"), stable_id("a", 1),   stable_id("a", "1"), stable_id("a1")};
  std::sort(ids.begin(), ids.end());
  EXPECT_EQ(std::adjacent_find(ids.begin(), ids.end()), ids.end());
  EXPECT_EQ(stable_id("a", "b"), stable_id({"a", "b"}));
  EXPECT_EQ(stable_id(std::string("a")), stable_id("a"));
}

// 2^20 ids in 64 bits collide with a chance of 3e-8.
TEST(StableId, NumbersManyChildrenApart) {
  std::vector<std::uint64_t> ids;
  for (std::uint64_t parent = 0; parent < 1024; ++parent) {
    for (std::uint64_t n = 0; n < 1024; ++n) ids.push_back(nth_id(parent, n));
  }
  std::sort(ids.begin(), ids.end());
  EXPECT_EQ(std::adjacent_find(ids.begin(), ids.end()), ids.end());
}

TEST(Hash, WritesSixteenDigits) {
  // A fixed width keeps columns of hashes comparable by eye and by text tools.
  EXPECT_EQ(hex16(0), "0000000000000000");
  EXPECT_EQ(hex16(0x0123456789abcdefu), "0123456789abcdef");
}

}  // namespace
}  // namespace tandem
