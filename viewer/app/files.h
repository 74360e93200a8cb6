// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

namespace tandem::viewer {

/// Writes a file whole or not at all; empty or why not.
[[nodiscard]] std::string write_file(const std::filesystem::path& path, const std::string& text);

/// A session as it was saved: the file of its scenario, empty where it names none, and the lines of
/// the language that make its branches.
struct SavedSession {
  std::string scenario, steps;
};
[[nodiscard]] SavedSession read_session(const std::filesystem::path& path);

}  // namespace tandem::viewer
