// SPDX-License-Identifier: Apache-2.0
#include "sim/base/luck_many.h"

#include <cstddef>

#include "sim/base/math.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace tandem {

#if defined(__x86_64__)
namespace {

constexpr std::size_t kLanes = 4;

// philox4x32_10 of four counters; each number in the lower half of its lane. The upper halves are not
// cleared on the way: a product reads the lower ones, and xor keeps the halves apart.
[[gnu::target("avx2")]] void four_uniforms(const std::uint64_t* entities, std::uint64_t mixed_in,
                                           std::uint32_t place, std::uint32_t index,
                                           const PhiloxKeys& keys, double* out) {
  const __m256i first = _mm256_set1_epi64x(0xD2511F53), second = _mm256_set1_epi64x(0xCD9E8D57);
  __m256i c0 = _mm256_xor_si256(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(entities)),
                                _mm256_set1_epi64x(static_cast<long long>(mixed_in)));
  __m256i c1 = _mm256_srli_epi64(c0, 32);
  __m256i c2 = _mm256_set1_epi64x(place), c3 = _mm256_set1_epi64x(index);
  for (const auto& key : keys.round) {
    const __m256i a = _mm256_mul_epu32(first, c0), b = _mm256_mul_epu32(second, c2);
    c0 = _mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(b, 32), c1),
                          _mm256_set1_epi64x(key[0]));
    c2 = _mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(a, 32), c3),
                          _mm256_set1_epi64x(key[1]));
    c1 = b;
    c3 = a;
  }
  alignas(32) std::uint64_t high[kLanes], low[kLanes];
  _mm256_store_si256(reinterpret_cast<__m256i*>(high), c0);
  _mm256_store_si256(reinterpret_cast<__m256i*>(low), c1);
  for (std::size_t k = 0; k < kLanes; ++k)
    out[k] = uniform53(static_cast<std::uint32_t>(high[k]), static_cast<std::uint32_t>(low[k]));
}

}  // namespace
#endif

void uniforms(const Luck& luck, Purpose purpose, std::span<const std::uint64_t> entities,
              std::uint64_t mixed_in, int day, std::uint32_t index, double* out) {
  std::size_t i = 0;
#if defined(__x86_64__)
  if (math::has_avx2())
    for (; i + kLanes <= entities.size(); i += kLanes)
      four_uniforms(&entities[i], mixed_in, Luck::place(static_cast<std::uint32_t>(purpose), day),
                    index, luck.keys_, out + i);
#endif
  for (; i < entities.size(); ++i)
    out[i] = luck.uniform(purpose, entities[i] ^ mixed_in, day, index);
}

}  // namespace tandem
