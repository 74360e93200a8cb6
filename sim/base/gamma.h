// SPDX-License-Identifier: Apache-2.0
#pragma once

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

}  // namespace tandem
