// SPDX-License-Identifier: Apache-2.0
#include "sim/base/luck.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/random/bernoulli_distribution.hpp>
#include <boost/random/gamma_distribution.hpp>
#include <boost/random/normal_distribution.hpp>
#include <boost/random/uniform_01.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <cmath>
#include <vector>

namespace tandem {
namespace {

// The extreme words are the only ones that could round to an end of the interval.
TEST(Luck, UniformsAreNeverZeroOrOne) {
  EXPECT_EQ(uniform53(0, 0), 0x1p-53);
  EXPECT_EQ(uniform53(0xffffffff, 0xffffffff), 1.0 - 0x1p-53);
  EXPECT_EQ(uniform32(0), 0x1p-33);
  EXPECT_EQ(uniform32(0xffffffff), 1.0 - 0x1p-33);
}

// Symmetry about 1/2: turning every bit over must give 1 - u exactly, else means would be off by
// half a grid step.
TEST(Luck, UniformsAreSymmetricAboutOneHalf) {
  for (std::uint32_t i = 0; i < 1000; ++i) {
    const auto hi = static_cast<std::uint32_t>(mix64(i)),
               lo = static_cast<std::uint32_t>(mix64(~i));
    EXPECT_EQ(uniform53(~hi, ~lo), 1.0 - uniform53(hi, lo));
    EXPECT_EQ(uniform32(~hi), 1.0 - uniform32(hi));
  }
}

// An address goes into the counter without loss and Philox is one-to-one, so blocks can only be
// equal if addresses are.
TEST(Luck, DistinctAddressesGiveDistinctBlocks) {
  const Luck luck(1, 0);
  std::vector<Block> blocks;
  const std::uint64_t entities[] = {0, 1, 1ull << 31, 1ull << 32, 1ull << 63, ~0ull};
  for (const std::uint64_t entity : entities) {
    for (const Purpose purpose : {Purpose::opportunity_gap, Purpose::quit, Purpose::evaluation}) {
      for (const int day : {-(1 << 23), -2, -1, 0, 1, 252, (1 << 23) - 1}) {
        for (const std::uint32_t index : {0u, 1u, 2u, 0xffffffffu}) {
          blocks.push_back(luck.block(purpose, entity, day, index));
        }
      }
    }
  }
  std::sort(blocks.begin(), blocks.end());
  EXPECT_EQ(std::adjacent_find(blocks.begin(), blocks.end()), blocks.end());
}

// The n-th replication must be another world: keys are a one-to-one function of the replication.
TEST(Luck, ReplicationsAndSeedsGiveOtherNumbers) {
  std::vector<Block> blocks;
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    for (std::uint32_t replication = 0; replication < 1000; ++replication) {
      blocks.push_back(Luck(seed, replication).block(Purpose::test, 0, 0, 0));
    }
  }
  std::sort(blocks.begin(), blocks.end());
  EXPECT_EQ(std::adjacent_find(blocks.begin(), blocks.end()), blocks.end());
}

// Principle 4: a number depends on its address alone, not on what was drawn before.
TEST(Luck, ANumberDoesNotDependOnWhatWasDrawnBefore) {
  const Luck luck(7, 3);
  const double alone = Luck(7, 3).uniform(Purpose::quit, 99, 12, 4);
  for (std::uint32_t i = 0; i < 100; ++i) (void)luck.uniform(Purpose::stage_luck, i, 12, 0);
  EXPECT_EQ(luck.uniform(Purpose::quit, 99, 12, 4), alone);
}

double chi_square_p(const std::vector<int>& cells, int draws) {
  const double expected = static_cast<double>(draws) / static_cast<double>(cells.size());
  double statistic = 0;
  for (const int count : cells) statistic += (count - expected) * (count - expected) / expected;
  const boost::math::chi_squared law(static_cast<double>(cells.size() - 1));
  return boost::math::cdf(boost::math::complement(law, statistic));
}

// Neighbours along every coordinate of the address fill the unit square evenly if they are
// independent.
TEST(Luck, NeighbouringAddressesAreIndependent) {
  const Luck luck(2024, 1);
  const int side = 32, draws = 200'000;
  const auto test = [&](auto first, auto second) {
    std::vector<int> cells(side * side);
    for (int i = 0; i < draws; ++i) {
      const int a = static_cast<int>(first(i) * side), b = static_cast<int>(second(i) * side);
      ++cells[static_cast<std::size_t>(a * side + b)];
    }
    return chi_square_p(cells, draws);
  };
  const auto at = [&](std::uint64_t entity, int day, std::uint32_t index) {
    return luck.uniform(Purpose::test, entity, day, index);
  };
  const auto e = [](int i) { return static_cast<std::uint64_t>(i); };
  const double p[] = {
      test([&](int i) { return at(e(i), 0, 0); }, [&](int i) { return at(e(i) + 1, 0, 0); }),
      test([&](int i) { return at(5, i, 0); }, [&](int i) { return at(5, i + 1, 0); }),
      test([&](int i) { return at(5, -i, 0); }, [&](int i) { return at(5, -i - 1, 0); }),
      test([&](int i) { return at(5, 3, static_cast<std::uint32_t>(i)); },
           [&](int i) { return at(5, 3, static_cast<std::uint32_t>(i) + 1); }),
      test([&](int i) { return luck.uniform(Purpose::quit, e(i), 0, 0); },
           [&](int i) { return luck.uniform(Purpose::churn, e(i), 0, 0); }),
      test([&](int i) { return at(e(i), 0, 0); },
           [&](int i) { return Luck(2024, 2).uniform(Purpose::test, e(i), 0, 0); }),
      test([&](int i) { return at(e(i), 0, 0); },
           [&](int i) { return Luck(2025, 1).uniform(Purpose::test, e(i), 0, 0); }),
      test([&](int i) { return uniform32(luck.block(Purpose::test, e(i), 0, 0)[2]); },
           [&](int i) { return uniform32(luck.block(Purpose::test, e(i), 0, 0)[3]); }),
  };
  for (const double value : p) {  // eight fixed tests at 1e-4 each
    EXPECT_GT(value, 1e-4);
    EXPECT_LT(value, 1 - 1e-4);
  }
}

// A stream is successive blocks of its own purposes: no word of it stems from an address that
// uniform() can have.
TEST(Stream, WalksThroughBlocksThatNoSingleDrawCanHave) {
  const Luck luck(1, 2);
  Stream a(luck, Purpose::test, 10, 20), b(luck, Purpose::test, 10, 20),
      c(luck, Purpose::test, 10, 20, 1);
  std::vector<std::uint32_t> words;
  for (int i = 0; i < 1000; ++i) {
    const std::uint32_t word = a();
    EXPECT_EQ(word, b());
    words.push_back(word);
  }
  EXPECT_NE(words[0], c());
  EXPECT_NE(words[0], luck.block(Purpose::test, 10, 20, 0)[0]);
  std::sort(words.begin(), words.end());
  EXPECT_LE(std::unique(words.begin(), words.end()) - words.begin(), 1000);
  EXPECT_GE(std::unique(words.begin(), words.end()) - words.begin(), 998);
}

TEST(Stream, RefusesNumbersThatWouldReachIntoAnotherStream) {
  // 4096 streams of 2^20 blocks each fill the index exactly.
  EXPECT_NO_THROW(Stream(Luck(1, 1), Purpose::test, 0, 0, 4095));
  EXPECT_THROW(Stream(Luck(1, 1), Purpose::test, 0, 0, 4096), BrokenInvariant);
}

// Boost.Random's results are fixed by its source, not by the standard library: one hash for every
// compiler and CPU.
TEST(Stream, FeedsBoostRandomWithTheSameNumbersEverywhere) {
  Hasher hash;
  Stream stream(Luck(42, 7), Purpose::test, 1, 1);
  for (int i = 0; i < 20'000; ++i) {
    hash.add(boost::random::uniform_01<double>{}(stream));
    hash.add(boost::random::normal_distribution<double>{}(stream));
    hash.add(boost::random::bernoulli_distribution<double>{0.3}(stream));
    hash.add(boost::random::uniform_int_distribution<int>{0, 99}(stream));
  }
  EXPECT_EQ(hex16(hash.value()), "21d87a3d41586919");
}

// The mapping from addresses to numbers is a promise: recordings of last year must replay.
TEST(Luck, AddressesNeverChangeTheirNumbers) {
  Hasher hash;
  for (std::uint32_t i = 0; i < 10'000; ++i) {
    const Luck luck(i / 100, i % 100);
    hash.add(luck.uniform(static_cast<Purpose>(i % 22), mix64(i), static_cast<int>(i) - 5000, i));
  }
  EXPECT_EQ(hex16(hash.value()), "7a223965bb86f3e3");
}

}  // namespace
}  // namespace tandem
