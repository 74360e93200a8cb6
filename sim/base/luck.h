// SPDX-License-Identifier: Apache-2.0
#pragma once

// Addressed chance
// ================
//
// Nothing in the engine draws "the next" random number. Every random number has an address
//
//   (seed, replication | entity, purpose, day, index)
//
// and is computed from it alone: seed and replication make the 64-bit key of Philox4x32-10 (Salmon,
// Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011), the rest packs into
// its 128-bit counter without loss, so two addresses of one run never give the same block:
//
//   word 0, 1   entity, a 64-bit id hashed from stable names (hash.h), never a pointer or a position
//   word 2      purpose (8 bits), day + 2^23 (24 bits: days -2^23 .. 2^23 - 1)
//   word 3      index: stage and attempt, topic, helper, ... the caller's to number
//
// Three things follow. (a) The order in which agents are visited and the number of threads cannot
// matter. (b) Two policies on one seed meet the same luck: a policy that makes a rep do more draws
// shifts nobody else's numbers. (c) Any draw can be repeated alone, which is how the journal
// explains a day.
//
// Keys of different replications of one seed differ always; those of different seeds coincide only
// by an accident of probability 2^-64 a pair.
//
// Rules for those who draw:
//  - One fact, one address. Draw traits of the n-th opportunity of an account under (account, n),
//    not under the day it happened to arrive on.
//  - A block has four words. uniform() uses the first two; take block() where one fact needs
//    several.
//  - Compare a uniform with a probability, or put it through an inverse distribution (math.h,
//    gamma.h): one draw, monotone, so that a better chance never turns a win into a loss.
//  - Samplers that need an unknown count of words (Boost.Random) get a Stream. It lives on purposes
//    128 and up, so it never meets a block() of the same address; stream number n of an address owns
//    the indices [n 2^20, (n + 1) 2^20), that is 4 million words.

#include <array>
#include <cstdint>
#include <span>

#include "sim/base/check.h"
#include "sim/base/hash.h"
#include "sim/base/purpose.h"

namespace tandem {

using Block = std::array<std::uint32_t, 4>;

/// A key of Philox4x32-10, raised by Weyl constants from round to round.
struct PhiloxKeys {
  std::array<std::array<std::uint32_t, 2>, 10> round{};

  constexpr PhiloxKeys(std::uint32_t first, std::uint32_t second) {
    for (auto& key : round) {
      key = {first, second};
      first += 0x9E3779B9;
      second += 0xBB67AE85;
    }
  }
};

/// One block of Philox4x32-10: ten rounds of two 32x32 multiplications.
[[nodiscard]] constexpr Block philox4x32_10(Block counter, const PhiloxKeys& keys) {
  for (const auto& key : keys.round) {
    const std::uint64_t a = std::uint64_t{0xD2511F53} * counter[0];
    const std::uint64_t b = std::uint64_t{0xCD9E8D57} * counter[2];
    counter = {
        static_cast<std::uint32_t>(b >> 32) ^ counter[1] ^ key[0], static_cast<std::uint32_t>(b),
        static_cast<std::uint32_t>(a >> 32) ^ counter[3] ^ key[1], static_cast<std::uint32_t>(a)};
  }
  return counter;
}

/// Uniform on the odd multiples of 2^-53: 52 random bits, symmetric about 1/2, never 0 or 1.
[[nodiscard]] constexpr double uniform53(std::uint32_t hi, std::uint32_t lo) {
  const std::uint64_t bits = (std::uint64_t{hi} << 32 | lo) >> 11 | 1;
  return static_cast<double>(static_cast<std::int64_t>(bits)) * 0x1p-53;
}

/// Uniform on (word + 1/2) 2^-32: 32 random bits, never 0 or 1.
[[nodiscard]] constexpr double uniform32(std::uint32_t word) {
  return (static_cast<double>(word) + 0.5) * 0x1p-32;
}

/// The first of rising shares that reaches u: no branch on what is drawn.
[[nodiscard]] inline int pick(std::span<const double> upto, double u) {
  int place = 0;
  for (const double share : upto.first(upto.size() - 1)) place += share < u;
  return place;
}

/// The luck of one run: a pure function from addresses to numbers. Cheap to copy, safe to share.
class Luck {
 public:
  constexpr Luck(std::uint64_t seed, std::uint32_t replication)
      : keys_(keys_of(seed, replication)) {}

  /// Four independent words at an address. `day` lies in -2^23 .. 2^23 - 1; use 0 where no day
  /// belongs to the fact.
  [[nodiscard]] constexpr Block block(Purpose purpose, std::uint64_t entity, int day,
                                      std::uint32_t index) const {
    return philox4x32_10(
        {static_cast<std::uint32_t>(entity), static_cast<std::uint32_t>(entity >> 32),
         place(static_cast<std::uint32_t>(purpose), day), index},
        keys_);
  }

  /// Uniform in (0, 1) at an address, 53-bit grid (uniform53).
  [[nodiscard]] constexpr double uniform(Purpose purpose, std::uint64_t entity, int day,
                                         std::uint32_t index) const {
    const Block words = block(purpose, entity, day, index);
    return uniform53(words[0], words[1]);
  }

 private:
  friend class Stream;
  friend void uniforms(const Luck&, Purpose, std::span<const std::uint64_t>, std::uint64_t, int,
                       std::uint32_t, double*);

  // mix64 is one-to-one and the factor is odd, so the key is injective in replication.
  static constexpr PhiloxKeys keys_of(std::uint64_t seed, std::uint32_t replication) {
    const std::uint64_t key = mix64(mix64(seed) + replication * 0x9E3779B97F4A7C15u);
    return {static_cast<std::uint32_t>(key), static_cast<std::uint32_t>(key >> 32)};
  }

  static constexpr std::uint32_t place(std::uint32_t purpose, int day) {
    return purpose << 24 | ((static_cast<std::uint32_t>(day) + (1u << 23)) & 0xFFFFFFu);
  }

  PhiloxKeys keys_;
};

/// A sequence of words that starts at an address, for samplers that need an unknown number of them.
/// Models Boost.Random's uniform random number generator. `number` (< 4096) tells streams of one
/// address apart.
class Stream {
 public:
  using result_type = std::uint32_t;
  static constexpr bool has_fixed_range = false;
  static constexpr result_type(min)() { return 0; }
  static constexpr result_type(max)() { return 0xFFFFFFFFu; }

  Stream(const Luck& luck, Purpose purpose, std::uint64_t entity, int day, std::uint32_t number = 0)
      : counter_{static_cast<std::uint32_t>(entity), static_cast<std::uint32_t>(entity >> 32),
                 Luck::place(static_cast<std::uint32_t>(purpose) | 128u, day), number << 20},
        keys_(luck.keys_) {
    CHECK(number < 4096, "a stream's number must be below 4096");
  }

  result_type operator()() {
    if (used_ == 4) refill();
    return words_[used_++];
  }

 private:
  void refill() {
    CHECK(blocks_ < 1u << 20, "a stream gives 4 million words at most");
    words_ = philox4x32_10(counter_, keys_);
    ++counter_[3];
    ++blocks_;
    used_ = 0;
  }

  Block counter_;
  PhiloxKeys keys_;
  Block words_{};
  std::uint32_t blocks_ = 0;
  std::uint32_t used_ = 4;
};

}  // namespace tandem
