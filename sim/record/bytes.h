// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include "sim/base/hash.h"

// Values to bytes and back. A struct is told by its list of fields: list::fields(x, visit) calls
// visit(field, field, ...) (sim/record/state_fields.h). Words are little-endian (sim/base/hash.h
// sees to it), doubles go by bit pattern, so what comes back is the same bit for bit.
namespace tandem::record {

template <class T>
concept Word = std::is_arithmetic_v<T> || std::is_enum_v<T>;

template <class T>
inline constexpr bool kIsVector = false;
template <class T, class Allocator>
inline constexpr bool kIsVector<std::vector<T, Allocator>> = true;
template <class T>
inline constexpr bool kIsArray = std::is_array_v<T>;
template <class T, std::size_t N>
inline constexpr bool kIsArray<std::array<T, N>> = true;

/// An array whose length changes from day to day. The length of every other one is fixed by the
/// model.
template <class T>
struct Varying {
  T& values;
};
template <class T>
[[nodiscard]] Varying<T> varying(T& values) {
  return {values};
}

/// Fields to the end of a string.
class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}

  template <class... T>
  void operator()(const T&... fields) {
    (put(fields), ...);
  }

 private:
  template <class T>
  void put(const Varying<T>& x) {
    put(x.values);
  }
  template <class T>
  void put(const T& x) {
    if constexpr (Word<T>) {
      raw(&x, sizeof(T));
    } else if constexpr (kIsVector<T>) {
      put(static_cast<std::uint64_t>(x.size()));
      if constexpr (Word<typename T::value_type>) {
        raw(x.data(), x.size() * sizeof(typename T::value_type));
      } else {
        for (const auto& each : x) put(each);
      }
    } else if constexpr (kIsArray<T>) {
      for (const auto& each : x) put(each);
    } else {
      fields(x, *this);
    }
  }
  void raw(const void* from, std::size_t size) {
    if (size > 0) out_.append(static_cast<const char*>(from), size);
  }

  std::string& out_;
};

/// The fewest bytes that a T can take: a bound on how many of them some bytes can hold.
template <class T>
std::size_t least_bytes();

/// Fields from bytes. Never reads past the end nor asks for more memory than the bytes can fill:
/// from the first thing that cannot be on, everything reads as it was and ok() is false.
class Reader {
 public:
  explicit Reader(std::string_view in) : in_(in) {}

  template <class... T>
  void operator()(T&&... fields) {
    (get(fields), ...);
  }
  [[nodiscard]] bool ok() const { return ok_; }
  void fail() { ok_ = false; }
  [[nodiscard]] std::size_t left() const { return in_.size(); }

 private:
  template <class T>
  void get(Varying<T>& x) {
    get(x.values);
  }
  template <class T>
  void get(T& x) {
    if (!ok_) return;
    if constexpr (std::is_same_v<T, bool>) {
      std::uint8_t word = 0;
      get(word);
      if (word > 1) fail();
      x = word == 1;
    } else if constexpr (Word<T>) {
      raw(&x, sizeof(T));
    } else if constexpr (kIsVector<T>) {
      using Each = typename T::value_type;
      std::uint64_t count = 0;
      get(count);
      if (count > in_.size() / least_bytes<Each>()) fail();
      if (!ok_) return;
      x.resize(static_cast<std::size_t>(count));
      if constexpr (Word<Each>) {
        raw(x.data(), x.size() * sizeof(Each));
      } else {
        for (auto& each : x) get(each);
      }
    } else if constexpr (kIsArray<T>) {
      for (auto& each : x) get(each);
    } else {
      fields(x, *this);
    }
  }
  void raw(void* to, std::size_t size) {
    if (size > in_.size()) return fail();
    if (size > 0) std::memcpy(to, in_.data(), size);
    in_.remove_prefix(size);
  }

  std::string_view in_;
  bool ok_ = true;
};

template <class T>
std::size_t least_bytes() {
  static const std::size_t least = [] {
    std::string out;
    Writer writer(out);
    writer(T{});
    return out.empty() ? std::size_t{1} : out.size();
  }();
  return least;
}

/// The lengths of the arrays that no day changes.
class Shape {
 public:
  template <class... T>
  void operator()(const T&... fields) {
    (see(fields), ...);
  }
  friend bool operator==(const Shape&, const Shape&) = default;

 private:
  template <class T>
  void see(const Varying<T>&) {}
  template <class T>
  void see(const T& x) {
    if constexpr (kIsVector<T>) {
      lengths_.push_back(x.size());
    } else if constexpr (!Word<T> && !kIsArray<T>) {
      fields(x, *this);
    }
  }

  std::vector<std::size_t> lengths_;
};

/// What bytes mean, as one number: kinds and order of all fields. Changes when a list of fields does.
class Layout {
 public:
  template <class... T>
  void operator()(const T&...) {
    (see<T>(), ...);
  }
  [[nodiscard]] std::uint64_t value() const { return hasher_.value(); }

 private:
  template <class T>
  struct Bare {
    using type = T;
  };
  template <class T>
  struct Bare<Varying<T>> {
    using type = std::remove_const_t<T>;
  };

  template <class Given>
  void see() {
    using T = typename Bare<Given>::type;
    if constexpr (std::is_enum_v<T>) {
      see<std::underlying_type_t<T>>();
    } else if constexpr (std::is_arithmetic_v<T>) {
      hasher_.add(sizeof(T) * 4 + std::is_floating_point_v<T> * 2 + std::is_signed_v<T>);
    } else if constexpr (kIsVector<T>) {
      hasher_.add('[');
      see<typename T::value_type>();
    } else if constexpr (std::is_array_v<T>) {
      hasher_.add(std::extent_v<T>);
      see<std::remove_extent_t<T>>();
    } else if constexpr (kIsArray<T>) {
      hasher_.add(std::tuple_size_v<T>);
      see<typename T::value_type>();
    } else {
      hasher_.add('{');
      const T empty{};
      fields(empty, *this);
      hasher_.add('}');
    }
  }

  Hasher hasher_;
};

}  // namespace tandem::record
