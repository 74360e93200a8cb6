// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include <stb/stb_image_write.h>

#include "viewer/frame/screen.h"

namespace tandem::viewer {

std::string write_png(const std::string& file, const Pixels& pixels) {
  if (pixels.rgb.empty()) return file + ": there is no picture";
  const std::string part = file + ".part";
  std::error_code fault;
  if (stbi_write_png(part.c_str(), pixels.size.width, pixels.size.height, 3, pixels.rgb.data(),
                     pixels.size.width * 3) == 0) {
    std::filesystem::remove(part, fault);
    return file + ": cannot be written";
  }
  std::filesystem::rename(part, file, fault);
  return fault ? file + ": " + fault.message() : std::string();
}

Pixels cut(const Pixels& from, int x, int y, Size size) {
  x = std::clamp(x, 0, from.size.width);
  y = std::clamp(y, 0, from.size.height);
  Pixels part{
      {std::min(size.width, from.size.width - x), std::min(size.height, from.size.height - y)}, {}};
  for (int row = 0; row < part.size.height; ++row) {
    const auto first = from.rgb.begin() + ((y + row) * from.size.width + x) * 3;
    part.rgb.insert(part.rgb.end(), first, first + part.size.width * 3);
  }
  return part;
}

}  // namespace tandem::viewer
