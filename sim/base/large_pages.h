// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <new>
#include <vector>

namespace tandem {

/// Pages of 2 MB for at least so many bytes, where the system has them; and back.
[[nodiscard]] void* take_large_pages(std::size_t bytes);
void give_large_pages_back(void* place);

/// Allocator of arrays that may be large: these lie in large pages. A day reads a little of everybody,
/// and with pages of 4 kB most of what it reads in a firm of thousands would first cost a walk through
/// the tables of pages.
template <class T>
struct LargePages {
  using value_type = T;

  LargePages() = default;
  template <class U>
  LargePages(const LargePages<U>&) {}  // NOLINT(google-explicit-constructor): all are the same

  [[nodiscard]] T* allocate(std::size_t n) {
    const std::size_t bytes = n * sizeof(T);
    return static_cast<T*>(is_large(n) ? take_large_pages(bytes) : ::operator new(bytes));
  }
  void deallocate(T* place, std::size_t n) {
    is_large(n) ? give_large_pages_back(place) : ::operator delete(place);
  }
  friend bool operator==(const LargePages&, const LargePages&) { return true; }

 private:
  static bool is_large(std::size_t n) { return n * sizeof(T) >= std::size_t{2} << 20; }
};

/// A vector in large pages.
template <class T>
using Large = std::vector<T, LargePages<T>>;

}  // namespace tandem
