// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <ranges>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace tandem {

static_assert(std::endian::native == std::endian::little,
              "hashes are defined on little-endian words");

/// A one-to-one scramble of 64 bits: the finaliser of splitmix64 (Steele, Lea, Flood, OOPSLA 2014).
[[nodiscard]] constexpr std::uint64_t mix64(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
  return x ^ (x >> 31);
}

/// A 64-bit hash of a stream of values, the same with every compiler. Doubles count by bit pattern
/// (0.0 and -0.0 differ, as do two NaNs); a span counts its length too, so moving a value from one
/// span to the next changes the hash. Words are mixed eight bytes at a time: several GB/s.
class Hasher {
 public:
  template <class T>
  requires std::is_arithmetic_v<T> || std::is_enum_v<T>
  constexpr void add(T value) {
    if constexpr (std::is_enum_v<T>) {
      mix(static_cast<std::uint64_t>(value));
    } else if constexpr (std::is_floating_point_v<T>) {
      mix(std::bit_cast<std::uint64_t>(static_cast<double>(value)));
    } else {
      mix(static_cast<std::uint64_t>(value));
    }
  }

  /// Any run of plain values in memory: vectors, arrays, spans, strings. Not of structs: they may
  /// have padding.
  template <std::ranges::contiguous_range Values>
  void add(const Values& values) {
    using T = std::remove_cv_t<std::ranges::range_value_t<Values>>;
    static_assert(std::is_arithmetic_v<T> || std::is_enum_v<T> || std::is_same_v<T, std::byte>);
    static_assert(!std::is_same_v<T, long double>, "long double differs between machines");
    mix(std::ranges::size(values));
    bytes(reinterpret_cast<const unsigned char*>(std::ranges::data(values)),
          std::ranges::size(values) * sizeof(T));
  }

  void add(const char* text) { add(std::string_view(text)); }

  [[nodiscard]] constexpr std::uint64_t value() const { return mix64(state_); }

 private:
  // One-to-one in the state and in the word: one changed word always changes the result.
  constexpr void mix(std::uint64_t word) {
    state_ = (state_ ^ word) * 0x9E3779B97F4A7C15u;
    state_ ^= state_ >> 32;
  }

  void bytes(const unsigned char* from, std::size_t count) {
    for (; count >= 8; from += 8, count -= 8) {
      std::uint64_t word;
      std::memcpy(&word, from, 8);
      mix(word);
    }
    if (count > 0) {
      std::uint64_t word = 0;
      std::memcpy(&word, from, count);
      mix(word);
    }
  }

  std::uint64_t state_ = 0x243F6A8885A308D3u;  // the first digits of pi: nothing up the sleeve
};

/// Id of an entity from what it is called, part by part: stable_id("team A", "closer", 2). Names
/// make the address of its luck, so a seat more elsewhere re-keys nobody. Numbers and texts are
/// different parts.
template <class... Parts>
[[nodiscard]] std::uint64_t stable_id(const Parts&... parts) {
  Hasher hasher;
  const auto add = [&hasher](const auto& part) {
    if constexpr (std::is_convertible_v<decltype(part), std::string_view>) {
      hasher.add(std::string_view(part));
    } else {
      hasher.add(part);
    }
  };
  (add(parts), ...);
  return hasher.value();
}

[[nodiscard]] inline std::uint64_t stable_id(std::initializer_list<std::string_view> parts) {
  Hasher hasher;
  for (const std::string_view part : parts) hasher.add(part);
  return hasher.value();
}

/// Id of the n-th thing of an entity, e.g. of an account's n-th opportunity. Two multiplications.
[[nodiscard]] constexpr std::uint64_t nth_id(std::uint64_t parent, std::uint64_t n) {
  return mix64(parent + mix64(n + 0x9E3779B97F4A7C15u));
}

/// Sixteen lower-case hexadecimal digits.
[[nodiscard]] inline std::string hex16(std::uint64_t value) {
  std::string digits(16, '0');
  for (int i = 15; i >= 0; --i, value >>= 4)
    digits[static_cast<std::size_t>(i)] = "0123456789abcdef"[value & 15];
  return digits;
}

}  // namespace tandem
