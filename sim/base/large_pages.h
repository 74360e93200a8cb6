// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdlib>
#include <new>
#include <vector>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace tandem {

/// Allocator of arrays that may be large: these lie in pages of 2 MB where the system has them. A day
/// reads a little of everybody, and with pages of 4 kB most of what it reads in a firm of thousands
/// would first cost a walk through the tables of pages.
template <class T>
struct LargePages {
  using value_type = T;

  LargePages() = default;
  template <class U>
  LargePages(const LargePages<U>&) {}  // NOLINT(google-explicit-constructor): all are the same

  [[nodiscard]] T* allocate(std::size_t n) {
    if (n * sizeof(T) < kPage) return static_cast<T*>(::operator new(n * sizeof(T)));
    const std::size_t bytes = (n * sizeof(T) + kPage - 1) / kPage * kPage;
    void* const place = ::operator new (bytes, std::align_val_t{kPage});
#if defined(__linux__)
    madvise(place, bytes, MADV_HUGEPAGE);  // a wish: pages of 4 kB do as well
#endif
    return static_cast<T*>(place);
  }
  void deallocate(T* place, std::size_t n) {
    if (n * sizeof(T) < kPage)
      ::operator delete(place);
    else
      ::operator delete (place, std::align_val_t{kPage});
  }
  friend bool operator==(const LargePages&, const LargePages&) { return true; }

 private:
  static constexpr std::size_t kPage = std::size_t{2} << 20;
};

/// A vector in large pages.
template <class T>
using Large = std::vector<T, LargePages<T>>;

}  // namespace tandem
