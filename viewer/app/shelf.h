// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tandem/lesson.h"

namespace tandem::viewer {

/// Something that comes with Tandem and can be opened.
struct Volume {
  std::filesystem::path file;
  std::string id;     ///< "N5"; of a firm "software-vendor"
  Words title, says;  ///< of a lesson its claim, of a firm what it shows
  bool lesson = false;
};

/// Lessons, then firms; read once. Without shipped scenarios: empty.
[[nodiscard]] const std::vector<Volume>& shelf();
/// All words of it, for fonts; empty as long as nobody has looked at it.
[[nodiscard]] const std::string& shelf_words();

}  // namespace tandem::viewer
