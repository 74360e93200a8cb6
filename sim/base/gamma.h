// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>

#include "sim/base/luck.h"
#include "sim/base/math.h"

namespace tandem {

/// A gamma variate of mean 1 and whole shape 1..4 (variance 1 / shape) from one block: the mean of
/// `shape` exponentials, -log(u_1 ... u_shape) / shape. It falls in every word, whatever the shape.
/// Shape 0 means no spread at all: exactly 1.
[[nodiscard]] inline double erlang(int shape, const Block& words) {
  if (shape == 0) return 1.0;
  double product = 1.0;  // at least 2^-132: no underflow
  for (int i = 0; i < shape; ++i) product *= uniform32(words[static_cast<std::size_t>(i)]);
  return -math::log_of_normal(product) / shape;
}

/// The same of two blocks at once, bit for bit: their logarithms share the vector units.
[[nodiscard]] inline std::array<double, 2> erlangs(int shape, const Block& words, int other_shape,
                                                   const Block& other_words) {
  const std::array<int, 2> shapes = {shape, other_shape};
  const std::array<const Block*, 2> blocks = {&words, &other_words};
  std::array<double, 2> product = {1.0, 1.0}, result;
  for (std::size_t k = 0; k < 2; ++k)
    for (int i = 0; i < shapes[k]; ++i)
      product[k] *= uniform32((*blocks[k])[static_cast<std::size_t>(i)]);
  for (std::size_t k = 0; k < 2; ++k) result[k] = -math::log_of_normal(product[k]);
  for (std::size_t k = 0; k < 2; ++k) result[k] = shapes[k] == 0 ? 1.0 : result[k] / shapes[k];
  return result;
}

}  // namespace tandem
