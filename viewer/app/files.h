// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

namespace tandem::viewer {

/// Writes a file whole or not at all; empty or why not.
[[nodiscard]] std::string write_file(const std::filesystem::path& path, const std::string& text);

}  // namespace tandem::viewer
