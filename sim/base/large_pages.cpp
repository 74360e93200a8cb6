// SPDX-License-Identifier: Apache-2.0
#include "sim/base/large_pages.h"

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace tandem {

namespace {

constexpr std::size_t kPage = std::size_t{2} << 20;

}  // namespace

void* take_large_pages(std::size_t bytes) {
  const std::size_t whole = (bytes + kPage - 1) / kPage * kPage;
  void* const place = ::operator new (whole, std::align_val_t{kPage});
#if defined(__linux__)
  madvise(place, whole, MADV_HUGEPAGE);  // a wish: pages of 4 kB do as well
#endif
  return place;
}

void give_large_pages_back(void* place) { ::operator delete (place, std::align_val_t{kPage}); }

}  // namespace tandem
