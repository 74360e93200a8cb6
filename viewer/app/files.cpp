// SPDX-License-Identifier: Apache-2.0
#include "viewer/app/files.h"

#include <fstream>
#include <iterator>
#include <string_view>
#include <system_error>

namespace tandem::viewer {

std::string write_file(const std::filesystem::path& path, const std::string& text) {
  const std::filesystem::path part = path.string() + ".part";
  std::error_code fault;
  {
    std::ofstream out(part, std::ios::binary);
    out << text;
    out.close();
    if (!out) {
      std::filesystem::remove(part, fault);
      return path.string() + ": cannot be written";
    }
  }
  std::filesystem::rename(part, path, fault);
  return fault ? path.string() + ": " + fault.message() : std::string();
}

SavedSession read_session(const std::filesystem::path& path) {
  constexpr std::string_view kFile = "file ";
  std::ifstream in(path);
  SavedSession saved;
  for (std::string line; saved.scenario.empty() && std::getline(in, line);)
    if (line.starts_with(kFile)) saved.scenario = line.substr(kFile.size());
  saved.steps.assign(std::istreambuf_iterator<char>(in), {});
  return saved;
}

}  // namespace tandem::viewer
