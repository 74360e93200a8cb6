// SPDX-License-Identifier: Apache-2.0
#include "viewer/frame/read_pixels.h"

#include <GL/gl.h>

#include <algorithm>

namespace tandem::viewer {

Pixels read_pixels(Size size) {
  Pixels pixels{size, {}};
  const auto row = static_cast<std::size_t>(size.width) * 3;
  const auto rows = static_cast<std::size_t>(size.height);
  pixels.rgb.resize(row * rows);
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, size.width, size.height, GL_RGB, GL_UNSIGNED_BYTE, pixels.rgb.data());
  for (std::size_t y = 0; y < rows / 2; ++y)  // GL begins at the bottom
    std::swap_ranges(pixels.rgb.begin() + static_cast<std::ptrdiff_t>(y * row),
                     pixels.rgb.begin() + static_cast<std::ptrdiff_t>((y + 1) * row),
                     pixels.rgb.begin() + static_cast<std::ptrdiff_t>((rows - 1 - y) * row));
  return pixels;
}

}  // namespace tandem::viewer
